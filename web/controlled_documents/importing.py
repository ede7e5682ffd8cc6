"""Importing the office's list of documents: explain, check every row, load the good ones on consent."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import Conflict
from engine.domain.forms import bears_secrecy_mark, clean_file_name
from engine.domain.identifiers import parse_id
from engine.domain.refusals import FileNotFound
from qms.controlled_documents.importing import (
    COLUMNS,
    MOST_ROWS,
    ImportCheck,
    check_import,
    known_of,
    require_list,
)
from qms.controlled_documents.recording import RecordDocuments, record_documents
from qms.documents.queries import own_file
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from web.controlled_documents.room import blueprint, require_keeper, said
from web.errors import sentence, status_of
from web.spreadsheet import CSV, XLSX, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, viewer

SHOWN_ROWS: Final = 100
SHOWN_PROBLEMS: Final = 500


@blueprint.get("/nhap")
def import_form() -> str:
    """How a list must look, a template, and the place to hand it in."""
    require_keeper()
    return _form_page()


@blueprint.get("/nhap/mau.xlsx")
def import_template() -> Response:
    """An empty list with the headings, and how each is written."""
    require_keeper()
    columns = [SheetColumn(label=column.heading, width=24, typed_as_text=True) for column in COLUMNS]
    explained = [(column.heading, said(column.hint), column.example) for column in COLUMNS]
    headings = ((_("Cột"), 26), (_("Cách ghi"), 70), (_("Ví dụ"), 40))
    return workbook_answer(
        "mau-danh-muc-tai-lieu.xlsx",
        Sheet(title=_("Danh mục"), columns=columns, rows=()),
        Sheet(
            title=_("Hướng dẫn"),
            columns=[SheetColumn(label=label, width=width) for label, width in headings],
            rows=explained,
        ),
    )


@blueprint.post("/nhap")
def import_check() -> Response | tuple[str, int]:
    """Take the file; one that is no list at all is not kept."""
    require_keeper()
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _form_page(_("Chọn tệp danh sách trước khi kiểm tra.")), 422
    name = clean_file_name(upload.filename)
    if bears_secrecy_mark(name):
        return _form_page(_("Tên tệp mang dấu độ mật nên không được tải lên.")), 422
    content = upload.stream.read(LARGEST_FILE + 1)
    try:
        require_list(name, content)
    except SheetRefused as refused:
        return _form_page(sentence(refused)), status_of(refused)
    media_type = CSV if name.lower().endswith(".csv") else XLSX
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    file = store_file(system().store, system().surroundings, command, now())
    return redirect(url_for(".import_preview", file=file), code=303)


@blueprint.get("/nhap/<uuid:file>")
def import_preview(file: UUID) -> str:
    """Every row of a file handed in, as it would enter the list or as it does not."""
    require_keeper()
    name, check = _checked(file)
    return _preview_page(file, name, check)


@blueprint.post("/nhap/xac-nhan")
def import_confirm() -> Response | tuple[str, int]:
    """Check the file again and load its good rows, all of them or none."""
    require_keeper()
    file = parse_id(request.form.get("file", ""))
    if file is None:
        raise FileNotFound(UUID(int=0))
    name, check = _checked(file)
    if not check.good:
        return _preview_page(file, name, check), 422
    if request.form.get("consent") != "true":
        return _preview_page(file, name, check, _("Đánh dấu ô đồng ý trước khi nhập.")), 422
    command = RecordDocuments(
        viewer=viewer(), origin=origin(), entries=[row.entry for row in check.good], source_file=file
    )
    try:
        count = len(record_documents(system().store, command, now()))
    except Conflict as refused:
        # Somebody recorded one of the codes in between.
        return _preview_page(file, name, check, sentence(refused)), status_of(refused)
    flash(
        ngettext("Đã ghi %(num)d tài liệu.", "Đã ghi %(num)d tài liệu.", count),
        "success",
    )
    return redirect(url_for(".listing"), code=303)


def _checked(file: UUID) -> tuple[str, ImportCheck]:
    with reading() as session:
        found = own_file(session, viewer(), file)
        known = known_of(session, viewer())
    return found.line.name, check_import(found.line.name, found.content, known)


def _form_page(error: str = "") -> str:
    return render_template(
        "controlled_documents/import.html",
        error=error,
        columns=COLUMNS,
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
    )


def _preview_page(file: UUID, name: str, check: ImportCheck, error: str = "") -> str:
    return render_template(
        "controlled_documents/import_preview.html",
        file=file,
        name=name,
        check=check,
        good=check.good[:SHOWN_ROWS],
        bad=check.bad[:SHOWN_PROBLEMS],
        error=error,
    )
