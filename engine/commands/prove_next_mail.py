"""Write the sending of one mail into the history of each case that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.states import MailState
from engine.execution.history import HistoryWriter
from engine.store.rows import Batch
from engine.store.session import Store
from engine.store.tables import Mail, Notification, ProcessInstance

MAIL_SENT: Final = "mail.sent"
_ONE_AT_A_TIME: Final = func.hashtextextended("proof of sending", 0)


def prove_next_mail(store: Store, now: datetime) -> bool:
    """Prove the mail that was sent first and is not proved yet; false when there is none.

    One worker at a time does it, so that the histories tell of mails in the order of their sending. All cases
    of a mail are locked in the order of their ids, and the mail is marked in the same transaction: each case
    says it once.
    """
    with store.transaction() as session:
        if not session.scalar(select(func.pg_try_advisory_xact_lock(_ONE_AT_A_TIME))):
            return False
        mail = session.scalars(
            select(Mail)
            .where(Mail.state == MailState.SENT, Mail.proved_at.is_(None))
            .order_by(Mail.sent_at, Mail.created_at, Mail.id)
            .limit(1)
        ).one_or_none()
        if mail is None:
            return False
        _write(session, mail, now)
        mail.proved_at = now
        return True


def _write(session: Session, mail: Mail, now: datetime) -> None:
    told: dict[UUID, list[Notification]] = {}
    for notice in session.scalars(select(Notification).where(Notification.mail_id == mail.id)):
        if notice.instance_id is not None:
            told.setdefault(notice.instance_id, []).append(notice)
    if not told:
        return
    cases = session.scalars(
        select(ProcessInstance)
        .where(ProcessInstance.id.in_(told))
        .order_by(ProcessInstance.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
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
        "steps": sorted({notice.step for notice in notices if notice.step.isalnum()}),
    }
