"""Timers: each fires once, in order, and a case that cannot go on holds up nobody."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import select

from engine.commands.fire_next_timer import RETRY_AFTER, fire_next_timer
from engine.domain.states import InstanceState
from engine.store.tables import Timer
from tests.engine.cases import at_once, bundle, history, incidents, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.office import Office
from workers import work

WAITING = "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e"
REMINDERS = (
    "s:start\n a:user\n t1:timer on a at mot beside\n t2:timer on a at hai beside\n"
    " t3:timer on a at ba beside\n e:end\n e1:end\n e2:end\n e3:end\n s > a > e\n t1 > e1\n t2 > e2\n t3 > e3"
)
NO_WAY = (
    's:start\n w:timer in P1D\n g:xor\n a:user\n b:user\n e:end\n s > w > g\n g > a if loi = "a"\n'
    ' g > b if loi = "b"\n a > e\n b > e'
)
SECRETARY = {"a": role("THU_KY_ISO")}


def fire(office: Office) -> bool:
    return fire_next_timer(office.system.store, office.system.surroundings, office.now)


def timers(office: Office, instance: UUID) -> list[Timer]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(Timer).where(Timer.instance_id == instance).order_by(Timer.due)))


def finish(office: Office, task: UUID) -> None:
    """The secretary completes the task."""
    office.complete("thuky", task, {})


def fired(office: Office, instance: UUID) -> list[tuple[str | None, datetime, datetime]]:
    """Element, due moment and moment of firing, as the history tells them."""
    told = [one for one in history(office, instance) if one.kind == "timer.fired"]
    data = [json.loads(one.data) for one in told]
    return [
        (one.element_id, datetime.fromisoformat(said["due"]), datetime.fromisoformat(said["fired"]))
        for one, said in zip(told, data, strict=True)
    ]


def test_a_timer_fires_at_its_moment_not_before(office: Office) -> None:
    publish(office, bundle(WAITING, SECRETARY))
    instance = start(office)
    due = office.now + timedelta(days=1)
    assert [timer.due for timer in timers(office, instance)] == [due]
    office.clock.move_to(due - timedelta(seconds=1))
    assert not fire(office)
    office.clock.move_to(due)
    assert fire(office)
    assert not fire(office)
    assert (timers(office, instance), len(office.tasks(instance))) == ([], 1)
    assert fired(office, instance) == [("w", due, due)]


def test_after_a_long_outage_each_timer_fires_once_in_order_and_history_says_when_it_was_due(
    office: Office,
) -> None:
    publish(office, bundle(REMINDERS, SECRETARY))
    due = {name: office.now + timedelta(days=day) for name, day in (("ba", 3), ("mot", 1), ("hai", 2))}
    instance = start(office, mot=due["mot"], hai=due["hai"], ba=due["ba"])
    office.clock.move_to(office.now + timedelta(days=30))
    work.run_processes(office.system, office.now)
    work.run_processes(office.system, office.now)
    assert fired(office, instance) == [
        ("t1", due["mot"], office.now),
        ("t2", due["hai"], office.now),
        ("t3", due["ba"], office.now),
    ]
    assert timers(office, instance) == []
    assert_whole(office, instance)


def test_a_timer_that_was_due_before_its_turn_came_fires_in_the_same_round_and_is_told(
    office: Office,
) -> None:
    publish(
        office,
        bundle("s:start\n w:timer at mot\n x:timer at hai\n a:user\n e:end\n s > w > x > a > e", SECRETARY),
    )
    moments = [office.now + timedelta(days=1), office.now + timedelta(days=2)]
    instance = start(office, mot=moments[0], hai=moments[1])
    office.clock.move_to(office.now + timedelta(days=9))
    assert fire(office)
    assert len(office.tasks(instance)) == 1
    assert fired(office, instance) == [("w", moments[0], office.now), ("x", moments[1], office.now)]


def test_a_case_that_cannot_go_on_gets_one_incident_and_the_others_go_on(office: Office) -> None:
    publish(office, bundle(NO_WAY, {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}))
    stuck = start(office, loi="c")
    fine = [start(office, loi=letter) for letter in "abab"]
    also_stuck = start(office)
    office.clock.move_to(office.now + timedelta(days=2))
    work.run_processes(office.system, office.now)
    assert [len(office.tasks(case)) for case in fine] == [1, 1, 1, 1]
    for case in (stuck, also_stuck):
        (incident,) = incidents(office, case)
        assert incident.element_id == "g"
        assert incident.message_vi.startswith("Quy trình không đi tiếp được ở “Bước g”")
        assert kinds(office, case) == ["instance.started", "incident.opened"]
        (timer,) = timers(office, case)
        assert (timer.wake_at, timer.attempts) == (office.now + RETRY_AFTER, 1)
        assert timer.due < office.now
        assert_whole(office, case)


def test_a_stuck_case_is_looked_at_again_without_a_second_incident(office: Office) -> None:
    publish(office, bundle(NO_WAY, {"a": role("THU_KY_ISO"), "b": role("THU_KY_ISO")}))
    stuck = start(office, loi="c")
    office.clock.move_to(office.now + timedelta(days=1))
    for attempts in (1, 2, 3):
        assert fire(office)
        (timer,) = timers(office, stuck)
        assert (timer.attempts, fire(office)) == (attempts, False)
        office.clock.move_to(timer.wake_at)
    assert len(incidents(office, stuck)) == 1


def test_a_completed_task_takes_its_timers_along(office: Office) -> None:
    publish(office, bundle(REMINDERS, SECRETARY))
    later = office.now + timedelta(days=1)
    instance = start(office, mot=later, hai=later, ba=later)
    assert len(timers(office, instance)) == 3
    office.complete("thuky", office.tasks(instance)[0].id, {})
    assert timers(office, instance) == []
    office.clock.move_to(later)
    assert not fire(office)
    assert office.instance(instance).state == InstanceState.COMPLETED


def test_a_timer_and_an_officer_at_once_leave_one_outcome(office: Office) -> None:
    drawing = "s:start\n a:user\n t:timer on a in P1D\n e:end\n late:end\n s > a > e\n t > late"
    publish(office, bundle(drawing, SECRETARY))
    for _ in range(5):
        instance = start(office)
        (task,) = office.tasks(instance)
        office.clock.move_to(office.now + timedelta(days=1))
        at_once(
            partial(work.run_processes, office.system, office.now),
            partial(finish, office, task.id),
        )
        work.run_processes(office.system, office.now)
        said = kinds(office, instance)
        assert said.count("instance.completed") == 1
        assert said.count("task.completed") + said.count("timer.fired") == 1
        assert office.instance(instance).outcome == ("e" if "task.completed" in said else "late")
        assert_whole(office, instance)


def test_workers_side_by_side_fire_each_timer_once(office: Office) -> None:
    publish(office, bundle(WAITING, SECRETARY))
    cases = [start(office) for _ in range(12)]
    office.clock.move_to(office.now + timedelta(days=1))
    at_once(*[partial(work.run_processes, office.system, office.now)] * 3)
    work.run_processes(office.system, office.now)
    for case in cases:
        assert kinds(office, case).count("timer.fired") == 1
        assert len(office.tasks(case)) == 1
