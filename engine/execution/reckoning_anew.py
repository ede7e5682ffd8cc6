"""One locked case reckoned anew: its dates, what follows them, and what is written about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.deadline_terms import DeadlineTerms, read_terms
from engine.domain.definition import ProcessDefinition
from engine.domain.errors import Refusal
from engine.domain.states import InstanceState
from engine.execution import legal_dates
from engine.execution.clock import kept_terms
from engine.execution.history import HistoryWriter
from engine.execution.instances import Execution, resume
from engine.execution.legal_dates import Dated
from engine.execution.redating import (
    NO_DATES,
    Dates,
    carry_dates,
    change_values,
    dates_of,
    rearm,
    settle_lateness,
)
from engine.execution.stale_dates import StaleCase
from engine.execution.surroundings import Surroundings
from engine.runtime.following import rests_on_calendar
from engine.store.rows import Batch, Statement, write_one
from engine.store.tables import DeadlineChange, DeadlineReckoning, ProcessInstance, Task

REDATED: Final = "deadline.recomputed"
NOT_REDATED: Final = "deadline.not_recomputed"
_TELL: Final = Statement(
    insert(DeadlineChange).values(
        {column.name: bindparam(column.name) for column in DeadlineChange.__table__.columns}
    )
)
_Subject: TypeAlias = ProcessInstance | Task
_Sentences: TypeAlias = tuple[str, str]


@dataclass(kw_only=True)
class Pass:
    """One batch of a reckoning: what is written at its end, and what was already reckoned in it."""

    session: Session
    surroundings: Surroundings
    job: DeadlineReckoning
    now: datetime
    batch: Batch = field(default_factory=Batch)
    stamped_cases: list[UUID] = field(default_factory=list)
    stamped_tasks: list[UUID] = field(default_factory=list)
    changed: int = 0
    seen: int = 0
    _found: dict[tuple[UUID, str, str], Dated] = field(default_factory=dict)

    def reckon(self, case: StaleCase, row: _Subject, terms: DeadlineTerms, procedure: str) -> Dated:
        """The dates of a row; the same terms without a ledger are reckoned once. Raises Refusal."""
        ledger = case.ledger(row if isinstance(row, Task) else None) if case.entries else ()
        key = (row.agency_id, terms.text(), procedure)
        found = None if ledger else self._found.get(key)
        if found is None:
            found = legal_dates.dated(self.surroundings, row.agency_id, terms, ledger, procedure=procedure)
            if not ledger:
                self._found[key] = found
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """A row whose dates changed, or could not be reckoned: then with why."""

    row: _Subject
    before: Dates
    after: Dates
    why_not: _Sentences | None = None
    relieved: bool = False
    """Whether the mark of lateness was taken from it."""

    def told(self) -> dict[str, object]:
        """As the history tells it."""
        task = self.row if isinstance(self.row, Task) else None
        told: dict[str, object] = {"task": task.id, "element": task.element_id} if task else {}
        if self.why_not is not None:
            return {**told, "why": self.why_not[0], "why_en": self.why_not[1]}
        for name in ("legal_due", "target_due", "overdue_from"):
            old, new = getattr(self.before, name), getattr(self.after, name)
            if old != new:
                told[name] = [old, new]
        return {**told, "no_longer_late": True} if self.relieved else told


def reckon_case(work: Pass, case: StaleCase) -> None:
    """Reckon a case's dates anew and let its process follow.

    A row that cannot be reckoned is left as it is and told; so is a case whose process cannot follow.
    """
    work.seen += sum(one.legal_due is not None for one in _stale(work, case.row, case.tasks))
    try:
        _reckon(work, case)
    except Refusal as refusal:
        leave_case(work, case, _why(refusal))


def leave_case(work: Pass, case: StaleCase, why: _Sentences) -> None:
    """Leave a case as it was, its rows marked as looked at, and tell why."""
    row, tasks = case.unchanged()
    left = [
        _Moved(row=one, before=dates_of(one), after=NO_DATES, why_not=why)
        for one in _stale(work, row, tasks)
        if one.legal_due is not None
    ]
    work.stamped_cases.append(row.id)
    work.stamped_tasks += [task.id for task in case.tasks]
    if left:
        history = HistoryWriter(row, Actor.system(), work.now)
        history.record(NOT_REDATED, data=_account(work, left))
        _lines(work, row, left)
        history.write(work.batch)
        write_one(work.batch, row)


def _stale(work: Pass, row: ProcessInstance, tasks: Iterable[Task]) -> list[_Subject]:
    return [row, *tasks] if row.reckoned_by < work.job.version else list(tasks)


def _reckon(work: Pass, case: StaleCase) -> None:
    row = case.row
    model = work.surroundings.models.compiled(work.session, row.model_version_id)
    stale = [one for one in _stale(work, row, case.tasks) if one.legal_due is not None]
    follows = case.has_timers and rests_on_calendar(model)
    execution = _loaded(work, case) if follows or not all(one.deadline_terms for one in stale) else None
    moved: list[_Moved] = []
    written: list[_Subject] = []
    for one in stale:
        try:
            found = _found(work, case, one, model.definition, execution)
        except Refusal as refusal:
            moved.append(_Moved(row=one, before=dates_of(one), after=NO_DATES, why_not=_why(refusal)))
            continue
        change = _redated(work, one, found)
        moved += [change] if change else []
        if change or _rewritten(work, one, found):
            written.append(one)
    if execution is None and any(one.row is row and one.why_not is None for one in moved):
        execution = _loaded(work, case)
    _write(work, case, execution, moved, written)


def _loaded(work: Pass, case: StaleCase) -> Execution:
    return resume(work.session, work.surroundings, case.row, actor=Actor.system(), now=work.now)


def _found(
    work: Pass, case: StaleCase, row: _Subject, definition: ProcessDefinition, execution: Execution | None
) -> Dated:
    if row.deadline_terms:
        terms = read_terms(row.deadline_terms)
    else:
        terms = kept_terms(execution or _loaded(work, case), row)
    return work.reckon(case, row, terms, definition.process_id)


def _redated(work: Pass, row: _Subject, found: Dated) -> _Moved | None:
    """Write other dates on the row, with all that hangs on them; None where they are the same."""
    deadline, paused = found.reckoning.deadline, found.reckoning.paused_since
    before = dates_of(row)
    after = Dates(deadline.legal_due, deadline.target_due, None if paused else deadline.overdue_from)
    if before == after:
        return None
    legal_dates.write_dates(row, found)
    relieved = settle_lateness(row, work.now)
    rearm(row, work.surroundings, work.now, moved=True)
    return _Moved(row=row, before=before, after=after, relieved=relieved)


def _rewritten(work: Pass, row: _Subject, found: Dated) -> bool:
    """Write what else another calendar says of the same dates: why they are so, when the ladder goes on."""
    deadline = found.reckoning.deadline
    said = (row.deadline_terms, row.explanation, row.unconfirmed)
    explanation = legal_dates.canonical_pairs(deadline.explanation)
    differs = said != (found.terms.text(), explanation, deadline.unconfirmed)
    if differs:
        legal_dates.write_dates(row, found)
    return rearm(row, work.surroundings, work.now, moved=False) or differs


def _write(
    work: Pass,
    case: StaleCase,
    execution: Execution | None,
    moved: Sequence[_Moved],
    written: Sequence[_Subject],
) -> None:
    """Everything of the case into the batch; rows whose dates stay are only marked as looked at."""
    redated = [one for one in moved if one.why_not is None]
    accounts = {REDATED: redated, NOT_REDATED: [one for one in moved if one.why_not is not None]}
    if execution is None or not (_carried(execution) or redated):
        _write_rows(work, case.row, accounts, written)
    else:
        for kind, told in accounts.items():
            if told or kind == REDATED:
                execution.record(kind, data=_account(work, told))
        for one in written:
            if isinstance(one, Task):
                execution.keep(one)
        execution.save(into=work.batch)
    _lines(work, case.row, moved)
    work.changed += len(redated)
    done = {one.id for one in written}
    work.stamped_cases.append(case.row.id)
    work.stamped_tasks += [task.id for task in case.tasks if task.id not in done]


def _carried(execution: Execution) -> bool:
    """Let the process follow; whether anything in it moved."""
    process = execution.process
    before = process.waits()
    carry_dates(process, execution.row)
    if process.completed and execution.row.state == InstanceState.SUSPENDED:
        execution.row.state = InstanceState.RUNNING  # so that `save` sees it end
    return bool(process.trace()) or process.waits() != before


def _write_rows(
    work: Pass, row: ProcessInstance, accounts: Mapping[str, Sequence[_Moved]], written: Sequence[_Subject]
) -> None:
    """A case whose process nothing touches."""
    history = HistoryWriter(row, Actor.system(), work.now)
    for kind, told in accounts.items():
        if told:
            history.record(kind, data=_account(work, told))
    history.write(work.batch)
    if accounts[REDATED]:
        row.revision += 1
    if row in written or any(accounts.values()):
        write_one(work.batch, row)
    for one in written:
        if one is not row:
            write_one(work.batch, one)


def _lines(work: Pass, row: ProcessInstance, moved: Sequence[_Moved]) -> None:
    for one in moved:
        line = change_values(
            one.row,
            one.before,
            one.after,
            reason=one.why_not or (work.job.reason_vi, work.job.reason_en),
            now=work.now,
            reckoning=work.job.id,
            place=row.history_sequence,
        )
        work.batch.add(_TELL, line)


def _account(work: Pass, moved: Sequence[_Moved]) -> dict[str, object]:
    return {
        "version": work.job.version,
        "reason": work.job.reason_vi,
        "reason_en": work.job.reason_en,
        "dates": [one.told() for one in moved],
    }


def _why(refusal: Refusal) -> _Sentences:
    return refusal.vi, refusal.en
