"""Saving a file of a draft: never over what was not seen, and nothing that was sent is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, undefer

from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Conflict
from engine.domain.text import fold
from engine.ports import Directory
from engine.runtime.naming import process_name
from engine.store.session import Store
from qms.designer.acting import Drawing, locked_draft, other_editor, require_drawer, require_open
from qms.designer.draft_files import MOST_FILES, require_place, require_readable
from qms.designer.refusals import (
    DraftBeingEdited,
    DraftFileChanged,
    DraftFileNotFound,
    DraftMovedOn,
    DraftNotOpen,
    FileUnfit,
    SaveNotFound,
)
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave

KEPT_EVERY: Final = 300
"""Seconds: of one person's saves in so long the last one is kept for the history."""
STEPS_KEPT: Final = 30
"""How many steps of a file can be undone one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveFile:
    """What a file is to hold; `revision` is the one that its editor read."""

    by: Drawing
    draft: UUID
    path: str
    content: bytes
    revision: int
    step: bool = False
    """Whether it is kept as a step of its own, to be undone, beside those of the same five minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFile:
    """A file that the draft is to hold no longer."""

    by: Drawing
    draft: UUID
    path: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreSave:
    """A file is to be again what it was at that save."""

    by: Drawing
    draft: UUID
    save: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSaved:
    """The revision that the draft has now."""

    revision: int
    saved_at: datetime


def save_file(store: Store, directory: Directory, command: SaveFile, now: datetime) -> FileSaved:
    """Save it, and take the right to draw where nobody has it.

    Raises DrawingForbidden, FileUnfit, DraftNotFound and DraftNotOpen; DraftBeingEdited and DraftMovedOn once
    what was sent is kept aside.
    """
    by = command.by
    require_drawer(by.viewer)
    require_place(command.path)
    require_readable(command.path, command.content)
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        refused = save_or_aside(session, directory, row, command, now)
        if refused is None:
            return FileSaved(revision=row.revision, saved_at=now)
    raise refused  # after the commit: what was sent lies aside


def remove_file(store: Store, directory: Directory, command: RemoveFile, now: datetime) -> FileSaved:
    """Take a form, a table or a scenario out of the draft; its last content stays in the history.

    Raises as `save_file`, DraftFileNotFound, and DraftFileChanged for what was saved after it was read.
    """
    by = command.by
    require_drawer(by.viewer)
    if command.path == MODEL_FILE:
        raise FileUnfit(
            vi="Không xóa được sơ đồ của bản thảo.", en="The drawing of a draft cannot be removed."
        )
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        require_mine(session, directory, row, by, now)
        file = session.get(ModelDraftFile, (row.id, command.path))
        if file is None:
            raise DraftFileNotFound(command.path)
        if _last_revision(session, row, command.path) > command.revision:
            raise DraftFileChanged(command.path)
        session.delete(file)
        row.revision += 1
        row.saved_at, row.saved_by = now, by.viewer.person
        return FileSaved(revision=row.revision, saved_at=now)


def restore_save(store: Store, directory: Directory, command: RestoreSave, now: datetime) -> FileSaved:
    """Save the content of an earlier save, or of one that lay aside, again.

    Raises as `save_file`, and SaveNotFound.
    """
    by = command.by
    require_drawer(by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        require_mine(session, directory, row, by, now)
        kept = session.get(ModelDraftSave, command.save, options=[undefer(ModelDraftSave.content)])
        if kept is None or kept.draft_id != row.id:
            raise SaveNotFound
        again = SaveFile(by=by, draft=row.id, path=kept.path, content=kept.content, revision=row.revision)
        write_file(session, row, again, now)
        return FileSaved(revision=row.revision, saved_at=now)


def draft_contents(session: Session, draft: UUID) -> Mapping[str, bytes]:
    """All files of a draft by path."""
    rows = session.execute(
        select(ModelDraftFile.path, ModelDraftFile.content).where(ModelDraftFile.draft_id == draft)
    )
    return {row.path: row.content for row in rows}


def save_or_aside(
    session: Session, directory: Directory, row: ModelDraft, command: SaveFile, now: datetime
) -> Conflict | None:
    """Write into a locked draft; where that cannot be, keep it aside and say why. Raises FileUnfit."""
    refused = _refused(session, directory, row, command, now)
    if refused is None:
        write_file(session, row, command, now)
    return refused


def _refused(
    session: Session, directory: Directory, row: ModelDraft, command: SaveFile, now: datetime
) -> Conflict | None:
    """Why it cannot take the file's place; what was sent is then kept aside, whatever state it is in."""
    me = command.by.viewer.person
    try:
        require_open(row)
    except DraftNotOpen as refusal:
        _keep(session, row, command, now, kind="aside")
        return refusal
    editor = other_editor(row, me, now)
    if editor is not None:
        aside = _keep(session, row, command, now, kind="aside")
        return DraftBeingEdited(editor, _name(session, directory, editor), aside)
    if _last_revision(session, row, command.path) > command.revision and not _same(session, row, command):
        return DraftMovedOn(_keep(session, row, command, now, kind="aside"))
    return None


def _last_revision(session: Session, row: ModelDraft, path: str) -> int:
    """At which revision of the draft the file was saved last; other files may be drawn at beside it."""
    last = select(func.max(ModelDraftSave.revision)).where(
        ModelDraftSave.draft_id == row.id, ModelDraftSave.path == path, ModelDraftSave.kind == "saved"
    )
    return session.scalar(last) or 0


def _same(session: Session, row: ModelDraft, command: SaveFile) -> bool:
    """Whether the file holds just that already: an answer was lost on its way, and it was sent again."""
    file = session.get(ModelDraftFile, (row.id, command.path))
    return file is not None and file.sha256 == hashlib.sha256(command.content).hexdigest()


def require_mine(session: Session, directory: Directory, row: ModelDraft, by: Drawing, now: datetime) -> None:
    """Refuse (DraftBeingEdited) while somebody else has the draft open to draw."""
    editor = other_editor(row, by.viewer.person, now)
    if editor is not None:
        raise DraftBeingEdited(editor, _name(session, directory, editor))


def _name(session: Session, directory: Directory, person: UUID) -> str:
    return directory.names(session, frozenset({person})).get(person, "?")


def write_file(session: Session, row: ModelDraft, command: SaveFile, now: datetime) -> None:
    """Let the file of a locked draft hold this and keep it in the history; raises FileUnfit."""
    me, path, content = command.by.viewer.person, command.path, command.content
    file = session.get(ModelDraftFile, (row.id, path))
    if file is None:
        held = session.scalar(
            select(func.count()).select_from(ModelDraftFile).where(ModelDraftFile.draft_id == row.id)
        )
        if (held or 0) >= MOST_FILES:
            raise FileUnfit(
                vi=f"Một bản thảo có tối đa {MOST_FILES} tệp.", en=f"A draft has at most {MOST_FILES} files."
            )
        file = ModelDraftFile(draft_id=row.id, path=path)
        session.add(file)
    file.content, file.sha256 = content, hashlib.sha256(content).hexdigest()
    file.saved_at = row.saved_at = row.editor_seen_at = now
    file.saved_by = row.saved_by = row.editor_id = me
    row.revision += 1
    if path == MODEL_FILE:
        _follow_name(row, content)
    _keep(session, row, command, now, kind="saved")


def _follow_name(row: ModelDraft, content: bytes) -> None:
    """The draft is called as its drawing is; its key stays the one that it was begun with."""
    drawn = process_name(content)
    if drawn.name:
        row.name, row.search_text = drawn.name, fold(f"{row.key} {drawn.name}")


def _keep(session: Session, row: ModelDraft, command: SaveFile, now: datetime, *, kind: str) -> int:
    """Keep what was sent; the saves of one person in five minutes are kept as one."""
    me = command.by.viewer.person
    last = session.scalars(
        select(ModelDraftSave)
        .where(
            ModelDraftSave.draft_id == row.id,
            ModelDraftSave.path == command.path,
            ModelDraftSave.kind == kind,
        )
        .order_by(ModelDraftSave.id.desc())
        .limit(1)
    ).first()
    if (
        last is None
        or (command.step and kind == "saved")
        or last.saved_by != me
        or last.revision == 1
        or int(last.saved_at.timestamp()) // KEPT_EVERY != int(now.timestamp()) // KEPT_EVERY
    ):
        last = ModelDraftSave(draft_id=row.id, path=command.path, kind=kind, saved_by=me)
        session.add(last)
    last.revision, last.content, last.saved_at = row.revision, command.content, now
    session.flush()
    if command.step:
        _thin(session, row, command.path)
    return last.id


def _thin(session: Session, row: ModelDraft, path: str) -> None:
    """Of the steps older than the last STEPS_KEPT leave one for each person and five minutes, the last."""
    rows = session.execute(
        select(ModelDraftSave.id, ModelDraftSave.revision, ModelDraftSave.saved_by, ModelDraftSave.saved_at)
        .where(ModelDraftSave.draft_id == row.id, ModelDraftSave.path == path, ModelDraftSave.kind == "saved")
        .order_by(ModelDraftSave.id.desc())
    ).all()
    seen: set[tuple[UUID | None, int]] = set()
    spare = []
    for number, one in enumerate(rows):
        span = one.saved_by, int(one.saved_at.timestamp()) // KEPT_EVERY
        if number >= STEPS_KEPT and span in seen and one.revision != 1:
            spare.append(one.id)
        seen.add(span)
    if spare:
        session.execute(delete(ModelDraftSave).where(ModelDraftSave.id.in_(spare)))
