"""The forms of a draft: the list, a new one, another name, removal, the file to take along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.forms import lint_form
from engine.domain.forms.importing import Changed, imported
from engine.domain.forms.raw_forms import FormTooLarge, FormUnreadable, RawForm, read_raw
from engine.domain.identifiers import parse_id
from engine.runtime.form_uses import FormUse, form_uses
from engine.runtime.xml_intake import LARGEST_FILE
from qms.designer.acting import readable_draft
from qms.designer.form_files import (
    AddForm,
    DropForm,
    RenameForm,
    add_form,
    drop_form,
    empty_form,
    form_name,
    form_path,
    rename_form,
    uses_of,
)
from qms.designer.form_refusals import SourceFormNotFound
from qms.designer.form_sources import form_sources, source_form, title_of
from qms.designer.queries import draft_file, draft_view
from qms.designer.saving import draft_contents
from qms.form_templates.queries import form_template_content, form_templates_in_force
from web.designer.drafts import attachment
from web.designer.room import drawing, may_draw_models, typed
from web.errors import sentence, status_of
from web.form_builder.room import blueprint
from web.system import now, reading, system, today, viewer
from web.translation import language_of_request

_MOST_TOLD: Final = 40
Page = str | Response | tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """A form in the list; `fields` None where it cannot be read."""

    name: str
    title: str
    fields: int | None
    problems: int
    uses: tuple[FormUse, ...]


@blueprint.get("/drafts/<uuid:draft>/forms", endpoint="forms")
def forms(draft: UUID) -> str:
    """All forms of a draft, and where a new one can begin."""
    return _listing(draft)


@blueprint.post("/drafts/<uuid:draft>/forms", endpoint="form_add")
def add(draft: UUID) -> Page:
    """Begin a form: empty, a copy, from a file, or from a template of the register."""
    name = typed("name")
    try:
        form, told = _begun(name, typed("title"))
        command = AddForm(by=drawing(), draft=draft, name=name, form=form)
        add_form(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict, SourceFormNotFound) as refusal:
        return _listing(draft, refusal), status_of(refusal)
    flash(_("Đã thêm biểu mẫu %(name)s.", name=name), "success")
    if told:
        flash(_told(told), "warning")
    return redirect(url_for(".form", draft=draft, name=name), code=303)


@blueprint.post("/drafts/<uuid:draft>/forms/<name>/name", endpoint="form_rename")
def rename(draft: UUID, name: str) -> Response:
    """Give a form another name, at the steps that use it too."""
    new = typed("new_name")
    command = RenameForm(by=drawing(), draft=draft, name=name, new_name=new)
    try:
        uses = rename_form(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        flash(sentence(refusal), "error")
        return redirect(url_for(".form", draft=draft, name=name), code=303)
    flash(_("Đã đổi tên biểu mẫu thành %(name)s.", name=new), "success")
    if uses:
        steps = ", ".join(f"“{use.name}”" for use in uses)
        flash(_("Các bước dùng biểu mẫu này đã được sửa theo trong sơ đồ: %(steps)s.", steps=steps), "info")
    return redirect(url_for(".form", draft=draft, name=new), code=303)


@blueprint.post("/drafts/<uuid:draft>/forms/<name>/removal", endpoint="form_remove")
def remove(draft: UUID, name: str) -> Response:
    """Take a form out of the draft."""
    try:
        drop_form(
            system().store,
            system().surroundings.directory,
            DropForm(by=drawing(), draft=draft, name=name),
            now(),
        )
    except Conflict as refusal:
        flash(sentence(refusal), "error")
        return redirect(url_for(".form", draft=draft, name=name), code=303)
    flash(_("Đã xóa biểu mẫu %(name)s; nội dung vẫn còn trong lịch sử lưu.", name=name), "success")
    return redirect(url_for(".forms", draft=draft), code=303)


@blueprint.get("/drafts/<uuid:draft>/forms/<name>/file", endpoint="form_file")
def file(draft: UUID, name: str) -> Response:
    """The form as a JSON file to take along."""
    with reading() as session:
        content, _revision = draft_file(session, viewer(), draft, form_path(name))
    return attachment(content, f"{name}.json", "application/json")


def _begun(name: str, title: str) -> tuple[RawForm, Sequence[Changed]]:
    """The form to begin with, and what of a file could not be taken over."""
    told: Sequence[Changed] = ()
    form: RawForm
    match request.form.get("from", ""):
        case "copy":
            with reading() as session:
                form = source_form(session, viewer(), request.form.get("source", ""))
        case "file":
            upload = request.files.get("file")
            content = upload.stream.read(LARGEST_FILE + 1) if upload is not None else b""
            if not content or len(content) > LARGEST_FILE:
                raise FormUnreadable
            form, told = imported(read_raw(content))
        case "template":
            template = parse_id(request.form.get("template", ""))
            if template is None:
                raise SourceFormNotFound
            form = _of_register(template)
        case _:
            form = empty_form(name, title)
    return {**form, "type": "default", "id": name, **({"title": title} if title else {})}, told


def _of_register(template: UUID) -> RawForm:
    with reading() as session:
        try:
            _line, content = form_template_content(session, viewer().agency, template)
        except NotFound:
            raise SourceFormNotFound from None
    return read_raw(content)


def _told(told: Sequence[Changed]) -> str:
    english = language_of_request() == "en"
    lines = [f"{each.where}: {each.en if english else each.vi}" for each in told[:_MOST_TOLD]]
    more = len(told) - len(lines)
    if more:
        lines.append(_("và %(count)s thay đổi khác.", count=more))
    return str(_("Khi nhập tệp đã đổi: %(list)s", list=" ".join(lines)))


def _listing(draft: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
        files = draft_contents(session, readable_draft(session, viewer(), draft).id)
        sources = form_sources(session, viewer(), draft) if may_draw_models() else ()
        templates = form_templates_in_force(session, viewer().agency, today()) if may_draw_models() else ()
    return render_template(
        "form_builder/listing.html",
        draft=view,
        lines=_lines(files),
        missing=_missing(files),
        sources=sources,
        templates=templates,
        typed=_typed(),
        error=sentence(refusal) if refusal else "",
    )


def _typed() -> dict[str, str]:
    given: Mapping[str, Any] = request.form if request.method == "POST" else request.args
    return {name: str(given.get(name, "")) for name in ("name", "title", "from", "source", "template")}


def _lines(files: Mapping[str, bytes]) -> list[FormLine]:
    drawing = files.get(MODEL_FILE, b"")
    lines = []
    for path in sorted(files):
        name = form_name(path)
        if name is None:
            continue
        try:
            raw = read_raw(files[path])
            fields, problems = len(raw["components"]), len(lint_form(raw))
        except (FormUnreadable, FormTooLarge):
            fields, problems = None, 1
        title = title_of(files[path], name)
        lines.append(
            FormLine(name=name, title=title, fields=fields, problems=problems, uses=uses_of(drawing, name))
        )
    return lines


def _missing(files: Mapping[str, bytes]) -> list[FormUse]:
    """Steps that name a form which the draft does not hold."""
    return [use for use in form_uses(files.get(MODEL_FILE, b"")) if form_path(use.form) not in files]
