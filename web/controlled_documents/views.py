"""The list of internal documents as a page and a spreadsheet, and one document with its versions."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final
from uuid import UUID

from flask import redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.controlled_documents import choices
from qms.controlled_documents.queries import (
    DocumentFilter,
    DocumentLine,
    Standing,
    document_detail,
    document_page,
    standing_counts,
    version_file,
)
from qms.controlled_documents.recording import may_keep
from qms.controlled_documents.requesting import may_request
from qms.controlled_documents.rules import DocumentKind
from web.controlled_documents.room import blueprint, kind_words, kinds, standings
from web.files.views import FILE_POLICY
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The documents that the agency controls."""
    asked, page = _asked(), page_asked()
    with reading() as session:
        found = document_page(
            session, viewer(), today(), asked=asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
        counts = standing_counts(session, viewer(), today())
        units = choices.units(session, viewer().agency, today())
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_arguments(), page=place.pages))
    return render_template(
        "controlled_documents/listing.html",
        lines=found.lines,
        asked=asked,
        filtered=asked != DocumentFilter(),
        kinds=kinds(),
        standings=standings(),
        units=units,
        counts={each.value: count for each, count in counts.items()},
        may_keep=may_keep(viewer()),
        may_request=may_request(viewer()),
        arguments=_arguments(),
        paging=place,
    )


@blueprint.get("/danh-muc.xlsx")
def export() -> Response:
    """The list, as far as it is filtered, as a spreadsheet that the import reads again."""
    with reading() as session:
        found = document_page(session, viewer(), today(), asked=_asked())
    columns = (
        SheetColumn(label=_("Mã hiệu"), width=14),
        SheetColumn(label=_("Tên tài liệu"), width=56),
        SheetColumn(label=_("Loại"), width=16),
        SheetColumn(label=_("Đơn vị chủ trì"), width=30),
        SheetColumn(label=_("Lần ban hành"), width=13, typed_as_text=True),
        SheetColumn(label=_("Ngày hiệu lực"), width=13),
        SheetColumn(label=_("Số quyết định"), width=16),
        SheetColumn(label=_("Ngày quyết định"), width=15),
        SheetColumn(label=_("Điều khoản"), width=12),
        SheetColumn(label=_("Rà soát tiếp theo"), width=15),
        SheetColumn(label=_("Đã đọc"), width=12),
    )
    rows = [_cells(line) for line in found.lines]
    return workbook_answer(
        "danh-muc-tai-lieu.xlsx", Sheet(title=_("Danh mục tài liệu"), columns=columns, rows=rows)
    )


@blueprint.get("/<uuid:document>")
def detail(document: UUID) -> str:
    """One document: what holds, all versions with their decisions and readings, and their cases."""
    with reading() as session:
        found = document_detail(session, viewer(), document)
        cases = {one.instance for one in found.versions if one.instance}
        visible = visible_among(session, viewer(), cases)
        latest = next((one.instance for one in found.versions if one.instance in visible), None)
        chain = chain_of(session, viewer(), latest) if latest else None
    return render_template(
        "controlled_documents/detail.html",
        found=found,
        line=found.line,
        visible=visible,
        chain=chain,
        may_request=may_request(viewer()),
    )


@blueprint.get("/tep/<uuid:version>")
def download(version: UUID) -> Response:
    """The text of a version under its own name."""
    with reading() as session:
        found = version_file(session, viewer(), version)
    answer = send_file(
        BytesIO(found.content),
        mimetype=found.line.media_type,
        as_attachment=True,
        download_name=found.line.name,
        conditional=False,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _arguments() -> dict[str, Any]:
    """What is filtered, for links to the same lines."""
    return {key: value for key, value in request.args.items() if key in {"q", "kind", "unit", "standing"}}


def _asked() -> DocumentFilter:
    kind, standing = request.args.get("kind", ""), request.args.get("standing", "")
    return DocumentFilter(
        words=words_asked(),
        kind=DocumentKind(kind) if kind in set(DocumentKind) else None,
        unit=parse_id(request.args.get("unit", "")),
        standing=Standing(standing) if standing in set(Standing) else None,
    )


def _cells(line: DocumentLine) -> tuple[CellValue, ...]:
    return (
        line.code,
        line.name,
        kind_words(line.kind),
        line.owner,
        line.label,
        line.effective_on,
        line.decision_number,
        line.decided_on,
        line.clause,
        line.next_review_on,
        f"{line.read}/{line.readers}" if line.readers else "",
    )
