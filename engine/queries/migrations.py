"""Versions of models with the cases that run on them, and the migrations that were done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from engine.domain.assignment import Viewer
from engine.domain.identifiers import parse_id
from engine.domain.refusals import InstanceNotFound
from engine.domain.states import LIVE_INSTANCE_STATES, InstanceState
from engine.execution.confidential import open_to
from engine.store.tables import InstanceMigration, ModelVersion, ProcessInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version of a model and how many cases of the agency still run on it."""

    key: str
    name: str
    version: int
    deployed_at: datetime
    running: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOnVersion:
    """A case that could be moved."""

    id: UUID
    code: str
    title: str
    state: InstanceState
    started_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationLine:
    """A migration that was done."""

    instance: UUID
    code: str
    title: str
    model: str
    from_version: int
    to_version: int
    at: datetime
    by: UUID | None
    reason: str
    reverted_at: datetime | None
    revertible: bool
    """Whether no step was taken since."""


def model_versions(session: Session, viewer: Viewer) -> tuple[VersionLine, ...]:
    """All versions by key, the newest first."""
    running = (
        select(func.count())
        .where(
            ProcessInstance.model_version_id == ModelVersion.id,
            ProcessInstance.agency_id == viewer.agency,
            ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(ModelVersion, running).order_by(ModelVersion.key, ModelVersion.version.desc())
    )
    return tuple(
        VersionLine(
            key=row.key, name=row.name, version=row.version, deployed_at=row.deployed_at, running=number
        )
        for row, number in rows
    )


def cases_on_version(
    session: Session, viewer: Viewer | None, key: str, version: int, *, limit: int, offset: int = 0
) -> tuple[CaseOnVersion, ...]:
    """Cases of the agency (of all agencies without a viewer) that still run on the version, oldest first."""
    statement = (
        select(ProcessInstance)
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(
            ModelVersion.key == key,
            ModelVersion.version == version,
            ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
        )
        .order_by(ProcessInstance.started_at, ProcessInstance.code)
        .offset(offset)
        .limit(limit)
    )
    if viewer is not None:
        statement = statement.where(ProcessInstance.agency_id == viewer.agency, open_to(viewer))
    return tuple(
        CaseOnVersion(
            id=row.id,
            code=row.code,
            title=row.title,
            state=InstanceState(row.state),
            started_at=row.started_at,
        )
        for row in session.scalars(statement)
    )


def migration_lines(
    session: Session, viewer: Viewer, *, limit: int, instance: UUID | None = None
) -> tuple[MigrationLine, ...]:
    """The migrations of the agency, or of one case of it, newest first."""
    source, target = aliased(ModelVersion), aliased(ModelVersion)
    statement = (
        select(InstanceMigration, ProcessInstance, source, target)
        .join(ProcessInstance, ProcessInstance.id == InstanceMigration.instance_id)
        .join(source, source.id == InstanceMigration.from_version_id)
        .join(target, target.id == InstanceMigration.to_version_id)
        .where(InstanceMigration.agency_id == viewer.agency, open_to(viewer))
        .order_by(InstanceMigration.at.desc(), InstanceMigration.revision.desc(), ProcessInstance.code)
        .limit(limit)
    )
    if instance is not None:
        statement = statement.where(InstanceMigration.instance_id == instance)
    return tuple(_line(*row) for row in session.execute(statement))


def _line(
    done: InstanceMigration, case: ProcessInstance, source: ModelVersion, target: ModelVersion
) -> MigrationLine:
    return MigrationLine(
        instance=case.id,
        code=case.code,
        title=case.title,
        model=target.name,
        from_version=source.version,
        to_version=target.version,
        at=done.at,
        by=done.actor_id,
        reason=done.reason,
        reverted_at=done.reverted_at,
        revertible=done.reverted_at is None
        and case.revision == done.revision
        and case.state in LIVE_INSTANCE_STATES,
    )


def require_case(session: Session, viewer: Viewer, instance: UUID) -> None:
    """Refuse what is no case of the viewer's agency: raises InstanceNotFound."""
    found = select(ProcessInstance.id).where(
        ProcessInstance.id == instance, ProcessInstance.agency_id == viewer.agency
    )
    if session.scalar(found) is None:
        raise InstanceNotFound(instance)


def instances_named(session: Session, name: str) -> Sequence[UUID]:
    """The cases of that id or code, in any agency; codes are unique only within one."""
    instance = parse_id(name)
    same = ProcessInstance.code == name if instance is None else ProcessInstance.id == instance
    return session.scalars(select(ProcessInstance.id).where(same).limit(2)).all()
