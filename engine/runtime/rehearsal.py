"""Rehearses a model: plays a script to a case in memory, under a clock of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias

from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.domain.errors import Refusal
from engine.domain.refusals import TaskGone
from engine.domain.values import Value
from engine.runtime.calling import CALL_SIGN
from engine.runtime.compiling import CompiledModel
from engine.runtime.incidents import ProcessIncident
from engine.runtime.moments import CalendarInForce
from engine.runtime.rehearsal_script import (
    Advance,
    AdvanceTo,
    Complete,
    Fail,
    SaveLoad,
    SendMessage,
    SendSignal,
    Start,
    Step,
    StepImpossible,
    Unreadable,
    plain,
    read_script,
    read_step,
    typed,
)
from engine.runtime.running import OpenTask, OpenTaskKind, RunningProcess
from engine.runtime.standing import OpenWork, Standing, Status, Waiting, standing
from engine.runtime.trace import What
from engine.runtime.triggers import TriggerKind

__all__ = [
    "FIRST_MOMENT",
    "OpenWork",
    "Rehearsal",
    "Standing",
    "Status",
    "StepImpossible",
    "Waiting",
    "read_script",
    "read_step",
    "rehearse",
]

FIRST_MOMENT: Final = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
MOST_ROUNDS: Final = 30_000
"""Wakings of one advance, and rounds of service tasks that follow one another without a pause."""

Answers: TypeAlias = Callable[[OpenTask, Mapping[str, Value]], Mapping[str, Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Memory:
    state: bytes | None
    now: datetime
    ended: tuple[str, ...]
    failed: frozenset[str]


def rehearse(
    model: CompiledModel, steps: Sequence[Step], *, calendar: CalendarInForce | None = None
) -> tuple[Standing, ...]:
    """Where the case stands after its start and after each step that follows.

    Service tasks complete at once without an answer; one that a later step names waits for that step.
    """
    rehearsal = Rehearsal(model, calendar=calendar)
    rest = list(steps)
    first = rest.pop(0) if rest and isinstance(rest[0], Start) else Start()
    standings = []
    for position, step in enumerate([first, *rest]):
        rehearsal.held = frozenset(
            later.element for later in rest[position:] if isinstance(later, Complete | Fail)
        )
        standings.append(rehearsal.play(step))
    return tuple(standings)


class Rehearsal:
    """A case under a test clock; a step that cannot be done leaves it as it was."""

    def __init__(
        self,
        model: CompiledModel,
        *,
        answers: Answers | None = None,
        calendar: CalendarInForce | None = None,
    ) -> None:
        """`answers` turns what a script gives for a task into what its form would hand on.

        `calendar` counts the working days of timers.
        """
        self.held: frozenset[str] = frozenset()
        """Ids or names of the service tasks that wait for a step of their own."""
        self.now = FIRST_MOMENT
        self._model = model
        self._answers = answers
        self._calendar = calendar
        self._process: RunningProcess | None = None
        self._told = 0
        self._ended: list[str] = []
        self._failed: set[str] = set()
        self._incident: ProcessIncident | None = None

    @property
    def case(self) -> RunningProcess:
        """The running case; raises StepImpossible before its start."""
        if self._process is None:
            raise StepImpossible(vi="Hồ sơ chưa bắt đầu được.", en="The case has not begun.")
        return self._process

    def play(self, step: Step) -> Standing:
        """Do one step and let the case come to rest."""
        before = self._remember()
        error: Refusal | None = None
        earlier = self._incident
        try:
            if not isinstance(step, SaveLoad):
                self._incident = None
            self._do(step)
            self._settle()
            error = self._incident if self._incident is not earlier else None
        except ProcessIncident as incident:
            self._go_back(before)
            self._incident = error = incident
        except Refusal as refusal:
            self._go_back(before)
            self._incident = earlier
            error = refusal
        return standing(
            self._model, self._process, ended=self._ended, incident=self._incident is not None, error=error
        )

    # The steps

    def _do(self, step: Step) -> None:
        match step:
            case Start():
                self._start(step)
            case Complete():
                self._complete(step)
            case Fail():
                self._fail(step)
            case Advance(duration=duration):
                self._advance_to(_reckoned(lambda: duration.after(self.now)))
            case AdvanceTo(moment=moment):
                self._advance_to(moment)
            case SendMessage():
                self._message(step)
            case SendSignal(name=name):
                self.case.signal(name, now=self.now)
            case SaveLoad():
                self._load(self.case.dump())
            case Unreadable(problem=problem):
                raise problem

    def _start(self, step: Start) -> None:
        if self._process is not None:
            raise StepImpossible(vi="Hồ sơ đã bắt đầu rồi.", en="The case has begun already.")
        self.now = step.at or self.now
        variables = typed(step.variables, self._types)
        self._process = RunningProcess.start(
            self._model, variables=variables, now=self.now, alone=True, calendar=self._calendar
        )

    def _complete(self, step: Complete) -> None:
        task = self._found(step.element, step.nth)
        types = self.case.declared(task.id)
        data = typed(step.data, types) if isinstance(step.data, dict) else plain(step.data)
        if task.kind is OpenTaskKind.SERVICE:
            self.case.parameters(task.id)
            self.case.complete_service(task.id, data, now=self.now)
            self._failed.discard(task.id)
            return
        if not isinstance(data, dict):
            raise StepImpossible(vi="Dữ liệu của việc phải là một bản ghi.", en="The data must be a record.")
        outputs = data if self._answers is None else self._answers(task, data)
        self.case.complete(task.id, outputs, now=self.now)

    def _fail(self, step: Fail) -> None:
        task = self._found(step.element, step.nth)
        if task.kind is not OpenTaskKind.SERVICE:
            raise StepImpossible(
                vi=f"“{step.element}” không phải việc tự động.", en=f"“{step.element}” is no service task."
            )
        before = self._remember()
        try:
            self.case.throw_error(task.id, self._error_code(step, task.element_id), now=self.now)
        except ProcessIncident as incident:
            self._go_back(before)
            self._failed.add(task.id)
            self._incident = incident

    def _error_code(self, step: Fail, element: str) -> str:
        """The code that the script names, else one that is caught, as near to the task as can be."""
        if step.code is not None:
            return step.code
        return next(self._codes_caught(element), "")

    def _codes_caught(self, element: str) -> Iterator[str]:
        """Codes of the error events that wait on the border of an element or around it, inner ones first."""
        activities = self._model.definition.activities
        waiting = [
            (event.name, activities[event.element_id])
            for event in self.case.waiting()
            if event.kind is TriggerKind.ERROR
        ]
        inside: str | None = element
        while inside is not None:
            around = activities[inside].parent_id
            for code, event in waiting:
                handler = activities.get(event.parent_id or "")
                if event.attached_to == inside or (
                    handler is not None
                    and handler.kind is ActivityKind.EVENT_SUB_PROCESS
                    and handler.element_id != inside
                    and handler.parent_id == around
                ):
                    yield code or ""
            inside = around
        # A called process has nothing around it in the drawing; its caller may catch.
        yield from (code or "" for code, event in waiting if event.attached_to in self._calls)

    @property
    def _calls(self) -> set[str]:
        activities = self._model.definition.activities.values()
        return {each.element_id for each in activities if each.kind is ActivityKind.CALL_ACTIVITY}

    def _advance_to(self, target: datetime) -> None:
        if target < self.now:
            raise StepImpossible(vi="Thời gian không đi lùi.", en="Time does not run backwards.")
        for _ in range(MOST_ROUNDS):
            timers = [] if self._process is None else self._process.timers()
            if not timers or timers[0].due > target:
                self.now = target
                return
            self.now = max(self.now, timers[0].due)
            before = self._remember()
            try:
                self.case.wake(self.now)
            except ProcessIncident as incident:
                self._go_back(before)
                self._incident = incident
                self.now = target
                return
            self._settle()
        raise _restless()

    def _message(self, step: SendMessage) -> None:
        payload = typed(step.payload, self._types)
        kept_before = len(self.case.kept_messages())
        if self.case.correlate(step.name, payload, now=self.now, key=step.key, keep=True):
            return
        if len(self.case.kept_messages()) == kept_before:
            raise StepImpossible(
                vi=f"Không có gì trong hồ sơ chờ thông điệp “{step.name}”.",
                en=f"Nothing in the case receives the message “{step.name}”.",
            )

    # Coming to rest

    def _settle(self) -> None:
        """Complete service tasks until nothing but those that are held is left."""
        for _ in range(MOST_ROUNDS):
            self._listen()
            if self._process is None or not self._serve(self.held):
                return
        raise _restless()

    def _serve(self, held: AbstractSet[str]) -> bool:
        """Complete the service tasks that wait for nobody; one that comes to an incident stays open."""
        held = {_on_one_line(each) for each in held}
        tasks = [
            task for task in self._services() if not held & {task.element_id, _on_one_line(self._name(task))}
        ]
        before = self._remember()
        for task in tasks:
            try:
                self.case.complete_service(task.id, self._unchanged(task), now=self.now)
            except TaskGone:
                continue  # an earlier one of this round ended it
            except ProcessIncident as incident:
                self._go_back(before)
                self._failed.add(task.id)
                self._incident = incident
                return True
        return bool(tasks)

    def _services(self) -> list[OpenTask]:
        return [
            task
            for task in self.case.open_tasks()
            if task.kind is OpenTaskKind.SERVICE and task.id not in self._failed
        ]

    def _unchanged(self, task: OpenTask) -> Value:
        """Without operators nothing is answered: the variable of the answer keeps what it holds."""
        operator = self._activity(task).operator
        if operator is None or operator.result is None:
            return None
        return self.case.variables(task.id).get(operator.result)

    def _found(self, element: str, nth: int) -> OpenTask:
        found = self._named(element)
        if len(found) <= nth and self._serve(frozenset({element})):
            # Another service task was kept waiting for a later step; this one needs it done.
            self._settle()
            found = self._named(element)
        if len(found) <= nth:
            shown = ", ".join(task.element_id for task in self.case.open_tasks()) or "–"
            raise StepImpossible(
                vi=f"“{element}” (thứ {nth}) không chờ xử lý; đang chờ: {shown}.",
                en=f"“{element}” (number {nth}) is not open; open are: {shown}.",
            )
        return found[nth]

    def _named(self, element: str) -> list[OpenTask]:
        tasks = self.case.open_tasks()
        found = [task for task in tasks if task.element_id == element]
        if not found and element not in self._model.definition.activities:
            # What bears the id of one element is never taken for the name of another.
            found = [task for task in tasks if _on_one_line(self._name(task)) == _on_one_line(element)]
        # What a called process of another file draws may be named as it is named there.
        return found or [task for task in tasks if task.element_id.endswith(f"{CALL_SIGN}{element}")]

    # What is kept

    def _remember(self) -> _Memory:
        return _Memory(
            state=None if self._process is None else self._process.dump(),
            now=self.now,
            ended=tuple(self._ended),
            failed=frozenset(self._failed),
        )

    def _go_back(self, memory: _Memory) -> None:
        self.now = memory.now
        self._ended, self._failed = [*memory.ended], {*memory.failed}
        if memory.state is None:
            self._process = None
        else:
            self._load(memory.state)

    def _load(self, state: bytes) -> None:
        self._process = RunningProcess.load(self._model, state, self.now, alone=True, calendar=self._calendar)
        self._told = 0

    def _listen(self) -> None:
        """Note the end events that were reached since the last time."""
        if self._process is None:
            return
        # The list itself: a copy at each round of a long loop would cost more than the loop.
        events = self._process._kernel.trace
        for event in events[self._told :]:
            activity = self._model.definition.activities.get(event.element_id)
            if event.what is What.COMPLETED and activity and activity.kind.value.endswith("end_event"):
                self._ended.append(event.element_id)
        self._told = len(events)

    @property
    def _types(self) -> Mapping[str, str]:
        return self._model.definition.variables

    def _activity(self, task: OpenTask) -> ActivityDefinition:
        return self._model.definition.activities[task.element_id]

    def _name(self, task: OpenTask) -> str:
        return self._activity(task).name


def _on_one_line(name: str) -> str:
    """A name as it is read aloud: in drawings it is broken into lines to fit its box."""
    return " ".join(name.split())


def _reckoned(reckon: Callable[[], datetime]) -> datetime:
    try:
        return reckon()
    except (OverflowError, ValueError):
        raise StepImpossible(vi="Thời điểm vượt quá lịch.", en="That moment leaves the calendar.") from None


def _restless() -> StepImpossible:
    return StepImpossible(
        vi=f"Quá {MOST_ROUNDS} lượt liên tiếp, có vòng lặp không dừng.",
        en=f"More than {MOST_ROUNDS} rounds in a row, there is a loop that never rests.",
    )
