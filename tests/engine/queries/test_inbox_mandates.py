"""The inbox of who acts for others, against a model that asks every task whether it is open to the viewer."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import select

from engine.domain.assignment import Grant, MandatedGrant, Viewer, right_of
from engine.domain.identifiers import fresh_id
from engine.domain.mandates import Mandate, MandateForm
from engine.domain.states import TaskState
from engine.execution.recipients import candidates_of
from engine.queries.inbox import Inbox, inbox
from engine.queries.inbox_statements import Queue
from engine.store.tables import Task
from qms.demo_office.loading import agency_id, person_id, unit_id
from tests.engine.cases import AGENCY, bundle, publish, role, start, statements
from tests.office import Office

ROLES = ("LD_PHONG", "CHUYEN_VIEN", "VAN_THU")
UNITS = (None, unit_id(AGENCY, "P-KT"), unit_id(AGENCY, "P-NC"))
ME, HEAD, OTHER = (person_id(name) for name in ("camtien", "truongkt", "truongnc"))
MODELS, ELEMENTS = ("P06", "P08"), ("duyet", "ky")
TASKS, VIEWERS = 60, 14


def scatter(office: Office, chance: Random) -> list[Task]:
    """Open and claimed tasks of every kind, in one case."""
    publish(office, bundle("s:start\n a:user each muc of ds\n e:end\n s > a > e", {"a": role("VAN_THU")}))
    case = start(office, ds=list(range(TASKS)))
    with office.system.store.transaction() as session:
        tasks = list(session.scalars(select(Task).where(Task.instance_id == case).order_by(Task.id)))
        for task in tasks:
            task.role = chance.choice((None, *ROLES))
            task.unit_id = chance.choice(UNITS)
            task.person_id = chance.choice((None, None, None, ME, HEAD, OTHER))
            task.process_key, task.element_id = chance.choice(MODELS), chance.choice(ELEMENTS)
            task.in_person = chance.random() < 0.2
            task.target_due = chance.choice((None, office.today, office.today - timedelta(days=3)))
            task.claimed_by = chance.choice((None, None, ME, HEAD, OTHER))
            task.claimed_at = office.now if task.claimed_by else None
            task.state = TaskState.CLAIMED if task.claimed_by else TaskState.OPEN
            if task.claimed_by == ME and chance.random() < 0.5:
                task.claimed_for = HEAD
        session.flush()
        session.expunge_all()
    return tasks


def some(chance: Random, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(chance.sample(names, 1)) if chance.random() < 0.3 else frozenset()


def somebody(chance: Random) -> Viewer:
    """Own roles, and mandates of two principals that may overlap."""
    mandates = [
        Mandate(
            id=fresh_id(),
            principal=chance.choice((HEAD, OTHER)),
            form=chance.choice((MandateForm.AUTHORISED, MandateForm.ABSENCE)),
            decision="12/QĐ-VP",
            decided_on=date(2026, 11, chance.randint(1, 20)),
            valid_from=date(2026, 11, 20),
            valid_to=None,
            roles=some(chance, ROLES),
            procedures=some(chance, MODELS),
            elements=some(chance, ELEMENTS),
        )
        for _ in range(chance.randint(0, 3))
    ]
    return Viewer(
        person=ME,
        agency=agency_id(AGENCY),
        grants=tuple(
            Grant(role=chance.choice(ROLES), unit=chance.choice(UNITS)) for _ in range(chance.randint(0, 2))
        ),
        mandated=tuple(
            MandatedGrant(role=held, unit=chance.choice(UNITS), mandate=one)
            for one in mandates
            for held in chance.sample(ROLES, chance.randint(0, 2))
            if not one.roles or held in one.roles
        ),
        substitutes=tuple(one for one in mandates if one.form is MandateForm.ABSENCE),
    )


def expected(tasks: list[Task], viewer: Viewer, today: date) -> dict[Queue, set[UUID]]:
    found: dict[Queue, set[UUID]] = {queue: set() for queue in Queue}
    for task in tasks:
        right = right_of(viewer, candidates_of(task))
        if right is None:
            continue
        mine = task.claimed_by == viewer.person
        if not (mine or task.claimed_by is None or right.takes_over_from(task.claimed_by)):
            continue
        late = task.target_due is not None and task.target_due < today
        queues = {Queue.ALL, Queue.MINE if mine else Queue.OPEN, *([Queue.OVERDUE] if late else [])}
        for queue in queues:
            found[queue].add(task.id)
    return found


def look(office: Office, viewer: Viewer, queue: Queue, *, offset: int = 0, limit: int = 100) -> Inbox:
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        return inbox(
            session,
            viewer,
            office.now,
            queue=queue,
            offset=offset,
            limit=limit,
            directory=directory,
        )


def test_the_inbox_holds_exactly_what_is_open_to_the_viewer_each_once(office: Office) -> None:
    chance = Random(20261123)
    tasks = scatter(office, chance)
    known = {task.id: task for task in tasks}
    seen_for_others = 0
    for _ in range(VIEWERS):
        viewer = somebody(chance)
        model = expected(tasks, viewer, office.today)
        for queue in Queue:
            found = look(office, viewer, queue)
            listed = [row.id for row in found.rows]
            assert len(listed) == len(set(listed)) == found.total == found.counts[queue]
            assert set(listed) == model[queue], queue
            for line in found.rows:
                right = right_of(viewer, candidates_of(known[line.id]))
                assert right is not None
                assert (line.on_behalf_of is None) == (right.mandate is None)
                assert line.form == (right.mandate.form if right.mandate else None)
                seen_for_others += right.mandate is not None
        whole = [row.id for row in look(office, viewer, Queue.ALL).rows]
        pages = [look(office, viewer, Queue.ALL, offset=at, limit=20).rows for at in range(0, len(whole), 20)]
        assert [row.id for page in pages for row in page] == whole
    assert seen_for_others > VIEWERS


def test_for_others_or_not_the_inbox_takes_no_more_statements(office: Office) -> None:
    chance = Random(7)
    scatter(office, chance)
    viewer = next(one for one in (somebody(chance) for _ in range(99)) if one.mandated and one.substitutes)
    counts = []
    for one in (viewer, Viewer(person=ME, agency=viewer.agency, grants=viewer.grants)):
        with statements(office.system.store.engine) as seen:
            look(office, one, Queue.ALL)
        counts.append(len(seen))
    assert max(counts) <= 3
