"""Files handed in: their lines, and their content for those who may see the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from engine.domain.assignment import Viewer
from engine.domain.disposal import FileDisposed
from engine.domain.refusals import FileNotFound
from engine.store.tables import StoredFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file without its content."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    uploaded_by: UUID
    uploaded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """A file to hand out."""

    line: FileLine
    instance: UUID | None
    task: UUID | None
    content: bytes


def file_line(row: StoredFile) -> FileLine:
    """The line of a row."""
    return FileLine(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        uploaded_by=row.uploaded_by,
        uploaded_at=row.uploaded_at,
    )


def files_of_task(session: Session, task: UUID) -> tuple[FileLine, ...]:
    """The files attached at a task, in order of upload."""
    rows = session.scalars(
        select(StoredFile).where(StoredFile.task_id == task).order_by(StoredFile.uploaded_at, StoredFile.id)
    )
    return tuple(file_line(row) for row in rows)


def files_of_instance(session: Session, instance: UUID) -> tuple[FileLine, ...]:
    """The files of a case, in order of upload."""
    rows = session.scalars(
        select(StoredFile)
        .where(StoredFile.instance_id == instance)
        .order_by(StoredFile.uploaded_at, StoredFile.id)
    )
    return tuple(file_line(row) for row in rows)


def file_content(session: Session, viewer: Viewer, file: UUID) -> FileContent:
    """A file of the viewer's agency; whether the viewer may see its case is asked by the caller."""
    row = session.scalars(
        select(StoredFile).where(StoredFile.id == file).options(undefer(StoredFile.content))
    ).one_or_none()
    if row is None or row.agency_id != viewer.agency:
        raise FileNotFound(file)
    if row.size and not row.content:
        raise FileDisposed(file)
    return FileContent(line=file_line(row), instance=row.instance_id, task=row.task_id, content=row.content)
