"""What a form offers to pick from registers: what was picked already, and what was searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.forms import Field, FieldType, Form, Option, Phrase, ReferencedDocument
from engine.domain.forms.entries import clean_line
from engine.domain.forms.handed_in import SEARCH
from engine.execution.references import offered, referenced
from engine.execution.surroundings import Surroundings

Texts = Mapping[str, Sequence[str]]


def refers_to_documents(form: Form) -> bool:
    """Whether the form has a field to pick a document in."""
    return any(each.type is FieldType.REFERENCE for each in form.inputs)


def reference_options(
    session: Session,
    surroundings: Surroundings,
    agency: UUID,
    instance: UUID,
    form: Form,
    texts: Texts,
    day: date,
) -> dict[str, tuple[Option, ...]]:
    """The options of each field that refers to a document, while the page of a case holds `texts`."""
    found = {}
    for asked in form.inputs:
        if asked.type is FieldType.REFERENCE and not asked.readonly:
            words = _line(texts, asked.key + SEARCH)
            picked = _picked(session, surroundings, agency, instance, asked, texts, day)
            matching = offered(session, surroundings, agency, instance, asked.registers, words, day)
            documents = {each.reference: each for each in (*picked, *matching)}
            found[asked.key] = tuple(
                Option(value=name, label=Phrase(_said(each))) for name, each in documents.items()
            )
    return found


def _picked(
    session: Session,
    surroundings: Surroundings,
    agency: UUID,
    instance: UUID,
    asked: Field,
    texts: Texts,
    day: date,
) -> tuple[ReferencedDocument, ...]:
    register, _colon, number = _line(texts, asked.key).partition(":")
    kept_in = next((each for each in asked.registers if each == register), None)
    if kept_in is None:
        return ()
    document = referenced(session, surroundings, agency, instance, (kept_in, number), day)
    return () if document is None else (document,)


def _said(document: ReferencedDocument) -> str:
    return f"{document.label} ({document.version})" if document.version else document.label


def _line(texts: Texts, name: str) -> str:
    return clean_line(next(iter(texts.get(name, ())), ""))
