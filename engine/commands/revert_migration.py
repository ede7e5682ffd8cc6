"""Move a case back to the version it came from, as long as no step was taken since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from engine.domain.interventions import Intervention
from engine.domain.migration_refusals import MovedOnSince, NothingToRevert
from engine.execution.interventions import lock_for, reason_of
from engine.execution.migrations import last_migration, revert
from engine.execution.surroundings import Surroundings
from engine.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertMigration:
    """The case whose last migration is to be undone."""

    instance: UUID
    intervention: Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationReverted:
    """The case and the versions."""

    instance: UUID
    code: str
    from_version: int
    to_version: int


def revert_migration(
    store: Store, surroundings: Surroundings, command: RevertMigration, now: datetime
) -> MigrationReverted:
    """Restore state and rows as they were; claims and drafts of the meantime stay.

    Raises as `lock_for`, NothingToRevert, and MovedOnSince.
    """
    with store.transaction() as session:
        execution = lock_for(session, surroundings, command.instance, command.intervention, now)
        migration = last_migration(session, command.instance)
        if migration is None:
            raise NothingToRevert
        if migration.revision != execution.row.revision:
            raise MovedOnSince
        migration.reverted_at = now
        migration.reverted_by = command.intervention.actor.person
        migration.reverted_reason = reason_of(command.intervention)
        versions = revert(session, surroundings, execution.row, migration, command.intervention, now)
        return MigrationReverted(
            instance=execution.row.id,
            code=execution.row.code,
            from_version=versions[0],
            to_version=versions[1],
        )
