"""A proposal to move cases, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from qms.migrations.tables import MigrationProposal
from tests.office import Office


def proposed(office: Office, viewer: Viewer) -> UUID:
    """One that waits for the head of the viewer's agency."""
    proposal = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            MigrationProposal(
                id=proposal,
                agency_id=viewer.agency,
                key="QMS_P77_QUYEN",
                from_version=1,
                to_version=2,
                mapping={},
                cases=[],
                plan_sha256="",
                reason="Theo Quyết định 5/QĐ",
                state="proposed",
                proposed_by=viewer.person,
                proposed_at=office.now,
                answer="",
                outcome=[],
            )
        )
    return proposal
