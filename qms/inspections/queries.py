"""The register of inspections as either side reads it, and the Department's board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.text import fold
from qms.inspections.planning import Standing, standings
from qms.inspections.rows import items_of
from qms.inspections.rules import (
    InspectionForm,
    InspectionNotFound,
    InspectionState,
    Judgement,
    Result,
    Verdict,
    fewest_on_site,
)
from qms.inspections.tables import Inspection, InspectionItem
from qms.organisation.tables import Agency

MOST_LINES: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionLine:
    """One inspection."""

    id: UUID
    inspecting: bool
    """Whether the viewer's agency inspects; else it is inspected."""
    agency: str
    department: str
    year: int
    ordinal: int
    form: InspectionForm
    state: InspectionState
    asked_on: date | None
    answer_due: date | None
    answered_on: date | None
    held_on: date | None
    decision: str
    minutes_on: date | None
    result: Result
    conclusion: str
    corrective_due: date | None
    corrective_received_on: date | None
    judgement: Judgement
    judged_on: date | None
    instance: UUID | None
    """The viewer's agency's own case."""
    failed: int

    def late(self, day: date) -> bool:
        """Whether the report that is owed within two months has not come by then."""
        if self.corrective_due is None or self.judgement is Judgement.ACCEPTED:
            return False
        return (self.corrective_received_on or day) > self.corrective_due

    def unanswered(self, day: date) -> bool:
        """Whether the agency has not answered in time."""
        return (
            self.state is InspectionState.ASKED
            and self.answered_on is None
            and self.answer_due is not None
            and day > self.answer_due
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item of an inspection."""

    item: str
    asked: str
    shown: str
    verdict: Verdict
    remark: str
    requirement: str
    slip: UUID | None
    """Only to the inspected agency, whose slip it is."""
    reported_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionsAsked:
    """What the register is filtered by."""

    words: str = ""
    year: int | None = None
    state: InspectionState | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """How the Department stands with a year."""

    year: int
    agencies: int
    by_file: int
    """Agencies that answered or were concluded."""
    on_site: int
    """Agencies visited."""
    fewest: int
    overdue: int
    """Reports owed within two months that have not come."""
    standings: tuple[Standing, ...]


def inspection_lines(
    session: Session, viewer: Viewer, day: date, asked: InspectionsAsked | None = None
) -> tuple[InspectionLine, ...]:
    """What the viewer's agency inspects and was inspected in, the latest first; open to all of it."""
    asked = asked or InspectionsAsked()
    conditions: list[ColumnElement[bool]] = []
    if asked.year is not None:
        conditions.append(Inspection.year == asked.year)
    if asked.state is not None:
        conditions.append(Inspection.state == asked.state)
    words = fold(asked.words).split()
    found = [
        line
        for line in _read(session, viewer, *conditions)
        if all(word in fold(f"{line.agency} {line.department} {line.decision} {line.year}") for word in words)
    ]
    return tuple(line for line in found if not asked.late or line.late(day) or line.unanswered(day))


def inspection_detail(
    session: Session, viewer: Viewer, inspection: UUID
) -> tuple[InspectionLine, tuple[ItemLine, ...]]:
    """One inspection with its items; raises InspectionNotFound."""
    lines = _read(session, viewer, Inspection.id == inspection)
    if not lines:
        raise InspectionNotFound
    (line,) = lines
    items = tuple(
        ItemLine(
            item=row.item,
            asked=row.asked,
            shown=row.shown,
            verdict=Verdict(row.verdict),
            remark=row.remark,
            requirement=row.requirement,
            slip=None if line.inspecting else row.slip_id,
            reported_on=row.reported_on,
        )
        for row in items_of(session, inspection)
    )
    return line, items


def board_of(session: Session, viewer: Viewer, year: int, day: date) -> Board | None:
    """The Department's board of a year; None where the agency oversees none or it is not for the viewer."""
    if not may(viewer, Power.OVERSEE):
        return None
    agencies = standings(session, viewer.agency, day)
    if not agencies:
        return None
    lines = [
        line
        for line in inspection_lines_of(session, viewer, year)
        if line.state is not InspectionState.CANCELLED
    ]
    return Board(
        year=year,
        agencies=len(agencies),
        by_file=sum(line.answered_on is not None or line.minutes_on is not None for line in lines),
        on_site=sum(line.held_on is not None for line in lines),
        fewest=fewest_on_site(len(agencies)),
        overdue=sum(line.late(day) for line in _read(session, viewer) if line.inspecting),
        standings=agencies,
    )


def inspection_lines_of(session: Session, viewer: Viewer, year: int) -> list[InspectionLine]:
    """What the viewer's agency inspects in a year."""
    return [line for line in _read(session, viewer, Inspection.year == year) if line.inspecting]


def _read(session: Session, viewer: Viewer, *conditions: ColumnElement[bool]) -> list[InspectionLine]:
    inspected, inspector = aliased(Agency), aliased(Agency)
    failed = (
        select(func.count())
        .select_from(InspectionItem)
        .where(InspectionItem.inspection_id == Inspection.id, InspectionItem.verdict == Verdict.FAILS.value)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Inspection, inspected.name, inspector.name, failed)
        .join(inspected, inspected.id == Inspection.agency_id)
        .join(inspector, inspector.id == Inspection.inspector_id)
        .where(
            or_(Inspection.agency_id == viewer.agency, Inspection.inspector_id == viewer.agency), *conditions
        )
        .order_by(Inspection.year.desc(), Inspection.ordinal.desc(), inspected.name)
        .limit(MOST_LINES)
    )
    return [_line(viewer, *row) for row in rows]


def _line(viewer: Viewer, row: Inspection, agency: str, department: str, failed: int) -> InspectionLine:
    inspecting = row.inspector_id == viewer.agency
    return InspectionLine(
        id=row.id,
        inspecting=inspecting,
        agency=agency,
        department=department,
        year=row.year,
        ordinal=row.ordinal,
        form=InspectionForm(row.form),
        state=InspectionState(row.state),
        asked_on=row.asked_on,
        answer_due=row.answer_due,
        answered_on=row.answered_on,
        held_on=row.held_on,
        decision=row.decision,
        minutes_on=row.minutes_on,
        result=Result(row.result),
        conclusion=row.conclusion,
        corrective_due=row.corrective_due,
        corrective_received_on=row.corrective_received_on,
        judgement=Judgement(row.judgement),
        judged_on=row.judged_on,
        instance=row.inspector_instance if inspecting else row.instance_id,
        failed=failed,
    )
