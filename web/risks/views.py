"""The register of risks and opportunities: matrix, list, one of them with its years and actions, export."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.organisation.queries import unit_names
from qms.risks.import_commands import IMPORTED
from qms.risks.queries import RiskLine, RisksAsked, risk_lines, risk_record, years_of
from qms.risks.rules import SCALE, RiskKind, RiskState, rank, score
from web.paging import words_asked
from web.risks import words
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

blueprint = Blueprint("risks", __name__, url_prefix="/rui-ro", template_folder="templates")


@blueprint.get("/")
def listing() -> str:
    """Risks or opportunities of a year: the matrix, and the list of a cell or of all."""
    asked = _asked()
    place = RisksAsked(kind=asked.kind, year=asked.year, unit=asked.unit)
    with reading() as session:
        lines = risk_lines(session, viewer(), asked)
        counted = Counter((each.likelihood, each.severity) for each in risk_lines(session, viewer(), place))
        years = years_of(session, viewer())
        units = unit_names(session, viewer().agency)
    return render_template(
        "risks/listing.html",
        lines=lines,
        asked=asked,
        kept=_kept(asked),
        counted=counted,
        scale=tuple(SCALE),
        cell_rank={(one, other): rank(score(one, other)).value for one in SCALE for other in SCALE},
        years=[{"value": str(each), "label": str(each)} for each in years],
        units=[{"value": str(key), "label": name} for key, name in units.items()],
        states=[{"value": each.value, "label": name} for each, name in words.state_names().items()],
        kinds=[{"value": each.value, "label": name} for each, name in words.kind_names().items()],
        **_words(),
    )


@blueprint.get("/rui-ro-co-hoi.xlsx")
def export() -> Response:
    """What is listed, as a workbook."""
    with reading() as session:
        lines = risk_lines(session, viewer(), _asked())
    return workbook_answer("rui-ro-co-hoi.xlsx", _sheet(lines))


@blueprint.get("/<uuid:risk>")
def detail(risk: UUID) -> str:
    """One risk or opportunity with its actions, its other years and its chain of cases."""
    with reading() as session:
        found = risk_record(session, viewer(), risk)
        instance = found.line.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = (
            chain_of(session, viewer(), instance) if instance is not None and instance in visible else None
        )
        imported = None if instance else taken_over(session, viewer(), IMPORTED, risk)
    return render_template(
        "risks/detail.html",
        found=found,
        line=found.line,
        visible=visible,
        chain=chain,
        imported=imported,
        today=today(),
        **_words(),
    )


def _words() -> dict[str, Any]:
    return {
        "kind_names": words.kind_names(),
        "state_names": words.state_names(),
        "tones": words.TONES,
        "likelihood_names": words.likelihood_names(),
        "severity_names": words.severity_names(),
    }


def _asked() -> RisksAsked:
    """By what the address filters; risks unless opportunities are asked for."""
    kind, state = request.args.get("loai", ""), request.args.get("trang_thai", "")
    return RisksAsked(
        words=words_asked(),
        kind=RiskKind(kind) if kind in set(RiskKind) else RiskKind.RISK,
        year=_year(request.args.get("nam", "")),
        unit=parse_id(request.args.get("don_vi", "")),
        state=RiskState(state) if state in set(RiskState) else None,
        likelihood=_step(request.args.get("kha_nang", "")),
        severity=_step(request.args.get("muc_do", "")),
    )


def _year(text: str) -> int | None:
    if text == "":
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2026") else date.min.year


def _step(text: str) -> int | None:
    return int(text) if text in {str(each) for each in SCALE} else None


def _kept(asked: RisksAsked) -> dict[str, Any]:
    """What an address filters by, without the cell of the matrix."""
    return {
        "q": asked.words or None,
        "loai": asked.kind.value if asked.kind else None,
        "nam": request.args.get("nam") or None,
        "don_vi": request.args.get("don_vi") or None,
        "trang_thai": asked.state.value if asked.state else None,
    }


def _sheet(lines: tuple[RiskLine, ...]) -> Sheet:
    kinds, states = words.kind_names(), words.state_names()
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Mã"), width=14),
        SheetColumn(label=_("Loại"), width=10),
        SheetColumn(label=_("Đơn vị"), width=26),
        SheetColumn(label=_("Quá trình, công việc"), width=30),
        SheetColumn(label=_("Mô tả"), width=50),
        SheetColumn(label=_("Khả năng"), width=10),
        SheetColumn(label=_("Mức độ"), width=10),
        SheetColumn(label=_("Điểm"), width=8),
        SheetColumn(label=_("Tình trạng"), width=16),
        SheetColumn(label=_("Hành động"), width=11),
        SheetColumn(label=_("Chưa xong"), width=11),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            line.year,
            line.code,
            kinds[line.kind],
            line.unit_name,
            line.process_name,
            line.description,
            line.likelihood,
            line.severity,
            line.score,
            states[line.state],
            line.actions,
            line.actions_left,
            line.case_code,
        )
        for line in lines
    ]
    return Sheet(title=_("Rủi ro và cơ hội"), columns=columns, rows=rows)
