"""Drop a message that nobody is to receive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention
from engine.domain.messages import MessageState
from engine.execution.parking import lock_message, record_decision
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class DropMessage:
    """The message, parked or kept for somebody."""

    message: UUID
    intervention: Intervention


def drop_message(store: Store, command: DropMessage, now: datetime) -> None:
    """End it for good; its row and what histories say of it stay. Raises as `lock_message`."""
    with store.transaction() as session:
        waiting = {MessageState.PARKED, MessageState.PENDING}
        message = lock_message(session, command.message, command.intervention, waiting)
        message.state, message.deliver_at = MessageState.DROPPED, None
        record_decision(session, message, "message.dropped", command.intervention, now)
