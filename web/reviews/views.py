"""The register of management reviews: the list, one review with the lines behind its figures, its tasks."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.reviews.decision_queries import DecisionLine, DecisionsAsked, decision_lines
from qms.reviews.figures import Line, Register
from qms.reviews.import_commands import IMPORTED
from qms.reviews.queries import review_lines, review_record
from qms.reviews.rules import DecisionState, ReviewState
from web.names import remember_names
from web.paging import lines_of, page_asked, paging, words_asked
from web.reviews import words
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

blueprint = Blueprint("reviews", __name__, url_prefix="/xem-xet", template_folder="templates")

PAGE_SIZE: Final = 25
_REGISTER_PAGES: Final = {
    Register.AUDIT: ("audits.detail", "audit"),
    Register.NONCONFORMITY: ("nonconformities.detail", "slip"),
    Register.OBJECTIVE: ("objectives.detail", "objective"),
    Register.RISK: ("risks.detail", "risk"),
}
"""Pages of other registers, and how each calls the id."""


@blueprint.get("/")
def listing() -> str | Response:
    """The reviews, the latest first."""
    state, page = _state_asked(), page_asked()
    with reading() as session:
        lines = review_lines(session, viewer(), today(), words=words_asked(), state=state)
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    place = paging(len(lines), page, PAGE_SIZE)
    if page > place.pages:
        kept: dict[str, Any] = {"q": words_asked() or None, "trang_thai": state.value if state else None}
        return redirect(url_for(".listing", **kept, page=place.pages))
    return render_template(
        "reviews/listing.html",
        lines=lines_of(lines, page, PAGE_SIZE),
        paging=place,
        words=words_asked(),
        state=state,
        states=[{"value": each.value, "label": name} for each, name in words.state_names().items()],
        state_names=words.state_names(),
        validity_names=words.validity_names(),
        visible=visible,
    )


@blueprint.get("/xem-xet-cua-lanh-dao.xlsx")
def export() -> Response:
    """The reviews, as far as they are filtered, with all their tasks, as a spreadsheet."""
    with reading() as session:
        lines = review_lines(session, viewer(), today(), words=words_asked(), state=_state_asked())
        shown = {line.id for line in lines}
        tasks = [one for one in decision_lines(session, viewer(), today()) if one.review in shown]
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Lần"), width=6),
        SheetColumn(label=_("Ngày họp dự kiến"), width=16),
        SheetColumn(label=_("Ngày họp"), width=13),
        SheetColumn(label=_("Tình trạng"), width=24),
        SheetColumn(label=_("Hiệu lực của hệ thống"), width=20),
        SheetColumn(label=_("Số việc"), width=9),
        SheetColumn(label=_("Còn mở"), width=9),
        SheetColumn(label=_("Quá hạn"), width=9),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    states, validities = words.state_names(), words.validity_names()
    rows = [
        (
            line.year,
            line.ordinal,
            line.planned_on,
            line.held_on,
            states[line.state],
            validities[line.validity],
            line.decisions,
            line.open,
            line.late,
            line.case_code,
        )
        for line in lines
    ]
    return workbook_answer(
        "xem-xet-cua-lanh-dao.xlsx",
        Sheet(title=_("Xem xét của lãnh đạo"), columns=columns, rows=rows),
        _tasks_sheet(tasks),
    )


@blueprint.get("/viec")
def decisions() -> str | Response:
    """The tasks that reviews gave: late, by owner, by unit."""
    asked, page = _decisions_asked(), page_asked()
    with reading() as session:
        every = decision_lines(session, viewer(), today())
        lines = decision_lines(session, viewer(), today(), asked)
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    owners = dict(sorted({str(one.owner): one.owner_name for one in every}.items(), key=lambda pair: pair[1]))
    units = dict(sorted({str(one.unit): one.unit_name for one in every if one.unit}.items()))
    place = paging(len(lines), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".decisions", **_kept(), page=place.pages))
    return render_template(
        "reviews/decisions.html",
        lines=lines_of(lines, page, PAGE_SIZE),
        paging=place,
        asked=asked,
        kept=_kept(),
        states=[{"value": each.value, "label": name} for each, name in words.decision_state_names().items()],
        owners=[{"value": one, "label": name} for one, name in owners.items()],
        units=[{"value": one, "label": name} for one, name in units.items()],
        **_decision_words(),
        visible=visible,
    )


@blueprint.get("/viec-sau-xem-xet.xlsx")
def export_decisions() -> Response:
    """The tasks, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = decision_lines(session, viewer(), today(), _decisions_asked())
    return workbook_answer("viec-sau-xem-xet.xlsx", _tasks_sheet(lines))


@blueprint.get("/<uuid:review>")
def detail(review: UUID) -> str:
    """One review with its inputs, attendance, documents and tasks."""
    with reading() as session:
        found = review_record(session, viewer(), review, today())
        instance = found.line.instance
        cases = {one.instance for one in found.decisions if one.instance}
        cases |= {
            line.id
            for one in found.inputs
            for table in one.tables
            for line in table.lines
            if line.register is Register.CASE and line.id
        }
        visible = visible_among(session, viewer(), cases | ({instance} if instance else set()))
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
        imported = None if instance else taken_over(session, viewer(), IMPORTED, review)
    named = (found.chaired_by, found.chaired_for, found.confirmed_by)
    principal = found.confirmed_for.principal if found.confirmed_for else None
    remember_names({one for one in (*named, principal) if one is not None})
    return render_template(
        "reviews/detail.html",
        found=found,
        line=found.line,
        visible=visible,
        chain=chain,
        imported=imported,
        state_names=words.state_names(),
        validity_names=words.validity_names(),
        attendance_names=words.attendance_names(),
        item_names=words.item_names(),
        table_names=words.table_names(),
        column_names=words.column_names(),
        cell_words=words.cell_words(),
        link_of=lambda one: _link_of(one, visible),
        **_decision_words(),
    )


def _link_of(line: Line, visible: frozenset[UUID]) -> str:
    """The page of what a line of a table was taken from; empty where the reader has none."""
    if line.id is None:
        return ""
    if line.register is Register.CASE:
        return url_for("instances.detail", instance=line.id) if line.id in visible else ""
    if line.register is Register.DECISION:
        return url_for(".decisions", q=line.cells[0])
    page = _REGISTER_PAGES.get(line.register) if line.register is not None else None
    if page is not None and page[0] in current_app.view_functions:
        named: dict[str, Any] = {page[1]: line.id}
        return url_for(page[0], **named)
    if line.register is Register.NONCONFORMITY:
        return url_for("nonconformities.listing", q=line.cells[0])
    return ""


def _tasks_sheet(lines: tuple[DecisionLine, ...] | list[DecisionLine]) -> Sheet:
    columns = (
        SheetColumn(label=_("Mã"), width=16),
        SheetColumn(label=_("Cuộc xem xét"), width=16),
        SheetColumn(label=_("Loại đầu ra"), width=24),
        SheetColumn(label=_("Nội dung"), width=60),
        SheetColumn(label=_("Người thực hiện"), width=24),
        SheetColumn(label=_("Đơn vị"), width=26),
        SheetColumn(label=_("Hạn"), width=13),
        SheetColumn(label=_("Tình trạng"), width=18),
        SheetColumn(label=_("Quá hạn"), width=10),
        SheetColumn(label=_("Kết quả"), width=50),
        SheetColumn(label=_("Ngày kết thúc"), width=13),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    kinds, states = words.kind_names(), words.decision_state_names()
    rows: list[tuple[CellValue, ...]] = [
        (
            line.code,
            f"{line.year}/{line.ordinal}",
            kinds[line.kind],
            line.what,
            line.owner_name,
            line.unit_name,
            line.due_on,
            states[line.state],
            _("có") if line.late else _("không"),
            line.result,
            line.ended_on,
            line.case_code,
        )
        for line in lines
    ]
    return Sheet(title=_("Việc sau xem xét"), columns=columns, rows=rows)


def _decision_words() -> dict[str, Any]:
    return {"kind_names": words.kind_names(), "decision_state_names": words.decision_state_names()}


def _decisions_asked() -> DecisionsAsked:
    state = request.args.get("trang_thai", "")
    return DecisionsAsked(
        words=words_asked(),
        state=DecisionState(state) if state in set(DecisionState) else None,
        late=request.args.get("qua_han") == "1",
        owner=parse_id(request.args.get("nguoi", "")),
        unit=parse_id(request.args.get("don_vi", "")),
    )


def _kept() -> dict[str, Any]:
    """What an address filters by."""
    asked = _decisions_asked()
    return {
        "q": asked.words or None,
        "trang_thai": asked.state.value if asked.state else None,
        "qua_han": "1" if asked.late else None,
        "nguoi": str(asked.owner) if asked.owner else None,
        "don_vi": str(asked.unit) if asked.unit else None,
    }


def _state_asked() -> ReviewState | None:
    asked = request.args.get("trang_thai", "")
    return ReviewState(asked) if asked in set(ReviewState) else None
