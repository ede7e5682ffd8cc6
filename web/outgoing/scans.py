"""Attaching the scan of a document of the paper register."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from qms.outgoing.scans import AttachScan, attach_scan
from web.errors import status_of
from web.outgoing.register import document_page
from web.outgoing.room import blueprint
from web.system import now, origin, system, viewer


@blueprint.post("/<uuid:document>/ban-chup")
def attach(document: UUID) -> Response | tuple[str, int]:
    """Keep the PDF as the file of the document."""
    upload = request.files.get("scan")
    command = AttachScan(
        viewer=viewer(),
        origin=origin(),
        document=document,
        name=(upload.filename or "") if upload else "",
        content=upload.read() if upload else b"",
    )
    try:
        attach_scan(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return document_page(document, of_scan=refusal), status_of(refusal)
    flash(_("Đã đính kèm bản chụp."), "success")
    return redirect(url_for(".detail", document=document), code=303)
