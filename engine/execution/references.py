"""Documents that a form refers to, and under whose account and when it is handed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.forms import HandedIn, ReferencedDocument, Register
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.execution.instances import Execution
from engine.execution.surroundings import Surroundings
from engine.execution.tasks import person_name
from engine.store.tables import StoredFile

MOST_FOUND: Final = 20
"""How many documents of one register are offered for the words searched."""
_MOST_FILES: Final = 200
_SHOWN_HASH: Final = 16


def signing(execution: Execution, viewer: Viewer) -> HandedIn:
    """The circumstances in which the viewer hands in a form; the database is asked only where need be."""
    session, surroundings, instance = execution.session, execution.surroundings, execution.row

    def document(register: Register, number: str) -> ReferencedDocument | None:
        return referenced(
            session,
            surroundings,
            viewer.agency,
            instance.id,
            (register, number),
            local_day(execution.now),
        )

    return HandedIn(
        at=execution.now,
        account=str(viewer.person),
        name=lambda: person_name(session, surroundings, viewer.person),
        document=document,
    )


def referenced(
    session: Session,
    surroundings: Surroundings,
    agency: UUID,
    instance: UUID,
    named: tuple[Register, str],
    day: date,
) -> ReferencedDocument | None:
    """The document under an id of a register, files only those of the case; None where there is none."""
    register, number = named
    document = parse_id(number)
    if document is None:
        return None
    if register is Register.CASE_FILE:
        row = session.execute(
            _FILES.where(_of_case(agency, instance), StoredFile.id == document)
        ).one_or_none()
        return None if row is None else _file(row.id, row.name, row.sha256)
    if surroundings.registers is None:
        return None
    return surroundings.registers.find(session, agency, register, document, day)


def offered(
    session: Session,
    surroundings: Surroundings,
    agency: UUID,
    instance: UUID,
    registers: Iterable[Register],
    words: str,
    day: date,
) -> tuple[ReferencedDocument, ...]:
    """What may be picked for the words: files of the case even without any, else MOST_FOUND of a register."""
    found: list[ReferencedDocument] = []
    for register in registers:
        if register is Register.CASE_FILE:
            found.extend(_files_with(session, agency, instance, words))
        elif fold(words).split() and surroundings.registers is not None:
            found.extend(surroundings.registers.search(session, agency, register, words, day, MOST_FOUND))
    return tuple(found)


_FILES: Final = select(StoredFile.id, StoredFile.name, StoredFile.sha256)


def _of_case(agency: UUID, instance: UUID) -> ColumnElement[bool]:
    return and_(StoredFile.agency_id == agency, StoredFile.instance_id == instance)


def _files_with(session: Session, agency: UUID, instance: UUID, words: str) -> Sequence[ReferencedDocument]:
    rows = session.execute(
        _FILES.where(_of_case(agency, instance))
        .order_by(StoredFile.uploaded_at, StoredFile.id)
        .limit(_MOST_FILES)
    )
    asked = fold(words).split()
    return [
        _file(row.id, row.name, row.sha256) for row in rows if all(word in fold(row.name) for word in asked)
    ]


def _file(file: UUID, name: str, sha256: str) -> ReferencedDocument:
    return ReferencedDocument(
        register=Register.CASE_FILE,
        id=str(file),
        label=name,
        version=f"SHA-256 {sha256[:_SHOWN_HASH]}",
    )
