"""Pause, resume, reset or extend the clock of a case or of one of its tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.clock_refusals import ClockForbidden
from engine.domain.escalation import Audience
from engine.domain.forms.entries import clean_text
from engine.domain.identifiers import fresh_id
from engine.domain.interventions import (
    LONGEST_REASON,
    InstanceEnded,
    InterventionReasonMissing,
    InterventionReasonTooLong,
)
from engine.domain.local_time import clock_text, local_day
from engine.domain.refusals import InstanceNotFound, TaskGone, TaskNotFound
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.execution.clock import KINDS, REASONS, entry_told, move
from engine.execution.confidential import require_open
from engine.execution.history import record_audit
from engine.execution.instances import Execution, lock
from engine.execution.interventions import save_standing
from engine.execution.notices import CLOCK_MOVED, notify
from engine.execution.recipients import recipients
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveClock:
    """The entry that is to be made; without a task it moves the case and all its open tasks."""

    instance: UUID
    task: UUID | None = None
    entry: LedgerEntry
    """With who allowed it, its basis and the reason; `event` is for models alone."""
    viewer: Viewer | None
    """None for whoever commands the server itself."""
    origin: str


def may_move(viewer: Viewer | None, kind: ClockEntryKind) -> bool:
    """Administrators and the ISO secretary; to extend, the head of the agency too."""
    power = Power.EXTEND_DEADLINE if kind is ClockEntryKind.EXTENSION else Power.MOVE_CLOCK
    return viewer is None or may(viewer, power)


def move_clock(store: Store, surroundings: Surroundings, command: MoveClock, now: datetime) -> UUID:
    """Make the entry and let dates, ladders, variables and timers follow; the id of the entry.

    Raises ClockForbidden, InstanceNotFound, CaseConfidential, InstanceEnded, TaskNotFound, TaskGone,
    InterventionReasonMissing, InterventionReasonTooLong, and as `engine.execution.clock.move`.
    """
    if not may_move(command.viewer, command.entry.kind):
        raise ClockForbidden
    entry = _cleaned(command.entry)
    actor = Actor(person=command.viewer.person if command.viewer else None, origin=command.origin)
    with store.transaction() as session:
        execution = lock(session, surroundings, command.instance, actor=actor, now=now)
        row = execution.row
        if command.viewer is not None and row.agency_id != command.viewer.agency:
            raise InstanceNotFound(command.instance)
        if command.viewer is not None:
            require_open(session, command.viewer, row)
        if row.state not in LIVE_INSTANCE_STATES:
            raise InstanceEnded(command.instance)
        key = fresh_id()
        move(execution, entry, _task(execution, command.task), by_person=True, key=key)
        told = {"instance": row.id, "code": row.code, "task": command.task, **entry_told(entry)}
        record_audit(session, KINDS[entry.kind], actor=actor, agency=row.agency_id, now=now, data=told)
        save_standing(execution)
        _tell_holders(execution, entry, command.task, key)
        return key


def _tell_holders(execution: Execution, entry: LedgerEntry, task: UUID | None, key: UUID) -> None:
    """Tell those who hold or may take what it moved, once for each entry; not who made it."""
    session, row, now = execution.session, execution.row, execution.now
    about = session.get_one(Task, task) if task is not None else None
    held = recipients(session, execution.surroundings, row, about, (Audience.ASSIGNEE,), local_day(now))
    told = [person for person in held if person != execution.actor.person]
    vi, en = REASONS[entry.kind]
    grounds = f"{clock_text(entry.at)} ({entry.authority}; {entry.basis})"
    said = {"reason": f"{vi}: {grounds}. {entry.reason}", "reason_en": f"{en}: {grounds}. {entry.reason}"}
    notify(session, row, told, kind=CLOCK_MOVED, now=now, task=about, step=key.hex, data=said)


def _task(execution: Execution, task: UUID | None) -> Task | None:
    if task is None:
        return None
    row = execution.session.get(Task, task)
    if row is None or row.instance_id != execution.row.id:
        raise TaskNotFound(task)
    if row.state not in LIVE_TASK_STATES:
        raise TaskGone(task)
    return row


def _cleaned(entry: LedgerEntry) -> LedgerEntry:
    reason, authority, basis = (clean_text(text) for text in (entry.reason, entry.authority, entry.basis))
    if not reason:
        raise InterventionReasonMissing
    if max(map(len, (reason, authority, basis))) > LONGEST_REASON:
        raise InterventionReasonTooLong
    return replace(entry, event="", reason=reason, authority=authority, basis=basis)
