"""Drafts: begun from nothing, files, a template or the version in force; thrown away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from engine.domain.bundle import MODEL_FILE
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.text import fold, one_line, storable
from engine.execution.history import record_audit
from engine.execution.versions_in_force import version_in_force
from engine.runtime.naming import ProcessName, name_process, process_name
from engine.store.session import Store
from engine.store.tables import ModelFile, ModelVersion
from qms.designer.acting import DraftState, Drawing, locked_draft, require_drawer, require_open
from qms.designer.draft_files import (
    LARGEST_DRAFT,
    MOST_FILES,
    require_place,
    require_readable,
    taken_apart,
)
from qms.designer.refusals import DraftKeyTaken, DraftKeyUnfit, DraftNameMissing, FileUnfit, ModelNotOurs
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave

LONGEST_NAME: Final = 200
_KEY: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDraft:
    """A draft of these files; without a key and a name of its own it keeps those of its drawing."""

    by: Drawing
    files: Mapping[str, bytes]
    key: str = ""
    name: str = ""
    procedure: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendVersion:
    """A draft that begins as the version of a model which is in force today."""

    by: Drawing
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """Throw a draft away; its files stay for the record."""

    by: Drawing
    draft: UUID


def create_draft(store: Store, command: CreateDraft, now: datetime) -> UUID:
    """Begin it; raises DrawingForbidden, FileUnfit, DraftNameMissing, DraftKeyUnfit, DraftKeyTaken."""
    by = command.by
    require_drawer(by.viewer)
    _require_fit(command.files)
    drawn = process_name(command.files[MODEL_FILE])
    key, name = command.key.strip() or drawn.key, name_of_draft(command.name or drawn.name)
    if _KEY.fullmatch(key) is None:
        raise DraftKeyUnfit
    model = name_process(command.files[MODEL_FILE], ProcessName(key=key, name=name))
    with store.transaction() as session:
        _lock_key(session, by.viewer.agency, key)
        _require_free(session, by.viewer.agency, key)
        return _insert(
            session, by, {**command.files, MODEL_FILE: model}, key, name, now, procedure=command.procedure
        )


def amend_version(store: Store, command: AmendVersion, now: datetime) -> UUID:
    """Begin a draft from the version in force; one that is being drawn already is given back.

    Raises DrawingForbidden and ModelNotOurs.
    """
    by, agency = command.by, command.by.viewer.agency
    require_drawer(by.viewer)
    with store.transaction() as session:
        _lock_key(session, agency, command.key)
        version = version_in_force(session, command.key, agency, local_day(now))
        if version is None:
            raise ModelNotOurs(command.key)
        drawn = session.scalars(
            select(ModelDraft.id).where(
                ModelDraft.agency_id == agency,
                ModelDraft.key == command.key,
                ModelDraft.state.in_([DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED]),
            )
        ).first()
        if drawn is not None:
            return drawn
        rows = session.execute(
            select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version.id)
        )
        files = taken_apart({row.path: row.content for row in rows})
        return _insert(session, by, files, version.key, version.name, now, based_on=version.id)


def discard_draft(store: Store, command: DiscardDraft, now: datetime) -> None:
    """Throw it away; raises DrawingForbidden, DraftNotFound and DraftNotOpen."""
    by = command.by
    require_drawer(by.viewer)
    with store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        row.state, row.editor_id, row.editor_seen_at = DraftState.DISCARDED, None, None
        row.saved_at, row.saved_by = now, by.viewer.person
        _record(session, "draft.discarded", row, by, now, {})


def _require_fit(files: Mapping[str, bytes]) -> None:
    if MODEL_FILE not in files:
        raise FileUnfit(
            vi="Không thấy sơ đồ BPMN (một tệp .bpmn) trong những gì đã gửi.",
            en="There is no BPMN drawing (one .bpmn file) in what was sent.",
        )
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LARGEST_DRAFT:
        raise FileUnfit(
            vi="Gói có quá nhiều tệp hoặc lớn hơn 40 MB.",
            en="The bundle has too many files or is over 40 MB.",
        )
    for path, content in files.items():
        require_place(path)
        require_readable(path, content)


def name_of_draft(text: str) -> str:
    """One line that can be stored; raises DraftNameMissing where nothing is left."""
    name = one_line(storable(text))[:LONGEST_NAME]
    if not name:
        raise DraftNameMissing
    return name


def _lock_key(session: Session, agency: UUID, key: str) -> None:
    """One at a time draws a new model of a key in an agency."""
    session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": f"draft {agency} {key}"}
    )


def _require_free(session: Session, agency: UUID, key: str) -> None:
    drawn = session.scalar(
        select(func.count())
        .select_from(ModelDraft)
        .where(
            ModelDraft.agency_id == agency,
            ModelDraft.key == key,
            ModelDraft.state.not_in([DraftState.DISCARDED, DraftState.PUBLISHED]),
        )
    )
    # Version numbers of a key count over all agencies, and what is called is named by its key alone.
    published = session.scalar(select(func.count()).select_from(ModelVersion).where(ModelVersion.key == key))
    if drawn or published:
        raise DraftKeyTaken(key)


def _insert(
    session: Session,
    by: Drawing,
    files: Mapping[str, bytes],
    key: str,
    name: str,
    now: datetime,
    *,
    based_on: UUID | None = None,
    procedure: UUID | None = None,
) -> UUID:
    person = by.viewer.person
    row = ModelDraft(
        id=fresh_id(),
        agency_id=by.viewer.agency,
        key=key,
        name=name,
        search_text=fold(f"{key} {name}"),
        state=DraftState.DRAFT,
        based_on=based_on,
        procedure_id=procedure,
        revision=1,
        created_at=now,
        created_by=person,
        saved_at=now,
        saved_by=person,
    )
    session.add(row)
    session.flush()
    for path, content in sorted(files.items()):
        sha256 = hashlib.sha256(content).hexdigest()
        session.add(
            ModelDraftFile(
                draft_id=row.id, path=path, content=content, sha256=sha256, saved_at=now, saved_by=person
            )
        )
        session.add(
            ModelDraftSave(
                draft_id=row.id,
                path=path,
                kind="saved",
                revision=1,
                content=content,
                saved_at=now,
                saved_by=person,
            )
        )
    _record(session, "draft.begun", row, by, now, {"based_on": based_on, "files": len(files)})
    return row.id


def _record(
    session: Session, kind: str, row: ModelDraft, by: Drawing, now: datetime, told: dict[str, object]
) -> None:
    session.flush()
    record_audit(
        session,
        kind,
        actor=by.actor,
        agency=row.agency_id,
        now=now,
        data={"draft": row.id, "key": row.key, **told},
    )
