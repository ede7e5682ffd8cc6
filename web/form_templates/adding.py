"""Recording a new version: written or taken from elsewhere, looked at, then confirmed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import storable
from qms.designer.queries import draft_file
from qms.form_templates.acting import keeps_own
from qms.form_templates.adding import (
    LARGEST_CONTENT,
    AddFormTemplate,
    add_form_template,
    checked_template,
    former_of,
    readable_form,
)
from qms.form_templates.queries import FormTemplateLine, form_template_view
from qms.form_templates.refusals import TemplateUnreadable
from qms.form_templates.sources import draft_forms
from qms.form_templates.uses import FormUse, form_uses
from qms.legal_time.imported_days import read_calendar_day
from web.errors import sentence, status_of
from web.form_templates.listing import uses_of
from web.form_templates.room import blueprint, keeping, may_keep_common, store_of, typed
from web.form_templates.version import shown_form
from web.system import now, reading, today, viewer

FIELDS: Final = ("code", "name", "legal_basis", "valid_from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is shown before it is confirmed."""

    command: AddFormTemplate
    former: FormTemplateLine | None
    uses: list[FormUse]
    """What uses the former version."""

    @property
    def seen(self) -> str:
        """Names all that is to be recorded: who confirms has seen just that."""
        told = self.command
        parts = (told.code, told.name, told.legal_basis, told.valid_from.isoformat(), str(told.by.common))
        return hashlib.sha256("\x1f".join(parts).encode() + told.content).hexdigest()


@blueprint.get("/new", endpoint="new")
def new() -> str:
    """The page of a new version, filled from the former one or from a form of a draft where one is named."""
    _require_some_keeper()
    return _page(_begun_with())


@blueprint.post("/new", endpoint="add")
def add() -> Response | tuple[str, int]:
    """Look at it; once looked at, record it."""
    _require_some_keeper()
    try:
        looked = _looked(checked_template(_command()))
        if request.form.get("seen") != looked.seen:
            return _page(_typed(looked.command.content), looked=looked), 200
        done = add_form_template(store_of(looked.command.by), looked.command, now())
    except (Invalid, Conflict) as refusal:
        return _page(_typed(), refusal), status_of(refusal)
    flash(_("Đã ghi bản biểu mẫu; bản trước hết hiệu lực từ ngày bản này có hiệu lực."), "success")
    return redirect(url_for(".version", template=done.id), code=303)


def _require_some_keeper() -> None:
    if not keeps_own(viewer()) and not may_keep_common():
        raise NotAuthorised("ghi biểu mẫu", "record forms")


def _command() -> AddFormTemplate:
    """What was typed; the file before the text beside it. Raises DayTextUnreadable, TemplateUnreadable."""
    # Who keeps the forms of everybody alone has no choice to make.
    common = request.form.get("common") == "1" or not keeps_own(viewer())
    return AddFormTemplate(
        by=keeping(common=common),
        code=typed("code"),
        name=typed("name"),
        legal_basis=typed("legal_basis"),
        valid_from=_day_typed(),
        content=_content_sent(),
    )


def _day_typed() -> date:
    return read_calendar_day(typed("valid_from"))


def _content_sent() -> bytes:
    upload = request.files.get("file")
    content = upload.stream.read(LARGEST_CONTENT + 1) if upload is not None and upload.filename else b""
    if content:
        return content
    text = storable(request.form.get("content", ""))
    if not text.strip():
        raise TemplateUnreadable
    return text.encode()


def _looked(command: AddFormTemplate) -> Looked:
    with reading() as session:
        former = former_of(session, command)
        if former is None:
            return Looked(command=command, former=None, uses=[])
        line = form_template_view(session, viewer(), former.id).line
        return Looked(command=command, former=line, uses=uses_of(line, form_uses(session, viewer(), today())))


def _begun_with() -> dict[str, str]:
    """The fields as the former version, or a form of a draft, fills them."""
    former, draft = parse_id(request.args.get("from", "")), parse_id(request.args.get("draft", ""))
    with reading() as session:
        if former is not None:
            view = form_template_view(session, viewer(), former)
            return {
                "code": view.line.code,
                "name": view.line.name,
                "content": view.content.decode(),
                "common": "" if view.line.own else "1",
            }
        if draft is not None:
            content, _revision = draft_file(session, viewer(), draft, request.args.get("path", ""))
            return {"content": readable_form(content).decode()}
    return {}


def _typed(content: bytes | None = None) -> dict[str, str]:
    kept = {name: typed(name) for name in FIELDS}
    kept["content"] = storable(request.form.get("content", "")) if content is None else content.decode()
    return kept | {"common": request.form.get("common", "")}


def _page(filled: dict[str, str], refusal: Refusal | None = None, looked: Looked | None = None) -> str:
    with reading() as session:
        sources = draft_forms(session, viewer())
    return render_template(
        "form_templates/new.html",
        typed=filled,
        sources=sources,
        looked=looked,
        form=shown_form(looked.command.content) if looked else None,
        keeps_own=keeps_own(viewer()),
        keeps_common=may_keep_common(),
        error=sentence(refusal) if refusal else "",
    )
