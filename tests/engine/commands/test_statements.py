"""How many statements a verb takes: a small number, whatever else the case and the office hold."""

from __future__ import annotations

from uuid import UUID

from engine.commands.complete_task import CompleteTask, complete_task
from engine.domain.forms import Submitted
from engine.domain.identifiers import fresh_id
from engine.domain.states import TaskState
from tests.engine.cases import bundle, publish, role, start, statements
from tests.office import Office

SECRETARY = role("THU_KY_ISO")
FOR_EACH = "s:start\n a:user each muc of ds\n b:user\n e:end\n s > a > b > e"
THEN_EACH = "s:start\n a:user\n b:user each muc of ds\n e:end\n s > a > b > e"
MOST_FOR_ONE = 16
"""Lock, load, check, write and count; a task that follows; who is told."""


def completing(office: Office, task: UUID) -> int:
    """How many statements completing the task takes."""
    command = CompleteTask(
        task=task, viewer=office.viewer("thuky"), origin="test", submitted=Submitted(values={})
    )
    with statements(office.system.store.engine) as seen:
        complete_task(office.system.store, office.system.surroundings, command, office.now)
    return len(seen)


def first_open(office: Office, instance: UUID) -> UUID:
    return next(task.id for task in office.tasks(instance) if task.state == TaskState.OPEN)


def test_completing_one_of_many_tasks_takes_no_more_than_one_of_few(office: Office) -> None:
    publish(office, bundle(FOR_EACH, {"a": SECRETARY, "b": SECRETARY}))
    counts = []
    for size in (3, 30):
        instance = start(office, ds=list(range(size)))
        completing(office, first_open(office, instance))  # the model is compiled once a process
        counts.append(completing(office, first_open(office, instance)))
    assert counts[0] == counts[1]
    assert counts[1] <= MOST_FOR_ONE


def test_completing_takes_no_more_where_many_cases_run(office: Office) -> None:
    publish(
        office, bundle("s:start\n a:user\n b:user\n e:end\n s > a > b > e", dict.fromkeys("ab", SECRETARY))
    )
    counts = []
    for others in (1, 25):
        cases = [start(office) for _ in range(others)]
        counts.append(completing(office, first_open(office, cases[-1])))
        counts.append(completing(office, first_open(office, cases[-1])))
    assert counts[:2] == counts[2:]
    assert max(counts) <= MOST_FOR_ONE


def test_opening_many_tasks_takes_no_more_statements_than_opening_few(office: Office) -> None:
    publish(office, bundle(THEN_EACH, {"a": SECRETARY, "b": SECRETARY}))
    counts = [
        completing(office, first_open(office, start(office, ds=list(range(size))))) for size in (2, 2, 40)
    ]
    assert counts[1] == counts[2]
    assert counts[2] <= MOST_FOR_ONE


def test_opening_tasks_for_many_units_asks_for_their_people_once(office: Office) -> None:
    of_unit = {"b": '<gov:assignment role="LD_PHONG" unit="don_vi"/>', "a": SECRETARY}
    drawing = "s:start\n a:user\n b:user each don_vi of ds\n e:end\n s > a > b > e"
    publish(office, bundle(drawing, of_unit))
    counts = [
        completing(office, first_open(office, start(office, ds=[str(fresh_id()) for _ in range(size)])))
        for size in (2, 2, 12)
    ]
    assert counts[1] == counts[2]


def test_telling_many_people_takes_no_more_statements_than_telling_one(office: Office) -> None:
    counts = []
    for follower in ("LD_CQ", "CHUYEN_VIEN", "LD_CQ", "CHUYEN_VIEN"):
        drawing = f"s:start\n a:user\n {follower}:user\n e:end\n s > a > {follower} > e"
        publish(office, bundle(drawing, {"a": SECRETARY, follower: role(follower)}))
        counts.append(completing(office, first_open(office, start(office))))
    assert counts[2] == counts[3]
