"""How documents of the register stand to each other: which replaces and amends which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from qms.documents.queries import RegisterLine, registered_numbers
from qms.documents.rules import number_key, numbers_of
from qms.documents.tables import LegalDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedDocument:
    """A document that another one names; `document` is its line in the register, if it is there."""

    number: str
    document: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """How a document stands to others of the register."""

    replaces: tuple[RelatedDocument, ...]
    amends: tuple[RelatedDocument, ...]
    replaced_by: tuple[RelatedDocument, ...]
    amended_by: tuple[RelatedDocument, ...]


def relations(session: Session, viewer: Viewer, line: RegisterLine) -> Relations:
    """The documents that a line replaces and amends, and those that replace and amend it."""
    lines = registered_numbers(session, viewer)
    naming = session.scalars(
        select(LegalDocument)
        .where(
            LegalDocument.agency_id == viewer.agency,
            or_(
                LegalDocument.replaces.contains(line.number, autoescape=True),
                LegalDocument.amends.contains(line.number, autoescape=True),
            ),
        )
        .order_by(LegalDocument.effective_on, LegalDocument.number)
    ).all()
    return Relations(
        replaces=_related(line.replaces, lines),
        amends=_related(line.amends, lines),
        replaced_by=_naming(line.number, ((row, row.replaces) for row in naming)),
        amended_by=_naming(line.number, ((row, row.amends) for row in naming)),
    )


def _related(numbers: str, lines: Mapping[str, UUID]) -> tuple[RelatedDocument, ...]:
    return tuple(
        RelatedDocument(number=number, document=lines.get(number_key(number)))
        for number in numbers_of(numbers)
    )


def _naming(number: str, rows: Iterable[tuple[LegalDocument, str]]) -> tuple[RelatedDocument, ...]:
    key = number_key(number)
    return tuple(
        RelatedDocument(number=row.number, document=row.id)
        for row, named in rows
        if key in {number_key(each) for each in numbers_of(named)}
    )
