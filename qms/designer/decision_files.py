"""The decision tables of a draft: which there are, beginning one, giving it another code, taking it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.bundle import MODEL_FILE
from engine.ports import Directory
from engine.runtime.decision_sheets import AskingStep, read_sheets, rename_decision, steps_asking
from engine.store.session import Store
from qms.designer.acting import Drawing, locked_draft, readable_draft, require_drawer, require_open
from qms.designer.draft_files import DECISIONS, require_readable
from qms.designer.refusals import DraftFileNotFound
from qms.designer.saving import FileSaved, SaveFile, draft_contents, require_mine, write_file
from qms.designer.table_refusals import TableCodeTaken, TableCodeUnfit, TableInUse
from qms.designer.tables import ModelDraft, ModelDraftFile

_SUFFIX: Final = ".dmn"
_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")
_ANY_DECISION: Final = re.compile(rb"<(?:\w+:)?decision\b[^>]*?\bid=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A file of tables in a list."""

    name: str
    """Its file without folder and ending."""
    title: str
    keys: tuple[str, ...]
    """The decisions in it, as a step of the drawing names them."""
    rules: int
    steps: tuple[AskingStep, ...]
    """The steps that ask it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTable:
    """A table that the draft is to hold; the name is that of its file, without folder and ending."""

    by: Drawing
    draft: UUID
    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTable:
    """Another code for a table: for its file, and for its decision where that bears the same."""

    by: Drawing
    draft: UUID
    name: str
    new_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropTable:
    """A table that the draft is to hold no longer."""

    by: Drawing
    draft: UUID
    name: str


def table_path(name: str) -> str:
    """Where the draft keeps the table."""
    return f"{DECISIONS}{name}{_SUFFIX}"


def table_lines(files: Mapping[str, bytes]) -> list[TableLine]:
    """The tables among the files of a draft, by name."""
    return [_line(path, files) for path in sorted(files) if path.startswith(DECISIONS)]


def draft_files(session: Session, viewer: Viewer, draft: UUID) -> Mapping[str, bytes]:
    """All files of the draft for who may read it; raises DraftNotFound."""
    return draft_contents(session, readable_draft(session, viewer, draft).id)


def add_table(store: Store, directory: Directory, command: AddTable, now: datetime) -> FileSaved:
    """Put a table into the draft.

    Raises DrawingForbidden, DraftNotFound, DraftNotOpen, DraftBeingEdited, TableCodeUnfit, TableCodeTaken and
    FileUnfit.
    """
    require_drawer(command.by.viewer)
    _require_code(command.name)
    path = table_path(command.name)
    require_readable(path, command.content)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        _require_free(session, row, command.name)
        return _written(session, row, command.by, path, command.content, now)


def rename_table(store: Store, directory: Directory, command: RenameTable, now: datetime) -> FileSaved:
    """Give it another code, unless a step asks it by this one (TableInUse); else raises as `add_table`."""
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        file = _unasked(session, row, command.name)
        _require_code(command.new_name)
        _require_free(session, row, command.new_name, but=command.name)
        content = rename_decision(file.content, command.name, command.new_name)
        session.delete(file)
        return _written(session, row, command.by, table_path(command.new_name), content, now)


def drop_table(store: Store, directory: Directory, command: DropTable, now: datetime) -> FileSaved:
    """Take it out, unless a step asks it (TableInUse); what it held stays in the history of saves."""
    require_drawer(command.by.viewer)
    with store.transaction() as session:
        row = _mine(session, directory, command.by, command.draft, now)
        session.delete(_unasked(session, row, command.name))
        row.revision += 1
        row.saved_at, row.saved_by = now, command.by.viewer.person
        return FileSaved(revision=row.revision, saved_at=now)


def _mine(session: Session, directory: Directory, by: Drawing, draft: UUID, now: datetime) -> ModelDraft:
    row = locked_draft(session, by.viewer, draft)
    require_open(row)
    require_mine(session, directory, row, by, now)
    return row


def _unasked(session: Session, row: ModelDraft, name: str) -> ModelDraftFile:
    path = table_path(name)
    file = session.get(ModelDraftFile, (row.id, path))
    if file is None:
        raise DraftFileNotFound(path)
    line = _line(path, draft_contents(session, row.id))
    if line.steps:
        raise TableInUse(name, line.steps)
    return file


def _written(
    session: Session, row: ModelDraft, by: Drawing, path: str, content: bytes, now: datetime
) -> FileSaved:
    saved = SaveFile(by=by, draft=row.id, path=path, content=content, revision=row.revision)
    write_file(session, row, saved, now)
    return FileSaved(revision=row.revision, saved_at=now)


def _require_code(name: str) -> None:
    if _CODE.fullmatch(name) is None:
        raise TableCodeUnfit


def _require_free(session: Session, row: ModelDraft, name: str, *, but: str = "") -> None:
    others = [line for line in table_lines(draft_contents(session, row.id)) if line.name != but]
    if name == but or any(name in {line.name, *line.keys} for line in others):
        raise TableCodeTaken(name)


def _line(path: str, files: Mapping[str, bytes]) -> TableLine:
    content = files[path]
    sheets = read_sheets(content)
    keys = tuple(key.decode(errors="replace") for key in _ANY_DECISION.findall(content))
    name = path.removeprefix(DECISIONS).removesuffix(_SUFFIX)
    return TableLine(
        name=name,
        title=next((sheet.name for sheet in sheets if sheet.name), name),
        keys=keys,
        rules=sum(len(sheet.rules) for sheet in sheets),
        steps=steps_asking(files.get(MODEL_FILE, b""), keys),
    )
