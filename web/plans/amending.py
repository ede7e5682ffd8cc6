"""Amending the plan in force: a reason, and a case of P01 that prepares the next edition."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.refusals import NotAuthorised
from qms.plans.acting import AmendPlan, amend_plan, may_amend
from qms.plans.queries import plan_record
from web.errors import sentence, status_of
from web.plans.room import blueprint, said
from web.system import now, origin, reading, system, today, viewer


@blueprint.get("/<uuid:plan>/sua-doi")
def amendment(plan: UUID) -> str:
    """Why it is amended, empty."""
    _require_may()
    return _page(plan, {})


@blueprint.post("/<uuid:plan>/sua-doi")
def amend(plan: UUID) -> Response | tuple[str, int]:
    """Start the case; what is refused comes back with what was typed."""
    _require_may()
    command = AmendPlan(viewer=viewer(), origin=origin(), plan=plan, reason=request.form.get("reason", ""))
    try:
        done = amend_plan(system().store, system().surroundings, command, now())
    except FieldsInvalid as refused:
        errors = {key: said(messages[0]) for key, messages in refused.fields.items()}
        return _page(plan, errors), status_of(refused)
    except Conflict as refused:
        return _page(plan, {}, sentence(refused)), status_of(refused)
    flash(_("Đã mở hồ sơ %(code)s để sửa đổi kế hoạch.", code=done.code), "success")
    return redirect(url_for("instances.detail", instance=done.instance), code=303)


def _require_may() -> None:
    if not may_amend(viewer()):
        raise NotAuthorised("sửa đổi kế hoạch năm", "amend the yearly plan")


def _page(plan: UUID, errors: dict[str, str], refusal: str = "") -> str:
    with reading() as session:
        found = plan_record(session, viewer(), plan, today())
    return render_template(
        "plans/amendment.html", edition=found.edition, errors=errors, refusal=refusal, typed=request.form
    )
