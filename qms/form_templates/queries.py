"""The register of form templates as pages, the builder of forms and the lint read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import AuditEvent
from qms.designer.tables import FormTemplate
from qms.form_templates.refusals import FormTemplateNotFound
from qms.form_templates.rules import KnownForm, TemplateStanding, form_key, standing_on, with_note


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTemplateLine:
    """One version of a form, without its content."""

    id: UUID
    own: bool
    """Whether it is the agency's, and not everybody's."""
    code: str
    name: str
    legal_basis: str
    valid_from: date
    valid_to: date | None
    """The first day on which it is no more."""
    withdrawn: bool
    recorded_at: datetime
    recorded_by: UUID | None

    def known(self) -> KnownForm:
        """As the rules compare it."""
        return KnownForm(
            code=self.code,
            name=self.name,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            withdrawn=self.withdrawn,
            own=self.own,
        )

    def standing(self, day: date) -> TemplateStanding:
        """How it stands on the day."""
        return standing_on(self.known(), day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Who withdrew a version when, by which decision and why."""

    at: datetime
    by: UUID | None
    decision: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTemplateView:
    """One version with its content, the versions beside it, and why it was withdrawn."""

    line: FormTemplateLine
    content: bytes
    versions: tuple[FormTemplateLine, ...]
    """All of the same code and body, the newest first."""
    withdrawal: Withdrawal | None
    """None where it is not withdrawn, or where who withdrew it belongs to another agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTemplates:
    """What a list is asked for; the standing is that of `day`."""

    day: date
    code: str = ""
    """However it is written; empty: every code."""
    words: str = ""
    """Of code, name and legal basis, without marks."""
    standing: TemplateStanding | None = None


def form_templates_in_force(
    session: Session, agency: UUID, day: date, text: str = ""
) -> Sequence[FormTemplateLine]:
    """The versions that hold on the day, of the agency and of everybody, the agency's own first."""
    wanted = WantedTemplates(day=day, words=text, standing=TemplateStanding.IN_FORCE)
    return form_templates(session, agency, wanted)


def form_template_content(session: Session, agency: UUID, template: UUID) -> tuple[FormTemplateLine, bytes]:
    """A version and its form as a bundle may hold it, noting where it comes from.

    Raises FormTemplateNotFound for what is neither the agency's nor everybody's.
    """
    found = _row(session, agency, template)
    return _line(found), with_note(found.content, found.code, found.valid_from)


def form_templates(session: Session, agency: UUID, wanted: WantedTemplates) -> Sequence[FormTemplateLine]:
    """The versions of the register that are asked for: own ones first, by code, the newest first."""
    statement = _lines(agency)
    for word in fold(wanted.words).split():
        statement = statement.where(FormTemplate.search_text.contains(word, autoescape=True))
    if wanted.standing is not None:
        statement = statement.where(_stands(wanted.standing, wanted.day))
    rows = session.execute(
        statement.order_by(
            FormTemplate.agency_id.is_(None), FormTemplate.code, FormTemplate.valid_from.desc()
        )
    )
    key = form_key(wanted.code)
    return [_line(row) for row in rows if not key or form_key(row.code) == key]


def form_template_view(session: Session, viewer: Viewer, template: UUID) -> FormTemplateView:
    """One version; raises FormTemplateNotFound."""
    found = _row(session, viewer.agency, template)
    line = _line(found)
    everything = form_templates(session, viewer.agency, WantedTemplates(day=line.valid_from))
    beside = [one for one in everything if one.own == line.own and form_key(one.code) == form_key(line.code)]
    beside.sort(key=lambda one: one.valid_from, reverse=True)
    return FormTemplateView(
        line=line,
        content=found.content,
        versions=tuple(beside),
        withdrawal=_withdrawal(session, line) if line.withdrawn else None,
    )


def known_forms(session: Session, agency: UUID) -> tuple[KnownForm, ...]:
    """All versions that the agency knows, as the rules compare them."""
    hashed = func.encode(func.sha256(FormTemplate.content), "hex")
    rows = session.execute(_lines(agency, hashed.label("sha256")).order_by(FormTemplate.valid_from))
    return tuple(
        KnownForm(
            code=row.code,
            name=row.name,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            withdrawn=row.withdrawn,
            sha256=row.sha256,
            own=row.agency_id is not None,
        )
        for row in rows
    )


def _lines(agency: UUID, *more: ColumnElement[str]) -> Select[*tuple[Any, ...]]:
    return select(
        FormTemplate.id,
        FormTemplate.agency_id,
        FormTemplate.code,
        FormTemplate.name,
        FormTemplate.legal_basis,
        FormTemplate.valid_from,
        FormTemplate.valid_to,
        FormTemplate.withdrawn,
        FormTemplate.recorded_at,
        FormTemplate.recorded_by,
        *more,
    ).where(or_(FormTemplate.agency_id.is_(None), FormTemplate.agency_id == agency))


def _row(session: Session, agency: UUID, template: UUID) -> FormTemplate:
    found = session.scalar(
        select(FormTemplate).where(
            FormTemplate.id == template,
            or_(FormTemplate.agency_id.is_(None), FormTemplate.agency_id == agency),
        )
    )
    if found is None:
        raise FormTemplateNotFound
    return found


def _line(row: FormTemplate | Row[Any]) -> FormTemplateLine:
    return FormTemplateLine(
        id=row.id,
        own=row.agency_id is not None,
        code=row.code,
        name=row.name,
        legal_basis=row.legal_basis,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        withdrawn=row.withdrawn,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
    )


def _stands(standing: TemplateStanding, day: date) -> ColumnElement[bool]:
    begun, whole = FormTemplate.valid_from <= day, FormTemplate.withdrawn.is_(False)
    match standing:
        case TemplateStanding.WITHDRAWN:
            return FormTemplate.withdrawn.is_(True)
        case TemplateStanding.TO_COME:
            return and_(whole, FormTemplate.valid_from > day)
        case TemplateStanding.ENDED:
            return and_(whole, begun, FormTemplate.valid_to <= day)
        case TemplateStanding.IN_FORCE:
            lasts = or_(FormTemplate.valid_to.is_(None), FormTemplate.valid_to > day)
            return and_(whole, begun, lasts)


def _withdrawal(session: Session, line: FormTemplateLine) -> Withdrawal | None:
    """What the record says of it."""
    rows = session.execute(
        select(AuditEvent.at, AuditEvent.actor_id, AuditEvent.data)
        .where(
            AuditEvent.kind == "form_template.withdrawn",
            AuditEvent.data.contains(str(line.id), autoescape=True),
        )
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )
    for row in rows:
        told = json.loads(row.data)
        return Withdrawal(
            at=row.at,
            by=row.actor_id,
            decision=str(told.get("decision", "")),
            reason=str(told.get("reason", "")),
        )
    return None
