"""“Gửi nhận”: what the office sent with its proofs, and what came to a Department, to be confirmed."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict
from engine.domain.local_time import local_day
from engine.queries.visible import visible_among
from qms.outgoing.dispatching import CHANNEL_NAMES, DELIVERABLES, PROOF_NAMES, Channel, Proof
from qms.outgoing.receipts import (
    ConfirmReceipt,
    DispatchesAsked,
    DispatchLine,
    confirm_receipt,
    received_file,
    received_page,
    receives,
    sent_page,
)
from web.errors import sentence
from web.files.views import FILE_POLICY
from web.outgoing.room import in_language
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import now, origin, over_agencies, reading, viewer

blueprint = Blueprint("dispatches", __name__, url_prefix="/gui-nhan", template_folder="templates")
PAGE_SIZE: Final = 25


@blueprint.app_template_global("deliverable_name")
def deliverable_name(code: str) -> str:
    """What is owed, in words; a code that is not known stands as it is."""
    return in_language(DELIVERABLES.get(code, (code, code)))


@blueprint.app_template_global("channel_name")
def channel_name(channel: Channel) -> str:
    """How it went, in words."""
    return in_language(CHANNEL_NAMES[channel])


@blueprint.app_template_global("proof_name")
def proof_name(proof: Proof) -> str:
    """By what the receipt is known, in words."""
    return in_language(PROOF_NAMES[proof])


@blueprint.get("/")
def sent() -> str | Response:
    """What the viewer's agency sent, the latest first."""
    asked, page = _asked(), page_asked()
    with reading() as session:
        found = sent_page(session, viewer(), asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
        visible = visible_among(session, viewer(), {line.instance for line in found.lines if line.instance})
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".sent", **_kept(asked), page=place.pages))
    return render_template(
        "dispatches/sent.html", lines=found.lines, visible=visible, paging=place, **_filters(asked)
    )


@blueprint.get("/gui-nhan.xlsx")
def export() -> Response:
    """What was sent, as far as it is filtered, as a spreadsheet."""
    with reading() as session:
        found = sent_page(session, viewer(), _asked())
    columns = (
        SheetColumn(label=_("Kết quả"), width=36),
        SheetColumn(label=_("Năm"), width=8),
        SheetColumn(label=_("Số, ký hiệu"), width=18),
        SheetColumn(label=_("Trích yếu"), width=50),
        SheetColumn(label=_("Nơi nhận"), width=40),
        SheetColumn(label=_("Cách gửi"), width=20),
        SheetColumn(label=_("Ngày gửi"), width=13),
        SheetColumn(label=_("Ngày nhận"), width=13),
        SheetColumn(label=_("Xác nhận"), width=22),
        SheetColumn(label=_("Minh chứng"), width=30),
    )
    return workbook_answer(
        "so-gui-nhan.xlsx",
        Sheet(title=_("Sổ gửi nhận"), columns=columns, rows=[_row(line) for line in found.lines]),
    )


@blueprint.get("/da-den")
def received() -> str | Response:
    """What overseen agencies sent here, to be confirmed."""
    return _received_page()


@blueprint.get("/da-den/<uuid:dispatch>/tep")
def file(dispatch: UUID) -> Response:
    """The document that came with it."""
    with over_agencies().store.reading() as session:
        found = received_file(session, viewer(), dispatch)
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


@blueprint.post("/da-den/<uuid:dispatch>")
def confirm(dispatch: UUID) -> Response:
    """Confirm that it arrived."""
    command = ConfirmReceipt(
        viewer=viewer(), origin=origin(), dispatch=dispatch, reference=request.form.get("reference", "")
    )
    try:
        confirm_receipt(over_agencies().store, command, now())
    except Conflict as refusal:
        flash(sentence(refusal), "warning")
    else:
        flash(_("Đã xác nhận nhận được. Cơ quan gửi được báo ngay."), "success")
    return redirect(url_for(".received"), code=303)


def _received_page() -> str | Response:
    asked, page = _asked(), page_asked()
    with over_agencies().store.reading() as session:
        found = received_page(session, viewer(), asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".received", **_kept(asked), page=place.pages))
    return render_template("dispatches/received.html", lines=found.lines, paging=place, **_filters(asked))


def _kept(asked: DispatchesAsked) -> dict[str, Any]:
    """What an address filters by."""
    return {"q": asked.words or None, "san_pham": asked.deliverable or None, "cho": _waiting(asked) or None}


def _waiting(asked: DispatchesAsked) -> str:
    return {None: "", True: "cho", False: "xong"}[asked.waiting]


def _filters(asked: DispatchesAsked) -> dict[str, object]:
    return {
        "asked": asked,
        "waiting": _waiting(asked),
        "kept": _kept(asked),
        "deliverables": [
            {"value": code, "label": in_language(words)} for code, words in DELIVERABLES.items()
        ],
        "standings": [{"value": "cho", "label": _("Chờ xác nhận")}, {"value": "xong", "label": _("Đã nhận")}],
        "receives": receives(viewer()),
    }


def _asked() -> DispatchesAsked:
    code = request.args.get("san_pham", "")
    return DispatchesAsked(
        words=words_asked(),
        deliverable=code if code in DELIVERABLES else "",
        waiting={"cho": True, "xong": False}.get(request.args.get("cho", "")),
    )


def _row(line: DispatchLine) -> tuple[CellValue, ...]:
    return (
        deliverable_name(line.deliverable),
        line.year,
        line.written,
        line.title,
        line.addressee,
        channel_name(line.channel),
        local_day(line.sent_at),
        line.received_on,
        proof_name(line.proof),
        line.reference,
    )
