"""Plays one path of a rehearsal: a virtual clock goes from happening to happening until nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Final

from engine.domain.errors import Refusal
from engine.domain.rehearsal_report import PathEnd, RehearsedTimer
from engine.domain.values import Value
from engine.runtime.incidents import ProcessIncident
from engine.runtime.moments import TimerKind
from engine.runtime.rehearsal_choices import PathChoices, unknown_moment
from engine.runtime.rehearsal_dates import LegalTime, done_at_target, reckoned
from engine.runtime.rehearsal_drafts import Answers, Draft, Fate, Played
from engine.runtime.rehearsal_longest import Longest
from engine.runtime.rehearsal_search import MOST_OF_ONE, OutOfBounds, Search
from engine.runtime.rehearsal_ways import COMES, FAILS, NEVER, STARTS, TIMER
from engine.runtime.running import OpenTask, OpenTaskKind, PendingEvent, PendingTimer
from engine.runtime.trace import What
from engine.runtime.triggers import TriggerKind
from engine.runtime.what_if import Way, begin_what_if

MOST_HAPPENINGS: Final = 300
MOST_ROUNDS: Final = 2
"""How often a timer that comes again and again fires on one path."""
_FROM_OUTSIDE: Final = (TriggerKind.MESSAGE, TriggerKind.SIGNAL, TriggerKind.CONDITION)
_SEEN: Final = {
    What.TIMER_FIRED: TIMER,
    What.MESSAGE_RECEIVED: COMES,
    What.SIGNAL_RECEIVED: COMES,
    What.CONDITION_MET: COMES,
    What.ERROR_CAUGHT: FAILS,
}


class Player:
    """One path; it answers the questions of the kernel by what the search has still to see."""

    def __init__(
        self,
        search: Search,
        legal_time: LegalTime,
        *,
        variables: Mapping[str, Value],
        start: datetime,
        horizon: datetime,
        case_due: datetime | None,
        answers: Answers | None = None,
        longest: Longest | None = None,
    ) -> None:
        self.search, self.map = search, search.map
        self.now, self.horizon = start, horizon
        self.played = Played()
        self._legal_time = legal_time
        self._variables = variables
        self._case_due = case_due
        self._answers = answers or {}
        self._choices = PathChoices(search, self.played.choices, longest)
        self._fates: dict[str, Fate] = {}
        self._drafts: dict[str, Draft] = {}
        self._failed: set[str] = set()
        self._rounds: Counter[str] = Counter()
        self._sought: Counter[str] = Counter()
        self._steps = 0
        self._told = 0

    # What the kernel asks

    def choose(self, element_id: str, ways: tuple[Way, ...]) -> Way:
        """The way that leads to what has still to be seen."""
        return self._choices.choose(element_id, ways)

    def assume(self, element_id: str, kind: TimerKind) -> datetime:
        """Thirty days from now, or the end of the case's time."""
        self._choices.assumed_timer(element_id, kind)
        return unknown_moment(self._case_due, self.now)

    def count_step(self) -> None:
        """Hold the path, and all paths together, to their bounds."""
        self._steps += 1
        self.search.steps += 1
        if self._steps > MOST_OF_ONE or self.search.exhausted:
            raise OutOfBounds

    # Playing

    def play(self) -> Played:
        """The path from its start to its end."""
        try:
            self._begin()
            for _ in range(MOST_HAPPENINGS):
                if not self._go_on():
                    break
            else:
                self._end(PathEnd.BOUND)
        except ProcessIncident as incident:
            self.played.incident = incident
            self._end(PathEnd.INCIDENT)
            self.played.ended_in = (incident.element_id,)
        except OutOfBounds:
            self._end(PathEnd.BOUND)
        return self.played

    def _begin(self) -> None:
        begins = self._choices.beginning()
        calendar = self._legal_time.calendar
        self._case, self._kernel = begin_what_if(
            self.map.model,
            self,
            variables=self._variables,
            now=self.now,
            calendar=lambda: calendar,
            begins_at=begins,
        )
        self._kernel.run()
        if begins is not None:
            self.search.seen(STARTS, begins)

    def _go_on(self) -> bool:
        """Let the next thing happen; False at the end of the path."""
        self._listen()
        if self._case.completed:
            self._end(PathEnd.COMPLETED)
            self.played.ended_in = self._case.outcome
            return False
        if self._serve():
            return True
        self._look_at_tasks()
        if self._receive():
            return True
        return self._let_time_pass()

    def _listen(self) -> None:
        """Note which flows were taken and what has happened since the last time."""
        events = self._kernel.trace
        for event in events[self._told :]:
            if event.what is What.FLOW_TAKEN:
                self.search.took(event.element_id)
            elif event.what in _SEEN:
                self.search.seen(_SEEN[event.what], event.element_id)
        self._told = len(events)

    # Service tasks

    def _serve(self) -> bool:
        """Let one service task be done at once, or fail where that has still to be seen."""
        for task in self._open(OpenTaskKind.SERVICE):
            if self._fates.get(task.id) is Fate.LEFT:
                continue
            if task.id not in self._fates and (guard := self._timer_to_see(task, own=True)):
                self._fates[task.id] = Fate.LEFT
                self._choices.left(task.element_id, guard, service=True)
                self._disturb(TIMER, guard)
                continue
            error = self._error_to_see(task)
            if error is None:
                self._case.complete_service(task.id, self._answer(task), now=self.now)
            else:
                self._disturb(FAILS, error.element_id)
                self._choices.fails(task.element_id, error.element_id)
                self._case.throw_error(task.id, error.name or "", now=self.now)
            return True
        return False

    def _answer(self, task: OpenTask) -> Value:
        operator = self.map.activities[task.element_id].operator
        if operator is None:
            return None
        if operator.name in self._answers:
            return self._answers[operator.name](self.now)
        if operator.result is None:
            return None
        return self._case.variables(task.id).get(operator.result)

    def _error_to_see(self, task: OpenTask) -> PendingEvent | None:
        for event in self._case.waiting():
            if (
                event.kind is TriggerKind.ERROR
                and self.search.wants(FAILS, event.element_id)
                and self.map.guards(event.element_id, task.element_id)
            ):
                return event
        return None

    # Tasks of people

    def _look_at_tasks(self) -> None:
        tasks = self._open(OpenTaskKind.USER)
        for task in tasks:
            if task.id not in self._drafts:
                self._drafts[task.id] = draft = self._opened(task)
                self.played.drafts.append(draft)
        here = {task.id for task in tasks}
        for task_id, draft in self._drafts.items():
            if draft.closed is None and task_id not in here:
                draft.closed = self.now

    def _opened(self, task: OpenTask) -> Draft:
        said = self.map.activities[task.element_id]
        dates = reckoned(
            self._legal_time,
            said.deadline,
            lambda text: self._value(text, task.id),
            self.now,
            self.map.model.definition.process_id,
        )
        guard = self._timer_to_see(task)
        if guard is not None:
            self._choices.left(task.element_id, guard)
            self._disturb(TIMER, guard)
        due = done_at_target(dates, self.now, self._legal_time.calendar)
        return Draft(
            task=task,
            opened=self.now,
            dates=dates,
            fate=Fate.HAPPENS if guard is None else Fate.LEFT,
            due=due if guard is not None else self._in_time(task, due),
            timers=tuple(
                self._timer(timer)
                for timer in self._case.timers()
                if self.map.guards(timer.element_id, task.element_id)
            ),
        )

    def _in_time(self, task: OpenTask, due: datetime) -> datetime:
        """When it is done where a timer would take it away before its target, once that has been seen."""
        if not self.search.disturbs:
            return due
        for timer in self._case.timers():
            if timer.due > due:
                break
            interrupts = getattr(self._case._task(timer.id).task_spec, "cancel_activity", False)
            if interrupts and self.map.guards(timer.element_id, task.element_id):
                self._choices.hurried(task.element_id, timer.element_id)
                return max(self.now, self.now + (timer.due - self.now) / 2)
        return due

    def _value(self, text: str, task_id: str | None) -> Value:
        try:
            return self._case.evaluate(text, task_id)
        except (ProcessIncident, Refusal):
            return None

    def _timer_to_see(self, task: OpenTask, *, own: bool = False) -> str | None:
        """The timer around a task that has still to be seen firing, if one waits there."""
        for timer in self._case.timers():
            element = timer.element_id
            if not self.search.wants(TIMER, element) or not self.map.guards(element, task.element_id):
                continue
            if not own or self.map.activities[element].attached_to == task.element_id:
                return element
        return None

    # What comes from outside

    def _receive(self) -> bool:
        """Let one thing that is waited for come, where this path says that it comes."""
        for event in self._case.waiting():
            if event.kind not in _FROM_OUTSIDE or event.id in self._fates:
                continue
            comes = self._comes(event)
            self._fates[event.id] = Fate.HAPPENS if comes else Fate.LEFT
            if comes:
                if self.map.stands_beside(event.element_id):
                    self.played.disturbed = True
                self._choices.comes(event.element_id)
                waiting = self._case._task(event.id)
                self._kernel.now = self.now
                waiting.task_spec.happen(waiting)
                self._kernel.run()
                # What repeats waits on, and does not come again on this path.
                self._fates[event.id] = Fate.LEFT
                return True
        return False

    def _comes(self, event: PendingEvent) -> bool:
        element = event.element_id
        if self.map.stands_beside(element) and self._somebody_is_waited_for():
            return False  # one thing goes wrong at a time: this path is about the timer
        if self.search.wants(COMES, element):
            self.search.tried(COMES, element)
            return True
        if self.map.stands_beside(element):
            return False
        rivals = self.map.races.get(element, ())
        for rival in rivals:
            wanted = self.search.wants(TIMER, rival) or self.search.wants(COMES, rival)
            if wanted or self._leads_nearer(rival, element):
                self._choices.never_comes(element)
                return False
        if any(
            self.search.wants(TIMER, timer.element_id) and self.map.guards(timer.element_id, element)
            for timer in self._case.timers()
        ):
            self._never(element)
            return False
        if self.search.wants(NEVER, rivals[0] if rivals else element):
            self._never(element)
            return False
        return not rivals or rivals[0] == element

    def _leads_nearer(self, rival: str, element: str) -> bool:
        """Whether what has still to be seen lies behind the rival; a loop is entered no more than twice."""
        nearer = self.search.disturbs and self.search.distance((rival,)) < self.search.distance((element,))
        if not nearer or self._sought[rival] >= MOST_ROUNDS:
            return False
        self._sought[rival] += 1
        return True

    def _somebody_is_waited_for(self) -> bool:
        return any(draft.closed is None and draft.fate is Fate.LEFT for draft in self._drafts.values())

    def _never(self, element: str) -> None:
        self.search.seen(NEVER, element)
        self.played.disturbed = True
        self._choices.never_comes(element)

    # Time

    def _let_time_pass(self) -> bool:
        """Go to the next happening; at one moment, work is done before timers fire."""
        number = count()
        happenings: list[tuple[datetime, int, int, Draft | PendingTimer]] = [
            (max(draft.due, self.now), 0, next(number), draft)
            for draft in self._drafts.values()
            if draft.closed is None and draft.fate is Fate.HAPPENS
        ]
        timers = self._case.timers()
        happenings += [
            (max(timer.due, self.now), 1, next(number), timer) for timer in timers if self._may_fire(timer)
        ]
        if not happenings:
            self._nothing_happens(timers)
            return False
        moment, _, _, what = min(happenings, key=lambda each: each[:3])
        if moment > self.horizon:
            self.now = self.horizon
            self._end(PathEnd.HORIZON)
            return False
        self.now = moment
        if isinstance(what, Draft):
            what.done = what.closed = moment
            self._case.complete(what.task.id, {}, now=moment)
        else:
            self._fire(what)
        return True

    def _may_fire(self, timer: PendingTimer) -> bool:
        return timer.kind is not TimerKind.CYCLE or self._rounds[timer.element_id] < MOST_ROUNDS

    def _fire(self, timer: PendingTimer) -> None:
        self._rounds[timer.element_id] += 1
        self.played.fired.append(self._timer(timer))
        task = self._case._task(timer.id)
        self._kernel.now = self.now
        if task.task_spec.comes_due(task):
            task.task_spec.happen(task)
        self._kernel.run()

    def _nothing_happens(self, timers: tuple[PendingTimer, ...]) -> None:
        if any(draft.closed is None for draft in self._drafts.values()):
            self._end(PathEnd.WAITS_FOR_PERSON)
            waits = [draft.task.element_id for draft in self._drafts.values() if draft.closed is None]
        elif timers:
            # A timer that comes again and again goes on after the rounds that were played.
            self._end(PathEnd.HORIZON)
            waits = [timer.element_id for timer in timers]
        else:
            self._end(PathEnd.DEAD_END)
            waits = [
                event.element_id
                for event in self._case.waiting()
                if event.kind in _FROM_OUTSIDE and not self.map.stands_beside(event.element_id)
            ] or [task.element_id for task in self._open(OpenTaskKind.SERVICE)]
        self.played.ended_in = tuple(dict.fromkeys(waits))

    def _end(self, end: PathEnd) -> None:
        self.played.end = end
        stops = end in {PathEnd.COMPLETED, PathEnd.INCIDENT}
        self.played.ended_at = self.now if stops else None
        if stops:
            for draft in self._drafts.values():
                draft.closed = draft.closed or self.now

    def _disturb(self, what: str, element: str) -> None:
        self.played.disturbed = True
        self.search.tried(what, element)

    def _timer(self, timer: PendingTimer) -> RehearsedTimer:
        return RehearsedTimer(element_id=timer.element_id, name=self.map.name(timer.element_id), at=timer.due)

    def _open(self, kind: OpenTaskKind) -> list[OpenTask]:
        return [task for task in self._case.open_tasks() if task.kind is kind]
