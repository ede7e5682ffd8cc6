"""“Thư giữa các cơ quan”: what came and went, with its receipts and files."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict
from engine.domain.local_time import local_day
from engine.queries.visible import visible_among
from qms.exchange.assigning import assigns
from qms.exchange.queries import (
    LetterLine,
    LettersAsked,
    LetterStanding,
    SendAgain,
    letter_file,
    letters_page,
    send_again,
)
from web.errors import sentence
from web.files.views import FILE_POLICY
from web.outgoing.room import in_language
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, over_agencies, reading, system, viewer

blueprint = Blueprint("exchange", __name__, url_prefix="/thu-co-quan", template_folder="templates")
PAGE_SIZE: Final = 25
_TONES: Final = {
    LetterStanding.ON_ITS_WAY: "open",
    LetterStanding.ARRIVED: "open",
    LetterStanding.TAKEN: "done",
    LetterStanding.STOPPED: "late",
}


@blueprint.get("/")
def listing() -> str:
    """The letters of the viewer's agency, the latest first."""
    asked, page = _asked(), page_asked()
    # The case that took a letter lies at the other end: of it the code alone is told.
    with over_agencies().store.reading() as session:
        found = letters_page(session, viewer(), asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    with reading() as session:
        visible = visible_among(session, viewer(), {line.case for line in found.lines if line.case})
    return render_template(
        "exchange/listing.html",
        lines=found.lines,
        paging=paging(found.total, page, PAGE_SIZE),
        asked=asked,
        direction={None: "", True: "di", False: "den"}[asked.outgoing],
        kept=_kept(asked),
        standings=[{"value": each.value, "label": name} for each, name in standing_names().items()],
        standing_names=standing_names(),
        tones=_TONES,
        visible=visible,
        assigns=assigns(viewer()),
        failure=_failure,
    )


@blueprint.get("/thu-giua-cac-co-quan.xlsx")
def export() -> Response:
    """The letters, as far as they are filtered, as a spreadsheet."""
    with over_agencies().store.reading() as session:
        found = letters_page(session, viewer(), _asked())
    columns = (
        SheetColumn(label=_("Chiều"), width=10),
        SheetColumn(label=_("Cơ quan"), width=44),
        SheetColumn(label=_("Nội dung"), width=60),
        SheetColumn(label=_("Ngày gửi"), width=13),
        SheetColumn(label=_("Ngày đến"), width=13),
        SheetColumn(label=_("Tình trạng"), width=24),
        SheetColumn(label=_("Hồ sơ nhận"), width=18),
    )
    rows = [_row(line) for line in found.lines]
    return workbook_answer(
        "thu-giua-cac-co-quan.xlsx", Sheet(title=_("Thư giữa các cơ quan"), columns=columns, rows=rows)
    )


@blueprint.get("/<uuid:letter>/tep")
def file(letter: UUID) -> Response:
    """The attachment, as the viewer's agency has it."""
    with reading() as session:
        found = letter_file(session, viewer(), letter)
    answer = send_file(
        BytesIO(found.content),
        mimetype=found.line.media_type,
        as_attachment=True,
        download_name=found.line.name,
        conditional=False,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.post("/<uuid:letter>/gui-lai")
def again(letter: UUID) -> Response:
    """Send a letter again that stopped."""
    try:
        send_again(system().store, SendAgain(viewer=viewer(), origin=origin(), letter=letter), now())
    except Conflict as refusal:
        flash(sentence(refusal), "warning")
    else:
        flash(_("Thư được chuyển lại ngay."), "success")
    return redirect(url_for(".listing"), code=303)


def standing_names() -> dict[LetterStanding, str]:
    """Where letters are, in words."""
    return {
        LetterStanding.ON_ITS_WAY: _("Đang chuyển"),
        LetterStanding.ARRIVED: _("Đã đến, chờ hồ sơ nhận"),
        LetterStanding.TAKEN: _("Hồ sơ đã nhận"),
        LetterStanding.STOPPED: _("Không chuyển được"),
    }


def _asked() -> LettersAsked:
    standing = request.args.get("tinh_trang", "")
    return LettersAsked(
        words=words_asked(),
        outgoing={"di": True, "den": False}.get(request.args.get("chieu", "")),
        standing=LetterStanding(standing) if standing in set(LetterStanding) else None,
    )


def _kept(asked: LettersAsked) -> dict[str, str | None]:
    return {
        "q": asked.words or None,
        "chieu": {None: None, True: "di", False: "den"}[asked.outgoing],
        "tinh_trang": asked.standing.value if asked.standing else None,
    }


def _failure(line: LetterLine) -> str:
    return in_language((line.failure_vi, line.failure_en))


def _row(line: LetterLine) -> tuple[CellValue, ...]:
    return (
        _("Đi") if line.outgoing else _("Đến"),
        line.other,
        line.subject,
        local_day(line.sent_at),
        local_day(line.delivered_at) if line.delivered_at else None,
        standing_names()[line.standing],
        line.case_code,
    )
