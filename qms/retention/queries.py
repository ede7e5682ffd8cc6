"""Proposals of disposal as pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.execution.confidential import closed_to
from engine.store.tables import ProcessInstance, StoredFile
from qms.retention.authority import require_reader
from qms.retention.refusals import DisposalNotFound
from qms.retention.tables import Disposal, DisposalApproval, DisposalEnd, DisposalItem


class Phase(StrEnum):
    """Where a proposal stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalLine:
    """One proposal and what became of it."""

    id: UUID
    number: str
    phase: Phase
    cases: int
    reason: str
    list_sha256: str
    proposed_by: UUID
    proposed_at: datetime
    approved_by: UUID | None
    approved_at: datetime | None
    minutes_number: str
    minutes_on: date | None
    council: str
    minutes_file: UUID | None
    minutes_sha256: str
    ended_by: UUID | None
    ended_at: datetime | None
    end_reason: str

    @property
    def people(self) -> set[UUID]:
        """Whose names it shows."""
        return {one for one in (self.proposed_by, self.approved_by, self.ended_by) if one is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One case of the list; `title` is empty once it is destroyed, or where it is closed to the viewer."""

    instance: UUID
    position: int
    code: str
    title: str
    model_key: str
    class_name: str
    years: int
    basis: str
    started_on: date
    ended_on: date
    kept_until: date
    files: int
    history_hash: str
    disposed: bool


def disposals(session: Session, viewer: Viewer) -> Sequence[DisposalLine]:
    """The proposals of the agency, the newest first; raises NotAuthorised."""
    require_reader(viewer)
    statement = _statement().where(Disposal.agency_id == viewer.agency)
    rows = session.execute(statement.order_by(Disposal.proposed_at.desc(), Disposal.id))
    return [_line(row) for row in rows]


def disposal_detail(
    session: Session, viewer: Viewer, disposal: UUID
) -> tuple[DisposalLine, Sequence[ItemLine]]:
    """One proposal with its list; raises NotAuthorised and DisposalNotFound."""
    require_reader(viewer)
    row = session.execute(
        _statement().where(Disposal.id == disposal, Disposal.agency_id == viewer.agency)
    ).one_or_none()
    if row is None:
        raise DisposalNotFound
    items = session.execute(
        select(DisposalItem, ProcessInstance.title, ProcessInstance.disposed_at, closed_to(viewer))
        .outerjoin(ProcessInstance, ProcessInstance.id == DisposalItem.instance_id)
        .where(DisposalItem.disposal_id == disposal)
        .order_by(DisposalItem.position)
    )
    return _line(row), [
        _item(item, "" if closed or disposed_at else title or "", disposed=disposed_at is not None)
        for item, title, disposed_at, closed in items
    ]


def minutes_content(session: Session, viewer: Viewer, disposal: UUID) -> tuple[str, str, bytes]:
    """Name, type and content of the signed minutes; raises NotAuthorised and DisposalNotFound."""
    require_reader(viewer)
    found = session.execute(
        select(StoredFile.name, StoredFile.media_type, StoredFile.content)
        .join(DisposalApproval, DisposalApproval.minutes_file == StoredFile.id)
        .where(DisposalApproval.disposal_id == disposal, DisposalApproval.agency_id == viewer.agency)
    ).one_or_none()
    if found is None:
        raise DisposalNotFound
    return found.name, found.media_type, found.content


def _statement() -> Select[Disposal, DisposalApproval, DisposalEnd]:
    return (
        select(Disposal, DisposalApproval, DisposalEnd)
        .outerjoin(DisposalApproval, DisposalApproval.disposal_id == Disposal.id)
        .outerjoin(DisposalEnd, DisposalEnd.disposal_id == Disposal.id)
    )


def _line(row: Row[*tuple[Any, ...]]) -> DisposalLine:
    disposal, approval, end = row.Disposal, row.DisposalApproval, row.DisposalEnd
    phase = Phase(end.outcome) if end else Phase.APPROVED if approval else Phase.PROPOSED
    return DisposalLine(
        id=disposal.id,
        number=f"{disposal.number}/{disposal.year}",
        phase=phase,
        cases=disposal.cases,
        reason=disposal.reason,
        list_sha256=disposal.list_sha256,
        proposed_by=disposal.proposed_by,
        proposed_at=disposal.proposed_at,
        approved_by=approval.approved_by if approval else None,
        approved_at=approval.approved_at if approval else None,
        minutes_number=approval.minutes_number if approval else "",
        minutes_on=approval.minutes_on if approval else None,
        council=approval.council if approval else "",
        minutes_file=approval.minutes_file if approval else None,
        minutes_sha256=approval.minutes_sha256 if approval else "",
        ended_by=end.ended_by if end else None,
        ended_at=end.ended_at if end else None,
        end_reason=end.reason if end else "",
    )


def _item(item: DisposalItem, title: str, *, disposed: bool) -> ItemLine:
    return ItemLine(
        instance=item.instance_id,
        position=item.position,
        code=item.code,
        title=title,
        model_key=item.model_key,
        class_name=item.class_name,
        years=item.years,
        basis=item.basis,
        started_on=item.started_on,
        ended_on=item.ended_on,
        kept_until=item.kept_until,
        files=item.files,
        history_hash=item.history_hash.hex(),
        disposed=disposed,
    )
