"""Holds: the register, placing one and lifting one."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from qms.retention.holds import LiftHold, PlaceHold, holds, lift_hold, place_hold
from web.errors import status_of
from web.names import remember_names
from web.retention.room import act, blueprint, day_typed, form_values, model_options, told, typed
from web.system import now, reading, system, viewer


@blueprint.get("/holds", endpoint="holds")
def register() -> str:
    """The holds of the agency."""
    return _page()


@blueprint.post("/holds", endpoint="holds_place")
def place() -> Response | tuple[str, int]:
    """Hold something from now on."""
    try:
        command = PlaceHold(
            act=act(),
            basis=typed("basis"),
            case_code=typed("case_code"),
            model_key=typed("model_key"),
            first_day=day_typed("first_day"),
            last_day=day_typed("last_day"),
        )
        place_hold(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã tạm giữ. Từ lúc này không ai đề nghị hay tiêu hủy được các hồ sơ đó."), "success")
    return redirect(url_for(".holds"), code=303)


@blueprint.post("/holds/<uuid:hold>/lifting", endpoint="holds_lift")
def lift(hold: UUID) -> Response | tuple[str, int]:
    """End a hold."""
    try:
        lift_hold(system().store, LiftHold(act=act(), hold=hold), now())
    except (Invalid, Conflict) as refusal:
        return _page(refusal, lifting=hold), status_of(refusal)
    flash(_("Đã gỡ tạm giữ."), "success")
    return redirect(url_for(".holds"), code=303)


def _page(refusal: Refusal | None = None, *, lifting: UUID | None = None) -> str:
    with reading() as session:
        found = holds(session, viewer())
    remember_names({one for line in found for one in (line.placed_by, line.lifted_by) if one})
    return render_template(
        "retention/holds.html",
        lines=found,
        models=model_options(),
        typed=form_values() if lifting is None else {},
        errors=told(refusal) if lifting is None else {},
        lifting=lifting,
        lifting_error=next(iter(told(refusal).values()), "") if lifting is not None else "",
    )
