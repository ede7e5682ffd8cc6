"""Loading risks and opportunities of earlier years: all of a list or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
from qms.lists.columns import CheckedList, plain
from qms.lists.known import units_by_name
from qms.lists.provenance import record_import
from qms.organisation.tables import Agency
from qms.risks.identifying import free_code, search_text
from qms.risks.importing import EarlierRisk, KnownOfRisks, check_risks
from qms.risks.rules import RiskState, score
from qms.risks.tables import Risk

IMPORTED: Final = "risks.imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRisks:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[EarlierRisk]
    file: UUID


class RiskRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, row: EarlierRisk) -> None:
        super().__init__(
            vi=f"“{row.description}” năm {row.year} vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"“{row.description}” of {row.year} has come into the register. Check the file again.",
        )


def may_import_risks(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier risks over: who begins processes does."""
    return may(viewer, Power.START_PROCESS)


def checked_risks(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[EarlierRisk]:
    """A file against what the register holds now; raises SheetRefused for what is no such list."""
    return check_risks(name, content, _known(session, viewer, now))


def import_risks(store: Store, command: ImportRisks, now: datetime) -> int:
    """Write them as closed history; how many. Raises NotAuthorised, RiskRecordedMeanwhile."""
    viewer = command.viewer
    if not may_import_risks(viewer):
        raise NotAuthorised("nhập sổ rủi ro, cơ hội", "import risks and opportunities")
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        known = _known(session, viewer, now)
        keys = [_written(session, viewer, row, known, now) for row in command.rows]
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


def _known(session: Session, viewer: Viewer, now: datetime) -> KnownOfRisks:
    rows = session.execute(
        select(Risk.year, Risk.unit_id, Risk.kind, Risk.description, Risk.code).where(
            Risk.agency_id == viewer.agency
        )
    ).all()
    return KnownOfRisks(
        today=local_day(now),
        units=units_by_name(session, viewer),
        codes=frozenset(plain(row.code) for row in rows),
        contents=frozenset((row.year, row.unit_id, row.kind, plain(row.description)) for row in rows),
    )


def _written(session: Session, viewer: Viewer, told: EarlierRisk, known: KnownOfRisks, now: datetime) -> UUID:
    if told.place in known.contents or (told.code and plain(told.code) in known.codes):
        raise RiskRecordedMeanwhile(told)
    key = derived_id("risk imported", viewer.agency, *(str(each) for each in told.place))
    row = Risk(
        id=key,
        agency_id=viewer.agency,
        code=told.code or free_code(session, viewer.agency, told.year, told.kind),
        kind=told.kind,
        year=told.year,
        unit_id=told.unit,
        process_name=told.process_name,
        description=told.description,
        cause=told.cause,
        consequence=told.consequence,
        likelihood=told.likelihood,
        severity=told.severity,
        score=score(told.likelihood, told.severity),
        control=told.control,
        state=RiskState.CLOSED,
        identified_on=date(told.year, 12, 31),
        identified_by=viewer.person,
        recorded_at=now,
        search_text="",
    )
    row.search_text = search_text(row)
    session.add(row)
    session.flush()
    return key
