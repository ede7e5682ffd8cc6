"""Reckon open deadlines anew after a change of legal time, a bounded batch of cases at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Uuid, bindparam, func, select, update
from sqlalchemy.orm import Session

from engine.execution.reckoning_anew import Pass, leave_case, reckon_case
from engine.execution.reckoning_notices import tell_all
from engine.execution.stale_dates import StaleCase, any_stale, claim_batch, settled_at
from engine.execution.surroundings import Surroundings
from engine.store.rows import Statement
from engine.store.session import Store, StoreUnreachable
from engine.store.tables import DeadlineReckoning, ProcessInstance, Task

BATCH: Final = 200
"""Cases of one transaction: an officer who acts on one of them waits that long at most."""
SOON: Final = timedelta(seconds=1)
_FAULT: Final = (
    "Không tính lại được hạn của hồ sơ này vì một lỗi của hệ thống; hạn cũ được giữ nguyên.",
    "The dates of this case could not be reckoned anew because of a fault of the system; they stay.",
)
_IDS: Final = func.any(bindparam("ids", type_=ARRAY(Uuid)))
_VERSION: Final = bindparam("version", type_=Integer)
_STAMPS: Final = tuple(
    Statement(update(table).where(table.id == _IDS).values(reckoned_by=_VERSION))
    for table in (ProcessInstance, Task)
)
_log = logging.getLogger(__name__)


def recompute_next_batch(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Reckon the next batch of cases anew, or end the reckoning; false when none is due.

    A reckoning sweeps over all live cases by their ids, until half a minute after the change nothing is
    stale any more: until then another process may still have given dates by what held before. A case that
    brings a batch down is done alone, and left as it was if it cannot be done.
    """
    try:
        return _one_batch(store, surroundings, now, BATCH, reckon_case)
    except StoreUnreachable:
        raise
    except Exception:
        _log.exception("recompute_batch_failed")
    try:
        return _one_batch(store, surroundings, now, 1, reckon_case)
    except StoreUnreachable:
        raise
    except Exception:
        _log.exception("recompute_case_failed")
        return _one_batch(store, surroundings, now, 1, partial(leave_case, why=_FAULT))


def _one_batch(
    store: Store,
    surroundings: Surroundings,
    now: datetime,
    most: int,
    act: Callable[[Pass, StaleCase], None],
) -> bool:
    with store.transaction() as session:
        job = _claim(session, now)
        if job is None:
            return False
        by = surroundings.deadlines.version
        if by < job.version:
            job.run_at = now + SOON  # this process has not heard of the change yet
            return True
        cases = claim_batch(session, job, most)
        if cases:
            work = Pass(session=session, surroundings=surroundings, job=job, now=now)
            for case in cases:
                act(work, case)
            work.batch.run(session)
            _stamp(work, by)
            job.seen += work.seen
            job.changed += work.changed
        _move_on(session, surroundings, job, cases, most, now)
        return True


def _claim(session: Session, now: datetime) -> DeadlineReckoning | None:
    return session.scalars(
        select(DeadlineReckoning)
        .where(DeadlineReckoning.finished_at.is_(None), DeadlineReckoning.run_at <= now)
        .order_by(DeadlineReckoning.version)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()


def _stamp(work: Pass, version: int) -> None:
    """Mark what was looked at and stays; after the batch, which must not write the same row twice."""
    for statement, ids in zip(_STAMPS, _stamped(work), strict=True):
        if ids:
            statement.run(work.session, ids=ids, version=version)


def _stamped(work: Pass) -> tuple[list[UUID], list[UUID]]:
    return work.stamped_cases, work.stamped_tasks


def _move_on(
    session: Session,
    surroundings: Surroundings,
    job: DeadlineReckoning,
    cases: list[StaleCase],
    most: int,
    now: datetime,
) -> None:
    """The next batch of the sweep, the next sweep, or the end."""
    if len(cases) == most:
        job.after_instance = cases[-1].row.id
        return
    first_of_sweep = job.after_instance is None
    job.after_instance = None
    job.sweep += 1
    if now < settled_at(job):
        job.run_at = settled_at(job)
    elif any_stale(session, job):
        job.run_at = now if first_of_sweep and cases else now + SOON
    else:
        job.finished_at = now
        tell_all(session, surroundings, job, now)
