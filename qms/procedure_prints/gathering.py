"""Gathers what is printed of a version or a draft: its files, its people with their days, its history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.bundle import Bundle
from engine.domain.definition import ProcessDefinition
from engine.domain.escalation_seeds import UnknownLadder
from engine.domain.escalation_steps import Ladder
from engine.domain.local_time import local_day
from engine.execution.called_models import with_called
from engine.execution.surroundings import Surroundings
from engine.runtime import compile_bundle
from engine.store.tables import ModelVersion, ModelWithdrawal
from qms.designer.acting import DraftState, readable_draft
from qms.designer.draft_files import assembled, is_own
from qms.designer.saving import draft_contents
from qms.designer.tables import ModelDraft
from qms.designer.versions import version_files
from qms.documents.tables import Procedure
from qms.procedure_prints.approval import Approval, approval_of
from qms.procedure_prints.content import DRAFT_ISSUE, Cover, PrintedProcedure, Signer, compose
from qms.procedure_prints.history import Content, issues_of
from qms.records.letterhead import letterhead
from qms.retention.book import table_of

DRAFT: Final = "DỰ THẢO"
WITHDRAWN: Final = "ĐÃ THU HỒI"
_STATES: Final = {
    DraftState.DRAFT: "Dự thảo, chưa trình",
    DraftState.IN_REVIEW: "Đang xem xét, phê duyệt",
    DraftState.APPROVED: "Đã phê duyệt, đang ban hành",
    DraftState.PUBLISHED: "Bản thảo của phiên bản đã ban hành",
    DraftState.DISCARDED: "Dự thảo đã hủy",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printing:
    """What is printed for whom."""

    session: Session
    surroundings: Surroundings
    agency: UUID
    today: date

    def ladder(self, code: str) -> Ladder | None:
        """The ladder in force for the agency."""
        try:
            return self.surroundings.ladders.ladder(self.agency, code)
        except UnknownLadder:
            return None

    def composed(
        self, cover: Cover, bundle: Bundle, definition: ProcessDefinition, content: Content
    ) -> PrintedProcedure:
        """The whole document."""
        table = table_of(self.session, self.agency, self.today)
        return compose(
            cover=cover,
            issues=issues_of(self.session, self.agency, content),
            bundle=bundle,
            definition=definition,
            retention=table.of_case(cover.key, definition.retention),
            ladder=self.ladder,
        )


def print_version(
    session: Session, surroundings: Surroundings, viewer: Viewer, version: UUID, now: datetime
) -> PrintedProcedure:
    """A published version of the agency or of everybody; raises ModelNotOurs for any other."""
    row, files = version_files(session, viewer, version)
    return print_version_of(session, surroundings, viewer.agency, row, files, now)


def print_version_of(
    session: Session,
    surroundings: Surroundings,
    agency: UUID,
    row: ModelVersion,
    files: dict[str, bytes],
    now: datetime,
) -> PrintedProcedure:
    """A published version for an agency of which the caller knows that it may read it."""
    printing = _Printing(session=session, surroundings=surroundings, agency=agency, today=local_day(now))
    draft = session.scalar(
        select(ModelDraft).where(ModelDraft.version_id == row.id, ModelDraft.agency_id == agency)
    )
    approval = approval_of(session, surroundings.directory, draft)
    if row.deployed_by is not None and not approval.approver.name:
        named = surroundings.directory.names(session, frozenset({row.deployed_by}))
        approver = replace(
            approval.approver, name=named.get(row.deployed_by, ""), day=local_day(row.deployed_at)
        )
        approval = replace(approval, approver=approver)
    withdrawal = session.get(ModelWithdrawal, row.id)
    withdrawn = withdrawal is not None and withdrawal.withdrawn_from <= printing.today
    status = f"Đã thu hồi theo {withdrawal.decision}" if withdrawal and withdrawn else "Đã ban hành"
    cover = _cover(
        printing,
        approval,
        name=row.name,
        key=row.key,
        code=_code(session, draft, row.key),
        issue=f"Lần ban hành: {row.version:02}",
        status=status,
        effective_from=row.effective_from or local_day(row.deployed_at),
        bundle_hash=row.bundle_hash,
        watermark=WITHDRAWN if withdrawn else "",
        as_of=row.deployed_at,
    )
    definition = surroundings.models.compiled(session, row.id).definition
    content = Content(key=row.key, bundle=Bundle(files=files), number=row.version)
    return printing.composed(cover, Bundle(files=files), definition, content)


def print_draft(
    session: Session, surroundings: Surroundings, viewer: Viewer, draft: UUID, now: datetime
) -> PrintedProcedure:
    """A draft as it was saved last, marked as a draft on every page.

    Raises DraftNotFound, and ModelRefused as long as it cannot be run.
    """
    row = readable_draft(session, viewer, draft)
    printing = _Printing(
        session=session, surroundings=surroundings, agency=viewer.agency, today=local_day(now)
    )
    own = {path: content for path, content in draft_contents(session, row.id).items() if is_own(path)}
    bundle = with_called(session, assembled(own), row.agency_id, printing.today)
    cover = _cover(
        printing,
        approval_of(session, surroundings.directory, row),
        name=row.name,
        key=row.key,
        code=_code(session, row, row.key),
        issue=DRAFT_ISSUE,
        status=_STATES[DraftState(row.state)],
        effective_from=row.effective_from,
        bundle_hash=bundle.hash,
        watermark=DRAFT,
        as_of=row.saved_at,
    )
    content = Content(key=row.key, bundle=assembled(own), number=None, based_on=row.based_on)
    return printing.composed(cover, bundle, compile_bundle(bundle).definition, content)


def _cover(  # noqa: PLR0913 - the lines of the first page, each by its name
    printing: _Printing,
    approval: Approval,
    *,
    name: str,
    key: str,
    code: str,
    issue: str,
    status: str,
    effective_from: date | None,
    bundle_hash: str,
    watermark: str,
    as_of: datetime,
) -> Cover:
    signers: tuple[Signer, ...] = (approval.author, approval.reviewer, approval.approver)
    return Cover(
        head=letterhead(printing.session, printing.agency),
        name=name,
        code=code,
        key=key,
        issue=issue,
        status=status,
        effective_from=effective_from,
        decision=approval.decision,
        signers=signers,
        bundle_hash=bundle_hash,
        watermark=watermark,
        as_of=as_of,
    )


def _code(session: Session, draft: ModelDraft | None, key: str) -> str:
    """The code of the procedure in the register; the key of the model where it is in none."""
    named = (
        None if draft is None or draft.procedure_id is None else session.get(Procedure, draft.procedure_id)
    )
    return key if named is None else named.code
