"""The all-day events of an iCalendar file as days of a working calendar.

The file is a stranger's: its size, depth and number of events are bounded before a library reads it, and its
time zones are left out, for only whole days count here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from icalendar import Calendar

from engine.domain.calendar import DayKind
from engine.domain.errors import Invalid
from engine.domain.forms import size_text
from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.documents.sheets import SheetRefused
from qms.legal_time.imported_days import (
    FIRST_YEAR,
    LAST_YEAR,
    BadLine,
    CalendarFile,
    DayTextUnreadable,
    Written,
    checked,
    kind_in_words,
)

LARGEST_FILE: Final = 1024 * 1024
MOST_EVENTS: Final = 2_000
LONGEST_EVENT: Final = 31
"""In days: no holiday is longer, and one event may not fill a calendar."""

_DEEPEST: Final = 8
_SAID: Final = (
    (DayKind.WORK_SWAPPED, ("lam bu", "lam viec bu")),
    (DayKind.OFF_SWAPPED, ("hoan doi",)),
    (DayKind.HALF_DAY, ("nua ngay",)),
    (
        DayKind.HOLIDAY,
        (
            "nghi",
            "tet",
            "gio to",
            "quoc khanh",
            "chien thang",
            "giai phong",
            "quoc te lao dong",
            "van hoa viet nam",
        ),
    ),
)
"""What the title of an event says of the day, the narrower words first."""


class _EventUnfit(Invalid):
    """An event that is no day of a working calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    first: date
    days: int


def read_events(content: bytes, *, basis: str, confirmed: bool) -> CalendarFile:
    """The days of the events, each told by the line on which its event begins; raises SheetRefused."""
    text = _text(content)
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if _begins(line, "VEVENT")]
    events = _events(text)
    if len(events) != len(lines):
        raise _unreadable()
    good: list[tuple[int, Written]] = []
    bad: list[BadLine] = []
    for number, event in zip(lines, events, strict=True):
        try:
            good.extend((number, written) for written in _days(event))
        except _EventUnfit as refused:
            title = _title(event)[:200]
            bad.append(BadLine(line=number, written=title, problems=((refused.vi, refused.en),)))
    found = checked(good, basis=basis, confirmed=confirmed)
    every = sorted((*bad, *found.bad), key=lambda each: each.line)
    return CalendarFile(good=found.good, bad=tuple(every))


def _text(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        most = size_text(LARGEST_FILE)
        raise SheetRefused(
            vi=f"Tệp lịch lớn hơn {most}. Xin chia thành nhiều tệp.",
            en=f"The calendar file is larger than {most}. Split it.",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable() from None
    depth = events = 0
    for line in text.splitlines():
        depth += _begins(line) - _begins(line, word="END")
        events += _begins(line, "VEVENT")
        if depth > _DEEPEST or events > MOST_EVENTS:
            raise SheetRefused(
                vi=f"Tệp lịch có hơn {MOST_EVENTS} sự kiện hoặc lồng nhau quá sâu nên không được đọc.",
                en=f"The calendar file holds more than {MOST_EVENTS} events or nests too deep.",
            )
    if not events:
        raise SheetRefused(
            vi="Tệp lịch không có sự kiện nào. Xin chọn tệp khác.",
            en="The calendar file holds no event. Choose another file.",
        )
    return text


def _begins(line: str, what: str = "", *, word: str = "BEGIN") -> bool:
    return line.strip().upper().startswith(f"{word}:{what}")


def _events(text: str) -> list[Any]:
    zones = re.compile(r"^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
    try:
        calendars = Calendar.from_ical(zones.sub("", text), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except Exception as error:  # a stranger's file can fail in any way inside the library
        raise _unreadable() from error
    if any(calendar.name != "VCALENDAR" for calendar in calendars):
        raise _unreadable()
    return events


def _days(event: Any) -> Iterator[Written]:
    """A line for each day of an event; raises _EventUnfit."""
    span, title = _span(event), _title(event)
    kind = _kind(event, title)
    for ahead in range(span.days):
        yield Written(
            day=span.first + timedelta(days=ahead),
            kind=kind,
            name=title,
            basis=_said(event, "DESCRIPTION"),
            confirmed="không" if fold(_said(event, "STATUS")) == "tentative" else "",
        )


def _span(event: Any) -> _Span:
    if fold(_said(event, "STATUS")) == "cancelled":
        raise _EventUnfit(vi="Sự kiện đã bị hủy.", en="The event is cancelled.")
    if any(event.get(name) is not None for name in ("RRULE", "RDATE")):
        raise _EventUnfit(
            vi="Sự kiện lặp lại: ngày nghỉ phải ghi riêng từng năm theo quyết định của năm đó.",
            en="A recurring event: days off are entered year by year, by the decision of each year.",
        )
    try:
        first, last, length = (
            getattr(event.get(name), "dt", None) for name in ("DTSTART", "DTEND", "DURATION")
        )
    except Exception as error:  # a value that the library keeps as broken refuses to be read
        raise _no_day() from error
    if not isinstance(first, date):
        raise _no_day()
    if isinstance(first, datetime) or isinstance(last, datetime):
        raise _EventUnfit(
            vi="Sự kiện có giờ; chỉ nhận sự kiện cả ngày.",
            en="The event has hours; only all-day events are taken.",
        )
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        refused = DayTextUnreadable(day_text(first))
        raise _EventUnfit(vi=refused.vi, en=refused.en)
    days = (
        (last - first).days if isinstance(last, date) else length.days if isinstance(length, timedelta) else 1
    )
    if not 0 < days <= LONGEST_EVENT:
        raise _EventUnfit(
            vi=f"Sự kiện phải dài từ 1 đến {LONGEST_EVENT} ngày.",
            en=f"An event must last from 1 to {LONGEST_EVENT} days.",
        )
    return _Span(first=first, days=days)


def _kind(event: Any, title: str) -> DayKind:
    """What its category says, else its title; raises _EventUnfit where neither says anything."""
    for word in _said(event, "CATEGORIES").split(","):
        kind = kind_in_words(word)
        if kind is not None:
            return kind
    folded = f" {fold(title)} "
    for kind, words in _SAID:
        if any(f" {word} " in re.sub(r"[^\w]+", " ", folded) for word in words):
            return kind
    raise _EventUnfit(
        vi="Không rõ loại ngày: tên hoặc mục phân loại cần ghi nghỉ lễ, nghỉ hoán đổi, làm bù hoặc nửa ngày.",
        en="The kind of day is not clear: title or category should say nghỉ lễ, nghỉ hoán đổi, làm bù "
        "or nửa ngày.",
    )


def _title(event: Any) -> str:
    return " ".join(_said(event, "SUMMARY").split())


def _said(event: Any, name: str) -> str:
    found = event.get(name)
    if found is None:
        return ""
    each = found if isinstance(found, list) else [found]
    return ",".join(_plain(one) for one in each)


def _plain(value: Any) -> str:
    written = value.to_ical() if hasattr(value, "cats") else value
    return written.decode() if isinstance(written, bytes) else str(written)


def _no_day() -> _EventUnfit:
    return _EventUnfit(vi="Sự kiện không có ngày đọc được.", en="The event has no day that can be read.")


def _unreadable() -> SheetRefused:
    return SheetRefused(
        vi="Không đọc được tệp như một lịch (.ics). Xin xuất lại từ chương trình lịch rồi tải lên.",
        en="The file cannot be read as a calendar (.ics). Export it again and upload it.",
    )
