"""What moved a clock, told in sentences of Vietnamese and of English."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from math import ceil

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_entries import LedgerEntry
from engine.domain.deadline_policy import DeadlineUnit
from engine.domain.deadline_sentences import Derivation, Sentence, counted, end_in_words

_UNITS = {
    DeadlineUnit.HOUR: ("giờ làm việc", "office hour"),
    DeadlineUnit.WORKING_DAY: ("ngày làm việc", "working day"),
    DeadlineUnit.CALENDAR_DAY: ("ngày", "day"),
    DeadlineUnit.MONTH: ("tháng", "month"),
}
_MINUTES_OF_AN_HOUR = 60


def original(derivation: Derivation, calendar: WorkingCalendar) -> Sentence:
    """The end before anything moved it."""
    vi, en = end_in_words(derivation, calendar)
    return f"Hạn ban đầu: {vi}.", f"Due at first: {en}."


def standing(entry: LedgerEntry, calendar: WorkingCalendar) -> Sentence:
    """The clock stands still."""
    vi, en = _grounds(entry)
    at = _moment(entry.at, calendar)
    return (
        f"Đồng hồ đang dừng từ {at}{vi}; hạn dưới đây là hạn nếu tiếp tục ngay.",
        f"The clock has stood still since {at}{en}; the dates below hold if it went on at once.",
    )


def paused(
    entry: LedgerEntry,
    until: datetime,
    stood: Fraction,
    reached: Derivation,
    calendar: WorkingCalendar,
) -> Sentence:
    """A pause that is over, how long it was, and where the end lies now."""
    vi, en = end_in_words(reached, calendar)
    how_long_vi, how_long_en = _stood(stood, reached.policy.unit)
    grounds_vi, grounds_en = _grounds(entry)
    begins, ends = _moment(entry.at, calendar), _moment(until, calendar)
    return (
        f"Tạm dừng từ {begins} đến {ends}{grounds_vi}: {how_long_vi}; hạn lùi đến {vi}.",
        f"Paused from {begins} to {ends}{grounds_en}: {how_long_en}; due moves to {en}.",
    )


def paused_in_vain(entry: LedgerEntry, calendar: WorkingCalendar, *, fixed: bool) -> Sentence:
    """A pause that changes nothing, and why."""
    at = _moment(entry.at, calendar)
    if fixed:
        return (
            f"Tạm dừng lúc {at}: mốc cố định không dời theo thời gian tạm dừng.",
            f"Paused at {at}: a fixed date does not move with pauses.",
        )
    return (
        f"Tạm dừng lúc {at}: khi đó đã hết hạn, hạn không đổi.",
        f"Paused at {at}: the period had run out by then, nothing changes.",
    )


def extended(entry: LedgerEntry, reached: Derivation, calendar: WorkingCalendar) -> Sentence:
    """An extension, by whom and by which paper, and where the end lies now."""
    vi, en = end_in_words(reached, calendar)
    grounds_vi, grounds_en = _grounds(entry)
    if entry.until is not None:
        how_vi, how_en = f"đến {_dmy(entry.until)}", f"until {_dmy(entry.until)}"
    else:
        unit_vi, unit_en = _UNITS[entry.unit or DeadlineUnit.WORKING_DAY]
        amount = entry.amount or 0
        how_vi, how_en = f"thêm {amount} {unit_vi}", f"by {counted(amount, unit_en)}"
    return f"Gia hạn {how_vi}{grounds_vi}: hạn đến {vi}.", f"Extended {how_en}{grounds_en}: due {en}."


def reset_sentence(entry: LedgerEntry, calendar: WorkingCalendar) -> Sentence:
    """The period began anew."""
    vi, en = _grounds(entry)
    at = _moment(entry.at, calendar)
    return (
        f"Tính lại từ đầu từ {at}{vi}; những lần tạm dừng và gia hạn trước đó không còn tính.",
        f"Counted anew from {at}{en}; earlier pauses and extensions no longer count.",
    )


def _stood(stood: Fraction, unit: DeadlineUnit) -> Sentence:
    if unit is DeadlineUnit.HOUR:
        hours, minutes = divmod(ceil(stood), _MINUTES_OF_AN_HOUR)
        more_vi, more_en = (f" {minutes} phút", f" {minutes} min") if minutes else ("", "")
        return f"{hours} giờ{more_vi} làm việc", f"{hours} h{more_en} of office time"
    if unit in {DeadlineUnit.WORKING_DAY, DeadlineUnit.SAME_DAY_CUTOFF}:
        amount = f"{float(stood):.2f}".rstrip("0").rstrip(".")
        return f"{amount.replace('.', ',')} ngày làm việc", f"{amount} working day{'' if stood == 1 else 's'}"
    return f"{int(stood)} ngày", counted(int(stood), "day")


def _grounds(entry: LedgerEntry) -> Sentence:
    """Who allowed it and by which paper, in brackets; the reason is not told: it may name a citizen."""
    by = "; ".join(part for part in (entry.event, entry.authority, entry.basis) if part)
    return (f" ({by})", f" ({by})") if by else ("", "")


def _moment(moment: datetime, calendar: WorkingCalendar) -> str:
    local = calendar.local(moment)
    return f"{local:%H:%M} {_dmy(local.date())}"


def _dmy(day: date) -> str:
    return f"{day:%d/%m}/{day.year:04}"
