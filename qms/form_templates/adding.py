"""A new version of a form, as a circular or a decision has it from a day on; the former one ends that day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.forms import parse_form
from engine.domain.identifiers import fresh_id
from engine.domain.text import fold, one_line, storable
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.designer.tables import FormTemplate
from qms.form_templates.acting import Keeping, of_owner, one_at_a_time, require_keeper
from qms.form_templates.refusals import (
    TemplateDayUnfit,
    TemplateIncomplete,
    TemplateUnreadable,
    TemplateVersionTaken,
)
from qms.form_templates.rules import TEMPLATE, form_key, written

LARGEST_CONTENT: Final = 500 * 1024
LONGEST_LINE: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFormTemplate:
    """A version of a form: its content is the form's JSON."""

    by: Keeping
    code: str
    name: str
    legal_basis: str
    valid_from: date
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedTemplate:
    """The version, and the one that it supersedes."""

    id: UUID
    former: UUID | None
    former_from: date | None


def add_form_template(store: Store, command: AddFormTemplate, now: datetime) -> AddedTemplate:
    """Record it; the former version of the code ends on its first day.

    Raises NotAuthorised, TemplateIncomplete, TemplateUnreadable, FormRefused, TemplateVersionTaken and
    TemplateDayUnfit.
    """
    command = checked_template(command)
    with store.transaction() as session:
        require_keeper(session, command.by)
        one_at_a_time(session, command.by.owner)
        return enter_template(session, command, now)


def enter_template(session: Session, command: AddFormTemplate, now: datetime) -> AddedTemplate:
    """Within the transaction of a verb that asked for authority: as `add_form_template`."""
    return _added(session, command, former_of(session, command), now)


def checked_template(command: AddFormTemplate) -> AddFormTemplate:
    """The command as it is kept; raises TemplateIncomplete, TemplateUnreadable and FormRefused."""
    code, name, basis = (
        one_line(storable(text))[:LONGEST_LINE] for text in (command.code, command.name, command.legal_basis)
    )
    if not (code and name and basis):
        raise TemplateIncomplete
    return replace(command, code=code, name=name, legal_basis=basis, content=readable_form(command.content))


def readable_form(content: bytes) -> bytes:
    """The form without a note of where it comes from; raises TemplateUnreadable and FormRefused."""
    try:
        raw = json.loads(content) if len(content) <= LARGEST_CONTENT else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        raise TemplateUnreadable
    plain = {name: value for name, value in raw.items() if name != TEMPLATE}
    parse_form(plain)
    return written(plain)


def former_of(session: Session, command: AddFormTemplate) -> FormTemplate | None:
    """The version that it would supersede; raises TemplateVersionTaken and TemplateDayUnfit."""
    beside = _same_code(session, command.by.owner, command.code)
    if any(row.valid_from == command.valid_from for row in beside):
        raise TemplateVersionTaken(command.code, command.valid_from)
    standing = [row for row in beside if not row.withdrawn]
    newest = max(standing, key=lambda row: row.valid_from, default=None)
    if newest is not None and newest.valid_from > command.valid_from:
        raise TemplateDayUnfit(newest.code, newest.valid_from)
    return newest


def _same_code(session: Session, owner: UUID | None, code: str) -> Sequence[FormTemplate]:
    rows = session.scalars(select(FormTemplate).where(of_owner(owner)))
    return [row for row in rows if form_key(row.code) == form_key(code)]


def _added(
    session: Session, command: AddFormTemplate, former: FormTemplate | None, now: datetime
) -> AddedTemplate:
    by = command.by
    if former is not None:
        former.valid_to = command.valid_from
    row = FormTemplate(
        id=fresh_id(),
        agency_id=by.owner,
        # One spelling of a code: versions are found by it.
        code=command.code if former is None else former.code,
        name=command.name,
        legal_basis=command.legal_basis,
        valid_from=command.valid_from,
        valid_to=None,
        content=command.content,
        search_text=fold(f"{command.code} {command.name} {command.legal_basis}"),
        withdrawn=False,
        recorded_at=now,
        recorded_by=by.viewer.person,
    )
    session.add(row)
    done = AddedTemplate(
        id=row.id,
        former=None if former is None else former.id,
        former_from=None if former is None else former.valid_from,
    )
    told = {
        "template": row.id,
        "code": row.code,
        "name": row.name,
        "valid_from": row.valid_from,
        "basis": row.legal_basis,
        "common": by.common,
        "former": done.former,
    }
    record_audit(session, "form_template.added", actor=by.actor, agency=by.viewer.agency, now=now, data=told)
    return done
