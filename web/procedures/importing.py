"""Importing a list of procedures: explain, check every row, show what changes, enter it on consent."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text
from engine.domain.refusals import FileNotFound
from qms.documents.catalogue import ProcedureLevel
from qms.documents.catalogue_changes import (
    ChangeCatalogue,
    change_catalogue,
    register_records,
    require_catalogue_keeper,
    scope_days,
    units_by_word,
)
from qms.documents.catalogue_columns import COLUMNS
from qms.documents.catalogue_importing import MOST_ROWS, CatalogueCheck, check_catalogue, ended, require_list
from qms.documents.catalogue_rows import COLUMN_OF, CatalogueRecord
from qms.documents.queries import own_file
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from web.errors import sentence, status_of
from web.importing import take_list
from web.names import unit_name
from web.procedures.room import blueprint, level_names
from web.spreadsheet import CSV, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer
from web.translation import language_of_request

SHOWN: Final = 500
"""Rows of each kind on the page of the check."""


@blueprint.get("/import")
def import_form() -> str:
    """How a list must look, templates, and the place to hand it in."""
    require_catalogue_keeper(viewer())
    return _form_page()


@blueprint.get("/import/template.<any(xlsx, csv):kind>")
def import_template(kind: str) -> Response:
    """An empty list with the headings."""
    require_catalogue_keeper(viewer())
    if kind == "csv":
        # The mark at the beginning tells Excel that the text is UTF-8.
        content = ("\ufeff" + ",".join(column.heading for column in COLUMNS) + "\r\n").encode()
        return send_file(BytesIO(content), CSV, as_attachment=True, download_name="mau-danh-muc-tthc.csv")
    columns = [SheetColumn(label=column.heading, width=24, typed_as_text=True) for column in COLUMNS]
    english = language_of_request() == "en"
    explained = [
        (column.heading, column.heading_en, column.hint[1 if english else 0], column.example)
        for column in COLUMNS
    ]
    headings = ((_("Cột"), 26), (_("Tiếng Anh"), 22), (_("Cách ghi"), 70), (_("Ví dụ"), 40))
    return workbook_answer(
        "mau-danh-muc-tthc.xlsx",
        Sheet(title=_("Danh mục"), columns=columns, rows=()),
        Sheet(
            title=_("Hướng dẫn"),
            columns=[SheetColumn(label=label, width=width) for label, width in headings],
            rows=explained,
        ),
    )


@blueprint.post("/import")
def import_check() -> Response | tuple[str, int]:
    """Take the file; one that is no list at all is not kept."""
    require_catalogue_keeper(viewer())
    try:
        file = take_list(require_list)
    except SheetRefused as refused:
        return _form_page(sentence(refused)), status_of(refused)
    return redirect(url_for(".import_preview", file=file), code=303)


@blueprint.get("/import/<uuid:file>")
def import_preview(file: UUID) -> str:
    """What a file handed in would add, change and remove, and which rows are wrong."""
    require_catalogue_keeper(viewer())
    name, check, register = _checked(file)
    return _preview_page(file, name, check, register)


@blueprint.post("/import/confirmation")
def import_confirm() -> Response | tuple[str, int]:
    """Check the file again and enter its good rows, all of them or none."""
    require_catalogue_keeper(viewer())
    file = parse_id(request.form.get("file", ""))
    if file is None:
        raise FileNotFound(UUID(int=0))
    name, check, register = _checked(file)
    whole = request.form.get("whole") == "true"
    records = _records(check, whole=whole)
    if not records or request.form.get("consent") != "true":
        error = _("Không có thay đổi nào để nhập.") if not records else _("Đánh dấu ô đồng ý trước khi nhập.")
        return _preview_page(file, name, check, register, whole=whole, error=error), 422
    command = ChangeCatalogue(
        viewer=viewer(), origin=origin(), records=records, expected=register, source_file=file
    )
    try:
        done = change_catalogue(system().store, command, now())
    except Conflict as refused:
        return _refused(file, refused, whole=whole)
    flash(
        _(
            "Đã nhập danh mục: %(added)s thủ tục mới, %(changed)s thay đổi.",
            added=done.added,
            changed=done.changed,
        ),
        "success",
    )
    for day in done.starts_on:
        flash(_("Phạm vi thay đổi: việc công bố lại (P10) mở ngày %(day)s.", day=day_text(day)), "info")
    return redirect(url_for(".listing"), code=303)


def _records(check: CatalogueCheck, *, whole: bool) -> list[CatalogueRecord]:
    """What is entered: rows added and changed; of a whole list also what it does not name, as ended today."""
    gone = [ended(record, today()) for record in check.absent] if whole else []
    return [*(row.record for row in check.added), *(row.record for row in check.changed), *gone]


def _refused(file: UUID, refused: Refusal, *, whole: bool) -> tuple[str, int]:
    name, check, register = _checked(file)
    return _preview_page(file, name, check, register, whole=whole, error=sentence(refused)), status_of(
        refused
    )


def _checked(file: UUID) -> tuple[str, CatalogueCheck, dict[str, CatalogueRecord]]:
    agency = viewer().agency
    with reading() as session:
        found = own_file(session, viewer(), file)
        register = register_records(session, agency)
        units = units_by_word(session, agency)
    check = check_catalogue(found.line.name, found.content, register=register, units=units, today=today())
    return found.line.name, check, register


def _form_page(error: str = "") -> str:
    return render_template(
        "procedures/import.html",
        error=error,
        columns=COLUMNS,
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
    )


def _preview_page(
    file: UUID,
    name: str,
    check: CatalogueCheck,
    register: dict[str, CatalogueRecord],
    *,
    whole: bool = False,
    error: str = "",
) -> str:
    return render_template(
        "procedures/import_preview.html",
        file=file,
        name=name,
        check=check,
        shown=SHOWN,
        whole=whole,
        error=error,
        days=scope_days(register, _records(check, whole=False), today()),
        headings={column.key: column.heading for column in COLUMNS},
        column_of=COLUMN_OF,
        told=_told,
    )


def _told(record: CatalogueRecord, field: str) -> str:
    """A field of a record as people read it."""
    match field:
        case "unit":
            return unit_name(record.unit)
        case "level":
            return level_names()[ProcedureLevel(record.level)]
        case "valid_from" | "valid_to":
            day: date | None = getattr(record, field)
            return day_text(day) if day else "–"
        case "citations":
            return "; ".join(record.citations) or "–"
        case _:
            return str(getattr(record, field)) or "–"
