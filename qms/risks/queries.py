"""Reading risks and opportunities with their actions, each for the viewer's own agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.organisation.tables import Person, Unit
from qms.risks.refusals import RiskNotFound
from qms.risks.rules import RiskKind, RiskState
from qms.risks.tables import Risk, RiskAction


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """One risk or opportunity of a year."""

    id: UUID
    year: int
    code: str
    kind: RiskKind
    unit: UUID
    unit_name: str
    process_name: str
    description: str
    likelihood: int
    severity: int
    score: int
    state: RiskState
    instance: UUID | None
    case_code: str
    actions: int
    actions_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """What was done about it."""

    what: str
    owner_name: str
    due_on: date
    done_on: date | None
    result: str
    effective: bool | None
    residual: tuple[int, int] | None
    """Likelihood and severity that were left."""
    checked_by: str
    checked_on: date | None
    note: str

    def late(self, today: date) -> bool:
        """Whether its day has passed and it is not done, or was done after it."""
        return (self.done_on or today) > self.due_on


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRecord:
    """All that the register says of one."""

    line: RiskLine
    cause: str
    consequence: str
    control: str
    identified_on: date
    procedure: UUID | None
    actions: tuple[ActionLine, ...]
    history: tuple[RiskLine, ...]
    """The same one in other years, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RisksAsked:
    """By what a list is filtered; nothing asked, nothing left out."""

    words: str = ""
    kind: RiskKind | None = None
    year: int | None = None
    unit: UUID | None = None
    state: RiskState | None = None
    likelihood: int | None = None
    severity: int | None = None


def risk_lines(session: Session, viewer: Viewer, asked: RisksAsked | None = None) -> tuple[RiskLine, ...]:
    """The latest year first, in it the gravest first."""
    wanted = asked or RisksAsked()
    told: tuple[tuple[ColumnElement[bool], object], ...] = (
        (Risk.kind == wanted.kind, wanted.kind),
        (Risk.year == wanted.year, wanted.year),
        (Risk.unit_id == wanted.unit, wanted.unit),
        (Risk.state == wanted.state, wanted.state),
        (Risk.likelihood == wanted.likelihood, wanted.likelihood),
        (Risk.severity == wanted.severity, wanted.severity),
    )
    conditions = [condition for condition, value in told if value is not None]
    conditions += [Risk.search_text.contains(word, autoescape=True) for word in fold(wanted.words).split()]
    return _lines(session, Risk.agency_id == viewer.agency, *conditions)


def risk_record(session: Session, viewer: Viewer, risk: UUID) -> RiskRecord:
    """One risk; raises RiskNotFound for what is not of the viewer's agency."""
    row = session.get(Risk, risk)
    if row is None or row.agency_id != viewer.agency:
        raise RiskNotFound
    (line,) = _lines(session, Risk.id == row.id)
    return RiskRecord(
        line=line,
        cause=row.cause,
        consequence=row.consequence,
        control=row.control,
        identified_on=row.identified_on,
        procedure=row.procedure_id,
        actions=_actions(session, row.id),
        history=_history(session, row),
    )


def years_of(session: Session, viewer: Viewer) -> tuple[int, ...]:
    """The years that have risks, the latest first."""
    asked = select(Risk.year).where(Risk.agency_id == viewer.agency).distinct()
    return tuple(sorted(session.scalars(asked), reverse=True))


def _lines(session: Session, *conditions: ColumnElement[bool]) -> tuple[RiskLine, ...]:
    counted = (
        select(
            RiskAction.risk_id,
            func.count().label("planned"),
            func.count().filter(RiskAction.done_on.is_(None)).label("left"),
        )
        .group_by(RiskAction.risk_id)
        .subquery()
    )
    rows = session.execute(
        select(Risk, Unit.name, ProcessInstance.code, counted.c.planned, counted.c.left)
        .join(Unit, Unit.id == Risk.unit_id)
        .outerjoin(ProcessInstance, ProcessInstance.id == Risk.instance_id)
        .outerjoin(counted, counted.c.risk_id == Risk.id)
        .where(*conditions)
        .order_by(Risk.year.desc(), Risk.score.desc(), Risk.code)
    )
    return tuple(
        RiskLine(
            id=row.id,
            year=row.year,
            code=row.code,
            kind=RiskKind(row.kind),
            unit=row.unit_id,
            unit_name=unit,
            process_name=row.process_name,
            description=row.description,
            likelihood=row.likelihood,
            severity=row.severity,
            score=row.score,
            state=RiskState(row.state),
            instance=row.instance_id,
            case_code=code or "",
            actions=planned or 0,
            actions_left=left or 0,
        )
        for row, unit, code, planned, left in rows
    )


def _actions(session: Session, risk: UUID) -> tuple[ActionLine, ...]:
    owner, judge = aliased(Person), aliased(Person)
    rows = session.execute(
        select(RiskAction, owner.full_name, judge.full_name)
        .join(owner, owner.id == RiskAction.owner_id)
        .outerjoin(judge, judge.id == RiskAction.checked_by)
        .where(RiskAction.risk_id == risk)
        .order_by(RiskAction.due_on, RiskAction.id)
    )
    return tuple(
        ActionLine(
            what=row.what,
            owner_name=name,
            due_on=row.due_on,
            done_on=row.done_on,
            result=row.result,
            effective=row.effective,
            residual=(row.residual_likelihood, row.residual_severity)
            if row.residual_likelihood is not None and row.residual_severity is not None
            else None,
            checked_by=checked or "",
            checked_on=row.checked_on,
            note=row.note,
        )
        for row, name, checked in rows
    )


def _history(session: Session, row: Risk) -> tuple[RiskLine, ...]:
    """What it was carried from, as far back as it goes, and what carried it on."""
    known, wave = {row.id}, {row.id}
    while wave:
        before = select(Risk.carried_from).where(Risk.id.in_(wave), Risk.carried_from.is_not(None))
        after = select(Risk.id).where(Risk.carried_from.in_(wave))
        found = {key for key in (*session.scalars(before), *session.scalars(after)) if key is not None}
        wave = found - known
        known |= wave
    others = known - {row.id}
    return _lines(session, Risk.id.in_(others), Risk.agency_id == row.agency_id) if others else ()
