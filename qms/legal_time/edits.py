"""What a change of legal time does, edit by edit, and how edits are stored until they are applied."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from engine.domain.calendar import CalendarDay, DayKind, Interval, OfficeHours
from engine.domain.deadline_policy import DeadlinePolicy
from engine.domain.errors import Invalid
from engine.domain.escalation_steps import Ladder
from qms.legal_time.written import read, write


class BasisMissing(Invalid):
    """An edit that names no paper."""

    def __init__(self, what_vi: str, what_en: str) -> None:
        super().__init__(
            vi=f"{what_vi} chưa ghi căn cứ. Xin nhập số, ngày của văn bản làm căn cứ.",
            en=f"{what_en} names no basis. Please enter number and date of the document it rests on.",
        )


class WeekWithoutWork(Invalid):
    """Office hours by which nobody ever works."""

    def __init__(self, valid_from: date) -> None:
        super().__init__(
            vi=f"Giờ làm việc từ ngày {valid_from:%d/%m/%Y} không có ngày nào trong tuần làm việc. "
            "Xin nhập giờ của ít nhất một ngày.",
            en=f"The office hours from {valid_from:%d/%m/%Y} work on no day of the week. "
            "Please give the hours of at least one day.",
        )


class ValidityUnsound(Invalid):
    """A policy that would end before it begins."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Quy tắc thời hạn {code} có ngày hết hiệu lực trước ngày có hiệu lực. Xin kiểm tra lại.",
            en=f"The deadline policy {code} would end before it begins. Please check the two days.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDay:
    """A day becomes what `kind` says; ORDINARY: what a wider calendar says of it does not hold here."""

    day: date
    kind: DayKind
    name: str
    basis: str
    confirmed: bool = True

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise BasisMissing(f"Ngày {self.day:%d/%m/%Y}", f"The day {self.day:%d/%m/%Y}")

    @property
    def listed(self) -> CalendarDay:
        """The day as calendars list it."""
        return CalendarDay(
            day=self.day, kind=self.kind, name=self.name, basis=self.basis, confirmed=self.confirmed
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDay:
    """The scope's own line about a day goes; what a wider calendar says holds again."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmYear:
    """All unconfirmed days of a year that this scope itself lists are confirmed by one paper."""

    year: int
    basis: str

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise BasisMissing(f"Việc xác nhận lịch năm {self.year}", f"Confirming the year {self.year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHours:
    """Office hours from a day on, until other hours begin."""

    valid_from: date
    week: tuple[tuple[Interval, ...], ...]
    """Monday first."""
    made_up: tuple[Interval, ...]
    """Hours of a day worked in exchange for another."""
    basis: str

    def __post_init__(self) -> None:
        if self.hours.closed:
            raise WeekWithoutWork(self.valid_from)
        if not self.basis.strip():
            raise BasisMissing(
                f"Giờ làm việc từ ngày {self.valid_from:%d/%m/%Y}",
                f"The office hours from {self.valid_from:%d/%m/%Y}",
            )

    @property
    def hours(self) -> OfficeHours:
        """The hours as calendars count in them; raises OfficeHoursUnsound."""
        return OfficeHours(week=self.week, made_up=self.made_up)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveHours:
    """The scope's own hours that begin on a day go."""

    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPolicy:
    """A policy for anchors from a day (None: always) until a day (included; None: without end).

    It replaces the line of the same code, procedure and first day; any other it may not overlap.
    """

    policy: DeadlinePolicy
    procedure: str | None = None
    """Key of the model for whose cases alone it holds."""
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidityUnsound(self.policy.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPolicy:
    """The line of that code, procedure and first day holds until `last_day`; None: all of it goes."""

    code: str
    procedure: str | None = None
    valid_from: date | None = None
    last_day: date | None = None

    def __post_init__(self) -> None:
        if self.valid_from and self.last_day and self.last_day < self.valid_from:
            raise ValidityUnsound(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLadder:
    """An escalation ladder, in the place of the one of that code."""

    ladder: Ladder
    basis: str

    def __post_init__(self) -> None:
        if not self.basis.strip():
            raise BasisMissing(f"Thang nhắc việc {self.ladder.code}", f"The ladder {self.ladder.code}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLadder:
    """The scope's own ladder of that code goes; that of a wider scope holds again."""

    code: str


Edit: TypeAlias = (
    SetDay
    | RemoveDay
    | ConfirmYear
    | SetHours
    | RemoveHours
    | SetPolicy
    | EndPolicy
    | SetLadder
    | RemoveLadder
)

_NAMES: Final[dict[str, type[Edit]]] = {
    "set_day": SetDay,
    "remove_day": RemoveDay,
    "confirm_year": ConfirmYear,
    "set_hours": SetHours,
    "remove_hours": RemoveHours,
    "set_policy": SetPolicy,
    "end_policy": EndPolicy,
    "set_ladder": SetLadder,
    "remove_ladder": RemoveLadder,
}
_NAME_OF: Final = {kind: name for name, kind in _NAMES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Edits with the version of legal time on which whoever drafted them stood."""

    ground: int
    edits: tuple[Edit, ...]


def edits_text(edits: Iterable[Edit], *, ground: int) -> str:
    """The stored form of a draft."""
    written = [{"edit": _NAME_OF[type(edit)], **write(edit)} for edit in edits]
    return json.dumps({"ground": ground, "edits": written}, ensure_ascii=False)


def read_draft(stored: str) -> Draft:
    """A draft from its stored form."""
    said = json.loads(stored)
    return Draft(ground=said["ground"], edits=tuple(_edit(one) for one in said["edits"]))


def read_edits(stored: str) -> tuple[Edit, ...]:
    """The edits of a draft from its stored form."""
    return read_draft(stored).edits


def _edit(said: dict[str, object]) -> Edit:
    fields = {name: value for name, value in said.items() if name != "edit"}
    return read(_NAMES[str(said["edit"])], fields)
