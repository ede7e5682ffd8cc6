"""Cycles, working days and missed rounds of timers: counted from the beginning, told when dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from engine.domain.definition import ModelRefused
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, RunningProcess
from engine.runtime.cycles import GRACE, Place, first_place, round_after, turn
from engine.runtime.moments import CatchUp, read_cycle, read_duration
from tests.engine.runtime.drawings import Drawing

HOLIDAY = date(2026, 1, 7)
CALENDAR = WorkingCalendar(
    [CalendarDay(day=HOLIDAY, kind=DayKind.HOLIDAY, name="Ngày nghỉ thử", basis="Quyết định thử")]
)
MONDAY = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
"""8:00 in Vietnam."""
BESIDE = "s:start\n a:user\n t:timer on a {timer} beside\n b:user\n e:end\n s > a > e\n t > b > e"
IN_THE_FLOW = "s:start\n t:timer {timer}\n b:user\n e:end\n s > t > b > e"
HANDLER = (
    "s:start\n a:user\n e:end\n s > a > e\n h:handler {{\n t:start timer {timer} beside\n b:user\n e1:end\n"
    " t > b > e1\n }}"
)

Compiled = Callable[..., CompiledModel]


def drawing(text: str, timer: str, *extensions: str) -> str:
    """The XML of a drawing whose event t is this timer with these extensions."""
    inner = f"<bpmn:extensionElements>{''.join(extensions)}</bpmn:extensionElements>" if extensions else ""
    return re.sub(
        r'(<bpmn:\w+ id="t"[^>]*>)', rf"\1{inner}", Drawing(text.format(timer=timer)).xml(), count=1
    )


def catch_up(policy: str) -> str:
    return f'<gov:catchUp policy="{policy}"/>'


class Running:
    """A case that is written and read again between all wakings."""

    def __init__(
        self, model: CompiledModel, *, begun: datetime = MONDAY, variables: Mapping[str, Value] | None = None
    ) -> None:
        self.model = model
        self.process = RunningProcess.start(
            model, variables=variables or {}, now=begun, calendar=lambda: CALENDAR
        )
        self.dropped: list[tuple[datetime, datetime, int]] = []

    def wake(self, moment: datetime) -> list[datetime]:
        """The due moments of the timers that fire."""
        self.process = RunningProcess.load(self.model, self.process.dump(), moment, calendar=lambda: CALENDAR)
        fired = [timer.due for timer in self.process.wake(moment)]
        self.dropped += [
            (each.rounds.first, each.rounds.last, each.rounds.count) for each in self.process.dropped_rounds()
        ]
        return fired

    @property
    def due(self) -> datetime | None:
        """When its only timer is due."""
        timers = self.process.timers()
        return timers[0].due if timers else None

    def open(self, element: str) -> int:
        return sum(task.element_id == element for task in self.process.open_tasks())


def hours(*numbers: float) -> list[datetime]:
    return [MONDAY + timedelta(hours=number) for number in numbers]


# Months, beginnings


def test_months_are_counted_from_the_beginning_not_from_the_day_before(compiled: Compiled) -> None:
    begun = datetime(2026, 1, 31, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC)
    case = Running(compiled(drawing(BESIDE, "every R/P1M")), begun=begun)
    days = []
    for _ in range(4):
        assert case.due is not None
        days.append(case.due.astimezone(OFFICE_ZONE).date())
        case.wake(case.due)
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_a_cycle_with_a_beginning_in_the_future_fires_first_at_its_beginning(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R2/2026-01-05T12:00:00Z/PT1H")))
    assert case.wake(MONDAY + timedelta(hours=11)) == hours(11)
    assert case.wake(MONDAY + timedelta(hours=12)) == hours(12)
    assert case.due is None


def test_a_beginning_in_the_past_gives_the_rhythm_and_what_went_before_was_not_missed(
    compiled: Compiled,
) -> None:
    model = compiled(drawing(BESIDE, "every R/2025-12-01T08:30:00+07:00/P1D", catch_up("all")))
    case = Running(model)
    assert case.due == MONDAY + timedelta(minutes=30)
    assert (case.wake(MONDAY), case.dropped) == ([], [])


def test_a_cycle_that_was_over_before_it_began_fires_once_like_a_date_in_the_past(
    compiled: Compiled,
) -> None:
    case = Running(compiled(drawing(BESIDE, "every R3/2025-12-01T08:00:00+07:00/P1D")))
    assert len(case.wake(MONDAY)) == 1
    assert (case.due, case.open("b")) == (None, 1)


# Catching up


def test_once_fires_one_missed_round_and_goes_on_with_the_next_to_come(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/PT1H")))
    assert case.wake(MONDAY + timedelta(hours=5, minutes=30)) == hours(1)
    assert case.dropped == [(*hours(2, 5), 4)]
    assert (case.due, case.open("b")) == (hours(6)[0], 1)


def test_all_fires_every_missed_round_in_order_with_its_own_moment(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R4/PT1H", catch_up("all"))))
    assert case.wake(MONDAY + timedelta(hours=3, minutes=30)) == hours(1, 2, 3)
    assert (case.due, case.open("b"), case.dropped) == (hours(4)[0], 3, [])
    assert case.wake(MONDAY + timedelta(hours=40)) == hours(4)
    assert case.due is None


def test_very_many_missed_rounds_fire_in_several_wakings_and_none_is_lost(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/PT1H", catch_up("all"))))
    late = MONDAY + timedelta(hours=250, minutes=1)
    fired = []
    while turn := case.wake(late):
        assert len(turn) <= 100
        fired += turn
    assert fired == hours(*range(1, 251))
    assert case.due == hours(251)[0]


def test_skip_drops_what_was_missed_and_says_so(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/PT1H", catch_up("skip"))))
    assert case.wake(MONDAY + timedelta(hours=5, minutes=30)) == []
    assert (case.open("b"), case.due) == (0, hours(6)[0])
    assert case.dropped == [(*hours(1, 5), 5)]
    assert [event.what for event in case.process.trace()] == ["timer_skipped"]


@pytest.mark.parametrize("late", [timedelta(), GRACE])
def test_skip_fires_the_round_that_is_hardly_late(compiled: Compiled, late: timedelta) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/PT1H", catch_up("skip"))))
    assert case.wake(MONDAY + timedelta(hours=3) + late) == hours(3)
    assert case.dropped == [(*hours(1, 2), 2)]
    assert case.due == hours(4)[0]


@pytest.mark.parametrize("text", [BESIDE, HANDLER])
def test_skip_ends_a_reminder_whose_last_round_was_missed(compiled: Compiled, text: str) -> None:
    case = Running(compiled(drawing(text, "every R3/PT1H", catch_up("skip"))))
    assert case.wake(MONDAY + timedelta(days=2)) == []
    assert (case.due, case.open("b"), case.open("a")) == (None, 0, 1)
    assert case.dropped == [(*hours(1, 3), 3)]
    (work,) = case.process.open_tasks()
    case.process.complete(work.id, {})
    assert case.process.completed


def test_skip_never_drops_the_last_round_that_the_flow_waits_for(compiled: Compiled) -> None:
    case = Running(compiled(drawing(IN_THE_FLOW, "every R3/PT1H", catch_up("skip"))))
    assert case.wake(MONDAY + timedelta(hours=1, minutes=30)) == []
    assert case.due == hours(2)[0]
    assert len(case.wake(MONDAY + timedelta(days=2))) == 1
    assert case.open("b") == 1


def test_an_event_in_the_flow_fires_once_whatever_it_missed(compiled: Compiled) -> None:
    case = Running(compiled(drawing(IN_THE_FLOW, "every R5/PT1H", catch_up("all"))))
    assert case.wake(MONDAY + timedelta(days=2)) == hours(1)
    assert (case.open("b"), case.due) == (1, None)


def test_a_case_stored_before_rounds_were_numbered_goes_on(compiled: Compiled) -> None:
    model = compiled(drawing(BESIDE, "every R4/PT1H"))
    case = Running(model)
    case.wake(hours(2)[0])
    old = case.process.dump().decode()
    ours = re.search(r'\{[^{}]*"round":3[^{}]*\}', old)
    assert ours is not None
    first, third = (moment.isoformat() for moment in hours(1, 3))
    stored = old.replace(ours.group(), f'{{"due":"{third}","from":"{first}"}}').encode()
    process = RunningProcess.load(model, stored, MONDAY)
    assert [timer.due for timer in process.wake(hours(3)[0])] == hours(3)
    assert [timer.due for timer in process.wake(hours(4)[0])] == hours(4)
    assert process.timers() == ()


# Working days


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, date(2026, 1, 6)), (2, date(2026, 1, 8)), (3, date(2026, 1, 9)), (4, date(2026, 1, 12))],
)
def test_a_timer_counts_working_days_of_the_calendar_and_keeps_the_hour(
    compiled: Compiled, days: int, expected: date
) -> None:
    case = Running(compiled(drawing(IN_THE_FLOW, f"in P{days}D", "<gov:workingDays/>")))
    assert case.due == datetime(expected.year, 1, expected.day, 1, 0, tzinfo=UTC)


def test_a_cycle_of_working_days_rests_on_days_off(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/2026-01-04T16:00/P1D", "<gov:workingDays/>")))
    days = []
    for _ in range(5):
        assert case.due is not None
        days.append(case.due.astimezone(OFFICE_ZONE).strftime("%d %H"))
        case.wake(case.due)
    assert days == ["05 16", "06 16", "08 16", "09 16", "12 16"]


def test_working_days_without_a_calendar_are_an_incident_never_a_guess(compiled: Compiled) -> None:
    model = compiled(drawing(IN_THE_FLOW, "in P3D", "<gov:workingDays/>"))
    with pytest.raises(ProcessIncident, match="working calendar"):
        RunningProcess.start(model, variables={}, now=MONDAY)


# Expressions


@pytest.mark.parametrize(
    ("timer", "value", "expected"),
    [
        ("in ${thoi_han}", "P2D", MONDAY + timedelta(days=2)),
        ("in = thoi_han", "PT3H", MONDAY + timedelta(hours=3)),
        ("every =lich", "R2/PT2H", MONDAY + timedelta(hours=2)),
        ('in =duration("PT45M")', None, MONDAY + timedelta(minutes=45)),
        ('every = cycle(3, duration("PT1H"))', None, MONDAY + timedelta(hours=1)),
        ('every =cycle(duration("PT1H"))', None, MONDAY + timedelta(hours=1)),
        ('at =date and time("2026-01-06T09:00:00+07:00")', None, datetime(2026, 1, 6, 2, tzinfo=UTC)),
    ],
)
def test_a_duration_or_cycle_may_come_from_a_variable(
    compiled: Compiled, timer: str, value: str | None, expected: datetime
) -> None:
    model = compiled(drawing(BESIDE, timer))
    case = Running(model, variables={"thoi_han": value, "lich": value})
    assert case.due == expected
    assert case.wake(expected) == [expected]


def test_a_cycle_from_a_variable_keeps_its_rounds_when_the_variable_changes(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every =lich")), variables={"lich": "R3/PT2H"})
    case.process.set_variables({"lich": "R9/PT9H"})
    assert [case.wake(moment) for moment in hours(2, 4, 6)] == [[moment] for moment in hours(2, 4, 6)]
    assert case.due is None


@pytest.mark.parametrize("value", [None, 5, "mai", "R/PT1H", "P1Y2X"])
def test_a_variable_that_is_no_duration_is_an_incident(compiled: Compiled, value: Value) -> None:
    with pytest.raises(ProcessIncident, match="ISO 8601"):
        Running(compiled(drawing(IN_THE_FLOW, "in =thoi_han")), variables={"thoi_han": value})


# Refusals


@pytest.mark.parametrize(
    ("timer", "extension", "rule"),
    [
        ("in P1D", catch_up("skip"), "catch-up-once-only"),
        ("at 2026-02-01", catch_up("skip"), "catch-up-once-only"),
        ("every R1/P1D", catch_up("skip"), "catch-up-once-only"),
        ("every R/P1D", catch_up("never"), "catch-up-policy"),
        ("every R/P1D", "<gov:catchUp/>", "gov-attribute-missing"),
        ("every R/P1D", catch_up("all") * 2, "gov-twice"),
        ("at 2026-02-01", "<gov:workingDays/>", "working-days-of-date"),
        ("in P1M", "<gov:workingDays/>", "working-days-only"),
        ("in P1DT2H", "<gov:workingDays/>", "working-days-only"),
        ("every R/PT1H", "<gov:workingDays/>", "working-days-only"),
        ("every 0 9 * * MON-FRI", "", "timer-cron"),
        ("every 0 0/5 * * * ?", "", "timer-cron"),
        ("every R/P1X", "", "timer-cycle"),
        ("in P1X", "", "timer-duration"),
        ("in 3 ngay", "", "timer-duration"),
    ],
)
def test_timers_that_cannot_be_kept(
    refused: Callable[..., ModelRefused], timer: str, extension: str, rule: str
) -> None:
    found = refused(drawing(BESIDE, timer, extension)).findings
    assert [finding.rule for finding in found] == [rule]


@pytest.mark.parametrize("extension", [catch_up("once"), "<gov:workingDays/>"])
def test_what_belongs_to_timers_stands_on_no_other_event(
    refused: Callable[..., ModelRefused], extension: str
) -> None:
    text = "s:start\n a:user\n t:message on a X beside\n b:user\n e:end\n s > a > e\n t > b > e"
    found = refused(drawing(text, "", extension)).findings
    assert [finding.rule for finding in found] == ["timer-extension-elsewhere"]


# Laws


def place(text: str, *, number: int = 0) -> Place:
    duration = read_duration(text)
    assert duration is not None
    return Place(start=MONDAY, duration=duration, number=number, last=None)


durations = st.sampled_from(["PT1M", "PT7H", "P1D", "P1W", "P1M", "P1Y", "P1M1D"])


@given(text=durations, seconds=st.integers(min_value=0, max_value=3 * 10**8), number=st.integers(0, 50))
def test_the_round_after_a_moment_is_the_first_that_is_later(text: str, seconds: int, number: int) -> None:
    present = place(text, number=number)
    now = MONDAY + timedelta(seconds=seconds)
    following = round_after(present, now)
    later, before = present.moment(following, None), present.moment(following - 1, None)
    assert later is not None
    assert before is not None
    assert later > now
    assert before <= now or following == number + 1


@given(
    text=durations,
    wakings=st.lists(st.integers(min_value=1, max_value=10**7), min_size=1, max_size=8),
    policy=st.sampled_from(CatchUp),
    times=st.none() | st.integers(min_value=1, max_value=40),
)
def test_every_round_fires_or_is_dropped_exactly_once_and_in_order(
    text: str, wakings: list[int], policy: CatchUp, times: int | None
) -> None:
    rule = read_cycle(f"R{times or ''}/{text}")
    assert rule is not None
    standing: Place | None = first_place(rule, MONDAY, None)
    now, told, fired = MONDAY, 0, []
    for seconds in wakings:
        now += timedelta(seconds=seconds)
        while standing is not None and _moment(standing) <= now and told < 300:
            taken = turn(standing, policy, now, None)
            told += (taken.fires is not None) + (taken.dropped.count if taken.dropped else 0)
            fired += [_moment(taken.fires)] if taken.fires else []
            standing = taken.following
            if standing is not None:
                assert told == standing.number - 1, "rounds are numbered from 1 and none is forgotten"
    assert all(earlier < later for earlier, later in pairwise(fired))
    if standing is None:
        assert told == times


def _moment(standing: Place) -> datetime:
    moment = standing.moment(standing.number, None)
    assert moment is not None
    return moment


def test_a_cycle_that_leaves_the_calendar_ends(compiled: Compiled) -> None:
    case = Running(compiled(drawing(BESIDE, "every R/P5000Y")))
    assert case.due is not None
    assert len(case.wake(case.due)) == 1
    assert case.due is None


def test_a_duration_that_leaves_the_calendar_is_an_incident(compiled: Compiled) -> None:
    with pytest.raises(ProcessIncident, match="leaves the calendar"):
        Running(compiled(drawing(BESIDE, "every R/P9999Y")))
