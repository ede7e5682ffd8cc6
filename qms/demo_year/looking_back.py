"""What a walked year left: whether it is there, and what became of its mails."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.store.session import Store
from engine.store.tables import Mail, ProcessInstance
from qms.demo_office.loading import agency_id


def year_was_walked(store: Store, agency: str) -> bool:
    """Whether cases of the agency are there."""
    with store.reading() as session:
        found = session.scalar(
            select(ProcessInstance.id).where(ProcessInstance.agency_id == agency_id(agency)).limit(1)
        )
    return found is not None


def mails_by_state(session: Session) -> dict[str, int]:
    """How many mails there are, by what became of them."""
    counted = select(Mail.state, func.count().label("mails")).group_by(Mail.state).order_by(Mail.state)
    return {row.state: row.mails for row in session.execute(counted)}
