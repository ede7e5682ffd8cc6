"""By which version of its model each part of a case's history is to be read."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.definition import ActivityDefinition, ProcessDefinition
from engine.execution.surroundings import Surroundings
from engine.store.tables import HistoryEvent, ModelVersion

MIGRATED: Final = "instance.migrated"
REVERTED: Final = "instance.migration_reverted"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsOfTheTime:
    """The versions on which a case ran, in order of time; most cases have one."""

    since: tuple[int, ...]
    """From which event of the history on; the first is 0."""
    definitions: tuple[ProcessDefinition, ...]
    renamed: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """By the event of a migration: elements under their ids before and after."""

    def at(self, sequence: int) -> ProcessDefinition:
        """The version that an event of the history speaks of."""
        return self.definitions[bisect_right(self.since, sequence) - 1]

    def activity(self, element: str) -> ActivityDefinition | None:
        """An element as the latest version that has it describes it."""
        found = (one.activities[element] for one in self.definitions[::-1] if element in one.activities)
        return next(found, None)


def versions_of_the_time(
    session: Session, surroundings: Surroundings, current: UUID, events: Iterable[HistoryEvent]
) -> VersionsOfTheTime:
    """What the migrations in the history tell; `current` is the version on which the case runs now."""
    now = surroundings.models.compiled(session, current).definition
    moves = [(event, json.loads(event.data)) for event in events if event.kind in {MIGRATED, REVERTED}]
    if not moves:
        return VersionsOfTheTime(since=(0,), definitions=(now,))
    numbers = [moves[0][1]["from_version"], *(told["to_version"] for _, told in moves)]
    known = _definitions(session, surroundings, now.process_id, set(numbers))
    renamed: dict[int, Mapping[str, str]] = {}
    last: Mapping[str, str] = {}
    for event, told in moves:
        last = told["renamed"] if event.kind == MIGRATED else {new: old for old, new in last.items()}
        renamed[event.sequence] = last
    return VersionsOfTheTime(
        since=(0, *renamed),
        definitions=tuple(known.get(number, now) for number in numbers),
        renamed=renamed,
    )


def _definitions(
    session: Session, surroundings: Surroundings, key: str, numbers: set[int]
) -> dict[int, ProcessDefinition]:
    rows = session.execute(
        select(ModelVersion.version, ModelVersion.id).where(
            ModelVersion.key == key, ModelVersion.version.in_(numbers)
        )
    )
    return {
        number: surroundings.models.compiled(session, version).definition for number, version in rows.all()
    }
