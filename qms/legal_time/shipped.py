"""The legal time that the product ships with, as lines of the whole country."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from engine.domain.calendar import OfficeHours
from engine.domain.escalation_seeds import LADDERS
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.lines import DayLine, HoursLine, LadderLine, Line, Lines, PolicyLine
from qms.legal_time.policies import POLICIES
from qms.legal_time.scopes import NATION

_HOURS_BASIS: Final = (
    "Quyết định số 188/1999/QĐ-TTg: tuần làm việc 40 giờ (giờ mặc định của phần mềm, mỗi cơ quan tự đặt)"
)
_LADDER_BASIS: Final = "Thang mặc định của phần mềm"


@cache
def shipped_lines() -> Lines:
    """Calendar 2024 to 2028, usual office hours, policies and ladders."""
    return MappingProxyType({line.key: line for line in _lines()})


@cache
def shipped_book() -> LegalTimeBook:
    """The book of an installation that has no legal time of its own yet: version 0."""
    return LegalTimeBook(version=0, lines=shipped_lines(), provinces={})


def _lines() -> Iterator[Line]:
    yield from (DayLine(scope=NATION, day=day) for day in seed_calendar())
    yield HoursLine(scope=NATION, valid_from=date(1900, 1, 1), hours=OfficeHours(), basis=_HOURS_BASIS)
    yield from (PolicyLine(scope=NATION, policy=policy) for policy in POLICIES)
    yield from (LadderLine(scope=NATION, ladder=ladder, basis=_LADDER_BASIS) for ladder in LADDERS.values())
