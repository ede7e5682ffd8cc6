"""Asking for a change: of a document from its page, or for a new one by the empty slip of P05."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.start_process import StartProcess, start_process
from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.refusals import NotAuthorised
from qms.controlled_documents.operators import MODEL_KEY
from qms.controlled_documents.queries import document_detail
from qms.controlled_documents.requesting import SERIES, RequestChange, may_request, request_change
from qms.controlled_documents.rules import Reason, RequestKind
from web.controlled_documents.room import blueprint, reasons, requests_of_a_line, said
from web.errors import sentence, status_of
from web.system import actor, now, origin, reading, system, viewer


@blueprint.get("/<uuid:document>/de-nghi")
def request_form(document: UUID) -> str:
    """The slip of a document, empty."""
    _require_may()
    return _page(document, {})


@blueprint.post("/<uuid:document>/de-nghi")
def request_made(document: UUID) -> Response | tuple[str, int]:
    """Start the case with the slip filled in; what is wrong is told at its field."""
    kind, reason = request.form.get("kind", ""), request.form.get("reason", "")
    command = RequestChange(
        viewer=viewer(),
        origin=origin(),
        document=document,
        kind=RequestKind(kind) if kind in set(RequestKind) else RequestKind.CHANGE,
        reason=Reason(reason) if reason in set(Reason) else None,
        part=request.form.get("part", ""),
        description=request.form.get("description", ""),
    )
    try:
        done = request_change(system().store, system().surroundings, command, now())
    except FieldsInvalid as refused:
        errors = {key: said(messages[0]) for key, messages in refused.fields.items()}
        return _page(document, errors), status_of(refused)
    except Conflict as refused:
        return _page(document, {}, sentence(refused)), status_of(refused)
    flash(_("Đã gửi đề nghị trong hồ sơ %(code)s. Thư ký ISO xem xét tiếp.", code=done.code), "success")
    return redirect(url_for("instances.detail", instance=done.instance))


@blueprint.post("/de-nghi")
def request_new() -> Response:
    """Start P05 with an empty slip, which the one who asks fills in next."""
    _require_may()
    start = StartProcess(key=MODEL_KEY, agency=viewer().agency, series=SERIES, variables={}, actor=actor())
    started = start_process(system().store, system().surroundings, start, now())
    flash(_("Đã mở hồ sơ %(code)s. Xin điền phiếu yêu cầu trong Hộp việc.", code=started.code), "success")
    return redirect(url_for("instances.detail", instance=started.instance))


def _require_may() -> None:
    if not may_request(viewer()):
        raise NotAuthorised("đề nghị thay đổi tài liệu", "ask for a change of a document")


def _page(document: UUID, errors: dict[str, str], refusal: str = "") -> str:
    with reading() as session:
        found = document_detail(session, viewer(), document)
    return render_template(
        "controlled_documents/request.html",
        line=found.line,
        errors=errors,
        refusal=refusal,
        typed=request.form,
        kinds=requests_of_a_line(),
        reasons=reasons(),
    )
