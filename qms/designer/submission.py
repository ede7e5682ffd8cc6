"""Handing a draft in: proved, frozen by its hash, and its case of review and approval begun (P05)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.bundle import CALLED_FOLDER, Bundle
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound
from engine.domain.text import normal, storable
from engine.execution.beginning import begin
from engine.execution.called_models import with_called
from engine.execution.history import record_audit
from engine.execution.versions_in_force import version_in_force
from engine.store.tables import ModelVersion, ModelWithdrawal
from qms.bootstrap import System
from qms.designer.acting import (
    DraftState,
    Drawing,
    locked_draft,
    other_editor,
    readable_draft,
    require_drawer,
    require_open,
)
from qms.designer.checking import check_bundle, procedure_code, with_key_findings
from qms.designer.draft_files import ORIGIN, assembled, is_own
from qms.designer.operators import MODEL_KEY
from qms.designer.proving import Proof
from qms.designer.refusals import (
    DraftBeingEdited,
    DraftSavedMeanwhile,
    EffectiveDayUnfit,
    ReviewerUnfit,
    SubmissionRefused,
)
from qms.designer.saving import draft_contents
from qms.designer.tables import ModelDraft, ModelDraftFile, ModelDraftSave

SERIES: Final = "P05"
LONGEST_SUMMARY: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDraft:
    """Who is to review it, from which day it is to hold, and what it changes."""

    by: Drawing
    draft: UUID
    reviewer: UUID | None
    effective_from: date
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """The case of the review."""

    instance: UUID
    code: str


def submit_draft(system: System, command: SubmitDraft, now: datetime) -> Submitted:
    """Prove it, freeze it and begin its review; nothing changes where something is wrong.

    Raises DrawingForbidden, DraftNotFound, DraftNotOpen, ReviewerUnfit, EffectiveDayUnfit, DraftBeingEdited,
    DraftSavedMeanwhile, ModelNotFound, and SubmissionRefused with what the check found.
    """
    by = command.by
    require_drawer(by.viewer)
    with system.store.reading() as session:
        row = readable_draft(session, by.viewer, command.draft)
        require_open(row)
        _require_plausible(session, system, row, command, now)
        revision, bundle = row.revision, _frozen(session, row, now)
        procedure = procedure_code(session, row)
    proof = check_bundle(
        system, bundle, agency=by.viewer.agency, day=command.effective_from, procedure=procedure
    )
    proof = with_key_findings(system, row, bundle, proof)
    if proof.errors:
        raise SubmissionRefused(len(proof.errors))
    with system.store.transaction() as session:
        row = locked_draft(session, by.viewer, command.draft)
        require_open(row)
        if row.revision != revision:
            raise DraftSavedMeanwhile
        _require_plausible(session, system, row, command, now)
        return _begin(session, system, row, command, bundle, proof, now)


def authors_of(session: Session, row: ModelDraft) -> tuple[UUID, ...]:
    """Everybody who has drawn at it."""
    saved = session.scalars(
        select(ModelDraftSave.saved_by)
        .where(ModelDraftSave.draft_id == row.id, ModelDraftSave.kind == "saved")
        .distinct()
    )
    return tuple(sorted({person for person in (row.created_by, row.saved_by, *saved) if person is not None}))


def _require_plausible(
    session: Session, system: System, row: ModelDraft, command: SubmitDraft, now: datetime
) -> None:
    today = local_day(now)
    me = command.by.viewer
    editor = other_editor(row, me.person, now)
    if editor is not None:
        names = system.surroundings.directory.names(session, frozenset({editor}))
        raise DraftBeingEdited(editor, names.get(editor, "?"))
    reviewer = command.reviewer
    found = reviewer and system.surroundings.directory.viewer(session, reviewer, today)
    if not found or found.agency != me.agency or reviewer in {me.person, *authors_of(session, row)}:
        raise ReviewerUnfit
    first = max(today, _newest_day(session, row) or today)
    if command.effective_from < first:
        raise EffectiveDayUnfit(first)


def _newest_day(session: Session, row: ModelDraft) -> date | None:
    """No version takes effect before one that was published before it."""
    withdrawn = select(ModelWithdrawal.model_version_id)
    return session.scalar(
        select(func.max(ModelVersion.effective_from)).where(
            ModelVersion.key == row.key,
            or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == row.agency_id),
            ModelVersion.id.not_in(withdrawn),
        )
    )


def _frozen(session: Session, row: ModelDraft, now: datetime) -> Bundle:
    """The files with the models that they call, and whose draft they are: no other has the same hash."""
    own = {path: content for path, content in draft_contents(session, row.id).items() if is_own(path)}
    origin = {"agency": str(row.agency_id), "draft": str(row.id)}
    own[ORIGIN] = json.dumps(origin, sort_keys=True).encode()
    return with_called(session, assembled(own), row.agency_id, local_day(now))


def _begin(
    session: Session,
    system: System,
    row: ModelDraft,
    command: SubmitDraft,
    bundle: Bundle,
    proof: Proof,
    now: datetime,
) -> Submitted:
    by, today = command.by, local_day(now)
    version = version_in_force(session, MODEL_KEY, row.agency_id, today)
    if version is None:
        raise ModelNotFound(MODEL_KEY)
    _keep_added(session, row, bundle, by, now)
    row.state, row.bundle_hash, row.effective_from = DraftState.IN_REVIEW, bundle.hash, command.effective_from
    row.editor_id = row.editor_seen_at = None
    case = begin(
        session,
        system.surroundings,
        version,
        agency=row.agency_id,
        series=SERIES,
        variables={
            "ban_thao": str(row.id),
            "ten_quy_trinh": row.name,
            "ma_quy_trinh": row.key,
            "ma_bam": bundle.hash,
            "nguoi_soan": [str(person) for person in sorted({*authors_of(session, row), by.viewer.person})],
            "nguoi_xem_xet": str(command.reviewer),
            "ngay_trinh": today,
            "ngay_hieu_luc": command.effective_from,
            "tom_tat_thay_doi": normal(storable(command.summary))[:LONGEST_SUMMARY],
            "ly_do_xem_xet": "",
            "ly_do_tra_lai": "",
        },
        actor=by.actor,
        now=now,
    )
    row.instance_id = case.row.id
    session.flush()
    record_audit(
        session,
        "draft.submitted",
        actor=by.actor,
        agency=row.agency_id,
        now=now,
        data={
            "draft": row.id,
            "key": row.key,
            "bundle": bundle.hash,
            "case": case.row.code,
            "scenarios": proof.scenarios,
        },
    )
    return Submitted(instance=case.row.id, code=case.row.code)


def _keep_added(session: Session, row: ModelDraft, bundle: Bundle, by: Drawing, now: datetime) -> None:
    """What the submission adds stands among the files, so that they hash to what was handed in."""
    session.execute(
        delete(ModelDraftFile).where(
            ModelDraftFile.draft_id == row.id,
            or_(ModelDraftFile.path == ORIGIN, ModelDraftFile.path.startswith(CALLED_FOLDER)),
        )
    )
    for path, content in bundle.files.items():
        if not is_own(path):
            session.add(
                ModelDraftFile(
                    draft_id=row.id,
                    path=path,
                    content=content,
                    sha256=hashlib.sha256(content).hexdigest(),
                    saved_at=now,
                    saved_by=by.viewer.person,
                )
            )
