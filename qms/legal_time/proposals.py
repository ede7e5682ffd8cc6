"""The days off of a year as a public calendar knows them, for a person to look at, complete and confirm."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

import holidays

from engine.domain.calendar import DayKind
from engine.domain.errors import Invalid
from qms.legal_time.edits import SetDay

FIRST_YEAR: Final = 2013
LAST_YEAR: Final = 2099
_BASIS: Final = (
    f"Đề xuất của thư viện holidays {version('holidays')}; chờ xác nhận theo văn bản của cơ quan có thẩm "
    "quyền"
)
_SWAPPED: Final = "thay cho ngày"


class YearNotProposed(Invalid):
    """A year of which the public calendar knows nothing reliable."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Chỉ có đề xuất cho các năm {FIRST_YEAR} đến {LAST_YEAR}, không có cho năm {year}.",
            en=f"There are proposals for {FIRST_YEAR} to {LAST_YEAR} only, none for {year}.",
        )


def proposals(year: int) -> tuple[SetDay, ...]:
    """Days off and made-up days of one year in order, none of them confirmed.

    They are a start and no more: the library lacks days that are decided late (02/01/2026 and 10/01/2026) and
    foresees Tết by the moon before the Prime Minister has decided. Raises YearNotProposed.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearNotProposed(year)
    known = holidays.country_holidays("VN", years=year, language="vi")
    off = [
        SetDay(day=day, kind=_kind(name), name=name, basis=_BASIS, confirmed=False)
        for day, name in known.items()
        if day.year == year
    ]
    worked = [
        SetDay(day=day, kind=DayKind.WORK_SWAPPED, name="Làm bù", basis=_BASIS, confirmed=False)
        for day in known.weekend_workdays
        if day.year == year  # it hands out those of other years too
    ]
    return tuple(sorted((*off, *worked), key=lambda edit: edit.day))


def _kind(name: str) -> DayKind:
    return DayKind.OFF_SWAPPED if _SWAPPED in name else DayKind.HOLIDAY
