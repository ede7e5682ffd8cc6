"""The lines of legal time as rows: read into a book in a few statements, ended and begun by a change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias, cast
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from engine.domain.calendar import CalendarDay, DayKind, OfficeHours
from engine.domain.deadline_policy import DeadlinePolicy
from engine.domain.escalation_text import ladder_text, read_ladder
from engine.domain.identifiers import derived_id
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.lines import DayLine, HoursLine, Key, LadderLine, Line, PolicyLine
from qms.legal_time.scopes import Scope
from qms.legal_time.shipped import shipped_book
from qms.legal_time.tables import (
    CalendarDayLine,
    DeadlinePolicyLine,
    EscalationLadderLine,
    LegalTimeVersion,
    OfficeHoursLine,
)
from qms.legal_time.written import read, write
from qms.organisation.tables import Agency

Kept: TypeAlias = CalendarDayLine | OfficeHoursLine | DeadlinePolicyLine | EscalationLadderLine
_TABLES: Final[tuple[type[Kept], ...]] = (
    CalendarDayLine,
    OfficeHoursLine,
    DeadlinePolicyLine,
    EscalationLadderLine,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """By whom and when lines are entered, and the version with which they begin."""

    by: UUID | None
    at: datetime
    version: int


def version_in_force(session: Session) -> int:
    """The version of legal time; 0 while the database holds none and the shipped one counts."""
    return session.scalar(select(LegalTimeVersion.version)) or 0


def load_book(session: Session, *, version: int | None = None) -> LegalTimeBook:
    """The book in force, or that of an earlier version; five statements, whatever the number of agencies.

    Take a snapshot (`Store.reading`) or the lock of the version's row to have all of it of one moment.
    """
    wanted = version_in_force(session) if version is None else version
    if wanted == 0:
        return shipped_book()
    lines = [line_of(row) for table in _TABLES for row in _rows(session, table, wanted)]
    provinces = session.execute(select(Agency.id, Agency.province)).all()
    return LegalTimeBook(
        version=wanted,
        lines={line.key: line for line in lines},
        provinces={row.id: row.province for row in provinces},
    )


def begin_lines(session: Session, lines: Iterable[Line], entered: Entered) -> None:
    """Write lines that hold from a version on."""
    session.add_all(_row(line, entered) for line in lines)
    session.flush()


def end_lines(session: Session, lines: Iterable[Line], *, version: int) -> None:
    """Let lines in force hold no longer from a version on."""
    ended = {line.key for line in lines}
    scopes = {cast("Scope", key[1]) for key in ended}
    for table in _TABLES:
        for scope in scopes:
            in_force = select(table).where(_in_scope(table, scope), table.until_version.is_(None))
            kept: Iterable[Any] = session.scalars(in_force)
            for row in kept:
                if line_of(row).key in ended:
                    row.until_version = version
    session.flush()


def ever_entered(session: Session, scope: Scope) -> frozenset[Line]:
    """All lines that a scope has, or once had."""
    rows = (row for table in _TABLES for row in session.scalars(select(table).where(_in_scope(table, scope))))
    return frozenset(line_of(row) for row in rows)


def line_of(row: Any) -> Line:
    """The line that a row of one of the four tables, or a result with its columns, holds."""
    scope = Scope(province=row.province, agency=row.agency_id)
    if hasattr(row, "kind"):
        day = CalendarDay(
            day=row.day, kind=DayKind(row.kind), name=row.name, basis=row.basis, confirmed=row.confirmed
        )
        return DayLine(scope=scope, day=day)
    if hasattr(row, "week"):
        hours = read(OfficeHours, {"week": json.loads(row.week), "made_up": json.loads(row.made_up)})
        return HoursLine(scope=scope, valid_from=row.valid_from, hours=hours, basis=row.basis)
    if hasattr(row, "rule"):
        return PolicyLine(
            scope=scope,
            policy=read(DeadlinePolicy, json.loads(row.rule)),
            procedure=row.procedure,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
    return LadderLine(scope=scope, ladder=read_ladder(row.steps), basis=row.basis)


def _rows(session: Session, table: Any, version: int) -> Iterable[Any]:
    columns = [column for column in table.__table__.columns if column.key not in {"entered_by", "entered_at"}]
    held = or_(table.until_version.is_(None), table.until_version > version)
    return session.execute(select(*columns).where(table.from_version <= version, held)).all()


def _in_scope(table: type[Kept], scope: Scope) -> ColumnElement[bool]:
    return table.province.is_not_distinct_from(scope.province) & table.agency_id.is_not_distinct_from(
        scope.agency
    )


def _row(line: Line, entered: Entered) -> Kept:
    kept: dict[str, Any] = {
        "id": derived_id("line of legal time", entered.version, *_named(line.key)),
        "province": line.scope.province,
        "agency_id": line.scope.agency,
        "entered_by": entered.by,
        "entered_at": entered.at,
        "from_version": entered.version,
        "until_version": None,
    }
    match line:
        case DayLine():
            return _day_row(line.day, kept)
        case HoursLine():
            week, made_up = json.dumps(write(line.hours.week)), json.dumps(write(line.hours.made_up))
            return OfficeHoursLine(
                **kept, valid_from=line.valid_from, week=week, made_up=made_up, basis=line.basis
            )
        case PolicyLine():
            return _policy_row(line, kept)
        case LadderLine():
            return _ladder_row(line, kept)


def _day_row(day: CalendarDay, kept: dict[str, Any]) -> CalendarDayLine:
    return CalendarDayLine(
        **kept, day=day.day, kind=day.kind.value, name=day.name, basis=day.basis, confirmed=day.confirmed
    )


def _policy_row(line: PolicyLine, kept: dict[str, Any]) -> DeadlinePolicyLine:
    return DeadlinePolicyLine(
        **kept,
        code=line.policy.code,
        procedure=line.procedure,
        valid_from=line.valid_from,
        valid_to=line.valid_to,
        rule=json.dumps(write(line.policy), ensure_ascii=False),
        legal_basis=line.policy.legal_basis,
    )


def _ladder_row(line: LadderLine, kept: dict[str, Any]) -> EscalationLadderLine:
    return EscalationLadderLine(
        **kept,
        code=line.ladder.code,
        name_vi=line.ladder.name_vi,
        name_en=line.ladder.name_en,
        steps=ladder_text(line.ladder),
        basis=line.basis,
    )


def _named(key: Key) -> tuple[object, ...]:
    kind, scope, *rest = key
    if not isinstance(scope, Scope):
        raise TypeError(scope)
    return (kind, scope.province, scope.agency, *rest)
