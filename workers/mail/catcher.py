"""The demo's mail server takes every mail for the store; stored mails are read for the page of mails."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from threading import Event
from types import TracebackType
from typing import Protocol, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from engine.domain.text import normal
from engine.ports import Clock

_PATIENCE_SECONDS = 60.0
"""How long the server may take to listen on a busy old machine."""
_log = logging.getLogger(__name__)


class StoreMail(Protocol):
    """Keeps one received mail; called from threads of the catcher, perhaps twice for the same Message-ID."""

    def __call__(
        self, message_id: str, sender: str, recipients: tuple[str, ...], received_at: datetime, raw: bytes
    ) -> None:
        """Keep it, or raise: then the sender is told to try again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A name and an address of a header."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMail:
    """A received mail in readable form; `html` comes from outside and is shown only in a sandbox."""

    subject: str
    sender: Mailbox
    to: tuple[Mailbox, ...]
    date: datetime | None
    """When the sender says it was written, in UTC."""
    text: str
    html: str
    message_id: str
    headers: Mapping[str, str]
    """By lower-case name; of a repeated header the first."""


class Catcher:
    """A mail server that hands each mail to `store`; serves between `start` and `stop`, or inside `with`."""

    def __init__(self, *, host: str, port: int, store: StoreMail, clock: Clock) -> None:
        self._host = host
        self._port = port
        self._handler = _Handler(store, clock)
        self._controller: Controller | None = None

    def start(self) -> None:
        """Listen; raises OSError when the port is taken."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        with socket.create_server((self._host, self._port), family=family):
            pass  # the controller itself would tell of a taken port only after seconds
        self._controller = Controller(
            self._handler,
            ready_timeout=_PATIENCE_SECONDS,
            hostname=self._host,
            port=self._port,
            server_hostname="catcher.localhost",
        )
        self._controller.start()

    def stop(self) -> None:
        """Stop listening."""
        controller, self._controller = self._controller, None
        if controller is not None:
            controller.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def run_catcher(host: str, port: int, store: StoreMail, stop_event: Event, *, clock: Clock) -> None:
    """Catch mails until `stop_event` is set; raises OSError when the port is taken."""
    with Catcher(host=host, port=port, store=store, clock=clock):
        stop_event.wait()


def parse_received(raw: bytes) -> ReceivedMail:
    """Read a mail as far as it can be read; broken parts come out empty, nothing is refused."""
    message = message_from_bytes(raw)
    folded = [(name.lower(), _unfolded(value)) for name, value in message.raw_items()]
    headers = dict(reversed(folded))
    senders = _mailboxes(headers.get("from", ""))
    return ReceivedMail(
        subject=_decoded(headers.get("subject", "")),
        sender=senders[0] if senders else Mailbox(name="", address=""),
        to=_mailboxes(headers.get("to", "")),
        date=_moment(headers.get("date", "")),
        text=_body(message, "text/plain"),
        html=_body(message, "text/html"),
        message_id=headers.get("message-id", ""),
        headers={name: _decoded(value) for name, value in headers.items()},
    )


class _Handler:
    """What the server does with a mail."""

    def __init__(self, store: StoreMail, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - named by aiosmtpd
        """Store the mail and answer the sender."""
        raw = envelope.original_content or b""
        message_id = parse_received(raw).message_id or f"<{sha256(raw).hexdigest()}@catcher.localhost>"
        recipients = tuple(envelope.rcpt_tos)
        received_at = self._clock.now()
        try:
            await asyncio.to_thread(
                self._store, message_id, envelope.mail_from or "", recipients, received_at, raw
            )
        except Exception:  # noqa: BLE001 - whatever failed, the sender keeps the mail and tries again
            _log.exception("mail_not_stored")
            return "451 4.3.0 Not stored, try again later"
        return "250 2.0.0 Caught"


def _unfolded(value: str) -> str:
    """A raw header value on one line; bytes beyond ASCII are taken as UTF-8."""
    text = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.sub(r"[\r\n]+", "", text).strip()


def _decoded(value: str) -> str:
    try:
        chunks = decode_header(value)
        return normal("".join(_chunk(content, charset) for content, charset in chunks))
    except (HeaderParseError, ValueError):
        return normal(value)


def _chunk(content: bytes | str, charset: str | None) -> str:
    if isinstance(content, str):
        return content
    return _text(content, charset or "utf-8")


def _mailboxes(value: str) -> tuple[Mailbox, ...]:
    pairs = getaddresses([value])
    return tuple(Mailbox(name=_decoded(name), address=address) for name, address in pairs if address)


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _body(message: Message, content_type: str) -> str:
    for part in message.walk():
        if part.get_content_type() == content_type and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = _text(payload, part.get_content_charset("utf-8"))
                return text.replace("\r\n", "\n")
    return ""


def _text(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
