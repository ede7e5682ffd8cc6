"""What a leaving member held: noted at the event, given to others by the secretary, passed on by a worker."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.commands.assign_task import AssignTask, assign_task
from engine.domain.errors import Refusal
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.mandate_refusals import AlreadyHeld
from engine.domain.states import LIVE_TASK_STATES
from engine.domain.values import Value
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import Task
from qms.committee.rules import HandOverState
from qms.committee.tables import CommitteeCheck, TaskHandOver
from qms.organisation.tables import Person

ORIGIN: Final = "P13"
REASON: Final = "Bàn giao khi kiện toàn Ban Chỉ đạo ISO"
AGAIN_AFTER: Final = timedelta(minutes=5)
_log = logging.getLogger(__name__)


def note_held(session: Session, check: CommitteeCheck, held: Value) -> None:
    """Enter the tasks that the event brought along, each once."""
    for told in held if isinstance(held, list) else []:
        task = parse_id(str(told.get("id"))) if isinstance(told, dict) else None
        person = parse_id(str(told.get("nguoi"))) if isinstance(told, dict) else None
        if task is None or person is None or not isinstance(told, dict):
            continue
        key = derived_id("task hand over", check.id, task)
        if session.get(TaskHandOver, key) is not None:
            continue
        session.add(
            TaskHandOver(
                id=key,
                agency_id=check.agency_id,
                check_id=check.id,
                task_id=task,
                task_name=str(told["ten"]),
                case_code=str(told["ho_so"]),
                personal=bool(told["rieng"]),
                from_id=person,
                from_name=str(told["ten_nguoi"]),
                to_id=None,
                decided_by=None,
                state=HandOverState.HELD,
                note="",
                run_at=None,
                done_at=None,
            )
        )
    session.flush()


def rows_of(session: Session, check: UUID) -> list[TaskHandOver]:
    """The tasks of a look at the committee."""
    asked = select(TaskHandOver).where(TaskHandOver.check_id == check)
    return list(session.scalars(asked.order_by(TaskHandOver.case_code, TaskHandOver.id)))


def look_at_held(session: Session, check: CommitteeCheck, now: datetime) -> list[TaskHandOver]:
    """Say of each where it is today; returns those that wait for their old holder alone."""
    waiting = []
    for row in rows_of(session, check.id):
        if row.state != HandOverState.HELD:
            continue
        task = session.get(Task, row.task_id)
        holder = session.get(Person, row.from_id)
        gone = holder is None or not holder.active or holder.agency_id != check.agency_id
        if task is None or task.state not in LIVE_TASK_STATES:
            row.state, row.done_at = HandOverState.OVER, now
        elif row.personal and gone and not task.in_person:
            waiting.append(row)
        elif not row.personal and (gone or task.claimed_by != row.from_id):
            row.state, row.done_at = HandOverState.BACK, now
    session.flush()
    return waiting


def decide(
    session: Session, check: CommitteeCheck, given: Mapping[UUID, UUID], by: UUID | None, now: datetime
) -> None:
    """Note to whom each goes (task to person); a worker passes them on."""
    for row in rows_of(session, check.id):
        receiver = given.get(row.task_id)
        if receiver is not None and row.state == HandOverState.HELD:
            row.to_id, row.decided_by = receiver, by
            row.state, row.run_at = HandOverState.TO_GO, now
    session.flush()


def pass_on_next(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Give one task to whom it was decided for, in the name of who decided; false where none is due.

    The verb of the engine locks the case of the task, so it runs by itself; told again, it finds the task
    held already. What it refuses stands in the register.
    """
    with store.reading() as session:
        row = session.scalars(
            select(TaskHandOver).where(TaskHandOver.run_at <= now).order_by(TaskHandOver.run_at).limit(1)
        ).first()
        if row is None:
            return False
        viewer = (
            surroundings.directory.viewer(session, row.decided_by, local_day(now)) if row.decided_by else None
        )
    if viewer is None:
        _finish(store, row.id, HandOverState.REFUSED, now, "Người quyết định không còn trong cơ quan.")
        return True
    command = AssignTask(task=row.task_id, viewer=viewer, origin=ORIGIN, to=row.to_id, reason=REASON)
    try:
        assign_task(store, surroundings, command, now)
    except AlreadyHeld:
        _finish(store, row.id, HandOverState.GIVEN, now)
    except Refusal as refusal:
        _finish(store, row.id, HandOverState.REFUSED, now, refusal.vi)
    except Exception:
        _log.exception("hand_over_failed", extra={"row": str(row.id)})
        _later(store, row.id, now)
        raise
    else:
        _finish(store, row.id, HandOverState.GIVEN, now)
    return True


def summary(rows: Iterable[TaskHandOver]) -> str:
    """The tasks as the form and the register tell of them."""
    lines = [
        f"{row.case_code}: {row.task_name} ({row.from_name}) – {_WORDS[HandOverState(row.state)]}"
        for row in rows
    ]
    return "\n".join(lines) or "Không có việc còn mở."


_WORDS: Final = {
    HandOverState.HELD: "còn đang giữ",
    HandOverState.BACK: "đã trở về nhóm",
    HandOverState.TO_GO: "chờ chuyển",
    HandOverState.GIVEN: "đã chuyển",
    HandOverState.REFUSED: "không chuyển được",
    HandOverState.OVER: "đã kết thúc",
}


def _finish(store: Store, key: UUID, state: HandOverState, now: datetime, note: str = "") -> None:
    with store.transaction() as session:
        row = session.get(TaskHandOver, key, with_for_update=True)
        if row is not None and row.run_at is not None:
            row.state, row.note, row.run_at, row.done_at = state, note, None, now


def _later(store: Store, key: UUID, now: datetime) -> None:
    with store.transaction() as session:
        row = session.get(TaskHandOver, key, with_for_update=True)
        if row is not None:
            row.run_at = now + AGAIN_AFTER
