"""The register of proposals: list with the share of the year, one proposal, XLSX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.simplification.queries import (
    ProposalLine,
    proposal_detail,
    proposal_lines,
    share_of_year,
    years_known,
)
from qms.simplification.rules import ProposalState
from web.names import person_name, remember_names
from web.paging import words_asked
from web.simplification.room import STATE_TONES, blueprint, competence_names, kind_names, state_names
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    words: str
    year: int | None
    state: ProposalState | None


@blueprint.get("/")
def listing() -> str:
    """The proposals, the latest first, under the share of the year."""
    asked = _asked()
    shown_year = asked.year or today().year
    with reading() as session:
        lines = proposal_lines(session, viewer(), words=asked.words, year=asked.year, state=asked.state)
        share = share_of_year(session, viewer(), shown_year, today())
        years = sorted({today().year, *years_known(session, viewer())}, reverse=True)
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "simplification/listing.html",
        lines=lines,
        asked=asked,
        share=share,
        shown_year=shown_year,
        years=[{"value": year, "label": str(year)} for year in years],
        states=[{"value": each.value, "label": name} for each, name in state_names().items()],
        visible=visible,
        **_words(),
    )


@blueprint.get("/don-gian-hoa.xlsx")
def export() -> Response:
    """The proposals, as far as they are filtered, as a spreadsheet."""
    asked = _asked()
    with reading() as session:
        lines = proposal_lines(session, viewer(), words=asked.words, year=asked.year, state=asked.state)
    remember_names({line.by for line in lines if line.by})
    rows = [_row(line) for line in lines]
    widths = (
        (_("Mã"), 14),
        (_("Năm"), 8),
        (_("Mã thủ tục"), 14),
        (_("Thủ tục"), 44),
        (_("Nội dung cắt giảm"), 28),
        (_("Hiện tại"), 40),
        (_("Đề xuất"), 40),
        (_("Chi phí tiết kiệm (đồng/năm)"), 18),
        (_("Thời gian tiết kiệm (giờ/hồ sơ)"), 18),
        (_("Lý do"), 40),
        (_("Thẩm quyền"), 22),
        (_("Tình trạng"), 22),
        (_("Người đề xuất"), 24),
        (_("Ngày đề xuất"), 13),
        (_("Trả lời"), 40),
        (_("Ngày trả lời"), 13),
        (_("Ngày áp dụng"), 13),
        (_("Ngày đo"), 13),
        (_("Kết quả đo"), 40),
        (_("Hồ sơ"), 16),
    )
    columns = tuple(SheetColumn(label=label, width=width) for label, width in widths)
    sheet = Sheet(title=_("Đơn giản hóa thủ tục"), columns=columns, rows=rows)
    return workbook_answer("don-gian-hoa.xlsx", sheet)


@blueprint.get("/<uuid:simplification>")
def detail(simplification: UUID) -> str:
    """One proposal with what became of it and its chain."""
    with reading() as session:
        line = proposal_detail(session, viewer(), simplification)
        visible = visible_among(session, viewer(), {line.instance} if line.instance else set())
        chain = chain_of(session, viewer(), line.instance) if line.instance in visible else None
    return render_template("simplification/detail.html", line=line, visible=visible, chain=chain, **_words())


def _asked() -> _Asked:
    year, state = request.args.get("nam", ""), request.args.get("trang_thai", "")
    plain = year.isascii() and year.isdecimal() and len(year) == len("2026")
    return _Asked(
        words=words_asked(),
        year=int(year) if plain else None,
        state=ProposalState(state) if state in set(ProposalState) else None,
    )


def _row(line: ProposalLine) -> tuple[CellValue, ...]:
    return (
        line.code,
        line.year,
        line.procedure_code,
        line.procedure,
        ", ".join(kind_names()[kind] for kind in line.kinds),
        line.current,
        line.proposed,
        line.saved_cost,
        None if line.saved_hours is None else float(line.saved_hours),
        line.reason,
        competence_names()[line.competence],
        _("Hồ sơ đã hủy") if line.cancelled else state_names()[line.state],
        person_name(line.by) if line.by else "",
        line.proposed_on,
        line.answer,
        line.answered_on,
        line.applied_on,
        line.measured_on,
        line.measured,
        line.case_code,
    )


def _words() -> dict[str, Any]:
    return {
        "kind_names": kind_names(),
        "competence_names": competence_names(),
        "state_names": state_names(),
        "state_tones": STATE_TONES,
    }
