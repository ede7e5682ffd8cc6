"""Ladders as data: read and refused, within a day, by standing, told again, and shown before they hold."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, WorkingCalendar
from engine.domain.escalation import (
    Decision,
    PlannedStep,
    Rest,
    Tell,
    Wait,
    codes_done,
    decide,
    open_again,
    plan,
)
from engine.domain.escalation_preview import preview_ladder
from engine.domain.escalation_seeds import DOSSIER_LADDER, QMS_LADDER, TTHC_LADDER
from engine.domain.escalation_steps import (
    Audience,
    CountedFrom,
    Ladder,
    Standing,
    Step,
    StepKind,
    StepUnit,
)

CALENDAR = WorkingCalendar()
MONDAY = date(2027, 3, 1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=VIETNAM)


def step(code: str, kind: StepKind = StepKind.ESCALATION, **given: Any) -> Step:
    usual: dict[str, Any] = {
        "amount": 0,
        "from_": CountedFrom.LEGAL,
        "to": (Audience.ASSIGNEE,),
        "mail": "M03",
    }
    return Step(code=code, kind=kind, **{**usual, **given})


def ladder(*steps: Step) -> Ladder:
    return Ladder(code="THU", steps=steps)


def planned_for(  # a task of 01/03/2027
    of: Ladder, begins: datetime, ends: datetime, *, stood_still: int = 0
) -> tuple[PlannedStep, ...]:
    due = CALENDAR.local_day(ends)
    return plan(
        of,
        due,
        due,
        CALENDAR,
        owed_to_department=False,
        begins=begins,
        overdue_from=ends,
        stood_still=stood_still,
    )


def moments(planned: tuple[PlannedStep, ...]) -> dict[str, datetime]:
    return {one.step.code: one.moment.astimezone(VIETNAM) for one in planned}


def told(decision: Decision) -> Tell:
    assert isinstance(decision, Tell), decision
    return decision


def test_the_ladder_of_a_step_counts_percent_of_office_time_across_lunch() -> None:
    found = moments(planned_for(TTHC_LADDER, at(1, 10), at(1, 14)))  # 90 minutes before lunch, 60 after
    assert found == {"P50": at(1, 11, 15), "P80": at(1, 13, 30), "P100": at(1, 14)}


def test_what_the_clock_stood_still_does_not_count_as_passed() -> None:
    # Two hours from 08:00; paused from 08:30 to 09:30, so due at 11:00: half is at 10:00.
    found = moments(planned_for(TTHC_LADDER, at(1, 8), at(1, 11), stood_still=60))
    assert (found["P50"], found["P100"]) == (at(1, 10), at(1, 11))


def test_a_percent_of_days_ends_with_the_last_office_minute_of_the_legal_day() -> None:
    found = plan(
        TTHC_LADDER,
        date(2027, 3, 2),
        date(2027, 3, 2),
        CALENDAR,
        owed_to_department=False,
        begins=at(1, 7, 30),
    )
    assert moments(found) == {"P50": at(1, 17), "P80": at(2, 13, 48), "P100": at(2, 17)}


def test_minutes_before_and_after_the_last_moment_are_office_minutes() -> None:
    of = ladder(
        step("B", StepKind.REMINDER, amount=-150, unit=StepUnit.WORKING_MINUTES),
        step("C", amount=90, unit=StepUnit.WORKING_MINUTES),
    )
    found = moments(planned_for(of, at(1, 8), at(2, 8, 30)))
    assert found == {"B": at(1, 15, 30), "C": at(2, 10)}


def test_minutes_from_the_target_end_with_the_target_day() -> None:
    of = ladder(
        step("B", StepKind.REMINDER, amount=-60, unit=StepUnit.WORKING_MINUTES, from_=CountedFrom.TARGET)
    )
    found = plan(of, date(2027, 3, 8), date(2027, 3, 5), CALENDAR, owed_to_department=False)
    assert moments(found) == {"B": at(5, 16)}


def test_a_step_of_two_hours_has_two_reminders_and_one_level_on_one_day() -> None:
    planned = planned_for(TTHC_LADDER, at(1, 8), at(1, 10))
    first = told(decide(planned, "", at(1, 8), at(1, 9), CALENDAR))
    assert (first.step.code, first.next_moment) == ("P50", at(1, 9, 36))
    second = told(decide(planned, first.done_codes, at(1, 8), at(1, 9, 36), CALENDAR))
    assert (second.step.code, second.next_moment) == ("P80", at(1, 10))
    third = told(decide(planned, second.done_codes, at(1, 8), at(1, 10), CALENDAR))
    assert (third.step.code, third.next_moment) == ("P100", None)


def test_after_a_level_a_reminder_of_minutes_is_told_on_the_same_day_and_the_next_level_is_not() -> None:
    of = ladder(
        step("A", amount=-4, unit=StepUnit.WORKING_DAYS),
        step("B", StepKind.REMINDER, amount=50, unit=StepUnit.PERCENT),
        step("C", amount=60, unit=StepUnit.PERCENT),
    )
    planned = planned_for(of, at(1, 7, 30), at(1, 9, 30))
    first = told(decide(planned, "", at(1, 7, 30), at(1, 7, 30), CALENDAR))
    assert (first.step.code, first.next_moment) == ("A", at(1, 8, 30))
    second = told(decide(planned, first.done_codes, at(1, 7, 30), at(1, 9), CALENDAR))
    assert (second.step.code, second.next_moment) == ("B", at(2, 7, 30))
    assert told(decide(planned, second.done_codes, at(1, 7, 30), at(2, 7, 30), CALENDAR)).step.code == "C"


def test_a_dossier_asks_for_the_apology_a_day_before_and_tells_every_working_day_while_late() -> None:
    friday = date(2027, 3, 5)
    planned = plan(DOSSIER_LADDER, friday, friday, CALENDAR, owed_to_department=False, whole_case=True)
    done, now, found = "", at(1, 8), []
    for _ in range(6):
        match decide(planned, done, at(1, 8), now, CALENDAR):
            case Tell() as tell:
                found.append((tell.occasion, now.astimezone(VIETNAM).day))
                assert tell.next_moment is not None
                done, now = tell.done_codes, tell.next_moment
            case Wait(until=until):
                now = until
            case Rest():
                pytest.fail("a late dossier is told until it is done")
    assert found == [("X1", 4), ("H0", 5), ("H1", 8), ("H1@2027-03-09", 9), ("H1@2027-03-10", 10)]
    assert codes_done(done) == ("X1", "H0", "H1")


def test_a_week_without_a_worker_makes_one_daily_report() -> None:
    planned = plan(DOSSIER_LADDER, MONDAY, MONDAY, CALENDAR, owed_to_department=False, whole_case=True)
    tell = told(decide(planned, "X1@2027-02-26 H0@2027-03-01", at(1, 7), at(9, 10), CALENDAR))
    assert (tell.step.code, tell.planned, tell.next_moment) == ("H1", at(2, 7, 30), at(10, 7, 30))


def test_a_level_comes_before_what_repeats_and_those_told_daily_hear_with_it() -> None:
    of = ladder(step("A", amount=1, every=1), step("B", amount=2))
    planned = plan(of, MONDAY, MONDAY, CALENDAR, owed_to_department=False)
    tell = told(decide(planned, "A@2027-03-02", at(1, 7), at(3, 7, 30), CALENDAR))
    assert (tell.step.code, [one.code for one in tell.passed_over]) == ("B", ["A"])
    assert tell.next_moment == at(4, 7, 30)


def test_a_step_for_tasks_that_nobody_holds_passes_by_a_held_one_and_comes_back() -> None:
    of = ladder(
        step("A", amount=-2, holds_for=frozenset({Standing.UNCLAIMED})),
        step("B", amount=0, holds_for=frozenset({Standing.CLAIMED})),
    )
    planned = plan(of, date(2027, 3, 5), date(2027, 3, 5), CALENDAR, owed_to_department=False)
    created = at(1, 8)
    held = decide(planned, "", created, at(3, 8), CALENDAR, Standing.CLAIMED)
    assert held == Wait(until=at(5, 7, 30))
    assert told(decide(planned, "", created, at(3, 8), CALENDAR, Standing.UNCLAIMED)).step.code == "A"
    late = told(decide(planned, "", created, at(5, 8), CALENDAR, Standing.CLAIMED))
    assert (late.step.code, late.passed_over, codes_done(late.done_codes)) == ("B", (), ("A", "B"))
    assert decide(planned, "A@2027-03-03", created, at(5, 8), CALENDAR, Standing.UNCLAIMED) == Rest()
    whole = plan(of, date(2027, 3, 5), date(2027, 3, 5), CALENDAR, owed_to_department=False, whole_case=True)
    assert whole == ()


def test_a_level_told_of_another_date_is_told_again_and_a_reminder_only_of_another_term() -> None:
    done = "R1@2027-02-12 R2 R3 E1@2027-03-01"
    due = date(2027, 4, 1)
    planned = plan(QMS_LADDER, due, due, CALENDAR, owed_to_department=False)
    moved = open_again(planned, done, at(2, 9), anew=False)
    assert codes_done(moved) == ("R1", "R2", "R3")
    assert codes_done(open_again(planned, done, at(2, 9), anew=True)) == ()
    tell = told(decide(planned, moved, at(1, 7), datetime(2027, 4, 1, 8, tzinfo=VIETNAM), CALENDAR))
    assert (tell.step.code, tell.occasion) == ("E1", "E1@2027-04-01")
    assert open_again(planned, done, datetime(2027, 5, 3, tzinfo=VIETNAM), anew=True) == done


def test_a_level_opened_again_is_still_the_one_of_its_day() -> None:
    planned = plan(QMS_LADDER, date(2027, 3, 2), date(2027, 3, 2), CALENDAR, owed_to_department=False)
    again = open_again(planned, "R1 R2 R3 E1@2027-03-01", at(1, 9), anew=False)
    assert decide(planned, again, at(1, 7), at(1, 23), CALENDAR) == Wait(until=at(2, 7, 30))


def test_a_preview_shows_every_date_with_what_is_left_out_or_told_with_another() -> None:
    due = date(2027, 3, 8)
    shown = preview_ladder(
        QMS_LADDER, legal_due=due, target_due=due, overdue_from=None, created=at(2, 9), calendar=CALENDAR
    )
    assert [(one.step.code, one.told_at and one.told_at.astimezone(VIETNAM)) for one in shown] == [
        ("R1", None),
        ("R2", None),
        ("R3", at(5, 7, 30)),
        ("E1", at(8, 7, 30)),
        ("E2", at(11, 7, 30)),
        ("E3", at(15, 7, 30)),
    ]
    born_late = preview_ladder(
        QMS_LADDER,
        legal_due=MONDAY,
        target_due=MONDAY,
        overdue_from=None,
        created=at(9, 9),
        calendar=CALENDAR,
    )
    assert [(one.step.code, one.told_with) for one in born_late if one.told_at] == [
        ("E1", "E3"),
        ("E2", "E3"),
        ("E3", ""),
    ]


def test_a_preview_of_a_ladder_that_repeats_ends() -> None:
    friday = date(2027, 3, 5)
    shown = preview_ladder(
        DOSSIER_LADDER,
        legal_due=friday,
        target_due=friday,
        overdue_from=None,
        created=at(1, 8),
        calendar=CALENDAR,
        whole_case=True,
    )
    assert [one.told_at and one.told_at.astimezone(VIETNAM) for one in shown] == [
        at(4, 7, 30),
        at(5, 7, 30),
        at(8, 7, 30),
    ]


kinds = st.sampled_from(StepKind)
offsets = st.one_of(
    st.tuples(st.just(StepUnit.WORKING_DAYS), st.integers(-5, 5)),
    st.tuples(st.just(StepUnit.WORKING_MINUTES), st.integers(-900, 900)),
    st.tuples(st.just(StepUnit.PERCENT), st.integers(1, 100)),
)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    steps = []
    for number in range(draw(st.integers(1, 5))):
        kind, (unit, amount) = draw(kinds), draw(offsets)
        every = draw(st.sampled_from([None, 1, 2])) if kind is StepKind.ESCALATION else None
        from_ = draw(st.sampled_from(CountedFrom))
        steps.append(step(f"S{number}", kind, unit=unit, amount=amount, every=every, from_=from_))
    return ladder(*steps)


@settings(max_examples=60)
@given(
    ladders(),
    st.integers(0, 3_000),
    st.integers(1, 3_000),
    st.lists(st.integers(0, 6_000), min_size=12, max_size=12),
)
def test_whatever_the_ladder_no_day_has_two_levels_and_nothing_is_told_twice_or_early(
    of: Ladder, minutes_to_create: int, minutes_of_term: int, minutes_late: list[int]
) -> None:
    created = at(1, 7, 30) + timedelta(minutes=minutes_to_create)
    ends = CALENDAR.add_working_minutes(created, minutes_of_term)
    planned = planned_for(of, created, ends)
    done, now = "", created
    occasions: list[str] = []
    days: list[date] = []
    moment: datetime | None = None
    for late in minutes_late:
        match decide(planned, done, created, now, CALENDAR):
            case Tell() as tell:
                assert tell.planned <= now
                occasions.append(tell.occasion)
                if tell.step.is_level:
                    days.append(CALENDAR.local_day(now))
                done, moment = tell.done_codes, tell.next_moment
            case Wait(until=until):
                moment = until
            case Rest():
                break
        if moment is None:
            break
        assert moment > now
        now = moment + timedelta(minutes=late)
    assert len(set(days)) == len(days)
    assert len(set(occasions)) == len(occasions)


@given(ladders(), st.integers(0, 3_000), st.integers(1, 3_000))
@settings(max_examples=40)
def test_a_preview_tells_what_a_worker_that_is_never_late_tells(
    of: Ladder, minutes_to_create: int, minutes_of_term: int
) -> None:
    created = at(1, 7, 30) + timedelta(minutes=minutes_to_create)
    ends = CALENDAR.add_working_minutes(created, minutes_of_term)
    day = CALENDAR.local_day(ends)
    shown = preview_ladder(
        of, legal_due=day, target_due=day, overdue_from=ends, created=created, calendar=CALENDAR
    )
    assert {one.step.code for one in shown} == {one.code for one in of.steps}
    for one in shown:
        assert one.told_at is None or one.told_at >= max(one.planned, created.astimezone(UTC))
        if one.told_at is None:
            assert one.step.kind is StepKind.REMINDER
