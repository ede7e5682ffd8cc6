"""Taking the plans of earlier years over: closed history from which this year's draft begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.store.session import Store
from qms.audits.units import units_on
from qms.lists.columns import CheckedList
from qms.lists.known import units_by_name
from qms.lists.provenance import record_import
from qms.organisation.tables import Agency
from qms.plans.importing import KnownOfPlans, PlanRow, check_plans
from qms.plans.rules import ActivityState, PlanState
from qms.plans.tables import PlanActivity, YearPlan

IMPORTED: Final = "plans.imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlans:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[PlanRow]
    file: UUID


class PlanRecordedMeanwhile(Conflict):
    """Somebody entered a plan of the year while the list was looked at."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Kế hoạch năm {year} vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"The plan of {year} has come into the register. Check the file again.",
        )


def may_import_plans(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier plans over: who begins plans does."""
    return may(viewer, Power.START_PROCESS)


def import_plans(store: Store, command: ImportPlans, now: datetime) -> int:
    """Write each year as an issued plan that no case made; how many. Raises PlanRecordedMeanwhile."""
    viewer = command.viewer
    if not may_import_plans(viewer):
        raise NotAuthorised("nhập kế hoạch năm trước", "import plans of earlier years")
    by_year: dict[int, list[PlanRow]] = {}
    for row in command.rows:
        by_year.setdefault(row.year, []).append(row)
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        taken = _years(session, viewer)
        for year in by_year:
            if year in taken:
                raise PlanRecordedMeanwhile(year)
        keys = [_written(session, viewer.agency, year, rows, now) for year, rows in sorted(by_year.items())]
        record_import(
            session,
            IMPORTED,
            viewer=viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def checked_plans(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[PlanRow]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    today = local_day(now)
    known = KnownOfPlans(
        today=today,
        units=units_by_name(session, viewer),
        living=frozenset(unit.id for unit in units_on(session, viewer.agency, today)),
        years=_years(session, viewer),
    )
    return check_plans(name, content, known)


def _years(session: Session, viewer: Viewer) -> frozenset[int]:
    return frozenset(session.scalars(select(YearPlan.year).where(YearPlan.agency_id == viewer.agency)))


def _written(session: Session, agency: UUID, year: int, rows: Sequence[PlanRow], now: datetime) -> UUID:
    key = derived_id("year plan imported", agency, year)
    session.add(
        YearPlan(
            id=key,
            agency_id=agency,
            year=year,
            edition=1,
            state=PlanState.ISSUED,
            content={},
            budget=None,
            budget_source="",
            recorded_at=now,
        )
    )
    session.flush()
    for ordinal, row in enumerate(rows, start=1):
        session.add(_activity(agency, key, ordinal, row))
    session.flush()
    return key


def _activity(agency: UUID, plan: UUID, ordinal: int, row: PlanRow) -> PlanActivity:
    line = row.line
    return PlanActivity(
        id=derived_id("plan_activity", plan, ordinal),
        agency_id=agency,
        plan_id=plan,
        ordinal=ordinal,
        kind=line.kind,
        subject=line.subject,
        what=line.what,
        unit_id=line.unit,
        partners=line.partners,
        audited_units=sorted(str(one) for one in line.audited),
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        product=line.product,
        state=ActivityState.DONE if row.result else ActivityState.DROPPED,
        result=row.result or "Không ghi kết quả.",
        ended_on=line.ends_on,
    )
