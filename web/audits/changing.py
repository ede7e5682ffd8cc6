"""Changing an audit under way from its page: another auditor, another day, or not at all."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from qms.audits.changes import AuditChange, ChangeAudit, change_audit, changes_audits
from qms.legal_time.imported_days import read_calendar_day
from web.audits.listing import audit_page
from web.audits.room import blueprint
from web.errors import status_of
from web.system import now, origin, system, viewer


@blueprint.post("/<uuid:audit>/change")
def change(audit: UUID) -> Response | tuple[str, int]:
    """Change it; what is refused comes back with all that was typed."""
    if not changes_audits(viewer()):
        raise NotAuthorised("thay đổi cuộc đánh giá", "change an audit")
    kind, day = request.form.get("change", ""), request.form.get("day", "").strip()
    try:
        command = ChangeAudit(
            viewer=viewer(),
            origin=origin(),
            audit=audit,
            kind=AuditChange(kind) if kind in set(AuditChange) else AuditChange.REPLACE,
            reason=request.form.get("reason", ""),
            leaving=parse_id(request.form.get("leaving", "")),
            person=parse_id(request.form.get("person", "")),
            day=read_calendar_day(day) if day and kind == AuditChange.POSTPONE else None,
        )
        change_audit(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return audit_page(audit, refusal), status_of(refusal)
    flash(_("Đã ghi thay đổi; hồ sơ đi tiếp theo thay đổi này."), "success")
    return redirect(url_for(".detail", audit=audit), code=303)
