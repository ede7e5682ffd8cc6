"""The programmes of the years and the audits of the units; one audit with all that belongs to it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from engine.queries.visible import visible_among
from qms.audits.changes import changes_audits, may_become
from qms.audits.import_audits import IMPORTED
from qms.audits.queries import audit_view, audits, colleagues, programmes
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from web.audits.room import audit_states, blueprint, choice_asked, year_asked
from web.errors import sentence
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The programmes, and the audits as far as they are filtered."""
    words, page, year = words_asked(), page_asked(), year_asked()
    state = choice_asked("state", audit_states())
    with reading() as session:
        plans = programmes(session, viewer())
        lines = audits(session, viewer(), words=words, state=state, year=year)
        cases = {one.instance for one in plans if one.instance}
        visible = visible_among(session, viewer(), cases)
    place = paging(len(lines), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(
            url_for(".listing", q=words or None, state=state or None, year=year, page=place.pages)
        )
    return render_template(
        "audits/listing.html",
        programmes=plans,
        lines=lines[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        words=words,
        state=state,
        year=year,
        states=[{"value": key, "label": said[0]} for key, said in audit_states().items()],
        years=[{"value": str(one), "label": str(one)} for one in dict.fromkeys(plan.year for plan in plans)],
        visible=visible,
        today=today(),
        paging=place,
    )


@blueprint.get("/cuoc-danh-gia.xlsx")
def export() -> Response:
    """The audits, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = audits(
            session,
            viewer(),
            words=words_asked(),
            state=choice_asked("state", audit_states()),
            year=year_asked(),
        )
    columns = (
        SheetColumn(label=_("Mã"), width=22),
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Đơn vị"), width=34),
        SheetColumn(label=_("Trưởng đoàn"), width=26),
        SheetColumn(label=_("Ngày dự kiến"), width=13),
        SheetColumn(label=_("Ngày đánh giá"), width=13),
        SheetColumn(label=_("Tình trạng"), width=20),
        SheetColumn(label=_("Phát hiện"), width=10),
        SheetColumn(label=_("Không phù hợp"), width=14),
        SheetColumn(label=_("Hạn đánh giá lại"), width=15),
        SheetColumn(label=_("Đã đánh giá lại"), width=15),
    )
    rows = [
        (
            line.code,
            line.year,
            line.unit_name,
            line.lead,
            line.planned_on,
            line.held_on,
            audit_states()[line.state][0],
            line.findings,
            line.nonconformities,
            line.reaudit_due_on,
            line.reaudited_on,
        )
        for line in lines
    ]
    return workbook_answer(
        "so-danh-gia-noi-bo.xlsx", Sheet(title=_("Cuộc đánh giá"), columns=columns, rows=rows)
    )


@blueprint.get("/<uuid:audit>")
def detail(audit: UUID) -> str:
    """One audit."""
    return audit_page(audit)


def audit_page(audit: UUID, refusal: Refusal | None = None) -> str:
    """One audit; with a refusal, what was typed stands in the form of the change again."""
    with reading() as session:
        view = audit_view(session, viewer(), audit)
        cases = {view.line.instance} | {one.sampled for one in view.questions}
        visible = visible_among(session, viewer(), {case for case in cases if case is not None})
        instance = view.line.instance
        seen = instance is not None and instance in visible
        chain = chain_of(session, viewer(), instance) if seen and instance is not None else None
        imported = None if instance else taken_over(session, viewer(), IMPORTED, audit)
        # An imported audit has no case that could follow a change.
        waits = bool(instance and view.line.reaudit_due_on) and view.line.reaudited_on is None
        changes = may_become(view.line.state, reaudit_waits=waits) if changes_audits(viewer()) else ()
        people = colleagues(session, viewer()) if changes else ()
    return render_template(
        "audits/detail.html",
        view=view,
        line=view.line,
        visible=visible,
        chain=chain,
        imported=imported,
        today=today(),
        changes=changes,
        people=people,
        typed=request.form,
        error=sentence(refusal) if refusal is not None else "",
    )
