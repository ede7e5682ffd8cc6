"""The register of issued documents: its list, a document with all that is known of it, its revocation."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.outgoing.keeping import RevokeDocument, revoke_document
from qms.outgoing.kinds import DocumentState
from qms.outgoing.queries import DocumentsAsked, documents_page, issued_document, years_of_documents
from qms.outgoing.signing import SignatureMethod
from web.errors import sentence, status_of
from web.names import remember_names
from web.outgoing.room import (
    blueprint,
    kind_asked,
    kind_name,
    kind_options,
    state_asked,
    state_name,
    year_asked,
)
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The register, the latest first; what is still on its way stands before it."""
    asked, page = _asked(), page_asked()
    with reading() as session:
        found = documents_page(session, viewer(), asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
        visible = visible_among(session, viewer(), {line.instance for line in found.lines if line.instance})
        years = years_of_documents(session, viewer(), today())
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_kept(page=place.pages)))
    remember_names({line.signed_by for line in found.lines if line.signed_by})
    return render_template(
        "outgoing/listing.html",
        lines=found.lines,
        asked=asked,
        kept=_kept(),
        kinds=kind_options(),
        states=[{"value": state.value, "label": state_name(state)} for state in DocumentState],
        years=[{"value": str(year), "label": str(year)} for year in years],
        visible=visible,
        paging=place,
    )


@blueprint.get("/van-ban-di.xlsx")
def export() -> Response:
    """The register, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        found = documents_page(session, viewer(), _asked())
    names = {line.signed_by for line in found.lines if line.signed_by}
    with reading() as session:
        people = system().surroundings.directory.names(session, frozenset(names))
    columns = (
        SheetColumn(label=_("Số, ký hiệu"), width=18),
        SheetColumn(label=_("Ngày văn bản"), width=13),
        SheetColumn(label=_("Loại"), width=16),
        SheetColumn(label=_("Trích yếu"), width=60),
        SheetColumn(label=_("Đơn vị soạn"), width=30),
        SheetColumn(label=_("Người ký"), width=24),
        SheetColumn(label=_("Tình trạng"), width=16),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    rows = [
        (
            line.written,
            line.dated_on,
            kind_name(line.kind),
            line.title,
            line.unit,
            people.get(line.signed_by, "") if line.signed_by else line.paper_signer or "",
            _("Đã rút") if line.withdrawn else state_name(line.state),
            line.case_code,
        )
        for line in found.lines
    ]
    return workbook_answer("so-van-ban-di.xlsx", Sheet(title=_("Sổ văn bản đi"), columns=columns, rows=rows))


@blueprint.get("/<uuid:document>")
def detail(document: UUID) -> str:
    """A document with its files, signatures, number, dispatches and what led to it."""
    return document_page(document)


@blueprint.post("/<uuid:document>/thu-hoi")
def revoke(document: UUID) -> Response | tuple[str, int]:
    """Revoke it, with a reason."""
    command = RevokeDocument(
        viewer=viewer(), origin=origin(), document=document, reason=request.form.get("reason", "")
    )
    try:
        revoke_document(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return document_page(document, refusal), status_of(refusal)
    flash(_("Đã thu hồi văn bản. Số và tệp vẫn được lưu."), "success")
    return redirect(url_for(".detail", document=document), code=303)


def method_names() -> dict[SignatureMethod, str]:
    """How a signature was put, in words."""
    return {
        SignatureMethod.ACCOUNT: _("Tài khoản trong hệ thống"),
        SignatureMethod.CERTIFICATE: _("Chứng thư số trong tệp"),
        SignatureMethod.SEAL: _("Dấu của cơ quan"),
        SignatureMethod.PAPER: _("Trên giấy"),
    }


def document_page(document: UUID, refusal: Refusal | None = None, *, of_scan: Refusal | None = None) -> str:
    """The page of a document, with why it was not revoked or its scan not attached."""
    with reading() as session:
        found = issued_document(session, viewer(), document)
        instance = found.line.instance
        visible = bool(visible_among(session, viewer(), {instance})) if instance else False
        chain = chain_of(session, viewer(), instance) if visible and instance else None
    people = {each.person for each in found.signatures}
    remember_names(people | {one for one in (found.drafted_by, found.signed_for) if one})
    return render_template(
        "outgoing/detail.html",
        found=found,
        line=found.line,
        visible=visible,
        chain=chain,
        methods=method_names(),
        typed=request.form.get("reason", ""),
        error=sentence(refusal) if refusal else "",
        scan_error=sentence(of_scan) if of_scan else "",
    )


def _asked() -> DocumentsAsked:
    return DocumentsAsked(words=words_asked(), kind=kind_asked(), state=state_asked(), year=year_asked())


def _kept(**more: object) -> dict[str, Any]:
    """What an address filters by."""
    asked = _asked()
    return {
        "q": asked.words or None,
        "loai": asked.kind.value if asked.kind else None,
        "trang_thai": asked.state.value if asked.state else None,
        "nam": asked.year,
        **more,
    }
