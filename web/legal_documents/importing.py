"""Importing a list of legal documents: explain, check every row, and load the good ones on consent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.refusals import FileNotFound
from qms.documents.commands import RegisterLegalDocuments, register_legal_documents
from qms.documents.import_columns import COLUMNS
from qms.documents.importing import MOST_ROWS, ImportCheck, check_import, require_list
from qms.documents.queries import own_file, registered_numbers
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from qms.legal_updates.beginning import update_deadline
from web.errors import sentence, status_of
from web.importing import take_list
from web.legal_documents.room import blueprint, require_keeper
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer
from web.translation import language_of_request

CSV: Final = "text/csv"
SHOWN_ROWS: Final = 100
SHOWN_PROBLEMS: Final = 500
MOST_STARTS: Final = 200
"""How many cases one import starts: they are one transaction."""


class Mode(StrEnum):
    """What becomes of the good rows."""

    REGISTER = "register"
    START = "start"


@blueprint.get("/import")
def import_form() -> str:
    """How a list must look, templates, and the place to hand it in."""
    require_keeper()
    return _form_page()


@blueprint.get("/import/template.<any(xlsx, csv):kind>")
def import_template(kind: str) -> Response:
    """An empty list with the headings."""
    require_keeper()
    if kind == "csv":
        # The mark at the beginning tells Excel that the text is UTF-8.
        content = ("\ufeff" + ",".join(column.heading for column in COLUMNS) + "\r\n").encode()
        return send_file(BytesIO(content), CSV, as_attachment=True, download_name="mau-danh-muc-vbqppl.csv")
    columns = [SheetColumn(label=column.heading, width=24, typed_as_text=True) for column in COLUMNS]
    english = language_of_request() == "en"
    explained = [
        (column.heading, column.heading_en, column.hint[1 if english else 0], column.example)
        for column in COLUMNS
    ]
    headings = ((_("Cột"), 26), (_("Tiếng Anh"), 22), (_("Cách ghi"), 70), (_("Ví dụ"), 40))
    return workbook_answer(
        "mau-danh-muc-vbqppl.xlsx",
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
    require_keeper()
    try:
        file = take_list(require_list)
    except SheetRefused as refused:
        return _form_page(sentence(refused)), status_of(refused)
    return redirect(url_for(".import_preview", file=file), code=303)


@blueprint.get("/import/<uuid:file>")
def import_preview(file: UUID) -> str:
    """Every row of a file handed in, as it would enter the register or as it does not."""
    require_keeper()
    name, check = _checked(file)
    return _preview_page(file, name, check)


@blueprint.post("/import/confirmation")
def import_confirm() -> Response | tuple[str, int]:
    """Check the file again and load its good rows, all of them or none."""
    require_keeper()
    file = parse_id(request.form.get("file", ""))
    if file is None:
        raise FileNotFound(UUID(int=0))
    name, check = _checked(file)
    mode = request.form.get("mode", "")
    if not check.good:
        return _preview_page(file, name, check), 422
    if mode not in set(Mode) or request.form.get("consent") != "true":
        error = _("Chọn cách nhập và đánh dấu ô đồng ý trước khi nhập.")
        return _preview_page(file, name, check, mode=mode, error=error), 422
    if mode == Mode.START and len(check.good) > MOST_STARTS:
        error = _(
            "Chỉ khởi tạo tối đa %(most)s hồ sơ một lần. Xin chia tệp, hoặc chỉ ghi vào sổ.", most=MOST_STARTS
        )
        return _preview_page(file, name, check, mode=mode, error=error), 422
    try:
        return _loaded(file, check, Mode(mode))
    except (Conflict, Invalid) as refused:
        # Somebody registered one of the numbers in between, or a deadline cannot be counted.
        return _refused(file, mode, refused)


def _loaded(file: UUID, check: ImportCheck, mode: Mode) -> Response:
    command = RegisterLegalDocuments(
        viewer=viewer(),
        origin=origin(),
        entries=[row.entry for row in check.good],
        start_updates=mode is Mode.START,
        source_file=file,
    )
    count = len(register_legal_documents(system().store, system().surroundings, command, now()))
    if mode is Mode.START:
        text = ngettext(
            "Đã ghi %(num)d văn bản vào sổ và khởi tạo hồ sơ cập nhật.",
            "Đã ghi %(num)d văn bản vào sổ và khởi tạo hồ sơ cập nhật cho từng văn bản.",
            count,
        )
    else:
        text = ngettext("Đã ghi %(num)d văn bản vào sổ.", "Đã ghi %(num)d văn bản vào sổ.", count)
    flash(text, "success")
    return redirect(url_for(".register"), code=303)


def _refused(file: UUID, mode: str, refused: Refusal) -> tuple[str, int]:
    name, check = _checked(file)
    return _preview_page(file, name, check, mode=mode, error=sentence(refused)), status_of(refused)


def _checked(file: UUID) -> tuple[str, ImportCheck]:
    with reading() as session:
        found = own_file(session, viewer(), file)
        registered = registered_numbers(session, viewer())
    return found.line.name, check_import(found.line.name, found.content, registered)


def _form_page(error: str = "") -> str:
    return render_template(
        "legal_documents/import.html",
        error=error,
        columns=COLUMNS,
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
    )


def _preview_page(
    file: UUID, name: str, check: ImportCheck, *, mode: str = Mode.REGISTER, error: str = ""
) -> str:
    return render_template(
        "legal_documents/import_preview.html",
        file=file,
        name=name,
        check=check,
        good=check.good[:SHOWN_ROWS],
        bad=check.bad[:SHOWN_PROBLEMS],
        late=_late(check),
        may_start=len(check.good) <= MOST_STARTS,
        most_starts=MOST_STARTS,
        mode=mode,
        error=error,
    )


def _late(check: ImportCheck) -> int:
    """How many good rows have their legal due date behind them."""
    days = [row.entry.effective_on for row in check.good if row.entry.effective_on is not None]
    return sum(1 for effective_on in days if _legal_due(effective_on) < today())


def _legal_due(effective_on: date) -> date:
    return update_deadline(system().surroundings, viewer().agency, effective_on).legal_due
