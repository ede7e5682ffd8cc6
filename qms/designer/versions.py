"""Published models with their versions: which holds, which is to come, what was withdrawn and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import normal, one_line, storable
from engine.execution.history import record_audit
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from engine.store.tables import ModelFile, ModelVersion, ModelWithdrawal, ProcessInstance, Task
from qms.designer.acting import Drawing
from qms.designer.operators import APPROVAL, REVIEW
from qms.designer.refusals import (
    EffectiveDayUnfit,
    ModelNotOurs,
    WithdrawalIncomplete,
    WithdrawnAlready,
)
from qms.designer.tables import ModelDraft

LONGEST_REASON = 4000


class Standing(StrEnum):
    """How a version stands on a day."""

    TO_COME = "to_come"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawVersion:
    """Of which version no case is started any more from the day on, by which decision and why."""

    by: Drawing
    version: UUID
    withdrawn_from: date
    decision: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One version: who made it, how it stands, what runs on it."""

    id: UUID
    key: str
    name: str
    version: int
    standing: Standing
    own: bool
    """Whether it is the agency's, and not everybody's."""
    published_at: datetime
    effective_from: date | None
    bundle_hash: str
    running: int
    author: UUID | None
    reviewer: UUID | None
    approver: UUID | None
    case: UUID | None
    case_code: str
    withdrawal: ModelWithdrawal | None

    @property
    def people(self) -> set[UUID]:
        """Whose names it shows."""
        asked = {self.author, self.reviewer, self.approver}
        if self.withdrawal is not None:
            asked.add(self.withdrawal.recorded_by)
        return {one for one in asked if one is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A model with its versions, the newest first."""

    key: str
    name: str
    versions: tuple[VersionView, ...]

    @property
    def in_force(self) -> VersionView | None:
        """The version of which cases are started today."""
        return next((one for one in self.versions if one.standing is Standing.IN_FORCE), None)


def withdraw_version(store: Store, command: WithdrawVersion, now: datetime) -> None:
    """Let no case begin of it from the day on; running ones go on.

    Raises NotAuthorised, ModelNotOurs, WithdrawalIncomplete, EffectiveDayUnfit and WithdrawnAlready.
    """
    by = command.by
    require_withdrawer(by.viewer)
    decision = one_line(storable(command.decision))
    reason = normal(storable(command.reason))[:LONGEST_REASON]
    if not decision or not reason:
        raise WithdrawalIncomplete
    if command.withdrawn_from < local_day(now):
        raise EffectiveDayUnfit(local_day(now))
    with store.transaction() as session:
        version = session.get(ModelVersion, command.version)
        if version is None or version.agency_id != by.viewer.agency:
            raise ModelNotOurs("" if version is None else version.key)
        # The version itself is never written, so it cannot be locked by who may only read it.
        session.execute(
            select(func.pg_advisory_xact_lock(func.hashtextextended(f"withdraw {version.id}", 0)))
        )
        if session.get(ModelWithdrawal, version.id) is not None:
            raise WithdrawnAlready
        session.add(
            ModelWithdrawal(
                model_version_id=version.id,
                withdrawn_from=command.withdrawn_from,
                decision=decision,
                reason=reason,
                recorded_at=now,
                recorded_by=by.viewer.person,
            )
        )
        told = {"key": version.key, "version": version.version, "from": command.withdrawn_from}
        record_audit(
            session,
            "model.withdrawn",
            actor=by.actor,
            agency=by.viewer.agency,
            now=now,
            data={**told, "decision": decision, "reason": reason},
        )


def require_withdrawer(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) everybody but the head of the agency."""
    if not may(viewer, Power.WITHDRAW_MODEL):
        raise NotAuthorised("thu hồi quy trình; chỉ lãnh đạo cơ quan quyết định", "withdraw a procedure")


def models(session: Session, viewer: Viewer, today: date) -> Sequence[ModelView]:
    """The published models of the agency and of everybody, by name."""
    rows = session.scalars(
        select(ModelVersion).where(_ours(viewer)).order_by(ModelVersion.key, ModelVersion.version.desc())
    ).all()
    views = _views(session, viewer, rows, today)
    by_key: dict[str, list[VersionView]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(views[row.id])
    found = [ModelView(key=key, name=of[0].name, versions=tuple(of)) for key, of in by_key.items()]
    return sorted(found, key=lambda model: (model.name, model.key))


def model_view(session: Session, viewer: Viewer, key: str, today: date) -> ModelView:
    """One model with all its versions; raises ModelNotOurs."""
    rows = session.scalars(
        select(ModelVersion)
        .where(ModelVersion.key == key, _ours(viewer))
        .order_by(ModelVersion.version.desc())
    ).all()
    if not rows:
        raise ModelNotOurs(key)
    views = _views(session, viewer, rows, today)
    return ModelView(key=key, name=rows[0].name, versions=tuple(views[row.id] for row in rows))


def version_files(session: Session, viewer: Viewer, version: UUID) -> tuple[ModelVersion, dict[str, bytes]]:
    """A version with the files of its bundle; raises ModelNotOurs."""
    row = session.scalar(select(ModelVersion).where(ModelVersion.id == version, _ours(viewer)))
    if row is None:
        raise ModelNotOurs("")
    files = session.execute(
        select(ModelFile.path, ModelFile.content).where(ModelFile.model_version_id == row.id)
    )
    return row, {file.path: file.content for file in files}


def _ours(viewer: Viewer) -> ColumnElement[bool]:
    return or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == viewer.agency)


def _views(
    session: Session, viewer: Viewer, rows: Sequence[ModelVersion], today: date
) -> Mapping[UUID, VersionView]:
    ids = [row.id for row in rows]
    running = dict(
        session.execute(
            select(ProcessInstance.model_version_id, func.count())
            .where(
                ProcessInstance.agency_id == viewer.agency,
                ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
                ProcessInstance.model_version_id.in_(ids),
            )
            .group_by(ProcessInstance.model_version_id)
        ).all()
    )
    withdrawn = {
        one.model_version_id: one
        for one in session.scalars(select(ModelWithdrawal).where(ModelWithdrawal.model_version_id.in_(ids)))
    }
    drafts = {
        row.version_id: row
        for row in session.scalars(
            select(ModelDraft).where(ModelDraft.version_id.in_(ids), ModelDraft.agency_id == viewer.agency)
        )
    }
    in_force = {}
    for key in {row.key for row in rows}:
        found = version_in_force(session, key, viewer.agency, today)
        in_force[key] = None if found is None else found.id
    return {
        row.id: _view(
            session,
            viewer,
            row,
            running=running.get(row.id, 0),
            withdrawal=withdrawn.get(row.id),
            draft=drafts.get(row.id),
            standing=_standing(row, withdrawn.get(row.id), in_force[row.key], today),
        )
        for row in rows
    }


def _standing(
    row: ModelVersion, withdrawal: ModelWithdrawal | None, in_force: UUID | None, today: date
) -> Standing:
    if withdrawal is not None and withdrawal.withdrawn_from <= today:
        return Standing.WITHDRAWN
    if row.effective_from is not None and row.effective_from > today:
        return Standing.TO_COME
    return Standing.IN_FORCE if row.id == in_force else Standing.SUPERSEDED


def _view(
    session: Session,
    viewer: Viewer,
    row: ModelVersion,
    *,
    running: int,
    withdrawal: ModelWithdrawal | None,
    draft: ModelDraft | None,
    standing: Standing,
) -> VersionView:
    case = (
        None
        if draft is None or draft.instance_id is None
        else session.get(ProcessInstance, draft.instance_id)
    )
    done: dict[str, UUID | None] = {}
    if case is not None:
        done = dict(
            session.execute(
                select(Task.element_id, Task.completed_by)
                .where(Task.instance_id == case.id, Task.completed_by.is_not(None))
                .order_by(Task.completed_at)
            ).all()
        )
    return VersionView(
        id=row.id,
        key=row.key,
        name=row.name,
        version=row.version,
        standing=standing,
        own=row.agency_id == viewer.agency,
        published_at=row.deployed_at,
        effective_from=row.effective_from,
        bundle_hash=row.bundle_hash,
        running=running,
        author=None if draft is None else draft.created_by,
        reviewer=done.get(REVIEW),
        approver=done.get(APPROVAL) or row.deployed_by,
        case=None if case is None else case.id,
        case_code="" if case is None else case.code,
        withdrawal=withdrawal,
    )
