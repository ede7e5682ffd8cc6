"""A management review of the agency, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id
from qms.reviews.tables import ManagementReview
from tests.engine.cases import AGENCY
from tests.office import Office


def reviewed(office: Office) -> UUID:
    """The first review of the year."""
    review = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            ManagementReview(
                id=review,
                agency_id=agency_id(AGENCY),
                year=office.today.year,
                ordinal=1,
                state="chuan_bi",
                validity="",
                recorded_at=office.now,
            )
        )
    return review
