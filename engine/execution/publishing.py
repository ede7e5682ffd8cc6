"""Publishing inside a transaction: the checks that need this office, and the rows of a new version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.bundle import CALLED_FOLDER, Bundle
from engine.domain.definition import Finding, ModelRefused, ProcessDefinition
from engine.domain.identifiers import derived_id
from engine.domain.messages import EventKind
from engine.execution.answer_checks import unknown_checks
from engine.execution.history import record_audit
from engine.execution.messages import wake_for_starts
from engine.execution.operators import check_operators
from engine.execution.published_forms import check_forms
from engine.ports import AnswerCheck, ServiceOperator
from engine.runtime import CompiledModel
from engine.runtime.compiling import compile_models, published_ids
from engine.store.tables import ModelFile, ModelStart, ModelVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Who publishes; whose the model is (None: everybody's), and from which day cases are started of it."""

    actor: Actor
    agency: UUID | None = None
    effective_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A version and whether it was made now."""

    row: ModelVersion
    created: bool


def checked(
    bundle: Bundle,
    operators: Mapping[str, ServiceOperator],
    checks: Mapping[str, AnswerCheck] | None = None,
) -> tuple[CompiledModel, ...]:
    """The models that the bundle publishes; raises ModelRefused with all that this office cannot run."""
    published = published_ids(bundle)
    models = tuple(model for model in compile_models(bundle) if key_of(model) in published)
    findings = office_findings(models, operators, checks)
    if findings:
        raise ModelRefused(findings)
    return models


def office_findings(
    models: Iterable[CompiledModel],
    operators: Mapping[str, ServiceOperator],
    checks: Mapping[str, AnswerCheck] | None = None,
) -> tuple[Finding, ...]:
    """What the models ask of operators, checks of answers and forms that this office does not have."""
    return tuple(
        dict.fromkeys(
            finding
            for model in models
            for finding in (
                *check_operators(model, operators),
                *(unknown_checks(model, checks) if checks is not None else ()),
                *check_forms(model),
            )
        )
    )


def publish(
    session: Session,
    models: Sequence[CompiledModel],
    bundle: Bundle,
    publication: Publication,
    now: datetime,
) -> tuple[Published, ...]:
    """A version of each of the models, in their order; what was published before stays as it was."""
    # In order of the keys: two deployments of the same keys never wait for one another.
    for key in sorted(map(key_of, models)):
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"model {key}"})
    done = tuple(_publish(session, model.definition, bundle, publication, now) for model in models)
    created = {one.row.key for one in done if one.created}
    wake_for_starts(session, _awaited_by(model for model in models if key_of(model) in created), now)
    return done


def key_of(model: CompiledModel) -> str:
    """The key under which a model is published."""
    return model.definition.process_id


def _awaited_by(models: Iterable[CompiledModel]) -> set[str]:
    """The names of messages on which cases of the models start."""
    starts = (start for model in models for start in model.definition.started_by)
    return {start.name for start in starts if start.kind is EventKind.MESSAGE}


def _publish(
    session: Session, definition: ProcessDefinition, bundle: Bundle, publication: Publication, now: datetime
) -> Published:
    known = session.scalars(
        select(ModelVersion).where(
            ModelVersion.key == definition.process_id, ModelVersion.bundle_hash == bundle.hash
        )
    ).one_or_none()
    if known is not None:
        return Published(row=known, created=False)
    return Published(row=_insert(session, definition, bundle, publication, now), created=True)


def _insert(
    session: Session, definition: ProcessDefinition, bundle: Bundle, publication: Publication, now: datetime
) -> ModelVersion:
    key = definition.process_id
    newest = session.scalar(select(func.max(ModelVersion.version)).where(ModelVersion.key == key))
    row = ModelVersion(
        id=derived_id("model", key, bundle.hash),
        key=key,
        version=(newest or 0) + 1,
        bundle_hash=bundle.hash,
        name=definition.name,
        deployed_at=now,
        deployed_by=publication.actor.person,
        agency_id=publication.agency,
        effective_from=publication.effective_from,
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
    _record(session, row, bundle, publication, now)
    return row


def _record(
    session: Session, row: ModelVersion, bundle: Bundle, publication: Publication, now: datetime
) -> None:
    from_day = {} if row.effective_from is None else {"effective_from": row.effective_from}
    record_audit(
        session,
        "model.deployed",
        actor=publication.actor,
        agency=publication.agency,
        now=now,
        data={
            "key": row.key,
            "version": row.version,
            "bundle": row.bundle_hash,
            "calls": [
                json.loads(content)
                for path, content in sorted(bundle.files.items())
                if path.startswith(CALLED_FOLDER) and path.count("/") == 1
            ],
            **from_day,
        },
    )
