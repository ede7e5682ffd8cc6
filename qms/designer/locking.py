"""Who has a draft open to draw: taken, kept by a sign every half minute, given back, taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.execution.history import record_audit
from engine.store.session import Store
from qms.designer.acting import Drawing, editor_of, locked_draft, other_editor, require_drawer, require_open


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDraft:
    """Keep or ask for the right to draw; with `take`, take it from whoever has it."""

    by: Drawing
    draft: UUID
    take: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who has the right to draw now."""

    editor: UUID
    mine: bool


def hold_draft(store: Store, command: HoldDraft, now: datetime) -> Held:
    """The editor of the draft: who asks, unless somebody else has it.

    Raises DrawingForbidden, DraftNotFound and DraftNotOpen.
    """
    by, me = command.by, command.by.viewer.person
    require_drawer(by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        editor = other_editor(row, me, now)
        if editor is not None:
            if not command.take:
                return Held(editor=editor, mine=False)
            record_audit(
                session,
                "draft.taken_over",
                actor=by.actor,
                agency=row.agency_id,
                now=now,
                data={"draft": row.id, "from": editor},
            )
        row.editor_id, row.editor_seen_at = me, now
        return Held(editor=me, mine=True)


def release_draft(store: Store, command: HoldDraft, now: datetime) -> None:
    """Give the right to draw back; of somebody else's nothing happens. Raises as `hold_draft`."""
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, command.by.viewer, command.draft)
        if editor_of(row, now) == command.by.viewer.person:
            row.editor_id, row.editor_seen_at = None, None
