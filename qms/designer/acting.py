"""What all acts on drafts share: who acts, the locked row, and who has it open to draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Part, Power, may
from engine.queries.visible import visible_among
from qms.designer.refusals import DraftNotFound, DraftNotOpen, DrawingForbidden
from qms.designer.tables import ModelDraft

SILENCE: Final = timedelta(minutes=2)
"""After so long without a sign of the editor the draft is free."""


class DraftState(StrEnum):
    """Where a draft stands on its way to a version."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    DISCARDED = "discarded"


_NOT_OPEN: Final = {
    DraftState.IN_REVIEW: ("đang được xem xét", "is being reviewed"),
    DraftState.APPROVED: ("đã được phê duyệt", "has been approved"),
    DraftState.PUBLISHED: ("đã được ban hành", "has been published"),
    DraftState.DISCARDED: ("đã bị hủy", "has been discarded"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Who draws, and from where."""

    viewer: Viewer
    origin: str

    @property
    def actor(self) -> Actor:
        """Who stands in the record."""
        return Actor(person=self.viewer.person, origin=self.origin)


def draws(viewer: Viewer) -> bool:
    """Whether the viewer draws models of the agency."""
    return may(viewer, Power.DRAW_MODEL)


def require_drawer(viewer: Viewer) -> None:
    """Refuse (DrawingForbidden) everybody else."""
    if not draws(viewer):
        raise DrawingForbidden


def locked_draft(session: Session, viewer: Viewer, draft: UUID) -> ModelDraft:
    """The draft, nobody else changing it until the transaction ends; raises DraftNotFound."""
    row = session.get(ModelDraft, draft, with_for_update=True)
    if row is None or row.agency_id != viewer.agency:
        raise DraftNotFound
    return row


def readable_draft(session: Session, viewer: Viewer, draft: UUID) -> ModelDraft:
    """The draft for who may read it: who draws or oversees, or has a part in its review; or DraftNotFound."""
    row = session.scalar(
        select(ModelDraft).where(ModelDraft.id == draft, ModelDraft.agency_id == viewer.agency)
    )
    if row is None:
        raise DraftNotFound
    takes_part = row.instance_id is not None and bool(visible_among(session, viewer, {row.instance_id}))
    if not may(viewer, Power.READ_DRAFTS, parts=(Part.TAKES_PART,) if takes_part else ()):
        raise DraftNotFound
    return row


def require_open(row: ModelDraft) -> None:
    """Refuse (DraftNotOpen) what is past drawing."""
    told = _NOT_OPEN.get(DraftState(row.state))
    if told is not None:
        raise DraftNotOpen(vi=told[0], en=told[1])


def editor_of(row: ModelDraft, now: datetime) -> UUID | None:
    """Who has it open to draw; None once nothing has been heard of them for two minutes."""
    if row.editor_id is None or row.editor_seen_at is None:
        return None
    return row.editor_id if now - row.editor_seen_at < SILENCE else None


def other_editor(row: ModelDraft, me: UUID, now: datetime) -> UUID | None:
    """Who else has it open to draw."""
    editor = editor_of(row, now)
    return None if editor == me else editor
