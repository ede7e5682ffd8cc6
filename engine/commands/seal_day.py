"""Seal the next day that is over: one root over the chains that grew and the acts of authority."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import Row, func, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.orm import Session

from engine.domain.day_seal import FIRST_HASH, Act, DaySeal, acts_text, heads_text
from engine.domain.local_time import local_day, start_of_day
from engine.store.session import Store
from engine.store.tables import AuditEvent, HistoryEvent, SealedDay

SETTLED: Final = timedelta(hours=1)
"""So long after midnight nothing that began before it is still being written."""
OVERLAP: Final = timedelta(days=1)
"""A day also seals what the one before it came too early for; sealed twice does no harm."""


def seal_next_day(store: Store, now: datetime) -> bool:
    """Seal the oldest day in Vietnam that is over and has no root; false when there is none.

    The first root stands for everything before it. Two workers may both do it; one root is kept.
    """
    with store.transaction() as session:
        last = _last_days(session)
        day = last[0].day + timedelta(days=1) if last else local_day(now - SETTLED) - timedelta(days=1)
        if now < start_of_day(day + timedelta(days=1)) + SETTLED:
            return False
        seal = _seal(session, day, last, now)
        session.execute(
            insert(SealedDay)
            .values(
                day=seal.day,
                sealed_at=seal.sealed_at,
                heads=seal.heads,
                acts=seal.acts,
                acts_through=seal.acts_through,
                previous=seal.previous,
                root=seal.root(),
            )
            .on_conflict_do_nothing()
        )
        return True


def _last_days(session: Session) -> Sequence[Row[date, int, bytes]]:
    """The newest sealed day and the one before it."""
    statement = select(SealedDay.day, SealedDay.acts_through, SealedDay.root)
    return session.execute(statement.order_by(SealedDay.day.desc()).limit(2)).all()


def _seal(session: Session, day: date, last: Sequence[Row[date, int, bytes]], now: datetime) -> DaySeal:
    end = start_of_day(day + timedelta(days=1))
    heads = (
        select(HistoryEvent.instance_id, HistoryEvent.sequence, HistoryEvent.hash)
        .ext(distinct_on(HistoryEvent.instance_id))
        .where(HistoryEvent.at < end)
        .order_by(HistoryEvent.instance_id, HistoryEvent.sequence.desc())
    )
    if last:
        heads = heads.where(HistoryEvent.at >= start_of_day(day) - OVERLAP)
    # A number is given before the row is committed: those of the last two days are looked at again.
    settled = last[1].acts_through if len(last) > 1 else 0
    acts = _acts(session, settled, end)
    return DaySeal(
        day=day,
        sealed_at=now,
        heads=heads_text((row.instance_id, row.sequence, row.hash) for row in session.execute(heads)),
        acts=acts_text(acts),
        acts_through=_through(session, settled, acts, end),
        previous=last[0].root if last else FIRST_HASH,
    )


def _acts(session: Session, settled: int, end: datetime) -> list[Act]:
    statement = select(AuditEvent).where(AuditEvent.id > settled, AuditEvent.at < end)
    return [
        Act(
            id=row.id,
            at=row.at,
            kind=row.kind,
            actor=row.actor_id,
            agency=row.agency_id,
            origin=row.origin,
            data=row.data,
        )
        for row in session.scalars(statement)
    ]


def _through(session: Session, settled: int, acts: list[Act], end: datetime) -> int:
    """The greatest number up to which none is left for a later day."""
    first_left = session.scalar(
        select(func.min(AuditEvent.id)).where(AuditEvent.id > settled, AuditEvent.at >= end)
    )
    if first_left is not None:
        return first_left - 1
    return max((act.id for act in acts), default=settled)
