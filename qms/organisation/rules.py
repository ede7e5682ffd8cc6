"""What holds for agencies, units and roles by date: periods, one head at a time, no circle of successors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text
from engine.domain.text import fold
from qms.organisation.roles import ROLE_NAMES, Role

LEADERSHIP: Final = (Role.AGENCY_HEAD, Role.UNIT_HEAD)
"""Roles that deputies hold too, but only one head at a time."""
UNIT_ROLES: Final = (Role.UNIT_HEAD, Role.OFFICER)
"""Roles that mean nothing without a unit."""
FIRST_DAY: Final = date(1945, 9, 2)
LAST_DAY: Final = date(2100, 12, 31)


class Subject(StrEnum):
    """What comes, changes its name and goes by date."""

    PROVINCE = "province"
    AGENCY = "agency"
    UNIT = "unit"
    PERSON = "person"


class SuccessionKind(StrEnum):
    """How one follows another."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    TRANSFER = "transfer"
    DISSOLVE = "dissolve"


class PeriodReversed(Invalid):
    """An end that does not lie behind the beginning."""

    def __init__(self, begin: date, end: date) -> None:
        super().__init__(
            vi=f"Ngày kết thúc {day_text(end)} phải sau ngày bắt đầu {day_text(begin)}.",
            en=f"The end, {day_text(end)}, must lie after the beginning, {day_text(begin)}.",
        )


class UnitNeeded(Invalid):
    """A role of a unit without the unit."""

    def __init__(self, role: Role) -> None:
        vi, en = ROLE_NAMES[role]
        super().__init__(
            vi=f"Vai trò {vi} là của một đơn vị: xin chọn đơn vị.",
            en=f"{en} is a role of a unit: choose the unit.",
        )


class DayOutside(Invalid):
    """A day on which no office of today did anything."""

    def __init__(self, day: date) -> None:
        super().__init__(
            vi=f"Ngày {day_text(day)} không nằm trong khoảng {day_text(FIRST_DAY)} – {day_text(LAST_DAY)}.",
            en=f"{day_text(day)} does not lie between {day_text(FIRST_DAY)} and {day_text(LAST_DAY)}.",
        )


class TwoHeads(Conflict):
    """A second head of the same agency or unit at the same time."""

    def __init__(self, role: Role, holder: str, since: date) -> None:
        vi, en = ROLE_NAMES[role]
        super().__init__(
            vi=f"{holder} đang là người đứng đầu ({vi}) từ {day_text(since)}. "
            "Xin ghi ngày thôi giữ của người trước, hoặc ghi chức vụ cấp phó.",
            en=f"{holder} is the head ({en}) since {day_text(since)}. "
            "End that role first, or enter the title of a deputy.",
        )


class CircleOfSuccessors(Invalid):
    """A successor that leads back to its own predecessor."""

    def __init__(self, name: str) -> None:
        super().__init__(
            vi=f"“{name}” không thể kế thừa: chính cơ quan này đã được kế thừa bởi cơ quan trước nó.",
            en=f"“{name}” cannot succeed: it comes before its own predecessor.",
        )


def require_period(begin: date | None, end: date | None) -> None:
    """Raise DayOutside or PeriodReversed; an end is the first day no longer included."""
    for day in (begin, end):
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise DayOutside(day)
    if begin is not None and end is not None and end <= begin:
        raise PeriodReversed(begin, end)


def overlap(begin: date, end: date | None, other_begin: date, other_end: date | None) -> bool:
    """Whether two periods share a day; None is open, an end is not included."""
    return (end is None or other_begin < end) and (other_end is None or begin < other_end)


def is_deputy(title: str) -> bool:
    """Whether the title is that of a deputy: Phó Chánh Văn phòng, Phó Chủ tịch, Cấp phó."""
    words = fold(title).split()
    return words[:1] == ["pho"] or words[:2] == ["cap", "pho"] or words[:2] == ["quyen", "pho"]


def closes_circle(links: Mapping[UUID, Iterable[UUID]], predecessor: UUID, successor: UUID) -> bool:
    """Whether the link would lead from the predecessor back to it; `links` are those kept, by predecessor."""
    open_ends, seen = [successor], set[UUID]()
    while open_ends:
        reached = open_ends.pop()
        if reached == predecessor:
            return True
        if reached not in seen:
            seen.add(reached)
            open_ends += [after for after in links.get(reached, ()) if after != reached]
    return False
