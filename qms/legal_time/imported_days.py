"""One line of an imported calendar: read as a day with its kind, name and basis, or told why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from engine.domain.calendar import DayKind
from engine.domain.errors import Invalid
from engine.domain.forms import Message
from engine.domain.local_time import day_text
from engine.domain.text import fold, normal, storable
from qms.legal_time.edits import SetDay

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
LONGEST_NAME: Final = 200
LONGEST_BASIS: Final = 500

_WORDS: Final = {
    DayKind.HOLIDAY: ("nghi le", "le", "le, tet", "nghi le, tet", "nghi tet", "nghi bu", "holiday", "off"),
    DayKind.OFF_SWAPPED: ("nghi hoan doi", "hoan doi", "off_swapped", "off swapped", "swapped off"),
    DayKind.WORK_SWAPPED: ("lam bu", "di lam bu", "work_swapped", "work swapped", "made up", "work"),
    DayKind.HALF_DAY: ("nua ngay", "nghi nua ngay", "lam nua ngay", "half_day", "half day", "half"),
    DayKind.ORDINARY: ("binh thuong", "ngay thuong", "theo thu trong tuan", "ordinary"),
}
_KINDS_TO_WRITE: Final = "nghỉ lễ, nghỉ hoán đổi, làm bù, nửa ngày"
_YES: Final = frozenset({"co", "da xac nhan", "x", "yes", "true", "1"})
_NO: Final = frozenset({"khong", "chua", "chua xac nhan", "no", "false", "0"})
_WRITTEN: Final = re.compile(r"(?:ngay )?(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ t]00:00(?::00)?)?")


class DayTextUnreadable(Invalid):
    """A text that is no day of a calendar that offices keep."""

    def __init__(self, text: str) -> None:
        shown = normal(text)[:40]
        vi, en = "Chưa ghi ngày", "There is no day"
        if shown:
            vi = f"“{shown}” không phải là một ngày từ năm {FIRST_YEAR} đến {LAST_YEAR}"
            en = f"“{shown}” is not a day from {FIRST_YEAR} to {LAST_YEAR}"
        super().__init__(
            vi=f"{vi}; xin viết ngày/tháng/năm, ví dụ 02/01/2026.",
            en=f"{en}; write day/month/year, for example 02/01/2026.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodDay:
    """A line that can be entered."""

    line: int
    edit: SetDay


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that cannot, with what it says and why."""

    line: int
    written: str
    problems: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """What a file holds: every line of it is in one of the two lists."""

    good: tuple[GoodDay, ...]
    bad: tuple[BadLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A day as a file writes it."""

    day: str | date
    kind: DayKind | str
    """A kind, or the words for one."""
    name: str
    basis: str
    confirmed: str


def read_calendar_day(text: str) -> date:
    """A day as dd/mm/yyyy or yyyy-mm-dd; raises DayTextUnreadable."""
    folded = fold(text)
    written, iso = _WRITTEN.fullmatch(folded), _ISO.fullmatch(folded)
    if written:
        day, month, year = (int(part) for part in written.groups())
    elif iso:
        year, month, day = (int(part) for part in iso.groups())
    else:
        raise DayTextUnreadable(text)
    try:
        return in_calendar(date(year, month, day))
    except ValueError:
        raise DayTextUnreadable(text) from None


def in_calendar(day: date) -> date:
    """The day itself; raises DayTextUnreadable outside the years that offices keep calendars of."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DayTextUnreadable(day_text(day))
    return day


def kind_in_words(text: str) -> DayKind | None:
    """The kind that a text names."""
    folded = fold(text)
    return next((kind for kind, words in _WORDS.items() if folded in words), None)


def checked(lines: Iterable[tuple[int, Written]], *, basis: str, confirmed: bool) -> CalendarFile:
    """The lines, by number, as days; `basis` and `confirmed` hold where a line says nothing of its own."""
    good: dict[date, GoodDay] = {}
    bad: list[BadLine] = []
    for number, written in lines:
        found = _read(number, written, basis=basis, confirmed=confirmed)
        if isinstance(found, BadLine):
            bad.append(found)
        elif found.edit.day in good:
            first = good[found.edit.day].line
            message = (
                f"Ngày {day_text(found.edit.day)} đã có ở dòng {first} của tệp.",
                f"{day_text(found.edit.day)} stands in line {first} of the file already.",
            )
            bad.append(BadLine(line=number, written=shown(written), problems=(message,)))
        else:
            good[found.edit.day] = found
    in_order = sorted(good.values(), key=lambda each: each.edit.day)
    return CalendarFile(good=tuple(in_order), bad=tuple(bad))


def shown(written: Written) -> str:
    """The line in short, as people find it in their file."""
    day = day_text(written.day) if isinstance(written.day, date) else written.day
    kind = written.kind.value if isinstance(written.kind, DayKind) else written.kind
    return " · ".join(part for part in (day, kind, written.name) if part)[:200]


def _read(number: int, written: Written, *, basis: str, confirmed: bool) -> GoodDay | BadLine:
    problems: list[Message] = []
    if _holds_formula(written):
        problems.append(
            (
                "Dòng có công thức; xin dán lại thành giá trị.",
                "The line holds a formula; paste its value instead.",
            )
        )
        return BadLine(line=number, written=shown(written), problems=tuple(problems))
    day = _day(written.day, problems)
    kind = written.kind if isinstance(written.kind, DayKind) else _kind(written.kind, problems)
    rests_on = _clean(written.basis) or _clean(basis)
    if not rests_on:
        problems.append(("Thiếu căn cứ (văn bản cho nghỉ).", "The basis (the document) is missing."))
    name = _clean(written.name)
    if len(name) > LONGEST_NAME or len(rests_on) > LONGEST_BASIS:
        problems.append(
            (
                f"Tên dài hơn {LONGEST_NAME} hoặc căn cứ dài hơn {LONGEST_BASIS} ký tự.",
                f"The name is longer than {LONGEST_NAME} or the basis than {LONGEST_BASIS} characters.",
            )
        )
    settled = _confirmed(written.confirmed, problems, otherwise=confirmed)
    if problems or day is None or kind is None:
        return BadLine(line=number, written=shown(written), problems=tuple(problems))
    edit = SetDay(day=day, kind=kind, name=name, basis=rests_on, confirmed=settled)
    return GoodDay(line=number, edit=edit)


def _holds_formula(written: Written) -> bool:
    texts = (written.day, written.kind, written.name, written.basis, written.confirmed)
    return any(isinstance(text, str) and text.startswith("=") for text in texts)


def _day(written: str | date, problems: list[Message]) -> date | None:
    try:
        return read_calendar_day(written) if isinstance(written, str) else in_calendar(written)
    except DayTextUnreadable as refused:
        problems.append((refused.vi, refused.en))
        return None


def _kind(text: str, problems: list[Message]) -> DayKind | None:
    kind = kind_in_words(text)
    if kind is None:
        problems.append(
            (
                f"Không rõ loại ngày “{text[:40]}”: ghi {_KINDS_TO_WRITE} hoặc bình thường.",
                f"Unknown kind of day “{text[:40]}”: write {_KINDS_TO_WRITE} or bình thường.",
            )
        )
    return kind


def _confirmed(text: str, problems: list[Message], *, otherwise: bool) -> bool:
    folded = fold(text)
    if folded and folded not in _YES | _NO:
        problems.append(
            (
                f"Cột xác nhận ghi “{text[:40]}”: xin ghi có hoặc không.",
                f"The column of confirmation says “{text[:40]}”: write có (yes) or không (no).",
            )
        )
    return folded in _YES if folded else otherwise


def _clean(text: str) -> str:
    return " ".join(storable(normal(text)).split())
