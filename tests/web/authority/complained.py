"""Feedback that a survey brought, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from qms.demo_office.loading import agency_id
from qms.feedback.rules import Channel
from qms.feedback.taking_in import Said, enter
from tests.engine.cases import AGENCY
from tests.office import Office


def complained(office: Office) -> UUID:
    """A line of the register without a case."""
    said = Said(channel=Channel.SURVEY, received_at=office.now, content="Chờ lâu.", score=4)
    with office.system.store.transaction() as session:
        return enter(session, agency_id(AGENCY), said, office.now).id
