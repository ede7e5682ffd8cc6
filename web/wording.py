"""How dates, moments, numbers and due dates read on a page, in the language of the page.

Both languages write dd/mm/yyyy and 1.234,5: officers type these forms, and one screen must not mix two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from flask_babel import get_locale, gettext, ngettext

from engine.domain.local_time import day_text, local_moment

_SOON: Final = 3
_VIETNAMESE_DAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ENGLISH_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Urgency(StrEnum):
    """How pressing a due date is; the value ends the class name of its chip."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """A due date for the screen: few words for the chip, a sentence with both dates for its title."""

    text: str
    urgency: Urgency
    sentence: str


def due_in_words(target: date | None, legal: date | None, today: date) -> DueWords:
    """Say how far `today` is from a target and a legal due date, in calendar days.

    The target is what officers work towards; only the legal date can be overdue.
    """
    last = legal or target
    if last is None:
        return DueWords(text=gettext("Không có hạn"), urgency=Urgency.NONE, sentence="")
    first = min(target or last, last)
    text, urgency = _late_or_today(last, today) or _before(first, last, today)
    return DueWords(text=text, urgency=urgency, sentence=_both_dates(target, legal))


def _late_or_today(last: date, today: date) -> tuple[str, Urgency] | None:
    days = (today - last).days
    if days > 0:
        return ngettext("Quá hạn %(num)d ngày", "Quá hạn %(num)d ngày", days), Urgency.LATE
    return (gettext("Đến hạn hôm nay"), Urgency.TODAY) if days == 0 else None


def _before(first: date, last: date, today: date) -> tuple[str, Urgency]:
    if today > first:
        left = (last - today).days
        return ngettext(
            "Trễ mục tiêu, còn %(num)d ngày", "Trễ mục tiêu, còn %(num)d ngày", left
        ), Urgency.SOON
    if today == first:
        return gettext("Mục tiêu hôm nay"), Urgency.TODAY
    left = (first - today).days
    if left <= _SOON:
        return ngettext("Còn %(num)d ngày", "Còn %(num)d ngày", left), Urgency.SOON
    return gettext("Hạn %(day)s", day=day_text(first)), Urgency.OPEN


def _both_dates(target: date | None, legal: date | None) -> str:
    parts = []
    if target is not None:
        parts.append(
            gettext("Hạn mục tiêu %(weekday)s %(day)s", weekday=weekday(target), day=day_text(target))
        )
    if legal is not None:
        parts.append(gettext("Hạn pháp lý %(weekday)s %(day)s", weekday=weekday(legal), day=day_text(legal)))
    return ". ".join(parts)


def _local(value: date) -> date:
    return local_moment(value) if isinstance(value, datetime) else value


def day(value: date | None) -> str:
    """dd/mm/yyyy; of a moment, the day in Vietnam. Nothing stays empty."""
    return "" if value is None else day_text(_local(value))


def moment(value: datetime | None) -> str:
    """dd/mm/yyyy hh:mm in Vietnam."""
    return "" if value is None else f"{_local(value):%d/%m/%Y %H:%M}"


def clock(value: datetime | None) -> str:
    """hh:mm in Vietnam."""
    return "" if value is None else f"{_local(value):%H:%M}"


def weekday(value: date) -> str:
    """The name of the day of the week."""
    names = _ENGLISH_DAYS if str(get_locale()) == "en" else _VIETNAMESE_DAYS
    return names[_local(value).weekday()]


def number(value: float | Decimal) -> str:
    """1.234,5: groups of three by points, decimals behind a comma, none added and none dropped."""
    return f"{Decimal(str(value)):,f}".translate(str.maketrans(",.", ".,"))
