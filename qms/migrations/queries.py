"""Proposals to move cases, for the pages of those who propose, decide and carry out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from engine.execution.confidential import open_to
from engine.store.tables import ModelVersion, ProcessInstance
from qms.migrations.proposing import require_carrier
from qms.migrations.refusals import ProposalNotFound
from qms.migrations.tables import MigrationProposal


class ProposalState(StrEnum):
    """Where a proposal stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    RETURNED = "returned"
    CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCase:
    """A case of a proposal; code and title are empty where the case is closed to the viewer."""

    id: UUID
    code: str
    title: str
    sha256: str
    told_vi: Sequence[str]
    told_en: Sequence[str]
    stayed_vi: str
    """Why it was not moved when the proposal was carried out."""
    stayed_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal with its cases."""

    id: UUID
    key: str
    name: str
    from_version: int
    to_version: int
    mapping: Mapping[str, str]
    cases: Sequence[ProposedCase]
    plan_sha256: str
    reason: str
    state: ProposalState
    proposed_by: UUID
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None
    answer: str
    carried_by: UUID | None
    carried_at: datetime | None

    @property
    def people(self) -> set[UUID]:
        """Whose names a page needs."""
        return {one for one in (self.proposed_by, self.decided_by, self.carried_by) if one is not None}


def require_concerned(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever neither proposes nor decides."""
    if not (may(viewer, Power.PROPOSE_MIGRATION) or may(viewer, Power.APPROVE_MIGRATION)):
        raise NotAuthorised("xem việc chuyển phiên bản", "see the moving of cases")


def proposals(session: Session, viewer: Viewer, *, limit: int) -> Sequence[Proposal]:
    """Those of the viewer's agency, what waits first, then the newest; raises NotAuthorised."""
    require_concerned(viewer)
    rows = session.scalars(
        select(MigrationProposal)
        .where(MigrationProposal.agency_id == viewer.agency)
        .order_by(
            MigrationProposal.state.in_(("proposed", "approved")).desc(),
            MigrationProposal.proposed_at.desc(),
        )
        .limit(limit)
    ).all()
    return [_proposal(session, viewer, row) for row in rows]


def proposal_of(session: Session, viewer: Viewer, proposal: UUID) -> Proposal:
    """One of the viewer's agency; raises NotAuthorised and ProposalNotFound."""
    require_concerned(viewer)
    return _proposal(session, viewer, _row(session, viewer, proposal))


def proposal_to_carry_out(session: Session, viewer: Viewer, proposal: UUID) -> Proposal:
    """One that was approved, for who may carry it out.

    Raises NotAuthorised, ProposalNotFound and ProposalNotApproved.
    """
    require_concerned(viewer)
    row = _row(session, viewer, proposal)
    require_carrier(viewer, row)
    return _proposal(session, viewer, row)


def _row(session: Session, viewer: Viewer, proposal: UUID) -> MigrationProposal:
    row = session.get(MigrationProposal, proposal)
    if row is None or row.agency_id != viewer.agency:
        raise ProposalNotFound(proposal)
    return row


def _proposal(session: Session, viewer: Viewer, row: MigrationProposal) -> Proposal:
    ids = [UUID(case["id"]) for case in row.cases]
    known = {
        found.id: found
        for found in session.scalars(
            select(ProcessInstance).where(
                ProcessInstance.id.in_(ids), ProcessInstance.agency_id == viewer.agency, open_to(viewer)
            )
        )
    }
    name = session.scalar(
        select(ModelVersion.name).where(ModelVersion.key == row.key, ModelVersion.version == row.to_version)
    )
    stayed = {case["id"]: case for case in row.outcome}
    return Proposal(
        id=row.id,
        key=row.key,
        name=name or row.key,
        from_version=row.from_version,
        to_version=row.to_version,
        mapping=row.mapping,
        cases=[
            ProposedCase(
                id=UUID(case["id"]),
                code=found.code if (found := known.get(UUID(case["id"]))) else "",
                title=found.title if found else "",
                sha256=case["sha256"],
                told_vi=case["vi"] if found else (),
                told_en=case["en"] if found else (),
                stayed_vi=stayed.get(case["id"], {}).get("vi", ""),
                stayed_en=stayed.get(case["id"], {}).get("en", ""),
            )
            for case in row.cases
        ],
        plan_sha256=row.plan_sha256,
        reason=row.reason,
        state=ProposalState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        answer=row.answer,
        carried_by=row.carried_by,
        carried_at=row.carried_at,
    )
