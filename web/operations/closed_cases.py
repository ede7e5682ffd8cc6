"""Confidential cases as administrators meet them: a code, and acts that need nothing of what is in them."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.resume_instance import ResumeInstance, resume_instance
from engine.commands.retry_incident import RetryIncident, retry_incident
from engine.commands.suspend_instance import SuspendInstance, suspend_instance
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.queries.closed_cases import closed_case, closed_cases, incidents_of_closed
from engine.queries.incidents import require_watcher
from web.errors import sentence, status_of
from web.names import state_names
from web.operations.room import at_reason, blueprint, intervention, require_administrator
from web.system import now, over_agencies, reading, viewer

ACTS: Final = "any(suspension, resumption, retry)"


@blueprint.get("/closed-cases", endpoint="closed_cases")
def listing() -> str:
    """The confidential cases that are closed to the reader."""
    require_watcher(viewer())
    with reading() as session:
        found = closed_cases(session, viewer())
    return render_template("operations/closed_cases.html", cases=found, state_names=state_names())


@blueprint.get("/closed-cases/<uuid:instance>", endpoint="closed_case")
def page(instance: UUID) -> str:
    """Its code and state, and what may be done."""
    require_administrator()
    return _page(instance)


@blueprint.post(f"/closed-cases/<uuid:instance>/<{ACTS}:act>", endpoint="intervene_closed")
def carry_out(instance: UUID, act: str) -> Response | tuple[str, int]:
    """Do it before the second wall: the verb asks for the administrator, a reason, and looks at no data."""
    require_administrator()
    try:
        _carry_out(instance, act)
    except (Invalid, Conflict) as refusal:
        return _page(instance, refusal), status_of(refusal)
    flash(_("Đã thực hiện; lý do đã ghi vào diễn biến của hồ sơ mật."), "success")
    return redirect(url_for(".closed_case", instance=instance), code=303)


def _carry_out(instance: UUID, act: str) -> None:
    with reading() as session:
        closed_case(session, viewer(), instance)
    store, around, why = over_agencies().store, over_agencies().surroundings, intervention()
    match act:
        case "suspension":
            suspend_instance(store, around, SuspendInstance(instance=instance, intervention=why), now())
        case "resumption":
            resume_instance(store, around, ResumeInstance(instance=instance, intervention=why), now())
        case _:
            with store.reading() as session:
                incidents = incidents_of_closed(session, viewer(), instance)
            for incident in incidents:
                retry_incident(store, around, RetryIncident(incident=incident, intervention=why), now())


def _page(instance: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        case = closed_case(session, viewer(), instance)
    told = "" if refusal is None else sentence(refusal)
    return render_template(
        "operations/closed_case.html",
        case=case,
        state_names=state_names(),
        reason=request.form.get("reason", ""),
        error=told if at_reason(refusal) else "",
        conflict="" if at_reason(refusal) else told,
    )
