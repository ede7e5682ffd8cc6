"""The catcher: takes mails over SMTP, keeps them through its store, reads them for the page."""

from __future__ import annotations

import smtplib
import socket
from datetime import UTC, date, datetime
from errno import EADDRINUSE
from queue import Queue
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ports import MailNotDelivered, MovableClock, OutgoingMail
from workers.mail.catcher import Catcher, Mailbox, parse_received, run_catcher
from workers.mail.letters import Agency, Recipient, address_letter, compose
from workers.mail.message import Sender
from workers.mail.notices import Notice
from workers.mail.smtp import SmtpMailer, parse_smtp_url
from workers.mail.wording import NoticeKind

NOW = datetime(2026, 10, 2, 0, 30, tzinfo=UTC)
CLOCK = MovableClock(NOW)
SENDER = Sender(name="ISO điện tử", address="iso@vp.tayninh.example")


class Box:
    """A store that keeps what it is given, or fails as long as it is told to."""

    def __init__(self, *, failing: bool = False) -> None:
        self.failing = failing
        self.kept: list[tuple[str, str, tuple[str, ...], datetime, bytes]] = []

    def __call__(
        self, message_id: str, sender: str, recipients: tuple[str, ...], received_at: datetime, raw: bytes
    ) -> None:
        if self.failing:
            raise OSError("the disk is full")
        self.kept.append((message_id, sender, recipients, received_at, raw))


@pytest.fixture
def port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        free: int = listener.getsockname()[1]
        return free


def mailer(port: int) -> SmtpMailer:
    return SmtpMailer(parse_smtp_url(f"smtp://127.0.0.1:{port}"), sender=SENDER, clock=CLOCK)


def digest() -> OutgoingMail:
    notices = [
        Notice(
            kind=kind,
            case_code="VP-P06-0007",
            case_title="Cập nhật VBQPPL – Đất đai",
            task_name=name,
            unit="Phòng Nội chính",
            link=f"/tasks/{number}",
            legal_due=due,
            days=3,
        )
        for number, (kind, name, due) in enumerate(
            [
                (NoticeKind.NEW_TASK, "Sàng lọc văn bản", date(2026, 12, 1)),
                (NoticeKind.REMINDER, "Soạn kế hoạch năm", date(2026, 10, 7)),
                (NoticeKind.OVERDUE, "Đánh giá tác động", date(2026, 9, 29)),
            ]
        )
    ]
    person = Recipient(name="Lê Thị Mẫu", title="Chánh Văn phòng", address="mau@vp.tayninh.example")
    agency = Agency(name="Văn phòng UBND tỉnh Tây Ninh", short="VP UBND tỉnh", contact="Thư ký ISO")
    letter = compose(person, notices, date(2026, 10, 2), agency, "https://iso.tayninh.example")
    return address_letter(letter, person, message_id="d-1@vp.tayninh.example")


def test_a_digest_that_is_sent_is_caught_as_it_was_composed(port: int) -> None:
    box, mail = Box(), digest()
    with Catcher(host="127.0.0.1", port=port, store=box, clock=CLOCK):
        mailer(port).send(mail)
    message_id, sender, recipients, received_at, raw = box.kept[0]
    assert (message_id, sender) == ("<d-1@vp.tayninh.example>", "iso@vp.tayninh.example")
    assert (recipients, received_at) == (("mau@vp.tayninh.example",), NOW)
    caught = parse_received(raw)
    assert caught.subject == "[ISO] QUÁ HẠN 3 ngày: Đánh giá tác động – Phòng Nội chính và 2 việc khác"
    assert (caught.text, caught.html) == (mail.text, mail.html)
    assert caught.to == (Mailbox(name="Lê Thị Mẫu", address="mau@vp.tayninh.example"),)
    assert caught.text.index("QUÁ HẠN (1)") < caught.text.index("SẮP ĐẾN HẠN (1)")
    assert caught.text.index("SẮP ĐẾN HẠN (1)") < caught.text.index("VIỆC MỚI (1)")


def test_a_mail_that_could_not_be_stored_is_to_be_sent_again(port: int) -> None:
    box = Box(failing=True)
    with Catcher(host="127.0.0.1", port=port, store=box, clock=CLOCK):
        with pytest.raises(MailNotDelivered) as caught:
            mailer(port).send(digest())
        box.failing = False
        mailer(port).send(digest())
    assert not caught.value.permanent
    assert len(box.kept) == 1


def test_a_mail_without_an_id_gets_the_same_one_at_every_arrival(port: int) -> None:
    box = Box()
    with (
        Catcher(host="127.0.0.1", port=port, store=box, clock=CLOCK),
        smtplib.SMTP("127.0.0.1", port, local_hostname="here.example") as connection,
    ):
        for text in (b"Subject: a\r\n\r\nmot", b"Subject: a\r\n\r\nmot", b"Subject: a\r\n\r\nhai"):
            connection.sendmail("a@here.example", ["b@here.example"], text)
    first, second, third = (message_id for message_id, *_ in box.kept)
    assert first == second != third
    assert first.startswith("<")


def test_the_loop_of_the_catcher_ends_when_it_is_told_to(port: int) -> None:
    stop = Event()
    arrived: Queue[str] = Queue()

    def store(
        message_id: str, sender: str, recipients: tuple[str, ...], received_at: datetime, raw: bytes
    ) -> None:
        arrived.put(message_id)
        stop.set()

    loop = Thread(target=run_catcher, args=("127.0.0.1", port, store, stop), kwargs={"clock": CLOCK})
    loop.start()
    while not stop.is_set():
        try:
            mailer(port).send(digest())
        except MailNotDelivered:
            stop.wait(0.01)  # the loop is not listening yet
    loop.join(timeout=30)
    assert not loop.is_alive()
    assert arrived.get_nowait() == "<d-1@vp.tayninh.example>"


def test_a_taken_port_is_told(port: int) -> None:
    with Catcher(host="127.0.0.1", port=port, store=Box(), clock=CLOCK):
        second = Catcher(host="127.0.0.1", port=port, store=Box(), clock=CLOCK)
        with pytest.raises(OSError) as caught:  # noqa: PT011 - the number tells which one
            second.start()
    assert caught.value.errno == EADDRINUSE


def test_mails_of_other_programs_are_read_too() -> None:
    mail = parse_received(
        b"From: =?iso-8859-1?q?J=F6rg?= <jorg@there.example>\n"
        b"To: a@here.example, =?utf-8?q?B=E1=BA=A3o?= <b@here.example>\n"
        b"Subject: =?utf-8?q?Tr=E1=BA=A3_l=E1=BB=9Di?=\n =?utf-8?q?_th=C6=B0?=\n"
        b"Date: Fri, 02 Oct 2026 07:30:00 +0700\n"
        b'Content-Type: text/plain; charset="iso-8859-1"\nContent-Transfer-Encoding: 8bit\n\n'
        b"Gr\xfc\xdfe\r\n"
    )
    assert mail.sender == Mailbox(name="Jörg", address="jorg@there.example")
    assert mail.to == (
        Mailbox(name="", address="a@here.example"),
        Mailbox(name="Bảo", address="b@here.example"),
    )
    assert mail.subject == "Trả lời thư"
    assert mail.date == NOW
    assert (mail.text, mail.html) == ("Grüße\n", "")


def test_an_attached_text_is_not_the_body() -> None:
    mail = parse_received(
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n'
        b"Content-Disposition: attachment\n\nfile\n--x\nContent-Type: text/plain\n\nbody\n--x--\n"
    )
    assert mail.text == "body"


@given(raw=st.binary(max_size=400))
def test_reading_refuses_nothing(raw: bytes) -> None:
    parse_received(raw)


@given(
    values=st.lists(
        st.tuples(
            st.sampled_from([b"Subject", b"From", b"To", b"Date", b"Message-ID", b"Content-Type"]),
            st.text(st.sampled_from('=?utf-8bq"<>@,;:/()\\ 0219JanMonđ\r\n'), max_size=60).map(str.encode)
            | st.binary(max_size=60),
        )
    )
)
def test_reading_refuses_no_header(values: list[tuple[bytes, bytes]]) -> None:
    parse_received(b"".join(name + b": " + value + b"\r\n" for name, value in values) + b"\r\ntext")
