"""What audits found: the register, and one finding with the slip that follows."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.audits.queries import finding_view
from qms.audits.queries import findings as all_findings
from web.audits.room import blueprint, choice_asked, finding_kinds, year_asked
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/findings")
def findings() -> str | Response:
    """The register of findings, the latest first."""
    words, page, year = words_asked(), page_asked(), year_asked()
    kind = choice_asked("kind", finding_kinds())
    with reading() as session:
        lines = all_findings(session, viewer(), words=words, kind=kind, year=year)
    place = paging(len(lines), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".findings", q=words or None, kind=kind or None, year=year, page=place.pages))
    return render_template(
        "audits/findings.html",
        lines=lines[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        words=words,
        kind=kind,
        year=year,
        kinds=[{"value": key, "label": said[0]} for key, said in finding_kinds().items()],
        paging=place,
    )


@blueprint.get("/phat-hien.xlsx")
def findings_export() -> Response:
    """The findings, as far as they are filtered, as a spreadsheet."""
    with reading() as session:
        lines = all_findings(
            session,
            viewer(),
            words=words_asked(),
            kind=choice_asked("kind", finding_kinds()),
            year=year_asked(),
        )
    columns = (
        SheetColumn(label=_("Mã"), width=14),
        SheetColumn(label=_("Ngày"), width=12),
        SheetColumn(label=_("Đơn vị"), width=32),
        SheetColumn(label=_("Loại"), width=20),
        SheetColumn(label=_("Điều khoản"), width=12),
        SheetColumn(label=_("Bằng chứng"), width=60),
        SheetColumn(label=_("Nhận xét"), width=60),
        SheetColumn(label=_("Phiếu khắc phục"), width=16),
    )
    rows = [
        (
            line.code,
            line.found_on,
            line.unit_name,
            finding_kinds()[line.kind][0],
            line.clause,
            line.evidence,
            line.description,
            line.slip_code,
        )
        for line in lines
    ]
    return workbook_answer("so-phat-hien.xlsx", Sheet(title=_("Phát hiện"), columns=columns, rows=rows))


@blueprint.get("/findings/<uuid:finding>")
def finding(finding: UUID) -> str:
    """One finding, with the way to its audit, its case and its slip."""
    with reading() as session:
        line = finding_view(session, viewer(), finding)
        case = line.instance
        visible = case is not None and case in visible_among(session, viewer(), {case})
    return render_template("audits/finding.html", line=line, case=case if visible else None)
