"""The escalation of a procedure in words: each ladder once, with the steps for which it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from engine.domain.definition import ProcessDefinition
from engine.domain.escalation_steps import (
    Action,
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Recipient,
    StartProcess,
    Step,
    StepKind,
    StepUnit,
)
from qms.organisation.roles import ROLE_NAMES, Role
from qms.procedure_tables.times import time_in_words

WHOLE_CASE: Final = "Cả hồ sơ"
_AUDIENCES: Final = {
    Audience.ASSIGNEE: "người được giao việc",
    Audience.UNIT_HEAD: "lãnh đạo phòng",
    Audience.ISO_SECRETARY: "Thư ký ISO",
    Audience.STEERING_HEAD: "Trưởng Ban Chỉ đạo ISO",
    Audience.AGENCY_HEAD: "lãnh đạo cơ quan",
    Audience.DEPARTMENT_OFFICER: "chuyên viên Sở theo dõi cơ quan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLadder:
    """One ladder as it is printed."""

    code: str
    name: str
    holds_for: tuple[str, ...]
    """Labels of the steps of the table, and “Cả hồ sơ”."""
    rows: tuple[tuple[str, str, str, str], ...]
    """Code, when, who is told, what else is done."""


def told_ladders(
    definition: ProcessDefinition, labels: dict[str, str], ladder: Callable[[str], Ladder | None]
) -> tuple[ToldLadder, ...]:
    """The ladders of a procedure in the order of its steps; `ladder` gives None for one that is unknown.

    `labels` are those of the steps in the table, by element.
    """
    used: dict[str, list[str]] = {}
    if definition.escalation is not None:
        used[definition.escalation.ladder] = [WHOLE_CASE]
    for element, label in labels.items():
        rule = definition.activities[element].escalation
        if rule is not None:
            used.setdefault(rule.ladder, []).append(label)
    return tuple(_told(code, tuple(places), ladder(code)) for code, places in used.items())


def _told(code: str, places: tuple[str, ...], found: Ladder | None) -> ToldLadder:
    if found is None:
        return ToldLadder(code=code, name="không có trong danh mục của cơ quan", holds_for=places, rows=())
    rows = tuple((step.code, when(step), _people(step.to), _actions(step.actions)) for step in found.steps)
    return ToldLadder(code=code, name=found.name_vi, holds_for=places, rows=rows)


def when(step: Step) -> str:
    """When a step falls."""
    day = "hạn mục tiêu" if step.from_ is CountedFrom.TARGET else "hạn pháp lý"
    many = abs(step.amount)
    if step.unit is StepUnit.PERCENT:
        return f"khi đã qua {many}% thời gian"
    length = f"{many} ngày làm việc" if step.unit is StepUnit.WORKING_DAYS else time_in_words(many)
    kind = "nhắc" if step.kind is StepKind.REMINDER else "báo cáo"
    if not many:
        return f"đúng {day} ({kind})"
    again = f", lặp lại mỗi {step.every} ngày làm việc" if step.every else ""
    return f"{length} {'trước' if step.amount < 0 else 'sau'} {day} ({kind}{again})"


def _people(recipients: Iterable[Recipient]) -> str:
    return ", ".join(_person(one) for one in recipients)


def _person(recipient: Recipient) -> str:
    if isinstance(recipient, NamedRole):
        known = recipient.role in set(Role)
        return ROLE_NAMES[Role(recipient.role)][0] if known else recipient.role
    return _AUDIENCES[recipient]


def _actions(actions: Iterable[Action]) -> str:
    return "; ".join(_action(one) for one in actions)


def _action(action: Action) -> str:
    match action:
        case Reassign(to=NewHolder.UNIT_HEAD):
            return "giao lại cho lãnh đạo phòng"
        case Reassign():
            return "đưa về hàng chờ chung"
        case RaisePriority():
            return "đưa lên ưu tiên"
        case OpenNonconformity():
            return "mở phiếu không phù hợp"
        case StartProcess(key=key):
            return f"khởi tạo quy trình {key}"
