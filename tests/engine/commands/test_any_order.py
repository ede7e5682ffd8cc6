"""Whatever is done to a case in whatever order: its history is whole and its rows say what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from uuid import UUID

import pytest

from engine.commands.broadcast_signal import BroadcastSignal, broadcast_signal
from engine.commands.cancel_instance import CancelInstance, cancel_instance
from engine.commands.claim_task import ClaimTask, ReleaseTask, claim_task, release_task
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.restart_instance import RestartInstance, restart_instance
from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.assignment import Actor
from engine.domain.errors import Refusal
from engine.domain.forms import Submitted
from engine.domain.states import LIVE_TASK_STATES
from engine.execution.instances import lock
from engine.runtime import ProcessIncident
from engine.store.tables import Task
from qms.demo_office.loading import agency_id
from tests.engine.cases import AGENCY, at_once, bundle, incidents, offer, publish, role, start
from tests.engine.chain import assert_whole
from tests.engine.correspondence import by_hand
from tests.engine.repairs import Service, answer, change, close, move, retry, skip, suspend, why
from tests.engine.shadows import assert_shadowed
from tests.engine.versions import migrate
from tests.office import Office
from workers import work

DRAWING = """
    s:start
    g:xor
    p:and
    a:user
    n:timer on a every R3/PT20H beside
    x:user
    v:service dich_vu.ghi result=kq
    b:user
    t:timer on b in P2D
    y:message on b Nhac beside
    u:user
    r:receive Tin
    c:user
    h:signal on c Bao beside
    i:user
    q:xor
    j:and
    z:throw signal Bao
    m:send Tin
    k:xor
    e:end
    ex:end
    s > g > p
    p > a > j
    p > v > b > q
    t > q > j
    p > r > c > j
    n > x > ex
    y > u > ex
    h > i > ex
    j > z > m > k
    k > g if lai = true
    k > e if lai = false
"""
BY_SECRETARY = dict.fromkeys("axbuci", role("THU_KY_ISO")) | {"r": "<gov:message/>"}
STEPS = 45


@dataclass
class Hands:
    """Everybody who may do something to cases, doing what chance says."""

    office: Office
    service: Service
    chance: Random
    cases: list[UUID] = field(default_factory=list)

    def acts(self) -> list[Callable[[UUID], object]]:
        often = [self.complete, self.complete, self.complete, self.work, self.let_pass, self.draft]
        now_and_then = [self.claim, self.release, self.suspend, self.resume, self.resume, self.write]
        rarely = [self.move, self.message, self.signal, self.break_service, self.repair, self.repair]
        return [*often, *now_and_then, *rarely, self.migrate, self.cancel, self.restart]

    def do_something(self, case: UUID | None = None) -> str:
        """One act on one case; a refusal is an answer too."""
        act = self.chance.choice(self.acts())
        try:
            act(case or self.chance.choice(self.cases))
        except (Refusal, ProcessIncident):
            return f"{act.__name__}: refused"
        return act.__name__

    def _task(self, case: UUID) -> Task | None:
        live = [task for task in self.office.tasks(case) if task.state in LIVE_TASK_STATES]
        return self.chance.choice(live) if live else None

    def complete(self, case: UUID) -> None:
        if task := self._task(case):
            viewer = self.office.viewer("thuky")
            command = CompleteTask(
                task=task.id, viewer=viewer, origin="test", submitted=Submitted(values={}, files={})
            )
            complete_task(self.office.system.store, self.office.system.surroundings, command, self.office.now)

    def claim(self, case: UUID) -> None:
        if task := self._task(case):
            command = ClaimTask(task=task.id, viewer=self.office.viewer("thuky"), origin="test")
            claim_task(self.office.system.store, self.office.system.surroundings, command, self.office.now)

    def release(self, case: UUID) -> None:
        if task := self._task(case):
            command = ReleaseTask(task=task.id, viewer=self.office.viewer("thuky"), origin="test")
            release_task(self.office.system.store, self.office.system.surroundings, command, self.office.now)

    def draft(self, case: UUID) -> None:
        if task := self._task(case):
            viewer = self.office.viewer("thuky")
            command = SaveDraft(task=task.id, viewer=viewer, values={"y": ["nháp"]}, files={})
            save_draft(self.office.system.store, self.office.system.surroundings, command, self.office.now)

    def work(self, _case: UUID) -> None:
        work.run_processes(self.office.system, self.office.now)
        work.climb_ladders(self.office.system, self.office.now)

    def let_pass(self, _case: UUID) -> None:
        self.office.clock.move_to(self.office.now + timedelta(hours=self.chance.randrange(1, 40)))

    def suspend(self, case: UUID) -> None:
        suspend(self.office, case)

    def resume(self, case: UUID) -> None:
        command = ResumeInstance(instance=case, intervention=why(self.office))
        resume_instance(self.office.system.store, self.office.system.surroundings, command, self.office.now)

    def cancel(self, case: UUID) -> None:
        if self.chance.random() < 0.3:
            command = CancelInstance(instance=case, intervention=why(self.office))
            cancel_instance(
                self.office.system.store, self.office.system.surroundings, command, self.office.now
            )

    def restart(self, case: UUID) -> None:
        command = RestartInstance(instance=case, intervention=why(self.office))
        begun = restart_instance(
            self.office.system.store, self.office.system.surroundings, command, self.office.now
        )
        self.cases.append(begun.instance)

    def write(self, case: UUID) -> None:
        change(self.office, case, lai=self.chance.choice([True, False, None]))

    def move(self, case: UUID) -> None:
        with self.office.system.store.transaction() as session:
            around = self.office.system.surroundings
            process = lock(session, around, case, actor=Actor.system(), now=self.office.now).process
            places = process.places()
            if not places:
                return
            place = self.chance.choice(places)
            target = self.chance.choice([one.element_id for one in process.targets(place.id)] + [None])
        move(self.office, case, place.id, target, after=self.chance.random() < 0.3)

    def message(self, _case: UUID) -> None:
        by_hand(self.office, self.chance.choice(["Tin", "Nhac"]))

    def signal(self, _case: UUID) -> None:
        command = BroadcastSignal(agency=agency_id(AGENCY), viewer=None, origin="test", name="Bao")
        broadcast_signal(self.office.system.store, command, self.office.now)

    def break_service(self, _case: UUID) -> None:
        self.service.broken = not self.service.broken

    def repair(self, case: UUID) -> None:
        if unresolved := [one for one in incidents(self.office, case) if one.resolved_at is None]:
            ways: list[Callable[[Office, UUID], None]] = [retry, answer, skip, close]
            repairing = self.chance.choice(ways)
            repairing(self.office, self.chance.choice(unresolved).id)

    def migrate(self, case: UUID) -> None:
        migrate(self.office, case, version=self.chance.choice([1, 2]))


def hands(office: Office, seed: int) -> Hands:
    service = Service(broken=False)
    offer(office, dich_vu__ghi=service)
    longer = DRAWING.replace("b:user", "b:user\n l:user").replace("v > b > q", "v > b > l > q")
    publish(office, bundle(DRAWING, BY_SECRETARY))
    publish(office, bundle(longer, BY_SECRETARY | {"l": role("THU_KY_ISO")}))
    found = Hands(office=office, service=service, chance=Random(seed))
    found.cases += [start(office, lai=True) for _ in range(2)]
    for case in found.cases:
        migrate(office, case, version=1)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_to_cases_their_rows_and_histories_stay_right(office: Office, seed: int) -> None:
    all_hands = hands(office, seed)
    done = []
    for _ in range(STEPS):
        done.append(all_hands.do_something())
        for case in all_hands.cases:
            assert_shadowed(office, case)
    for case in all_hands.cases:
        assert_whole(office, case)
    assert len([one for one in done if "refused" not in one]) > STEPS / 2, done


@pytest.mark.parametrize("seed", range(2))
def test_many_hands_at_once_leave_cases_as_whole_as_one(office: Office, seed: int) -> None:
    shared = hands(office, seed)
    others = [
        Hands(office=office, service=shared.service, chance=Random(seed * 100 + number), cases=shared.cases)
        for number in range(4)
    ]

    def busy(one: Hands) -> list[str]:
        return [one.do_something() for _ in range(12)]

    at_once(*(partial(busy, one) for one in others))
    for case in shared.cases:
        assert_shadowed(office, case)
        assert_whole(office, case)
