"""The forms of a draft: edited step by step, undone, begun, called otherwise, taken out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE
from engine.domain.errors import Conflict
from engine.domain.forms.raw_forms import RawForm, read_raw, written
from engine.ports import Directory
from engine.runtime.form_uses import FormUse, form_uses, with_form_renamed
from engine.store.session import Store
from qms.designer.acting import Drawing, locked_draft, require_drawer, require_open
from qms.designer.draft_files import require_readable
from qms.designer.form_refusals import FormInUse, FormNameTaken, FormNameUnfit, NothingToUndo
from qms.designer.refusals import DraftFileNotFound
from qms.designer.saving import FileSaved, SaveFile, require_mine, save_or_aside, write_file
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave

_SUFFIX: Final = ".json"
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_LONGEST: Final = 60
Act: TypeAlias = Callable[[RawForm], RawForm]
"""What is to be done to a form; it gives a new one and may refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditForm:
    """One step of building: `act` is done to the form as it stands when nobody else can change it."""

    by: Drawing
    draft: UUID
    name: str
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoForm:
    """The form is to be what it was before; `before` is the save that was gone back to already."""

    by: Drawing
    draft: UUID
    name: str
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddForm:
    """A form that the draft is to hold; the name is that of its file, without folder and ending."""

    by: Drawing
    draft: UUID
    name: str
    form: RawForm


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameForm:
    """Another name for a form; the steps that use it name it so too."""

    by: Drawing
    draft: UUID
    name: str
    new_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropForm:
    """A form that the draft is to hold no longer."""

    by: Drawing
    draft: UUID
    name: str


def form_path(name: str) -> str:
    """Where the draft keeps the form."""
    return f"{FORMS_FOLDER}{name}{_SUFFIX}"


def form_name(path: str) -> str | None:
    """The form that a path of the draft keeps, None for a path of another file."""
    if not path.startswith(FORMS_FOLDER) or not path.endswith(_SUFFIX):
        return None
    return path.removeprefix(FORMS_FOLDER).removesuffix(_SUFFIX)


def edit_form(store: Store, directory: Directory, command: EditForm, now: datetime) -> FileSaved:
    """Do it and keep it as a step that can be undone; a step that changes nothing is not kept.

    Raises what the act raises, DrawingForbidden, DraftNotFound, DraftFileNotFound and FormUnreadable;
    DraftBeingEdited and DraftNotOpen once the outcome is kept aside.
    """
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, command.by.viewer, command.draft)
        path = form_path(command.name)
        before = read_raw(_file(session, row, path).content)
        after = command.act(before)
        refused: Conflict | None = None
        if after != before:
            refused = _step(session, directory, row, command.by, path, written(after), now)
        if refused is None:
            return FileSaved(revision=row.revision, saved_at=now)
    raise refused  # after the commit: the outcome lies aside


def undo_form(store: Store, directory: Directory, command: UndoForm, now: datetime) -> int:
    """Save again, byte for byte, what the form was before it became what it is; the save that it was.

    Given back as `before` the next time, it leads one step further. Raises as `edit_form`, and NothingToUndo.
    """
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, command.by.viewer, command.draft)
        path = form_path(command.name)
        content = _file(session, row, path).content
        found = _before(session, row, path, content, command.before)
        if found is None:
            raise NothingToUndo
        refused = _step(session, directory, row, command.by, path, found.content, now)
        if refused is None:
            return found.id
    raise refused


def add_form(store: Store, directory: Directory, command: AddForm, now: datetime) -> FileSaved:
    """Put a form into the draft.

    Raises DrawingForbidden, DraftNotFound, DraftNotOpen, DraftBeingEdited, FormNameUnfit, FormNameTaken,
    FormUnreadable and FileUnfit.
    """
    require_drawer(command.by.viewer)
    path, content = form_path(command.name), written(command.form)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        _require_name(command.name)
        require_readable(path, content)
        _require_free(session, row, command.name)
        return _written(session, row, command.by, path, content, now)


def rename_form(
    store: Store, directory: Directory, command: RenameForm, now: datetime
) -> tuple[FormUse, ...]:
    """Give it another name, at the steps that use it too; those steps.

    Raises as `add_form`, DraftFileNotFound, and FormNotRenamed where the drawing cannot be rewritten.
    """
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        _require_name(command.new_name)
        file = _file(session, row, form_path(command.name))
        _require_free(session, row, command.new_name)
        drawn = session.get(ModelDraftFile, (row.id, MODEL_FILE), options=[undefer(ModelDraftFile.content)])
        drawing = b"" if drawn is None else drawn.content
        uses = uses_of(drawing, command.name)
        if uses:
            renamed = with_form_renamed(drawing, command.name, command.new_name)
            _written(session, row, command.by, MODEL_FILE, renamed, now)
        content = file.content
        session.delete(file)
        _written(session, row, command.by, form_path(command.new_name), content, now)
        return uses


def drop_form(store: Store, directory: Directory, command: DropForm, now: datetime) -> FileSaved:
    """Take it out, unless a step uses it (FormInUse); what it held stays in the history of saves."""
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        file = _file(session, row, form_path(command.name))
        drawn = session.get(ModelDraftFile, (row.id, MODEL_FILE), options=[undefer(ModelDraftFile.content)])
        uses = uses_of(b"" if drawn is None else drawn.content, command.name)
        if uses:
            raise FormInUse(command.name, uses)
        session.delete(file)
        row.revision += 1
        row.saved_at, row.saved_by = now, command.by.viewer.person
        return FileSaved(revision=row.revision, saved_at=now)


def uses_of(drawing: bytes, name: str) -> tuple[FormUse, ...]:
    """The elements of a drawing that use the form."""
    return tuple(use for use in form_uses(drawing) if use.form == name)


def _mine(session: Session, directory: Directory, by: Drawing, draft: UUID, now: datetime) -> ModelDraft:
    row = locked_draft(session, by.viewer, draft)
    require_open(row)
    require_mine(session, directory, row, by, now)
    return row


def _file(session: Session, row: ModelDraft, path: str) -> ModelDraftFile:
    named = (row.id, path.replace("\0", ""))
    file = session.get(ModelDraftFile, named, options=[undefer(ModelDraftFile.content)])
    if file is None:
        raise DraftFileNotFound(path)
    return file


def _step(
    session: Session,
    directory: Directory,
    row: ModelDraft,
    by: Drawing,
    path: str,
    content: bytes,
    now: datetime,
) -> Conflict | None:
    require_readable(path, content)
    saved = SaveFile(by=by, draft=row.id, path=path, content=content, revision=row.revision, step=True)
    return save_or_aside(session, directory, row, saved, now)


def _written(
    session: Session, row: ModelDraft, by: Drawing, path: str, content: bytes, now: datetime
) -> FileSaved:
    saved = SaveFile(by=by, draft=row.id, path=path, content=content, revision=row.revision)
    write_file(session, row, saved, now)
    return FileSaved(revision=row.revision, saved_at=now)


def _before(
    session: Session, row: ModelDraft, path: str, content: bytes, before: int | None
) -> ModelDraftSave | None:
    """The last save, older than `before`, that held something else than the file does now."""
    statement = select(ModelDraftSave).where(
        ModelDraftSave.draft_id == row.id,
        ModelDraftSave.path == path,
        ModelDraftSave.kind == "saved",
        ModelDraftSave.content != content,
    )
    if before is not None:
        statement = statement.where(ModelDraftSave.id < before)
    return session.scalars(
        statement.order_by(ModelDraftSave.id.desc()).limit(1).options(undefer(ModelDraftSave.content))
    ).first()


def _require_name(name: str) -> None:
    if len(name) > _LONGEST or _NAME.fullmatch(name) is None:
        raise FormNameUnfit


def _require_free(session: Session, row: ModelDraft, name: str) -> None:
    if session.get(ModelDraftFile, (row.id, form_path(name))) is not None:
        raise FormNameTaken(name)


def empty_form(name: str, title: str) -> dict[str, Any]:
    """A form with one field to begin with."""
    field = {"type": "textfield", "key": "truong_1", "label": "Trường mới"}
    return {"type": "default", "id": name, "title": title, "components": [field]}
