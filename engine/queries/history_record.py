"""The whole record as it is verified: cases, their events, acts of authority and the roots of the days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from engine.domain.refusals import InstanceNotFound
from engine.store.tables import AuditEvent, HistoryEvent, ProcessInstance, SealedDay

FORMAT: Final = "quytrinh-history/1"
_AT_ONCE: Final = 2000
"""Rows that are held in memory at a time."""

Line: TypeAlias = dict[str, object]


def record_lines(session: Session, now: datetime, *, instance: UUID | None = None) -> Iterator[Line]:
    """The lines of an export, in order; the history of one case alone where `instance` names it.

    All of one snapshot, as `session` reads. Raises InstanceNotFound.
    """
    if instance is not None and session.get(ProcessInstance, instance) is None:
        raise InstanceNotFound(instance)
    return _lines(session, now, instance)


def lines_of_cases(session: Session, now: datetime, cases: Collection[UUID], name: str) -> Iterator[Line]:
    """The same for some cases; `name` says in the file what they were taken out for."""
    return _counted(_header(now, name), (_days(session), _cases(session, cases)))


def _lines(session: Session, now: datetime, instance: UUID | None) -> Iterator[Line]:
    one = None if instance is None else (instance,)
    acts = _acts(session) if instance is None else ()
    return _counted(_header(now, _text(instance)), (_days(session), _cases(session, one), acts))


def _header(now: datetime, scope: str | None) -> Line:
    return {"type": "record", "format": FORMAT, "made_at": _moment(now), "instance": scope}


def _counted(header: Line, parts: Iterable[Iterable[Line]]) -> Iterator[Line]:
    counted = {"day": 0, "case": 0, "event": 0, "act": 0}
    yield header
    for lines in parts:
        for line in lines:
            counted[str(line["type"])] += 1
            yield line
    yield {"type": "end", **counted}


def _days(session: Session) -> Iterator[Line]:
    for row in session.scalars(select(SealedDay).order_by(SealedDay.day), execution_options=_streamed(50)):
        yield {
            "type": "day",
            "day": row.day.isoformat(),
            "sealed_at": _moment(row.sealed_at),
            "heads": row.heads,
            "acts": row.acts,
            "acts_through": row.acts_through,
            "previous": row.previous.hex(),
            "root": row.root.hex(),
        }
        session.expunge(row)


def _cases(session: Session, only: Collection[UUID] | None) -> Iterator[Line]:
    """Each case followed by its events; both are read in the order of ids and meet on the way."""
    cases = select(
        ProcessInstance.id,
        ProcessInstance.agency_id,
        ProcessInstance.code,
        ProcessInstance.history_sequence,
        ProcessInstance.history_hash,
    ).order_by(ProcessInstance.id)
    events = select(*HistoryEvent.__table__.columns).order_by(HistoryEvent.instance_id, HistoryEvent.sequence)
    if only is not None:
        cases = cases.where(ProcessInstance.id.in_(only))
        events = events.where(HistoryEvent.instance_id.in_(only))
    histories = groupby(
        session.execute(events, execution_options=_streamed(_AT_ONCE)), lambda row: row.instance_id
    )
    owner, told = next(histories, (None, iter(())))
    for case in session.execute(cases, execution_options=_streamed(_AT_ONCE)):
        yield {
            "type": "case",
            "instance": str(case.id),
            "agency": str(case.agency_id),
            "code": case.code,
            "sequence": case.history_sequence,
            "hash": case.history_hash.hex(),
        }
        if owner == case.id:
            yield from map(_event, told)
            owner, told = next(histories, (None, iter(())))


def _event(row: Row[*tuple[object, ...]]) -> Line:
    return {
        "type": "event",
        "instance": str(row.instance_id),
        "sequence": row.sequence,
        "at": _moment(row.at),
        "kind": row.kind,
        "actor": _text(row.actor_id),
        "origin": row.origin,
        "element": row.element_id,
        "task": _text(row.task_id),
        "data": row.data,
        "hash": row.hash.hex(),
    }


def _acts(session: Session) -> Iterator[Line]:
    rows = select(*AuditEvent.__table__.columns).order_by(AuditEvent.id)
    for row in session.execute(rows, execution_options=_streamed(_AT_ONCE)):
        yield {
            "type": "act",
            "id": row.id,
            "at": _moment(row.at),
            "kind": row.kind,
            "actor": _text(row.actor_id),
            "agency": _text(row.agency_id),
            "origin": row.origin,
            "data": row.data,
        }


def _streamed(size: int) -> dict[str, object]:
    return {"yield_per": size}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _text(identifier: UUID | None) -> str | None:
    return str(identifier) if identifier else None
