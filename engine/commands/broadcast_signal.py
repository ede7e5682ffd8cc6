"""Throw a signal into an agency by hand or through an interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.messages import event_name
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, signal_rows
from engine.execution.senders import require_sender
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastSignal:
    """A signal to everything in the agency that waits for it now; it is not kept."""

    agency: UUID
    viewer: Viewer | None
    """An administrator of the agency; None for whoever commands the server itself."""
    origin: str
    name: str
    payload: Mapping[str, Value] = field(default_factory=dict)
    reason: str = ""
    """Why, for the audit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalBroadcast:
    """The signal, and how many cases and models it reaches."""

    signal: UUID
    receivers: int


def broadcast_signal(store: Store, command: BroadcastSignal, now: datetime) -> SignalBroadcast:
    """Write the signal for each receiver of this moment; a worker delivers.

    Raises NotAuthorised and MessageNameInvalid.
    """
    actor = require_sender(command.viewer, command.agency, command.origin)
    name, signal = event_name(command.name), fresh_id()
    sender = Sender(
        agency=command.agency, instance=None, element=None, person=actor.person, origin=actor.origin
    )
    payload = dump_values(command.payload)
    with store.transaction() as session:
        rows = signal_rows(session, sender, signal, name=name, payload=payload, now=now)
        add_messages(session, rows)
        record_audit(
            session,
            "signal.thrown",
            actor=actor,
            agency=command.agency,
            now=now,
            data={"signal": signal, "name": name, "receivers": len(rows), "variables": payload.decode()}
            | ({"reason": command.reason} if command.reason else {}),
        )
    return SignalBroadcast(signal=signal, receivers=len(rows))
