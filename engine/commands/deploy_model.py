"""Publish a bundle: each process of it that a case may be started of becomes a version of its own model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from engine.domain.assignment import Actor
from engine.domain.bundle import Bundle
from engine.domain.local_time import local_day
from engine.execution.called_models import with_called
from engine.execution.publishing import Publication, Published, checked, publish
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from engine.store.tables import ModelVersion


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

    What it calls of other models is pinned: the versions in force today go into the bundle and stay there.
    """
    with store.reading() as session:
        bundle = with_called(session, command.bundle, None, local_day(now))
        known = session.scalars(
            select(ModelVersion.id).where(ModelVersion.bundle_hash == bundle.hash).limit(1)
        ).first()
    if known is None:  # what is published was tried before it was
        surroundings.trial(bundle)
    models = checked(bundle, surroundings.operators, surroundings.checks)
    with store.transaction() as session:
        done = publish(session, models, bundle, Publication(actor=command.actor), now)
        first, *others = [_deployed(one) for one in done]
        return replace(first, also=tuple(others))


def _deployed(one: Published) -> ModelDeployed:
    row = one.row
    return ModelDeployed(
        version_id=row.id, key=row.key, version=row.version, name=row.name, created=one.created
    )
