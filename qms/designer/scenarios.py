"""Plays the scenarios of a bundle: officers answer by the forms, service tasks get the answers written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Final

from engine.domain.bundle import Bundle
from engine.domain.errors import FieldsInvalid, Refusal
from engine.domain.forms import Submitted, parse_form, rehearsed, rehearsed_files, to_submitted, validate
from engine.domain.values import Value
from engine.runtime import CompiledModel, OpenTask
from engine.runtime.rehearsal import Rehearsal, read_step
from engine.runtime.rehearsal_dates import reckoned
from qms.designer.draft_files import SCENARIOS
from qms.legal_time.calendar_seed import national_calendar
from qms.legal_time.rehearsing import shipped_legal_time

_MOST_STEPS: Final = 2_000
EXPECTED: Final = ("open", "timers", "outcome", "completed", "due")
"""What a scenario may expect of the case; anything else is refused."""
Told = tuple[str, str]
"""What went wrong, in Vietnamese and English."""


def failures(bundle: Bundle, model: CompiledModel) -> tuple[int, tuple[tuple[str, Told], ...]]:
    """How many scenarios go as written, and those that do not, each with where and why."""
    failed = []
    scripts = {path: content for path, content in sorted(bundle.files.items()) if path.startswith(SCENARIOS)}
    for path, content in scripts.items():
        told = play(model, content)
        if told is not None:
            failed.append((path, told))
    return len(scripts) - len(failed), tuple(failed)


def play(model: CompiledModel, content: bytes) -> Told | None:
    """What a scenario fails with; None where all goes as it expects."""
    try:
        steps = json.loads(content, parse_float=Decimal)
    except (ValueError, RecursionError):
        steps = None
    if not isinstance(steps, list) or len(steps) > _MOST_STEPS or not all(isinstance(s, dict) for s in steps):
        return ("không đọc được: cần một danh sách các bước", "cannot be read: it must be a list of steps")
    player = _Player(model, steps)
    for number, step in enumerate(steps, start=1):
        told = player.take(step)
        if told is not None:
            return (f"bước {number}: {told[0]}", f"step {number}: {told[1]}")
    return None


class _Player:
    """One case and the script that it follows; a service task waits for its step where it has one."""

    def __init__(self, model: CompiledModel, steps: Sequence[Mapping[str, Any]]) -> None:
        self._model = model
        self._rehearsal = Rehearsal(model, answers=self._answered, calendar=national_calendar)
        self._left = [str(step.get("service") or step.get("fail") or "") for step in steps]

    def take(self, step: Mapping[str, Any]) -> Told | None:
        """Do a step or look whether the case is where it is expected; what is wrong, if anything."""
        self._rehearsal.held = frozenset(name for name in self._left if name)
        self._left.pop(0)
        try:
            if "expect" in step:
                return _unreadable(step) or self._differs(step["expect"])
            error = self._rehearsal.play(read_step(step)).error
        except Refusal as refusal:
            error = refusal
        return None if error is None else _in_words(error)

    def _answered(self, task: OpenTask, data: Mapping[str, Value]) -> Mapping[str, Value]:
        """What the form of the task makes of the answers."""
        key = self._model.definition.activities[task.element_id].form_key
        if key is None or key not in self._model.definition.forms:
            return data
        form = parse_form(self._model.definition.forms[key])
        return validate(
            form,
            Submitted(values=to_submitted(data), files=rehearsed_files(form, data)),
            self._rehearsal.case.variables(task.id),
            given=rehearsed(self._rehearsal.now),
        )

    def _differs(self, wanted: Mapping[str, Any]) -> Told | None:
        case = self._rehearsal.case
        seen: dict[str, object] = {
            "open": dict(Counter(task.element_id for task in case.open_tasks())),
            "timers": sorted(timer.element_id for timer in case.timers()),
            "outcome": list(case.outcome),
            "completed": case.completed,
            "due": due_of(self._model, self._rehearsal, wanted.get("due", {})),
        }
        for name in EXPECTED:
            if name in wanted and seen[name] != wanted[name]:
                return (
                    f"“{name}” là {seen[name]}, kịch bản cần {wanted[name]}",
                    f"“{name}” is {seen[name]}, the scenario expects {wanted[name]}",
                )
        return None


def due_of(
    model: CompiledModel, rehearsal: Rehearsal, elements: Iterable[str]
) -> dict[str, list[str] | None]:
    """Element -> legal and target day of its open task, by the legal time that the product ships with.

    None where no task of the element is open, or its days do not follow from days that the case knows: a
    number of working days counts from the moment at which the task came, which a rehearsal does not keep.
    """
    found: dict[str, list[str] | None] = dict.fromkeys(elements)
    for task in rehearsal.case.open_tasks():
        rule = model.definition.activities[task.element_id].deadline
        if (
            task.element_id not in found
            or rule is None
            or not (rule.anchor_expression or rule.date_expression)
        ):
            continue
        evaluate = partial(rehearsal.case.evaluate, task_id=task.id)
        dates = reckoned(shipped_legal_time(), rule, evaluate, rehearsal.now, "")
        if dates.deadline is not None and not dates.assumed:
            found[task.element_id] = [
                dates.deadline.legal_due.isoformat(),
                dates.deadline.target_due.isoformat(),
            ]
    return found


def _unreadable(step: Mapping[str, Any]) -> Told | None:
    """What an `expect` says that nobody looks at; passed over, a wrong scenario would go as written."""
    wanted = step["expect"]
    if not isinstance(wanted, dict) or not wanted or not isinstance(wanted.get("due", {}), dict):
        return ("“expect” phải là một bản ghi có nội dung", "“expect” must be a record that says something")
    unknown = sorted({*step} - {"expect"}) + sorted({*wanted} - {*EXPECTED})
    if unknown:
        names, known = ", ".join(f"“{name}”" for name in unknown), ", ".join(EXPECTED)
        return (
            f"không hiểu {names} ở “expect”; chỉ có {known}",
            f"{names} of “expect” is not known; there are {known}",
        )
    return None


def _in_words(refusal: Refusal) -> Told:
    if isinstance(refusal, FieldsInvalid):
        vi = "; ".join(f"{key}: {pairs[0][0]}" for key, pairs in refusal.fields.items())
        en = "; ".join(f"{key}: {pairs[0][1]}" for key, pairs in refusal.fields.items())
        return vi, en
    return refusal.vi, refusal.en
