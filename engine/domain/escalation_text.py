"""Escalation ladders as JSON: how they are stored, and how a person hands one in."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any, Final, TypeVar

from engine.domain.errors import Invalid
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
    Standing,
    StartProcess,
    Step,
    StepKind,
    StepUnit,
    UnknownRecipient,
)

_ROLE: Final = "role:"
_LADDER_KEYS: Final = frozenset({"code", "name_vi", "name_en", "steps"})
_STEP_KEYS: Final = frozenset(
    {
        *("code", "kind", "amount", "unit", "from", "to", "mail"),
        *("only_owed", "holds_for", "actions", "every"),
    }
)
Choice = TypeVar("Choice", bound=Enum)


class LadderUnreadable(Invalid):
    """A text that is no ladder; says where."""

    def __init__(self, where: str) -> None:
        super().__init__(
            vi=f"Không đọc được thang nhắc việc: {where} thiếu hoặc chưa đúng.",
            en=f"The escalation ladder cannot be read: {where} is missing or wrong.",
        )
        self.where = where


def ladder_text(ladder: Ladder) -> str:
    """The stored form of a whole ladder."""
    said = {
        "code": ladder.code,
        "name_vi": ladder.name_vi,
        "name_en": ladder.name_en,
        "steps": [_step_said(step) for step in ladder.steps],
    }
    return json.dumps(said, ensure_ascii=False)


def read_ladder(text: str) -> Ladder:
    """A ladder from its stored form.

    Raises LadderUnreadable, UnknownRecipient, and what a Ladder refuses (LadderUnsound, StepUnsound).
    """
    try:
        said = json.loads(text)
    except ValueError:
        raise LadderUnreadable("JSON") from None
    record = _record(said, "thang", _LADDER_KEYS)
    return Ladder(
        code=_text(record, "code"),
        name_vi=_text(record, "name_vi", ""),
        name_en=_text(record, "name_en", ""),
        steps=tuple(_read_step(step) for step in _list(record, "steps")),
    )


def action_said(action: Action) -> dict[str, object]:
    """An action as it is stored and told in the history."""
    match action:
        case Reassign(to=to):
            return {"do": "reassign", "to": to.value}
        case RaisePriority(to=level):
            return {"do": "raise_priority", "to": level}
        case OpenNonconformity():
            return {"do": "open_nonconformity"}
        case StartProcess(key=key, variables=variables):
            return {"do": "start_process", "key": key, "variables": dict(variables)}


def _step_said(step: Step) -> dict[str, object]:
    said: dict[str, object] = {
        "code": step.code,
        "kind": step.kind.value,
        "amount": step.amount,
        "unit": step.unit.value,
        "from": step.from_.value,
        "to": [recipient.value for recipient in step.to],
        "mail": step.mail,
    }
    if step.only_owed_to_department:
        said["only_owed"] = True
    if len(step.holds_for) < len(Standing):
        said["holds_for"] = sorted(step.holds_for)
    if step.actions:
        said["actions"] = [action_said(action) for action in step.actions]
    if step.every is not None:
        said["every"] = step.every
    return said


def _read_step(said: object) -> Step:
    record = _record(said, "steps", _STEP_KEYS)
    code = _text(record, "code")
    standings = record.get("holds_for")
    every = record.get("every")
    return Step(
        code=code,
        kind=_choice(StepKind, record.get("kind"), f"{code}.kind"),
        amount=_number(record, "amount", code),
        unit=_choice(StepUnit, record.get("unit", StepUnit.WORKING_DAYS.value), f"{code}.unit"),
        from_=_choice(CountedFrom, record.get("from"), f"{code}.from"),
        to=tuple(_read_recipient(code, name) for name in _list(record, "to")),
        mail=_text(record, "mail", ""),
        only_owed_to_department=_yes_or_no(record, "only_owed", code),
        holds_for=frozenset(Standing)
        if standings is None
        else frozenset(_choice(Standing, one, f"{code}.holds_for") for one in _list(record, "holds_for")),
        actions=tuple(_read_action(code, one) for one in _list(record, "actions")),
        every=None if every is None else _number(record, "every", code),
    )


def _read_recipient(code: str, name: object) -> Recipient:
    if isinstance(name, str) and name.startswith(_ROLE):
        return NamedRole(role=name.removeprefix(_ROLE))
    try:
        return Audience(name)
    except ValueError:
        raise UnknownRecipient(code, str(name)) from None


def _read_action(code: str, said: object) -> Action:
    where = f"{code}.actions"
    record = _record(said, where, frozenset({"do", "to", "key", "variables"}))
    match record.get("do"):
        case "reassign":
            return Reassign(to=_choice(NewHolder, record.get("to", NewHolder.QUEUE.value), where))
        case "raise_priority":
            return RaisePriority(to=_number(record, "to", where))
        case "open_nonconformity":
            return OpenNonconformity()
        case "start_process":
            variables = record.get("variables", {})
            if not isinstance(variables, dict) or not all(isinstance(one, str) for one in variables.values()):
                raise LadderUnreadable(f"{where}.variables")
            return StartProcess(key=_text(record, "key"), variables=variables)
        case _:
            raise LadderUnreadable(where)


def _record(said: object, where: str, known: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(said, dict):
        raise LadderUnreadable(where)
    for key in said:
        if key not in known:
            raise LadderUnreadable(f"{where}.{key}")
    return said


def _list(record: Mapping[str, Any], key: str) -> list[Any]:
    found = record.get(key, [])
    if not isinstance(found, list):
        raise LadderUnreadable(key)
    return found


def _text(record: Mapping[str, Any], key: str, default: str | None = None) -> str:
    found = record.get(key, default)
    if not isinstance(found, str):
        raise LadderUnreadable(key)
    return found


def _number(record: Mapping[str, Any], key: str, where: str) -> int:
    found = record.get(key)
    if not isinstance(found, int) or isinstance(found, bool):
        raise LadderUnreadable(f"{where}.{key}")
    return found


def _yes_or_no(record: Mapping[str, Any], key: str, where: str) -> bool:
    found = record.get(key, False)
    if not isinstance(found, bool):
        raise LadderUnreadable(f"{where}.{key}")
    return found


def _choice(kind: type[Choice], said: object, where: str) -> Choice:
    try:
        return kind(said)
    except ValueError:
        raise LadderUnreadable(where) from None
