"""Importing slips of earlier years: explain, check every row, and load the good ones on consent."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.commands.store_file import StoreFile, store_file
from engine.domain.errors import Refusal
from engine.domain.forms import bears_secrecy_mark, clean_file_name
from engine.domain.identifiers import parse_id
from engine.domain.refusals import FileNotFound, NotAuthorised
from qms.documents.queries import own_file
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from qms.nonconformities.import_commands import (
    ImportSlips,
    SlipCodeTaken,
    import_slips,
    taken_codes,
    units_by_name,
)
from qms.nonconformities.importing import COLUMNS, MOST_ROWS, NoSlipList, SlipList, check_slips
from web.errors import sentence, status_of
from web.nonconformities.room import blueprint, home, may_treat, state_names
from web.spreadsheet import CSV, XLSX, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

SHOWN: Final = 200


@blueprint.get("/import")
def import_form() -> str:
    """How a list must look, a template, and the place to hand it in."""
    _require_keeper()
    return _form_page()


@blueprint.get("/import/template.xlsx")
def import_template() -> Response:
    """An empty list with the headings, and a sheet with an example."""
    _require_keeper()
    columns = [SheetColumn(label=column.heading, width=24, typed_as_text=True) for column in COLUMNS]
    return workbook_answer(
        "mau-phieu-khong-phu-hop.xlsx",
        Sheet(title=_("Danh sách"), columns=columns, rows=()),
        Sheet(title=_("Ví dụ"), columns=columns, rows=[[column.example for column in COLUMNS]]),
    )


@blueprint.post("/import")
def import_check() -> Response | tuple[str, int]:
    """Take the file; one that is no list at all is not kept."""
    _require_keeper()
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _form_page(_("Chọn tệp danh sách trước khi kiểm tra.")), 422
    name = clean_file_name(upload.filename)
    if bears_secrecy_mark(name):
        return _form_page(_("Tên tệp mang dấu độ mật nên không được tải lên.")), 422
    content = upload.stream.read(LARGEST_FILE + 1)
    try:
        _read(name, content)
    except (SheetRefused, NoSlipList) as refused:
        return _form_page(sentence(refused)), status_of(refused)
    media_type = CSV if name.lower().endswith(".csv") else XLSX
    command = StoreFile(viewer=viewer(), name=name, media_type=media_type, content=content, task=None)
    file = store_file(system().store, system().surroundings, command, now())
    return redirect(url_for(".import_preview", file=file), code=303)


@blueprint.get("/import/<uuid:file>")
def import_preview(file: UUID) -> str:
    """Every row of a file handed in, as it would enter the register or as it does not."""
    _require_keeper()
    name, check = _checked(file)
    return _preview_page(file, name, check)


@blueprint.post("/import/confirmation")
def import_confirm() -> Response | tuple[str, int]:
    """Check the file again and load its good rows, all of them or none."""
    _require_keeper()
    file = parse_id(request.form.get("file", ""))
    if file is None:
        raise FileNotFound(UUID(int=0))
    name, check = _checked(file)
    if not check.good:
        return _preview_page(file, name, check), 422
    if request.form.get("consent") != "true":
        return _preview_page(file, name, check, _("Đánh dấu ô đồng ý trước khi nhập.")), 422
    command = ImportSlips(viewer=viewer(), origin=origin(), slips=[row.slip for row in check.good], file=file)
    try:
        count = import_slips(system().store, command, now())
    except SlipCodeTaken as refused:
        return _taken(file, refused)
    flash(ngettext("Đã ghi %(num)d phiếu vào sổ.", "Đã ghi %(num)d phiếu vào sổ.", count), "success")
    return redirect(url_for(".listing"), code=303)


def _taken(file: UUID, refused: Refusal) -> tuple[str, int]:
    name, check = _checked(file)
    return _preview_page(file, name, check, sentence(refused)), status_of(refused)


def _require_keeper() -> None:
    if not may_treat():
        raise NotAuthorised("nhập sổ không phù hợp", "import slips")


def _checked(file: UUID) -> tuple[str, SlipList]:
    with reading() as session:
        found = own_file(session, viewer(), file)
    return found.line.name, _read(found.line.name, found.content)


def _read(name: str, content: bytes) -> SlipList:
    with reading() as session:
        taken, units = taken_codes(session, viewer()), units_by_name(session, viewer())
    return check_slips(name, content, taken=taken, units=units, today=today())


def _form_page(error: str = "") -> str:
    return render_template(
        "nonconformities/import.html",
        error=error,
        columns=COLUMNS,
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
        home=home(),
    )


def _preview_page(file: UUID, name: str, check: SlipList, error: str = "") -> str:
    return render_template(
        "nonconformities/import_preview.html",
        file=file,
        name=name,
        check=check,
        good=check.good[:SHOWN],
        bad=check.bad[:SHOWN],
        state_names=state_names(),
        error=error,
        home=home(),
    )
