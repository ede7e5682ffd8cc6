"""What an escalation ladder is made of: its steps, when they fall, whom they tell and what they do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Final, TypeAlias

from engine.domain.errors import Invalid

_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_LADDER_CODE: Final = re.compile(r"[A-Z][A-Z0-9_-]{0,29}")
_ROLE: Final = re.compile(r"[A-Z][A-Z0-9_]{0,29}")
MOST_DAYS: Final = 366
MOST_MINUTES: Final = 30 * 480
MOST_STEPS: Final = 40
HIGHEST_PRIORITY: Final = 9


class Audience(Enum):
    """Whom a step tells; resolved to persons by the date of the telling."""

    ASSIGNEE = "assignee"
    UNIT_HEAD = "unit_head"
    """LD_PHONG of the unit of the task."""
    ISO_SECRETARY = "iso_secretary"
    STEERING_HEAD = "steering_head"
    AGENCY_HEAD = "agency_head"
    DEPARTMENT_OFFICER = "department_officer"
    """The officer of the department (Sở) who follows the agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRole:
    """The holders of a role in the agency, in whatever unit."""

    role: str

    @property
    def value(self) -> str:
        """As it is stored and shown beside the values of Audience."""
        return f"role:{self.role}"


Recipient: TypeAlias = Audience | NamedRole


class StepKind(Enum):
    """Whether a step helps to be in time or reports that it is too late for that."""

    REMINDER = "reminder"
    ESCALATION = "escalation"


class CountedFrom(Enum):
    """The date a step is counted from."""

    TARGET = "target"
    LEGAL = "legal"


class StepUnit(StrEnum):
    """What the amount of a step counts."""

    WORKING_DAYS = "working_days"
    """Before or after the day; it happens at the opening of that working day."""
    WORKING_MINUTES = "working_minutes"
    """Before or after the last moment, in office time; an hour is 60."""
    PERCENT = "percent"
    """Of the office time from the beginning to the last moment, without the time the clock stood still."""


class Standing(StrEnum):
    """How a task stands while its clock runs; while the clock stands still no step holds at all."""

    UNCLAIMED = "unclaimed"
    CLAIMED = "claimed"


class NewHolder(StrEnum):
    """To whom a task is offered that its holder did not get done."""

    QUEUE = "queue"
    """To all for whom the model means it."""
    UNIT_HEAD = "unit_head"
    """To the heads of the unit, who do it or give it to somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Take the task from its holder and offer it anew; what was typed stays with it."""

    to: NewHolder = NewHolder.QUEUE


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisePriority:
    """Show the task before others of the same day; it never goes down again."""

    to: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNonconformity:
    """Enter the lateness into the register of nonconformities, once for a task or case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartProcess:
    """Start a case of a model, once for a task or case."""

    key: str
    variables: Mapping[str, str] = field(default_factory=dict)


Action: TypeAlias = Reassign | RaisePriority | OpenNonconformity | StartProcess


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of a ladder: so much before (negative) or after a date, or a share of the way to it."""

    code: str
    kind: StepKind
    amount: int
    unit: StepUnit = StepUnit.WORKING_DAYS
    from_: CountedFrom
    to: tuple[Recipient, ...]
    mail: str
    """Code of the letter."""
    only_owed_to_department: bool = False
    holds_for: frozenset[Standing] = frozenset(Standing)
    """How a task must stand when it is told; a step of one standing alone says nothing of a whole case."""
    actions: tuple[Action, ...] = ()
    every: int | None = None
    """Told again every so many working days, until it is done."""

    @property
    def is_level(self) -> bool:
        """Whether it is the one thing that a task is told on a day.

        Reminders within a day (minutes, percent) are not: a step of two hours has two of them.
        """
        return self.kind is StepKind.ESCALATION or self.unit is StepUnit.WORKING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The steps of an escalation, lowest first; each code once. Raises LadderUnsound and StepUnsound."""

    code: str
    name_vi: str = ""
    name_en: str = ""
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not _LADDER_CODE.fullmatch(self.code):
            raise LadderUnsound(
                self.code,
                vi="mã thang gồm chữ in hoa không dấu, chữ số, gạch ngang, bắt đầu bằng chữ",
                en="its code is made of capital letters, digits and hyphens and begins with a letter",
            )
        if not self.steps:
            raise LadderUnsound(self.code, vi="chưa có bậc nào", en="it has no steps")
        if len(self.steps) > MOST_STEPS:
            raise LadderUnsound(
                self.code, vi=f"nhiều hơn {MOST_STEPS} bậc", en=f"it has more than {MOST_STEPS} steps"
            )
        twice = [code for code, times in Counter(step.code for step in self.steps).items() if times > 1]
        if twice:
            raise LadderUnsound(
                self.code, vi=f"hai bậc cùng mã {twice[0]}", en=f"two steps have the code {twice[0]}"
            )
        for step in self.steps:
            _require_sound(step)

    @property
    def needs_beginning(self) -> bool:
        """Whether a step counts from the beginning, in percent."""
        return any(step.unit is StepUnit.PERCENT for step in self.steps)

    @property
    def asks_standing(self) -> bool:
        """Whether a step asks if the task is held by somebody."""
        return any(len(step.holds_for) < len(Standing) for step in self.steps)


class LadderUnsound(Invalid):
    """A ladder that cannot be climbed."""

    def __init__(self, code: str, *, vi: str, en: str) -> None:
        super().__init__(
            vi=f"Thang nhắc việc “{code}” chưa đúng: {vi}. Xin sửa rồi lưu lại.",
            en=f"The escalation ladder “{code}” does not hold: {en}. Please correct it.",
        )
        self.code = code


class StepUnsound(Invalid):
    """A step that never comes, reaches nobody or says two things."""

    def __init__(self, code: str, *, vi: str, en: str) -> None:
        super().__init__(
            vi=f"Bậc “{code}” của thang nhắc việc chưa đúng: {vi}. Xin sửa rồi lưu lại.",
            en=f"The step “{code}” of the escalation ladder does not hold: {en}. Please correct it.",
        )
        self.code = code


class UnknownRecipient(Invalid):
    """A step tells somebody whom the product does not know."""

    def __init__(self, code: str, name: str) -> None:
        known = ", ".join(audience.value for audience in Audience)
        super().__init__(
            vi=f"Bậc “{code}” báo cho “{name}”, là người nhận không có. "
            f"Có thể ghi: {known}, hoặc role:MÃ_VAI_TRÒ.",
            en=f"The step “{code}” tells “{name}”, whom nobody knows. Say one of {known}, or role:ROLE_CODE.",
        )
        self.code = code
        self.name = name


def _require_sound(step: Step) -> None:
    if not _CODE.fullmatch(step.code):
        raise StepUnsound(
            step.code,
            vi="mã bậc gồm 1 đến 10 chữ in hoa không dấu và chữ số, bắt đầu bằng chữ",
            en="its code is made of 1 to 10 capital letters and digits and begins with a letter",
        )
    _require_moment(step)
    for recipient in step.to:
        if isinstance(recipient, NamedRole) and not _ROLE.fullmatch(recipient.role):
            raise UnknownRecipient(step.code, f"role:{recipient.role}")
    if not step.to and not step.actions:
        raise StepUnsound(step.code, vi="không báo ai và không làm gì", en="it tells nobody and does nothing")
    if step.to and not _CODE.fullmatch(step.mail):
        raise StepUnsound(step.code, vi="thiếu mã mẫu thư", en="the code of its letter is missing")
    if not step.holds_for:
        raise StepUnsound(
            step.code, vi="không áp dụng cho trạng thái nào của việc", en="it holds for no standing of a task"
        )
    for action in step.actions:
        _require_possible(step, action)


def _require_moment(step: Step) -> None:
    match step.unit:
        case StepUnit.PERCENT if not 1 <= step.amount <= 100:  # noqa: PLR2004 - a hundred percent
            raise StepUnsound(
                step.code, vi="tỷ lệ phải từ 1 đến 100 phần trăm", en="the share must be 1 to 100 percent"
            )
        case StepUnit.WORKING_DAYS if abs(step.amount) > MOST_DAYS:
            raise StepUnsound(
                step.code, vi=f"quá {MOST_DAYS} ngày làm việc", en=f"more than {MOST_DAYS} working days"
            )
        case StepUnit.WORKING_MINUTES if abs(step.amount) > MOST_MINUTES:
            raise StepUnsound(
                step.code, vi=f"quá {MOST_MINUTES} phút làm việc", en=f"more than {MOST_MINUTES} minutes"
            )
        case _:
            pass
    if step.every is None:
        return
    if step.kind is StepKind.REMINDER or not 1 <= step.every <= MOST_DAYS:
        raise StepUnsound(
            step.code,
            vi=f"chỉ bậc báo cáo được lặp lại, mỗi 1 đến {MOST_DAYS} ngày làm việc",
            en=f"only an escalation is told again, every 1 to {MOST_DAYS} working days",
        )


def _require_possible(step: Step, action: Action) -> None:
    match action:
        case RaisePriority(to=to) if not 1 <= to <= HIGHEST_PRIORITY:
            raise StepUnsound(
                step.code,
                vi=f"mức ưu tiên phải từ 1 đến {HIGHEST_PRIORITY}",
                en=f"a priority is 1 to {HIGHEST_PRIORITY}",
            )
        case StartProcess(key=key) if not key.strip():
            raise StepUnsound(
                step.code,
                vi="thiếu mã quy trình cần khởi tạo",
                en="the key of the process to start is missing",
            )
        case _:
            pass
