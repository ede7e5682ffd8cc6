"""Loading earlier publications into the register with decision, receipt and scope: all of a list or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.store.session import Store
from qms.documents.catalogue import catalogue_on
from qms.documents.tables import Procedure
from qms.lists.columns import CheckedList, plain
from qms.lists.provenance import record_import
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.tables import DocumentNumber
from qms.publications.import_papers import keep_decision, keep_receipt
from qms.publications.importing import (
    EarlierPublication,
    KnownOfPublications,
    KnownPublication,
    PublicationRow,
    TakenNumber,
    check_publications,
)
from qms.publications.register import hold_register, lines_in_scope, write_scope
from qms.publications.rules import PublicationKind, PublicationState, Trigger
from qms.publications.scope import Change, ScopeLine, difference
from qms.publications.tables import Publication

IMPORTED: Final = "publications.imported"
_IN_FORCE_ONCE: Final = (PublicationState.PUBLISHED, PublicationState.REPLACED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPublications:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[PublicationRow]
    file: UUID


class PublicationRecordedMeanwhile(Conflict):
    """Somebody published, or entered one of them, while the list was looked at."""

    def __init__(self, ordinal: int) -> None:
        super().__init__(
            vi=f"Sổ công bố hoặc số văn bản của lần {ordinal} vừa thay đổi. Xin kiểm tra lại tệp.",
            en=f"The register or the number of publication {ordinal} has just changed. Check the file again.",
        )


def may_import_publications(viewer: Viewer) -> bool:
    """Whether the viewer takes earlier publications over: who begins publications does."""
    return may(viewer, Power.START_PROCESS)


def import_publications(store: Store, command: ImportPublications, now: datetime) -> int:
    """Write the publications as closed history, no case runs for them; how many.

    The latest of all is then the one in force, those before it are replaced. Raises NotAuthorised,
    PublicationRecordedMeanwhile.
    """
    viewer = command.viewer
    if not may_import_publications(viewer):
        raise NotAuthorised("nhập sổ công bố", "import publications")
    with store.transaction() as session:
        hold_register(session, viewer.agency)
        known = known_of_publications(session, viewer, now)
        keys = [_written(session, viewer, told, rows, known, now) for told, rows in _by_ordinal(command.rows)]
        _put_in_force(session, viewer.agency)
        record_import(
            session,
            IMPORTED,
            viewer=viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def checked_publications(
    session: Session, viewer: Viewer, name: str, content: bytes, now: datetime
) -> CheckedList[PublicationRow]:
    """A file against what the registers hold now; raises SheetRefused for what is no such list."""
    return check_publications(name, content, known_of_publications(session, viewer, now))


def known_of_publications(session: Session, viewer: Viewer, now: datetime) -> KnownOfPublications:
    """What the registers of the viewer's agency hold."""
    own = viewer.agency
    rows = session.scalars(select(Publication).where(Publication.agency_id == own)).all()
    published = {row.decision_id for row in rows if row.decision_id is not None}
    procedures = session.execute(select(Procedure.code, Procedure.id).where(Procedure.agency_id == own))
    numbers = session.scalars(
        select(DocumentNumber).where(
            DocumentNumber.agency_id == own, DocumentNumber.series == DocumentKind.DECISION
        )
    )
    cancelled = PublicationState.CANCELLED
    return KnownOfPublications(
        today=local_day(now),
        procedures={plain(code): key for code, key in procedures},
        decisions={
            (row.year, row.number): TakenNumber(
                dated_on=row.dated_on, published=row.document_id is not None and row.document_id in published
            )
            for row in numbers
        },
        publications={
            row.ordinal: KnownPublication(
                published_on=row.published_on if row.state in _IN_FORCE_ONCE else None,
                by_case=row.instance_id is not None and row.state != cancelled,
            )
            for row in rows
        },
    )


def _by_ordinal(
    rows: Sequence[PublicationRow],
) -> list[tuple[EarlierPublication, list[PublicationRow]]]:
    found: dict[int, list[PublicationRow]] = {}
    for row in rows:
        found.setdefault(row.ordinal, []).append(row)
    return [
        (told, found[ordinal])
        for ordinal in sorted(found)
        if (told := found[ordinal][0].publication) is not None
    ]


def _written(
    session: Session,
    viewer: Viewer,
    told: EarlierPublication,
    rows: Sequence[PublicationRow],
    known: KnownOfPublications,
    now: datetime,
) -> UUID:
    taken = known.decisions.get((told.decided_on.year, told.number))
    run_here = known.first_run_here
    if (
        told.ordinal in known.publications
        or (run_here is not None and told.ordinal > run_here)
        or (taken is not None and (taken.published or taken.dated_on != told.decided_on))
    ):
        raise PublicationRecordedMeanwhile(told.ordinal)
    decision = keep_decision(session, viewer, told, now)
    dispatch = keep_receipt(session, viewer, told, decision) if told.sent_on else None
    row = Publication(
        id=derived_id("publication imported", viewer.agency, told.ordinal),
        agency_id=viewer.agency,
        ordinal=told.ordinal,
        kind=PublicationKind.FIRST if told.trigger is Trigger.FIRST else PublicationKind.AGAIN,
        trigger=told.trigger,
        state=PublicationState.REPLACED,
        standard=told.standard,
        decision_id=decision,
        dispatch_id=dispatch,
        posted_on=told.posted_on,
        web_address=told.web_address,
        web_on=told.web_on,
        published_on=told.published_on,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    _keep_scope(session, row, told, rows)
    return row.id


def _keep_scope(
    session: Session, row: Publication, told: EarlierPublication, rows: Sequence[PublicationRow]
) -> None:
    """The scope as the list names it, with what changed against the publication before."""
    wanted = {one.procedure: one for one in rows}
    held = {one.id: one.version for one in catalogue_on(session, row.agency_id, told.published_on)}
    procedures = session.scalars(select(Procedure).where(Procedure.id.in_(wanted))).all()
    lines = [
        ScopeLine(
            code=one.code,
            name=one.name,
            field=one.field,
            version=wanted[one.id].version or held.get(one.id, ""),
        )
        for one in procedures
    ]
    earlier = session.scalar(
        select(Publication.id)
        .where(
            Publication.agency_id == row.agency_id,
            Publication.ordinal < row.ordinal,
            Publication.state.in_(_IN_FORCE_ONCE),
        )
        .order_by(Publication.ordinal.desc())
        .limit(1)
    )
    changes = difference(lines_in_scope(session, earlier) if earlier else (), lines)
    write_scope(
        session,
        row,
        [
            *((line, Change.KEPT) for line in changes.kept),
            *((line, Change.ADDED) for line in changes.added),
            *((new, Change.NEW_VERSION) for _old, new in changes.changed),
            *((line, Change.REMOVED) for line in changes.removed),
        ],
        {one.code: one.id for one in procedures},
    )


def _put_in_force(session: Session, agency: UUID) -> None:
    """The latest publication that was in force holds, all before it are replaced."""
    rows = session.scalars(
        select(Publication)
        .where(Publication.agency_id == agency, Publication.state.in_(_IN_FORCE_ONCE))
        .order_by(Publication.ordinal.desc())
    ).all()
    for row in rows[1:]:
        row.state = PublicationState.REPLACED
    session.flush()
    for row in rows[:1]:
        if row.posted_on is None or not row.web_address or row.dispatch_id is None:
            raise PublicationRecordedMeanwhile(row.ordinal)
        row.state = PublicationState.PUBLISHED
