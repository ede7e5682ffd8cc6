"""Delegations and absences on record, for tests of what the engine makes of them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import update

from engine.domain.identifiers import fresh_id
from engine.domain.mandates import MandateForm
from qms.delegation.tables import Absence, Delegation
from qms.demo_office.loading import agency_id, person_id
from tests.engine.cases import AGENCY
from tests.office import Office

FIRST_DAY = date(2026, 11, 23)
LAST_DAY = date(2026, 11, 27)


def delegate(
    office: Office,
    principal: str,
    to: str,
    form: MandateForm = MandateForm.AUTHORISED,
    *,
    roles: tuple[str, ...] = (),
    procedures: tuple[str, ...] = (),
    elements: tuple[str, ...] = (),
    decision: str = "12/QĐ-VP",
    absence: UUID | None = None,
) -> UUID:
    """Put a mandate on record, from FIRST_DAY to LAST_DAY."""
    row = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            Delegation(
                id=row,
                agency_id=agency_id(AGENCY),
                principal_id=person_id(principal),
                delegate_id=person_id(to),
                form=form,
                absence_id=absence,
                roles=list(roles),
                procedures=list(procedures),
                elements=list(elements),
                valid_from=FIRST_DAY,
                valid_to=LAST_DAY + timedelta(days=1),
                decision=decision,
                decided_on=date(2026, 11, 20),
                recorded_at=office.now,
            )
        )
    return row


def away(office: Office, person: str, *, substitute: str | None = None) -> UUID:
    """Put an absence on record, with who stands in; returns the mandate, else the absence."""
    row = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            Absence(
                id=row,
                agency_id=agency_id(AGENCY),
                person_id=person_id(person),
                valid_from=FIRST_DAY,
                valid_to=LAST_DAY + timedelta(days=1),
                reason="Nghỉ phép",
                recorded_at=office.now,
            )
        )
    if substitute is None:
        return row
    return delegate(office, person, substitute, MandateForm.ABSENCE, absence=row)


def revoke(office: Office, mandate: UUID) -> None:
    """Take a mandate back at once."""
    with office.system.store.transaction() as session:
        session.execute(update(Delegation).where(Delegation.id == mandate).values(revoked_at=office.now))
