"""Drafts as pages show them: the list, one draft with its files, what was saved when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.text import fold
from engine.store.tables import ModelVersion, ProcessInstance
from qms.designer.acting import DraftState, draws, editor_of, readable_draft
from qms.designer.draft_files import is_own
from qms.designer.refusals import DraftFileNotFound, DraftNotFound, DrawingForbidden, SaveNotFound
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave

MOST_SAVES: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One draft in the list."""

    id: UUID
    key: str
    name: str
    state: DraftState
    saved_at: datetime
    saved_by: UUID | None
    created_by: UUID | None
    editor: UUID | None
    """Who has it open to draw at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFileLine:
    """One file of a draft."""

    path: str
    size: int
    sha256: str
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """One draft: its state, its files, the case of its review and the version it became."""

    line: DraftLine
    revision: int
    created_at: datetime
    editable: bool
    """Whether the viewer may draw in it now, unless somebody else does."""
    files: tuple[DraftFileLine, ...]
    based_on: int | None
    """The number of the version that it amends."""
    amended: UUID | None
    """That version."""
    case: UUID | None
    case_code: str
    bundle_hash: str
    effective_from: date | None
    version: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveLine:
    """What was saved once; `aside`: it did not take the file's place."""

    id: int
    path: str
    aside: bool
    revision: int
    saved_at: datetime
    saved_by: UUID | None
    size: int


def drafts(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    words: str = "",
    state: DraftState | None = None,
    discarded: bool = False,
) -> Sequence[DraftLine]:
    """The drafts of the agency in whose name or key all words occur, the last saved first.

    Raises DrawingForbidden for who neither draws nor oversees.
    """
    if not may(viewer, Power.READ_DRAFTS):
        raise DrawingForbidden
    statement = select(ModelDraft).where(ModelDraft.agency_id == viewer.agency)
    for word in fold(words).split():
        statement = statement.where(ModelDraft.search_text.contains(word, autoescape=True))
    if state is not None:
        statement = statement.where(ModelDraft.state == state)
    elif not discarded:
        statement = statement.where(ModelDraft.state != DraftState.DISCARDED)
    rows = session.scalars(statement.order_by(ModelDraft.saved_at.desc(), ModelDraft.id).limit(MOST_SAVES))
    return [_line(row, now) for row in rows]


def draft_view(session: Session, viewer: Viewer, draft: UUID, now: datetime) -> DraftView:
    """The draft; raises DraftNotFound."""
    row = readable_draft(session, viewer, draft)
    base = None if row.based_on is None else session.get(ModelVersion, row.based_on)
    case = None if row.instance_id is None else session.get(ProcessInstance, row.instance_id)
    return DraftView(
        line=_line(row, now),
        revision=row.revision,
        created_at=row.created_at,
        editable=draws(viewer) and row.state == DraftState.DRAFT,
        files=_files(session, row.id),
        based_on=None if base is None else base.version,
        amended=row.based_on,
        case=None if case is None else case.id,
        case_code="" if case is None else case.code,
        bundle_hash=row.bundle_hash,
        effective_from=row.effective_from,
        version=row.version_id,
    )


def draft_of_case(session: Session, viewer: Viewer, instance: UUID, now: datetime) -> DraftView | None:
    """The draft whose review a case is, for who may read it; None for any other case."""
    found = session.scalar(
        select(ModelDraft.id).where(ModelDraft.instance_id == instance, ModelDraft.agency_id == viewer.agency)
    )
    if found is None:
        return None
    try:
        return draft_view(session, viewer, found, now)
    except DraftNotFound:
        return None


def draft_file(session: Session, viewer: Viewer, draft: UUID, path: str) -> tuple[bytes, int]:
    """The content of a file and the draft's revision; raises DraftNotFound and DraftFileNotFound."""
    row = readable_draft(session, viewer, draft)
    content = session.scalar(
        select(ModelDraftFile.content).where(
            ModelDraftFile.draft_id == row.id, ModelDraftFile.path == path.replace("\0", "")
        )
    )
    if content is None:
        raise DraftFileNotFound(path)
    return content, row.revision


def saves(session: Session, viewer: Viewer, draft: UUID) -> Sequence[SaveLine]:
    """What was saved of a draft, the last first; raises DraftNotFound."""
    row = readable_draft(session, viewer, draft)
    found = session.execute(
        select(ModelDraftSave, func.length(ModelDraftSave.content))
        .where(ModelDraftSave.draft_id == row.id)
        .order_by(ModelDraftSave.saved_at.desc(), ModelDraftSave.id.desc())
        .limit(MOST_SAVES)
    )
    return [
        SaveLine(
            id=save.id,
            path=save.path,
            aside=save.kind == "aside",
            revision=save.revision,
            saved_at=save.saved_at,
            saved_by=save.saved_by,
            size=size,
        )
        for save, size in found
    ]


def save_content(session: Session, viewer: Viewer, draft: UUID, save: int) -> tuple[str, bytes]:
    """Path and content of one save; raises DraftNotFound and SaveNotFound."""
    row = readable_draft(session, viewer, draft)
    found = session.execute(
        select(ModelDraftSave.path, ModelDraftSave.content).where(
            ModelDraftSave.draft_id == row.id, ModelDraftSave.id == save
        )
    ).one_or_none()
    if found is None:
        raise SaveNotFound
    return found.path, found.content


def _files(session: Session, draft: UUID) -> tuple[DraftFileLine, ...]:
    rows = session.execute(
        select(ModelDraftFile, func.length(ModelDraftFile.content))
        .where(ModelDraftFile.draft_id == draft)
        .order_by(ModelDraftFile.path)
    )
    return tuple(
        DraftFileLine(path=file.path, size=size, sha256=file.sha256, saved_at=file.saved_at)
        for file, size in rows
        if is_own(file.path)
    )


def _line(row: ModelDraft, now: datetime) -> DraftLine:
    return DraftLine(
        id=row.id,
        key=row.key,
        name=row.name,
        state=DraftState(row.state),
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        created_by=row.created_by,
        editor=editor_of(row, now),
    )
