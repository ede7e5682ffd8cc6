"""Checking the hash chain of a case's history from its stored rows alone."""

from __future__ import annotations

from uuid import UUID

from engine.domain.audit import FIRST_HASH, Event, seal
from engine.store.tables import HistoryEvent
from tests.engine.cases import history
from tests.office import Office


def recomputed(rows: list[HistoryEvent]) -> list[bytes]:
    """The hashes that the rows should carry."""
    hashes = [FIRST_HASH]
    for row in rows:
        event = Event(
            instance=row.instance_id,
            sequence=row.sequence,
            at=row.at,
            kind=row.kind,
            actor=row.actor_id,
            origin=row.origin,
            element=row.element_id,
            task=row.task_id,
            data=row.data,
        )
        hashes.append(seal(event, hashes[-1]))
    return hashes[1:]


def assert_whole(office: Office, instance: UUID) -> None:
    """The history has no gap, each event seals those before it, and the case knows the last seal."""
    rows = history(office, instance)
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    assert [row.hash for row in rows] == recomputed(rows)
    case = office.instance(instance)
    assert (case.history_sequence, case.history_hash) == (rows[-1].sequence, rows[-1].hash)
