"""Send a parked message once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention
from engine.domain.messages import KEPT_FOR, MessageState
from engine.execution.parking import lock_message, record_decision
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ResendMessage:
    """The message whose way is thought to be free again."""

    message: UUID
    intervention: Intervention


def resend_message(store: Store, command: ResendMessage, now: datetime) -> None:
    """Let workers try it as if it were new; where nobody waits for it, it is kept for thirty days from now.

    Raises as `lock_message`.
    """
    with store.transaction() as session:
        message = lock_message(session, command.message, command.intervention, {MessageState.PARKED})
        message.state, message.deliver_at, message.parked_at = MessageState.PENDING, now, None
        message.attempts = message.hops = 0
        message.expires_at = max(message.expires_at, now + KEPT_FOR)
        record_decision(session, message, "message.resent", command.intervention, now)
