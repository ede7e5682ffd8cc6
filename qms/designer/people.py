"""Whom a draft may be handed to: the active people of the agency who have not drawn at it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.designer.acting import readable_draft
from qms.designer.queries import DraftView
from qms.designer.submission import authors_of
from qms.organisation.tables import Person


def reviewers(session: Session, viewer: Viewer, draft: DraftView) -> tuple[tuple[UUID, str, str], ...]:
    """Id, name and title, sorted as lists of staff are; raises DraftNotFound."""
    authors = {viewer.person, *authors_of(session, readable_draft(session, viewer, draft.line.id))}
    rows = session.execute(
        select(Person.id, Person.full_name, Person.title)
        .where(Person.agency_id == viewer.agency, Person.active.is_(True), Person.id.not_in(authors))
        .order_by(Person.sort_key, Person.id)
    )
    return tuple((row.id, row.full_name, row.title) for row in rows)
