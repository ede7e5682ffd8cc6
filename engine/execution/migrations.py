"""Moving one case to another version inside the verb's transaction: tried in memory, then written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.definition import Severity
from engine.domain.identifiers import derived_id
from engine.domain.interventions import Intervention
from engine.domain.migration import MigrationFinding, MigrationPlan, MigrationRefused, plan
from engine.domain.migration_refusals import (
    AlreadyOnVersion,
    NotTheSameAfterwards,
    VersionNotFound,
)
from engine.execution.clock import reckon_again
from engine.execution.history import canonical
from engine.execution.instances import resume
from engine.execution.interventions import reason_of, record, save_standing
from engine.execution.migrated_rows import cancelled_since, keep_rows, put_back, restate
from engine.execution.subscriptions import renew_subscriptions
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel, RunningProcess
from engine.runtime.migrating import CarriedOver, carry_over
from engine.runtime.migration_arming import arm
from engine.store.tables import InstanceMigration, ModelVersion, ProcessInstance, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What moving a case would do; `findings` with an error says that it cannot be done."""

    source: ModelVersion
    target: ModelVersion
    plan: MigrationPlan
    carried: CarriedOver
    findings: tuple[MigrationFinding, ...]

    @property
    def possible(self) -> bool:
        """Whether nothing is in the way."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def version_of(session: Session, key: str, version: int) -> ModelVersion:
    """The published version; raises VersionNotFound."""
    found = session.scalars(
        select(ModelVersion).where(ModelVersion.key == key, ModelVersion.version == version)
    ).one_or_none()
    if found is None:
        raise VersionNotFound(key, version)
    return found


def attempt(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    target: int,
    given: Mapping[str, str],
    now: datetime,
) -> Trial:
    """Move the case in memory alone.

    Raises VersionNotFound, AlreadyOnVersion, MappingInvalid, NotTheSameAfterwards, and
    ProcessIncident where an event of the new version cannot begin to wait.
    """
    source = session.get_one(ModelVersion, row.model_version_id)
    version = version_of(session, source.key, target)
    if version.id == source.id:
        raise AlreadyOnVersion(target)
    old = surroundings.models.compiled(session, source.id)
    new = surroundings.models.compiled(session, version.id)
    the_plan = plan(old.definition, new.definition, given)
    carried = carry_over(old, new, the_plan, row.process_state, now)
    findings = carried.findings
    if carried.state is not None:
        findings += _rehearse(surroundings, row, old, new, carried, now)
    return Trial(source=source, target=version, plan=the_plan, carried=carried, findings=findings)


def _rehearse(
    surroundings: Surroundings,
    row: ProcessInstance,
    old: CompiledModel,
    new: CompiledModel,
    carried: CarriedOver,
    now: datetime,
) -> tuple[MigrationFinding, ...]:
    """Read what would be stored, compare it with the case as it is, and let the new events begin to wait."""
    calendar = partial(surroundings.calendars.calendar_of, row.agency_id)
    before = RunningProcess.load(old, row.process_state, now, calendar=calendar).waits()
    process = RunningProcess.load(new, carried.state or b"", now, calendar=calendar)
    after = process.waits()
    whole = (
        process.dump() == carried.state
        and before.users.keys() == after.users.keys()
        and before.services.keys() == after.services.keys()
        and all(before.timers[timer][1] == due for timer, (_, due) in after.timers.items())
    )
    if not whole:
        raise NotTheSameAfterwards
    return arm(process, new, carried.arms)


def migrate(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    trial: Trial,
    intervention: Intervention,
    now: datetime,
) -> InstanceMigration:
    """Write a trial that succeeded, under the instance's lock; raises MigrationRefused for another."""
    if not trial.possible or trial.carried.state is None:
        raise MigrationRefused(trial.findings)
    old_state = row.process_state
    old_rows = keep_rows(session, row)
    row.process_state = trial.carried.state
    row.model_version_id = trial.target.id
    goal = surroundings.models.compiled(session, trial.target.id).definition
    # What was closed stays closed: a new version cannot know why.
    row.personal = row.personal or goal.personal
    row.confidential = row.confidential or goal.confidential
    execution = resume(session, surroundings, row, actor=intervention.actor, now=now)
    changes = restate(execution, trial.plan)
    arm(execution.process, surroundings.models.compiled(session, trial.target.id), trial.carried.arms)
    told = _told(trial) | {"old_state_sha256": hashlib.sha256(old_state).hexdigest(), "tasks": changes}
    record(execution, intervention, "instance.migrated", data=told)
    save_standing(execution)
    renew_subscriptions(session, row, execution.process, now)
    migration = InstanceMigration(
        id=derived_id("migration", row.id, row.revision),
        instance_id=row.id,
        agency_id=row.agency_id,
        from_version_id=trial.source.id,
        to_version_id=trial.target.id,
        at=now,
        actor_id=intervention.actor.person,
        reason=reason_of(intervention),
        plan=canonical(told),
        revision=row.revision,
        old_state=old_state,
        old_rows=old_rows,
    )
    session.add(migration)
    session.flush()
    return migration


def _told(trial: Trial) -> dict[str, object]:
    return {
        "from_version": trial.source.version,
        "to_version": trial.target.version,
        "from_bundle": trial.source.bundle_hash,
        "to_bundle": trial.target.bundle_hash,
        "renamed": {each.old: each.new for each in trial.plan.renamed},
        "findings": [
            {
                "rule": finding.rule,
                "element": finding.element_id,
                "vi": finding.message_vi,
                "en": finding.message_en,
            }
            for finding in trial.findings
        ],
    }


def last_migration(session: Session, instance: UUID) -> InstanceMigration | None:
    """The latest migration of a case that was not reverted."""
    return session.scalars(
        select(InstanceMigration)
        .where(InstanceMigration.instance_id == instance, InstanceMigration.reverted_at.is_(None))
        .order_by(InstanceMigration.revision.desc())
        .limit(1)
    ).one_or_none()


def revert(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    migration: InstanceMigration,
    intervention: Intervention,
    now: datetime,
) -> tuple[int, int]:
    """Put state and rows back, under the instance's lock; the versions from which and to which."""
    opened = cancelled_since(session, row, migration.old_rows)
    put_back(session, row, migration.old_rows)
    row.process_state = migration.old_state
    row.model_version_id = migration.from_version_id
    execution = resume(session, surroundings, row, actor=intervention.actor, now=now)
    versions = [
        session.get_one(ModelVersion, each).version
        for each in (migration.to_version_id, migration.from_version_id)
    ]
    record(
        execution,
        intervention,
        "instance.migration_reverted",
        data={
            "from_version": versions[0],
            "to_version": versions[1],
            "state_sha256": hashlib.sha256(migration.old_state).hexdigest(),
        },
    )
    for task in opened:
        reckon_again(execution, session.get_one(Task, task))
    save_standing(execution)
    renew_subscriptions(session, row, execution.process, now)
    return versions[0], versions[1]
