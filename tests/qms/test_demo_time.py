"""Demo time: one clock for all processes, walked from due moment to due moment, only ever forward."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from engine.ports import MovableClock
from engine.queries.moments import next_moment
from engine.store.session import Store
from qms.bootstrap import System, open_system
from qms.demo_time.clock import DemoClock
from qms.demo_time.commands import DemoJumpInvalid, Journey, head_for, journey, step_demo_time
from qms.settings import Environment, SettingInvalid, read_settings
from tests.office import OPENING, Office, Postbox, entry, test_settings
from tests.processes import settings_of
from workers import work
from workers.mail.writer import OfficeLetters

A_DAY = timedelta(days=1)


@pytest.fixture
def machine() -> MovableClock:
    """The machine's clock, which stands still here so that only the demo's moves."""
    return MovableClock(OPENING)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


@pytest.fixture
def clock(store: Store, machine: MovableClock) -> DemoClock:
    return DemoClock(store, machine)


def test_before_the_first_journey_the_demo_goes_by_the_machine(
    store: Store, clock: DemoClock, machine: MovableClock
) -> None:
    assert clock.now() == OPENING
    machine.move_to(OPENING + A_DAY)
    assert clock.now() == OPENING + A_DAY
    assert journey(store) == Journey(heading_for=None)
    assert not step_demo_time(store, clock.now())


def test_with_nothing_due_the_demo_arrives_in_one_step_and_stays_ahead(
    store: Store, clock: DemoClock, machine: MovableClock
) -> None:
    goal = OPENING + 30 * A_DAY
    head_for(store, goal, clock.now())
    assert journey(store) == Journey(heading_for=goal)
    assert step_demo_time(store, clock.now())
    assert journey(store) == Journey(heading_for=None)
    assert goal <= clock.now() <= goal + timedelta(seconds=2)
    assert not step_demo_time(store, clock.now())
    machine.move_to(OPENING + A_DAY)
    assert clock.now() >= goal + A_DAY


def test_every_process_sees_the_same_demo_time(
    store: Store, clock: DemoClock, machine: MovableClock, database_url: str
) -> None:
    head_for(store, OPENING + 30 * A_DAY, clock.now())
    step_demo_time(store, clock.now())
    other = Store(database_url)
    assert DemoClock(other, machine).now() == clock.now()
    other.close()


@pytest.mark.parametrize("days", [-1, 0, 401])
def test_the_demo_goes_neither_back_nor_too_far_at_once(store: Store, clock: DemoClock, days: int) -> None:
    with pytest.raises(DemoJumpInvalid) as refusal:
        head_for(store, clock.now() + days * A_DAY, clock.now())
    assert "400 ngày" in refusal.value.vi
    assert journey(store) == Journey(heading_for=None)


def test_a_second_goal_replaces_the_first(store: Store, clock: DemoClock) -> None:
    head_for(store, OPENING + 90 * A_DAY, clock.now())
    head_for(store, OPENING + 7 * A_DAY, clock.now())
    assert step_demo_time(store, clock.now())
    assert clock.now() < OPENING + 8 * A_DAY


@pytest.fixture
def travellers(office: Office, machine: MovableClock) -> Iterator[System]:
    """The demo office, by demo time."""
    url = office.system.settings.database_url
    settings = replace(test_settings(url), demo_time=True)
    opened = open_system(settings)
    yield replace(opened, clock=DemoClock(opened.store, machine), machine_clock=machine)
    opened.store.close()


def travel(system: System, postbox: Postbox) -> list[datetime]:
    """The worker's walk: all the work of a moment, then on to the next; returns where it stopped."""
    letters = OfficeLetters(system.settings.base_url)
    stops = [system.clock.now()]
    work.do_all(system, letters, postbox, system.clock.now())
    while step_demo_time(system.store, system.clock.now()):
        stops.append(system.clock.now())
        work.do_all(system, letters, postbox, system.clock.now())
    return stops


def test_the_demo_stops_at_every_due_moment_on_its_way(office: Office, travellers: System) -> None:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    goal = OPENING + 120 * A_DAY
    head_for(travellers.store, goal, travellers.clock.now())
    postbox = Postbox()
    stops = travel(travellers, postbox)

    assert stops == sorted(stops)
    assert stops[-1] >= goal
    subjects = [mail.subject for mail in postbox.mails]
    assert len(subjects) == 18  # the table of four months, in tests/workers/test_four_months.py
    assert subjects[-1].startswith("[ISO] Cơ quan quá hạn 10 ngày")
    with travellers.store.reading() as session:
        due = next_moment(session)
    assert due is not None
    assert due > goal + 30 * A_DAY  # the slip of the late update is looked at again after ninety days


def test_the_demo_does_not_move_while_something_is_due(office: Office, travellers: System) -> None:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    head_for(travellers.store, OPENING + 90 * A_DAY, travellers.clock.now())
    assert step_demo_time(travellers.store, travellers.clock.now())  # to the first letter, a minute on
    there = travellers.clock.now()
    assert there < OPENING + A_DAY
    assert not step_demo_time(travellers.store, there)
    assert travellers.clock.now() == there


def test_demo_time_is_refused_outside_a_demo() -> None:
    values = {**settings_of("postgresql://nobody@127.0.0.1/none"), "QUYTRINH_DEMO_TIME": "1"}
    with pytest.raises(SettingInvalid, match="QUYTRINH_DEMO_TIME"):
        read_settings(values)
    assert read_settings({**values, "QUYTRINH_ENVIRONMENT": "demo"}).environment is Environment.DEMO
