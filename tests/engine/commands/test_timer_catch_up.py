"""After a standstill: what each policy fires and drops, told in the history; working days of the agency."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text, update

from engine.commands.fire_next_timer import CLAIM, fire_next_timer
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.interventions import Intervention
from engine.domain.lateness import class_of
from engine.domain.local_time import local_day
from engine.store.tables import Timer
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, history, publish, role, start, statements
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work

SECRETARY = role("THU_KY_ISO")
MOST_STATEMENTS = 4
REMINDED = "s:start\n a:user\n t:timer on a every R/P1D beside\n e:end\n f:end\n s > a > e\n t > f"
WORKING_DAYS = "s:start\n t:timer in P30D\n a:user\n e:end\n s > t > a > e"
MOVING = "s:start\n t:timer at han\n w:condition xong = true\n e:end\n s > t > w > e"


def reminded(office: Office, policy: str | None, drawing: str = REMINDED) -> UUID:
    """A case with a daily reminder."""
    extensions = {"a": SECRETARY} | ({"t": f'<gov:catchUp policy="{policy}"/>'} if policy else {})
    publish(office, bundle(drawing, extensions))
    return start(office)


def told(office: Office, instance: UUID, kind: str) -> list[dict[str, object]]:
    return [json.loads(one.data) for one in history(office, instance) if one.kind == kind]


def dues(office: Office, instance: UUID) -> list[datetime]:
    return [datetime.fromisoformat(str(one["due"])) for one in told(office, instance, "timer.fired")]


def row(office: Office, instance: UUID) -> Timer | None:
    with office.system.store.reading() as session:
        return session.scalars(select(Timer).where(Timer.instance_id == instance)).one_or_none()


def days(begun: datetime, *numbers: int) -> list[datetime]:
    return [begun + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize("policy", [None, "once"])
def test_one_missed_round_fires_and_the_history_says_which_ones_do_not(
    office: Office, policy: str | None
) -> None:
    instance, begun = reminded(office, policy), office.now
    office.clock.move_to(begun + timedelta(days=5, hours=3))
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == days(begun, 1)
    (skipped,) = told(office, instance, "timer.skipped")
    first, last = days(begun, 2, 5)
    assert skipped == {"count": 4, "first": first.isoformat(), "last": last.isoformat()}
    waiting = row(office, instance)
    assert waiting is not None
    assert waiting.due == waiting.wake_at == begun + timedelta(days=6)
    assert_whole(office, instance)


def test_all_missed_rounds_fire_in_order_each_with_its_own_moment(office: Office) -> None:
    instance, begun = reminded(office, "all"), office.now
    office.clock.move_to(begun + timedelta(days=250, hours=3))
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == days(begun, *range(1, 251)), "more than one waking makes up for"
    assert {one["fired"] for one in told(office, instance, "timer.fired")} == {office.now.isoformat()}
    assert told(office, instance, "timer.skipped") == []
    assert_whole(office, instance)


def test_skipped_rounds_are_in_the_history_and_the_next_one_fires(office: Office) -> None:
    instance, begun = reminded(office, "skip"), office.now
    office.clock.move_to(begun + timedelta(days=5, hours=3))
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == []
    assert [one["count"] for one in told(office, instance, "timer.skipped")] == [5]
    office.clock.move_to(begun + timedelta(days=6))
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == days(begun, 6)


def test_a_reminder_whose_last_round_was_skipped_leaves_no_row(office: Office) -> None:
    instance = reminded(office, "skip", REMINDED.replace("R/P1D", "R3/P1D"))
    office.clock.move_to(office.now + timedelta(days=30))
    work.run_processes(office.system, office.now)
    assert (dues(office, instance), row(office, instance)) == ([], None)
    office.complete("thuky", office.tasks(instance)[0].id, {})
    assert office.instance(instance).outcome == "e"


def test_a_timer_counts_the_working_days_of_the_agency(office: Office) -> None:
    publish(office, bundle(WORKING_DAYS, {"a": SECRETARY, "t": "<gov:workingDays/>"}))
    waiting = row(office, start(office))
    calendar = office.system.surroundings.calendars.calendar_of(agency_id(AGENCY))
    expected = calendar.add_working_days(office.today, 30)
    assert expected > office.today + timedelta(days=42), "the New Year lies between"
    assert waiting is not None
    assert local_day(waiting.due) == expected
    assert (waiting.due - office.now) % timedelta(days=1) == timedelta(), "the hour is kept"


def test_a_row_that_says_something_else_than_its_process_is_set_right(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    due = office.now + timedelta(days=2)
    instance = start(office, han=due)
    with office.system.store.transaction() as session:
        session.execute(update(Timer).values(wake_at=office.now))
    assert fire_next_timer(office.system.store, office.system.surroundings, office.now)
    assert not fire_next_timer(office.system.store, office.system.surroundings, office.now)
    waiting = row(office, instance)
    assert waiting is not None
    assert waiting.wake_at == due
    assert dues(office, instance) == []


def test_how_late_a_timer_fired_is_noted(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    late = timedelta(minutes=3)
    start(office, han=office.now + timedelta(days=1))
    office.clock.move_to(office.now + timedelta(days=1) + late)
    work.run_processes(office.system, office.now)
    noted = office.system.surroundings.lateness.take()
    assert {number: (fired.count, fired.longest_ms) for number, fired in noted.items()} == {
        class_of(late): (1, 180_000)
    }


def test_a_timer_set_to_a_moment_long_past_is_not_late(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    start(office, han=office.now - timedelta(days=400))
    work.run_processes(office.system, office.now)
    assert [number for number, _ in office.system.surroundings.lateness.take().items()] == [0]


def test_firing_timers_that_move_a_token_takes_few_statements_however_many(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    surroundings = office.system.surroundings
    counts: list[int] = []
    for cases in (1, 1, 5):  # the first compiles the model, once a process
        due = office.now + timedelta(days=1)
        for _ in range(cases):
            start(office, han=due)
        office.clock.move_to(due)
        with statements(office.system.store.engine) as seen:
            assert fire_next_timer(office.system.store, surroundings, office.now)
        counts.append(len(seen))
        assert not fire_next_timer(office.system.store, surroundings, office.now)
    assert max(counts[1:]) <= MOST_STATEMENTS, counts


def test_the_next_timer_is_found_by_its_index_however_many_wait(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    instance = start(office, han=office.now + timedelta(days=1))
    with office.system.store.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO timer (id, instance_id, element_id, due, wake_at, attempts)"
                " SELECT gen_random_uuid(), :instance, 't', moment, moment, 0"
                " FROM generate_series(now(), now() + interval '2 year', interval '1 hour') AS moment"
            ),
            {"instance": instance},
        )
        connection.execute(text("ANALYZE timer"))
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        plan = driver.execute(f"EXPLAIN {CLAIM.sql}", {**CLAIM.fixed, "now": office.now}).fetchall()
    told = "\n".join(line for (line,) in plan)
    assert "Index Scan using ix_timer_wake_at" in told, told
    assert "Sort" not in told, told


def test_what_fell_due_while_a_case_was_suspended_is_not_late(office: Office) -> None:
    publish(office, bundle(MOVING, {}))
    due = office.now + timedelta(days=1)
    instance = start(office, han=due)
    store, surroundings = office.system.store, office.system.surroundings
    why = Intervention(viewer=office.viewer("quantri"), origin="test", reason="Chờ ý kiến")
    suspend_instance(store, surroundings, SuspendInstance(instance=instance, intervention=why), office.now)
    office.clock.move_to(due + timedelta(days=9))
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == []
    resume_instance(store, surroundings, ResumeInstance(instance=instance, intervention=why), office.now)
    work.run_processes(office.system, office.now)
    assert dues(office, instance) == [due]
    assert list(surroundings.lateness.take()) == [0]
