"""What is tried before it is saved or handed in: values in the preview, and the check of the whole draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import IO, Final
from uuid import UUID

from flask import request

from engine.domain.bundle import MODEL_FILE
from engine.domain.definition import Finding
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import (
    AttachedFile,
    Form,
    Message,
    Option,
    after_button,
    rehearsed,
    rehearsed_options,
    validate,
)
from engine.domain.forms.fields import FieldType
from engine.domain.forms.raw_forms import FormTooLarge, FormUnreadable, read_raw
from engine.domain.forms.references import previewed
from engine.domain.identifiers import fresh_id
from qms.designer.checking import check_draft
from qms.designer.form_files import form_path, uses_of
from qms.designer.queries import draft_file
from web.forms import read_submission
from web.system import now, reading, system, viewer

PREVIEW: Final = "preview-"
"""Before the names of the preview's fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was typed into the preview, and what the officer would be told of it."""

    texts: Mapping[str, Sequence[str]]
    errors: Mapping[str, Sequence[Message]]
    done: bool


def tried_values(draft: UUID, name: str) -> Tried:
    """What the officer would be told of the values that the request brings; raises FormUnreadable."""
    with reading() as session:
        content, _revision = draft_file(session, viewer(), draft, form_path(name))
    form, _left = previewed(read_raw(content))
    if form is None:
        raise FormUnreadable

    def forget(file: str, stream: IO[bytes]) -> AttachedFile:
        return AttachedFile(id=str(fresh_id()), name=file, size=len(stream.read()), media_type="")

    read = read_submission(form, request, store=forget, attached={}, prefix=PREVIEW)
    typed = {sent.removeprefix(PREVIEW) for sent in request.form if sent.startswith(PREVIEW)}
    texts: Mapping[str, Sequence[str]] = {key: sent for key, sent in read.values.items() if key in typed}
    again = after_button(form, texts)
    if again is not None:
        return Tried(texts=again.texts, errors={}, done=False)
    try:
        validate(form, replace(read, values=texts), {}, given=rehearsed(now()))
    except FieldsInvalid as refused:
        return Tried(texts=texts, errors=refused.fields, done=False)
    return Tried(texts=texts, errors={}, done=True)


def options_for_trial(form: Form | None) -> Mapping[str, Sequence[Option]]:
    """What the preview offers where an officer would find documents of a register."""
    inputs = form.inputs if form is not None else ()
    return {each.key: rehearsed_options(each) for each in inputs if each.type is FieldType.REFERENCE}


def findings_of_form(draft: UUID, name: str) -> Sequence[Finding]:
    """What the check of the whole draft says of this form and of the steps that use it for it."""
    proof = check_draft(system(), viewer(), draft, now())
    with reading() as session:
        drawn, _revision = draft_file(session, viewer(), draft, MODEL_FILE)
        content, _revision = draft_file(session, viewer(), draft, form_path(name))
    steps = {use.element for use in uses_of(drawn, name)}
    title = _title(content)
    named = (form_path(name), f"biểu mẫu {name}", f"“{title}”" if title else form_path(name))
    return [
        finding
        for finding in proof.findings
        if any(part in finding.message_vi for part in named)
        or (finding.element_id in steps and "form" in finding.rule)
    ]


def _title(content: bytes) -> str:
    try:
        return str(read_raw(content).get("title") or "")
    except (FormUnreadable, FormTooLarge):
        return ""
