"""Sending over SMTP: real dialogues with servers on the loopback, the good ones and the others."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from engine.ports import MailNotDelivered, MovableClock, OutgoingMail
from workers.mail.catcher import Mailbox, parse_received
from workers.mail.message import Sender
from workers.mail.smtp import Security, SmtpMailer, SmtpSettings

NOW = datetime(2026, 10, 2, 0, 30, tzinfo=UTC)
SENDER = Sender(
    name="ISO điện tử", address="iso@vp.tayninh.example", reply_to="thu-ky-iso@vp.tayninh.example"
)
MAIL = OutgoingMail(
    message_id="9b2f1a7c-52d4-5e0b-8f6e-0d3c1b2a4f55@vp.tayninh.example",
    to_name="Lê Thị Mẫu",
    to_address="mau@vp.tayninh.example",
    subject="[ISO] QUÁ HẠN 3 ngày: Đánh giá tác động – Phòng Nội chính và 2 việc khác",
    text="Kính gửi: Chánh Văn phòng Lê Thị Mẫu\n\n.\nMột dòng chỉ có dấu chấm đứng trên.\n",
    html="<p>Kính gửi: Chánh Văn phòng Lê Thị Mẫu</p>\n",
    headers={"List-Unsubscribe": "<https://iso.tayninh.example/profile/notifications>"},
)
PASSWORD = "mat-khau-thu"


@dataclass
class Server:
    """A mail server of a test: takes mails, or answers as it was told."""

    at_sender: str = "250 OK"
    at_recipient: str = "250 OK"
    at_text: str = "250 2.0.0 Ok: queued as 7F3A"
    greetings: int = 0
    senders: list[str] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.greetings += 1
        return responses

    async def handle_MAIL(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Sequence[str]
    ) -> str:
        if self.at_sender.startswith("250"):
            envelope.mail_from = address
            self.senders.append(address)
        return self.at_sender

    async def handle_RCPT(  # noqa: N802 - named by aiosmtpd
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Sequence[str]
    ) -> str:
        if self.at_recipient.startswith("250") or not address.startswith("mau"):
            envelope.rcpt_tos.append(address)
            return "250 OK"
        return self.at_recipient

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.at_text.startswith("250"):
            self.taken.append(envelope.original_content or b"")
        return self.at_text


@contextmanager
def serving(server: Server, port: int, tls: ssl.SSLContext | None = None) -> Iterator[None]:
    def accept(
        _smtp: SMTP, _session: Session, _envelope: Envelope, _method: str, given: object
    ) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password == PASSWORD.encode()
        return AuthResult(success=right, handled=False)

    controller = Controller(
        server,
        ready_timeout=60,
        hostname="127.0.0.1",
        port=port,
        server_hostname="mail.test",
        tls_context=tls,
        require_starttls=tls is not None,
        authenticator=accept if tls else None,
    )
    controller.start()
    try:
        yield
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A self-signed certificate of 127.0.0.1 and its key."""
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(cert)]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    return cert, key


@pytest.fixture
def server_tls(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


@pytest.fixture
def trusting(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate[0]))


def mailer(
    port: int,
    *,
    security: Security = Security.PLAIN,
    password: str = "",
    tls: ssl.SSLContext | None = None,
) -> SmtpMailer:
    settings = SmtpSettings(
        host="127.0.0.1",
        port=port,
        security=security,
        user="iso" if password else "",
        password=password,
        timeout_seconds=60,
    )
    return SmtpMailer(settings, sender=SENDER, clock=MovableClock(NOW), tls=tls)


def test_a_mail_arrives_as_it_was_written(port: int) -> None:
    server = Server()
    with serving(server, port):
        answer = mailer(port).send(MAIL)
    assert answer == "250 2.0.0 Ok: queued as 7F3A"
    received = parse_received(server.taken[0])
    assert received.subject == MAIL.subject
    assert received.sender == Mailbox(name="ISO điện tử", address="iso@vp.tayninh.example")
    assert received.to == (Mailbox(name="Lê Thị Mẫu", address="mau@vp.tayninh.example"),)
    assert received.date == NOW
    assert (received.text, received.html) == (MAIL.text, MAIL.html)
    assert received.message_id == f"<{MAIL.message_id}>"
    assert received.headers["auto-submitted"] == "auto-generated"
    assert received.headers["reply-to"] == "thu-ky-iso@vp.tayninh.example"
    assert received.headers["list-unsubscribe"] == MAIL.headers["List-Unsubscribe"]


def test_what_cannot_be_delivered_returns_to_the_bounce_address(port: int) -> None:
    server = Server()
    settings = SmtpSettings(host="127.0.0.1", port=port, security=Security.PLAIN, timeout_seconds=60)
    sender = replace(SENDER, bounce="tra-lai@vp.tayninh.example")
    with serving(server, port):
        SmtpMailer(settings, sender=sender, clock=MovableClock(NOW)).send(MAIL)
        mailer(port).send(MAIL)
    assert server.senders == ["tra-lai@vp.tayninh.example", "iso@vp.tayninh.example"]
    assert parse_received(server.taken[0]).sender.address == "iso@vp.tayninh.example"


def test_a_mail_is_plain_ascii_in_lines_that_every_server_takes(port: int) -> None:
    server = Server()
    with serving(server, port):
        mailer(port).send(replace(MAIL, text="Dòng rất dài. " * 500, to_name="Nguyễn Thị Mẫu " * 9))
    lines = server.taken[0].split(b"\r\n")
    assert server.taken[0].isascii()
    assert max(map(len, lines)) <= 78
    assert not any(b"\n" in line for line in lines)


def test_a_session_uses_one_connection_for_many_mails(port: int) -> None:
    server = Server()
    with serving(server, port), mailer(port).session() as session:
        for number in range(5):
            session.send(replace(MAIL, message_id=f"{number}@vp.tayninh.example"))
    assert len(server.taken) == 5
    assert server.greetings == 1


def test_a_session_that_sends_nothing_connects_to_nobody(port: int) -> None:
    with mailer(port).session():
        pass  # nobody listens on the port; connecting would be an error


def test_a_refused_mail_does_not_stop_the_next_one_of_the_session(port: int) -> None:
    server = Server(at_recipient="550 5.1.1 No such user")
    with serving(server, port), mailer(port).session() as session:
        with pytest.raises(MailNotDelivered):
            session.send(MAIL)
        session.send(replace(MAIL, to_address="khac@vp.tayninh.example"))
    assert len(server.taken) == 1
    assert server.greetings == 1


def test_a_session_connects_again_when_the_server_was_restarted(port: int) -> None:
    first, second = Server(), Server()
    with mailer(port).session() as session:
        with serving(first, port):
            session.send(MAIL)
        with serving(second, port):
            session.send(MAIL)
    assert (len(first.taken), len(second.taken)) == (1, 1)


def test_starttls_with_login_delivers(
    port: int, server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    server = Server()
    with serving(server, port, server_tls):
        mailer(port, security=Security.STARTTLS, password=PASSWORD, tls=trusting).send(MAIL)
    assert parse_received(server.taken[0]).subject == MAIL.subject


def test_a_wrong_password_loses_no_mail_and_is_not_repeated_in_the_reason(
    port: int, server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    wrong = mailer(port, security=Security.STARTTLS, password="sai-mat-khau", tls=trusting)
    with serving(Server(), port, server_tls), pytest.raises(MailNotDelivered) as caught:
        wrong.send(MAIL)
    assert not caught.value.permanent
    assert caught.value.reason.startswith("535")
    assert "sai-mat-khau" not in caught.value.reason


def test_a_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail(
    port: int, server_tls: ssl.SSLContext
) -> None:
    server = Server()
    with serving(server, port, server_tls), pytest.raises(MailNotDelivered) as caught:
        mailer(port, security=Security.STARTTLS, password=PASSWORD).send(MAIL)
    assert not caught.value.permanent
    assert server.taken == []


def test_a_server_without_starttls_gets_nothing_in_the_clear(port: int) -> None:
    server = Server()
    with serving(server, port), pytest.raises(MailNotDelivered) as caught:
        mailer(port, security=Security.STARTTLS).send(MAIL)
    assert not caught.value.permanent
    assert server.taken == []


def test_tls_from_the_first_byte_delivers(
    port: int, server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    server = Server()
    controller = Controller(server, hostname="127.0.0.1", port=port, ssl_context=server_tls, ready_timeout=60)
    controller.start()
    try:
        mailer(port, security=Security.TLS, tls=trusting).send(MAIL)
    finally:
        controller.stop()
    assert len(server.taken) == 1


@pytest.mark.parametrize(
    ("server", "permanent"),
    [
        (Server(at_text="451 4.3.0 Try again later"), False),
        (Server(at_text="554 5.7.1 Refused"), True),
        (Server(at_recipient="450 4.2.1 Mailbox busy"), False),
        (Server(at_recipient="550 5.1.1 No such user"), True),
        (Server(at_recipient="530 5.7.0 Authentication required"), False),
        (Server(at_sender="550 5.7.1 Not a sender of ours"), False),
    ],
    ids=[
        *("451 at the text", "554 at the text", "450 at the recipient", "550 at the recipient"),
        *("530 at the recipient", "550 at the sender"),
    ],
)
def test_the_answer_of_the_server_decides_whether_trying_again_is_of_use(
    port: int, server: Server, *, permanent: bool
) -> None:
    with serving(server, port), pytest.raises(MailNotDelivered) as caught:
        mailer(port).send(MAIL)
    assert caught.value.permanent is permanent
    assert caught.value.reason in {server.at_text, server.at_recipient, server.at_sender}


def test_a_server_that_is_not_there_is_temporary(port: int) -> None:
    with pytest.raises(MailNotDelivered) as caught:
        mailer(port).send(MAIL)
    assert not caught.value.permanent


def test_a_server_that_hangs_up_in_the_middle_is_temporary(port: int) -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.test\r\n")
        await reader.readline()
        writer.close()
        await writer.wait_closed()

    async def dialogue() -> None:
        async with await asyncio.start_server(hang_up, "127.0.0.1", port):
            await asyncio.to_thread(mailer(port).send, MAIL)

    # In a thread of its own: a browser of another test may keep an event loop in this one.
    with ThreadPoolExecutor(1) as apart, pytest.raises(MailNotDelivered) as caught:
        apart.submit(asyncio.run, dialogue()).result()
    assert not caught.value.permanent


def test_a_refused_mail_reaches_no_server(port: int) -> None:
    server = Server()
    with serving(server, port), pytest.raises(MailNotDelivered):
        mailer(port).send(replace(MAIL, to_name="Mau\nBcc: all@vp.tayninh.example"))
    assert server.greetings == 0
