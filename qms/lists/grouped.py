"""Lists in which several rows tell of one record: its own cells are said once, and it enters whole or not."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from qms.lists.columns import BadRow, CheckedList, Entry, GoodRow, RowProblem
from qms.lists.reading import RowReader

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Records(Generic[Key]):
    """What the rows of each record say of it; a cell left empty says what another row of it says."""

    def __init__(self) -> None:
        self._said: dict[tuple[Key, str], tuple[object, int]] = {}
        self._keys: dict[Key, int] = {}
        self._wrong: dict[Key, tuple[RowProblem, ...]] = {}
        self._unclear: list[tuple[Callable[[Key], bool], int]] = []

    @property
    def keys(self) -> tuple[Key, ...]:
        """The records of the list, in the order of their first rows."""
        return tuple(self._keys)

    def say(self, reader: RowReader, record: Key, **cells: object) -> None:
        """Keep what a row says of its record; what differs from an earlier row is told. Comes last."""
        self._keys.setdefault(record, reader.number)
        for column, value in cells.items():
            if value in (None, ""):
                continue
            before, row = self._said.setdefault((record, column), (value, reader.number))
            if before != value:
                reader.wrong(column, f"Khác với dòng {row}.", f"Differs from row {row}.")
        if reader.problems:
            self._wrong.setdefault(record, (_other_row(reader.number),))

    def unclear(self, reader: RowReader, may_be: Callable[[Key], bool]) -> None:
        """A row does not say clearly of which record it is: none that it may be of is whole."""
        self._unclear.append((may_be, reader.number))

    def maybe(self, record: Key, column: str, kind: type[Value]) -> Value | None:
        """What the rows say in the column, if they say anything."""
        value, _ = self._said.get((record, column), (None, 0))
        return value if isinstance(value, kind) else None

    def text(self, record: Key, column: str) -> str:
        """The text that the rows say in the column; empty where they say nothing."""
        return self.maybe(record, column, str) or ""

    def refuse(self, record: Key, heading: str, vi: str, en: str) -> None:
        """Something is wrong with the record as a whole: none of its rows enters."""
        told = RowProblem(heading=heading, message=(vi, en))
        self._wrong[record] = (*self._wrong.get(record, ()), told)

    def problems(self, record: Key) -> tuple[RowProblem, ...]:
        """Why none of the record's rows enters; empty where they do."""
        unclear = tuple(_other_row(row) for may_be, row in self._unclear if may_be(record))
        return (*self._wrong.get(record, ()), *unclear)


def only_whole(
    checked: CheckedList[Entry],
    records: Records[Key],
    record_of: Callable[[Entry], Key],
    named: Callable[[Entry], str],
) -> CheckedList[Entry]:
    """The list without the rows of a record of which another row, or the whole, is wrong."""
    good: list[GoodRow[Entry]] = []
    bad = list(checked.bad)
    for row in checked.good:
        problems = records.problems(record_of(row.entry))
        if problems:
            bad.append(BadRow(row=row.row, named=named(row.entry), problems=problems))
        else:
            good.append(row)
    bad.sort(key=lambda row: row.row)
    return CheckedList(good=tuple(good), bad=tuple(bad), unused=checked.unused)


def _other_row(number: int) -> RowProblem:
    """Why a row without a fault of its own waits."""
    return RowProblem(
        heading="",
        message=(
            f"Chờ dòng {number}: các dòng của cùng một mục được nhập cùng nhau.",
            f"Waits for row {number}: the rows of one record enter together.",
        ),
    )
