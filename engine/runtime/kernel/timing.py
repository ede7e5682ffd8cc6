"""The timers of a running case: armed once, fired when their moment has come, cycles round after round.

What a waiting timer keeps lies in its task: the moment it is due, and of a cycle its beginning, the number of
the present round, that of the last one, and its text where an expression gave it. One that counts working
days keeps from when and what it counts, so that it can follow the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from engine.domain.errors import Invalid
from engine.runtime import cycles, moments
from engine.runtime.cycles import Dropped, Place, Turn
from engine.runtime.expressions import ExpressionError
from engine.runtime.incidents import ProcessIncident
from engine.runtime.kernel.tokens import withdraw
from engine.runtime.moments import TimerKind, TimerRule
from engine.runtime.trace import What

if TYPE_CHECKING:
    from engine.runtime.kernel.workflow import Kernel

DUE: Final = "due"
AT_REST: Final = datetime(9999, 12, 31, tzinfo=UTC).isoformat()
"""Stands for the moment of a timer that rests on a deadline whose clock stands still."""
_FROM: Final = "from"
_ROUND: Final = "round"
_LAST: Final = "last"
_TEXT: Final = "cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedRounds:
    """Rounds of a timer that were missed and will not fire."""

    id: str
    element_id: str
    rounds: Dropped


def arm(kernel: Kernel, rule: TimerRule, task: Any) -> None:
    """Reckon when a timer that begins to wait is due."""
    value = None if rule.expression is None else kernel.evaluate(rule.expression, task)
    kept = task.internal_data
    try:
        resolved = rule.resolved(value)
        if resolved.kind is not TimerKind.CYCLE:
            kept[DUE] = moments.due(resolved, value, kernel.now, kernel.calendar).isoformat()
            if resolved.working:
                kept[_FROM] = kernel.now.isoformat()
                if rule.expression is not None:
                    kept[_TEXT] = value
            return
        if rule.expression is not None:
            kept[_TEXT] = value
        place = cycles.first_place(resolved, kernel.now, kernel.calendar)
        moment = place.moment(place.number, kernel.calendar)
    except ExpressionError as error:
        raise _incident(task, error.reason_vi, error.reason_en) from error
    except Invalid as refusal:
        raise _incident(task, refusal.vi.rstrip("."), refusal.en.rstrip(".")) from refusal
    if moment is None:
        raise _incident(task, "thời hạn vượt quá lịch", "the duration leaves the calendar")
    kept[_FROM] = place.start.isoformat()
    kept[_LAST] = place.last
    _stand(task, place.number, moment)


def follow(kernel: Kernel, task: Any, dates: frozenset[str], *, standing: bool) -> None:
    """Reckon anew when a waiting timer is due, if that rests on the calendar or on the variables `dates`.

    While the clock of those dates stands still, so do the timers that rest on them. A timer in working days
    that began to wait before its beginning was kept stays as it is.
    """
    rule, kept = task.task_spec.trigger.timer, task.internal_data
    by_date = rule.kind is TimerKind.DATE and rule.expression is not None
    rests = rests_on(task, dates)
    try:
        if rests and standing:
            kept[DUE] = AT_REST
        elif rests or (by_date and rule.expression.by_calendar):
            value = kernel.evaluate(rule.expression, task)
            kept[DUE] = moments.due(rule, value, kernel.now, kernel.calendar).isoformat()
        elif rule.working and _FROM in kept:
            _follow_calendar(kernel, rule, task)
    except ExpressionError as error:
        raise _incident(task, error.reason_vi, error.reason_en) from error
    except Invalid as refusal:
        raise _incident(task, refusal.vi.rstrip("."), refusal.en.rstrip(".")) from refusal


def rests_on(task: Any, dates: frozenset[str]) -> bool:
    """Whether a timer waits for a date that one of these variables gives."""
    rule = task.task_spec.trigger.timer
    by_date = rule.kind is TimerKind.DATE and rule.expression is not None
    return by_date and not dates.isdisjoint(rule.expression.names)


def _follow_calendar(kernel: Kernel, rule: TimerRule, task: Any) -> None:
    kept = task.internal_data
    if rule.kind is TimerKind.CYCLE:
        _stand_at(kernel, task, _place(rule, task))
        return
    resolved = rule.resolved(kept.get(_TEXT))
    start = datetime.fromisoformat(kept[_FROM])
    kept[DUE] = moments.due(resolved, None, start, kernel.calendar).isoformat()


def comes_due(kernel: Kernel, task: Any, *, repeats: bool) -> bool:
    """Whether the timer fires now; one that drops its missed rounds waits for the next or is gone."""
    rule = task.task_spec.trigger.timer
    if rule.kind is not TimerKind.CYCLE or rule.catch_up is not moments.CatchUp.SKIP:
        return True
    turn = _turn(kernel, task)
    if turn.fires is None and turn.following is None and not repeats:
        # The flow waits for it, and it is the last: late is better than never.
        return True
    _tell(kernel, task, turn)
    if turn.fires is not None:
        _stand_at(kernel, task, turn.fires)
        return True
    if turn.following is not None:
        _stand_at(kernel, task, turn.following)
    else:
        withdraw(task)
    return False


def next_round(kernel: Kernel, task: Any) -> bool:
    """Set a timer that has fired to its next round; whether there is one."""
    rule = task.task_spec.trigger.timer
    if rule.kind is not TimerKind.CYCLE:
        return False
    turn = _turn(kernel, task)
    _tell(kernel, task, turn)
    if turn.following is None:
        return False
    _stand_at(kernel, task, turn.following)
    return True


def _turn(kernel: Kernel, task: Any) -> Turn:
    rule = task.task_spec.trigger.timer
    try:
        return cycles.turn(_place(rule, task), rule.catch_up, kernel.now, kernel.calendar)
    except Invalid as refusal:
        raise _incident(task, refusal.vi.rstrip("."), refusal.en.rstrip(".")) from refusal


def _place(rule: TimerRule, task: Any) -> Place:
    kept = task.internal_data
    resolved = rule.resolved(kept.get(_TEXT))
    if resolved.duration is None:
        raise ValueError("a cycle has a duration")
    start = datetime.fromisoformat(kept[_FROM])
    if _ROUND in kept:
        return Place(start=start, duration=resolved.duration, number=kept[_ROUND], last=kept[_LAST])
    # Cases stored before rounds were numbered count from the first moment that was due.
    last = None if resolved.times is None else resolved.times - 1
    place = Place(start=start, duration=resolved.duration, number=0, last=last)
    due = datetime.fromisoformat(kept[DUE])
    return place if due <= start else place.at(cycles.round_after(place, due) - 1)


def _stand_at(kernel: Kernel, task: Any, place: Place) -> None:
    moment = place.moment(place.number, kernel.calendar)
    if moment is None:
        raise ValueError("a round that there is has a moment")
    task.internal_data[_FROM] = place.start.isoformat()
    task.internal_data[_LAST] = place.last
    _stand(task, place.number, moment)


def _stand(task: Any, number: int, moment: datetime) -> None:
    task.internal_data[_ROUND] = number
    task.internal_data[DUE] = moment.isoformat()


def _tell(kernel: Kernel, task: Any, turn: Turn) -> None:
    if turn.dropped is not None:
        kernel.note(What.TIMER_SKIPPED, task)
        kernel.dropped_rounds.append(
            DroppedRounds(id=str(task.id), element_id=task.task_spec.element_id or "", rounds=turn.dropped)
        )


def _incident(task: Any, vi: str, en: str) -> ProcessIncident:
    spec = task.task_spec
    return ProcessIncident(element_id=spec.element_id or "", element_name=spec.element_name, vi=vi, en=en)
