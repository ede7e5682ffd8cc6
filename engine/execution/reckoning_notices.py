"""Telling once, at the end of a reckoning, whose dates it moved and where it could not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Candidates
from engine.domain.delivery import SETTLE
from engine.domain.identifiers import derived_id
from engine.domain.local_time import day_text, local_day
from engine.domain.states import LIVE_TASK_STATES
from engine.execution.history import canonical
from engine.execution.notices import REQUIRED, leave
from engine.execution.recipients import WhoMayTake, watchers
from engine.execution.surroundings import Surroundings
from engine.store.tables import DeadlineChange, DeadlineReckoning, ProcessInstance, Task

DATES_CHANGED: Final = "M13"
WATCHER: Final = "watcher"
HOLDER: Final = "holder"
MOST_LISTED: Final = 20
"""Tasks that one notice lists; how many more there are is said."""
_CHANGED: Final = DeadlineChange.new_legal_due.is_not(None)
_QUEUE: Final = (
    *("agency_id", "claimed_by", "role", "unit_id", "person_id", "process_key", "element_id", "in_person"),
)
"""Tasks that are alike in these wait for the same people, also for those whose mandates reach but some."""
_COUNT_VI: Final = "{count} thời hạn được tính lại"
_COUNT_EN: Final = "{count} deadlines reckoned anew"
_UNDONE_VI: Final = "{count} thời hạn chưa tính lại được"
_UNDONE_EN: Final = "{count} deadlines not reckoned anew"
_FAILED_VI: Final = "{count} thời hạn không tính lại được, xin xem hồ sơ và xử lý."
_FAILED_EN: Final = "{count} deadlines could not be reckoned anew; please look at their cases."
_MORE_VI: Final = "… và {count} việc khác."
_MORE_EN: Final = "… and {count} more tasks."


@dataclass(slots=True)
class _Told:
    """What one person is told: how many tasks, and a line for the first of them."""

    agency: UUID
    count: int
    lines: list[str]


def tell_all(session: Session, surroundings: Surroundings, job: DeadlineReckoning, now: datetime) -> None:
    """Leave one notice for each person concerned; telling again changes nothing.

    These are the administrators and ISO secretaries of agencies whose dates moved or could not be reckoned,
    and whoever holds, or may take, a task whose dates moved.
    """
    day = local_day(now)
    leave(session, list(_to_watchers(session, surroundings, job, now, day)))
    leave(session, list(_to_holders(session, surroundings, job, now, day)))


def _to_watchers(
    session: Session, surroundings: Surroundings, job: DeadlineReckoning, now: datetime, day: date
) -> Iterator[dict[str, object]]:
    counts = session.execute(
        select(
            DeadlineChange.agency_id,
            func.count().filter(_CHANGED),
            func.count().filter(~_CHANGED),
            func.count(func.distinct(DeadlineChange.instance_id)).filter(_CHANGED),
        )
        .where(DeadlineChange.reckoning_id == job.id)
        .group_by(DeadlineChange.agency_id)
        .order_by(DeadlineChange.agency_id)
    )
    for agency, changed, failed, cases in counts.all():
        vi = [job.reason_vi, f"Số hồ sơ có hạn thay đổi: {cases}."]
        en = [job.reason_en, f"Cases whose dates changed: {cases}."]
        titles = (_COUNT_VI.format(count=changed), _COUNT_EN.format(count=changed))
        if failed and not changed:
            titles = (_UNDONE_VI.format(count=failed), _UNDONE_EN.format(count=failed))
        if failed:
            vi.append(_FAILED_VI.format(count=failed))
            en.append(_FAILED_EN.format(count=failed))
        for person in watchers(session, surroundings, agency, day):
            yield _row(job, agency, person, WATCHER, now, titles=titles, vi=vi, en=en, required=failed > 0)


def _to_holders(
    session: Session, surroundings: Surroundings, job: DeadlineReckoning, now: datetime, day: date
) -> Iterator[dict[str, object]]:
    told: dict[UUID, _Told] = {}
    for queue, persons, count, lines in _queues(session, surroundings, job, day):
        for person in persons:
            one = told.setdefault(person, _Told(queue, 0, []))
            one.count += count
            one.lines += lines
    for person, one in told.items():
        listed = one.lines[:MOST_LISTED]
        more = one.count - len(listed)
        vi = [job.reason_vi, *listed, *([_MORE_VI.format(count=more)] if more else [])]
        en = [job.reason_en, *listed, *([_MORE_EN.format(count=more)] if more else [])]
        titles = (_COUNT_VI.format(count=one.count), _COUNT_EN.format(count=one.count))
        yield _row(job, one.agency, person, HOLDER, now, titles=titles, vi=vi, en=en)


def _queues(
    session: Session, surroundings: Surroundings, job: DeadlineReckoning, day: date
) -> Iterator[tuple[UUID, Sequence[UUID], int, list[str]]]:
    """Tasks whose dates moved by whom they wait for: agency, persons, how many, a line for the first."""
    queue = tuple(getattr(Task, name) for name in _QUEUE)
    by_date = (DeadlineChange.new_legal_due, Task.id)
    ranked = (
        select(
            *queue,
            ProcessInstance.code,
            Task.name,
            DeadlineChange.old_legal_due,
            DeadlineChange.new_legal_due,
            func.row_number().over(partition_by=queue, order_by=by_date).label("place"),
            func.count().over(partition_by=queue).label("size"),
        )
        .join(Task, Task.id == DeadlineChange.task_id)
        .join(ProcessInstance, ProcessInstance.id == Task.instance_id)
        .where(DeadlineChange.reckoning_id == job.id, _CHANGED, Task.state.in_(LIVE_TASK_STATES))
        .subquery()
    )
    found = session.execute(select(ranked).where(ranked.c.place <= MOST_LISTED).order_by(ranked.c.place))
    sizes: dict[tuple[Any, ...], int] = {}
    lines: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in found:
        key = tuple(row[: len(_QUEUE)])
        lines[key].append(_line(row.code, row.name, row.old_legal_due, row.new_legal_due))
        sizes[key] = row.size
    able: dict[UUID, WhoMayTake] = {}
    for key, size in sizes.items():
        agency, claimed_by, role, unit, person, procedure, element, in_person = key
        asked = Candidates(
            role=role, unit=unit, person=person, procedure=procedure, element=element, in_person=in_person
        )
        who = able.setdefault(agency, WhoMayTake(session, surroundings, agency, day))
        yield agency, who.of(asked) if claimed_by is None else (claimed_by,), size, lines[key]


def _line(code: str, name: str, old: date | None, new: date | None) -> str:
    before, after = (day_text(day) if day else "–" for day in (old, new))
    return f"{code} – {name}: {before} → {after}"


def _row(  # noqa: PLR0913 - a notice in words, each part by its name
    job: DeadlineReckoning,
    agency: UUID,
    person: UUID,
    step: str,
    now: datetime,
    *,
    titles: tuple[str, str],
    vi: Sequence[str],
    en: Sequence[str],
    required: bool = False,
) -> dict[str, object]:
    about = {
        "reckoning": job.id,
        "title": titles[0],
        "title_en": titles[1],
        REQUIRED: required,
        "reason": "\n".join(vi),
        "reason_en": "\n".join(en),
        "to": step,
    }
    return {
        "id": derived_id("notification", job.id, DATES_CHANGED, step, person),
        "agency_id": agency,
        "person_id": person,
        "kind": DATES_CHANGED,
        "step": step,
        "instance_id": None,
        "task_id": None,
        "created_at": now,
        "send_at": now + SETTLE,
        "data": canonical(about),
    }
