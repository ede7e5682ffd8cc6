"""Keep what an officer has typed so far; a draft is never lost and never counts as done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.values import Value, dump_values
from engine.execution.separation import require_separate_duties
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import lock_task, require_workable
from engine.store.rows import write
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDraft:
    """The texts as typed, unchecked, and the ids of the files attached so far."""

    task: UUID
    viewer: Viewer
    values: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[str]]


def save_draft(store: Store, surroundings: Surroundings, command: SaveDraft, now: datetime) -> None:
    """Store the draft with the task; the last one wins. Raises as claim_task.

    Who is to stay out of the task writes no draft of it either: somebody else might hand it in unread.
    """
    content: dict[str, Value] = {
        "values": {key: list(texts) for key, texts in command.values.items()},
        "files": {key: list(ids) for key, ids in command.files.items()},
    }
    with store.transaction() as session:
        instance, task = lock_task(session, command.task, command.viewer)
        right = require_workable(session, surroundings, task, command.viewer, now)
        if task.claimed_by != command.viewer.person:
            require_separate_duties(session, surroundings, instance, task, command.viewer.person, right, now)
        task.draft = dump_values(content)
        task.draft_by = command.viewer.person
        task.draft_at = now
        write(session, task)
