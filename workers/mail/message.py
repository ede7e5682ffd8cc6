"""One mail as bytes on the wire: headers that cannot be forged, plain text and HTML side by side."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, getaddresses
from typing import Final

from engine.domain.errors import Invalid
from engine.domain.text import CONTROLS, normal
from engine.ports import MailNotDelivered, OutgoingMail
from workers.mail.subject import shorten

_ADDRESS: Final = re.compile(r"[^\s<>()\[\]\\,;:@\"]+@[^\s<>()\[\]\\,;:@\"]+")
_MESSAGE_ID: Final = re.compile(r"<?[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+(@[A-Za-z0-9.-]+)?>?")
_HEADER_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_OWN_HEADERS: Final = frozenset(
    {"from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date", "message-id", "auto-submitted"}
    | {"return-path", "received", "mime-version"}
)
_WORD_BYTES: Final = 42
"""Bytes of one encoded word: with its frame and a header's name it stays within 78 characters."""

_WIRE: Final = compat32.clone(linesep="\r\n", max_line_length=78)


class SenderInvalid(Invalid):
    """The configured sender is not one mail address with an optional name."""

    def __init__(self, variable: str) -> None:
        super().__init__(
            vi=f"{variable} phải có dạng “Tên <dia-chi@co-quan>” hoặc chỉ một địa chỉ thư.",
            en=f"{variable} must read “Name <address@agency>” or be a single mail address.",
        )
        self.variable = variable


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """In whose name mails go out, and where an answer would go if somebody wrote one."""

    name: str
    address: str
    reply_to: str = ""
    bounce: str = ""
    """Where mail servers return what they cannot deliver; empty: to `address`."""
    preferences_url: str = ""
    """The page on which a reader says how to be told; empty: mails name none."""

    @property
    def envelope(self) -> str:
        """The address of the envelope, which becomes the Return-Path."""
        return self.bounce or self.address

    @property
    def domain(self) -> str:
        """The part of the address after the @."""
        return self.address.rpartition("@")[2]


def parse_sender(
    text: str,
    *,
    reply_to: str = "",
    variable: str = "QUYTRINH_MAIL_FROM",
    bounce: str = "",
    preferences_url: str = "",
) -> Sender:
    """Read “Name <address>”; raises SenderInvalid naming the variable that holds it."""
    mailboxes = getaddresses([text])
    if len(mailboxes) != 1 or _has_control(text):
        raise SenderInvalid(variable)
    name, address = mailboxes[0]
    if not _is_address(address) or (reply_to and not _is_address(reply_to)):
        raise SenderInvalid(variable)
    if bounce and not _is_address(bounce):
        raise SenderInvalid("QUYTRINH_MAIL_BOUNCE")
    return Sender(
        name=normal(name),
        address=address,
        reply_to=reply_to,
        bounce=bounce,
        preferences_url=preferences_url,
    )


def build_message(mail: OutgoingMail, sender: Sender, now: datetime) -> bytes:
    """The mail as the server gets it, dated `now`; raises MailNotDelivered where a header is not safe.

    The older message classes are used on purpose: the newer ones lose the blank between two words
    where a subject in Vietnamese is folded. Headers are encoded here, bodies travel as base64, so that
    every mail server can take them.
    """
    message = MIMEMultipart("alternative")
    for name, value in _headers(mail, sender, now):
        message[name] = value
    message.attach(_part(mail.text, "plain"))
    message.attach(_part(mail.html, "html"))
    return message.as_bytes(policy=_WIRE)


def _headers(mail: OutgoingMail, sender: Sender, now: datetime) -> Iterable[tuple[str, str]]:
    yield "From", _mailbox("From", sender.name, sender.address)
    if sender.reply_to:
        yield "Reply-To", _mailbox("Reply-To", "", sender.reply_to)
    yield "To", _mailbox("To", mail.to_name, mail.to_address)
    yield "Subject", _encoded(shorten(_safe("Subject", mail.subject)))
    yield "Date", format_datetime(now)
    yield "Message-ID", _message_id(mail.message_id, sender)
    yield "Auto-Submitted", "auto-generated"
    unsubscribe = _unsubscribe(sender)
    if unsubscribe and not any(name.lower() == "list-unsubscribe" for name in mail.headers):
        yield "List-Unsubscribe", unsubscribe
    yield from _further_headers(mail.headers)


def _unsubscribe(sender: Sender) -> str:
    """Where a reader may say how to be told (RFC 2369); a page to sign in to, so no click alone decides."""
    page = sender.preferences_url
    ways = [f"<{page}>"] if page.isascii() and page else []
    if sender.bounce:
        ways.append(f"<mailto:{sender.bounce}?subject=unsubscribe>")
    return _safe("List-Unsubscribe", ", ".join(ways))


def _further_headers(headers: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, value in headers.items():
        lower = name.lower()
        if not _HEADER_NAME.fullmatch(name) or lower in _OWN_HEADERS or lower.startswith("content-"):
            raise MailNotDelivered(f"header {name!r} may not be set by a mail", permanent=True)
        yield name, _encoded(_safe(name, value))


def _mailbox(header: str, name: str, address: str) -> str:
    if not _is_address(address):
        raise MailNotDelivered(f"{header}: {address!r} is not a mail address", permanent=True)
    plain = _safe(header, normal(name))
    return formataddr((plain, address)) if plain.isascii() else f"{_encoded(plain)} <{address}>"


def _message_id(text: str, sender: Sender) -> str:
    if not _MESSAGE_ID.fullmatch(text):
        raise MailNotDelivered(f"{text!r} is not a Message-ID", permanent=True)
    bare = text.strip("<>")
    return f"<{bare}>" if "@" in bare else f"<{bare}@{sender.domain}>"


def _safe(header: str, value: str) -> str:
    if _has_control(value):
        raise MailNotDelivered(f"{header}: line breaks and control characters are refused", permanent=True)
    return value


def _has_control(text: str) -> bool:
    """Whether the text breaks a line, controls a terminal, or is not text at all (lone surrogates)."""
    return any(unicodedata.category(letter) in CONTROLS for letter in text)


def _is_address(text: str) -> bool:
    return text.isascii() and not _has_control(text) and _ADDRESS.fullmatch(text) is not None


def _encoded(text: str) -> str:
    """ASCII as it is; anything else as encoded words of whole characters (RFC 2047)."""
    if text.isascii() and "=?" not in text:
        return text
    words = [b""]
    for letter in text:
        coded = letter.encode()
        if len(words[-1]) + len(coded) > _WORD_BYTES:
            words.append(b"")
        words[-1] += coded
    return " ".join(f"=?utf-8?b?{b64encode(word).decode()}?=" for word in words)


def _part(text: str, subtype: str) -> MIMEText:
    lines = "\r\n".join(normal(text).splitlines()) + "\r\n"
    try:
        return MIMEText(lines, subtype, "utf-8")
    except UnicodeEncodeError as error:
        raise MailNotDelivered(f"{subtype}: the text is not Unicode", permanent=True) from error
