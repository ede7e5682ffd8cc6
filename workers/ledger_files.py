"""A clock ledger and a calendar in files, read for the command line or refused in two sentences."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path
from typing import Final, TypeVar

from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.deadline_policy import DeadlineUnit
from engine.domain.errors import Invalid, Refusal
from engine.domain.local_time import OFFICE_ZONE
from workers.arguments import DayUnreadable

LARGEST_FILE: Final = 5 * 1024 * 1024
_FIELDS: Final = frozenset({"kind", "at", "amount", "unit", "until", "event", "authority", "basis", "reason"})
_YES: Final = frozenset({"yes", "true", "1", "có", "co", ""})
_NO: Final = frozenset({"no", "false", "0", "không", "khong"})
Read = TypeVar("Read")


class FileUnreadable(Invalid):
    """A file that holds no such thing; `line` counts entries from 1, 0 for the file as a whole."""

    def __init__(self, path: Path, line: int, *, vi: str, en: str) -> None:
        at_vi, at_en = (f", mục {line}", f", entry {line}") if line else ("", "")
        name = path.name or path
        super().__init__(vi=f"Tệp {name}{at_vi}: {vi}.", en=f"File {name}{at_en}: {en}.")


def read_ledger_file(path: Path) -> tuple[LedgerEntry, ...]:
    """The entries of a JSON list in their order; raises FileUnreadable.

    A moment without a zone is one of Vietnam, a day alone its first moment.
    """
    return _each(path, _records(path, _text(path)), _entry)


def read_calendar(path: Path) -> WorkingCalendar:
    """The calendar of a CSV file (day,kind,name,basis,confirmed) or of a JSON list of such records.

    The hours are the usual ones. Raises FileUnreadable and DayListedTwice.
    """
    text = _text(path)
    if text.lstrip().startswith("["):
        return WorkingCalendar(_each(path, _records(path, text), _day))
    lines = csv.DictReader(StringIO(text))
    if not {"day", "kind"} <= set(lines.fieldnames or ()):
        raise FileUnreadable(
            path,
            0,
            vi="cần các cột day, kind, name, basis, confirmed",
            en="columns day, kind, name, basis, confirmed are needed",
        )
    return WorkingCalendar(_each(path, list(lines), _day))


def _each(
    path: Path, records: Sequence[object], read: Callable[[Mapping[str, object]], Read]
) -> tuple[Read, ...]:
    found: list[Read] = []
    for line, record in enumerate(records, start=1):
        try:
            if not isinstance(record, dict):
                raise TypeError("not an object")
            found.append(read(record))
        except Refusal:
            raise
        except (ValueError, TypeError, KeyError) as error:
            raise FileUnreadable(
                path, line, vi=f"không đọc được ({error})", en=f"unreadable ({error})"
            ) from None
    return tuple(found)


def _entry(record: Mapping[str, object]) -> LedgerEntry:
    unknown = sorted(record.keys() - _FIELDS)
    if unknown:
        raise ValueError(", ".join(unknown))
    amount, unit, until = record.get("amount"), record.get("unit"), record.get("until")
    if amount is not None and (not isinstance(amount, int) or isinstance(amount, bool)):
        raise ValueError(f"amount: {amount}")
    return LedgerEntry(
        kind=ClockEntryKind(str(record["kind"])),
        at=_moment_of(str(record["at"])),
        amount=amount,
        unit=DeadlineUnit(unit) if unit is not None else None,
        until=date.fromisoformat(str(until)) if until is not None else None,
        event=str(record.get("event") or ""),
        authority=str(record.get("authority") or ""),
        basis=str(record.get("basis") or ""),
        reason=str(record.get("reason") or ""),
    )


def _day(record: Mapping[str, object]) -> CalendarDay:
    confirmed = str(record.get("confirmed") if record.get("confirmed") is not None else "").strip().lower()
    if confirmed not in _YES | _NO:
        raise ValueError(f"confirmed: {confirmed}")
    return CalendarDay(
        day=date.fromisoformat(str(record["day"])),
        kind=DayKind(record["kind"]),
        name=str(record.get("name") or ""),
        basis=str(record.get("basis") or ""),
        confirmed=confirmed in _YES,
    )


def read_moment(text: str) -> datetime:
    """The moment of an option; raises DayUnreadable."""
    try:
        return _moment_of(text)
    except ValueError:
        raise DayUnreadable(text) from None


def _moment_of(text: str) -> datetime:
    moment = datetime.fromisoformat(text) if len(text) > len("2026-01-01") else _first_of(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=OFFICE_ZONE)


def _first_of(text: str) -> datetime:
    return datetime.combine(date.fromisoformat(text), time(), OFFICE_ZONE)


def _records(path: Path, text: str) -> list[object]:
    try:
        records = json.loads(text)
    except (ValueError, RecursionError):
        records = None
    if not isinstance(records, list):
        raise FileUnreadable(path, 0, vi="không phải một danh sách JSON", en="this is not a JSON list")
    return records


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileUnreadable(path, 0, vi="tệp quá lớn", en="the file is too large")
        if not path.is_file():  # a device has no size and no end
            raise FileUnreadable(path, 0, vi="không phải một tệp", en="this is not a file")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(
            path, 0, vi="không mở được hoặc không phải chữ UTF-8", en="it cannot be opened or is not UTF-8"
        ) from None
