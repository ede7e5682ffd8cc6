"""The procedures of the agency: what is in force, what it rests on, and how it changed."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.local_time import day_text
from engine.queries.visible import visible_among
from qms.documents.procedure_queries import ProcedureLine, procedure_lines
from qms.procedure_prints.of_procedures import printable
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

blueprint = Blueprint("procedures", __name__, url_prefix="/procedures", template_folder="templates")


@blueprint.get("/")
def listing() -> str:
    """The procedures, by code."""
    words = words_asked()
    with reading() as session:
        lines = procedure_lines(session, viewer(), words=words)
        cases = {version.instance for line in lines for version in line.versions if version.instance}
        visible = visible_among(session, viewer(), cases)
        prints = printable(session, viewer(), today())
    return render_template(
        "procedures/listing.html", lines=lines, words=words, visible=visible, prints=prints
    )


@blueprint.get("/procedures.xlsx")
def export() -> Response:
    """The list, as far as it is searched, and all versions, as a spreadsheet."""
    with reading() as session:
        lines = procedure_lines(session, viewer(), words=words_asked())
    columns = (
        SheetColumn(label=_("Mã"), width=12),
        SheetColumn(label=_("Tên thủ tục"), width=50),
        SheetColumn(label=_("Lĩnh vực"), width=24),
        SheetColumn(label=_("Đơn vị"), width=30),
        SheetColumn(label=_("Thời hạn giải quyết"), width=30),
        SheetColumn(label=_("Phiên bản đang áp dụng"), width=14),
        SheetColumn(label=_("Áp dụng từ"), width=13),
        SheetColumn(label=_("Căn cứ pháp lý"), width=50),
    )
    version_columns = (
        SheetColumn(label=_("Mã"), width=12),
        SheetColumn(label=_("Tên thủ tục"), width=50),
        SheetColumn(label=_("Phiên bản cũ"), width=13),
        SheetColumn(label=_("Phiên bản"), width=13),
        SheetColumn(label=_("Áp dụng từ"), width=13),
        SheetColumn(label=_("Hết áp dụng từ"), width=13),
        SheetColumn(label=_("Quyết định"), width=20),
        SheetColumn(label=_("Ngày quyết định"), width=13),
        SheetColumn(label=_("Nội dung thay đổi"), width=50),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    return workbook_answer(
        "quy-trinh.xlsx",
        Sheet(title=_("Quy trình"), columns=columns, rows=[_row(line) for line in lines]),
        Sheet(title=_("Các phiên bản"), columns=version_columns, rows=_version_rows(lines)),
    )


def _row(line: ProcedureLine) -> tuple[CellValue, ...]:
    version = line.in_force(today())
    withdrawn = line.withdrawn_on(today())
    label = version.label if version else ""
    if withdrawn:
        label = _("Bãi bỏ từ %(day)s", day=day_text(withdrawn))
    citations = "; ".join(" ".join(filter(None, (each.article, each.number))) for each in line.citations)
    since = version.effective_on if version else None
    return (line.code, line.name, line.field, line.unit_name, line.legal_time, label, since, citations)


def _version_rows(lines: tuple[ProcedureLine, ...]) -> list[tuple[CellValue, ...]]:
    return [
        (
            line.code,
            line.name,
            version.replaces,
            version.label,
            version.effective_on,
            version.ended_on,
            version.decision_number,
            version.decided_on,
            version.summary,
            version.case_code,
        )
        for line in lines
        for version in line.versions
    ]
