"""Loading objectives of earlier years with their results: all of a list or none."""

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
from engine.domain.text import fold
from engine.store.session import Store
from qms.lists.columns import CheckedList, plain
from qms.lists.known import units_by_name
from qms.lists.provenance import record_import
from qms.objectives.drafting import free_code
from qms.objectives.importing import EarlierObjective, KnownOfObjectives, check_objectives
from qms.objectives.measuring import aim_of
from qms.objectives.rules import (
    Evaluation,
    ObjectiveState,
    Period,
    Source,
    Verdict,
    last_day,
    standing,
    verdict,
)
from qms.objectives.tables import Measurement, Objective
from qms.organisation.tables import Agency

IMPORTED: Final = "objectives.imported"
_STATES: Final = {
    Verdict.MET: ObjectiveState.MET,
    Verdict.UNMET: ObjectiveState.UNMET,
    Verdict.AT_RISK: ObjectiveState.UNMET,
    Verdict.NO_FIGURE: ObjectiveState.ISSUED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportObjectives:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[EarlierObjective]
    file: UUID


class ObjectiveRecordedMeanwhile(Conflict):
    """Somebody entered one of them while the list was looked at."""

    def __init__(self, row: EarlierObjective) -> None:
        super().__init__(
            vi=f"Mục tiêu “{row.content}” năm {row.year} vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"Objective “{row.content}” of {row.year} has come into the register. Check the file again.",
        )


def may_import_objectives(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier objectives over: who begins processes does."""
    return may(viewer, Power.START_PROCESS)


def checked_objectives(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[EarlierObjective]:
    """A file against what the register holds now; raises SheetRefused for what is no such list."""
    return check_objectives(name, content, _known(session, viewer, now))


def import_objectives(store: Store, command: ImportObjectives, now: datetime) -> int:
    """Write the objectives as closed history with the line of their year; how many.

    Raises NotAuthorised, ObjectiveRecordedMeanwhile.
    """
    viewer = command.viewer
    if not may_import_objectives(viewer):
        raise NotAuthorised("nhập sổ mục tiêu chất lượng", "import quality objectives")
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == viewer.agency).with_for_update(key_share=True))
        known = _known(session, viewer, now)
        keys = [_written(session, viewer.agency, row, known, now) for row in command.rows]
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


def _known(session: Session, viewer: Viewer, now: datetime) -> KnownOfObjectives:
    rows = session.execute(
        select(Objective.year, Objective.code, Objective.unit_id, Objective.content).where(
            Objective.agency_id == viewer.agency, Objective.state != ObjectiveState.DROPPED
        )
    ).all()
    return KnownOfObjectives(
        today=local_day(now),
        units=units_by_name(session, viewer),
        codes=frozenset((row.year, plain(row.code)) for row in rows),
        contents=frozenset((row.year, row.unit_id, plain(row.content)) for row in rows),
    )


def _written(
    session: Session, agency: UUID, told: EarlierObjective, known: KnownOfObjectives, now: datetime
) -> UUID:
    place = (told.year, told.unit, plain(told.content))
    if place in known.contents or (told.code and (told.year, plain(told.code)) in known.codes):
        raise ObjectiveRecordedMeanwhile(told)
    key = derived_id("objective imported", agency, str(told.year), str(told.unit or ""), plain(told.content))
    row = Objective(
        id=key,
        agency_id=agency,
        year=told.year,
        code=told.code or free_code(session, agency, told.year),
        unit_id=told.unit,
        content=told.content,
        indicator=told.indicator,
        formula="",
        source=Source.PEOPLE,
        figure="",
        measure_unit=told.measure_unit,
        target=told.target,
        direction=told.direction,
        due_on=told.due_on,
        means="",
        evaluation=Evaluation.EACH_PERIOD,
        recorded_at=now,
        search_text="",
    )
    row.search_text = fold(f"{row.code} {row.content} {row.indicator}")
    found = verdict(standing(aim_of(row), told.result, told.year, Period.YEAR))
    row.state = _STATES[found]
    session.add(row)
    session.flush()
    session.add(_line(row, told, found, now))
    return key


def _line(row: Objective, told: EarlierObjective, found: Verdict, now: datetime) -> Measurement:
    return Measurement(
        id=derived_id("measurement", row.id, Period.YEAR),
        agency_id=row.agency_id,
        objective_id=row.id,
        period=Period.YEAR.value,
        ordinal=1,
        measured_on=last_day(told.year, Period.YEAR),
        value=told.result,
        verdict=found.value,
        analysis=told.note,
        automatic=False,
        recorded_at=now,
    )
