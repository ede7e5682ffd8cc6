"""A calendar from a file: its days to be ticked, and its lines that are none with what is wrong."""

from __future__ import annotations

from typing import Final

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.forms import bears_secrecy_mark, clean_file_name
from engine.domain.text import normal, storable
from qms.documents.sheets import LARGEST_FILE, SheetRefused
from qms.legal_time.imported_days import LONGEST_BASIS
from qms.legal_time.importing import COLUMNS, MOST_ROWS, read_calendar_file
from web.calendar.days import Choice, choice_page
from web.calendar.room import blueprint, require_keeper
from web.calendar.words import listed_in_words
from web.errors import sentence, status_of
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import system, viewer

_EXAMPLES: Final = (
    ("02/01/2026", "nghỉ hoán đổi", "Nghỉ hoán đổi dịp Tết Dương lịch", "Văn bản số … ngày …", "có"),
    ("10/01/2026", "làm bù", "Làm bù ngày 02/01/2026", "Văn bản số … ngày …", "có"),
)


@blueprint.get("/import")
def import_form() -> str:
    """How a file must look, a template, and the place to hand it in."""
    require_keeper()
    return _form_page()


@blueprint.get("/import/template.xlsx")
def import_template() -> Response:
    """A list with the headings and two examples to write over."""
    require_keeper()
    columns = [SheetColumn(label=vi, width=26, typed_as_text=True) for _key, vi, _en in COLUMNS]
    return workbook_answer("mau-lich-lam-viec.xlsx", Sheet(title="Lịch", columns=columns, rows=_EXAMPLES))


@blueprint.post("/import")
def import_check() -> str | tuple[str, int]:
    """What the file holds, line by line; nothing is entered before lines are ticked and drafted."""
    require_keeper()
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return _form_page(_("Chọn tệp lịch trước khi kiểm tra.")), 422
    name = clean_file_name(upload.filename)
    if bears_secrecy_mark(name):
        return _form_page(_("Tên tệp mang dấu độ mật nên không được tải lên.")), 422
    basis = " ".join(storable(normal(request.form.get("basis", ""))).split())[:LONGEST_BASIS]
    content = upload.stream.read(LARGEST_FILE + 1)
    try:
        found = read_calendar_file(name, content, basis=basis, confirmed="confirmed" in request.form)
    except SheetRefused as refused:
        return _form_page(sentence(refused)), status_of(refused)
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    choices = []
    for each in found.good:
        listed = calendar.listed(each.edit.day)
        ticked = listed != each.edit.listed
        choices.append(Choice(edit=each.edit, now=listed_in_words(listed), ticked=ticked))
    return choice_page(
        choices,
        found.bad,
        title=_("Nhập lịch từ tệp %(name)s", name=name),
        heading=_("Kiểm tra tệp lịch %(name)s", name=name),
    )


def _form_page(error: str = "") -> str:
    return render_template(
        "calendar/import.html",
        error=error,
        form=request.form,
        columns=COLUMNS,
        most_rows=MOST_ROWS,
        largest_file=LARGEST_FILE,
        examples=_EXAMPLES,
    )
