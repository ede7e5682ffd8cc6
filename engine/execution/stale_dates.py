"""Cases whose dates rest on an older version of legal time: found, locked and read in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, Integer, Uuid, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.clock_ledger import LedgerEntry
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.execution.clock_rows import ledger_of
from engine.execution.instances import INSTANCES, TASKS
from engine.store.rows import Rows, Statement
from engine.store.tables import ClockEntry, DeadlineReckoning, ProcessInstance, Task, Timer

SETTLED_AFTER: Final = timedelta(seconds=30)
"""How long after a change another process may still give dates by the old calendar."""

_NOBODY: Final = UUID(int=0)
_VERSION: Final = bindparam("version", type_=Integer)
_IDS: Final = func.any(bindparam("ids", type_=ARRAY(Uuid)))
_STALE_TASK: Final = and_(
    or_(*(Task.state == state for state in LIVE_TASK_STATES)),
    Task.legal_due.is_not(None),
    Task.reckoned_by < _VERSION,
)
_STALE: Final = and_(
    or_(*(ProcessInstance.state == state for state in LIVE_INSTANCE_STATES)),
    or_(
        bindparam("agency", type_=Uuid).is_(None),
        ProcessInstance.agency_id == bindparam("agency", type_=Uuid),
    ),
    or_(
        and_(
            ProcessInstance.reckoned_by < _VERSION,
            # A case without dates may have timers in working days; one that began later has right ones.
            or_(
                ProcessInstance.legal_due.is_not(None),
                ProcessInstance.started_at <= bindparam("settled", type_=DateTime(timezone=True)),
            ),
        ),
        exists().where(Task.instance_id == ProcessInstance.id, _STALE_TASK),
    ),
)
_CLAIM: Final = Statement(
    INSTANCES.select()
    .where(ProcessInstance.id > bindparam("after", type_=Uuid), _STALE)
    .order_by(ProcessInstance.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(of=ProcessInstance, skip_locked=True)
)
_ANY_STALE: Final = Statement(select(exists(select(ProcessInstance.id).where(_STALE))))
_TASKS: Final = Statement(TASKS.select().where(Task.instance_id == _IDS, _STALE_TASK).order_by(Task.id))
_WITH_TIMERS: Final = Statement(select(Timer.instance_id).where(Timer.instance_id == _IDS).distinct())
_LEDGERS: Final = Rows(ClockEntry)
_ENTRIES: Final = Statement(
    _LEDGERS.select().where(ClockEntry.instance_id == _IDS).order_by(ClockEntry.sequence)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleCase:
    """A locked case with what is stale in it, as rows that belong to no session."""

    row: ProcessInstance
    tasks: tuple[Task, ...]
    values: Sequence[object]
    """Of the instance's row, from which it can be made anew."""
    task_values: tuple[Sequence[object], ...]
    entries: tuple[ClockEntry, ...]
    has_timers: bool

    def unchanged(self) -> tuple[ProcessInstance, tuple[Task, ...]]:
        """The rows as they were read, whatever was set on them since."""
        return INSTANCES.one(self.values), tuple(TASKS.one(values) for values in self.task_values)

    def ledger(self, task: Task | None) -> tuple[LedgerEntry, ...]:
        """What moved the clock of the case, or that of a task of it."""
        return ledger_of(self.entries, task)


def settled_at(job: DeadlineReckoning) -> datetime:
    """From when on nobody gives dates by what held before the reckoning."""
    return job.begun_at + SETTLED_AFTER


def claim_batch(session: Session, job: DeadlineReckoning, most: int) -> list[StaleCase]:
    """The next stale cases by id, locked; cases that somebody else has locked are left for the next sweep."""
    after = job.after_instance or _NOBODY
    found = _CLAIM.run(session, after=after, most=most, **_bounds(job)).fetchall()
    rows = [INSTANCES.one(values) for values in found]
    ids = [row.id for row in rows]
    if not ids:
        return []
    tasks: dict[UUID, list[Sequence[object]]] = defaultdict(list)
    for values in _TASKS.run(session, ids=ids, version=job.version):
        tasks[TASKS.one(values).instance_id].append(values)
    timed = {instance for (instance,) in _WITH_TIMERS.run(session, ids=ids)}
    entries = read_entries(session, [row.id for row in rows if row.clock_entries])
    return [
        StaleCase(
            values=values,
            row=row,
            tasks=tuple(TASKS.one(one) for one in tasks[row.id]),
            task_values=tuple(tasks[row.id]),
            entries=tuple(entries.get(row.id, ())),
            has_timers=row.id in timed,
        )
        for values, row in zip(found, rows, strict=True)
    ]


def any_stale(session: Session, job: DeadlineReckoning) -> bool:
    """Whether dates are left that rest on an older version, locked or not."""
    (left,) = _ANY_STALE.run(session, **_bounds(job)).fetchone() or (False,)
    return bool(left)


def read_entries(session: Session, instances: Sequence[UUID]) -> Mapping[UUID, list[ClockEntry]]:
    """The ledgers of cases, each in its order."""
    found: dict[UUID, list[ClockEntry]] = defaultdict(list)
    if instances:
        for values in _ENTRIES.run(session, ids=list(instances)):
            entry = _LEDGERS.one(values)
            found[entry.instance_id].append(entry)
    return found


def _bounds(job: DeadlineReckoning) -> dict[str, Any]:
    return {"version": job.version, "agency": job.agency_id, "settled": settled_at(job)}
