"""Lists of units and people from a file: tried first, row by row, then entered on consent."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.domain.refusals import FileNotFound
from qms.administration.authority import require_administrator
from qms.administration.own_lists import only_own
from qms.documents.queries import own_file
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from qms.organisation.import_commands import ImportReport, import_list
from qms.organisation.importing import MOST_ROWS, read_list
from qms.organisation.list_columns import COLUMNS, ListKind
from web.administration.room import blueprint, keeping
from web.errors import sentence, status_of
from web.importing import take_list
from web.spreadsheet import Sheet, SheetColumn, csv_answer, workbook_answer
from web.system import actor, now, viewer

CSV: Final = "text/csv"
SHOWN: Final = 300
KINDS: Final = (ListKind.PEOPLE, ListKind.UNITS, ListKind.AGENCIES)


@blueprint.get("/import")
def import_form() -> str:
    """How a list must look, templates, and the place to hand it in."""
    require_administrator(viewer())
    return _form_page()


@blueprint.get("/import/<any(people, units, agencies):list_kind>.<any(xlsx, csv):kind>")
def import_template(list_kind: str, kind: str) -> Response:
    """An empty list with the headings."""
    require_administrator(viewer())
    heads = [column.heading for column in COLUMNS[ListKind(list_kind)]]
    if kind == "csv":
        return csv_answer(f"mau-{list_kind}.csv", heads, [])
    columns = [SheetColumn(label=head, width=22, typed_as_text=True) for head in heads]
    return workbook_answer(f"mau-{list_kind}.xlsx", Sheet(title=_("Danh sách"), columns=columns, rows=()))


@blueprint.post("/import")
def import_check() -> Response | tuple[str, int]:
    """Take the file; one that is no list at all is not kept."""
    require_administrator(viewer())
    try:
        file = take_list(read_list, keeping())
    except SheetRefused as refused:
        return _form_page(sentence(refused)), status_of(refused)
    return redirect(url_for(".import_preview", file=file), code=303)


@blueprint.get("/import/<uuid:file>")
def import_preview(file: UUID) -> str:
    """What every row would become; nothing is kept."""
    require_administrator(viewer())
    name, report = _run(file, dry_run=True)
    return render_template(
        "administration/import_preview.html",
        name=name,
        file=file,
        report=report,
        problems=report.problems[:SHOWN],
        kind_names=_kind_names(),
    )


@blueprint.post("/import/confirmation")
def import_confirm() -> Response:
    """Enter the good rows."""
    require_administrator(viewer())
    file = parse_id(request.form.get("file", ""))
    if file is None:
        raise FileNotFound(UUID(int=0))
    _name, report = _run(file, dry_run=False)
    told = _(
        "Đã nhập %(added)s dòng; %(left)s dòng không nhập.",
        added=report.added,
        left=report.rows - report.added,
    )
    flash(told, "success" if report.added else "warning")
    target = ".units" if report.kind == ListKind.UNITS else ".people"
    return redirect(url_for(target), code=303)


def _run(file: UUID, *, dry_run: bool) -> tuple[str, ImportReport]:
    with keeping().reading() as session:
        found = own_file(session, viewer(), file)
        check = only_own(session, viewer(), read_list(found.line.name, found.content))
    return found.line.name, import_list(keeping(), check, actor(), now(), dry_run=dry_run)


def _kind_names() -> dict[str, str]:
    return {
        ListKind.PEOPLE: _("danh sách người"),
        ListKind.UNITS: _("danh sách đơn vị"),
        ListKind.AGENCIES: _("danh sách cơ quan"),
    }


def _form_page(error: str = "") -> str:
    return render_template(
        "administration/import.html",
        error=error,
        kinds=[(kind.value, _kind_names()[kind], COLUMNS[kind]) for kind in KINDS],
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
    )
