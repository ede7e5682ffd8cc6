"""The series of numbers of a year, and recording one that was given on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid, Invalid, Refusal
from engine.domain.text import fold, one_line
from qms.legal_time.imported_days import read_calendar_day
from qms.outgoing.keeping import LARGEST_NUMBER, RecordPaperNumber, record_paper_number, require_keeper
from qms.outgoing.kinds import DocumentKind, written
from qms.outgoing.numbering import Medium
from qms.outgoing.queries import numbers_of_year, years_of_documents
from qms.outgoing.refusals import NumbersMissing, NumberUsed
from qms.outgoing.tables import DocumentNumber
from web.errors import sentence, status_of
from web.outgoing.room import blueprint, in_language, kind_asked, kind_name, kind_options, year_asked
from web.paging import lines_of, page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

PAGE_SIZE: Final = 25
LONGEST_TITLE = 500
_FIELDS = ("kind", "number", "dated_on", "title", "unit")


@blueprint.get("/so")
def numbers() -> str | Response:
    """The numbers of a year, by kind."""
    page = page_asked()
    _year, _kind, found = _found()
    place = paging(len(found), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".numbers", **_kept(), page=place.pages))
    return _page()


@blueprint.post("/so")
def record() -> Response | tuple[str, int]:
    """Record a number that was given on paper."""
    require_keeper(viewer())  # before anything is said of what was typed
    try:
        command = _command()
        calendar = system().surroundings.calendars.calendar_of(viewer().agency)
        done = record_paper_number(system().store, command, calendar, now())
    except (Invalid, Conflict) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã ghi số %(number)s.", number=done.written), "success")
    if done.late:
        flash(
            _(
                "Số này được ghi sau ngày làm việc tiếp theo của ngày văn bản"
                " (Nghị định 30/2020/NĐ-CP, Điều 15)."
            ),
            "warning",
        )
    return redirect(url_for(".numbers", nam=command.dated_on.year, loai=command.kind.value), code=303)


@blueprint.get("/so/so-van-ban.xlsx")
def export_numbers() -> Response:
    """The numbers of the year as a spreadsheet."""
    year, _kind, found = _found()
    columns = (
        SheetColumn(label=_("Loại"), width=16),
        SheetColumn(label=_("Số, ký hiệu"), width=18),
        SheetColumn(label=_("Ngày văn bản"), width=13),
        SheetColumn(label=_("Trích yếu"), width=60),
        SheetColumn(label=_("Nơi cấp số"), width=16),
    )
    media = medium_names()
    rows = [
        (
            kind_name(DocumentKind(each.series)),
            written(each.number, each.symbol),
            each.dated_on,
            each.title,
            media[Medium(each.medium)],
        )
        for each in found
    ]
    return workbook_answer(f"so-van-ban-{year}.xlsx", Sheet(title=str(year), columns=columns, rows=rows))


def medium_names() -> dict[Medium, str]:
    """Where a number was given, in words."""
    return {Medium.ELECTRONIC: _("Hệ thống"), Medium.PAPER: _("Sổ giấy")}


def _page(refusal: Refusal | None = None) -> str:
    year, kind, every = _found()
    place = paging(len(every), page_asked(), PAGE_SIZE)
    found = lines_of(every, place.page, PAGE_SIZE)
    with reading() as session:
        years = years_of_documents(session, viewer(), today())
    lines = [
        {
            "kind": kind_name(DocumentKind(each.series)),
            "written": written(each.number, each.symbol),
            "dated_on": each.dated_on,
            "title": each.title,
            "medium": Medium(each.medium),
            "document": each.document_id,
        }
        for each in found
    ]
    return render_template(
        "outgoing/numbers.html",
        lines=lines,
        year=year,
        kind=kind,
        kept=_kept(),
        words=words_asked(),
        paging=place,
        years=[{"value": str(each), "label": str(each)} for each in sorted({*years, year}, reverse=True)],
        kinds=kind_options(),
        media=medium_names(),
        typed=request.form if refusal else {},
        errors=_told(refusal),
    )


def _found() -> tuple[int, DocumentKind | None, Sequence[DocumentNumber]]:
    """The year and kind asked for, and their numbers in which all words stand, marks ignored."""
    year, kind = year_asked() or today().year, kind_asked()
    with reading() as session:
        every = numbers_of_year(session, viewer(), year, kind)
    typed = fold(words_asked()).split()
    told = [(each, fold(f"{written(each.number, each.symbol)} {each.title}")) for each in every]
    return year, kind, [each for each, words in told if all(word in words for word in typed)]


def _kept() -> dict[str, Any]:
    """What an address filters by."""
    kind = kind_asked()
    return {
        "q": words_asked() or None,
        "nam": year_asked() or today().year,
        "loai": kind.value if kind else None,
    }


def _told(refusal: Refusal | None) -> dict[str, str]:
    """What is wrong, by the name of the field; `form` for all of it."""
    match refusal:
        case None:
            return {}
        case FieldsInvalid():
            return {name: in_language(messages[0]) for name, messages in refusal.fields.items()}
        case NumberUsed() | NumbersMissing():
            return {"number": sentence(refusal)}
        case _:
            return {"form": sentence(refusal)}


def _command() -> RecordPaperNumber:
    """What was typed; raises FieldsInvalid with all that cannot be read."""
    typed = {name: one_line(request.form.get(name, "")) for name in _FIELDS}
    wrong: dict[str, list[tuple[str, str]]] = {}
    number = int(typed["number"]) if typed["number"].isdecimal() and len(typed["number"]) <= 5 else 0  # noqa: PLR2004 - digits of LARGEST_NUMBER
    if not 1 <= number <= LARGEST_NUMBER:
        wrong["number"] = [("Ghi số từ 1 trở lên, ví dụ 12.", "Write a number from 1, for example 12.")]
    if typed["kind"] not in set(DocumentKind):
        wrong["kind"] = [("Chọn loại văn bản.", "Choose the kind of document.")]
    if not typed["title"] or len(typed["title"]) > LONGEST_TITLE:
        wrong["title"] = [("Ghi trích yếu, tối đa 500 ký tự.", "Give the subject, at most 500 characters.")]
    dated_on: date | None = None
    try:
        dated_on = read_calendar_day(typed["dated_on"])
    except Invalid as refusal:
        wrong["dated_on"] = [(refusal.vi, refusal.en)]
    if wrong or dated_on is None:
        raise FieldsInvalid(fields=wrong)
    return RecordPaperNumber(
        viewer=viewer(),
        origin=origin(),
        kind=DocumentKind(typed["kind"]),
        number=number,
        dated_on=dated_on,
        title=typed["title"],
        unit=typed["unit"][:20],
    )
