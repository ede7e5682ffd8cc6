"""Comparing what the rows of a case say with what its process says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from engine.domain.assignment import Actor
from engine.domain.states import LIVE_TASK_STATES
from engine.execution.instances import lock
from engine.store.tables import EventSubscription, Incident, Job, Task, Timer
from tests.office import Office


def assert_shadowed(office: Office, instance: UUID) -> None:
    """Tasks, jobs, timers and subscriptions are those of the process, and incidents are counted right."""
    with office.system.store.transaction() as session:
        case = lock(session, office.system.surroundings, instance, actor=Actor.system(), now=office.now)
        waits = case.process.waits()

        def rows(table: type[Any], *columns: Any) -> set[tuple[Any, ...]]:
            found = session.execute(select(*columns).where(table.instance_id == instance))
            return {(str(one[0]), *one[1:]) for one in found}

        live = select(Task.id, Task.element_id).where(
            Task.instance_id == instance, Task.state.in_(LIVE_TASK_STATES)
        )
        assert {(str(task), element) for task, element in session.execute(live)} == set(waits.users.items())
        assert rows(Job, Job.id, Job.element_id) == set(waits.services.items())
        assert rows(Timer, Timer.id, Timer.element_id, Timer.due) == {
            (timer, *said) for timer, said in waits.timers.items()
        }
        awaits = EventSubscription
        assert rows(awaits, awaits.id, awaits.kind, awaits.name, awaits.correlation_key) == {
            (one.id, one.kind, one.name, one.key or "") for one in case.process.subscriptions()
        }
        unresolved = (Incident.instance_id == instance, Incident.resolved_at.is_(None))
        assert session.scalar(select(func.count()).where(*unresolved)) == case.row.open_incidents
