"""What a drawing may choose from: roles, units, forms, deadlines, ladders, decisions, models, operators."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE
from engine.domain.local_time import day_text
from engine.domain.text import fold
from engine.execution.surroundings import Surroundings
from engine.ports import DeclaredOperator
from engine.store.tables import ModelVersion
from qms.designer.acting import readable_draft
from qms.designer.draft_files import DECISIONS
from qms.designer.refusals import DrawingForbidden
from qms.designer.saving import draft_contents
from qms.documents.tables import LegalDocument
from qms.form_templates.queries import form_templates_in_force
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.keeping import load_book
from qms.organisation.queries import unit_names
from qms.organisation.roles import ROLE_NAMES, Role

MOST_FOUND: Final = 50
_VARIABLE: Final = re.compile(rb'<gov:variable\b[^>]*\bname="([^"]+)"[^>]*\btype="([^"]+)"')
_DECISION: Final = re.compile(rb"<(?:\w+:)?decision\b[^>]*>")
_ATTRIBUTE: Final = re.compile(rb'\b(id|name)="([^"]*)"')
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who draws what; `words` look for legal documents, form templates and models."""

    viewer: Viewer
    draft: UUID | None
    words: str
    today: date
    language: str


def catalogue(session: Session, surroundings: Surroundings, asked: Asked) -> Entry:
    """All to choose from, as JSON can write it; raises DraftNotFound, or DrawingForbidden without a draft."""
    files: Mapping[str, bytes] = {}
    if asked.draft is not None:
        files = draft_contents(session, readable_draft(session, asked.viewer, asked.draft).id)
    elif not may(asked.viewer, Power.READ_DRAFTS):
        raise DrawingForbidden
    book = load_book(session)
    agency, english = asked.viewer.agency, asked.language == "en"
    return {
        "roles": [{"code": role.value, "name": ROLE_NAMES[role][english]} for role in Role],
        "units": [{"id": str(unit), "name": name} for unit, name in unit_names(session, agency).items()],
        "forms": _forms(files),
        "form_templates": _form_templates(session, asked),
        "policies": _policies(book, asked, english=english),
        "ladders": [
            {"code": ladder.code, "name": ladder.name_en if english else ladder.name_vi}
            for ladder in book.ladders_of(agency)
        ],
        "decisions": _decisions(files),
        "models": _models(session, agency, asked.words),
        "operators": _operators(surroundings),
        "variables": [
            {"name": name.decode(errors="replace"), "type": kind.decode(errors="replace")}
            for name, kind in _VARIABLE.findall(files.get(MODEL_FILE, b""))
        ],
        "documents": _legal_documents(session, asked),
    }


def _forms(files: Mapping[str, bytes]) -> list[Entry]:
    """The forms of the draft with the fields that each brings."""
    found = []
    for path in sorted(files):
        if path.startswith(FORMS_FOLDER):
            form = _parsed(files[path])
            key = path[len(FORMS_FOLDER) : -len(".json")]
            fields = list(_fields(form.get("components", [])))
            found.append({"key": key, "name": str(form.get("title") or key), "fields": fields})
    return found


def _parsed(content: bytes) -> Mapping[str, Any]:
    try:
        form = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return form if isinstance(form, dict) else {}


def _fields(components: object) -> Iterable[Entry]:
    for one in components if isinstance(components, list) else []:
        if isinstance(one, dict):
            if isinstance(one.get("key"), str):
                yield {
                    "key": one["key"],
                    "label": str(one.get("label") or one["key"]),
                    "type": one.get("type"),
                    "values": one.get("values", []),
                }
            if one.get("type") != "dynamiclist":  # the columns of a table are parts of its rows
                yield from _fields(one.get("components"))


def _form_templates(session: Session, asked: Asked) -> list[Entry]:
    """The forms of law and office that hold today."""
    rows = form_templates_in_force(session, asked.viewer.agency, asked.today, asked.words)
    return [
        {
            "id": str(row.id),
            "code": row.code,
            "name": row.name,
            "legal_basis": row.legal_basis,
            "valid_from": row.valid_from.isoformat(),
        }
        for row in rows[:MOST_FOUND]
    ]


def _policies(book: LegalTimeBook, asked: Asked, *, english: bool) -> list[Entry]:
    """The deadline policies of today, of each code the one that is asked first."""
    found: dict[str, Entry] = {}
    for line in book.policies_of(asked.viewer.agency):
        policy = line.policy
        if line.holds_on(asked.today) and policy.code not in found:
            found[policy.code] = {
                "code": policy.code,
                "name": policy.name_en if english else policy.name_vi,
                "anchor": policy.anchor_event_en if english else policy.anchor_event_vi,
                "legal_basis": policy.legal_basis,
            }
    return list(found.values())


def _decisions(files: Mapping[str, bytes]) -> list[Entry]:
    found = []
    for path in sorted(files):
        if path.startswith(DECISIONS):
            for tag in _DECISION.findall(files[path]):
                named = {
                    name.decode(): text.decode(errors="replace") for name, text in _ATTRIBUTE.findall(tag)
                }
                if "id" in named:
                    found.append({"key": named["id"], "name": named.get("name", named["id"]), "file": path})
    return found


def _models(session: Session, agency: UUID, words: str) -> list[Entry]:
    """The published models that a call activity may name."""
    rows = session.scalars(
        select(ModelVersion)
        .where(or_(ModelVersion.agency_id.is_(None), ModelVersion.agency_id == agency))
        .ext(distinct_on(ModelVersion.key))
        .order_by(ModelVersion.key, ModelVersion.version.desc())
    )
    wanted = fold(words).split()
    found = [row for row in rows if all(word in fold(f"{row.key} {row.name}") for word in wanted)]
    return [{"key": row.key, "name": row.name, "version": row.version} for row in found[:MOST_FOUND]]


def _operators(surroundings: Surroundings) -> list[Entry]:
    return [
        {
            "name": name,
            "result": operator.result if isinstance(operator, DeclaredOperator) else None,
            "variables": dict(operator.variables) if isinstance(operator, DeclaredOperator) else {},
            "parameters": [
                {"name": each, "type": parameter.type, "required": parameter.required}
                for each, parameter in (
                    operator.parameters.items() if isinstance(operator, DeclaredOperator) else ()
                )
            ],
        }
        for name, operator in sorted(surroundings.operators.items())
    ]


def _legal_documents(session: Session, asked: Asked) -> list[Entry]:
    """Documents of the register, those that have expired marked; without words the newest."""
    statement = select(LegalDocument).where(LegalDocument.agency_id == asked.viewer.agency)
    for word in fold(asked.words).split():
        statement = statement.where(LegalDocument.search_text.contains(word, autoescape=True))
    rows = session.scalars(
        statement.order_by(LegalDocument.effective_on.desc().nulls_last(), LegalDocument.number).limit(
            MOST_FOUND
        )
    )
    return [
        {
            "number": row.number,
            "title": row.title,
            "effective_on": day_text(row.effective_on) if row.effective_on else "",
            "expired": row.expires_on is not None and row.expires_on <= asked.today,
        }
        for row in rows
    ]
