"""Letters about accounts: they belong to no case and go into the outbox as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from html import escape
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.local_time import clock_text
from engine.domain.mails import NO_ADDRESS
from engine.domain.states import MailState
from engine.domain.text import one_line
from engine.store.tables import Mail
from qms.organisation.tables import Agency, Person

LINK_MARK: Final = "{password-link:%s}"
"""Stands in a letter for the token of a link; the worker puts the token in as the letter goes out."""


class AccountLetter(Enum):
    """What a letter about an account says."""

    LINK = "link"
    ELSEWHERE = "elsewhere"
    PASSWORD_SET = "password_set"  # noqa: S105 - not one
    FACTOR_RESET = "factor_reset"


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    sentences: tuple[str, ...]


_VI: Final = {
    AccountLetter.LINK: _Words(
        "Đặt lại mật khẩu Quytrinh",
        (
            "Có người (có thể là bạn) vừa xin đặt lại mật khẩu cho tài khoản {username} lúc {at}.",
            "Để đặt mật khẩu mới, xin mở liên kết dưới đây trong vòng 30 phút; liên kết chỉ dùng một lần.",
            "{link}",
            "Nếu không phải bạn, xin bỏ qua thư này: mật khẩu cũ vẫn còn hiệu lực.",
        ),
    ),
    AccountLetter.ELSEWHERE: _Words(
        "Mật khẩu của bạn không đặt tại Quytrinh",
        (
            "Có người (có thể là bạn) vừa xin đặt lại mật khẩu cho tài khoản {username} lúc {at}.",
            (
                "Tài khoản này đăng nhập bằng hệ thống tài khoản chung của cơ quan. Xin đổi mật khẩu tại "
                "hệ thống đó hoặc liên hệ người quản trị của nó; Quytrinh không giữ mật khẩu của bạn."
            ),
        ),
    ),
    AccountLetter.PASSWORD_SET: _Words(
        "Mật khẩu Quytrinh của bạn vừa được đặt lại",
        (
            "Mật khẩu của tài khoản {username} được đặt lại lúc {at}; mọi phiên đăng nhập cũ đã kết thúc.",
            "Nếu không phải bạn làm việc này, xin báo ngay cho người quản trị.",
        ),
    ),
    AccountLetter.FACTOR_RESET: _Words(
        "Xác thực hai lớp của bạn vừa được đặt lại",
        (
            (
                "Người quản trị đã đặt lại xác thực hai lớp của tài khoản {username} lúc {at}; "
                "mã dự phòng cũ không còn dùng được."
            ),
            "Lần đăng nhập sau chỉ cần mật khẩu; xin thiết lập lại xác thực hai lớp ngay sau đó.",
            "Nếu bạn không yêu cầu việc này, xin báo ngay cho người quản trị.",
        ),
    ),
}
_EN: Final = {
    AccountLetter.LINK: _Words(
        "Reset your Quytrinh password",
        (
            "Somebody (perhaps you) asked for a new password for the account {username} at {at}.",
            "To choose a new password, open the link below within 30 minutes. It works once.",
            "{link}",
            "If it was not you, ignore this mail: your old password still holds.",
        ),
    ),
    AccountLetter.ELSEWHERE: _Words(
        "Your password is not kept by Quytrinh",
        (
            "Somebody (perhaps you) asked for a new password for the account {username} at {at}.",
            (
                "This account signs in by your agency's own directory. Please change the password there "
                "or ask whoever runs it; Quytrinh does not keep your password."
            ),
        ),
    ),
    AccountLetter.PASSWORD_SET: _Words(
        "Your Quytrinh password was reset",
        (
            "The password of the account {username} was reset at {at}; all earlier sign-ins have ended.",
            "If this was not you, tell the administrator at once.",
        ),
    ),
    AccountLetter.FACTOR_RESET: _Words(
        "Your second factor was reset",
        (
            (
                "The administrator reset the second factor of the account {username} at {at}; "
                "old recovery codes no longer work."
            ),
            (
                "Your next sign-in asks for the password only; "
                "please set up the second factor again right after it."
            ),
            "If you did not ask for this, tell the administrator at once.",
        ),
    ),
}
_PAGE: Final = (
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{subject}</title></head>'
    '<body style="margin:0;padding:16px;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">'
    '<div style="max-width:640px;margin:0 auto">{paragraphs}</div></body></html>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAbout:
    """A letter to write; `subject` makes its id, so that saying it twice sends it once."""

    letter: AccountLetter
    username: str
    subject: object
    link: str = ""
    asked_for: bool = False


def post(session: Session, person: UUID, about: LetterAbout, now: datetime) -> None:
    """Put the letter into the outbox in the language of its reader."""
    reader = session.get_one(Person, person)
    agency = session.get_one(Agency, reader.agency_id)
    english = reader.locale.startswith("en")
    words = (_EN if english else _VI)[about.letter]
    greeting = f"Dear {reader.full_name}," if english else f"Kính gửi {reader.full_name},"
    lines = [
        one_line(greeting),
        *(
            sentence.format(username=about.username, at=clock_text(now), link=about.link)
            for sentence in words.sentences
        ),
        one_line(f"— {agency.name}"),
    ]
    mail = derived_id("account letter", about.letter.value, about.subject)
    domain = reader.email.rpartition("@")[2] or "localhost"
    session.add(
        Mail(
            id=mail,
            agency_id=reader.agency_id,
            person_id=person,
            message_id=f"<{mail}@quytrinh.{domain}>",
            to_name=one_line(reader.full_name),
            to_address=reader.email,
            subject=words.subject,
            text="\n\n".join(lines) + "\n",
            html=_PAGE.format(
                language="en" if english else "vi",
                subject=escape(words.subject),
                paragraphs="".join(_paragraph(line, about.link) for line in lines),
            ),
            created_at=now,
            run_at=now,
            attempts=0,
            state=MailState.PENDING if reader.email else MailState.FAILED,
            server_answer=None if reader.email else NO_ADDRESS,
            asked_for=about.asked_for,
        )
    )


def _paragraph(line: str, link: str) -> str:
    text = escape(line)
    shown = f'<a href="{text}">{text}</a>' if link and line == link else text
    return f'<p style="margin:0 0 12px">{shown}</p>'


def sealed_mark(mail: UUID, text: str) -> UUID | None:
    """The id in the link mark of a text if it is the mark of this very mail; no other text has one."""
    start, _, end = LINK_MARK.partition("%s")
    _, found, rest = text.partition(start)
    try:
        reset = UUID(rest.partition(end)[0]) if found else None
    except ValueError:
        return None
    if reset is None or derived_id("account letter", AccountLetter.LINK.value, reset) != mail:
        return None
    return reset
