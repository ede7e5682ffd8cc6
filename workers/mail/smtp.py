"""Handing mails to a mail server over SMTP, and saying whether trying again is of use."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from engine.domain.errors import Invalid
from engine.ports import Clock, MailNotDelivered, OutgoingMail
from workers.mail.message import Sender, build_message

_OK: Final = 250
_RECIPIENT_TAKEN: Final = (250, 251)
_PERMANENT: Final = range(500, 600)
_OF_OUR_LOGIN: Final = (530, 534, 535, 538)
"""Answers that ask for another login, wherever in the dialogue (RFC 4954)."""
_REASON_LIMIT: Final = 500
_HOST: Final = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?|[0-9a-f:.]*:[0-9a-f:.]*")


class Security(Enum):
    """How the way to the mail server is protected."""

    PLAIN = "plain"
    STARTTLS = "starttls"
    TLS = "tls"


_PORTS: Final = {Security.PLAIN: 25, Security.STARTTLS: 587, Security.TLS: 465}


class SmtpUrlInvalid(Invalid):
    """The configured mail server cannot be read; the URL is not repeated, for it holds a password."""

    def __init__(self, vi: str, en: str, variable: str = "SMTP_URL") -> None:
        form = "smtp://user:password@host:port?starttls=1"
        super().__init__(vi=f"{variable}: {vi} Mẫu: {form}", en=f"{variable}: {en} Form: {form}")
        self.variable = variable


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """Where the mail server is and how to log in; without a user nobody logs in."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_seconds: float = 20.0


def parse_smtp_url(text: str) -> SmtpSettings:
    """Read `smtp://user:password@host:port?starttls=1` or `smtps://…`; raises SmtpUrlInvalid."""
    url, port = _split(text.strip())
    security = _security(url)
    user, password = unquote(url.username or ""), unquote(url.password or "")
    if not (user + password).isascii() or not (user + password).isprintable():
        raise SmtpUrlInvalid(
            "tên và mật khẩu chỉ được gồm ký tự ASCII.", "user and password must be printable ASCII."
        )
    if bool(user) != bool(password):
        raise SmtpUrlInvalid("cần cả tên và mật khẩu.", "user and password go together.")
    host = url.hostname or ""
    if user and security is Security.PLAIN and not _is_this_machine(host):
        raise SmtpUrlInvalid(
            "mật khẩu không được gửi không mã hóa; thêm ?starttls=1 hoặc dùng smtps://.",
            "a password is never sent in the clear; add ?starttls=1 or use smtps://.",
        )
    return SmtpSettings(
        host=host, port=port or _PORTS[security], security=security, user=user, password=password
    )


class _MailRefused(smtplib.SMTPResponseException):
    """The server refuses the recipient or the text, not us."""


class SmtpSession:
    """A Mailer that keeps one connection for many mails; made by `SmtpMailer.session`, for one thread."""

    def __init__(
        self, settings: SmtpSettings, sender: Sender, clock: Clock, tls: ssl.SSLContext | None
    ) -> None:
        self._settings = settings
        self._sender = sender
        self._clock = clock
        self._tls = tls
        self._connection: smtplib.SMTP | None = None

    def send(self, mail: OutgoingMail) -> str:
        """Hand over one mail and return the server's answer; raises MailNotDelivered.

        Permanent is only what the server says about this recipient or this text. A refused login or sender
        is a mistake in the settings: once it is mended the mails go out, none is lost. A connection that
        breaks after the text was sent counts as not delivered: the mail goes out again under the same
        Message-ID.
        """
        message = build_message(mail, self._sender, self._clock.now())
        try:
            connection = self._ready()
            self._introduce(connection)
            return self._hand_over(connection, mail.to_address, message)
        except _MailRefused as refusal:
            permanent = refusal.smtp_code in _PERMANENT and refusal.smtp_code not in _OF_OUR_LOGIN
            raise MailNotDelivered(_answer(refusal), permanent=permanent) from refusal
        except smtplib.SMTPResponseException as refusal:
            # Connection, login, sender: not this mail is wrong but how we stand with the server.
            raise MailNotDelivered(_answer(refusal), permanent=False) from refusal
        except OSError as error:  # every error of smtplib, sockets and TLS is one
            reason = _one_line(f"{type(error).__name__}: {error}")
            raise MailNotDelivered(reason, permanent=False) from error

    def close(self) -> None:
        """Say goodbye to the server if a connection is open."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError):
                connection.quit()
            connection.close()

    def _introduce(self, connection: smtplib.SMTP) -> None:
        code, answer = connection.mail(self._sender.envelope)
        if code != _OK:
            raise smtplib.SMTPResponseException(code, answer)

    def _hand_over(self, connection: smtplib.SMTP, to_address: str, message: bytes) -> str:
        code, answer = connection.rcpt(to_address)
        if code not in _RECIPIENT_TAKEN:
            raise _MailRefused(code, answer)
        try:
            code, answer = connection.data(message)
        except smtplib.SMTPDataError as refusal:
            raise _MailRefused(refusal.smtp_code, refusal.smtp_error) from refusal
        if code != _OK:
            raise _MailRefused(code, answer)
        return f"{code} {_one_line(answer)}"

    def _ready(self) -> smtplib.SMTP:
        """The open connection if it answers RSET (which clears what a refused mail left), or a new one."""
        if self._connection is not None:
            with suppress(OSError):
                if self._connection.rset()[0] == _OK:
                    return self._connection
            self.close()
        self._connection = self._open()
        return self._connection

    def _open(self) -> smtplib.SMTP:
        settings = self._settings
        context = self._tls or ssl.create_default_context()
        connection = self._connect(context)
        try:
            connection.ehlo_or_helo_if_needed()
            if settings.security is Security.STARTTLS:
                connection.starttls(context=context)
                connection.ehlo_or_helo_if_needed()
            if settings.user:
                connection.login(settings.user, settings.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect(self, context: ssl.SSLContext) -> smtplib.SMTP:
        settings = self._settings
        if settings.security is Security.TLS:
            return smtplib.SMTP_SSL(
                settings.host,
                settings.port,
                local_hostname=self._sender.domain,
                timeout=settings.timeout_seconds,
                context=context,
            )
        return smtplib.SMTP(
            settings.host,
            settings.port,
            local_hostname=self._sender.domain,
            timeout=settings.timeout_seconds,
        )


class SmtpMailer:
    """A Mailer over SMTP that any thread may use; `session` keeps one connection for a batch.

    `tls` replaces the machine's trusted authorities, for a mail server with the agency's own certificate.
    """

    def __init__(
        self, settings: SmtpSettings, *, sender: Sender, clock: Clock, tls: ssl.SSLContext | None = None
    ) -> None:
        self._settings = settings
        self._sender = sender
        self._clock = clock
        self._tls = tls

    def send(self, mail: OutgoingMail) -> str:
        """Hand over one mail on a connection of its own; as `SmtpSession.send`."""
        with self.session() as session:
            return session.send(mail)

    @contextmanager
    def session(self) -> Iterator[SmtpSession]:
        """A Mailer for a batch: connects at its first mail, and again when the server hung up."""
        session = SmtpSession(self._settings, self._sender, self._clock, self._tls)
        try:
            yield session
        finally:
            session.close()


def _answer(refusal: smtplib.SMTPResponseException) -> str:
    return f"{refusal.smtp_code} {_one_line(refusal.smtp_error)}"


def _one_line(answer: bytes | str) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())[:_REASON_LIMIT]


def _split(text: str) -> tuple[SplitResult, int | None]:
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        raise SmtpUrlInvalid("địa chỉ hoặc cổng không đúng.", "host or port is not valid.") from None
    if url.scheme not in {"smtp", "smtps"}:
        raise SmtpUrlInvalid(
            "phải bắt đầu bằng smtp:// hoặc smtps://.", "must begin with smtp:// or smtps://."
        )
    if not _HOST.fullmatch(url.hostname or "") or port == 0:
        raise SmtpUrlInvalid("thiếu tên máy chủ, hoặc tên hay cổng không đúng.", "host or port is not valid.")
    if url.path not in {"", "/"} or url.fragment:
        raise SmtpUrlInvalid(
            "có phần thừa sau tên máy chủ; ký tự đặc biệt trong mật khẩu viết dạng %XX.",
            "nothing may follow the host; write special characters of the password as %XX.",
        )
    return url, port


def _security(url: SplitResult) -> Security:
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    starttls = options.pop("starttls", "0")
    if options or starttls not in {"0", "1"}:
        raise SmtpUrlInvalid("tùy chọn duy nhất là starttls=1.", "the only option is starttls=1.")
    if url.scheme == "smtps":
        return Security.TLS
    return Security.STARTTLS if starttls == "1" else Security.PLAIN


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
