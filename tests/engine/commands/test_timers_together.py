"""Timers of several cases fire in one transaction: in order, waiting for nobody, each failing for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import Integer, cast, literal_column, select, text
from sqlalchemy.orm import Session

from engine.commands.fire_next_timer import RETRY_AFTER, TOGETHER, fire_next_timer
from engine.domain.assignment import Holder
from engine.store.tables import ProcessInstance, Timer
from qms.organisation.directory import OfficeDirectory
from tests.engine.cases import at_once, bundle, history, incidents, kinds, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.correspondence import messages, subscriptions
from tests.engine.repairs import suspend
from tests.office import Office
from workers import work

MOVING = "s:start\n t:timer at han\n w:condition xong = true\n e:end\n s > t > w > e"
SPEAKING = {
    "QMS_P02_GUI": "s:start\n t:timer at han\n d:send Tin\n a:user\n e:end\n s > t > d > a > e",
    "QMS_P03_PHAT": "s:start\n t:timer at han\n d:throw signal Bao\n a:user\n e:end\n s > t > d > a > e",
    "QMS_P04_NGHE": "s:start\n t:timer at han\n r:receive Tra_loi\n e:end\n s > t > r > e",
}
CHOOSING = (
    "s:start\n t:timer at han\n g:xor\n a:user\n b:user\n e:end\n s > t > g\n g > a if loi = false\n"
    " g > b if loi = true\n a > e\n b > e"
)
DAILY = "s:start\n a:user\n t:timer on a every R/P1D beside\n e:end\n f:end\n s > a > e\n t > f"
LOST = "VAI_TRO_HONG"


class BrokenDirectory(OfficeDirectory):
    """A directory whose search for one role the database cannot answer."""

    def able(self, session: object, agency: UUID, role: str, day: date) -> tuple[Holder, ...]:
        assert isinstance(session, Session)
        if role == LOST:
            session.execute(text("SELECT 1 / 0"))
        return super().able(session, agency, role, day)


def fire(office: Office) -> bool:
    return fire_next_timer(office.system.store, office.system.surroundings, office.now)


def waiting(office: Office, *keys: str) -> list[UUID]:
    """A case of each key, their timers due a minute after one another; all of them are due now."""
    due = office.now + timedelta(days=1)
    cases = [
        start(office, key, han=due + timedelta(minutes=place), loi=False) for place, key in enumerate(keys)
    ]
    office.clock.move_to(due + timedelta(days=1))
    return cases


def quiet(office: Office) -> str:
    publish(office, bundle(MOVING, {}, key="QMS_P01_LANG"))
    return "QMS_P01_LANG"


def transactions(office: Office, cases: Sequence[UUID]) -> list[int]:
    """In which transaction each case was written last."""
    with office.system.store.reading() as session:
        number = cast(literal_column("process_instance.xmin::text"), Integer)
        found = {row.id: row[1] for row in session.execute(select(ProcessInstance.id, number))}
    return [found[case] for case in cases]


def fired(office: Office, cases: Sequence[UUID]) -> list[int]:
    return [kinds(office, case).count("timer.fired") for case in cases]


def test_those_that_are_due_the_longest_go_together_and_the_rest_next(office: Office) -> None:
    cases = waiting(office, *[quiet(office)] * (TOGETHER + 2))
    assert fire(office)
    assert fired(office, cases) == [1] * TOGETHER + [0] * 2
    assert fire(office)
    assert not fire(office)
    first, second = transactions(office, cases)[0], transactions(office, cases)[-1]
    assert transactions(office, cases) == [first] * TOGETHER + [second] * 2
    assert first != second
    noted = office.system.surroundings.lateness.take()
    assert sum(one.count for one in noted.values()) == len(cases)
    for case in cases:
        assert_whole(office, case)


def test_a_case_that_speaks_to_others_goes_alone_and_in_its_turn(office: Office) -> None:
    for key, drawing in SPEAKING.items():
        publish(office, bundle(drawing, {"a": role("THU_KY_ISO")}, key=key))
    still = quiet(office)
    cases = waiting(office, still, still, *SPEAKING, still, still)
    for soonest in (2, 3, 4, 5, 7):
        assert fire(office)
        assert fired(office, cases) == [1] * soonest + [0] * (7 - soonest)
    assert not fire(office)
    one, also_one, sent, thrown, listened, two, also_two = transactions(office, cases)
    assert (one, two) == (also_one, also_two)
    assert one < sent < thrown < listened < two
    assert [message.name for message in messages(office)] == ["Tin"]
    assert len(subscriptions(office, cases[4])) == 1
    for case in cases:
        assert_whole(office, case)


def test_a_case_with_many_timers_fills_a_transaction(office: Office) -> None:
    extensions = {"a": role("THU_KY_ISO"), "t": '<gov:catchUp policy="all"/>'}
    publish(office, bundle(DAILY, extensions, key="QMS_P02_NHIEU"))
    large = start(office, "QMS_P02_NHIEU")
    small = start(office, quiet(office), han=office.now + timedelta(days=2))
    office.clock.move_to(office.now + timedelta(days=TOGETHER))
    assert fire(office)
    assert fired(office, [large, small]) == [TOGETHER, 0]
    assert fire(office)
    assert fired(office, [large, small]) == [TOGETHER, 1]
    assert not fire(office)


def test_a_case_that_has_no_way_on_takes_nobody_along(office: Office) -> None:
    publish(office, bundle(CHOOSING, dict.fromkeys("ab", role("THU_KY_ISO")), key="QMS_P02_CHON"))
    due = office.now + timedelta(days=1)
    choices = (False, False, None, True)
    cases = [start(office, "QMS_P02_CHON", han=due, loi=choice) for choice in choices]
    office.clock.move_to(due)
    assert fire(office)
    assert not fire(office)
    assert fired(office, cases) == [1, 1, 0, 1]
    assert [len(office.tasks(case)) for case in cases] == [1, 1, 0, 1]
    assert [one.element_id for case in cases for one in incidents(office, case)] == ["g"]
    for case in cases:
        assert_whole(office, case)


def test_a_case_that_the_database_refuses_takes_nobody_along(office: Office) -> None:
    surroundings = replace(office.system.surroundings, directory=BrokenDirectory())
    office.system = replace(office.system, surroundings=surroundings)
    people = {"a": role("THU_KY_ISO"), "b": role(LOST)}
    publish(office, bundle(CHOOSING, people, key="QMS_P02_CHON"))
    due = office.now + timedelta(days=1)
    cases = [start(office, "QMS_P02_CHON", han=due, loi=choice) for choice in (False, True, False)]
    office.clock.move_to(due)
    assert fire(office)
    assert not fire(office)
    assert fired(office, cases) == [1, 0, 1]
    with office.system.store.reading() as session:
        put_off = session.execute(select(Timer.instance_id, Timer.wake_at, Timer.attempts)).all()
    assert put_off == [(cases[1], office.now + RETRY_AFTER, 1)]
    assert len(incidents(office, cases[1])) == 1
    assert (
        kinds(office, cases[0])
        == kinds(office, cases[2])
        == [
            "instance.started",
            "timer.fired",
            "task.created",
        ]
    )
    assert sum(one.count for one in surroundings.lateness.take().values()) == 2


def test_a_case_whose_incident_ends_by_firing_goes_alone(office: Office) -> None:
    due = office.now + timedelta(days=1)
    late = start(office, quiet(office), han=due)
    office.clock.move_to(due + timedelta(hours=1))
    work.watch_timers(office.system, office.now)
    (called,) = incidents(office, late)
    cases = [late, *(start(office, "QMS_P01_LANG", han=due + timedelta(hours=2)) for _ in range(2))]
    office.clock.move_to(due + timedelta(hours=3))
    assert (called.resolved_at, fire(office), fired(office, cases)) == (None, True, [1, 0, 0])
    (ended,) = incidents(office, late)
    assert ended.resolved_at == office.now
    assert (fire(office), fired(office, cases), fire(office)) == (True, [1, 1, 1], False)


def test_a_suspended_case_and_one_that_is_being_written_are_passed_over(office: Office) -> None:
    cases = waiting(office, *[quiet(office)] * 4)
    suspend(office, cases[1])
    with office.system.store.transaction() as session:
        session.execute(select(ProcessInstance.id).where(ProcessInstance.id == cases[2]).with_for_update())
        assert fire(office)
        assert not fire(office)
        assert fired(office, cases) == [1, 0, 0, 1]
    assert fire(office)
    assert not fire(office)
    assert fired(office, cases) == [1, 0, 1, 1]


def test_workers_side_by_side_share_what_is_due(office: Office) -> None:
    cases = waiting(office, *[quiet(office)] * (TOGETHER * 2 + 4))
    at_once(*[partial(work.run_processes, office.system, office.now)] * 3)
    work.run_processes(office.system, office.now)
    assert fired(office, cases) == [1] * len(cases)
    noted = office.system.surroundings.lateness.take()
    assert sum(one.count for one in noted.values()) == len(cases)
    assert len({one.sequence for one in history(office, cases[0])}) == len(history(office, cases[0]))
