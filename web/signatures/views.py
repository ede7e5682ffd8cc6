"""“Chữ ký”: who signed which document, how and when; a line leads to the document with all it has."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from engine.queries.visible import visible_among
from qms.outgoing.signature_queries import SignaturesAsked, signatures_page, years_of_signatures
from qms.outgoing.signing import SignatureMethod
from web.names import person_name, remember_names
from web.outgoing.register import method_names
from web.outgoing.room import kind_asked, kind_name, kind_options, year_asked
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer

blueprint = Blueprint("signatures", __name__, url_prefix="/chu-ky", template_folder="templates")
PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The signatures, the latest first."""
    asked, page = _asked(), page_asked()
    with reading() as session:
        found = signatures_page(session, viewer(), asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
        visible = visible_among(session, viewer(), {line.instance for line in found.lines if line.instance})
        years = years_of_signatures(session, viewer())
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_kept(), page=place.pages))
    remember_names({line.person for line in found.lines})
    return render_template(
        "signatures/listing.html",
        lines=found.lines,
        asked=asked,
        kept=_kept(),
        kinds=kind_options(),
        methods=method_names(),
        method_options=[{"value": each.value, "label": name} for each, name in method_names().items()],
        years=[{"value": str(year), "label": str(year)} for year in years],
        visible=visible,
        paging=place,
    )


@blueprint.get("/chu-ky.xlsx")
def export() -> Response:
    """The register, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        found = signatures_page(session, viewer(), _asked())
    remember_names({line.person for line in found.lines})
    methods = method_names()
    columns = (
        SheetColumn(label=_("Ngày ký"), width=13),
        SheetColumn(label=_("Người ký"), width=26),
        SheetColumn(label=_("Tư cách ký"), width=11),
        SheetColumn(label=_("Hình thức ký"), width=26),
        SheetColumn(label=_("Số, ký hiệu"), width=18),
        SheetColumn(label=_("Loại"), width=16),
        SheetColumn(label=_("Trích yếu"), width=60),
        SheetColumn(label=_("Mã băm của bản đã ký"), width=66),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows = [
        (
            local_day(line.signed_at),
            person_name(line.person, line.signed_at),
            line.capacity,
            methods[line.method],
            line.written,
            kind_name(line.kind),
            line.title,
            line.sha256,
            line.case_code,
        )
        for line in found.lines
    ]
    return workbook_answer("so-chu-ky.xlsx", Sheet(title=_("Sổ chữ ký"), columns=columns, rows=rows))


def _asked() -> SignaturesAsked:
    method = request.args.get("hinh_thuc", "")
    return SignaturesAsked(
        words=words_asked(),
        kind=kind_asked(),
        method=SignatureMethod(method) if method in set(SignatureMethod) else None,
        year=year_asked(),
    )


def _kept() -> dict[str, Any]:
    """What an address filters by."""
    asked = _asked()
    return {
        "q": asked.words or None,
        "loai": asked.kind.value if asked.kind else None,
        "hinh_thuc": asked.method.value if asked.method else None,
        "nam": asked.year,
    }
