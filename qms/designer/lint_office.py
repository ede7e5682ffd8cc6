"""What the lint asks of an office: its people, its registers and its legal time on the day of effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.deadline_policy import DeadlinePolicy
from engine.execution.surroundings import Surroundings
from qms.documents.rules import number_key, numbers_of
from qms.documents.tables import LegalDocument, Procedure
from qms.form_templates.queries import known_forms
from qms.form_templates.rules import KnownForm
from qms.legal_time.keeping import load_book
from qms.legal_time.rehearsing import all_roles_held


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """A line of the register of legal documents."""

    number: str
    effective_on: date | None = None
    expires_on: date | None = None
    replaced_by: tuple[str, ...] = ()
    """Numbers of documents that name it as replaced and are in force on the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintOffice:
    """An office on the day from which a model is to hold; detached from any database."""

    day: date
    roles_held: frozenset[str]
    documents: Mapping[str, KnownDocument] = field(default_factory=dict)
    """By the number as the register compares it."""
    forms: tuple[KnownForm, ...] = ()
    procedures: Mapping[str, str] = field(default_factory=dict)
    """Code -> name, of the register of procedures."""
    policies: Mapping[str, DeadlinePolicy] = field(default_factory=dict)
    ladders: frozenset[str] = frozenset()


def office_for_lint(session: Session, surroundings: Surroundings, agency: UUID, day: date) -> LintOffice:
    """What the lint of a model asks about an agency, for a model that takes effect on the day."""
    book = load_book(session)
    policies: dict[str, DeadlinePolicy] = {}
    for line in book.policies_of(agency):
        if line.holds_on(day):
            policies.setdefault(line.policy.code, line.policy)
    procedures = session.execute(select(Procedure.code, Procedure.name).where(Procedure.agency_id == agency))
    return LintOffice(
        day=day,
        roles_held=all_roles_held(session, surroundings, agency, day),
        documents=_documents(session, agency, day),
        forms=known_forms(session, agency),
        procedures={row.code: row.name for row in procedures},
        policies=policies,
        ladders=frozenset(ladder.code for ladder in book.ladders_of(agency)),
    )


def _documents(session: Session, agency: UUID, day: date) -> dict[str, KnownDocument]:
    rows = session.execute(
        select(
            LegalDocument.number,
            LegalDocument.number_key,
            LegalDocument.effective_on,
            LegalDocument.expires_on,
            LegalDocument.replaces,
        )
        .where(LegalDocument.agency_id == agency)
        .order_by(LegalDocument.effective_on, LegalDocument.number)
    ).all()
    successors: dict[str, list[str]] = {}
    for row in rows:
        if row.effective_on is not None and row.effective_on <= day:
            for replaced in numbers_of(row.replaces):
                successors.setdefault(number_key(replaced), []).append(row.number)
    known = {
        row.number_key: KnownDocument(
            number=row.number,
            effective_on=row.effective_on,
            expires_on=row.expires_on,
            replaced_by=tuple(successors.pop(row.number_key, ())),
        )
        for row in rows
    }
    # What was replaced need not be in the register itself.
    return known | {key: KnownDocument(number=key, replaced_by=tuple(by)) for key, by in successors.items()}
