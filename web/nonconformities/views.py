"""The nonconformities of the agency: where each comes from, which requirement is not met, how far it is."""

from __future__ import annotations

from typing import Any, Final

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.queries.visible import visible_among
from qms.nonconformities.queries import SlipsAsked, nonconformity_page, slips_by_state
from qms.nonconformities.rules import NonconformityState, Source
from qms.organisation.queries import unit_names
from web.nonconformities.room import blueprint, may_treat, severity_names, source_names, state_names
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The register, the latest finding first."""
    asked, page = _asked(), page_asked()
    with reading() as session:
        offset = (page - 1) * PAGE_SIZE
        found = nonconformity_page(
            session, viewer(), asked=asked, today=today(), offset=offset, limit=PAGE_SIZE
        )
        cases = {line.instance for line in found.lines if line.instance}
        visible = visible_among(session, viewer(), cases)
        units = unit_names(session, viewer().agency)
        counted = slips_by_state(session, viewer())
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_kept(asked), page=place.pages))
    return render_template(
        "nonconformities/listing.html",
        lines=found.lines,
        asked=asked,
        kept=_kept(asked),
        counted=counted,
        state_names=state_names(),
        state_options=[{"value": each.value, "label": name} for each, name in state_names().items()],
        source_options=[{"value": each.value, "label": name} for each, name in source_names().items()],
        severity_names=severity_names(),
        units=[{"value": str(key), "label": name} for key, name in units.items()],
        visible=visible,
        may_import=may_treat(),
        paging=place,
    )


@blueprint.get("/nonconformities.xlsx")
def export() -> Response:
    """The register, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        found = nonconformity_page(session, viewer(), asked=_asked(), today=today())
    columns = (
        SheetColumn(label=_("Số phiếu"), width=16),
        SheetColumn(label=_("Ngày phát hiện"), width=13),
        SheetColumn(label=_("Nguồn"), width=26),
        SheetColumn(label=_("Mô tả"), width=60),
        SheetColumn(label=_("Yêu cầu không đáp ứng"), width=40),
        SheetColumn(label=_("Tình trạng"), width=20),
        SheetColumn(label=_("Hồ sơ"), width=16),
        SheetColumn(label=_("Mức độ"), width=10),
        SheetColumn(label=_("Đơn vị"), width=28),
        SheetColumn(label=_("Hạn theo nguồn"), width=14),
        SheetColumn(label=_("Ngày kết thúc"), width=14),
    )
    names, severities = state_names(), severity_names()
    rows = [
        (
            *(line.code, line.found_on, line.source, line.description, line.requirement),
            *(names[line.state], line.case_code, severities.get(line.severity, "")),
            *(line.unit, line.due_on, line.closed_on),
        )
        for line in found.lines
    ]
    return workbook_answer(
        "so-khong-phu-hop.xlsx", Sheet(title=_("Sổ không phù hợp"), columns=columns, rows=rows)
    )


def _asked() -> SlipsAsked:
    state, source = request.args.get("state", ""), request.args.get("source", "")
    return SlipsAsked(
        words=words_asked(),
        state=NonconformityState(state) if state in set(NonconformityState) else None,
        source=Source(source) if source in set(Source) else None,
        unit=parse_id(request.args.get("unit", "")),
        late=request.args.get("late") == "1",
        repeated=request.args.get("repeated") == "1",
    )


def _kept(asked: SlipsAsked) -> dict[str, Any]:
    """The filter as it stands in an address."""
    return {
        "q": asked.words or None,
        "state": asked.state,
        "source": asked.source,
        "unit": asked.unit,
        "late": "1" if asked.late else None,
        "repeated": "1" if asked.repeated else None,
    }
