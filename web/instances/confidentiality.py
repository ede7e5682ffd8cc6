"""Making one case confidential, with a reason; the head of the agency may open it again."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.mark_confidential import MarkConfidential, mark_confidential, may_mark
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.interventions import Intervention
from engine.domain.refusals import NotAuthorised
from engine.queries.instance import require_visible
from engine.store.tables import ProcessInstance
from web.errors import sentence, status_of
from web.instances.views import blueprint
from web.system import now, origin, reading, system, viewer


@blueprint.get("/<uuid:instance>/confidentiality")
def confidentiality(instance: UUID) -> str:
    """What closing or opening the case means, and the reason that it needs."""
    return _page(_case(instance))


@blueprint.post("/<uuid:instance>/confidentiality", endpoint="mark_confidential")
def decide(instance: UUID) -> Response | tuple[str, int]:
    """Do it."""
    case = _case(instance)
    why = Intervention(viewer=viewer(), origin=origin(), reason=request.form.get("reason", ""))
    command = MarkConfidential(instance=instance, intervention=why, confidential=not case.confidential)
    try:
        mark_confidential(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(case, refusal), status_of(refusal)
    flash(_("Đã bỏ chế độ mật.") if case.confidential else _("Đã đặt chế độ mật."), "success")
    return redirect(url_for(".detail", instance=instance), code=303)


def _case(instance: UUID) -> ProcessInstance:
    with reading() as session:
        case = require_visible(session, viewer(), instance)
        session.expunge(case)
    if not may_mark(viewer(), case.started_by, confidential=not case.confidential):
        raise NotAuthorised("thay đổi chế độ mật của hồ sơ này", "change whether this case is confidential")
    return case


@blueprint.app_template_global()
def may_mark_confidential(started_by: UUID | None, *, confidential: bool) -> bool:
    """Whether the reader of the page may close or open the case."""
    return may_mark(viewer(), started_by, confidential=confidential)


def _page(case: ProcessInstance, refusal: Refusal | None = None) -> str:
    return render_template(
        "instances/confidentiality.html",
        case=case,
        reason=request.form.get("reason", ""),
        error="" if refusal is None else sentence(refusal),
    )
