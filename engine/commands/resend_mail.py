"""Send a mail that failed for good once more, to the address that its recipient has now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select

from engine.domain.interventions import Intervention
from engine.domain.mails import MailGoesToNobody, MailNotFailed, MailNotFound
from engine.domain.states import MailState
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.execution.interventions import may_intervene, reason_of
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import Mail, Notification


@dataclass(frozen=True, slots=True, kw_only=True)
class ResendMail:
    """The mail whose trouble is thought to be gone."""

    mail: UUID
    intervention: Intervention


def resend_mail(store: Store, surroundings: Surroundings, command: ResendMail, now: datetime) -> None:
    """Let a worker send it, outside quiet hours, under the same Message-ID; its attempts are counted anew.

    Raises InterventionForbidden, InterventionReasonMissing, InterventionReasonTooLong, MailNotFound for a
    mail that speaks of no case of the viewer's agency and goes to nobody there, MailNotFailed, and
    MailGoesToNobody.
    """
    may_intervene(command.intervention)
    viewer = command.intervention.viewer
    with store.transaction() as session:
        row = session.scalars(select(Mail).where(Mail.id == command.mail).with_for_update()).one_or_none()
        if row is None:
            raise MailNotFound(command.mail)
        if viewer is not None and row.agency_id != viewer.agency:
            about_us = exists().where(Notification.mail_id == row.id, Notification.agency_id == viewer.agency)
            if not session.scalar(select(about_us)):
                raise MailNotFound(command.mail)
        if row.state != MailState.FAILED:
            raise MailNotFailed(row.id)
        contact = surroundings.directory.contact(session, row.person_id)
        if contact is None or not contact.address:
            raise MailGoesToNobody(row.id)
        old = row.to_address
        row.to_name, row.to_address = one_line(contact.name), contact.address
        row.state, row.run_at, row.attempts = MailState.PENDING, now, 0
        record_audit(
            session,
            "mail.resent",
            actor=command.intervention.actor,
            agency=row.agency_id,
            now=now,
            data={
                "mail": row.id,
                "message_id": row.message_id,
                "old_address": old,
                "new_address": row.to_address,
                "answer": row.server_answer,
                "reason": reason_of(command.intervention),
            },
        )
