"""The tables of a draft: the list, a new one, one from a file."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.variable_types import VariableType
from engine.runtime.xml_intake import LARGEST_FILE
from qms.designer.acting import require_drawer
from qms.designer.decision_files import AddTable, add_table, table_lines
from qms.designer.empty_table import TYPE_REFS, NewColumn, empty_table
from qms.designer.queries import draft_view
from qms.designer.table_refusals import TableInputsMissing
from qms.designer.table_variables import known_variables
from web.decision_builder.room import blueprint, files_of, type_words
from web.designer.room import drawing, typed
from web.errors import sentence, status_of
from web.system import now, reading, system, viewer

_NAME: Final = re.compile(r"[^\W\d]\w{0,59}")
_NO_CODE: Final = re.compile(r"[^A-Za-z0-9_]+")
_CHOSEN: Final = ("text", "number", "bool", "date", "datetime")


@blueprint.get("/drafts/<uuid:draft>/decisions", endpoint="listing")
def listing(draft: UUID) -> str:
    """The decision tables of a draft, and a form for a new one."""
    return _page(draft)


@blueprint.post("/drafts/<uuid:draft>/decisions", endpoint="create")
def create(draft: UUID) -> Response | tuple[str, int]:
    """Begin a table, or take one from a file."""
    require_drawer(viewer())
    try:
        name, content = _from_file() if "upload" in request.files else _from_form(draft)
        command = AddTable(by=drawing(), draft=draft, name=name, content=content)
        add_table(system().store, system().surroundings.directory, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(draft, refusal), status_of(refusal)
    flash(_("Đã thêm bảng quyết định %(name)s.", name=name), "success")
    return redirect(url_for(".table", draft=draft, name=name), code=303)


def _from_file() -> tuple[str, bytes]:
    upload = request.files["upload"]
    own = _NO_CODE.sub("_", (upload.filename or "").rsplit(".", 1)[0]).strip("_")[:60]
    return typed("file_code") or own, upload.stream.read(LARGEST_FILE + 1)


def _from_form(draft: UUID) -> tuple[str, bytes]:
    known = known_variables(files_of(draft), system().surroundings)
    code, result = typed("code"), typed("result")
    chosen = [name for name in dict.fromkeys(request.form.getlist("inputs")) if name in known]
    more = [name for name in re.split(r"[,;\s]+", typed("more")) if _NAME.fullmatch(name)]
    inputs = [
        NewColumn(name=name, label=name, type=_type(known.get(name, "")))
        for name in dict.fromkeys((*chosen, *more))
    ]
    if not inputs or _NAME.fullmatch(result) is None:
        raise TableInputsMissing
    output = NewColumn(name=result, label=result, type=_type(request.form.get("result_type", "")))
    return code, empty_table(code, typed("title") or code, inputs, output)


def _type(name: str) -> VariableType:
    return VariableType(name) if name in set(VariableType) else VariableType.TEXT


def _page(draft: UUID, refusal: Refusal | None = None) -> str:
    files = files_of(draft)
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
    known = known_variables(files, system().surroundings)
    return render_template(
        "decision_builder/listing.html",
        draft=view,
        lines=table_lines(files),
        variables=sorted((name, kind) for name, kind in known.items() if not kind or kind in TYPE_REFS),
        types=type_words(),
        offered=_CHOSEN,
        typed=request.form,
        chosen=set(request.form.getlist("inputs")),
        error=sentence(refusal) if refusal else "",
    )
