"""Publish a bundle: each process of it that a case may be started of becomes a version of its own model."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.bundle import CALLED_FOLDER, Bundle
from engine.domain.definition import ModelRefused, ProcessDefinition
from engine.domain.identifiers import derived_id
from engine.domain.messages import EventKind
from engine.execution.beginning import latest_version
from engine.execution.history import record_audit
from engine.execution.messages import wake_for_starts
from engine.execution.operators import check_operators
from engine.execution.published_forms import check_forms
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel
from engine.runtime.calling import calls_elsewhere
from engine.runtime.compiling import compile_models, published_ids
from engine.store.session import Store
from engine.store.tables import ModelFile, ModelStart, ModelVersion


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
    also: tuple[ModelDeployed, ...] = ()
    """The versions of the other processes of the same file."""


def deploy_model(
    store: Store, surroundings: Surroundings, command: DeployModel, now: datetime
) -> ModelDeployed:
    """Check and publish; the same bundle again changes nothing. Raises ModelRefused with its findings.

    What it calls of other models is pinned: the newest versions of now go into the bundle and stay there.
    """
    with store.reading() as session:
        bundle = _with_called(session, command.bundle)
        known = session.scalars(
            select(ModelVersion.id).where(ModelVersion.bundle_hash == bundle.hash).limit(1)
        ).first()
    if known is None:  # what is published was tried before it was
        surroundings.trial(bundle)
    models = _checked(bundle, surroundings)
    with store.transaction() as session:
        # In order of the keys: two deployments of the same keys never wait for one another.
        for model in sorted(models, key=_key):
            session.execute(
                text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"model {_key(model)}"}
            )
        first, *others = [_publish(session, model.definition, bundle, command.actor, now) for model in models]
        created = {one.key for one in (first, *others) if one.created}
        wake_for_starts(session, _awaited_by(model for model in models if _key(model) in created), now)
        return ModelDeployed(
            version_id=first.version_id,
            key=first.key,
            version=first.version,
            name=first.name,
            created=first.created,
            also=tuple(others),
        )


def _checked(bundle: Bundle, surroundings: Surroundings) -> tuple[CompiledModel, ...]:
    published = published_ids(bundle)
    models = tuple(model for model in compile_models(bundle) if _key(model) in published)
    findings = dict.fromkeys(
        finding
        for model in models
        for finding in (*check_operators(model, surroundings.operators), *check_forms(model))
    )
    if findings:
        raise ModelRefused(tuple(findings))
    return models


def _key(model: CompiledModel) -> str:
    return model.definition.process_id


def _awaited_by(models: Iterable[CompiledModel]) -> set[str]:
    """The names of messages on which cases of the models start."""
    starts = (start for model in models for start in model.definition.started_by)
    return {start.name for start in starts if start.kind is EventKind.MESSAGE}


def _with_called(session: Session, bundle: Bundle) -> Bundle:
    """The bundle with the newest versions of the models that it calls and does not hold itself."""
    files = {path: content for path, content in bundle.files.items() if not path.startswith(CALLED_FOLDER)}
    for key in calls_elsewhere(bundle):
        version = latest_version(session, key)
        if version is None:
            continue  # the check says so, with the place in the drawing
        rows = session.execute(
            select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == version.id)
        )
        files |= {f"{CALLED_FOLDER}{key}/{row.path}": row.content for row in rows}
        pin = {
            "key": key,
            "version": version.version,
            "version_id": str(version.id),
            "bundle": version.bundle_hash,
        }
        files[f"{CALLED_FOLDER}{key}.json"] = json.dumps(pin, sort_keys=True).encode()
    return Bundle(files=files)


def _publish(
    session: Session, definition: ProcessDefinition, bundle: Bundle, actor: Actor, now: datetime
) -> ModelDeployed:
    key = definition.process_id
    known = session.scalars(
        select(ModelVersion).where(ModelVersion.key == key, ModelVersion.bundle_hash == bundle.hash)
    ).one_or_none()
    row = known or _insert(session, definition, bundle, actor, now)
    return ModelDeployed(
        version_id=row.id, key=key, version=row.version, name=row.name, created=known is None
    )


def _insert(
    session: Session, definition: ProcessDefinition, bundle: Bundle, actor: Actor, now: datetime
) -> ModelVersion:
    key = definition.process_id
    latest = latest_version(session, key)
    row = ModelVersion(
        id=derived_id("model", key, bundle.hash),
        key=key,
        version=latest.version + 1 if latest else 1,
        bundle_hash=bundle.hash,
        name=definition.name,
        deployed_at=now,
        deployed_by=actor.person,
    )
    session.add(row)
    session.flush()
    session.add_all(
        ModelFile(model_version_id=row.id, path=path, content=content)
        for path, content in bundle.files.items()
    )
    session.add_all(
        ModelStart(
            model_version_id=row.id, element_id=start.element_id, kind=start.kind.value, name=start.name
        )
        for start in definition.started_by
    )
    record_audit(
        session,
        "model.deployed",
        actor=actor,
        agency=None,
        now=now,
        data={
            "key": key,
            "version": row.version,
            "bundle": row.bundle_hash,
            "calls": [
                json.loads(content)
                for path, content in sorted(bundle.files.items())
                if path.startswith(CALLED_FOLDER) and path.count("/") == 1
            ],
        },
    )
    return row
