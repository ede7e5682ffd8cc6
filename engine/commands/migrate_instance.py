"""Move running cases to another version of their model, or only say what moving them would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from engine.domain.authority import Power
from engine.domain.errors import Refusal
from engine.domain.interventions import Intervention
from engine.domain.migration import NO_MAPPING, Counterpart, MigrationFinding
from engine.execution.interventions import lock_for, may_intervene
from engine.execution.migrations import attempt, migrate
from engine.execution.surroundings import Surroundings
from engine.store.session import Store, StoreUnreachable

MOST_AT_ONCE: Final = 500
"""A page or a command line names that many cases at most; the rest is a next call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrateInstances:
    """Which cases, to which version of their model, and which steps stand for which where ids differ."""

    instances: Sequence[UUID]
    version: int
    mapping: Mapping[str, str] = field(default_factory=lambda: NO_MAPPING)
    intervention: Intervention
    approved: bool = False
    """The head of the agency approved just this: then who may propose it may carry it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceMigrated:
    """What became of one case, or would become of it."""

    instance: UUID
    code: str
    title: str
    from_version: int | None
    to_version: int
    refusal: Refusal | None
    """Why it stays where it is."""
    renamed: tuple[Counterpart, ...] = ()
    findings: tuple[MigrationFinding, ...] = ()


class _OnlyTried(Exception):
    """Ends the transaction of a trial without a trace."""


def migrate_instances(
    store: Store, surroundings: Surroundings, command: MigrateInstances, now: datetime
) -> tuple[InstanceMigrated, ...]:
    """Move each case in a transaction of its own; one that cannot be moved does not stop the others.

    Raises InterventionForbidden and InterventionReasonMissing before anything is done.
    """
    return _each(store, surroundings, command, now, only_try=False)


def preview_migration(
    store: Store, surroundings: Surroundings, command: MigrateInstances, now: datetime
) -> tuple[InstanceMigrated, ...]:
    """Do the same and take everything back: what is told is what moving them now would do."""
    return _each(store, surroundings, command, now, only_try=True)


def _each(
    store: Store, surroundings: Surroundings, command: MigrateInstances, now: datetime, *, only_try: bool
) -> tuple[InstanceMigrated, ...]:
    may_intervene(command.intervention, _power(command, only_try=only_try))
    wanted = list(dict.fromkeys(command.instances))[:MOST_AT_ONCE]
    return tuple(_one(store, surroundings, command, each, now, only_try=only_try) for each in wanted)


def _power(command: MigrateInstances, *, only_try: bool) -> Power:
    """A trial changes nothing, so that whoever may propose a migration may try it."""
    return Power.PROPOSE_MIGRATION if only_try or command.approved else Power.INTERVENE


def _one(
    store: Store,
    surroundings: Surroundings,
    command: MigrateInstances,
    instance: UUID,
    now: datetime,
    *,
    only_try: bool,
) -> InstanceMigrated:
    report = InstanceMigrated(
        instance=instance, code="", title="", from_version=None, to_version=command.version, refusal=None
    )
    try:
        with store.transaction() as session:
            power = _power(command, only_try=only_try)
            execution = lock_for(session, surroundings, instance, command.intervention, now, power=power)
            row = execution.row
            report = replace(report, code=row.code, title=row.title)
            trial = attempt(session, surroundings, row, command.version, command.mapping, now)
            report = replace(
                report,
                from_version=trial.source.version,
                renamed=trial.plan.renamed,
                findings=trial.findings,
            )
            migrate(session, surroundings, row, trial, command.intervention, now)
            if only_try:
                raise _OnlyTried
    except _OnlyTried:
        pass
    except StoreUnreachable:
        raise
    except Refusal as refusal:
        return replace(report, refusal=refusal)
    return report
