"""Remarks on a draft: pinned to an element or to the whole, answered, settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.text import normal, one_line, storable
from engine.store.session import Store
from qms.designer.acting import Drawing, readable_draft
from qms.designer.refusals import CommentEmpty, CommentNotFound
from qms.designer.tables import ModelComment

LONGEST: Final = 4000
_LONGEST_ID: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AddComment:
    """What is said of an element (empty: of the whole), or in answer to a remark."""

    by: Drawing
    draft: UUID
    text: str
    element: str = ""
    reply_to: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleComment:
    """A remark that has been dealt with."""

    by: Drawing
    draft: UUID
    comment: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine:
    """One remark."""

    id: UUID
    reply_to: UUID | None
    element: str
    text: str
    author: UUID
    at: datetime
    settled_at: datetime | None
    settled_by: UUID | None


def add_comment(store: Store, command: AddComment, now: datetime) -> UUID:
    """Say it; raises CommentEmpty, CommentNotFound, and DraftNotFound for who may not read the draft."""
    by, said = command.by, normal(storable(command.text))[:LONGEST]
    if not said:
        raise CommentEmpty
    with store.transaction() as session:
        row = readable_draft(session, by.viewer, command.draft)
        element = one_line(storable(command.element))[:_LONGEST_ID]
        if command.reply_to is not None:
            answered = _comment(session, row.id, command.reply_to)
            element = answered.element_id
        comment = ModelComment(
            id=fresh_id(),
            draft_id=row.id,
            reply_to=command.reply_to,
            element_id=element,
            text=said,
            author_id=by.viewer.person,
            at=now,
        )
        session.add(comment)
        return comment.id


def settle_comment(store: Store, command: SettleComment, now: datetime) -> None:
    """Mark it as dealt with; again changes nothing. Raises CommentNotFound and DraftNotFound."""
    with store.transaction() as session:
        row = readable_draft(session, command.by.viewer, command.draft)
        comment = _comment(session, row.id, command.comment)
        if comment.resolved_at is None:
            comment.resolved_at, comment.resolved_by = now, command.by.viewer.person


def comments(session: Session, viewer: Viewer, draft: UUID) -> Sequence[CommentLine]:
    """The remarks of a draft in their order; raises DraftNotFound."""
    row = readable_draft(session, viewer, draft)
    found = session.scalars(
        select(ModelComment).where(ModelComment.draft_id == row.id).order_by(ModelComment.at, ModelComment.id)
    )
    return [
        CommentLine(
            id=one.id,
            reply_to=one.reply_to,
            element=one.element_id,
            text=one.text,
            author=one.author_id,
            at=one.at,
            settled_at=one.resolved_at,
            settled_by=one.resolved_by,
        )
        for one in found
    ]


def _comment(session: Session, draft: UUID, comment: UUID) -> ModelComment:
    found = session.get(ModelComment, comment)
    if found is None or found.draft_id != draft:
        raise CommentNotFound
    return found
