"""“Kiểm tra của Sở”: what was inspected and what follows; for the Department also the board of the year."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.evidence.items import ITEM_NAMES, EvidenceItem
from qms.inspections.beginning import BeginPlan, begin_plan, keeps_inspections
from qms.inspections.queries import (
    InspectionLine,
    InspectionsAsked,
    board_of,
    inspection_detail,
    inspection_lines,
)
from qms.inspections.rules import (
    FORM_NAMES,
    JUDGEMENT_NAMES,
    RESULT_NAMES,
    STATE_NAMES,
    VERDICT_NAMES,
    InspectionState,
)
from web.errors import sentence
from web.outgoing.room import in_language
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

blueprint = Blueprint("inspections", __name__, url_prefix="/kiem-tra", template_folder="templates")


@blueprint.get("/")
def listing() -> str:
    """The inspections, the latest first; the Department sees how its year stands above them."""
    asked = _asked()
    with reading() as session:
        lines = inspection_lines(session, viewer(), today(), asked)
        board = board_of(session, viewer(), asked.year or today().year, today())
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "inspections/listing.html",
        lines=lines,
        board=board,
        asked=asked,
        kept=_kept(asked),
        states=[{"value": each.value, "label": in_language(words)} for each, words in STATE_NAMES.items()],
        keeps=keeps_inspections(viewer()),
        visible=visible,
        day=today(),
        **_words(),
    )


@blueprint.get("/kiem-tra-cua-so.xlsx")
def export() -> Response:
    """The inspections, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = inspection_lines(session, viewer(), today(), _asked())
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Cơ quan được kiểm tra"), width=44),
        SheetColumn(label=_("Hình thức"), width=14),
        SheetColumn(label=_("Tình trạng"), width=26),
        SheetColumn(label=_("Ngày yêu cầu"), width=13),
        SheetColumn(label=_("Ngày trả lời"), width=13),
        SheetColumn(label=_("Ngày tại trụ sở"), width=13),
        SheetColumn(label=_("Ngày biên bản"), width=13),
        SheetColumn(label=_("Kết quả"), width=22),
        SheetColumn(label=_("Mục không đạt"), width=10),
        SheetColumn(label=_("Hạn báo cáo khắc phục"), width=16),
        SheetColumn(label=_("Ngày báo cáo"), width=13),
        SheetColumn(label=_("Ý kiến"), width=18),
    )
    rows = [_row(line) for line in lines]
    return workbook_answer(
        "kiem-tra-cua-so.xlsx", Sheet(title=_("Kiểm tra của Sở"), columns=columns, rows=rows)
    )


@blueprint.get("/<uuid:inspection>")
def detail(inspection: UUID) -> str:
    """One inspection with its items."""
    with reading() as session:
        line, items = inspection_detail(session, viewer(), inspection)
        instance = line.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
    return render_template(
        "inspections/detail.html",
        line=line,
        items=items,
        visible=visible,
        chain=chain,
        day=today(),
        item_names={item.value: in_language(ITEM_NAMES[item]) for item in EvidenceItem},
        **_words(),
    )


@blueprint.post("/ke-hoach")
def begin() -> Response:
    """Begin the plan of a year; its first step comes into the inbox."""
    typed = request.form.get("nam", "")
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len("2026") else 0
    try:
        command = BeginPlan(viewer=viewer(), origin=origin(), year=year)
        begun = begin_plan(system().store, system().surroundings, command, now())
    except (Conflict, Invalid) as refusal:
        flash(sentence(refusal), "warning")
        return redirect(url_for(".listing"), code=303)
    flash(_("Đã bắt đầu kế hoạch kiểm tra; bước đầu tiên có trong hộp việc sau ít giây."), "success")
    return redirect(url_for("instances.detail", instance=begun), code=303)


def _words() -> dict[str, object]:
    return {
        "form_names": {each: in_language(words) for each, words in FORM_NAMES.items()},
        "state_names": {each: in_language(words) for each, words in STATE_NAMES.items()},
        "result_names": {each: in_language(words) for each, words in RESULT_NAMES.items()},
        "verdict_names": {each: in_language(words) for each, words in VERDICT_NAMES.items()},
        "judgement_names": {each: in_language(words) for each, words in JUDGEMENT_NAMES.items()},
    }


def _asked() -> InspectionsAsked:
    year, state = request.args.get("nam", ""), request.args.get("tinh_trang", "")
    known = year.isascii() and year.isdigit() and len(year) == len("2026")
    return InspectionsAsked(
        words=words_asked(),
        year=int(year) if known else None,
        state=InspectionState(state) if state in set(InspectionState) else None,
        late=request.args.get("qua_han") == "1",
    )


def _kept(asked: InspectionsAsked) -> dict[str, str | None]:
    return {
        "q": asked.words or None,
        "nam": str(asked.year) if asked.year else None,
        "tinh_trang": asked.state.value if asked.state else None,
        "qua_han": "1" if asked.late else None,
    }


def _row(line: InspectionLine) -> tuple[CellValue, ...]:
    return (
        line.year,
        line.agency,
        in_language(FORM_NAMES[line.form]),
        in_language(STATE_NAMES[line.state]),
        line.asked_on,
        line.answered_on,
        line.held_on,
        line.minutes_on,
        in_language(RESULT_NAMES[line.result]),
        line.failed,
        line.corrective_due,
        line.corrective_received_on,
        in_language(JUDGEMENT_NAMES[line.judgement]),
    )
