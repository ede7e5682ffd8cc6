"""Appending to the history of an instance, under its lock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.audit import Event, seal
from engine.store.tables import AuditEvent, HistoryEvent, ProcessInstance


def canonical(data: Mapping[str, object]) -> str:
    """One text for equal data: sorted keys, no blanks, dates in ISO form."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case _:
            raise TypeError(f"history cannot hold a {type(value).__name__}")


class HistoryWriter:
    """Collects the events of one transaction and appends them in one statement."""

    def __init__(self, instance: ProcessInstance, actor: Actor, now: datetime) -> None:
        self._instance = instance
        self._actor = actor
        self._now = now
        self._rows: list[dict[str, object]] = []

    def record(
        self,
        kind: str,
        *,
        element: str | None = None,
        task: UUID | None = None,
        data: Mapping[str, object] | None = None,
    ) -> None:
        """Seal one event and keep it for `append`."""
        instance = self._instance
        event = Event(
            instance=instance.id,
            sequence=instance.history_sequence + 1,
            at=self._now,
            kind=kind,
            actor=self._actor.person,
            origin=self._actor.origin,
            element=element,
            task=task,
            data=canonical(data or {}),
        )
        instance.history_sequence = event.sequence
        instance.history_hash = seal(event, instance.history_hash)
        self._rows.append(
            {
                "instance_id": event.instance,
                "sequence": event.sequence,
                "at": event.at,
                "kind": event.kind,
                "actor_id": event.actor,
                "origin": event.origin,
                "element_id": event.element,
                "task_id": event.task,
                "data": event.data,
                "hash": instance.history_hash,
            }
        )

    def append(self, session: Session) -> None:
        """Write what was recorded; the instance row must already be there."""
        if self._rows:
            session.flush()
            session.execute(insert(HistoryEvent).execution_options(render_nulls=True), self._rows)
            self._rows = []


def record_audit(
    session: Session,
    kind: str,
    *,
    actor: Actor,
    agency: UUID | None,
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    """Append an act of authority that belongs to no instance."""
    session.execute(
        insert(AuditEvent).values(
            at=now,
            kind=kind,
            actor_id=actor.person,
            agency_id=agency,
            origin=actor.origin,
            data=canonical(data or {}),
        )
    )
