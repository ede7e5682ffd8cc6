"""The log of an agency: sign-ins and acts of authority, filtered, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, cast, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import start_of_day
from engine.store.tables import AuditEvent
from qms.administration.authority import require_administrator
from qms.organisation.authority import may_change_organisation
from qms.organisation.tables import Person

PAGE: Final = 50
MOST_EXPORTED: Final = 20_000
_OF_SIGN_IN: Final = (
    "sign_in.%",
    "sign_out%",
    "password.%",
    "second_factor.%",
    "recovery_codes.%",
    "session.%",
    "api_token.%",
    "identity.%",
    "access.refused",
)


class LogKind(StrEnum):
    """Which of the two logs."""

    SIGN_INS = "sign_ins"
    ACTS = "acts"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """What is looked for; empty means any. Days are those of Vietnam, both included."""

    log: LogKind
    actor: UUID | None = None
    kind: str = ""
    first_day: date | None = None
    last_day: date | None = None
    code: str = ""
    """The code of a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One event: who did what, when, from where."""

    id: int
    at: datetime
    kind: str
    actor: UUID | None
    origin: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """A part of the log, the newest first; `older` continues it (None: this is the end)."""

    lines: tuple[LogLine, ...]
    older: int | None


def log_page(session: Session, viewer: Viewer, wanted: LogFilter, *, before: int | None = None) -> LogPage:
    """The events of the agency, by key: what is added meanwhile moves no page. Raises NotAuthorised."""
    statement = _statement(session, viewer, wanted).limit(PAGE + 1)
    if before is not None:
        statement = statement.where(AuditEvent.id < before)
    rows = session.scalars(statement).all()
    lines = tuple(_line(row) for row in rows[:PAGE])
    return LogPage(lines=lines, older=lines[-1].id if len(rows) > PAGE else None)


def log_lines(session: Session, viewer: Viewer, wanted: LogFilter) -> Iterator[LogLine]:
    """All of them for a file, at most MOST_EXPORTED. Raises NotAuthorised."""
    for row in session.scalars(_statement(session, viewer, wanted).limit(MOST_EXPORTED)):
        yield _line(row)


def log_kinds(session: Session, viewer: Viewer, log: LogKind) -> tuple[str, ...]:
    """The kinds of events that the agency's log holds. Raises NotAuthorised."""
    wanted = _statement(session, viewer, LogFilter(log=log)).order_by(None)
    return tuple(sorted(session.scalars(wanted.with_only_columns(AuditEvent.kind).distinct())))


def _statement(session: Session, viewer: Viewer, wanted: LogFilter) -> Any:
    require_administrator(viewer)
    conditions = [_own(session, viewer), _of_log(wanted.log)]
    if wanted.actor is not None:
        concerned = cast(AuditEvent.data, JSONB)["person"].astext == str(wanted.actor)
        conditions.append(or_(AuditEvent.actor_id == wanted.actor, concerned))
    if wanted.kind:
        conditions.append(AuditEvent.kind == wanted.kind)
    if wanted.first_day is not None:
        conditions.append(AuditEvent.at >= start_of_day(wanted.first_day))
    if wanted.last_day is not None:
        conditions.append(AuditEvent.at < start_of_day(wanted.last_day + timedelta(days=1)))
    if wanted.code:
        conditions.append(cast(AuditEvent.data, JSONB)["code"].astext == wanted.code)
    return select(AuditEvent).where(*conditions).order_by(AuditEvent.id.desc())


def _own(session: Session, viewer: Viewer) -> ColumnElement[bool]:
    """Rows of the agency; older sign-ins carry no agency and belong to that of their person.

    What belongs to no agency (publishing by the operator, failed sign-ins of unknown names) is for those who
    look after the whole organisation.
    """
    people = select(Person.id).where(Person.agency_id == viewer.agency)
    homeless: ColumnElement[bool] = AuditEvent.agency_id.is_(None)
    if not may_change_organisation(session, viewer):
        homeless &= AuditEvent.actor_id.in_(people)
    else:
        homeless &= or_(AuditEvent.actor_id.is_(None), AuditEvent.actor_id.in_(people))
    return or_(AuditEvent.agency_id == viewer.agency, homeless)


def _of_log(log: LogKind) -> ColumnElement[bool]:
    sign_in = or_(*(AuditEvent.kind.like(pattern) for pattern in _OF_SIGN_IN))
    return sign_in if log is LogKind.SIGN_INS else ~sign_in


def _line(row: AuditEvent) -> LogLine:
    return LogLine(
        id=row.id,
        at=row.at,
        kind=row.kind,
        actor=row.actor_id,
        origin=row.origin,
        data=json.loads(row.data),
    )
