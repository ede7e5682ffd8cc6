"""What the form of a policy holds: from a policy to texts, and from texts to an edit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Final, TypeVar

from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, Roll
from engine.domain.errors import Invalid
from engine.domain.local_time import day_text
from engine.domain.text import normal, storable
from engine.domain.variable_types import VariableType, read_value
from qms.legal_time.edits import SetPolicy

LONGEST_CODE: Final = 40
LONGEST_TEXT: Final = 500
_FIGURES: Final = 5
_CHECKED: Final = "1"
Choice = TypeVar("Choice", DeadlineUnit, Roll)


class FieldUnreadable(Invalid):
    """A field of the form that cannot be understood."""

    def __init__(self, field: str, vi: str, en: str) -> None:
        super().__init__(vi=vi, en=en)
        self.field = field


def texts_of(policy: DeadlinePolicy, procedure: str | None) -> dict[str, str]:
    """The form as it is filled for a new version of a policy."""
    return {
        "code": policy.code,
        "name_vi": policy.name_vi,
        "name_en": policy.name_en,
        "anchor_event_vi": policy.anchor_event_vi,
        "anchor_event_en": policy.anchor_event_en,
        "unit": policy.unit.value,
        "amount": str(policy.amount),
        "roll": policy.roll.value,
        "first_day_counts": _CHECKED if policy.first_day_counts else "",
        "exclusive": _CHECKED if policy.exclusive else "",
        "anchor_is_receipt": _CHECKED if policy.anchor_is_receipt else "",
        "owed_to_department": _CHECKED if policy.owed_to_department else "",
        "day": str(policy.day or ""),
        "month": str(policy.month or ""),
        "year": str(policy.year or ""),
        "cutoff": f"{policy.cutoff:%H:%M}" if policy.cutoff else "",
        "safety_margin": str(policy.safety_margin),
        "pause_on": "; ".join(policy.pause_on),
        "resume_on": "; ".join(policy.resume_on),
        "reset_on": "; ".join(policy.reset_on),
        "procedure": procedure or "",
        "legal_basis": "",
        "valid_from": "",
        "valid_to": "",
    }


def edit_from(form: Mapping[str, str]) -> SetPolicy:
    """The edit that a form asks for; raises FieldUnreadable and what a policy itself refuses."""
    code = _text(form, "code", LONGEST_CODE).upper()
    if not code:
        raise FieldUnreadable("code", "Xin nhập mã quy tắc.", "Please enter the code of the policy.")
    name_vi = _text(form, "name_vi")
    if not name_vi:
        raise FieldUnreadable("name_vi", "Xin nhập tên quy tắc.", "Please enter the name of the policy.")
    anchor_vi = _text(form, "anchor_event_vi") or "Mốc tính"
    policy = DeadlinePolicy(
        code=code,
        name_vi=name_vi,
        name_en=_text(form, "name_en") or name_vi,
        anchor_event_vi=anchor_vi,
        anchor_event_en=_text(form, "anchor_event_en") or anchor_vi,
        unit=_choice(form, "unit", DeadlineUnit),
        amount=_number(form, "amount") or 0,
        roll=_choice(form, "roll", Roll),
        first_day_counts=_ticked(form, "first_day_counts"),
        exclusive=_ticked(form, "exclusive"),
        anchor_is_receipt=_ticked(form, "anchor_is_receipt"),
        owed_to_department=_ticked(form, "owed_to_department"),
        day=_number(form, "day"),
        month=_number(form, "month"),
        year=_number(form, "year"),
        cutoff=_hour(form, "cutoff"),
        safety_margin=_number(form, "safety_margin") or 0,
        pause_on=_events(form, "pause_on"),
        resume_on=_events(form, "resume_on"),
        reset_on=_events(form, "reset_on"),
        legal_basis=_text(form, "legal_basis"),
    )
    return SetPolicy(
        policy=policy,
        procedure=_text(form, "procedure") or None,
        valid_from=day_of(form, "valid_from"),
        valid_to=day_of(form, "valid_to"),
    )


def day_of(form: Mapping[str, str], field: str) -> date | None:
    """The day of a field, None where it is empty."""
    try:
        value = read_value(form.get(field, ""), VariableType.DATE)
    except Invalid:
        value = ""
    if value is not None and not isinstance(value, date):
        raise FieldUnreadable(
            field,
            f"Xin viết ngày/tháng/năm, ví dụ {day_text(date(2026, 7, 1))}.",
            "Write the day as dd/mm/yyyy.",
        )
    return value


def _text(form: Mapping[str, str], field: str, longest: int = LONGEST_TEXT) -> str:
    text = normal(storable(form.get(field, "")))
    if len(text) > longest:
        raise FieldUnreadable(field, f"Dài quá {longest} ký tự.", f"More than {longest} characters.")
    return text


def _number(form: Mapping[str, str], field: str) -> int | None:
    text = form.get(field, "").strip()
    if not text:
        return None
    if len(text) > _FIGURES or not text.removeprefix("-").isdecimal():
        raise FieldUnreadable(field, "Xin nhập một số nguyên.", "Please enter a whole number.")
    return int(text)


def _hour(form: Mapping[str, str], field: str) -> time | None:
    text = form.get(field, "").strip()
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        raise FieldUnreadable(field, "Xin viết giờ, ví dụ 15:00.", "Write the hour, like 15:00.") from None


def _choice(form: Mapping[str, str], field: str, kind: type[Choice]) -> Choice:
    try:
        return kind(form.get(field, ""))
    except ValueError:
        raise FieldUnreadable(field, "Xin chọn một mục trong danh sách.", "Choose from the list.") from None


def _ticked(form: Mapping[str, str], field: str) -> bool:
    return form.get(field) == _CHECKED


def _events(form: Mapping[str, str], field: str) -> tuple[str, ...]:
    return tuple(normal(part) for part in _text(form, field).split(";") if part.strip())
