"""One decision table: made in the browser, read without it, checked, tried, given another code, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.text import storable
from qms.designer.acting import require_drawer
from qms.designer.decision_files import (
    DropTable,
    RenameTable,
    TableLine,
    drop_table,
    rename_table,
    table_lines,
    table_path,
)
from qms.designer.empty_table import TYPE_REFS
from qms.designer.queries import draft_view
from qms.designer.refusals import DraftFileNotFound
from qms.designer.table_apart import read_table_apart
from qms.designer.table_reading import TableAsked, TableRead
from qms.designer.table_variables import known_variables
from web.decision_builder.room import (
    blueprint,
    cell_text,
    content_of,
    files_of,
    hint_words,
    in_english,
    policy_words,
    told,
    type_words,
    written_type_words,
)
from web.designer.drafts import attachment
from web.designer.room import drawing, typed
from web.errors import sentence, status_of
from web.headers import with_style_attributes
from web.names import person_name
from web.system import now, reading, system, viewer

PREFIX: Final = "var-"
_ADDRESS: Final = "/drafts/<uuid:draft>/decisions/<name>"
Page = str | Response | tuple[str, int]


@blueprint.get(_ADDRESS, endpoint="table")
@with_style_attributes
def table(draft: UUID, name: str) -> Page:
    """The table, by the name of its file or by the code of a decision in it."""
    files = files_of(draft)
    if table_path(name) not in files:
        line = next((each for each in table_lines(files) if name in each.keys), None)
        if line is None:
            raise DraftFileNotFound(table_path(name))
        return redirect(url_for(".table", draft=draft, name=line.name), code=302)
    return _page(draft, name, files, _read(files, content_of(files, name)))


@blueprint.post(_ADDRESS, endpoint="trial")
@with_style_attributes
def trial(draft: UUID, name: str) -> Page:
    """What the table answers to these values; with the text that is sent, as it stands on the screen.

    The program of the page asks for the piece alone (`piece=1`), and without `try=1` for the findings alone.
    """
    files = files_of(draft)
    content = content_of(files, name)
    if "content" in request.form:
        content = storable(request.form["content"]).encode()
    texts = None
    if "try" in request.form:
        texts = {
            key.removeprefix(PREFIX): text for key, text in request.form.items() if key.startswith(PREFIX)
        }
    read = _read(files, content, texts)
    if "piece" in request.form:
        return render_template("decision_builder/answer.html", **_shown(draft, name, read))
    return _page(draft, name, files, read)


@blueprint.get(f"{_ADDRESS}/file", endpoint="export")
def export(draft: UUID, name: str) -> Response:
    """The table as a .dmn file."""
    return attachment(content_of(files_of(draft), name), f"{name}.dmn", "application/xml")


@blueprint.post(f"{_ADDRESS}/name", endpoint="rename")
def rename(draft: UUID, name: str) -> Page:
    """Give the table another code."""
    require_drawer(viewer())
    command = RenameTable(by=drawing(), draft=draft, name=name, new_name=typed("code"))
    try:
        rename_table(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        return _again(draft, name, refusal)
    flash(_("Đã đổi mã bảng thành %(name)s.", name=command.new_name), "success")
    return redirect(url_for(".table", draft=draft, name=command.new_name), code=303)


@blueprint.post(f"{_ADDRESS}/removal", endpoint="remove")
def remove(draft: UUID, name: str) -> Page:
    """Take the table out of the draft."""
    require_drawer(viewer())
    command = DropTable(by=drawing(), draft=draft, name=name)
    try:
        drop_table(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        return _again(draft, name, refusal)
    flash(_("Đã xóa bảng %(name)s khỏi bản thảo. Nội dung vẫn có trong lịch sử lưu.", name=name), "success")
    return redirect(url_for(".listing", draft=draft), code=303)


def _again(draft: UUID, name: str, refusal: Invalid | Conflict) -> Page:
    flash(sentence(refusal), "error")
    if status_of(refusal) == 422:  # noqa: PLR2004 - what was typed is wrong, the page is the same
        files = files_of(draft)
        return _page(draft, name, files, _read(files, content_of(files, name))), 422
    return redirect(url_for(".table", draft=draft, name=name), code=303)


def _read(files: Mapping[str, bytes], content: bytes, texts: Mapping[str, str] | None = None) -> TableRead:
    known = known_variables(files, system().surroundings)
    return read_table_apart(TableAsked(content=content, known=known, texts=texts))


def _shown(draft: UUID, name: str, read: TableRead) -> dict[str, object]:
    return {
        "draft_id": draft,
        "name": name,
        "read": read,
        "told": told,
        "types": type_words(),
        "hints": hint_words(),
        "prefix": PREFIX,
        "typed": request.form,
        "english": in_english(),
    }


def _page(draft: UUID, name: str, files: Mapping[str, bytes], read: TableRead) -> str:
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
    editor = view.line.editor
    line = _line(files, name)
    known = known_variables(files, system().surroundings)
    return render_template(
        "decision_builder/table.html",
        draft=view,
        path=table_path(name),
        line=line,
        me=viewer().person,
        other_editor=person_name(editor) if editor not in {None, viewer().person} else "",
        policies=policy_words(),
        cell_text=cell_text,
        written_types=written_type_words(),
        marked=set(read.outcome.rules) if read.outcome else set(),
        variables=[
            {"name": each, "type": TYPE_REFS.get(kind, "")}  # type: ignore[call-overload]
            for each, kind in sorted(known.items())
        ],
        **_shown(draft, name, read),
    )


def _line(files: Mapping[str, bytes], name: str) -> TableLine:
    return next(each for each in table_lines(files) if each.name == name)
