"""Send a message into an agency by hand or through an interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.identifiers import derived_id, fresh_id
from engine.domain.messages import (
    KEPT_FOR,
    LONGEST_KEPT,
    NO_KEY,
    CorrelationKeyInvalid,
    KeptTooLong,
    correlation_key,
    event_name,
)
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, message_row
from engine.execution.senders import require_sender
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishMessage:
    """A message of a name, for whoever waits with the key; without one, for whoever needs none."""

    agency: UUID
    viewer: Viewer | None
    """An administrator of the agency; None for whoever commands the server itself."""
    origin: str
    name: str
    key: Value = None
    payload: Mapping[str, Value] = field(default_factory=dict)
    reference: str = ""
    """The sender's own name for it: a second message with the same one is the first, sent twice."""
    keep: timedelta = KEPT_FOR
    reason: str = ""
    """Why, for the audit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePublished:
    """The message, which a worker delivers."""

    message: UUID


def publish_message(store: Store, command: PublishMessage, now: datetime) -> MessagePublished:
    """Write the message; a worker finds its receiver.

    Raises NotAuthorised, MessageNameInvalid, CorrelationKeyInvalid and KeptTooLong.
    """
    actor = require_sender(command.viewer, command.agency, command.origin)
    name, key = event_name(command.name), _key(command.key)
    if not timedelta() < command.keep <= LONGEST_KEPT:
        raise KeptTooLong
    message = (
        derived_id("message", command.agency, name, key, command.reference)
        if command.reference
        else fresh_id()
    )
    sender = Sender(
        agency=command.agency, instance=None, element=None, person=actor.person, origin=actor.origin
    )
    payload = dump_values(command.payload)
    with store.transaction() as session:
        row = message_row(
            sender, message, name=name, key=key, payload=payload, now=now, expires=now + command.keep
        )
        add_messages(session, [row])
        record_audit(
            session,
            "message.sent",
            actor=actor,
            agency=command.agency,
            now=now,
            data={"message": message, "name": name, "key": key, "variables": payload.decode()}
            | ({"reason": command.reason} if command.reason else {}),
        )
    return MessagePublished(message=message)


def _key(value: Value) -> str | None:
    if value is None or value == NO_KEY:
        return None
    key = correlation_key(value)
    if key is None:
        raise CorrelationKeyInvalid
    return key
