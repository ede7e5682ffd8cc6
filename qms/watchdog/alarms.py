"""Alarms: opened once an outage, told until somebody was reached, closed when all is well again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.execution.history import record_audit
from engine.ports import Contact, Directory
from engine.store.session import Store
from qms.legal_time.tables import WatchdogAlarm
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment

NO_WORKER: Final = "no_worker"
DATABASE: Final = "database"
"""Of this one nothing can be written down while it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """An alarm as it is told; `ended_at` None while it lasts."""

    id: UUID
    kind: str
    opened_at: datetime
    ended_at: datetime | None
    detail: str


class Tell(Protocol):
    """Tells people of an alarm at once."""

    def __call__(self, alarm: Alarm, people: Sequence[Contact]) -> bool:
        """Whether at least one of them was reached."""


def raise_alarm(
    store: Store, directory: Directory, kind: str, detail: str, now: datetime, tell: Tell
) -> bool:
    """Open the alarm unless it is open, and tell it unless it was told; whether it was told now.

    `now` is the machine's. The row stays locked meanwhile, so that of two watchdogs one tells; whoever dies
    before the commit tells it again under the same Message-ID.
    """
    with store.transaction() as session:
        opened = session.scalar(
            insert(WatchdogAlarm)
            .values(id=fresh_id(), kind=kind, opened_at=now, detail=detail)
            .on_conflict_do_nothing()
            .returning(WatchdogAlarm.id)
        )
        if opened is not None:
            _audit(session, "alarm.opened", kind, detail, now)
        row = _open(session, kind)
        if row is None or row.told_at is not None:
            return False
        alarm = Alarm(id=row.id, kind=kind, opened_at=row.opened_at, ended_at=None, detail=row.detail)
        if not tell(alarm, administrators(session, directory, local_day(now))):
            return False
        row.told_at = now
        return True


def end_alarm(store: Store, directory: Directory, kind: str, now: datetime, tell: Tell) -> bool:
    """Close the alarm if it is open, and tell those who heard of it; whether it is closed now."""
    with store.transaction() as session:
        row = _open(session, kind)
        if row is None:
            return False
        alarm = Alarm(id=row.id, kind=kind, opened_at=row.opened_at, ended_at=now, detail=row.detail)
        if row.told_at is not None and not tell(alarm, administrators(session, directory, local_day(now))):
            return False
        row.closed_at = now
        _audit(session, "alarm.closed", kind, row.detail, now)
        return True


def administrators(session: Session, directory: Directory, day: date) -> tuple[Contact, ...]:
    """Whoever is an administrator of some agency on that day and can be written to."""
    people = session.scalars(
        select(Person.id)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(RoleAssignment.role == Role.ADMINISTRATOR, valid_on(day), Person.active)
        .distinct()
        .order_by(Person.id)
    ).all()
    contacts = (directory.contact(session, person) for person in people)
    return tuple(contact for contact in contacts if contact is not None and contact.address)


def _open(session: Session, kind: str) -> WatchdogAlarm | None:
    return session.scalars(
        select(WatchdogAlarm)
        .where(WatchdogAlarm.kind == kind, WatchdogAlarm.closed_at.is_(None))
        .with_for_update(skip_locked=True)
    ).one_or_none()


def _audit(session: Session, event: str, kind: str, detail: str, now: datetime) -> None:
    data = {"kind": kind, "detail": detail}
    record_audit(session, event, actor=Actor.system(), agency=None, now=now, data=data)
