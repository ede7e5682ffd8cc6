"""The control sheet of a case: who handed each step to whom, when, and whether it was done in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.queries.instance import InstanceView, TaskLine, TimelineEvent

_GIVEN_BACK: Final = ("task.released", "task.returned", "task.reassigned")


class Punctuality(StrEnum):
    """How a step stands to its due date."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    OPEN = "open"
    OPEN_LATE = "open_late"
    NO_DUE = "no_due"
    GIVEN_BACK = "given_back"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One row: a step given, received and finished; a step given back begins another row."""

    task: TaskLine
    given_by: UUID | None
    """None: the system."""
    given_at: datetime
    received_by: UUID | None = None
    received_at: datetime | None = None
    done_at: datetime | None = None
    due: date | None = None
    """The legal due date; the target where no law sets one."""
    punctuality: Punctuality = Punctuality.OPEN
    note: str = ""
    in_name: Mapping[str, object] = field(default_factory=dict)
    """The data of the event by which it was received or done, where that was in another's name."""


def hand_overs(view: InstanceView, now: datetime) -> tuple[HandOver, ...]:
    """The rows of a case's sheet, in the order in which the steps were given."""
    told: dict[UUID, list[TimelineEvent]] = {}
    for event in view.timeline:
        if event.task is not None and event.kind.startswith("task."):
            told.setdefault(event.task, []).append(event)
    rows = [row for task in view.tasks for row in _of_task(task, told.get(task.id, []), now)]
    return tuple(sorted(rows, key=lambda row: row.given_at))


def punctuality_of(
    due: date | None, overdue_from: datetime | None, done_at: datetime | None, now: datetime
) -> Punctuality:
    """By the moment from which it is late, where one is known; else by the day in Vietnam."""
    at = done_at or now
    if due is None:
        return Punctuality.NO_DUE if done_at else Punctuality.OPEN
    late = at >= overdue_from if overdue_from is not None else local_day(at) > due
    if done_at is None:
        return Punctuality.OPEN_LATE if late else Punctuality.OPEN
    if late:
        return Punctuality.LATE
    return Punctuality.EARLY if local_day(done_at) < due else Punctuality.ON_TIME


def _of_task(task: TaskLine, events: list[TimelineEvent], now: datetime) -> list[HandOver]:
    due = task.legal_due or task.target_due
    row = HandOver(task=task, given_by=None, given_at=task.created_at, due=due)
    rows: list[HandOver] = []
    for event in events:
        match event.kind:
            case "task.created":
                row = replace(row, given_by=event.actor, given_at=event.at)
            case "task.claimed":
                rows, row = _taken_over(rows, row, event)
                row = replace(row, received_by=event.actor, received_at=event.at, in_name=_in_name(event))
            case "task.completed":
                rows, row = _taken_over(rows, row, event)
                row = _done(row, event, now)
            case "task.cancelled":
                row = replace(row, done_at=event.at, punctuality=Punctuality.CANCELLED)
            case "task.assigned":
                if row.received_at:
                    rows.append(replace(row, done_at=event.at, punctuality=Punctuality.GIVEN_BACK))
                row = _assigned(task, event, due)
            case kind if kind in _GIVEN_BACK:
                reason = str(event.data.get("reason", ""))
                given_back = replace(row, done_at=event.at, punctuality=Punctuality.GIVEN_BACK, note=reason)
                rows.append(given_back)
                row = HandOver(task=task, given_by=event.actor, given_at=event.at, due=due)
            case _:
                pass
    if row.done_at is None:
        row = replace(row, punctuality=punctuality_of(due, task.overdue_from, None, now))
    return [*rows, row]


def _taken_over(rows: list[HandOver], row: HandOver, event: TimelineEvent) -> tuple[list[HandOver], HandOver]:
    """Where somebody else held the step until now, as the absent do whose substitute goes on with it."""
    if row.received_at is None or row.received_by == event.actor:
        return rows, row
    before = replace(row, done_at=event.at, punctuality=Punctuality.GIVEN_BACK)
    return [*rows, before], HandOver(task=row.task, given_by=row.received_by, given_at=event.at, due=row.due)


def _done(row: HandOver, event: TimelineEvent, now: datetime) -> HandOver:
    """Who finishes a step without having taken it first received it at that moment."""
    taken = row if row.received_at else replace(row, received_by=event.actor, received_at=event.at)
    legal = row.task.overdue_from if row.task.legal_due else None
    return replace(
        taken,
        done_at=event.at,
        in_name=_in_name(event),
        punctuality=punctuality_of(row.due, legal, event.at, now),
    )


def _assigned(task: TaskLine, event: TimelineEvent, due: date | None) -> HandOver:
    """Given to a person, who has received it at that moment, or back to the queue."""
    to = parse_id(str(event.data.get("to")))
    return HandOver(
        task=task,
        given_by=event.actor,
        given_at=event.at,
        received_by=to,
        received_at=event.at if to else None,
        due=due,
        note=str(event.data.get("reason", "")),
        in_name=_in_name(event) if to else {},
    )


def _in_name(event: TimelineEvent) -> Mapping[str, object]:
    return event.data if event.data.get("on_behalf_of") else {}
