"""What an escalation ladder told and did, as the history of a case says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from engine.domain.escalation import LADDERS, CountedFrom, StepKind, StepUnit
from web.names import role_name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A step as it was when it was told; the ladder may have been changed since."""

    code: str
    kind: StepKind
    amount: int
    unit: StepUnit
    from_: CountedFrom


def step_in_words(data: Mapping[str, object]) -> str:
    """Which step was told, as its code and how it was counted."""
    told = _told(data)
    if told is None:
        return str(_("Nhắc việc %(code)s", code=data.get("step", "")))
    match told.unit:
        case StepUnit.PERCENT:
            return _percent(told)
        case StepUnit.WORKING_MINUTES:
            return _minutes(told)
        case StepUnit.WORKING_DAYS:
            return _days(told)


def reports_lateness(data: Mapping[str, object]) -> bool:
    """Whether the step says that it is late by now."""
    told = _told(data)
    return told is not None and told.kind is StepKind.ESCALATION and told.amount >= 0


def actions_in_words(data: Mapping[str, object]) -> tuple[str, ...]:
    """What was done besides telling, a sentence each."""
    actions = data.get("actions")
    return (
        tuple(_action(one) for one in actions if isinstance(one, dict)) if isinstance(actions, list) else ()
    )


def reassigned_in_words(data: Mapping[str, object], step: str, persons: str) -> str:
    """That a task was taken from its holder by its ladder, and to whom it is offered: a role, or persons."""
    code, role = data.get("step", ""), data.get("role")
    whom = role_name(str(role)) if role else persons
    return str(
        _("Hệ thống giao lại việc “%(step)s” cho %(whom)s (bậc %(code)s)", step=step, whom=whom, code=code)
    )


def _told(data: Mapping[str, object]) -> _Told | None:
    code, amount = str(data.get("step", "")), data.get("amount")
    if isinstance(amount, int):
        return _Told(
            code=code,
            kind=StepKind(data.get("kind")),
            amount=amount,
            unit=StepUnit(str(data.get("unit"))),
            from_=CountedFrom(data.get("from")),
        )
    for ladder in LADDERS.values():  # told before the history kept how a step was counted
        for step in ladder.steps:
            if step.code == code:
                return _Told(code=code, kind=step.kind, amount=step.amount, unit=step.unit, from_=step.from_)
    return None


def _percent(told: _Told) -> str:
    if told.kind is StepKind.REMINDER:
        return str(
            _("Nhắc việc %(code)s: đã qua %(num)d phần trăm thời gian", code=told.code, num=told.amount)
        )
    return str(_("Báo %(code)s: đã qua %(num)d phần trăm thời gian", code=told.code, num=told.amount))


def _minutes(told: _Told) -> str:
    number = abs(told.amount)
    if told.amount > 0:
        return str(_("Báo %(code)s: quá hạn %(num)d phút làm việc", code=told.code, num=number))
    if told.kind is StepKind.REMINDER:
        return str(_("Nhắc việc %(code)s: %(num)d phút làm việc trước hạn", code=told.code, num=number))
    return str(_("Báo %(code)s: %(num)d phút làm việc trước hạn", code=told.code, num=number))


def _days(told: _Told) -> str:
    if told.amount == 0:
        if told.kind is StepKind.REMINDER:
            return str(_("Nhắc việc %(code)s: đến hạn hôm nay", code=told.code))
        return str(_("Báo %(code)s: đến hạn pháp lý mà chưa xong", code=told.code))
    if told.amount > 0:
        return str(
            ngettext(
                "Báo %(code)s: quá hạn pháp lý %(num)d ngày làm việc",
                "Báo %(code)s: quá hạn pháp lý %(num)d ngày làm việc",
                told.amount,
                code=told.code,
            )
            if told.from_ is CountedFrom.LEGAL
            else ngettext(
                "Báo %(code)s: quá hạn mục tiêu %(num)d ngày làm việc",
                "Báo %(code)s: quá hạn mục tiêu %(num)d ngày làm việc",
                told.amount,
                code=told.code,
            )
        )
    return _days_before(told)


def _days_before(told: _Told) -> str:
    if told.kind is StepKind.ESCALATION:
        return str(
            ngettext(
                "Báo %(code)s: %(num)d ngày làm việc trước hạn",
                "Báo %(code)s: %(num)d ngày làm việc trước hạn",
                -told.amount,
                code=told.code,
            )
        )
    if told.from_ is CountedFrom.LEGAL:
        return str(
            ngettext(
                "Nhắc việc %(code)s: %(num)d ngày làm việc trước hạn pháp lý",
                "Nhắc việc %(code)s: %(num)d ngày làm việc trước hạn pháp lý",
                -told.amount,
                code=told.code,
            )
        )
    return str(
        ngettext(
            "Nhắc việc %(code)s: %(num)d ngày làm việc trước hạn mục tiêu",
            "Nhắc việc %(code)s: %(num)d ngày làm việc trước hạn mục tiêu",
            -told.amount,
            code=told.code,
        )
    )


def _action(done: Mapping[str, object]) -> str:
    what = _deed(done)
    if "failed" not in done:
        return what
    english = str(get_locale()) == "en"
    reason = str(done.get("failed_en" if english else "failed", ""))
    return str(_("%(what)s – không thực hiện được: %(reason)s", what=what, reason=reason))


def _deed(done: Mapping[str, object]) -> str:
    match done.get("do"):
        case "reassign":
            return _reassignment(done)
        case "raise_priority":
            return str(_("Nâng mức ưu tiên lên %(level)s", level=done.get("to", "")))
        case "open_nonconformity":
            return str(_("Mở phiếu không phù hợp %(code)s", code=done.get("code", ""))).strip()
        case _:
            case = done.get("case") or done.get("key", "")
            return str(_("Khởi tạo hồ sơ %(case)s", case=case))


def _reassignment(done: Mapping[str, object]) -> str:
    tasks = done.get("tasks")
    holders = (
        [task.get("from") for task in tasks if isinstance(task, dict)] if isinstance(tasks, list) else []
    )
    return (
        str(_("Giao lại việc"))
        if any(holders) or "failed" in done
        else str(_("Không có ai giữ việc để giao lại"))
    )
