"""The lines of which legal time is made, and what a change does to them.

A line is never changed: an edit ends one and begins another in its place (`key`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from engine.domain.calendar import CalendarDay, OfficeHours
from engine.domain.deadline_policy import DeadlinePolicy
from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.escalation_steps import Ladder
from qms.legal_time.edits import (
    ConfirmYear,
    Edit,
    EndPolicy,
    RemoveDay,
    RemoveHours,
    RemoveLadder,
    SetDay,
    SetHours,
    SetLadder,
    SetPolicy,
)
from qms.legal_time.scopes import NATION, Scope

Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """What a scope says about a day."""

    scope: Scope
    day: CalendarDay

    @property
    def key(self) -> Key:
        """Its place: one line each."""
        return ("day", self.scope, self.day.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursLine:
    """The office hours of a scope from a day on."""

    scope: Scope
    valid_from: date
    hours: OfficeHours
    basis: str

    @property
    def key(self) -> Key:
        """Its place: one line each."""
        return ("hours", self.scope, self.valid_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyLine:
    """A policy for anchors from `valid_from` until `valid_to`, both included."""

    scope: Scope
    policy: DeadlinePolicy
    procedure: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def key(self) -> Key:
        """Its place: one line each."""
        return ("policy", self.scope, self.policy.code, self.procedure, self.valid_from)

    def holds_on(self, day: date) -> bool:
        """Whether an anchor on that day is counted by it."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def overlaps(self, other: PolicyLine) -> bool:
        """Whether some day is claimed by both."""
        return (self.valid_from or date.min) <= (other.valid_to or date.max) and (
            other.valid_from or date.min
        ) <= (self.valid_to or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderLine:
    """The escalation ladder of a scope."""

    scope: Scope
    ladder: Ladder
    basis: str

    @property
    def key(self) -> Key:
        """Its place: one line each."""
        return ("ladder", self.scope, self.ladder.code)


Line: TypeAlias = DayLine | HoursLine | PolicyLine | LadderLine
Lines: TypeAlias = Mapping[Key, Line]


class LineNotFound(NotFound):
    """An edit of a line that the scope does not have."""

    def __init__(self, what_vi: str, what_en: str) -> None:
        super().__init__(
            vi=f"Phạm vi này không có {what_vi}. Xin tải lại trang và kiểm tra.",
            en=f"This scope has no {what_en}. Please reload the page and check.",
        )


class NothingToConfirm(Invalid):
    """A year of which the scope lists no unconfirmed day."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Phạm vi này không có ngày nào của năm {year} chờ xác nhận. Nếu năm {year} chưa có lịch, "
            "xin lấy đề xuất hoặc nhập các ngày nghỉ trước; ngày của phạm vi rộng hơn do nơi giữ lịch đó xác "
            "nhận.",
            en=f"This scope lists no day of {year} that waits for confirmation. If {year} has no calendar "
            "yet, take the proposal or enter its days first; days of a wider scope are confirmed by whoever "
            "keeps that.",
        )


class PoliciesOverlap(Conflict):
    """Two policies of one code that claim the same anchors."""

    def __init__(self, first: PolicyLine, second: PolicyLine) -> None:
        super().__init__(
            vi=f"Hai quy tắc {first.policy.code} chồng lên nhau: {_named(first, vi=True)} và "
            f"{_named(second, vi=True)}. Xin ghi ngày hết hiệu lực của quy tắc trước.",
            en=f"Two policies {first.policy.code} overlap: {_named(first, vi=False)} and "
            f"{_named(second, vi=False)}. Please give the earlier one its last day.",
        )


class NationNeedsLine(Invalid):
    """A national policy or ladder that would go without another in its place."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không xóa được {code} ở cấp cả nước vì có quy trình đang dùng. Xin ghi ngày hết hiệu lực "
            "hoặc thay bằng nội dung mới.",
            en=f"{code} cannot be removed for the whole country: processes use it. Please give its last day "
            "or put another in its place.",
        )


def amended(lines: Lines, scope: Scope, edits: Iterable[Edit]) -> Lines:
    """The lines after the edits in their order.

    Raises LineNotFound, NothingToConfirm, PoliciesOverlap and NationNeedsLine.
    """
    after = dict(lines)
    touched = []
    for edit in edits:
        for line in _carried_out(after, scope, edit):
            after[line.key] = line
            touched.append(line)
    for line in touched:
        if isinstance(line, PolicyLine) and after.get(line.key) == line:
            _refuse_overlap(after, line)
    return MappingProxyType(after)


def changed(before: Lines, after: Lines) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What ends and what begins from one state of the lines to another."""
    ended = tuple(line for key, line in before.items() if after.get(key) != line)
    begun = tuple(line for key, line in after.items() if before.get(key) != line)
    return ended, begun


def _carried_out(after: dict[Key, Line], scope: Scope, edit: Edit) -> tuple[Line, ...]:
    """The lines that begin; those that only go are taken out here."""
    match edit:
        case SetDay():
            return (DayLine(scope=scope, day=edit.listed),)
        case ConfirmYear():
            return _confirmed(after, scope, edit)
        case SetHours():
            return (HoursLine(scope=scope, valid_from=edit.valid_from, hours=edit.hours, basis=edit.basis),)
        case SetPolicy():
            return (_policy_line(scope, edit),)
        case EndPolicy():
            return _ended_policy(after, scope, edit)
        case SetLadder():
            return (LadderLine(scope=scope, ladder=edit.ladder, basis=edit.basis),)
        case RemoveDay() | RemoveHours() | RemoveLadder():
            _removed(after, scope, edit)
            return ()


def _removed(after: dict[Key, Line], scope: Scope, edit: RemoveDay | RemoveHours | RemoveLadder) -> None:
    match edit:
        case RemoveDay():
            day = f"{edit.day:%d/%m/%Y}"
            _take(after, ("day", scope, edit.day), f"dòng nào về ngày {day}", f"line about {day}")
        case RemoveHours():
            start = f"{edit.valid_from:%d/%m/%Y}"
            _take(after, ("hours", scope, edit.valid_from), f"giờ làm việc từ {start}", f"hours from {start}")
        case RemoveLadder():
            if scope == NATION:
                raise NationNeedsLine(edit.code)
            _take(after, ("ladder", scope, edit.code), f"thang nhắc việc {edit.code}", f"ladder {edit.code}")


def _take(after: dict[Key, Line], key: Key, what_vi: str, what_en: str) -> Line:
    if key not in after:
        raise LineNotFound(what_vi, what_en)
    return after.pop(key)


def _confirmed(after: dict[Key, Line], scope: Scope, edit: ConfirmYear) -> tuple[Line, ...]:
    waiting = [
        line
        for line in after.values()
        if isinstance(line, DayLine)
        and line.scope == scope
        and line.day.day.year == edit.year
        and not line.day.confirmed
    ]
    if not waiting:
        raise NothingToConfirm(edit.year)
    return tuple(replace(line, day=replace(line.day, confirmed=True, basis=edit.basis)) for line in waiting)


def _policy_line(scope: Scope, edit: SetPolicy) -> PolicyLine:
    return PolicyLine(
        scope=scope,
        policy=edit.policy,
        procedure=edit.procedure,
        valid_from=edit.valid_from,
        valid_to=edit.valid_to,
    )


def _ended_policy(after: dict[Key, Line], scope: Scope, edit: EndPolicy) -> tuple[Line, ...]:
    key = ("policy", scope, edit.code, edit.procedure, edit.valid_from)
    if scope == NATION and edit.procedure is None and edit.last_day is None:
        raise NationNeedsLine(edit.code)
    line = _take(after, key, f"quy tắc {edit.code} như vậy", f"such policy {edit.code}")
    if edit.last_day is None or not isinstance(line, PolicyLine):
        return ()
    return (replace(line, valid_to=edit.last_day),)


def _refuse_overlap(after: Mapping[Key, Line], line: PolicyLine) -> None:
    for other in after.values():
        if (
            isinstance(other, PolicyLine)
            and other.key != line.key
            and other.key[:4] == line.key[:4]
            and other.overlaps(line)
        ):
            raise PoliciesOverlap(*sorted((other, line), key=lambda one: one.valid_from or date.min))


def _named(line: PolicyLine, *, vi: bool) -> str:
    """A policy by its name, its days and its paper."""
    since = f"{line.valid_from:%d/%m/%Y}" if line.valid_from else ("đầu" if vi else "the beginning")
    until = f"{line.valid_to:%d/%m/%Y}" if line.valid_to else ("nay chưa hết" if vi else "no end")
    name = line.policy.name_vi if vi else line.policy.name_en
    if vi:
        return f"“{name}” (từ {since} đến {until}; căn cứ: {line.policy.legal_basis})"
    return f"“{name}” (from {since} until {until}; basis: {line.policy.legal_basis})"
