"""Reading the register of nonconformities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.nonconformities.clocks import met_on
from qms.nonconformities.rules import ENDED, SOURCE_NAMES, NonconformityState, Source
from qms.nonconformities.tables import Nonconformity
from qms.organisation.tables import Unit

_CASE = func.coalesce(Nonconformity.instance_id, Nonconformity.case_id)
_YEAR = timedelta(days=366)
_OLD_WORDS: Mapping[Source, tuple[str, ...]] = {Source.LATE_CASE: ("quá hạn xử lý công việc",)}
"""What ladders wrote before the sources had names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipsAsked:
    """What the list is narrowed to; `late` and `repeated` only when true."""

    words: str = ""
    state: NonconformityState | None = None
    source: Source | None = None
    unit: UUID | None = None
    late: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityLine:
    """One nonconformity and the case in which it was found, else the one that treats it."""

    id: UUID
    code: str
    source: str
    description: str
    requirement: str
    state: NonconformityState
    found_on: date
    instance: UUID | None
    case_code: str
    severity: str = ""
    unit: str = ""
    due_on: date | None = None
    closed_on: date | None = None
    met_on: date | None = None
    """When it did what the clock of its source asks for."""

    def late(self, today: date) -> bool:
        """Whether it did not, or not in time, do what the clock of its source asks for."""
        return self.due_on is not None and self.due_on < (self.met_on or today) and self.state not in ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityPage:
    """One page of lines and how many there are in all."""

    lines: tuple[NonconformityLine, ...]
    total: int


def nonconformity_page(
    session: Session,
    viewer: Viewer,
    *,
    asked: SlipsAsked | None = None,
    today: date | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> NonconformityPage:
    """The nonconformities of the viewer's agency in which all words occur, the latest first."""
    conditions = _conditions(viewer, asked or SlipsAsked(), today)
    total = session.scalar(select(func.count()).select_from(Nonconformity).where(*conditions)) or 0
    rows = session.execute(
        select(Nonconformity, ProcessInstance.code, Unit.name, met_on())
        .outerjoin(ProcessInstance, ProcessInstance.id == _CASE)
        .outerjoin(Unit, Unit.id == Nonconformity.unit_id)
        .where(*conditions)
        .order_by(Nonconformity.found_on.desc(), Nonconformity.code.desc())
        .offset(offset)
        .limit(limit)
    )
    return NonconformityPage(lines=tuple(_line(*row) for row in rows), total=total)


def slips_by_state(session: Session, viewer: Viewer) -> Mapping[NonconformityState, int]:
    """How many slips of the agency stand in each state."""
    rows = session.execute(
        select(Nonconformity.state, func.count())
        .where(Nonconformity.agency_id == viewer.agency)
        .group_by(Nonconformity.state)
    ).all()
    counted = {NonconformityState(state): number for state, number in rows}
    return {state: counted.get(state, 0) for state in NonconformityState}


def _conditions(viewer: Viewer, asked: SlipsAsked, today: date | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Nonconformity.agency_id == viewer.agency,
        *(Nonconformity.search_text.contains(word, autoescape=True) for word in fold(asked.words).split()),
    ]
    if asked.state is not None:
        conditions.append(Nonconformity.state == asked.state)
    if asked.source is not None:
        named = (SOURCE_NAMES[asked.source], *_OLD_WORDS.get(asked.source, ()))
        conditions.append(Nonconformity.source.in_(named))
    if asked.unit is not None:
        conditions.append(Nonconformity.unit_id == asked.unit)
    if asked.late and today is not None:
        overdue = Nonconformity.due_on < func.coalesce(met_on(), today)
        conditions += [overdue, Nonconformity.state.not_in(ENDED)]
    if asked.repeated:
        conditions.append(or_(Nonconformity.reissue_of.is_not(None), _repeated()))
    return conditions


def _repeated() -> ColumnElement[bool]:
    """Whether another slip of the procedure and kind of cause was found within the twelve months before."""
    earlier = aliased(Nonconformity)
    return and_(
        Nonconformity.cause_code != "",
        exists().where(
            earlier.agency_id == Nonconformity.agency_id,
            earlier.id != Nonconformity.id,
            earlier.procedure_id == Nonconformity.procedure_id,
            earlier.cause_code == Nonconformity.cause_code,
            earlier.found_on <= Nonconformity.found_on,
            earlier.found_on >= Nonconformity.found_on - _YEAR.days,
        ),
    )


def _line(row: Nonconformity, case_code: str | None, unit: str | None, met: date | None) -> NonconformityLine:
    return NonconformityLine(
        id=row.id,
        code=row.code,
        source=row.source,
        description=row.description,
        requirement=row.requirement,
        state=NonconformityState(row.state),
        found_on=row.found_on,
        instance=row.instance_id or row.case_id,
        case_code=case_code or "",
        severity=row.severity,
        unit=unit or "",
        due_on=row.due_on,
        closed_on=row.closed_on,
        met_on=met,
    )
