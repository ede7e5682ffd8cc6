"""The letters of the watchdog: that work stands still, and that it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from engine.domain.local_time import clock_text
from engine.domain.text import one_line
from engine.ports import Contact, OutgoingMail
from qms.watchdog.alarms import DATABASE, Alarm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of an alarm in one language; {…} is filled in."""

    greeting: str
    stopped: str
    stopped_text: tuple[str, ...]
    database: str
    database_text: tuple[str, ...]
    resumed: str
    resumed_text: tuple[str, ...]
    last_sign: str
    system: str
    automatic: str


_VIETNAMESE: Final = _Words(
    greeting="Kính gửi: {person}",
    stopped="[ISO] KHẨN: hệ thống ngừng xử lý nền từ {since}",
    stopped_text=(
        "Đến {since} không còn tiến trình nền nào của hệ thống báo hoạt động.",
        "Trong lúc này hẹn giờ không được xử lý, thư nhắc việc và báo quá hạn không được gửi.",
        "Thời hạn pháp lý vẫn chạy.",
        "Việc cần làm: chạy lại quytrinh worker (hoặc docker compose up -d worker), rồi xem trang bên dưới.",
        "Khi hệ thống chạy lại, những gì đến hạn được xử lý một lần và được ghi rõ giờ đến hạn, giờ xử lý.",
    ),
    database="[ISO] KHẨN: cơ sở dữ liệu không trả lời từ {since}",
    database_text=(
        "Đến {since} cơ sở dữ liệu của hệ thống không trả lời: không trang nào mở, không thư nào gửi được.",
        "Thời hạn pháp lý vẫn chạy.",
        "Việc cần làm: kiểm tra máy chủ PostgreSQL và đường mạng tới đó; các tiến trình tự chạy tiếp sau đó.",
    ),
    resumed="[ISO] Hệ thống xử lý nền đã hoạt động lại lúc {ended}",
    resumed_text=(
        "Hệ thống hoạt động lại lúc {ended}; việc ngừng được phát hiện lúc {since}.",
        "Những gì đến hạn trong thời gian đó đang được xử lý; mỗi người nhận một thư gộp những gì còn đúng.",
    ),
    last_sign="Lần báo hoạt động gần nhất: {detail}.",
    system="Tình trạng hệ thống",
    automatic="Thư tự động, gửi thẳng không qua hàng đợi thư; không cần trả lời.",
)
_ENGLISH: Final = _Words(
    greeting="Dear {person},",
    stopped="[ISO] URGENT: background work stands still since {since}",
    stopped_text=(
        "At {since} no worker of the system gave a sign of life any more.",
        "Meanwhile timers do not fire, and reminders and reports of lateness are not sent.",
        "Legal time runs on.",
        "What to do: run quytrinh worker (or docker compose up -d worker), then look at the page below.",
        "When it runs again, what fell due is done once, with the due and the real moment on record.",
    ),
    database="[ISO] URGENT: the database does not answer since {since}",
    database_text=(
        "At {since} the database of the system did not answer: no page opens and no mail goes out.",
        "Legal time runs on.",
        "What to do: look after PostgreSQL and the way to it; all processes then go on by themselves.",
    ),
    resumed="[ISO] Background work goes on since {ended}",
    resumed_text=(
        "The system runs again since {ended}; that it stood still was found at {since}.",
        "What fell due meanwhile is being done; each person gets one mail of what is still true.",
    ),
    last_sign="Last sign of life: {detail}.",
    system="State of the system",
    automatic="This mail was sent automatically, past the outbox; no answer is needed.",
)
_WORDS: Final[Mapping[str, _Words]] = {"vi": _VIETNAMESE, "en": _ENGLISH}


def alarm_letter(alarm: Alarm, person: Contact, *, message_id: str, base_url: str) -> OutgoingMail:
    """The letter to one administrator; `message_id` stays the same over retries."""
    word = _WORDS.get(person.locale[:2], _VIETNAMESE)
    moments = {
        "since": clock_text(alarm.opened_at),
        "ended": clock_text(alarm.ended_at) if alarm.ended_at else "",
    }
    subject, told = _of_kind(word, alarm)
    lines = [word.greeting.format(person=one_line(f"{person.title} {person.name}"))]
    lines += [sentence.format(**moments) for sentence in told]
    lines.append(word.last_sign.format(detail=alarm.detail))
    page = f"{base_url.rstrip('/')}/system"
    return OutgoingMail(
        message_id=message_id,
        to_name=one_line(person.name),
        to_address=person.address,
        subject=subject.format(**moments),
        text="\n\n".join([*lines, f"{word.system}: {page}", word.automatic]) + "\n",
        html="".join(
            [
                *(f"<p>{escape(line)}</p>" for line in lines),
                f'<p><a href="{escape(page)}">{escape(word.system)}</a></p>',
                f"<p>{escape(word.automatic)}</p>",
            ]
        ),
    )


def _of_kind(word: _Words, alarm: Alarm) -> tuple[str, tuple[str, ...]]:
    if alarm.ended_at is not None:
        return word.resumed, word.resumed_text
    return (
        (word.database, word.database_text) if alarm.kind == DATABASE else (word.stopped, word.stopped_text)
    )
