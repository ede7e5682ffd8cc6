"""Rehearses every path of a model by the calendar: what comes up when, who is told, and where it ends.

The paths are a covering set: each way out of a choice, each timer, each thing that comes from outside and
each error is seen at least once; not each combination of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from engine.domain.definition import DeadlineRule
from engine.domain.escalation import UnknownLadder
from engine.domain.rehearsal_report import (
    RehearsalReport,
    RehearsedCase,
    RehearsedPath,
    RehearsedReminder,
    RehearsedStep,
)
from engine.domain.values import Value
from engine.runtime.compiling import CompiledModel
from engine.runtime.expressions import ExpressionError, compile_expression
from engine.runtime.moments import Duration
from engine.runtime.rehearsal_dates import (
    CASE_DATES,
    LegalTime,
    RehearsedDates,
    done_at_target,
    reckoned,
    reminders,
)
from engine.runtime.rehearsal_drafts import Answers, Draft, Fate, Played
from engine.runtime.rehearsal_findings import findings_of
from engine.runtime.rehearsal_gathered import Gathered
from engine.runtime.rehearsal_longest import Longest, longest_ways
from engine.runtime.rehearsal_player import Player
from engine.runtime.rehearsal_search import MOST_PATHS, Search
from engine.runtime.rehearsal_ways import ModelMap
from engine.runtime.working_days import with_calendar

HORIZON: Final = Duration(months=12, days=0, time=timedelta())
MOST_IDLE: Final = 2
"""Paths in a row that show nothing new before the next goal is given up."""

_TAKEN_FOR_GRANTED: Final = (
    (
        "Điều kiện ở các cổng được giả định lần lượt từng nhánh; không dữ liệu nào được bịa ra.",
        "The conditions of gateways are assumed, way after way; no data are invented.",
    ),
    (
        "Việc xong vào giờ đóng cửa của ngày mục tiêu; không có hạn thì mất một ngày làm việc.",
        "A task is done at closing time of its target day; without a deadline it takes one working day.",
    ),
    (
        "Việc tự động xong ngay; thông điệp đang chờ tới ngay, trừ đường đi nói khác.",
        "Service tasks are done at once, messages come at once, except where a path says otherwise.",
    ),
    (
        "Lúc việc mở ra, người được giao nhận thư M01.",
        "As a task comes up, its assignee gets mail M01.",
    ),
    (
        "Thang nhắc của mỗi việc liệt kê đủ; bậc sau lúc việc xong chỉ được gửi khi không ai làm việc đó.",
        "Ladders are listed whole; steps after a task's completion are told only if nobody does it.",
    ),
    (
        "Vòng lặp đi nhiều nhất hai lần; việc làm nhiều bản có hai bản.",
        "Loops are entered at most twice; multi-instance activities have two instances.",
    ),
)


def rehearse_paths(
    model: CompiledModel,
    legal_time: LegalTime,
    start: datetime,
    *,
    variables: Mapping[str, Value] | None = None,
    answers: Answers | None = None,
    held_roles: frozenset[str] | None = None,
) -> RehearsalReport:
    """Rehearse all paths of a case that begins at `start` (aware) and is followed for twelve months.

    `variables` are values the case is known to begin with, `answers` what operators are known to give;
    `held_roles` the roles that somebody of the agency holds, None when no agency is asked. The same
    arguments give the same report.
    """
    definition = model.definition
    known = {**(variables or {})}
    anchored = _give_anchor(model, known, start, legal_time)
    dates = _case_dates(model, known, start, legal_time)
    if dates.deadline is not None:
        values = (dates.deadline.legal_due, dates.deadline.target_due, dates.deadline.overdue_from)
        known |= dict(zip(CASE_DATES, values, strict=True))
    search = Search(ModelMap(model))
    gathered = Gathered(
        model=model, legal_time=legal_time, start=start, dates=dates, held_roles=held_roles, search=search
    )
    _play_all(gathered, known, answers or {})
    gathered.paths = [_path(number, each, gathered) for number, each in enumerate(gathered.played, start=1)]
    case = _case(gathered, anchored)
    return RehearsalReport(
        process_id=definition.process_id,
        name=definition.name,
        start=start,
        case=case,
        paths=tuple(gathered.paths),
        findings=findings_of(gathered),
        covered_flows=len(search.flows & definition.flows.keys()),
        flows=len(definition.flows),
        assumptions=(*_TAKEN_FOR_GRANTED, *anchored),
    )


def _play_all(gathered: Gathered, known: Mapping[str, Value], answers: Answers) -> None:
    """The longest path first, then as many as it takes to see everything, within the bounds."""
    search, deadline = gathered.search, gathered.dates.deadline
    longest: Longest | None = longest_ways(search.map, _minutes(gathered, known))
    idle = 0
    while search.open and len(gathered.played) < MOST_PATHS and not search.exhausted:
        before = len(search.open), len(search.flows)
        search.begin_path()
        player = Player(
            search,
            gathered.legal_time,
            variables=known,
            start=gathered.start,
            horizon=HORIZON.after(gathered.start),
            case_due=deadline.overdue_from if deadline is not None else None,
            answers=answers,
            longest=longest,
        )
        played = player.play()
        new = (len(search.open), len(search.flows)) != before
        if new or longest is not None:
            gathered.played.append(played)
        longest = None
        idle = 0 if new else idle + 1
        if idle >= MOST_IDLE and search.open:
            search.give_up()
            idle = 0
        elif not search.plain_left:
            search.disturb()


def _minutes(gathered: Gathered, known: Mapping[str, Value]) -> dict[str, int]:
    """What each task of people takes, as if it came up at the start."""
    calendar, found = gathered.legal_time.calendar, {}
    procedure = gathered.model.definition.process_id
    evaluate = _evaluating(known, gathered.legal_time)
    for element, said in gathered.model.definition.activities.items():
        if said.kind.done_by_people:
            dates = reckoned(gathered.legal_time, said.deadline, evaluate, gathered.start, procedure)
            done = done_at_target(dates, gathered.start, calendar)
            found[element] = calendar.working_minutes_between(gathered.start, done)
    return found


def _give_anchor(
    model: CompiledModel, known: dict[str, Value], start: datetime, legal_time: LegalTime
) -> tuple[tuple[str, str], ...]:
    """Let the date that the case counts from be the day of its start, where nobody gave another."""
    rule = model.definition.deadline
    name = rule.anchor_expression.strip() if rule is not None and rule.anchor_expression else ""
    if model.definition.variables.get(name) not in {"date", "datetime"} or name in known:
        return ()
    day = legal_time.calendar.local_day(start)
    known[name] = day if model.definition.variables[name] == "date" else start
    return (
        (
            f"“{name}” chưa biết; lấy ngày bắt đầu {day:%d/%m/%Y}.",
            f"“{name}” is not known; the day of the start, {day:%d/%m/%Y}, is taken.",
        ),
    )


def _case_dates(
    model: CompiledModel, known: Mapping[str, Value], start: datetime, legal_time: LegalTime
) -> RehearsedDates:
    rule: DeadlineRule | None = model.definition.deadline
    return reckoned(legal_time, rule, _evaluating(known, legal_time), start, model.definition.process_id)


def _evaluating(known: Mapping[str, Value], legal_time: LegalTime) -> Callable[[str], Value]:
    """Expressions over what is known at the start; null for the others."""

    def evaluate(text: str) -> Value:
        try:
            return compile_expression(text).evaluate(with_calendar(known.get, lambda: legal_time.calendar))
        except ExpressionError:
            return None

    return evaluate


def _case(gathered: Gathered, anchored: tuple[tuple[str, str], ...]) -> RehearsedCase:
    deadline = gathered.dates.deadline
    try:
        ladder = reminders(
            gathered.legal_time,
            gathered.model.definition.escalation,
            deadline,
            gathered.start,
            None,
            whole_case=True,
        )
    except UnknownLadder as unknown:
        gathered.unknown_ladders.setdefault(unknown.code, None)
        ladder = ()
    return RehearsedCase(
        legal_due=deadline.legal_due if deadline else None,
        target_due=deadline.target_due if deadline else None,
        overdue_from=deadline.overdue_from if deadline else None,
        explanation=deadline.explanation if deadline else (),
        unconfirmed=bool(deadline and deadline.unconfirmed),
        assumed=bool(gathered.dates.assumed or anchored),
        reminders=ladder,
    )


def _path(number: int, played: Played, gathered: Gathered) -> RehearsedPath:
    return RehearsedPath(
        id=f"P{number}",
        choices=tuple(played.choices),
        end=played.end,
        ended_at=played.ended_at,
        ended_in=played.ended_in,
        steps=tuple(_step(draft, gathered) for draft in played.drafts),
        fired=tuple(played.fired),
        undisturbed=not played.disturbed,
    )


def _step(draft: Draft, gathered: Gathered) -> RehearsedStep:
    said = gathered.model.definition.activities[draft.task.element_id]
    deadline = draft.dates.deadline
    return RehearsedStep(
        element_id=said.element_id,
        name=" ".join(said.name.split()) or said.element_id,
        role=said.assignment.role if said.assignment else None,
        lane=said.lane_name,
        line=gathered.model.lines.get(said.element_id, 1),
        opened_at=draft.opened,
        target_due=deadline.target_due if deadline else None,
        legal_due=deadline.legal_due if deadline else None,
        overdue_from=deadline.overdue_from if deadline else None,
        done_at=draft.done,
        left=draft.fate is Fate.LEFT,
        unconfirmed=bool(deadline and deadline.unconfirmed),
        assumed=bool(draft.dates.assumed),
        reminders=_ladder(draft, gathered),
        timers=draft.timers,
        loop_index=draft.task.loop_index,
    )


def _ladder(draft: Draft, gathered: Gathered) -> tuple[RehearsedReminder, ...]:
    said = gathered.model.definition.activities[draft.task.element_id]
    try:
        return reminders(
            gathered.legal_time, said.escalation, draft.dates.deadline, draft.opened, draft.closed
        )
    except UnknownLadder as unknown:
        gathered.unknown_ladders.setdefault(unknown.code, said.element_id)
        return ()
