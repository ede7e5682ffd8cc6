"""What the command line shows of cases and inboxes, as plain data."""

from __future__ import annotations

from uuid import UUID

from engine.domain.local_time import local_day
from engine.domain.refusals import InstanceNotFound
from engine.queries.inbox import inbox
from engine.queries.inbox_statements import Queue
from engine.queries.instance import case_for_operators
from qms.accounts.commands import PersonNotFound
from qms.bootstrap import System
from qms.organisation.queries import person_by_username


def instance_report(system: System, instance: UUID) -> dict[str, object]:
    """A case for the operator of the system; raises InstanceNotFound."""
    with system.store.reading() as session:
        view = case_for_operators(session, system.surroundings, instance, system.clock.now())
    if view is None:
        raise InstanceNotFound(instance)
    return {
        "id": str(view.id),
        "code": view.code,
        "title": view.title,
        "model": view.definition.process_id,
        "state": view.state.value,
        "outcome": view.outcome,
        "started_at": view.started_at.isoformat(),
        "ended_at": view.ended_at.isoformat() if view.ended_at else None,
        "legal_due": view.legal_due.isoformat() if view.legal_due else None,
        "target_due": view.target_due.isoformat() if view.target_due else None,
        "overdue_at": view.overdue_at.isoformat() if view.overdue_at else None,
        "explanation": [vi for vi, _ in view.explanation],
        "tasks": [
            {
                "id": str(task.id),
                "element": task.element,
                "name": task.name,
                "title": task.title,
                "state": task.state.value,
                "role": task.role,
                "target_due": task.target_due.isoformat() if task.target_due else None,
            }
            for task in view.tasks
        ],
        "timers": [{"element": timer.element, "due": timer.due.isoformat()} for timer in view.timers],
        "incidents": [incident.message_vi for incident in view.incidents],
        "history": [
            {
                "sequence": event.sequence,
                "at": event.at.isoformat(),
                "kind": event.kind,
                "element": event.element,
            }
            for event in view.timeline
        ],
    }


def inbox_report(system: System, username: str) -> list[dict[str, object]]:
    """The tasks in somebody's inbox; raises PersonNotFound."""
    now = system.clock.now()
    with system.store.reading() as session:
        person = person_by_username(session, username)
        viewer = system.surroundings.directory.viewer(session, person, local_day(now)) if person else None
        if viewer is None:
            raise PersonNotFound(username)
        listed = inbox(
            session,
            viewer,
            now,
            queue=Queue.ALL,
            limit=500,
            directory=system.surroundings.directory,
        )
    return [
        {
            "id": str(row.id),
            "name": row.name,
            "title": row.title,
            "instance": str(row.instance),
            "case": row.case_code,
            "case_title": row.case_title,
            "state": row.state.value,
            "mine": row.mine,
            "legal_due": row.legal_due.isoformat() if row.legal_due else None,
            "target_due": row.target_due.isoformat() if row.target_due else None,
        }
        for row in listed.rows
    ]
