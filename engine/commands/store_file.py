"""Keep a file that somebody hands in, at a task or on its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import lock_task, require_workable
from engine.store.session import Store
from engine.store.tables import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFile:
    """The file's name, checked type and content; `task` when it belongs to one."""

    viewer: Viewer
    name: str
    media_type: str
    content: bytes
    task: UUID | None


def store_file(store: Store, surroundings: Surroundings, command: StoreFile, now: datetime) -> UUID:
    """Store the file and return its id. At a task it raises as claim_task."""
    with store.transaction() as session:
        instance = None
        if command.task is not None:
            locked, task = lock_task(session, command.task, command.viewer)
            require_workable(session, surroundings, task, command.viewer, now)
            instance = locked.id
        file_id = fresh_id()
        session.add(
            StoredFile(
                id=file_id,
                agency_id=command.viewer.agency,
                instance_id=instance,
                task_id=command.task,
                name=command.name,
                media_type=command.media_type,
                size=len(command.content),
                sha256=hashlib.sha256(command.content).hexdigest(),
                content=command.content,
                uploaded_by=command.viewer.person,
                uploaded_at=now,
            )
        )
        return file_id
