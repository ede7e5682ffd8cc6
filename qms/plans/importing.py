"""A list of plans of earlier years: which rows may enter, what is wrong with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from qms.lists.columns import CheckedList, plain
from qms.lists.reading import RowReader, check_list
from qms.plans.list_columns import COLUMNS
from qms.plans.rules import ActivityKind, PlanLine

EARLIEST: Final = 2014
"""The year of 19/2014/QĐ-TTg."""
_KINDS: Final = {
    "danh gia noi bo": ActivityKind.AUDIT,
    "danh gia": ActivityKind.AUDIT,
    "xem xet cua lanh dao": ActivityKind.REVIEW,
    "xem xet lanh dao": ActivityKind.REVIEW,
    "bao cao": ActivityKind.REPORT,
    "bao cao ho so gui cap tren": ActivityKind.REPORT,
    "dao tao": ActivityKind.TRAINING,
    "muc tieu chat luong": ActivityKind.OBJECTIVES,
    "rui ro": ActivityKind.RISKS,
    "rui ro va co hoi": ActivityKind.RISKS,
    "cap nhat van ban": ActivityKind.LEGAL_UPDATES,
    "cap nhat van ban qppl": ActivityKind.LEGAL_UPDATES,
    "cong bo": ActivityKind.PUBLICATION,
    "cai tien": ActivityKind.IMPROVEMENT,
    "khac": ActivityKind.OTHER,
}
_REPORTS: Final = {
    "ho so duy tri": "HO_SO_DUY_TRI",
    "ho so duy tri cai tien": "HO_SO_DUY_TRI",
    "bao cao tien do": "BC_TIEN_DO",
    "bao cao tien do ket qua": "BC_TIEN_DO",
    "bao cao 6 thang": "BC_6T",
    "bao cao nam": "BC_NAM",
}
_EVERY: Final = frozenset({"moi don vi", "tat ca", "tat ca don vi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfPlans:
    """What the registers hold that a list may name or must not repeat; texts as `plain` gives them."""

    today: date
    units: Mapping[str, UUID]
    living: frozenset[UUID]
    years: frozenset[int]
    """Years that have a plan already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """An activity of an earlier year with what came of it; without a result it was dropped."""

    year: int
    line: PlanLine
    result: str


def check_plans(name: str, content: bytes, known: KnownOfPlans) -> CheckedList[PlanRow]:
    """Read the file and check each row; raises SheetRefused for what is no such list."""
    return check_list(COLUMNS, name, content, lambda reader: _read(reader, known))


def _read(reader: RowReader, known: KnownOfPlans) -> PlanRow | None:
    year = reader.whole("nam", least=EARLIEST, most=known.today.year - 1)
    if year in known.years:
        reader.wrong("nam", f"Kế hoạch năm {year} đã có trong sổ.", f"The plan of {year} is there already.")
    starts, ends = reader.day("tu"), reader.day("den")
    for key, day in (("tu", starts), ("den", ends)):
        if day is not None and year is not None and day.year != year:
            reader.wrong(key, f"Không thuộc năm {year}.", f"Not of {year}.")
    if starts is not None and ends is not None and ends < starts:
        reader.wrong("den", "Trước ngày bắt đầu.", "Before it begins.")
    line = _line(reader, known, starts, ends)
    if reader.problems or year is None or line is None:
        return None
    return PlanRow(year=year, line=line, result=reader.text("ket_qua"))


def _line(reader: RowReader, known: KnownOfPlans, starts: date | None, ends: date | None) -> PlanLine | None:
    kind = reader.one_of("loai", _KINDS) or ActivityKind.OTHER
    report = reader.one_of("bao_cao", _REPORTS)
    if kind is ActivityKind.REPORT and report is None and not reader.text("bao_cao"):
        reader.wrong("bao_cao", "Ghi loại báo cáo.", "Say which report.")
    audited = _audited(reader, kind, known)
    unit = reader.unit("chu_tri", known.units)
    if starts is None or ends is None:
        return None
    return PlanLine(
        kind=kind,
        subject=report or "" if kind is ActivityKind.REPORT else "",
        what=reader.text("noi_dung"),
        unit=unit,
        partners=reader.text("phoi_hop"),
        audited=audited,
        starts_on=starts,
        ends_on=ends,
        product=reader.text("san_pham"),
    )


def _audited(reader: RowReader, kind: ActivityKind, known: KnownOfPlans) -> frozenset[UUID]:
    if kind is not ActivityKind.AUDIT:
        return frozenset()
    if plain(reader.text("danh_gia")) in _EVERY:
        return known.living
    unit = reader.unit("danh_gia", known.units)
    if unit is None and not reader.text("danh_gia"):
        reader.wrong("danh_gia", "Ghi đơn vị được đánh giá.", "Say which unit is audited.")
    return frozenset({unit} if unit is not None else ())
