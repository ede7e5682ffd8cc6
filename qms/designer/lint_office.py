"""What the lint asks of an office: its people, its registers and its legal time on the day of effect."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.deadline_policy import DeadlinePolicy
from engine.domain.text import fold, normal
from engine.execution.surroundings import Surroundings
from qms.designer.tables import FormTemplate
from qms.documents.rules import number_key, numbers_of
from qms.documents.tables import LegalDocument, Procedure
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
class KnownForm:
    """One version of a form of law or of the office."""

    code: str
    name: str
    valid_from: date
    valid_to: date | None = None
    """The first day on which it is no more."""
    withdrawn: bool = False
    sha256: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it may be used on the day."""
        return (
            not self.withdrawn and self.valid_from <= day and (self.valid_to is None or day < self.valid_to)
        )


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
        forms=_forms(session, agency),
        procedures={row.code: row.name for row in procedures},
        policies=policies,
        ladders=frozenset(ladder.code for ladder in book.ladders_of(agency)),
    )


def form_key(code: str) -> str:
    """The code of a form as it is compared: “Mẫu 05”, “mẫu số 5” are written in many ways."""
    return fold(normal(code))


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


def _forms(session: Session, agency: UUID) -> tuple[KnownForm, ...]:
    rows = session.execute(
        select(
            FormTemplate.code,
            FormTemplate.name,
            FormTemplate.valid_from,
            FormTemplate.valid_to,
            FormTemplate.withdrawn,
            FormTemplate.content,
        )
        .where(or_(FormTemplate.agency_id.is_(None), FormTemplate.agency_id == agency))
        .order_by(FormTemplate.code, FormTemplate.valid_from)
    )
    return tuple(
        KnownForm(
            code=row.code,
            name=row.name,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            withdrawn=row.withdrawn,
            sha256=hashlib.sha256(row.content).hexdigest(),
        )
        for row in rows
    )
