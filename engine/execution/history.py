"""Appending to the history of an instance, under its lock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import (
    JSON,
    DateTime,
    Integer,
    Text,
    Uuid,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.audit import Sealing
from engine.store.rows import Batch, Statement
from engine.store.tables import AuditEvent, HistoryEvent, ProcessInstance


def canonical(data: Mapping[str, object]) -> str:
    """One text for equal data: sorted keys, no blanks, dates in ISO form."""
    return _CANONICAL.encode(data) if data else "{}"


def _plain(value: object) -> str:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case _:
            raise TypeError(f"history cannot hold a {type(value).__name__}")


_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
)


_ROWS: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_EVENTS: Final = (
    func.json_to_recordset(cast(bindparam("events"), JSON))
    .table_valued(
        column("sequence", Integer),
        column("kind", Text),
        column("element", Text),
        column("task", Uuid),
        column("data", Text),
        column("hash", Text),
    )
    .render_derived(with_types=True)
)
_COLUMNS: Final = (
    "instance_id",
    "at",
    "actor_id",
    "origin",
    "sequence",
    "kind",
    "element_id",
    "task_id",
    "data",
    "hash",
)
_APPEND: Final = Statement(
    insert(HistoryEvent).from_select(
        _COLUMNS,
        select(
            cast(bindparam("instance"), Uuid),
            cast(bindparam("at"), DateTime(timezone=True)),
            cast(bindparam("actor"), Uuid),
            cast(bindparam("origin"), Text),
            _EVENTS.c.sequence,
            _EVENTS.c.kind,
            _EVENTS.c.element,
            _EVENTS.c.task,
            _EVENTS.c.data,
            func.decode(_EVENTS.c.hash, literal_column("'hex'")),
        ),
    )
)


class HistoryWriter:
    """Collects the events of one transaction and appends them in one statement."""

    def __init__(self, instance: ProcessInstance, actor: Actor, now: datetime) -> None:
        self._instance = instance
        self._actor = actor
        self._now = now
        self._sealing = Sealing(instance.id, now, actor.person, actor.origin)
        self._sequence = instance.history_sequence
        self._hash = instance.history_hash
        self._rows: list[dict[str, object]] = []

    @property
    def at(self) -> datetime:
        """The moment of what is recorded."""
        return self._now

    def record(
        self,
        kind: str,
        *,
        element: str | None = None,
        task: UUID | None = None,
        data: Mapping[str, object] | None = None,
    ) -> None:
        """Seal one event and keep it to be written."""
        text = canonical(data or {})
        self._sequence += 1
        self._hash = self._sealing.seal(self._sequence, kind, element, task, text, self._hash)
        self._rows.append(
            {
                "sequence": self._sequence,
                "kind": kind,
                "element": element,
                "task": str(task) if task else None,
                "data": text,
                "hash": self._hash.hex(),
            }
        )

    def write(self, batch: Batch) -> None:
        """Let the batch append what was recorded; sets the chain's end on the row of the instance."""
        if not self._rows:
            return
        self._instance.history_sequence = self._sequence
        self._instance.history_hash = self._hash
        batch.add(
            _APPEND,
            {
                "instance": self._instance.id,
                "at": self._now,
                "actor": self._actor.person,
                "origin": self._actor.origin,
                "events": _ROWS.encode(self._rows),
            },
        )
        self._rows = []

    def append(self, session: Session) -> None:
        """Write what was recorded at once; the instance row must already be there."""
        batch = Batch()
        self.write(batch)
        session.flush()
        batch.run(session)


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
