"""A list of earlier slips in a spreadsheet: which rows may enter the register, what is wrong with others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.text import fold
from qms.lists.columns import CheckedList, ListColumn
from qms.lists.reading import RowReader, check_list
from qms.nonconformities.rules import NonconformityState, Severity, Source, source_of

_CODE: Final = re.compile(r"[0-9A-Za-zĐđ][0-9A-Za-zĐđ./-]{0,39}")

COLUMNS: Final = (
    ListColumn(
        key="so",
        heading="Số phiếu",
        spellings=("mã phiếu",),
        hint=("Số đã cấp trong sổ cũ.", "The number that the old register gave."),
        example="KPH-2025-014",
        needed=True,
        coded=True,
    ),
    ListColumn(
        key="ngay",
        heading="Ngày phát hiện",
        spellings=("ngày lập",),
        hint=("dd/mm/yyyy; trước năm nay.", "dd/mm/yyyy; before this year."),
        example="14/10/2025",
        needed=True,
    ),
    ListColumn(key="nguon", heading="Nguồn", spellings=("nguồn phát hiện",), example="Đánh giá nội bộ"),
    ListColumn(
        key="don_vi",
        heading="Đơn vị",
        spellings=("phòng ban", "bộ phận"),
        hint=("Tên hoặc mã đơn vị.", "Name or code of the unit."),
        example="Phòng Kinh tế",
    ),
    ListColumn(
        key="mo_ta",
        heading="Nội dung không phù hợp",
        spellings=("mô tả", "nội dung"),
        example="Ba hồ sơ trả muộn",
        needed=True,
    ),
    ListColumn(
        key="yeu_cau",
        heading="Yêu cầu không đáp ứng",
        spellings=("yêu cầu", "điều khoản"),
        example="ISO 9001:2015, 8.5.1",
        needed=True,
    ),
    ListColumn(
        key="muc_do",
        heading="Mức độ",
        hint=("Nhẹ hoặc nặng.", "In Vietnamese: nhẹ (minor) or nặng (major)."),
        example="Nhẹ",
    ),
    ListColumn(
        key="nguyen_nhan",
        heading="Nguyên nhân",
        spellings=("nguyên nhân gốc",),
        example="Quy trình thiếu bước đối chiếu",
    ),
    ListColumn(
        key="ngay_xac_minh",
        heading="Ngày xác minh đạt",
        spellings=("ngày xác minh",),
        hint=("dd/mm/yyyy.", "dd/mm/yyyy."),
        example="10/11/2025",
    ),
    ListColumn(
        key="ngay_dong",
        heading="Ngày đóng",
        spellings=("ngày kết thúc",),
        hint=("dd/mm/yyyy; bỏ trống nếu chưa đóng.", "dd/mm/yyyy; empty while it is open."),
        example="12/11/2025",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSlip:
    """A slip as a list gave it; open ones wait to be treated."""

    code: str
    found_on: date
    source: Source
    unit: UUID | None
    description: str
    requirement: str
    severity: Severity | None
    cause: str
    verified_on: date | None
    closed_on: date | None

    @property
    def state(self) -> NonconformityState:
        """Closed where the list says when, else only proposed."""
        return NonconformityState.CLOSED if self.closed_on else NonconformityState.PROPOSED


def check_slips(
    name: str, content: bytes, *, taken: frozenset[str], units: Mapping[str, UUID], today: date
) -> CheckedList[ImportedSlip]:
    """Read the file and check each row; raises SheetRefused for a file that is no such list.

    `taken` are the folded codes of the register, `units` the ids by `plain` name and code.
    """
    return check_list(COLUMNS, name, content, lambda row: _slip(row, taken, units, today))


def _slip(
    row: RowReader, taken: frozenset[str], units: Mapping[str, UUID], today: date
) -> ImportedSlip | None:
    code, found_on = _code(row, taken), _day(row, "ngay", today)
    if found_on is not None and found_on.year >= today.year:
        row.wrong(
            "ngay",
            "Chỉ nhập phiếu của các năm trước; phiếu năm nay được lập trong hệ thống.",
            "Only slips of earlier years are imported; this year's are written here.",
        )
    verified_on = _day(row, "ngay_xac_minh", today, since=found_on)
    closed_on = _day(row, "ngay_dong", today, since=found_on)
    unit, severity = row.unit("don_vi", units), _severity(row)
    if found_on is None:
        return None
    return ImportedSlip(
        code=code,
        found_on=found_on,
        source=source_of(row.text("nguon")),
        unit=unit,
        description=row.text("mo_ta"),
        requirement=row.text("yeu_cau"),
        severity=severity,
        cause=row.text("nguyen_nhan"),
        verified_on=verified_on,
        closed_on=closed_on,
    )


def _code(row: RowReader, taken: frozenset[str]) -> str:
    code = row.text("so")
    if code and _CODE.fullmatch(code) is None:
        row.wrong(
            "so",
            "Chỉ dùng chữ, số và các dấu . / - , không quá 40 ký tự.",
            "Use letters, digits and . / - only, at most 40 characters.",
        )
    if code and row.once("so", fold(code)) and fold(code) in taken:
        row.wrong("so", "Số phiếu đã có trong sổ.", "The number stands in the register already.")
    return code


def _severity(row: RowReader) -> Severity | None:
    said = fold(row.text("muc_do"))
    for severity, word in ((Severity.MINOR, "nhe"), (Severity.MAJOR, "nang")):
        if word in said.split():
            return severity
    if said:
        row.wrong("muc_do", "Ghi “nhẹ” hoặc “nặng”.", "Write “nhẹ” or “nặng”.")
    return None


def _day(row: RowReader, key: str, today: date, *, since: date | None = None) -> date | None:
    day = row.day(key)
    if day is not None and day > today:
        row.wrong(key, "Ngày chưa tới.", "The day is still to come.")
    elif day is not None and since is not None and day < since:
        row.wrong(key, "Sớm hơn ngày phát hiện.", "Before the day on which it was found.")
    return day
