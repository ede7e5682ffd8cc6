"""The script of a rehearsal: what is done to a case, step by step, read from plain JSON data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias

from engine.domain.errors import Invalid
from engine.domain.text import normal
from engine.domain.values import Value
from engine.runtime.moments import Duration, read_duration, read_moment


class StepImpossible(Invalid):
    """A step that cannot be read, or cannot be done where the case stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Begin the case with these variables, at a moment of its own choosing."""

    variables: Mapping[str, object] = field(default_factory=dict)
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """Complete the nth open task of an element, named by id or by name; a service task with its answer."""

    element: str
    data: object
    nth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail:
    """The operator of a service task could not do its work; an error event with that code may catch it."""

    element: str
    nth: int = 0
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance:
    """Let time pass."""

    duration: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceTo:
    """Let time pass up to a moment."""

    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage:
    """A message arrives."""

    name: str
    payload: Mapping[str, object] = field(default_factory=dict)
    key: str | None = None
    """For which key it is; without one, for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSignal:
    """A signal is broadcast."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveLoad:
    """The case is written and read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A step that makes no sense; it becomes an error on its own entry."""

    problem: StepImpossible


Step: TypeAlias = (
    Start | Complete | Fail | Advance | AdvanceTo | SendMessage | SendSignal | SaveLoad | Unreadable
)
_VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "start": ("at",),
    "complete": ("data", "nth"),
    "service": ("answer", "nth"),
    "fail": ("nth", "code"),
    "advance": (),
    "advance_to": (),
    "message": ("payload", "key"),
    "signal": (),
    "save_load": (),
}
"""What a step may say, and what besides; anything else is a slip of the pen."""
_DEEPEST: Final = 40


def read_script(raw: object) -> tuple[Step, ...]:
    """The steps of a script; raises StepImpossible when it is not a list at all."""
    if not isinstance(raw, list):
        raise StepImpossible(
            vi="Kịch bản phải là một danh sách JSON các bước.", en="A script is a JSON list of steps."
        )
    return tuple(read_step(item) for item in raw)


def read_step(raw: object) -> Step:
    """One step; what cannot be read becomes Unreadable."""
    if isinstance(raw, dict):
        verbs = [verb for verb in _VERBS if verb in raw]
        known = len(verbs) == 1 and raw.keys() <= {verbs[0], *_VERBS[verbs[0]]}
        step = _read(verbs[0], raw) if known else None
        if step is not None:
            return step
    shown = _shown(raw)
    return Unreadable(
        problem=StepImpossible(vi=f"Không hiểu bước “{shown}”.", en=f"The step “{shown}” cannot be read.")
    )


def _shown(raw: object) -> str:
    """The step as its author wrote it, as far as it fits into a sentence."""
    try:
        return json.dumps(raw, ensure_ascii=False, default=str)[:80]
    except RecursionError:
        return "…"


def _read(verb: str, raw: Mapping[str, object]) -> Step | None:
    nth = raw.get("nth", 0)
    subject = raw[verb]
    if not isinstance(nth, int) or isinstance(nth, bool) or nth < 0:
        return None
    if verb == "save_load":
        return SaveLoad() if subject is True else None
    if verb == "start":
        return _start(subject, raw.get("at"))
    return _named(verb, normal(subject), raw, nth) if isinstance(subject, str) else None


def _start(variables: object, at: object) -> Step | None:
    moment = read_moment(at) if isinstance(at, str) else None
    if not isinstance(variables, dict) or (moment is None and at is not None):
        return None
    return Start(variables=variables, at=moment)


def _named(verb: str, subject: str, raw: Mapping[str, object], nth: int) -> Step | None:
    match verb:
        case "complete":
            data = raw.get("data")
            return Complete(element=subject, data={} if data is None else data, nth=nth)
        case "service":
            return Complete(element=subject, data=raw.get("answer"), nth=nth)
        case "fail":
            code = raw.get("code")
            return Fail(element=subject, nth=nth, code=code) if isinstance(code, str | None) else None
        case "message":
            payload, key = raw.get("payload"), raw.get("key")
            payload = {} if payload is None else payload
            if not isinstance(payload, dict) or not isinstance(key, str | None):
                return None
            return SendMessage(name=subject, payload=payload, key=key)
        case "signal":
            return SendSignal(name=subject)
        case _:
            return _advance(verb, subject)


def _advance(verb: str, text: str) -> Step | None:
    if verb == "advance":
        duration = read_duration(text)
        return None if duration is None else Advance(duration=duration)
    moment = read_moment(text)
    return None if moment is None else AdvanceTo(moment=moment)


def typed(values: Mapping[str, object], types: Mapping[str, str]) -> dict[str, Value]:
    """The values with days, moments and decimals out of their text, by the types that the model declares."""
    return {name: _typed(name, value, types.get(name, "")) for name, value in values.items()}


def plain(raw: object, depth: int = 0) -> Value:
    """Data as JSON gives it, as values of a case."""
    if depth > _DEEPEST:
        raise StepImpossible(
            vi=f"Dữ liệu lồng nhau quá {_DEEPEST} cấp.", en=f"The data are nested over {_DEEPEST} deep."
        )
    match raw:
        case None | bool() | int() | float() | Decimal() | str():
            return raw
        case list():
            return [plain(item, depth + 1) for item in raw]
        case dict():
            return {str(key): plain(item, depth + 1) for key, item in raw.items()}
        case _:
            raise StepImpossible(vi=f"Không hiểu giá trị “{raw}”.", en=f"The value “{raw}” cannot be read.")


def _typed(name: str, raw: object, kind: str) -> Value:
    try:
        match kind, raw:
            case "date", str():
                return date.fromisoformat(raw)
            case "datetime", str():
                return datetime.fromisoformat(raw)
            case "decimal", str() | int():
                return Decimal(raw)
            case _:
                return plain(raw)
    except (ValueError, InvalidOperation):
        raise StepImpossible(
            vi=f"Biến “{name}” kiểu {kind} không nhận giá trị “{raw}”.",
            en=f"The variable “{name}” of type {kind} does not take “{raw}”.",
        ) from None
