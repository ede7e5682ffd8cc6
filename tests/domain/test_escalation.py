"""Escalation ladders: moments, one level a day, nothing told twice."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, WorkingCalendar
from engine.domain.escalation import (
    QMS_LADDER,
    Audience,
    Decision,
    PlannedStep,
    Rest,
    StepKind,
    Tell,
    UnknownLadder,
    Wait,
    codes_done,
    decide,
    ladder_named,
    plan,
)

CALENDAR = WorkingCalendar(
    [
        CalendarDay(day=date(2027, 2, day), kind=DayKind.HOLIDAY, name="Tết Nguyên đán", basis="Văn bản thử")
        for day in range(4, 11)
    ]
)
LEGAL, TARGET = date(2027, 3, 1), date(2027, 2, 26)
PLANNED = plan(QMS_LADDER, LEGAL, TARGET, CALENDAR, owed_to_department=True)
EARLY = datetime(2026, 11, 30, 9, 0, tzinfo=VIETNAM)


def at(month: int, day: int, hour: int = 7, minute: int = 30) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=VIETNAM)


def ask(now: datetime, done: str = "", created: datetime = EARLY) -> Decision:
    return decide(PLANNED, done, created, now, CALENDAR)


def told(decision: Decision) -> Tell:
    assert isinstance(decision, Tell)
    return decision


def test_reminders_count_back_from_the_target_and_escalations_on_from_the_legal_date() -> None:
    assert [(one.step.code, one.moment.astimezone(VIETNAM)) for one in PLANNED] == [
        ("R1", at(2, 12)),
        ("R2", at(2, 19)),
        ("R3", at(2, 25)),
        ("E1", at(3, 1)),
        ("E2", at(3, 4)),
        ("E3", at(3, 8)),
        ("E4", at(3, 15)),
    ]


def test_a_reminder_before_tet_comes_as_many_working_days_early() -> None:
    planned = plan(QMS_LADDER, date(2027, 2, 18), date(2027, 2, 18), CALENDAR, owed_to_department=False)
    assert planned[0].moment == at(1, 28)


def test_only_what_is_owed_to_the_department_reaches_its_officer() -> None:
    internal = plan(QMS_LADDER, LEGAL, TARGET, CALENDAR, owed_to_department=False)
    assert [one.step.code for one in internal] == ["R1", "R2", "R3", "E1", "E2", "E3"]


def test_a_legal_date_on_a_day_off_is_escalated_at_the_next_opening() -> None:
    planned = plan(QMS_LADDER, date(2027, 8, 14), date(2027, 8, 13), CALENDAR, owed_to_department=False)
    first_escalation = next(one for one in planned if one.step.code == "E1")
    assert first_escalation.moment == at(8, 16)


def test_each_level_tells_those_it_is_meant_for() -> None:
    audiences = {step.code: step.to for step in QMS_LADDER.steps}
    assert audiences["R3"] == (Audience.ASSIGNEE,)
    assert audiences["E1"] == (Audience.ASSIGNEE, Audience.UNIT_HEAD)
    assert audiences["E2"] == (Audience.ISO_SECRETARY, Audience.STEERING_HEAD)
    assert audiences["E3"] == (Audience.AGENCY_HEAD,)
    assert audiences["E4"] == (Audience.DEPARTMENT_OFFICER,)


def test_a_ladder_is_found_by_its_code_and_an_unknown_one_refused() -> None:
    assert ladder_named("QMS") is QMS_LADDER
    with pytest.raises(UnknownLadder) as refusal:
        ladder_named("KHONG-CO")
    assert "KHONG-CO" in refusal.value.vi


def test_before_the_first_step_there_is_only_waiting() -> None:
    assert ask(at(1, 4)) == Wait(until=at(2, 12))


def test_a_step_whose_moment_has_come_is_told_and_the_next_one_named() -> None:
    tell = told(ask(at(2, 12)))
    assert (tell.step.code, tell.planned, tell.next_moment) == ("R1", at(2, 12), at(2, 19))


def test_what_was_told_is_not_told_again() -> None:
    tell = told(ask(at(2, 12)))
    assert ask(at(2, 12, 7, 31), tell.done_codes) == Wait(until=at(2, 19))
    assert ask(at(2, 18), tell.done_codes) == Wait(until=at(2, 19))


def test_of_several_missed_steps_only_the_highest_is_told() -> None:
    tell = told(ask(at(3, 5, 16)))
    assert tell.step.code == "E2"
    assert codes_done(tell.done_codes) == ("R1", "R2", "R3", "E1", "E2")
    assert tell.next_moment == at(3, 8)


def test_those_who_missed_their_level_in_an_outage_are_named_with_the_highest() -> None:
    assert [step.code for step in told(ask(at(3, 9))).passed_over] == ["E1", "E2"]
    assert told(ask(at(2, 20))).passed_over == ()  # a missed reminder is of no use any more
    assert [step.code for step in told(ask(at(3, 16), "R1 R2 R3 E1@2027-03-01")).passed_over] == ["E2", "E3"]


def test_a_task_made_when_its_reminders_are_past_gets_none_of_them() -> None:
    assert ask(at(2, 25, 9), created=at(2, 25, 9)) == Wait(until=at(3, 1))


def test_a_task_made_after_its_legal_date_is_escalated_at_once_to_the_highest_level() -> None:
    tell = told(ask(at(3, 9, 10), created=at(3, 9, 10)))
    assert (tell.step.code, tell.next_moment) == ("E3", at(3, 15))


def test_two_levels_never_fall_on_one_day() -> None:
    back_before_opening = at(3, 8, 6, 0)  # E1 and E2 were missed, E3 is due at 07:30 of this day
    tell = told(ask(back_before_opening))
    assert (tell.step.code, tell.next_moment) == ("E2", at(3, 9))
    assert ask(at(3, 8), tell.done_codes) == Wait(until=at(3, 9))
    assert told(ask(at(3, 9), tell.done_codes)).step.code == "E3"


def test_after_a_late_telling_on_friday_the_next_level_waits_for_monday() -> None:
    planned = plan(QMS_LADDER, date(2027, 3, 5), TARGET, CALENDAR, owed_to_department=False)
    tell = told(decide(planned, "", EARLY, at(3, 5, 5), CALENDAR))
    assert (tell.step.code, tell.next_moment) == ("R3", at(3, 8))


def test_after_the_last_level_there_is_rest() -> None:
    tell = told(ask(at(3, 15)))
    assert tell.next_moment is None
    assert ask(at(3, 16), tell.done_codes) == Rest()


def test_a_moved_deadline_repeats_nothing_and_goes_on_with_what_is_left() -> None:
    tell = told(ask(at(2, 19)))
    later = plan(QMS_LADDER, date(2027, 4, 1), date(2027, 4, 1), CALENDAR, owed_to_department=True)
    assert decide(later, tell.done_codes, EARLY, at(2, 22), CALENDAR) == Wait(until=at(3, 31))


def test_a_plan_without_steps_rests() -> None:
    assert decide((), "", EARLY, at(3, 1), CALENDAR) == Rest()


dues = st.dates(min_value=date(2027, 1, 1), max_value=date(2027, 6, 30))
starts = st.datetimes(
    min_value=datetime.fromisoformat("2026-12-01"),
    max_value=datetime.fromisoformat("2027-07-31"),
    timezones=st.just(VIETNAM),
)
pauses = st.lists(st.integers(min_value=1, max_value=12_000), max_size=40)


def tellings(
    planned: Sequence[PlannedStep], created: datetime, minutes_late: Sequence[int]
) -> list[tuple[datetime, Tell]]:
    """What a worker tells that looks at each stored moment, each time so many minutes late."""
    found: list[tuple[datetime, Tell]] = []
    done, now = "", created
    for late in [*minutes_late, *[0] * 20]:
        moment: datetime | None = None
        match decide(planned, done, created, now, CALENDAR):
            case Tell() as tell:
                found.append((now, tell))
                done, moment = tell.done_codes, tell.next_moment
            case Wait(until=until):
                moment = until
            case Rest():
                pass
        if moment is None:
            return found
        assert moment > now
        now = moment + timedelta(minutes=late)
    raise AssertionError("a ladder comes to an end")


@given(dues, st.integers(min_value=0, max_value=5), starts, pauses)
def test_no_level_is_told_twice_or_out_of_turn_or_on_the_day_of_another(
    legal_due: date, days_between: int, created: datetime, minutes_late: list[int]
) -> None:
    target_due = CALENDAR.last_working_day_until(legal_due - timedelta(days=days_between))
    planned = plan(QMS_LADDER, legal_due, target_due, CALENDAR, owed_to_department=True)
    found = tellings(planned, created, minutes_late)
    order = [one.step.code for one in planned]
    ranks = [order.index(tell.step.code) for _, tell in found]
    days = [CALENDAR.local_day(now) for now, _ in found]
    assert ranks == sorted(set(ranks))
    assert days == sorted(set(days))
    assert found[-1][1].step.code == "E4"


@given(dues, starts, pauses)
def test_nothing_is_told_early_and_no_reminder_older_than_its_task(
    legal_due: date, created: datetime, minutes_late: list[int]
) -> None:
    target_due = CALENDAR.last_working_day_until(legal_due)
    planned = plan(QMS_LADDER, legal_due, target_due, CALENDAR, owed_to_department=True)
    for now, tell in tellings(planned, created, minutes_late):
        assert tell.planned <= now
        assert tell.step.kind is StepKind.ESCALATION or tell.planned >= created


@given(dues)
def test_a_punctual_worker_tells_every_level_at_its_opening(legal_due: date) -> None:
    target_due = CALENDAR.last_working_day_until(legal_due)
    planned = plan(QMS_LADDER, legal_due, target_due, CALENDAR, owed_to_department=True)
    created = planned[0].moment - timedelta(days=1)
    assert [(now, tell.step.code) for now, tell in tellings(planned, created, [])] == [
        (one.moment, one.step.code) for one in planned
    ]
