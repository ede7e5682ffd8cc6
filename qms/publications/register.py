"""Rows of the register of publications: opening one, its scope, the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.store.tables import ProcessInstance
from qms.organisation.tables import Agency
from qms.publications.refusals import PublicationNotFound
from qms.publications.rules import PublicationKind, PublicationState, Trigger
from qms.publications.scope import Change, ScopeLine
from qms.publications.tables import Publication, PublicationScope

STANDARD: Final = "TCVN ISO 9001:2015"
_IN_FORCE_ONCE: Final = (PublicationState.PUBLISHED, PublicationState.REPLACED)


def hold_register(session: Session, agency: UUID) -> None:
    """One at a time opens and closes publications of an agency."""
    session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))


def publication_of(session: Session, agency: UUID, publication: UUID | None) -> Publication:
    """The row; raises PublicationNotFound."""
    row = session.get(Publication, publication) if publication else None
    if row is None or row.agency_id != agency:
        raise PublicationNotFound(publication or "")
    return row


def open_publication(
    session: Session, *, agency: UUID, instance: UUID, trigger: Trigger, standard: str, now: datetime
) -> Publication:
    """A new line under the next number; the register is held."""
    last = session.scalar(select(func.max(Publication.ordinal)).where(Publication.agency_id == agency)) or 0
    before = latest_published(session, agency)
    row = Publication(
        id=derived_id("publication", instance),
        agency_id=agency,
        ordinal=last + 1,
        kind=PublicationKind.AGAIN if before else PublicationKind.FIRST,
        trigger=trigger,
        state=PublicationState.PREPARING,
        standard=standard,
        instance_id=instance,
        web_address="",
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    return row


def latest_published(session: Session, agency: UUID) -> Publication | None:
    """The publication that was in force last, be it replaced since."""
    return session.scalars(
        select(Publication)
        .where(Publication.agency_id == agency, Publication.state.in_(_IN_FORCE_ONCE))
        .order_by(Publication.ordinal.desc())
        .limit(1)
    ).first()


def in_preparation(session: Session, agency: UUID, instance: UUID) -> tuple[Publication, str] | None:
    """Another publication whose scope is not confirmed yet, with the code of its case.

    Those whose case has ended without publishing are closed on the way.
    """
    rows = session.execute(
        select(Publication, ProcessInstance.state, ProcessInstance.code)
        .join(ProcessInstance, ProcessInstance.id == Publication.instance_id)
        .where(
            Publication.agency_id == agency,
            Publication.state.in_((PublicationState.PREPARING, PublicationState.SIGNED)),
            Publication.instance_id != instance,
        )
        .order_by(Publication.ordinal)
    ).all()
    found: tuple[Publication, str] | None = None
    for row, state, code in rows:
        if state not in LIVE_INSTANCE_STATES:
            row.state = PublicationState.CANCELLED
        elif row.state == PublicationState.PREPARING and not scope_of(session, row.id) and found is None:
            found = (row, code)
    return found


def scope_of(session: Session, publication: UUID) -> list[PublicationScope]:
    """The lines of its scope, those taken out included, by code."""
    return list(
        session.scalars(
            select(PublicationScope)
            .where(PublicationScope.publication_id == publication)
            .order_by(PublicationScope.code)
        )
    )


def lines_in_scope(session: Session, publication: UUID) -> tuple[ScopeLine, ...]:
    """What the publication covers: its scope without what it took out."""
    return tuple(
        ScopeLine(code=row.code, name=row.name, field=row.field, version=row.version)
        for row in scope_of(session, publication)
        if row.change != Change.REMOVED
    )


def write_scope(
    session: Session,
    row: Publication,
    lines: Iterable[tuple[ScopeLine, Change]],
    procedures: dict[str, UUID],
) -> None:
    """The scope anew; a decision that was sent back may name another one."""
    session.execute(delete(PublicationScope).where(PublicationScope.publication_id == row.id))
    session.add_all(
        PublicationScope(
            id=derived_id("publication scope", row.id, line.code),
            agency_id=row.agency_id,
            publication_id=row.id,
            procedure_id=procedures.get(line.code),
            code=line.code,
            name=line.name,
            field=line.field,
            version=line.version,
            change=change,
        )
        for line, change in lines
    )
    session.flush()
