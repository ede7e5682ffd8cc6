"""Publish a bundle as the next version of its model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityKind, Finding, ModelRefused, ProcessDefinition, Severity
from engine.domain.identifiers import derived_id
from engine.execution.history import record_audit
from engine.execution.instances import latest_version
from engine.runtime import compile_bundle
from engine.store.session import Store
from engine.store.tables import ModelFile, ModelVersion

BETWEEN_CASES: Final = frozenset(
    kind
    for kind in ActivityKind
    if kind.value.startswith(("message_", "signal_"))
    or kind in {ActivityKind.SEND_TASK, ActivityKind.RECEIVE_TASK}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployModel:
    """The bundle to publish."""

    bundle: Bundle
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDeployed:
    """The version that now holds the bundle; `created` is false when it was published before."""

    version_id: UUID
    key: str
    version: int
    name: str
    created: bool


def deploy_model(store: Store, command: DeployModel, now: datetime) -> ModelDeployed:
    """Compile and publish; the same bundle again changes nothing. Raises ModelRefused with its findings."""
    definition = compile_bundle(command.bundle).definition
    _refuse_undeliverable(definition)
    key = definition.process_id
    with store.transaction() as session:
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"model {key}"})
        known = session.scalars(
            select(ModelVersion).where(
                ModelVersion.key == key, ModelVersion.bundle_hash == command.bundle.hash
            )
        ).one_or_none()
        created = known is None
        row = known or _publish(session, command, key, definition.name, now)
        return ModelDeployed(version_id=row.id, key=key, version=row.version, name=row.name, created=created)


def _refuse_undeliverable(definition: ProcessDefinition) -> None:
    """Nothing carries messages and signals from case to case yet, so a model may not count on it."""
    findings = tuple(
        Finding(
            rule="between-cases",
            severity=Severity.ERROR,
            element_id=activity.element_id,
            element_name=activity.name,
            line=1,
            message_vi=f"Thông điệp và tín hiệu giữa các hồ sơ chưa được hỗ trợ (“{activity.name}”). "
            "Hãy vẽ một việc của người dùng hoặc một dịch vụ.",
            message_en=f"Messages and signals between cases are not delivered yet (“{activity.name}”). "
            "Draw a user task or a service task instead.",
        )
        for activity in definition.activities.values()
        if activity.kind in BETWEEN_CASES
    )
    if findings:
        raise ModelRefused(findings)


def _publish(session: Session, command: DeployModel, key: str, name: str, now: datetime) -> ModelVersion:
    latest = latest_version(session, key)
    row = ModelVersion(
        id=derived_id("model", key, command.bundle.hash),
        key=key,
        version=latest.version + 1 if latest else 1,
        bundle_hash=command.bundle.hash,
        name=name,
        deployed_at=now,
        deployed_by=command.actor.person,
    )
    session.add(row)
    session.flush()
    session.add_all(
        ModelFile(model_version_id=row.id, path=path, content=content)
        for path, content in command.bundle.files.items()
    )
    record_audit(
        session,
        "model.deployed",
        actor=command.actor,
        agency=None,
        now=now,
        data={"key": key, "version": row.version, "bundle": row.bundle_hash},
    )
    return row
