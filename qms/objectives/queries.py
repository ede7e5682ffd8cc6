"""Reading objectives with their measurements, each for the viewer's own agency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.nonconformities.tables import Nonconformity
from qms.objectives.refusals import ObjectiveNotFound
from qms.objectives.rules import (
    QUARTERS,
    Direction,
    Evaluation,
    ObjectiveState,
    Period,
    Source,
    Verdict,
)
from qms.objectives.tables import Measurement, Objective
from qms.organisation.tables import Person, Unit
from qms.outgoing.tables import OutgoingDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredLine:
    """One line of measurement; `standing` where no later line of its period corrects it."""

    id: UUID
    period: Period
    ordinal: int
    measured_on: date
    value: Decimal | None
    verdict: Verdict
    analysis: str
    automatic: bool
    person: UUID | None
    slip: UUID | None
    slip_code: str
    standing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLine:
    """One objective with what it came to."""

    id: UUID
    year: int
    code: str
    content: str
    indicator: str
    measure_unit: str
    direction: Direction
    target: Decimal
    baseline: Decimal | None
    due_on: date
    source: Source
    figure: str
    unit: UUID | None
    unit_name: str
    owner_name: str
    state: ObjectiveState
    instance: UUID | None
    case_code: str
    measured: tuple[MeasuredLine, ...]

    @property
    def quarters(self) -> Mapping[Period, MeasuredLine]:
        """What counts of each quarter."""
        return {one.period: one for one in self.measured if one.standing and one.period in QUARTERS}

    @property
    def latest(self) -> MeasuredLine | None:
        """What counts of the last quarter that was measured; of an imported year the line of the year."""
        known = [one for one in self.measured if one.standing]
        quarters = [one for one in known if one.period in QUARTERS]
        found = quarters or known
        return found[-1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRecord:
    """All that the register says of one objective."""

    line: ObjectiveLine
    formula: str
    means: str
    evaluation: Evaluation
    parent: ObjectiveLine | None
    children: tuple[ObjectiveLine, ...]
    earlier: ObjectiveLine | None
    document: OutgoingDocument | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivesAsked:
    """By what a list is filtered; nothing asked, nothing left out."""

    words: str = ""
    year: int | None = None
    unit: UUID | None = None
    whole_agency: bool = False
    """Only what is the agency's own."""
    verdict: Verdict | None = None
    """By the last quarter that was measured."""


def objective_lines(
    session: Session, viewer: Viewer, asked: ObjectivesAsked | None = None
) -> tuple[ObjectiveLine, ...]:
    """The objectives of the viewer's agency, the latest year first, then by code; dropped ones left out."""
    wanted = asked or ObjectivesAsked()
    conditions: list[ColumnElement[bool]] = [
        Objective.agency_id == viewer.agency,
        Objective.state != ObjectiveState.DROPPED,
    ]
    if wanted.year is not None:
        conditions.append(Objective.year == wanted.year)
    if wanted.unit is not None:
        conditions.append(Objective.unit_id == wanted.unit)
    if wanted.whole_agency:
        conditions.append(Objective.unit_id.is_(None))
    conditions += [
        Objective.search_text.contains(word, autoescape=True) for word in fold(wanted.words).split()
    ]
    lines = _lines(session, *conditions)
    return tuple(
        line
        for line in lines
        if wanted.verdict is None or (line.latest is not None and line.latest.verdict is wanted.verdict)
    )


def objective_record(session: Session, viewer: Viewer, objective: UUID) -> ObjectiveRecord:
    """One objective; raises ObjectiveNotFound for what is not of the viewer's agency."""
    row = session.get(Objective, objective)
    if row is None or row.agency_id != viewer.agency:
        raise ObjectiveNotFound
    named = [key for key in (row.id, row.parent_id, row.carried_from) if key is not None]
    found = {
        line.id: line
        for line in _lines(
            session,
            Objective.agency_id == viewer.agency,
            Objective.id.in_(named) | (Objective.parent_id == row.id),
        )
    }
    return ObjectiveRecord(
        line=found[row.id],
        formula=row.formula,
        means=row.means,
        evaluation=Evaluation(row.evaluation or Evaluation.EACH_PERIOD),
        parent=found.get(row.parent_id) if row.parent_id else None,
        children=tuple(
            line
            for line in found.values()
            if line.id not in named and line.state is not ObjectiveState.DROPPED
        ),
        earlier=found.get(row.carried_from) if row.carried_from else None,
        document=session.get(OutgoingDocument, row.document_id) if row.document_id else None,
    )


def years_of(session: Session, viewer: Viewer) -> tuple[int, ...]:
    """The years that have objectives, the latest first."""
    asked = select(Objective.year).where(Objective.agency_id == viewer.agency).distinct()
    return tuple(sorted(session.scalars(asked), reverse=True))


def _lines(session: Session, *conditions: ColumnElement[bool]) -> list[ObjectiveLine]:
    owner = aliased(Person)
    rows = session.execute(
        select(Objective, Unit.name, owner.full_name, ProcessInstance.code)
        .outerjoin(Unit, Unit.id == Objective.unit_id)
        .outerjoin(owner, owner.id == Objective.owner_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Objective.instance_id)
        .where(*conditions)
        .order_by(Objective.year.desc(), Objective.code)
    ).all()
    measured = _measured(session, [row.id for row, *_ in rows])
    return [_line(row, unit, person, code, measured) for row, unit, person, code in rows]


def _line(
    row: Objective, unit: str | None, owner: str | None, code: str | None, measured: Mapping[UUID, Any]
) -> ObjectiveLine:
    return ObjectiveLine(
        id=row.id,
        year=row.year,
        code=row.code,
        content=row.content,
        indicator=row.indicator,
        measure_unit=row.measure_unit,
        direction=Direction(row.direction),
        target=row.target,
        baseline=row.baseline,
        due_on=row.due_on,
        source=Source(row.source),
        figure=row.figure,
        unit=row.unit_id,
        unit_name=unit or "",
        owner_name=owner or "",
        state=ObjectiveState(row.state),
        instance=row.instance_id,
        case_code=code or "",
        measured=tuple(measured.get(row.id, ())),
    )


def _measured(session: Session, objectives: Sequence[UUID]) -> dict[UUID, list[MeasuredLine]]:
    last = func.max(Measurement.ordinal).over(partition_by=(Measurement.objective_id, Measurement.period))
    rows = session.execute(
        select(Measurement, Nonconformity.code, last)
        .outerjoin(Nonconformity, Nonconformity.id == Measurement.slip_id)
        .where(Measurement.objective_id.in_(objectives))
    )
    found: dict[UUID, list[MeasuredLine]] = {}
    order = list(Period)
    for row, slip_code, latest in rows:
        line = MeasuredLine(
            id=row.id,
            period=Period(row.period),
            ordinal=row.ordinal,
            measured_on=row.measured_on,
            value=row.value,
            verdict=Verdict(row.verdict),
            analysis=row.analysis,
            automatic=row.automatic,
            person=row.person_id,
            slip=row.slip_id,
            slip_code=slip_code or "",
            standing=row.ordinal == latest,
        )
        found.setdefault(row.objective_id, []).append(line)
    return {
        key: sorted(lines, key=lambda one: (order.index(one.period), one.ordinal))
        for key, lines in found.items()
    }
