"""Reading how a person wants to be told, and the hours of an agency's mails."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.delivery import Delivery, MailTimes
from qms.legal_time.tables import MailHours, MailPreference


def delivery_of(session: Session, person: UUID) -> Delivery:
    """How the person wants to be told; at once, until something else is chosen."""
    row = session.get(MailPreference, person)
    return Delivery(row.delivery) if row is not None else Delivery.IMMEDIATELY


def times_of(session: Session, agency: UUID) -> MailTimes:
    """The hours of the agency's mails; without any set, no quiet hours and the digest at half past seven."""
    return mail_times(session.get(MailHours, agency))


def mail_times(row: MailHours | None) -> MailTimes:
    """A row as a value."""
    if row is None:
        return MailTimes()
    return MailTimes(quiet_from=row.quiet_from, quiet_until=row.quiet_until, digest_at=row.digest_at)
