"""The mails that speak of one case, with the state of their sending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import MailState
from engine.queries.mails import visible_to
from engine.store.tables import Mail, Notification


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMail:
    """One mail as its case tells of it; its subject may speak of other cases and is left out."""

    id: UUID
    to_name: str
    letters: tuple[str, ...]
    """Codes of the letters about this case that it carries."""
    state: MailState
    created_at: datetime
    sent_at: datetime | None
    attempts: int
    server_answer: str
    proved: bool
    """Whether the history of the case tells of its sending."""
    may_open: bool


def case_mails(session: Session, viewer: Viewer, instance: UUID) -> tuple[CaseMail, ...]:
    """The mails about a case that the viewer may look at, oldest first; who may look was asked before."""
    kinds = func.array_agg(Notification.kind.distinct())
    rows = session.execute(
        select(
            Mail.id,
            Mail.to_name,
            kinds,
            Mail.state,
            Mail.created_at,
            Mail.sent_at,
            Mail.attempts,
            Mail.server_answer,
            Mail.proved_at,
            visible_to(viewer),
        )
        .join(Notification, Notification.mail_id == Mail.id)
        .where(Notification.instance_id == instance)
        .group_by(Mail.id)
        .order_by(Mail.created_at, Mail.to_address, Mail.id)
    )
    return tuple(
        CaseMail(
            id=mail,
            to_name=to_name,
            letters=tuple(letters),
            state=MailState(state),
            created_at=created_at,
            sent_at=sent_at,
            attempts=attempts,
            server_answer=answer or "",
            proved=proved_at is not None,
            may_open=may_open,
        )
        for (
            mail,
            to_name,
            letters,
            state,
            created_at,
            sent_at,
            attempts,
            answer,
            proved_at,
            may_open,
        ) in rows
    )
