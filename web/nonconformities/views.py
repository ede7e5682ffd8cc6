"""The nonconformities of the agency: where each comes from, which requirement is not met, how far it is."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.nonconformities.queries import nonconformity_page
from qms.nonconformities.rules import NonconformityState
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer

blueprint = Blueprint("nonconformities", __name__, url_prefix="/nonconformities", template_folder="templates")
PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The register, the latest finding first."""
    words, page, state = words_asked(), page_asked(), _state_asked()
    with reading() as session:
        found = nonconformity_page(
            session, viewer(), words=words, state=state, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
        cases = {line.instance for line in found.lines if line.instance}
        visible = visible_among(session, viewer(), cases)
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", q=words or None, state=state, page=place.pages))
    return render_template(
        "nonconformities/listing.html",
        lines=found.lines,
        words=words,
        state=state,
        states=[{"value": each.value, "label": label} for each, label in state_names().items()],
        state_names=state_names(),
        visible=visible,
        paging=place,
    )


@blueprint.get("/nonconformities.xlsx")
def export() -> Response:
    """The register, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        found = nonconformity_page(session, viewer(), words=words_asked(), state=_state_asked())
    columns = (
        SheetColumn(label=_("Số phiếu"), width=16),
        SheetColumn(label=_("Ngày phát hiện"), width=13),
        SheetColumn(label=_("Nguồn"), width=26),
        SheetColumn(label=_("Mô tả"), width=60),
        SheetColumn(label=_("Yêu cầu không đáp ứng"), width=40),
        SheetColumn(label=_("Tình trạng"), width=20),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    names = state_names()
    rows = [
        (
            line.code,
            line.found_on,
            line.source,
            line.description,
            line.requirement,
            names[line.state],
            line.case_code,
        )
        for line in found.lines
    ]
    return workbook_answer(
        "so-khong-phu-hop.xlsx", Sheet(title=_("Sổ không phù hợp"), columns=columns, rows=rows)
    )


def state_names() -> dict[NonconformityState, str]:
    """The states in words."""
    return {
        NonconformityState.PROPOSED: _("Đề xuất"),
        NonconformityState.ANALYSIS: _("Đang phân tích"),
        NonconformityState.AWAITING_APPROVAL: _("Chờ phê duyệt"),
        NonconformityState.IN_PROGRESS: _("Đang thực hiện"),
        NonconformityState.BEING_VERIFIED: _("Đang xác minh"),
        NonconformityState.CLOSED: _("Đã đóng"),
    }


def _state_asked() -> NonconformityState | None:
    asked = request.args.get("state", "")
    return NonconformityState(asked) if asked in set(NonconformityState) else None
