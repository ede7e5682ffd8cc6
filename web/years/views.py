"""The pages of a year: what it owes, an item with its proposal, the calendar, where to import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.evidence.authority import reads_evidence
from qms.years.calendar import CalendarEntry, EntryKind, calendar_entries, warnings_of
from qms.years.completeness import completeness
from qms.years.queries import found_items, item_line, year_line, year_lines
from qms.years.rules import FIRST_YEAR, Standing
from qms.years.waiving import ProposeWaiver, may_propose_waivers, propose_waiver
from web.errors import status_of
from web.names import remember_names
from web.paging import words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer
from web.years import words
from web.years.months import weeks_of

blueprint = Blueprint("years", __name__, url_prefix="/nam-htqlcl", template_folder="templates")

LAST_YEAR: Final = 2100
MONTHS: Final = range(1, 13)
_PAGES: Final[Mapping[EntryKind, tuple[str, str]]] = {
    EntryKind.ITEM: ("years.item", "item"),
    EntryKind.AUDIT: ("audits.detail", "audit"),
    EntryKind.REAUDIT: ("audits.detail", "audit"),
    EntryKind.REVIEW: ("reviews.detail", "review"),
    EntryKind.DOCUMENT: ("controlled_documents.detail", "document"),
    EntryKind.ACTIVITY: ("plans.detail", "plan"),
    EntryKind.INSPECTION: ("inspections.detail", "inspection"),
}
"""Pages of the registers that entries come from, and how each calls the id."""
_LISTS: Final[Mapping[EntryKind, str]] = {EntryKind.MEASUREMENT: "objectives.listing"}


@blueprint.get("/")
def listing() -> str:
    """The years of the agency, the latest first."""
    with reading() as session:
        lines = year_lines(session, viewer(), today())
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "years/listing.html",
        lines=lines,
        visible=visible,
        state_names=words.year_state_names(),
        today=today(),
    )


@blueprint.get("/<int:year>")
def detail(year: int) -> str:
    """One year: how whole it is, and everything that it owes."""
    with reading() as session:
        line = year_line(session, viewer(), year, today())
        whole = completeness(session, viewer().agency, year, today())
        warnings = warnings_of(session, viewer().agency, year)
        cases = {one.instance for one in line.items if one.instance}
        cases |= {proof.instance for part in whole.parts for proof in part.proofs if proof.instance}
        visible = visible_among(session, viewer(), cases | ({line.instance} if line.instance else set()))
    remember_names({line.opened_by} if line.opened_by else set())
    standing = _standing_asked()
    return render_template(
        "years/detail.html",
        line=line,
        items=found_items(line.items, words_asked(), standing),
        whole=whole,
        warnings=[words.said((one.vi, one.en)) for one in warnings],
        visible=visible,
        words=words_asked(),
        standing=standing,
        standings=[{"value": one.value, "label": name} for one, name in words.standing_names().items()],
        state_names=words.year_state_names(),
        reads_evidence=reads_evidence(viewer()),
        **_frame(),
    )


@blueprint.get("/<int:year>/viec.xlsx")
def export(year: int) -> Response:
    """What the year owes, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        line = year_line(session, viewer(), year, today())
    columns = (
        SheetColumn(label=_("Quy trình"), width=10),
        SheetColumn(label=_("Việc"), width=44),
        SheetColumn(label=_("Bắt đầu"), width=13),
        SheetColumn(label=_("Hạn pháp lý"), width=13),
        SheetColumn(label=_("Hạn mục tiêu"), width=13),
        SheetColumn(label=_("Tình trạng"), width=16),
        SheetColumn(label=_("Ngày xong"), width=13),
        SheetColumn(label=_("Hồ sơ"), width=16),
        SheetColumn(label=_("Căn cứ"), width=60),
        SheetColumn(label=_("Lý do, kết quả"), width=40),
    )
    names = words.standing_names()
    rows = [
        (
            one.process,
            one.name,
            one.starts_on,
            one.legal_due,
            one.target_due,
            names[one.standing],
            one.done_on,
            one.case_code,
            one.basis,
            one.reason,
        )
        for one in found_items(line.items, words_asked(), _standing_asked())
    ]
    title = _("Năm %(year)s", year=str(year))
    return workbook_answer(f"nam-htqlcl-{year}.xlsx", Sheet(title=title, columns=columns, rows=rows))


@blueprint.get("/viec/<uuid:item>")
def item(item: UUID) -> str:
    """One thing of a year with the chain of its case."""
    return _item_page(item)


@blueprint.post("/viec/<uuid:item>/de-nghi-mien")
def propose(item: UUID) -> Response | tuple[str, int]:
    """Propose that it does not apply; what is refused comes back with what was typed."""
    command = ProposeWaiver(
        viewer=viewer(), origin=origin(), item=item, reason=request.form.get("reason", "")
    )
    try:
        propose_waiver(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _item_page(item, refusal), status_of(refusal)
    flash(_("Đã trình Lãnh đạo cơ quan duyệt."), "success")
    return redirect(url_for(".item", item=item), code=303)


@blueprint.get("/<int:year>/lich")
def calendar(year: int) -> str:
    """The yearly calendar: one month as a grid, or the whole year as a list."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    month = request.args.get("thang", type=int)
    if month is not None and month not in MONTHS:
        abort(404)
    with reading() as session:
        entries = calendar_entries(session, viewer(), year, today())
        warnings = warnings_of(session, viewer().agency, year)
        visible = visible_among(session, viewer(), {one.instance for one in entries if one.instance})
    standing = _standing_asked()
    shown = [
        one
        for one in entries
        if (month is None or one.day.month == month) and (standing is None or one.standing is standing)
    ]
    working = system().surroundings.calendars.calendar_of(viewer().agency)
    return render_template(
        "years/calendar.html",
        year=year,
        month=month,
        entries=shown,
        weeks=weeks_of(year, month, shown, working) if month is not None else (),
        months=[(one, sum(entry.day.month == one for entry in entries)) for one in MONTHS],
        counts={one: sum(entry.standing is one for entry in entries) for one in Standing},
        warnings=[words.said((one.vi, one.en)) for one in warnings],
        visible=visible,
        standing=standing,
        standings=[{"value": one.value, "label": name} for one, name in words.standing_names().items()],
        link_of=lambda one: _link_of(one, visible),
        kind_names=words.kind_names(),
        **_frame(),
    )


@blueprint.get("/nhap-nam-truoc")
def importing() -> str:
    """The registers that take over the files of earlier years."""
    return render_template("years/importing.html", registers=_importing_registers())


def _item_page(item: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        line = item_line(session, viewer(), item, today())
        seen = {line.instance} if line.instance else set()
        visible = visible_among(session, viewer(), seen)
        chain = (
            chain_of(session, viewer(), line.instance)
            if line.instance is not None and line.instance in visible
            else None
        )
    remember_names({one for one in (line.decided_by, line.proposed_by) if one is not None})
    return render_template(
        "years/item.html",
        line=line,
        chain=chain,
        visible=visible,
        proposes=may_propose_waivers(viewer()) and line.may_be_waived,
        refused=words.said((refusal.vi, refusal.en)) if refusal is not None else "",
        typed=request.form.get("reason", ""),
        **_frame(),
    )


def _frame() -> dict[str, Any]:
    return {
        "standing_names": words.standing_names(),
        "part_names": words.part_names(),
        "tones": words.TONES,
        "said": words.said,
        "today": today(),
    }


def _link_of(entry: CalendarEntry, visible: frozenset[UUID]) -> str:
    """The page of an entry's register, else of its case; empty where the reader has neither."""
    page = _PAGES.get(entry.kind)
    if page is not None and entry.id is not None and page[0] in current_app.view_functions:
        named: dict[str, Any] = {page[1]: entry.id}
        return url_for(page[0], **named)
    listed = _LISTS.get(entry.kind, "")
    if listed in current_app.view_functions:
        return url_for(listed)
    if entry.instance is not None and entry.instance in visible:
        return url_for("instances.detail", instance=entry.instance)
    return ""


def _importing_registers() -> list[dict[str, str]]:
    """Every room that has the shared page for taking over a list, by its name."""
    names = {
        "plans": _("Kế hoạch năm"),
        "objectives": _("Mục tiêu chất lượng"),
        "risks": _("Rủi ro và cơ hội"),
        "training": _("Đào tạo"),
        "audits": _("Đánh giá nội bộ"),
        "nonconformities": _("Không phù hợp"),
        "reviews": _("Xem xét của lãnh đạo"),
        "publications": _("Công bố"),
        "controlled_documents": _("Tài liệu nội bộ"),
        "legal_documents": _("Văn bản quy phạm pháp luật"),
        "reports": _("Báo cáo"),
        "inspections": _("Kiểm tra của Sở"),
        "committee": _("Ban Chỉ đạo ISO"),
        "simplification": _("Đơn giản hóa thủ tục"),
        "budget": _("Kinh phí"),
        "feedback": _("Phản ánh, kiến nghị"),
        "outgoing": _("Văn bản đi"),
    }
    return [
        {"label": label, "url": url_for(f"{room}.import_form")}
        for room, label in names.items()
        if f"{room}.import_form" in current_app.view_functions
    ]


def _standing_asked() -> Standing | None:
    asked = request.args.get("tinh_trang", "")
    return Standing(asked) if asked in set(Standing) else None
