"""Registering one document: its form, what is wrong with it, and the case that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.deadline import Deadline
from engine.domain.errors import FieldsInvalid, Invalid
from engine.domain.forms import HEAD_SIZE, AttachedFile, Message, Submitted, media_type_of, validate
from engine.domain.identifiers import parse_id
from qms.documents.commands import RegisterLegalDocuments, document_id, register_legal_documents
from qms.documents.queries import loose_files
from qms.documents.registration_form import registration_form
from qms.documents.rules import DocumentAlreadyRegistered, LegalDocumentEntry, entry_from_form
from qms.legal_updates.beginning import update_deadline
from web.errors import sentence, status_of
from web.forms import read_submission
from web.forms.reading import ATTACHED
from web.legal_documents.room import blueprint, require_keeper
from web.legal_documents.views import started_words
from web.system import now, origin, reading, system, viewer

FILE_FIELD: Final = "tep"
TECHNICAL: Final = frozenset({"csrf_token", "page", "start_updates", "preview"})
"""What the page sends beside the fields of the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form: texts, files, and what is wrong with them."""

    values: Mapping[str, Sequence[str]] | None = None
    files: Mapping[str, Sequence[AttachedFile]] = field(default_factory=dict)
    errors: Mapping[str, Sequence[Message]] = field(default_factory=dict)
    start_updates: bool = True
    known: UUID | None = None
    """The line that holds the number already."""
    refusal: str = ""
    deadline: Deadline | None = None


@blueprint.get("/new")
def new() -> str:
    """The empty form."""
    require_keeper()
    return _page(Typed())


@blueprint.post("/")
def create() -> Response | str | tuple[str, int]:
    """Register the document, by default with its update; or only show the deadline."""
    require_keeper()
    submitted = _submitted()
    typed = Typed(
        values={key: texts for key, texts in submitted.values.items() if key not in TECHNICAL},
        files=submitted.files,
        start_updates=request.form.get("start_updates") == "true",
    )
    try:
        entry = entry_from_form(validate(registration_form(), submitted, {}, technical=TECHNICAL))
        if "preview" in request.form:
            return _page(replace(typed, deadline=_deadline(entry)))
        return _registered(entry, start_updates=typed.start_updates)
    except FieldsInvalid as refused:
        return _page(replace(typed, errors=refused.fields)), status_of(refused)
    except DocumentAlreadyRegistered as refused:
        known = document_id(viewer().agency, refused.number)
        at_number = {"so_ky_hieu": [(refused.vi, refused.en)]}
        return _page(replace(typed, errors=at_number, known=known)), status_of(refused)
    except Invalid as refused:
        return _page(replace(typed, refusal=sentence(refused))), status_of(refused)


def _registered(entry: LegalDocumentEntry, *, start_updates: bool) -> Response:
    command = RegisterLegalDocuments(
        viewer=viewer(), origin=origin(), entries=[entry], start_updates=start_updates
    )
    (registered,) = register_legal_documents(system().store, system().surroundings, command, now())
    if registered.instance is None:
        flash(_("Đã ghi %(number)s vào sổ.", number=entry.number), "success")
        return redirect(url_for(".line", document=registered.document))
    flash(started_words(registered.document), "success")
    return redirect(url_for("instances.detail", instance=registered.instance))


def _deadline(entry: LegalDocumentEntry) -> Deadline | None:
    if entry.effective_on is None:
        return None
    return update_deadline(system().surroundings, viewer().agency, entry.effective_on)


def _page(typed: Typed) -> str:
    return render_template(
        "legal_documents/new.html", form=registration_form(), typed=typed, file_url=_file_url
    )


def _file_url(file: str) -> str:
    return url_for("files.download", file=file)


def _submitted() -> Submitted:
    """The request; a new upload is stored at once, so that no error loses it."""
    return read_submission(registration_form(), request, store=_keep, attached={FILE_FIELD: _attached()})


def _keep(name: str, stream: IO[bytes]) -> AttachedFile:
    content = stream.read()
    media_type = media_type_of(name, content[:HEAD_SIZE]) or ""
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    file_id = store_file(system().store, system().surroundings, command, now())
    return AttachedFile(id=str(file_id), name=name, size=len(content), media_type=media_type)


def _attached() -> list[AttachedFile]:
    """Of the files that the page names, those that this person uploaded and that are still loose."""
    named = (parse_id(text) for text in request.form.getlist(FILE_FIELD + ATTACHED))
    with reading() as session:
        files = loose_files(session, viewer(), [file for file in named if file is not None])
    return [
        AttachedFile(id=str(file.id), name=file.name, size=file.size, media_type=file.media_type)
        for file in files
    ]
