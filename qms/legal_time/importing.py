"""A calendar in a file that somebody hands in, XLSX, CSV or ICS: its days, and the lines that hold none.

Nothing is written here. A line is never left out silently: it is a day, or it is told with its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.documents.sheets import Cell, SheetRefused, SheetRow, read_sheets
from qms.legal_time.imported_days import CalendarFile, Written, checked
from qms.legal_time.imported_events import read_events

MOST_ROWS: Final = 2_000
COLUMNS: Final = (
    ("day", "Ngày", "Day"),
    ("kind", "Loại ngày", "Kind"),
    ("name", "Tên", "Name"),
    ("basis", "Căn cứ", "Basis"),
    ("confirmed", "Đã xác nhận", "Confirmed"),
)
"""Key, heading in Vietnamese and English; the first two are needed."""

_HEADINGS: Final = {
    "day": ("ngay", "ngay nghi", "day", "date", "ngay/thang/nam"),
    "kind": ("loai", "loai ngay", "kind", "hinh thuc"),
    "name": ("ten", "ten ngay", "noi dung", "name", "dip"),
    "basis": ("can cu", "van ban", "can cu phap ly", "basis"),
    "confirmed": ("da xac nhan", "xac nhan", "confirmed"),
}
_NEEDED: Final = ("day", "kind")
_HEADING_WITHIN: Final = 30


def read_calendar_file(
    name: str, content: bytes, *, basis: str = "", confirmed: bool = False
) -> CalendarFile:
    """The days of a file; `basis` and `confirmed` hold where a line says nothing of its own.

    Raises SheetRefused for a file that cannot be read as a calendar at all.
    """
    match name.lower().rpartition(".")[2]:
        case "ics":
            return read_events(content, basis=basis, confirmed=confirmed)
        case "xlsx" | "csv":
            return checked(_rows(name, content), basis=basis, confirmed=confirmed)
        case _:
            raise SheetRefused(
                vi="Chỉ nhận tệp .xlsx, .csv hoặc .ics. Xin lưu lịch theo một trong các dạng này.",
                en="Only .xlsx, .csv and .ics are taken. Save the calendar in one of these formats.",
            )


def _rows(name: str, content: bytes) -> Iterator[tuple[int, Written]]:
    """The rows under the headings of the first sheet that has them."""
    for sheet in read_sheets(name, content, _likeness, formulas=True):
        places = _places_in(sheet)
        if places is not None:
            rows = _under(sheet)
            yield from [(row.number, _written(row.cells, places)) for row in rows]
            return
    raise SheetRefused(
        vi="Không tìm thấy hàng tiêu đề trong 30 dòng đầu. Hàng này cần ít nhất hai cột: Ngày, Loại ngày.",
        en="No row of headings was found in the first 30 rows. It needs at least two columns: "
        "Ngày (day) and Loại ngày (kind).",
    )


def _places_in(sheet: Iterator[SheetRow]) -> dict[str, int] | None:
    for count, row in enumerate(sheet, start=1):
        places = _places(row.cells)
        if all(key in places for key in _NEEDED):
            return places
        if count >= _HEADING_WITHIN:
            return None
    return None


def _places(cells: Sequence[Cell]) -> dict[str, int]:
    folded = [fold(cell) if isinstance(cell, str) else "" for cell in cells]
    return {
        key: next(place for place, text in enumerate(folded) if text in words)
        for key, words in _HEADINGS.items()
        if any(text in words for text in folded)
    }


def _likeness(cells: Sequence[Cell]) -> int:
    return len(_places(cells))


def _under(sheet: Iterator[SheetRow]) -> list[SheetRow]:
    rows: list[SheetRow] = []
    for row in sheet:
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise SheetRefused(
                vi=f"Tệp có hơn {MOST_ROWS} dòng; lịch làm việc không dài đến thế. Xin chia thành nhiều tệp.",
                en=f"The file has more than {MOST_ROWS} rows. No working calendar is that long; split it.",
            )
    if not rows:
        raise SheetRefused(
            vi="Dưới hàng tiêu đề chưa có dòng nào. Xin điền các ngày rồi tải lên lại.",
            en="There are no rows under the headings. Fill in the days and upload it again.",
        )
    return rows


def _written(cells: Sequence[Cell], places: dict[str, int]) -> Written:
    found = {key: cells[place] if place < len(cells) else "" for key, place in places.items()}
    texts = {key: day_text(cell) if isinstance(cell, date) else cell for key, cell in found.items()}
    return Written(
        day=found["day"],
        kind=texts["kind"],
        name=texts.get("name", ""),
        basis=texts.get("basis", ""),
        confirmed=texts.get("confirmed", ""),
    )
