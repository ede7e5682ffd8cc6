"""Writing down who has to be told what; a worker makes one mail of all that a person has to be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from json import JSONEncoder
from typing import Final
from uuid import UUID

from sqlalchemy import JSON, bindparam, cast, column, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.delivery import SETTLE
from engine.domain.identifiers import derived_id
from engine.execution.history import canonical
from engine.store.rows import Batch, Statement
from engine.store.tables import Message, Notification, ProcessInstance, Task

INCIDENT_OPENED: Final = "S01"
CASE_SUSPENDED: Final = "S02"
CASE_CANCELLED: Final = "S03"
CASE_RESUMED: Final = "S04"
MESSAGE_PARKED: Final = "S05"
CLOCK_MOVED: Final = "S07"
CHANGE_REFUSED: Final = "S08"

REQUIRED: Final = "required"
"""In the data of a notice: nobody can do without it, whatever its kind."""
SINCE: Final = "since"
"""In the data of a notice: from when it was to be told, where a worker came late."""

LONGEST_WAIT: Final = timedelta(minutes=10)
"""How long it waits at most while ever more come for the same person."""


def notify(
    session: Session,
    instance: ProcessInstance,
    persons: Iterable[UUID],
    *,
    kind: str,
    now: datetime,
    task: Task | None = None,
    step: str = "",
    data: Mapping[str, object] | None = None,
) -> None:
    """Tell each person once about this step of this task or instance; saying it again changes nothing."""
    leave(session, notices(instance, persons, kind=kind, now=now, task=task, step=step, data=data))


def notices(
    instance: ProcessInstance,
    persons: Iterable[UUID],
    *,
    kind: str,
    now: datetime,
    task: Task | None = None,
    step: str = "",
    data: Mapping[str, object] | None = None,
) -> list[dict[str, object]]:
    """The rows that `notify` writes, for those who write many at once with `leave`."""
    subject = task.id if task is not None else instance.id
    shared: dict[str, object] = {  # as text: what many are told is turned into it once
        "agency_id": str(instance.agency_id),
        "kind": kind,
        "step": step,
        "instance_id": str(instance.id),
        "task_id": str(task.id) if task is not None else None,
        "created_at": now.isoformat(),
        "send_at": (now + SETTLE).isoformat(),
        "data": canonical(data or {}),
    }
    return [
        {
            "id": str(derived_id("notification", subject, kind, step, person)),
            "person_id": str(person),
            **shared,
        }
        for person in dict.fromkeys(persons)
    ]


def notify_about_message(
    session: Session, message: Message, persons: Iterable[UUID], *, kind: str, now: datetime
) -> None:
    """Tell each person about a message that stopped; `parked_at` tells one stop from the next."""
    step = message.parked_at.isoformat() if message.parked_at else ""
    leave(
        session,
        [
            {
                "id": derived_id("notification", message.id, kind, step, person),
                "agency_id": message.agency_id,
                "person_id": person,
                "kind": kind,
                "step": step,
                "instance_id": message.sender_instance,
                "task_id": None,
                "created_at": now,
                "send_at": now + SETTLE,
                "data": canonical({"message": message.id}),
            }
            for person in dict.fromkeys(persons)
        ],
    )


_COLUMNS: Final = (
    *(
        "id",
        "agency_id",
        "person_id",
        "kind",
        "step",
        "instance_id",
        "task_id",
        "created_at",
        "send_at",
        "data",
    ),
)
_ROWS: Final = (
    func.json_to_recordset(cast(bindparam("notices"), JSON))
    .table_valued(*(column(name, Notification.__table__.c[name].type) for name in _COLUMNS))
    .render_derived(with_types=True)
)
_LEAVE: Final = Statement(
    insert(Notification)
    .from_select(_COLUMNS, select(*(_ROWS.c[name] for name in _COLUMNS)))
    .on_conflict_do_nothing()
)


def leave(session: Session, rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows of `notices`; the instance must already be there."""
    batch = Batch()
    leave_with(batch, rows)
    session.flush()
    batch.run(session)


def leave_with(batch: Batch, rows: Sequence[Mapping[str, object]]) -> None:
    """The same among the writes of a batch."""
    if rows:
        batch.add(_LEAVE, {"notices": _JSON.encode(rows)})


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


_JSON: Final = JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
