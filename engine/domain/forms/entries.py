"""What officers type and what the engine keeps: numbers, dates and text, read and written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from engine.domain.errors import Invalid
from engine.domain.local_time import OFFICE_ZONE, day_text, local_day
from engine.domain.values import Value

TICKED: Final = "true"
"""What a ticked box submits."""

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_MOST_DIGITS: Final = 30
_GROUPED: Final = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA: Final = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_POINT: Final = re.compile(r"-?[0-9]+\.[0-9]+")
_LOCAL_DATE: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_ISO_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})  # control, formatting (zero width, direction), surrogates
_KILO: Final = 1024


class EntryRefused(Invalid):
    """A text that is no number or no date."""


def clean_line(text: str) -> str:
    """One line of text: NFC, without control and invisible marks, outer blanks removed."""
    return clean_text(text).replace("\n", " ")


def clean_text(text: str) -> str:
    """Text whose line breaks stay: NFC, without control and invisible marks, outer blanks removed."""
    lines = re.sub(r"\r\n|[\r\x85\u2028\u2029]", "\n", text).replace("\t", " ").replace("\u00a0", " ")
    kept = (sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def read_number(text: str) -> int | Decimal:
    """A number as Vietnamese offices write it (1.234,5) or plain (1234.5); raises EntryRefused.

    One dot before exactly three digits groups thousands: 1.234 is one thousand two hundred thirty-four.
    """
    compact = text.replace(" ", "")
    if _GROUPED.fullmatch(compact):
        plain = compact.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(compact):
        plain = compact.replace(",", ".")
    elif _POINT.fullmatch(compact):
        plain = compact
    else:
        plain = ""
    if not plain or len(plain) > _MOST_DIGITS:
        raise EntryRefused(
            vi="Nhập một số, ví dụ 1.234,5 hoặc 1234,5.", en="Enter a number, for example 1.234,5 or 1234.5."
        )
    number = Decimal(plain)
    return int(number) if number == number.to_integral_value() else number


def read_date(text: str) -> date:
    """A day written day/month/year or year-month-day; raises EntryRefused."""
    if found := _LOCAL_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise EntryRefused(
            vi="Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.",
            en="Enter the date as day/month/year, for example 05/02/2026.",
        )
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise EntryRefused(
            vi=f"Năm phải từ {_FIRST_YEAR} đến {_LAST_YEAR}. "
            "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.",
            en=f"The year must be from {_FIRST_YEAR} to {_LAST_YEAR}. "
            "Enter the date as day/month/year, for example 05/02/2026.",
        )
    try:
        return date(year, month, day)
    except ValueError as error:
        raise EntryRefused(
            vi=f"Lịch không có ngày {text}. Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.",
            en=f"There is no day {text}. Enter the date as day/month/year, for example 05/02/2026.",
        ) from error


def number_text(number: float | Decimal) -> str:
    """1234.5 as 1.234,5."""
    plain = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not plain.is_finite() or abs(plain.adjusted()) > _MOST_DIGITS:
        return str(plain)
    return f"{plain:,f}".translate(str.maketrans(",.", ".,"))


def size_text(size: int) -> str:
    """A file size for people: 900 B, 12 KB, 1,5 MB."""
    if size < _KILO:
        return f"{size} B"
    if size < _KILO * _KILO:
        return f"{round(size / _KILO)} KB"
    return f"{number_text(round(Decimal(size) / (_KILO * _KILO), 1)).removesuffix(',0')} MB"


def day_of(value: Value) -> date | None:
    """The local day a value stands for, where it stands for one."""
    match value:
        case datetime():
            return local_day(value)
        case date():
            return value
        case _:
            return None


def submitted_texts(value: Value) -> list[str]:
    """One value as the texts a page would submit."""
    match value:
        case None | False | dict():
            return []
        case True:
            return [TICKED]
        case list():
            return [text for item in value if not isinstance(item, list) for text in submitted_texts(item)]
        case datetime():
            local = value.astimezone(OFFICE_ZONE)
            return [f"{day_text(local)} {local:%H:%M}"]
        case date():
            return [day_text(value)]
        case int() | float() | Decimal():
            return [number_text(value)]
        case _:
            return [value]
