"""What a change of legal time would do to open deadlines, looked at before it is applied, without a lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import Row, Select, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from engine.domain.clock_ledger import Reckoning
from engine.domain.deadline_terms import DeadlineTerms, read_terms
from engine.domain.errors import Refusal
from engine.domain.local_time import local_day
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.execution.clock_rows import ledger_of
from engine.execution.stale_dates import read_entries
from engine.store.tables import ModelVersion, ProcessInstance, Task
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.changes import ChangeNotFound
from qms.legal_time.edits import Edit, read_edits
from qms.legal_time.keeping import load_book
from qms.legal_time.lines import DayLine, HoursLine, PolicyLine, changed
from qms.legal_time.scopes import Scope
from qms.legal_time.tables import LegalTimeChange
from qms.organisation.tables import Agency

MOST_RECKONED: Final = 20_000
"""Deadlines that a preview reckons; of more it says that there are more."""
_CHUNK: Final = 1_000
_NEAR: Final = timedelta(days=21)
"""How far outside the span of a deadline a day off may still move it: the longest rest is that of Tết."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """One deadline that would move; the task is None for the deadline of the whole case."""

    agency: UUID
    instance: UUID
    task: UUID | None
    case_code: str
    case_title: str
    task_name: str
    old_legal_due: date
    new_legal_due: date
    old_target_due: date
    new_target_due: date
    late_at_once: bool
    """In time by its old date and late by the new one."""
    no_longer_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would follow from a change."""

    changed: int
    """Deadlines that would move."""
    cases: int
    late_at_once: int
    no_longer_late: int
    impossible: int
    """Deadlines that could not be reckoned any more and would stay as they are."""
    complete: bool
    """False where there are more deadlines than a preview reckons, or some of which nobody kept by what they
    are reckoned: those of before revision 0009, until a worker has first reckoned them anew."""
    rows: tuple[DateChange, ...]
    """The page asked for: those that would be late first, then by their new date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reach:
    """Which deadlines a change can move."""

    agencies: tuple[UUID, ...] | None
    """None: all."""
    days: tuple[date, ...]
    """Sorted days that differ; the only ones, unless `anything` or a policy differs too."""
    policies: frozenset[str]
    anything: bool
    """Whether hours differ, so that every deadline may move."""

    def touches(self, terms: DeadlineTerms, legal_due: date, target_due: date) -> bool:
        if self.anything or (terms.policy is not None and terms.policy in self.policies):
            return True
        anchor = terms.anchor
        begins = local_day(anchor) if isinstance(anchor, datetime) else anchor
        first = min(begins or target_due, target_due) - _NEAR
        last = max(legal_due, target_due) + _NEAR
        return any(first <= day <= last for day in self.days)


_Known: TypeAlias = dict[tuple[UUID, str, str], Reckoning | None]


@dataclass(slots=True)
class _Look:
    """Reckons by the book that would hold; the same terms once."""

    book: LegalTimeBook
    reckoned: int = 0
    known: _Known = field(default_factory=dict)

    def at(self, row: Row[Any], terms: DeadlineTerms, ledger: Sequence[Any]) -> Reckoning | None:
        """None where it cannot be reckoned."""
        key = (row.agency, row.terms, row.procedure)
        if not ledger and key in self.known:
            return self.known[key]
        self.reckoned += 1
        found: Reckoning | None = None
        with suppress(Refusal):
            found = self.book.reckon(row.agency, terms, ledger, procedure=row.procedure)
        if not ledger:
            self.known[key] = found
        return found


def preview_change(
    session: Session,
    change: UUID,
    *,
    now: datetime,
    agency: UUID | None = None,
    offset: int = 0,
    limit: int = 50,
) -> Preview:
    """What a kept draft would do; `agency` looks at its cases alone.

    Raises ChangeNotFound, and as `LegalTimeBook.with_edits`.
    """
    row = session.get(LegalTimeChange, change)
    if row is None:
        raise ChangeNotFound(change)
    scope = Scope(province=row.province, agency=row.agency_id)
    edits = read_edits(row.edits)
    return preview_edits(session, scope, edits, now=now, agency=agency, offset=offset, limit=limit)


def preview_edits(
    session: Session,
    scope: Scope,
    edits: Iterable[Edit],
    *,
    now: datetime,
    agency: UUID | None = None,
    offset: int = 0,
    limit: int = 50,
) -> Preview:
    """What edits would do that nobody has drafted yet, in one snapshot (`Store.reading`)."""
    before = load_book(session)
    after = before.with_edits(scope, edits)
    return preview_book(session, before, after, scope, now=now, agency=agency, offset=offset, limit=limit)


def preview_in_force(session: Session, *, now: datetime, offset: int = 0, limit: int = 50) -> Preview:
    """Which open deadlines differ from what holds: those that a worker has still to reckon anew."""
    reach = _Reach(agencies=None, days=(), policies=frozenset(), anything=True)
    return _preview(session, load_book(session), reach, now, offset, limit)


def preview_book(
    session: Session,
    before: LegalTimeBook,
    after: LegalTimeBook,
    scope: Scope,
    *,
    now: datetime,
    agency: UUID | None = None,
    offset: int = 0,
    limit: int = 50,
) -> Preview:
    """What would follow where `after` held instead of `before`, which differ in one scope."""
    reach = _reach(session, before, after, scope, agency)
    return _preview(session, after, reach, now, offset, limit)


def _preview(
    session: Session, book: LegalTimeBook, reach: _Reach, now: datetime, offset: int, limit: int
) -> Preview:
    look = _Look(book)
    moved: list[DateChange] = []
    impossible, complete = 0, not _without_terms(session, reach)
    for row, terms, ledger in _touched(session, reach):
        if look.reckoned >= MOST_RECKONED:
            complete = False
            break
        found = look.at(row, terms, ledger)
        if found is None:
            impossible += 1
        elif (change := _compared(row, found, now)) is not None:
            moved.append(change)
    moved.sort(key=lambda one: (not one.late_at_once, one.new_legal_due, one.case_code, one.task_name))
    return Preview(
        changed=len(moved),
        cases=len({one.instance for one in moved}),
        late_at_once=sum(one.late_at_once for one in moved),
        no_longer_late=sum(one.no_longer_late for one in moved),
        impossible=impossible,
        complete=complete,
        rows=tuple(moved[offset : offset + limit]),
    )


def _without_terms(session: Session, reach: _Reach) -> bool:
    """Whether open deadlines are left that only their process can tell how to reckon."""
    if not (reach.days or reach.policies or reach.anything):
        return False
    for table, live in ((ProcessInstance, LIVE_INSTANCE_STATES), (Task, LIVE_TASK_STATES)):
        old = select(table.id).where(
            table.state.in_(live), table.legal_due.is_not(None), table.deadline_terms.is_(None)
        )
        if reach.agencies is not None:
            old = old.where(table.agency_id.in_(reach.agencies))
        if session.scalar(old.limit(1)) is not None:
            return True
    return False


def preview_move(
    session: Session,
    agency: UUID,
    province: str,
    *,
    now: datetime,
    offset: int = 0,
    limit: int = 50,
) -> Preview:
    """What would follow if the agency lay in that province; applied by `provinces.agencies_moved`."""
    before = load_book(session)
    provinces = {row.id: row.province for row in session.execute(select(Agency.id, Agency.province))}
    after = LegalTimeBook(
        version=before.version + 1, lines=before.lines, provinces={**provinces, agency: province}
    )
    reach = _Reach(agencies=(agency,), days=(), policies=frozenset(), anything=True)
    return _preview(session, after, reach, now, offset, limit)


def _reach(
    session: Session, before: LegalTimeBook, after: LegalTimeBook, scope: Scope, agency: UUID | None
) -> _Reach:
    lines = [line for part in changed(before.lines, after.lines) for line in part]
    days = sorted({line.day.day for line in lines if isinstance(line, DayLine)})
    policies = frozenset(line.policy.code for line in lines if isinstance(line, PolicyLine))
    return _Reach(
        agencies=_agencies(session, scope, agency),
        days=tuple(days),
        policies=policies,
        anything=any(isinstance(line, HoursLine) for line in lines),
    )


def _agencies(session: Session, scope: Scope, agency: UUID | None) -> tuple[UUID, ...] | None:
    if scope.agency is not None:
        inside: tuple[UUID, ...] | None = (scope.agency,)
    elif scope.province is not None:
        inside = tuple(session.scalars(select(Agency.id).where(Agency.province == scope.province)))
    else:
        inside = None
    if agency is None:
        return inside
    return (agency,) if inside is None or agency in inside else ()


def _touched(session: Session, reach: _Reach) -> Iterator[tuple[Row[Any], DeadlineTerms, Sequence[Any]]]:
    """Open deadlines that the change can move, each with its terms and its ledger."""
    if not (reach.days or reach.policies or reach.anything):
        return
    found = session.execute(_open_deadlines(reach).execution_options(yield_per=_CHUNK))
    for chunk in found.partitions(_CHUNK):
        near = [
            (row, terms)
            for row in chunk
            if reach.touches(terms := read_terms(row.terms), row.legal_due, row.target_due)
        ]
        entries = read_entries(session, list({row.instance for row, _ in near if row.clock_entries}))
        for row, terms in near:
            yield row, terms, _ledger(row, entries.get(row.instance, ()))


def _ledger(row: Row[Any], entries: Sequence[Any]) -> Sequence[Any]:
    if not entries:
        return ()
    return ledger_of(entries, None if row.task is None else Task(id=row.task, created_at=row.began))


def _open_deadlines(reach: _Reach) -> Select[Any]:
    """Deadlines of live cases and of their open tasks."""
    case = (
        ProcessInstance.id.label("instance"),
        ProcessInstance.agency_id.label("agency"),
        ProcessInstance.code.label("code"),
        ProcessInstance.title.label("title"),
        ProcessInstance.clock_entries.label("clock_entries"),
        ModelVersion.key.label("procedure"),
    )
    live = ProcessInstance.state.in_(LIVE_INSTANCE_STATES)
    of_cases = select(
        *case,
        null().label("task"),
        literal("").label("name"),
        ProcessInstance.started_at.label("began"),
        *_dates(ProcessInstance),
    ).join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
    of_tasks = (
        select(
            *case,
            Task.id.label("task"),
            Task.name.label("name"),
            Task.created_at.label("began"),
            *_dates(Task),
        )
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(Task.state.in_(LIVE_TASK_STATES))
    )
    both = []
    for table, statement in ((ProcessInstance, of_cases), (Task, of_tasks)):
        narrowed = statement.where(live, table.legal_due.is_not(None), table.deadline_terms.is_not(None))
        if reach.agencies is not None:
            narrowed = narrowed.where(table.agency_id.in_(reach.agencies))
        if not (reach.anything or reach.policies):
            narrowed = narrowed.where(
                func.greatest(table.legal_due, table.target_due) >= reach.days[0] - _NEAR
            )
        both.append(narrowed)
    return select(union_all(*both).subquery())


def _dates(table: type[ProcessInstance | Task]) -> tuple[Any, ...]:
    return (
        table.deadline_terms.label("terms"),
        table.legal_due.label("legal_due"),
        table.target_due.label("target_due"),
        table.overdue_from.label("overdue_from"),
    )


def _compared(row: Row[Any], found: Reckoning, now: datetime) -> DateChange | None:
    deadline = found.deadline
    overdue_from = None if found.paused_since else deadline.overdue_from
    if (row.legal_due, row.target_due, row.overdue_from) == (
        deadline.legal_due,
        deadline.target_due,
        overdue_from,
    ):
        return None
    was_late = row.overdue_from is not None and row.overdue_from <= now
    is_late = overdue_from is not None and overdue_from <= now
    return DateChange(
        agency=row.agency,
        instance=row.instance,
        task=row.task,
        case_code=row.code,
        case_title=row.title,
        task_name=row.name,
        old_legal_due=row.legal_due,
        new_legal_due=deadline.legal_due,
        old_target_due=row.target_due,
        new_target_due=deadline.target_due,
        late_at_once=is_late and not was_late,
        no_longer_late=was_late and not is_late,
    )
