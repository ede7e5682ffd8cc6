"""Mails on the wire and the settings of their server: nothing can be forged, nothing gets lost."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ports import MailNotDelivered, OutgoingMail
from workers.mail.catcher import parse_received
from workers.mail.message import Sender, SenderInvalid, build_message, parse_sender
from workers.mail.smtp import Security, SmtpSettings, SmtpUrlInvalid, parse_smtp_url

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


@pytest.mark.parametrize(
    "mail",
    [
        replace(MAIL, to_name="Mẫu\r\nBcc: all@vp.tayninh.example"),
        replace(MAIL, to_name="Mau\nBcc: all@vp.tayninh.example"),
        replace(MAIL, to_name="Mau\u2028Bcc: all@vp.tayninh.example"),
        replace(MAIL, subject="Việc mới\r\n\r\n<script>"),
        replace(MAIL, to_address="mau@vp.tayninh.example>\r\nRCPT TO:<all@vp.tayninh.example"),
        replace(MAIL, to_address="mau@vp.tayninh.example, all@vp.tayninh.example"),
        replace(MAIL, to_address="Mẫu <mau@vp.tayninh.example>"),
        replace(MAIL, to_address="mau"),
        replace(MAIL, message_id="1@x>\r\nBcc: all@vp.tayninh.example"),
        replace(MAIL, headers={"X-Note": "a\r\nBcc: all@vp.tayninh.example"}),
        replace(MAIL, headers={"X-Note\r\nBcc": "all@vp.tayninh.example"}),
        replace(MAIL, headers={"bcc": "all@vp.tayninh.example"}),
        replace(MAIL, headers={"Subject": "two"}),
        replace(MAIL, headers={"Content-Type": "text/html"}),
        replace(MAIL, text="\ud800"),
    ],
)
def test_what_could_forge_a_header_or_an_address_is_refused_for_good(mail: OutgoingMail) -> None:
    with pytest.raises(MailNotDelivered) as caught:
        build_message(mail, SENDER, NOW)
    assert caught.value.permanent


def test_a_long_subject_is_shortened_between_words() -> None:
    mail = replace(MAIL, subject="[ISO] Việc mới: " + "rà soát quy trình " * 10)
    subject = parse_received(build_message(mail, SENDER, NOW)).subject
    assert subject == "[ISO] Việc mới: rà soát quy trình rà soát quy trình rà soát quy trình rà soát…"
    assert len(subject) <= 78


def test_a_message_id_is_framed_once_and_gets_the_domain_of_the_sender_where_it_has_none() -> None:
    def written(message_id: str) -> str:
        return parse_received(build_message(replace(MAIL, message_id=message_id), SENDER, NOW)).message_id

    assert written("a-1") == "<a-1@vp.tayninh.example>"
    assert written("a-1@iso.example") == "<a-1@iso.example>"
    assert written("<a-1@iso.example>") == "<a-1@iso.example>"


names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    | st.sampled_from(' "\\,;:<>()@=?_.ăâđêôơưẤợễ')
).map(lambda text: " ".join(text.split()))


@given(name=names, subject=names)
def test_any_name_and_subject_survive_the_journey(name: str, subject: str) -> None:
    mail = replace(MAIL, to_name=name, subject=subject)
    received = parse_received(build_message(mail, SENDER, NOW))
    expected = parse_received(build_message(replace(mail, to_name="", subject=""), SENDER, NOW))
    assert received.to[0].address == MAIL.to_address
    assert set(received.headers) == set(expected.headers)
    assert fits(received.to[0].name, name)
    assert fits(received.subject, subject)


def fits(received: str, written: str) -> bool:
    """Equal but for the normal form, and for the cut of a long subject."""
    plain = normal(written)
    return received == plain or (len(plain) > 78 and received.endswith("…"))


def normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail:1025", SmtpSettings(host="mail", port=1025, security=Security.PLAIN)),
        ("smtp://127.0.0.1", SmtpSettings(host="127.0.0.1", port=25, security=Security.PLAIN)),
        (
            "smtp://iso%40vp:p%2Fw%3F@mail.vp.example?starttls=1",
            SmtpSettings(
                host="mail.vp.example", port=587, security=Security.STARTTLS, user="iso@vp", password="p/w?"
            ),
        ),
        (
            "smtps://iso:pw@mail.vp.example/",
            SmtpSettings(host="mail.vp.example", port=465, security=Security.TLS, user="iso", password="pw"),
        ),
        (
            "smtp://iso:pw@localhost:2525",
            SmtpSettings(host="localhost", port=2525, security=Security.PLAIN, user="iso", password="pw"),
        ),
        ("smtp://[::1]:1025", SmtpSettings(host="::1", port=1025, security=Security.PLAIN)),
    ],
)
def test_a_url_names_server_protection_and_login(url: str, expected: SmtpSettings) -> None:
    assert parse_smtp_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mail.vp.example:25",
        "http://mail.vp.example",
        "smtp://",
        "smtp://mail.vp.example:0",
        "smtp://mail.vp.example:99999",
        "smtp://mail.vp.example:abc",
        "smtp://mail .vp.example",
        "smtp://" + "a" * 64 + ".example",
        "smtp://mail.vp.example/inbox",
        "smtp://mail.vp.example?starttls=yes",
        "smtp://mail.vp.example?tls=1",
        "smtp://iso@mail.vp.example?starttls=1",
        "smtp://iso:mật@mail.vp.example?starttls=1",
        "smtp://iso:secret-word@mail.vp.example",
        "smtps://iso:secret-word#1@mail.vp.example",
    ],
)
def test_a_url_that_cannot_be_read_is_refused_by_the_name_of_its_variable(url: str) -> None:
    with pytest.raises(SmtpUrlInvalid) as caught:
        parse_smtp_url(url)
    assert caught.value.vi.startswith("SMTP_URL: ")
    assert caught.value.en.startswith("SMTP_URL: ")
    assert "secret-word" not in caught.value.vi + caught.value.en


def test_settings_do_not_show_the_password() -> None:
    assert "secret-word" not in repr(parse_smtp_url("smtps://iso:secret-word@mail.vp.example"))


def test_the_sender_is_read_with_and_without_a_name() -> None:
    assert parse_sender("ISO điện tử <iso@vp.example>") == Sender(
        name="ISO điện tử", address="iso@vp.example"
    )
    assert parse_sender("iso@vp.example") == Sender(name="", address="iso@vp.example")


@pytest.mark.parametrize("text", ["", "ISO", "ISO <iso>", "a@b.example, c@d.example", "A\r\nB <a@b.example>"])
def test_a_sender_that_is_no_address_is_refused_by_the_name_of_its_variable(text: str) -> None:
    with pytest.raises(SenderInvalid, match="QUYTRINH_MAIL_FROM"):
        parse_sender(text)


def test_a_mail_names_the_page_where_one_says_how_to_be_told_and_where_it_bounces_to() -> None:
    sender = replace(
        SENDER,
        bounce="tra-lai@vp.tayninh.example",
        preferences_url="https://iso.tayninh.example/mails/receiving",
    )
    headers = parse_received(build_message(replace(MAIL, headers={}), sender, NOW)).headers
    assert headers["list-unsubscribe"] == (
        "<https://iso.tayninh.example/mails/receiving>,"
        " <mailto:tra-lai@vp.tayninh.example?subject=unsubscribe>"
    )
    assert headers["auto-submitted"] == "auto-generated"
    assert (sender.envelope, SENDER.envelope) == ("tra-lai@vp.tayninh.example", "iso@vp.tayninh.example")


def test_without_a_bounce_address_a_mail_names_the_page_alone() -> None:
    sender = replace(SENDER, preferences_url="https://iso.tayninh.example/mails/receiving")
    headers = parse_received(build_message(replace(MAIL, headers={}), sender, NOW)).headers
    assert headers["list-unsubscribe"] == "<https://iso.tayninh.example/mails/receiving>"


def test_a_bounce_address_that_is_none_is_refused_by_the_name_of_its_setting() -> None:
    with pytest.raises(SenderInvalid) as caught:
        parse_sender("iso@vp.example", bounce="khong phai dia chi")
    assert caught.value.variable == "QUYTRINH_MAIL_BOUNCE"
