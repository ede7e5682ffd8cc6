"""Cases ended in the last twelve months: how many in time, month by month, and which they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import start_of_day
from engine.domain.states import InstanceState
from engine.queries.instances import seen_by
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.dashboard.scope import Scope
from qms.oversight.figures import Share

MONTHS: Final = 12
_MONTHS_A_YEAR: Final = 12


class Kind(StrEnum):
    """What a case is about."""

    OFFICE = "thu_tuc"
    """The office's own procedures."""
    SYSTEM = "htqlcl"
    """The quality management system itself."""


class Result(StrEnum):
    """How a case ended; a pause that was authorised has moved the day, and is no lateness."""

    IN_TIME = "dung_han"
    LATE = "tre_han"
    UNDATED = "khong_co_han"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The cases of a kind that ended in a month."""

    first: date
    in_time: int = 0
    late: int = 0
    undated: int = 0

    @property
    def key(self) -> str:
        """As an address says it: 2026-11."""
        return f"{self.first:%Y-%m}"

    @property
    def percent(self) -> Decimal | None:
        """In time, of those that had a day; None without such."""
        return Share(part=self.in_time, whole=self.in_time + self.late).percent


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedCase:
    """A case behind a number."""

    id: UUID
    code: str
    title: str
    process: str
    ended_at: datetime
    legal_due: date | None
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesAsked:
    """Which of the cases; nothing asked, nothing left out of the twelve months."""

    month: date | None = None
    kind: Kind | None = None
    result: Result | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedCases:
    """One page of them and how many there are in all."""

    lines: tuple[EndedCase, ...]
    total: int


def last_months(today: date) -> tuple[date, ...]:
    """The first days of the twelve months up to this one, the earliest first."""
    return tuple(_month_before(today, back) for back in reversed(range(MONTHS)))


def by_month(session: Session, viewer: Viewer, scope: Scope, today: date) -> Mapping[Kind, tuple[Month, ...]]:
    """Both kinds, every month of the twelve, also those without a case; one question."""
    ended = _ended(viewer, scope, CasesAsked(), today).subquery()
    # The month in Vietnam: a case that ends on the 1st at 01:00 there ends in the month before in UTC.
    month = func.to_char(func.timezone("Asia/Ho_Chi_Minh", ended.c.ended_at), "YYYY-MM").label("month")
    rows = select(month, ended.c.kind, ended.c.result).subquery()
    counted: dict[tuple[str, str, str], int] = {
        (row.month, row.kind, row.result): row.number
        for row in session.execute(
            select(rows.c.month, rows.c.kind, rows.c.result, func.count().label("number")).group_by(
                rows.c.month, rows.c.kind, rows.c.result
            )
        )
    }
    return {
        kind: tuple(
            Month(
                first=first,
                in_time=counted.get((f"{first:%Y-%m}", kind, Result.IN_TIME), 0),
                late=counted.get((f"{first:%Y-%m}", kind, Result.LATE), 0),
                undated=counted.get((f"{first:%Y-%m}", kind, Result.UNDATED), 0),
            )
            for first in last_months(today)
        )
        for kind in Kind
    }


def together(months: Sequence[Month]) -> Month:
    """The sum of months, under the first of them."""
    return Month(
        first=months[0].first,
        in_time=sum(one.in_time for one in months),
        late=sum(one.late for one in months),
        undated=sum(one.undated for one in months),
    )


def ended_cases(  # one list with its filter
    session: Session,
    viewer: Viewer,
    scope: Scope,
    today: date,
    asked: CasesAsked,
    *,
    offset: int = 0,
    limit: int | None = None,
) -> EndedCases:
    """The cases that `by_month` counts, the latest end first."""
    statement = _ended(viewer, scope, asked, today)
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    rows = session.execute(
        statement.order_by(ProcessInstance.ended_at.desc(), ProcessInstance.code).offset(offset).limit(limit)
    )
    return EndedCases(lines=tuple(_line(row) for row in rows), total=total)


def _ended(viewer: Viewer, scope: Scope, asked: CasesAsked, today: date) -> Select[*tuple[Any, ...]]:
    first = asked.month or last_months(today)[0]
    until = _month_after(asked.month or today)
    conditions: list[ColumnElement[bool]] = [
        *seen_by(viewer),
        ProcessInstance.state != InstanceState.CANCELLED,
        ProcessInstance.ended_at >= start_of_day(first),
        ProcessInstance.ended_at < start_of_day(until),
    ]
    if asked.kind is not None:
        conditions.append(_kind() == asked.kind)
    if asked.result is not None:
        conditions.append(_result() == asked.result)
    if scope.units is not None:
        conditions.append(
            exists().where(and_(Task.instance_id == ProcessInstance.id, Task.unit_id.in_(scope.units)))
        )
    return (
        select(
            ProcessInstance.id,
            ProcessInstance.code,
            ProcessInstance.title,
            ModelVersion.name,
            ProcessInstance.ended_at,
            ProcessInstance.legal_due,
            _kind().label("kind"),
            _result().label("result"),
        )
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(*conditions)
    )


def _kind() -> ColumnElement[str]:
    key = ModelVersion.key
    of_system = or_(key.startswith("QMS_", autoescape=True), key.startswith("CHUNG_", autoescape=True))
    return case((of_system, Kind.SYSTEM.value), else_=Kind.OFFICE.value)


def _result() -> ColumnElement[str]:
    limit = ProcessInstance.overdue_from
    return case(
        (limit.is_(None), Result.UNDATED.value),
        (ProcessInstance.ended_at < limit, Result.IN_TIME.value),
        else_=Result.LATE.value,
    )


def _month_before(day: date, back: int) -> date:
    months = day.year * _MONTHS_A_YEAR + day.month - 1 - back
    return date(months // _MONTHS_A_YEAR, months % _MONTHS_A_YEAR + 1, 1)


def _month_after(day: date) -> date:
    return _month_before(day, -1)


def _line(row: Any) -> EndedCase:
    return EndedCase(
        id=row.id,
        code=row.code,
        title=row.title,
        process=row.name,
        ended_at=row.ended_at,
        legal_due=row.legal_due,
        result=Result(row.result),
    )
