"""Write the sending of one mail into the history of each case that it speaks of."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.states import MailState
from engine.execution.history import HistoryWriter
from engine.store.rows import Batch
from engine.store.session import Store, will_pass
from engine.store.tables import Mail, Notification, ProcessInstance

MAIL_SENT: Final = "mail.sent"
LOOK_AT: Final = 50
"""How many mails are looked at for one that can be proved."""
RETRY_AFTER: Final = timedelta(minutes=5)
_ONE_AT_A_TIME: Final = func.hashtextextended("proof of sending", 0)
_log = logging.getLogger(__name__)


def prove_next_mail(store: Store, now: datetime) -> bool:
    """Prove the mail that was sent first and can be proved; false when there is none.

    One worker at a time does it, so that a history tells of mails in the order of their sending. All cases of
    a mail are locked, and the mail is marked in the same transaction: each case says it once. A mail of which
    somebody holds a case waits for it, and with it the later ones about its cases; the others do not. One
    whose proof cannot be written is looked at again later.
    """
    with store.transaction() as session:
        if not session.scalar(select(func.pg_try_advisory_xact_lock(_ONE_AT_A_TIME))):
            return False
        held: set[UUID] = set()
        # Nearly always the first will do; the others are read only when it waits.
        for limit in (1, LOOK_AT):
            for mail, told in _sent(session, now, limit):
                cases = None if held & set(told) else _locked(session, told)
                if cases is not None and _tried(session, mail, cases, told, now):
                    return True
                held |= set(told)
        return False


def _sent(session: Session, now: datetime, limit: int) -> list[tuple[Mail, dict[UUID, list[Notification]]]]:
    """Mails not proved yet in the order of sending, each with its notices by case."""
    mails = session.scalars(
        select(Mail)
        .where(Mail.state == MailState.SENT, Mail.proved_at.is_(None), Mail.run_at <= now)
        .order_by(Mail.sent_at, Mail.created_at, Mail.id)
        .limit(limit)
    ).all()
    told: dict[UUID, dict[UUID, list[Notification]]] = {mail.id: {} for mail in mails}
    for notice in session.scalars(select(Notification).where(Notification.mail_id.in_(told))):
        if notice.mail_id is not None and notice.instance_id is not None:
            told[notice.mail_id].setdefault(notice.instance_id, []).append(notice)
    return [(mail, told[mail.id]) for mail in mails]


def _locked(session: Session, told: Mapping[UUID, object]) -> Sequence[ProcessInstance] | None:
    """All cases of a mail under lock; None when somebody holds one of them."""
    if not told:
        return ()
    cases = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id.in_(told))
        .order_by(ProcessInstance.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    ).all()
    return cases if len(cases) == len(told) else None


def _tried(
    session: Session,
    mail: Mail,
    cases: Sequence[ProcessInstance],
    told: Mapping[UUID, Sequence[Notification]],
    now: datetime,
) -> bool:
    try:
        with session.begin_nested():
            _write(session, mail, cases, told, now)
    except Exception as error:
        if will_pass(error):
            raise
        _log.exception("proof_failed", extra={"mail": str(mail.id)})
        mail.run_at = now + RETRY_AFTER
        return False
    mail.proved_at = now
    return True


def _write(
    session: Session,
    mail: Mail,
    cases: Sequence[ProcessInstance],
    told: Mapping[UUID, Sequence[Notification]],
    now: datetime,
) -> None:
    batch = Batch()
    for case in cases:
        history = HistoryWriter(case, Actor.system(), now)
        history.record(MAIL_SENT, data=_proof(mail, told[case.id]))
        history.write(batch)
    session.flush()
    batch.run(session)


def _proof(mail: Mail, notices: Sequence[Notification]) -> dict[str, object]:
    return {
        "mail": mail.id,
        "message_id": mail.message_id,
        "to": [str(mail.person_id)],
        "sent_at": mail.sent_at,
        "answer": mail.server_answer or "",
        "attempts": mail.attempts,
        "letters": sorted({notice.kind for notice in notices}),
        # A step that is told again carries its day behind an @.
        "steps": sorted({code for one in notices if (code := one.step.partition("@")[0]).isalnum()}),
    }
