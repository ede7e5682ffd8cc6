"""Hand one mail of the outbox to the mail server, at least once, always under the same Message-ID."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from engine.domain.delivery import after_quiet
from engine.domain.mails import RECIPIENT_LEFT
from engine.domain.states import MailState
from engine.execution.surroundings import Surroundings
from engine.ports import Mailer, MailNotDelivered, OutgoingMail
from engine.store.session import Store, StoreUnreachable
from engine.store.tables import Mail

BACKOFF: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
TRIES: Final = 60
"""With the last pause repeated, about ten days."""
_log = logging.getLogger(__name__)


def send_next_mail(store: Store, surroundings: Surroundings, mailer: Mailer, now: datetime) -> bool:
    """Send one; false when none is due.

    The row stays locked during the dialogue, so that no other worker sends it; if this worker dies before the
    commit, the mail goes out again with the same Message-ID, by which mail systems drop the second copy. One
    that a standstill or the server held up until the quiet hours of the agency waits for their end; one to
    somebody who left since goes to nobody.
    """
    with store.transaction() as session:
        mail = session.scalars(
            select(Mail)
            .where(Mail.state == MailState.PENDING, Mail.run_at <= now)
            .order_by(Mail.run_at, Mail.created_at, Mail.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if mail is None:
            return False
        contact = surroundings.directory.contact(session, mail.person_id)
        if contact is None:
            mail.state, mail.server_answer = MailState.FAILED, RECIPIENT_LEFT
            return True
        mail.run_at = now if mail.asked_for else after_quiet(now, contact.mail_times)
        if mail.run_at > now:
            return True
        mail.attempts += 1
        try:
            mail.server_answer = mailer.send(_outgoing(mail))
        except MailNotDelivered as refusal:
            _postpone(mail, refusal, now)
        except StoreUnreachable:
            raise
        except Exception as error:  # whatever is wrong with one mail, the others go out
            _log.exception("mail_not_handed_over", extra={"mail": str(mail.id)})
            _postpone(mail, MailNotDelivered(type(error).__name__, permanent=False), now)
        else:
            mail.state = MailState.SENT
            mail.sent_at = now
        return True


def _outgoing(mail: Mail) -> OutgoingMail:
    return OutgoingMail(
        message_id=mail.message_id,
        to_name=mail.to_name,
        to_address=mail.to_address,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
    )


def _postpone(mail: Mail, refusal: MailNotDelivered, now: datetime) -> None:
    mail.server_answer = refusal.reason
    if refusal.permanent or mail.attempts >= TRIES:
        mail.state = MailState.FAILED
        _log.warning("mail_failed", extra={"mail": str(mail.id)})
        return
    mail.run_at = now + BACKOFF[min(mail.attempts, len(BACKOFF)) - 1]
