"""The three acts on a proposal: it is made from a trial, decided by the head, and noted as carried out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.commands.migrate_instance import InstanceMigrated
from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.forms.entries import clean_text
from engine.domain.identifiers import fresh_id
from engine.domain.refusals import NotAuthorised
from engine.execution.history import canonical, record_audit
from engine.store.session import Store
from qms.migrations.refusals import (
    CaseNotMovable,
    NoCaseNamed,
    OwnProposal,
    ProposalDecided,
    ProposalNotApproved,
    ProposalNotFound,
    ProposalReasonMissing,
    ProposalReasonTooLong,
)
from qms.migrations.tables import MigrationProposal

LONGEST_REASON: Final = 1_500
"""Less than an intervention's: who approved it is written behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Who acts on a proposal, and from where."""

    viewer: Viewer
    origin: str

    @property
    def actor(self) -> Actor:
        """Who stands in the audit."""
        return Actor(person=self.viewer.person, origin=self.origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMigration:
    """Move these cases, as the trial of just now told it."""

    by: Acting
    key: str
    from_version: int
    to_version: int
    mapping: Mapping[str, str]
    trials: Sequence[InstanceMigrated]
    """Of the cases that are to be moved, those alone."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideMigration:
    """The head approves a proposal, or returns it with a reason."""

    by: Acting
    proposal: UUID
    approved: bool
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMigration:
    """An approved proposal was carried out; this became of each case."""

    by: Acting
    proposal: UUID
    reports: Sequence[InstanceMigrated]


def propose_migration(store: Store, command: ProposeMigration, now: datetime) -> UUID:
    """Keep the proposal for the head; its id.

    Raises NotAuthorised, NoCaseNamed, CaseNotMovable, ProposalReasonMissing and ProposalReasonTooLong.
    """
    require_proposer(command.by.viewer)
    reason = _reason(command.reason)
    if not command.trials:
        raise NoCaseNamed
    for trial in command.trials:
        if trial.refusal is not None or trial.from_version != command.from_version:
            raise CaseNotMovable(trial.code)
    cases = [_told(trial) for trial in command.trials]
    plan = {
        "model": command.key,
        "from": command.from_version,
        "to": command.to_version,
        "mapping": dict(command.mapping),
        "cases": [[case["id"], case["sha256"]] for case in cases],
    }
    row = MigrationProposal(
        id=fresh_id(),
        agency_id=command.by.viewer.agency,
        key=command.key,
        from_version=command.from_version,
        to_version=command.to_version,
        mapping=dict(command.mapping),
        cases=cases,
        plan_sha256=_hash(plan),
        reason=reason,
        state="proposed",
        proposed_by=command.by.viewer.person,
        proposed_at=now,
        answer="",
        outcome=[],
    )
    proposal = row.id
    with store.transaction() as session:
        session.add(row)
        _audit(session, "migration.proposed", command.by, row, now, plan | {"reason": reason})
    return proposal


def decide_migration(store: Store, command: DecideMigration, now: datetime) -> None:
    """Approve it or return it.

    Raises NotAuthorised, ProposalNotFound, OwnProposal, ProposalDecided, ProposalReasonMissing and
    ProposalReasonTooLong.
    """
    viewer = command.by.viewer
    require_decider(viewer)
    with store.transaction() as session:
        row = _locked(session, viewer, command.proposal)
        if row.proposed_by == viewer.person:
            raise OwnProposal
        if row.state != "proposed":
            raise ProposalDecided
        row.answer = _reason(command.answer, needed=not command.approved)
        row.state = "approved" if command.approved else "returned"
        row.decided_by, row.decided_at = viewer.person, now
        told = {"answer": row.answer, "plan_sha256": row.plan_sha256}
        _audit(session, f"migration.{row.state}", command.by, row, now, told)


def note_migration(store: Store, command: NoteMigration, now: datetime) -> None:
    """Close an approved proposal with what became of each case.

    Raises NotAuthorised, ProposalNotFound and ProposalNotApproved.
    """
    with store.transaction() as session:
        row = _locked(session, command.by.viewer, command.proposal)
        require_carrier(command.by.viewer, row)
        row.state, row.carried_by, row.carried_at = "carried_out", command.by.viewer.person, now
        row.outcome = [
            {
                "id": str(report.instance),
                "vi": report.refusal.vi if report.refusal else "",
                "en": report.refusal.en if report.refusal else "",
            }
            for report in command.reports
        ]
        moved = [str(report.instance) for report in command.reports if report.refusal is None]
        _audit(session, "migration.carried_out", command.by, row, now, {"moved": moved})


def require_proposer(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever may not propose."""
    if not may(viewer, Power.PROPOSE_MIGRATION):
        raise NotAuthorised("đề nghị chuyển hồ sơ sang phiên bản khác", "propose moving cases")


def require_decider(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) everybody but the head of the agency."""
    if not may(viewer, Power.APPROVE_MIGRATION):
        raise NotAuthorised(
            "phê duyệt việc chuyển phiên bản; chỉ lãnh đạo cơ quan quyết định", "approve moving cases"
        )


def require_carrier(viewer: Viewer, row: MigrationProposal) -> None:
    """Refuse whoever may not carry it out now: NotAuthorised, ProposalNotApproved."""
    proposer = row.proposed_by == viewer.person and may(viewer, Power.PROPOSE_MIGRATION)
    if not (proposer or may(viewer, Power.INTERVENE)):
        raise NotAuthorised("thực hiện đề nghị chuyển phiên bản này", "carry out this proposal")
    if row.state != "approved":
        raise ProposalNotApproved(carried_out=row.state == "carried_out")


def outcome_hash(trial: InstanceMigrated) -> str:
    """What moving the case means, without moments: equal as long as nothing that was approved changes."""
    return _hash(
        {
            "from": trial.from_version,
            "to": trial.to_version,
            "renamed": sorted([each.old, each.new] for each in trial.renamed),
            "findings": sorted([each.rule, each.element_id] for each in trial.findings),
        }
    )


def _told(trial: InstanceMigrated) -> dict[str, Any]:
    return {
        "id": str(trial.instance),
        "sha256": outcome_hash(trial),
        "vi": [finding.message_vi for finding in trial.findings],
        "en": [finding.message_en for finding in trial.findings],
    }


def _reason(text: str, *, needed: bool = True) -> str:
    reason = clean_text(text)
    if needed and not reason:
        raise ProposalReasonMissing
    if len(reason) > LONGEST_REASON:
        raise ProposalReasonTooLong(LONGEST_REASON)
    return reason


def _locked(session: Session, viewer: Viewer, proposal: UUID) -> MigrationProposal:
    row = session.scalar(
        select(MigrationProposal)
        .where(MigrationProposal.id == proposal, MigrationProposal.agency_id == viewer.agency)
        .with_for_update()
    )
    if row is None:
        raise ProposalNotFound(proposal)
    return row


def _audit(
    session: Session, kind: str, by: Acting, row: MigrationProposal, now: datetime, told: Mapping[str, Any]
) -> None:
    data = {"proposal": str(row.id), "key": row.key, **told}
    record_audit(session, kind, actor=by.actor, agency=row.agency_id, now=now, data=data)


def _hash(value: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()
