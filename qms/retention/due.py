"""What is kept, until when, and what may be proposed for disposal today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import local_day, start_of_day
from engine.domain.text import fold
from engine.execution.confidential import open_to, require_open
from engine.execution.surroundings import Surroundings
from engine.store.tables import HistoryEvent, ProcessInstance, StoredFile
from qms.retention.authority import require_reader
from qms.retention.book import ModelClass, class_of_version, classes_of_models
from qms.retention.holds import held
from qms.retention.lines import RetentionLine
from qms.retention.tables import (
    ArchivedCase,
    Disposal,
    DisposalApproval,
    DisposalEnd,
    DisposalItem,
)


class Standing(StrEnum):
    """Where an ended case stands."""

    KEPT = "kept"
    FOR_EVER = "for_ever"
    UNCONFIRMED = "unconfirmed"
    """Its period is over, but nobody has confirmed the period."""
    DUE = "due"
    HELD = "held"
    PROPOSED = "proposed"
    DISPOSED = "disposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """An ended case, its class, and until when it is kept."""

    id: UUID
    code: str
    title: str
    model: ModelClass
    started_on: date
    ended_on: date
    kept_until: date | None
    """None: for ever."""
    held: bool
    proposed: str
    """Number of the proposal it stands in; empty: in none."""
    proposal: UUID | None
    archives: int
    files: int
    disposed_at: datetime | None
    personal: bool

    @property
    def line(self) -> RetentionLine:
        """The class."""
        return self.model.line

    def standing(self, today: date) -> Standing:
        """Where it stands on the day."""
        if self.disposed_at is not None:
            return Standing.DISPOSED
        if self.held:
            return Standing.HELD
        if self.proposal is not None:
            return Standing.PROPOSED
        if self.kept_until is None:
            return Standing.FOR_EVER
        if today <= self.kept_until:
            return Standing.KEPT
        return Standing.DUE if self.line.confirmed else Standing.UNCONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which ended cases are looked for."""

    due_only: bool = True
    """Only those whose period is over and that are not destroyed."""
    words: str = ""
    class_code: str = ""


def kept_cases(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer,
    wanted: Wanted,
    today: date,
    *,
    offset: int = 0,
    limit: int = 50,
) -> tuple[Sequence[KeptCase], int]:
    """Ended cases of the agency, those that ended first before the others, and how many there are in all.

    Raises NotAuthorised.
    """
    require_reader(viewer)
    classes = classes_of_models(session, surroundings, viewer.agency, today)
    chosen = {version: one for version, one in classes.items() if wanted.class_code in {"", one.line.code}}
    conditions = [
        ProcessInstance.agency_id == viewer.agency,
        ProcessInstance.ended_at.is_not(None),
        open_to(viewer),
        _over(chosen, today) if wanted.due_only else ProcessInstance.model_version_id.in_(chosen),
    ]
    if wanted.words:
        conditions += [ProcessInstance.search_text.contains(fold(wanted.words), autoescape=True)]
    total = session.scalar(select(func.count()).select_from(ProcessInstance).where(*conditions)) or 0
    statement = _statement().where(*conditions).order_by(ProcessInstance.ended_at, ProcessInstance.id)
    rows = session.execute(statement.offset(offset).limit(limit)).all()
    return [_kept(row, classes[row.ProcessInstance.model_version_id]) for row in rows], total


def kept_case(
    session: Session, surroundings: Surroundings, viewer: Viewer, instance: UUID, today: date
) -> KeptCase | None:
    """One case of the agency; None while it has not ended, or is none of the viewer's agency.

    Raises CaseConfidential.
    """
    row = session.execute(_statement().where(ProcessInstance.id == instance)).one_or_none()
    if row is None or row.ProcessInstance.agency_id != viewer.agency or row.ProcessInstance.ended_at is None:
        return None
    require_open(session, viewer, row.ProcessInstance)
    version = row.ProcessInstance.model_version_id
    return _kept(row, class_of_version(session, surroundings, viewer.agency, version, today))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of a destroyed case beside its code and dates: by which minutes, and of which class."""

    disposal: UUID
    number: str
    minutes_number: str
    minutes_on: date
    class_name: str
    basis: str
    kept_until: date
    history_hash: str
    """As the case ended, before it was destroyed."""


def tombstone(session: Session, viewer: Viewer, instance: UUID) -> Tombstone | None:
    """By what a case of the agency was destroyed; None where it was not."""
    row = session.execute(
        select(DisposalItem, Disposal.number, Disposal.year, DisposalApproval)
        .join(Disposal, Disposal.id == DisposalItem.disposal_id)
        .join(DisposalApproval, DisposalApproval.disposal_id == Disposal.id)
        .join(DisposalEnd, DisposalEnd.disposal_id == Disposal.id)
        .where(
            DisposalItem.instance_id == instance,
            DisposalItem.agency_id == viewer.agency,
            DisposalEnd.outcome == "carried_out",
        )
    ).one_or_none()
    if row is None:
        return None
    item, approval = row.DisposalItem, row.DisposalApproval
    return Tombstone(
        disposal=item.disposal_id,
        number=f"{row.number}/{row.year}",
        minutes_number=approval.minutes_number,
        minutes_on=approval.minutes_on,
        class_name=item.class_name,
        basis=item.basis,
        kept_until=item.kept_until,
        history_hash=item.history_hash.hex(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemainingEvent:
    """What is left of one event."""

    sequence: int
    at: datetime
    kind: str
    hash: str


def remaining_events(session: Session, instance: UUID) -> Sequence[RemainingEvent]:
    """The history of a destroyed case; who may see it was asked before."""
    rows = select(HistoryEvent).where(HistoryEvent.instance_id == instance).order_by(HistoryEvent.sequence)
    return [
        RemainingEvent(sequence=row.sequence, at=row.at, kind=row.kind, hash=row.hash.hex())
        for row in session.scalars(rows)
    ]


def _over(classes: Mapping[UUID, ModelClass], today: date) -> ColumnElement[bool]:
    """That the period is over and the case is still there."""
    ends = (
        and_(ProcessInstance.model_version_id == version, ProcessInstance.ended_at < start_of_day(before))
        for version, one in classes.items()
        if (before := one.line.ended_before(today)) is not None
    )
    return and_(ProcessInstance.disposed_at.is_(None), or_(false(), *ends))


def _statement() -> Select[Any]:
    """Whole rows with what stands beside them."""
    archives = select(func.count()).where(ArchivedCase.instance_id == ProcessInstance.id).scalar_subquery()
    files = select(func.count()).where(StoredFile.instance_id == ProcessInstance.id).scalar_subquery()
    live = (
        select(func.concat(Disposal.id, " ", Disposal.number, "/", Disposal.year))
        .join(DisposalItem, DisposalItem.disposal_id == Disposal.id)
        .outerjoin(DisposalEnd, DisposalEnd.disposal_id == Disposal.id)
        .where(DisposalItem.instance_id == ProcessInstance.id, DisposalEnd.disposal_id.is_(None))
        .limit(1)
        .scalar_subquery()
    )
    return select(
        ProcessInstance,
        held().label("held"),
        archives.label("archives"),
        files.label("files"),
        live.label("live"),
    )


def _kept(row: Row[*tuple[Any, ...]], model: ModelClass) -> KeptCase:
    case = row.ProcessInstance
    proposal, _blank, number = (row.live or "").partition(" ")
    ended_on = local_day(case.ended_at)
    return KeptCase(
        id=case.id,
        code=case.code,
        title=case.title,
        model=model,
        started_on=local_day(case.started_at),
        ended_on=ended_on,
        kept_until=model.line.kept_until(ended_on),
        held=row.held,
        proposed=number,
        proposal=UUID(proposal) if proposal else None,
        archives=row.archives,
        files=row.files,
        disposed_at=case.disposed_at,
        personal=case.personal,
    )
