"""Changes decided for a day to come: the list, and cancelling one before its day."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text
from qms.administration.asked import ChangeKind
from qms.administration.planning import CancelPlan, PlanLine, PlanState, cancel_plan, plan, plans
from qms.administration.units import ChangeUnits
from qms.organisation.succession import SucceedAgencies
from web.administration.room import Field, Form, blueprint, form_page, keeping, typed
from web.administration.units import FOUND, change_names
from web.errors import status_of
from web.organisation.room import succession_names
from web.system import now, origin, viewer
from web.translation import language_of_request


@blueprint.get("/plans", endpoint="plans")
def plans_page() -> str:
    """Those to come first, then what became of the others."""
    with keeping().reading() as session:
        found = plans(session, viewer())
    return render_template(
        "administration/plans.html",
        waiting=[line for line in found if line.state is PlanState.PLANNED],
        over=[line for line in found if line.state is not PlanState.PLANNED],
        states=_states(),
    )


@blueprint.get("/plans/<uuid:plan_id>/cancellation")
def cancellation_form(plan_id: UUID) -> str:
    """Why."""
    with keeping().reading() as session:
        found = plan(session, viewer(), plan_id)
    return form_page(_form(found), {"reason": ""})


@blueprint.post("/plans/<uuid:plan_id>/cancellation")
def cancellation(plan_id: UUID) -> Response | tuple[str, int]:
    """Take it back."""
    with keeping().reading() as session:
        found = plan(session, viewer(), plan_id)
    values = typed("reason")
    command = CancelPlan(viewer=viewer(), origin=origin(), plan=plan_id, reason=values["reason"])
    try:
        cancel_plan(keeping(), command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(_form(found), values, refusal), status_of(refusal)
    flash(_("Đã hủy thay đổi dự kiến."), "success")
    return redirect(url_for(".plans"), code=303)


@blueprint.app_template_global()
def plan_name(line: PlanLine) -> str:
    """What is planned, in words."""
    change = line.change
    match change:
        case SucceedAgencies():
            what = succession_names()[change.kind]
        case ChangeUnits():
            what = change_names()[change.kind or FOUND]
        case _:
            what = _("Chuyển công tác") if line.kind is ChangeKind.TRANSFER else _("Nghỉ việc")
    return f"{what}: {', '.join(line.names)}" if line.names else what


@blueprint.app_template_global()
def plan_reason(line: PlanLine) -> str:
    """Why it was cancelled or refused, in the language of the page."""
    return line.reason_en if language_of_request() == "en" else line.reason


def _states() -> dict[str, str]:
    return {
        PlanState.PLANNED: _("chờ đến ngày"),
        PlanState.DONE: _("đã thực hiện"),
        PlanState.CANCELLED: _("đã hủy"),
        PlanState.REFUSED: _("không thực hiện được"),
    }


def _form(found: PlanLine) -> Form:
    return Form(
        title=_("Hủy thay đổi dự kiến"),
        subtitle=plan_name(found),
        action=url_for(".cancellation", plan_id=found.id),
        button=_("Hủy thay đổi dự kiến"),
        back=url_for(".plans"),
        crumbs=[(_("Thay đổi đã ghi cho ngày tới"), url_for(".plans"))],
        fields=[Field(name="reason", label=_("Lý do"), required=True)],
        notes=[
            _(
                "Ghi cho ngày %(day)s theo %(decision)s.",
                day=day_text(found.effective_on),
                decision=found.decision,
            )
        ],
    )
