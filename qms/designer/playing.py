"""Plays a draft step by step in memory: all roles, test data, a fast clock; nothing leaves it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from engine.domain.definition import ActivityKind
from engine.domain.errors import FieldsInvalid, Invalid, Refusal
from engine.domain.forms import (
    Form,
    Submitted,
    parse_form,
    rehearsed,
    rehearsed_files,
    to_submitted,
    validate,
)
from engine.domain.values import Value
from engine.runtime import CompiledModel, OpenTask, OpenTaskKind, TriggerKind
from engine.runtime.rehearsal import Rehearsal, Standing, read_step
from qms.legal_time.calendar_seed import national_calendar

MOST_STEPS: Final = 200
LONGEST_SCRIPT: Final = 500_000
"""Letters; a play is a script that comes along with the page, so that the server keeps nothing of it."""
Script = Sequence[Mapping[str, Any]]


class ScriptUnplayable(Invalid):
    """What came along with the page is no play."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Không đọc được lượt chạy thử, hoặc quá {MOST_STEPS} bước. Xin bắt đầu lại.",
            en=f"The play cannot be read, or has over {MOST_STEPS} steps. Please begin again.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedTask:
    """A task that waits in the play."""

    element_id: str
    nth: int
    """Which of the open ones of that element."""
    name: str
    lane: str
    automatic: bool
    """Whether an operator would do it; the player says what it answers."""
    form: Form | None
    case: Mapping[str, Value]
    """What the form knows of the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """Where a play stands."""

    now: datetime
    standing: Standing
    tasks: tuple[PlayedTask, ...]
    script: Script
    """The steps that could be done."""
    messages: tuple[str, ...] = ()
    """Names of the messages that the case waits for."""
    refused: Refusal | None = None
    """Why the last one could not be."""

    @property
    def next_due(self) -> datetime | None:
        """When the next timer fires."""
        return min((each.due for each in self.standing.waiting if each.due is not None), default=None)


def read_play(text: str) -> Script:
    """The steps that came along with a page; raises ScriptUnplayable."""
    try:
        raw = json.loads(text, parse_float=Decimal) if len(text) <= LONGEST_SCRIPT else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, list) or not 0 < len(raw) <= MOST_STEPS:
        raise ScriptUnplayable
    if not all(isinstance(step, dict) for step in raw):
        raise ScriptUnplayable
    return raw


def play(model: CompiledModel, script: Script) -> Played:
    """Play the steps in order; the first that cannot be done ends the play, which is then as before it."""
    forms = _Forms(model)
    rehearsal = forms.rehearsal = Rehearsal(model, answers=forms.answer, calendar=national_calendar)
    rehearsal.held = frozenset(
        each.element_id
        for each in model.definition.activities.values()
        if each.kind in {ActivityKind.SERVICE_TASK, ActivityKind.SEND_TASK}
    )
    done: list[Mapping[str, Any]] = []
    standing: Standing | None = None
    for step in script:
        if "expect" in step:
            continue
        tried = rehearsal.play(read_step(step))
        if tried.error is not None:
            if standing is None:
                raise tried.error
            return _played(model, rehearsal, standing, done, tried.error)
        standing = tried
        done.append(step)
    if standing is None:
        raise ScriptUnplayable
    return _played(model, rehearsal, standing, done, None)


def scenario_of(played: Played) -> bytes:
    """The play as a scenario file: its steps, and where it is expected to stand after them."""
    expected = {
        "completed": played.standing.status.value == "completed",
        "open": dict(Counter(task.element_id for task in played.tasks)),
    }
    steps = [*played.script, {"expect": expected}]
    lines = ",\n  ".join(json.dumps(step, ensure_ascii=False, default=_number) for step in steps)
    return f"[\n  {lines}\n]\n".encode()


def start_step(given: Mapping[str, object], at: datetime) -> Mapping[str, Any]:
    """The first step of a play that begins with these variables at a moment."""
    return {"at": at.astimezone(UTC).isoformat(), "start": dict(given)}


class _Forms:
    """Answers go through the forms of the bundle, as in an office."""

    def __init__(self, model: CompiledModel) -> None:
        self._model = model
        self.rehearsal: Rehearsal | None = None

    def answer(self, task: OpenTask, data: Mapping[str, Value]) -> Mapping[str, Value]:
        """What the form makes of the answers; raises FieldsInvalid."""
        form = form_of(self._model, task.element_id)
        if form is None:
            return data
        given = None if self.rehearsal is None else rehearsed(self.rehearsal.now)
        files = rehearsed_files(form, data, stand_in=True)
        return validate(
            form, Submitted(values=to_submitted(data), files=files), self.known(task), given=given
        )

    def known(self, task: OpenTask) -> Mapping[str, Value]:
        """What is known to the task of the case."""
        return {} if self.rehearsal is None else self.rehearsal.case.variables(task.id)


def form_of(model: CompiledModel, element: str) -> Form | None:
    """The form of a step, where it has one."""
    key = model.definition.activities[element].form_key
    raw = model.definition.forms.get(key or "")
    return None if raw is None else parse_form(raw)


def fields_refused(refusal: Refusal | None) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What is wrong with the fields of the form that was filled in last."""
    return refusal.fields if isinstance(refusal, FieldsInvalid) else {}


def _played(
    model: CompiledModel,
    rehearsal: Rehearsal,
    standing: Standing,
    done: Sequence[Mapping[str, Any]],
    refused: Refusal | None,
) -> Played:
    tasks: list[PlayedTask] = []
    seen: Counter[str] = Counter()
    for task in rehearsal.case.open_tasks():
        activity = model.definition.activities[task.element_id]
        tasks.append(
            PlayedTask(
                element_id=task.element_id,
                nth=seen[task.element_id],
                name=" – ".join(filter(None, (activity.name or task.element_id, task.title))),
                lane=activity.lane_name or "",
                automatic=task.kind is OpenTaskKind.SERVICE,
                form=form_of(model, task.element_id),
                case=rehearsal.case.variables(task.id),
            )
        )
        seen[task.element_id] += 1
    awaited = [each.name for each in rehearsal.case.waiting() if each.kind is TriggerKind.MESSAGE]
    return Played(
        now=rehearsal.now,
        standing=standing,
        tasks=tuple(tasks),
        script=tuple(done),
        messages=tuple(dict.fromkeys(name for name in awaited if name)),
        refused=refused,
    )


def _number(value: object) -> float | str:
    return float(value) if isinstance(value, Decimal) else str(value)
