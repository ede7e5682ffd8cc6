"""Another name for a draft: its drawing is given it too, so that the next save does not take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from engine.domain.bundle import MODEL_FILE
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.ports import Directory
from engine.runtime.naming import ProcessName, name_process, process_name
from engine.store.session import Store
from qms.designer.acting import Drawing, locked_draft, require_drawer, require_open
from qms.designer.drafts import name_of_draft
from qms.designer.saving import SaveFile, require_mine, write_file
from qms.designer.tables import ModelDraftFile


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameDraft:
    """Another name for a draft; its drawing is given it too."""

    by: Drawing
    draft: UUID
    name: str


def rename_draft(store: Store, directory: Directory, command: RenameDraft, now: datetime) -> None:
    """Give it another name.

    Raises DrawingForbidden, DraftNameMissing, DraftNotFound, DraftNotOpen, and DraftBeingEdited while
    somebody else draws at it.
    """
    by = command.by
    require_drawer(by.viewer)
    name = name_of_draft(command.name)
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        require_mine(session, directory, row, by, now)
        old = row.name
        drawn = session.scalar(
            select(ModelDraftFile.content).where(
                ModelDraftFile.draft_id == row.id, ModelDraftFile.path == MODEL_FILE
            )
        )
        if drawn is not None:
            content = name_process(drawn, ProcessName(key=process_name(drawn).key, name=name))
            again = SaveFile(by=by, draft=row.id, path=MODEL_FILE, content=content, revision=row.revision)
            write_file(session, row, again, now)
        row.name, row.search_text = name, fold(f"{row.key} {name}")
        row.saved_at, row.saved_by = now, by.viewer.person
        session.flush()
        record_audit(
            session,
            "draft.renamed",
            actor=by.actor,
            agency=row.agency_id,
            now=now,
            data={"draft": row.id, "key": row.key, "old": old, "new": name},
        )
