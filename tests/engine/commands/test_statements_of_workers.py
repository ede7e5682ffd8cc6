"""How many statements starting, firing and delivering take: the same, whatever else there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from engine.commands.broadcast_signal import BroadcastSignal, broadcast_signal
from engine.commands.deliver_next_message import deliver_next_message
from engine.commands.fire_next_timer import fire_next_timer
from engine.commands.run_next_job import run_next_job
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, bundle, offer, publish, role, start, statements
from tests.engine.correspondence import by_hand
from tests.office import Office

SECRETARY = {"a": role("THU_KY_ISO")}
MOST = 20


def counted(office: Office, act: Callable[[], object]) -> int:
    with statements(office.system.store.engine) as seen:
        act()
    assert len(seen) <= MOST, seen
    return len(seen)


def test_starting_takes_the_same_for_few_and_many_tasks_and_cases(office: Office) -> None:
    publish(office, bundle("s:start\n a:user each muc of ds\n e:end\n s > a > e", SECRETARY))
    start(office, ds=[1])
    counts = [counted(office, partial(start, office, ds=list(range(size)))) for size in (3, 40)]
    for _ in range(10):
        start(office, ds=[1, 2])
    counts.append(counted(office, partial(start, office, ds=[1, 2, 3])))
    assert len(set(counts)) == 1, counts


def test_firing_takes_the_same_for_one_timer_and_for_many_of_a_case(office: Office) -> None:
    drawing = (
        "s:start\n a:user each muc of ds\n t:timer on a in P1D beside\n e:end\n f:end\n s > a > e\n t > f"
    )
    publish(office, bundle(drawing, SECRETARY))
    counts = []
    for size in (2, 2, 30):
        start(office, ds=list(range(size)))
        office.clock.move_to(office.now + timedelta(days=1))
        fire = partial(fire_next_timer, office.system.store, office.system.surroundings, office.now)
        counts.append(counted(office, fire))
        assert not fire()
    assert counts[1] == counts[2], counts


def test_running_a_service_takes_the_same_in_a_small_and_a_large_case(office: Office) -> None:
    offer(office, dich_vu__ghi=lambda _call: None)
    drawing = (
        "s:start\n p:and\n a:user each muc of ds\n v:service dich_vu.ghi\n e:end\n f:end\n"
        " s > p\n p > a > e\n p > v > f"
    )
    publish(office, bundle(drawing, SECRETARY))
    counts = []
    for size in (2, 2, 30):
        start(office, ds=list(range(size)))
        run = partial(run_next_job, office.system.store, office.system.surroundings, office.now)
        counts.append(counted(office, run))
    assert counts[1] == counts[2], counts


def test_delivering_takes_the_same_however_many_wait(office: Office) -> None:
    drawing = "s:start\n r:receive Tin\n a:user\n e:end\n s > r > a > e"
    publish(office, bundle(drawing, SECRETARY | {"r": '<gov:message key="so"/>'}))
    counts: list[int] = []
    for others in (1, 1, 20):
        for number in range(others):
            start(office, so=f"{len(counts)}-{number}")
        by_hand(office, "Tin", f"{len(counts)}-0")
        deliver = partial(deliver_next_message, office.system.store, office.system.surroundings, office.now)
        counts.append(counted(office, deliver))
    assert counts[1] == counts[2], counts


def test_throwing_a_signal_takes_the_same_however_many_hear_it(office: Office) -> None:
    publish(office, bundle("s:start\n w:signal Bao\n a:user\n e:end\n s > w > a > e", SECRETARY))
    command = BroadcastSignal(agency=agency_id(AGENCY), viewer=None, origin="test", name="Bao")
    throw = partial(broadcast_signal, office.system.store, command, office.now)
    counts = []
    for others in (2, 20):
        for _ in range(others):
            start(office)
        counts.append(counted(office, throw))
    assert counts[0] == counts[1]
