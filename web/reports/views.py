"""The register of reports: what a year owes, what was sent and received, and one report with its figures."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.reports.importing import IMPORTED
from qms.reports.queries import ReportLine, ReportsAsked, report_lines, report_record, report_years
from qms.reports.rules import FIRST_YEAR, LAST_YEAR, ReportKind
from web.names import remember_names
from web.paging import words_asked
from web.reports import words
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

blueprint = Blueprint("reports", __name__, url_prefix="/bao-cao", template_folder="templates")
_DIGITS = 4


@blueprint.get("/")
def listing() -> str:
    """The reports of a year, those not begun with them."""
    asked = _asked()
    with reading() as session:
        lines = report_lines(session, viewer(), today(), asked)
        years = report_years(session, viewer(), today())
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
    return render_template(
        "reports/listing.html",
        lines=lines,
        asked=asked,
        kept=_kept(asked),
        years=[{"value": str(year), "label": str(year)} for year in years],
        kinds=[{"value": kind.value, "label": name} for kind, name in words.kind_names().items()],
        state_names=words.state_names(),
        visible=visible,
    )


@blueprint.get("/so-bao-cao.xlsx")
def export() -> Response:
    """The reports, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = report_lines(session, viewer(), today(), _asked())
    columns = (
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Báo cáo"), width=46),
        SheetColumn(label=_("Nơi nhận"), width=30),
        SheetColumn(label=_("Hạn"), width=13),
        SheetColumn(label=_("Tình trạng"), width=24),
        SheetColumn(label=_("Ngày gửi"), width=13),
        SheetColumn(label=_("Ngày nhận"), width=13),
        SheetColumn(label=_("Trễ (ngày)"), width=10),
        SheetColumn(label=_("Lần"), width=6),
        SheetColumn(label=_("Văn bản"), width=16, typed_as_text=True),
        SheetColumn(label=_("Hồ sơ"), width=16),
        SheetColumn(label=_("Căn cứ"), width=50),
    )
    sheet = Sheet(title=_("Sổ báo cáo"), columns=columns, rows=[_cells(line) for line in lines])
    return workbook_answer("so-bao-cao.xlsx", sheet)


@blueprint.get("/<uuid:report>")
def detail(report: UUID) -> str:
    """One report: its dates, its figures, what units wrote, its editions and its case."""
    with reading() as session:
        found = report_record(session, viewer(), report, today())
        instance = found.line.instance
        visible = visible_among(session, viewer(), {instance} if instance else set())
        chain = chain_of(session, viewer(), instance) if instance is not None and visible else None
        imported = None if instance else taken_over(session, viewer(), IMPORTED, report)
    remember_names({one.person for one in found.contributions if one.person is not None})
    return render_template(
        "reports/detail.html",
        found=found,
        line=found.line,
        visible=visible,
        chain=chain,
        imported=imported,
        state_names=words.state_names(),
        part_names=words.part_names(),
        figure_name=words.figure_name,
        figure_value=words.figure_value,
    )


def _cells(line: ReportLine) -> tuple[CellValue, ...]:
    return (
        line.year,
        line.title,
        line.addressee,
        line.legal_due,
        words.state_names()[line.state],
        local_day(line.submitted_at) if line.submitted_at else None,
        line.received_on,
        line.late,
        line.edition or None,
        line.written,
        line.case_code,
        line.basis,
    )


def _asked() -> ReportsAsked:
    year, kind = request.args.get("nam"), request.args.get("loai", "")
    return ReportsAsked(
        words=words_asked(),
        year=None if year == "" else year_asked(year or ""),
        kind=ReportKind(kind) if kind in set(ReportKind) else None,
        late=request.args.get("tre") == "1",
    )


def year_asked(text: str) -> int:
    """The year that an address names, this one where it names none."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) == _DIGITS else today().year
    return min(max(number, FIRST_YEAR), LAST_YEAR)


def _kept(asked: ReportsAsked) -> dict[str, str | None]:
    """What an address filters by; an empty year is every year."""
    return {
        "q": asked.words or None,
        "nam": str(asked.year) if asked.year is not None else "",
        "loai": asked.kind.value if asked.kind else None,
        "tre": "1" if asked.late else None,
    }
