"""The steering committee on a day, its history, the looks at it with what was handed over."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from engine.domain.text import fold
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.committee.queries import SeatLine, check_lines, check_record, seat_lines
from qms.committee.rules import CheckState
from qms.legal_time.imported_days import read_calendar_day
from web.committee import words
from web.names import remember_names
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

blueprint = Blueprint("committee", __name__, url_prefix="/ban-chi-dao", template_folder="templates")


@blueprint.get("/")
def listing() -> str:
    """The committee on a day, and all who ever belonged to it."""
    day, said = _day_asked() or today(), words_asked()
    with reading() as session:
        every = seat_lines(session, viewer())
    return render_template(
        "committee/listing.html",
        now_in=[line for line in every if line.held_on(day)],
        earlier=_found([line for line in every if not line.held_on(day)], said),
        day=day,
        asked_day=request.args.get("ngay", ""),
        words=said,
        is_today=day == today(),
        **_words(),
    )


@blueprint.get("/ban-chi-dao.xlsx")
def export() -> Response:
    """All who ever belonged to it, as a spreadsheet."""
    with reading() as session:
        lines = _found(list(seat_lines(session, viewer())), words_asked())
    columns = (
        SheetColumn(label=_("Họ và tên"), width=28),
        SheetColumn(label=_("Chức vụ"), width=30),
        SheetColumn(label=_("Vai trò trong Ban"), width=18),
        SheetColumn(label=_("Từ ngày"), width=13),
        SheetColumn(label=_("Đến hết ngày"), width=13),
        SheetColumn(label=_("Quyết định"), width=34),
    )
    names = words.seat_names()
    rows: list[tuple[CellValue, ...]] = [
        (line.name, line.post, names[line.seat], line.valid_from, line.valid_to, line.decision)
        for line in lines
    ]
    return workbook_answer("ban-chi-dao.xlsx", Sheet(title=_("Ban Chỉ đạo ISO"), columns=columns, rows=rows))


@blueprint.get("/ra-soat")
def checks() -> str:
    """Every look at the committee, the latest first."""
    state = _state_asked()
    with reading() as session:
        lines = check_lines(session, viewer(), today(), words=words_asked(), state=state)
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "committee/checks.html",
        lines=lines,
        words=words_asked(),
        state=state,
        states=[{"value": each.value, "label": name} for each, name in words.state_names().items()],
        visible=visible,
        **_words(),
    )


@blueprint.get("/ra-soat/<uuid:check>")
def detail(check: UUID) -> str:
    """One look with the tasks of who left."""
    with reading() as session:
        line, tasks = check_record(session, viewer(), check, today())
        visible = visible_among(session, viewer(), {line.instance} if line.instance else set())
        chain = chain_of(session, viewer(), line.instance) if line.instance in visible else None
    remember_names({task.to for task in tasks if task.to is not None})
    return render_template(
        "committee/check.html", line=line, tasks=tasks, visible=visible, chain=chain, **_words()
    )


def _found(lines: list[SeatLine], said: str) -> list[SeatLine]:
    asked, names = fold(said).split(), words.seat_names()
    found = (
        line
        for line in lines
        if all(word in fold(f"{line.name} {line.post} {names[line.seat]} {line.decision}") for word in asked)
    )
    return sorted(found, key=lambda line: line.valid_from, reverse=True)


def _day_asked() -> date | None:
    """The day of the address; what cannot be read is today."""
    typed = request.args.get("ngay", "").strip()
    try:
        return read_calendar_day(typed) if typed else None
    except Refusal:
        return None


def _state_asked() -> CheckState | None:
    asked = request.args.get("trang_thai", "")
    return CheckState(asked) if asked in set(CheckState) else None


def _words() -> dict[str, Any]:
    return {
        "seat_names": words.seat_names(),
        "reason_names": words.reason_names(),
        "state_names": words.state_names(),
        "hand_over_names": words.hand_over_names(),
        "state_tones": {"dang_xu_ly": "open", "huy": ""},
    }
