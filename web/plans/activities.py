"""Telling how an activity of the plan stands: by the head of the unit in charge, or the ISO secretary."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid, Invalid
from engine.domain.forms.fields import Message
from engine.domain.refusals import NotAuthorised
from qms.legal_time.imported_days import read_calendar_day
from qms.plans.acting import RecordActivity, may_record, record_activity
from qms.plans.queries import activity_record, plan_record
from qms.plans.rules import ActivityState
from web.errors import sentence, status_of
from web.plans.room import activity_states, blueprint, said
from web.system import now, origin, reading, system, today, viewer


@blueprint.get("/hoat-dong/<uuid:activity>")
def activity(activity: UUID) -> str:
    """The activity with what is entered of it."""
    return _page(activity, {})


@blueprint.post("/hoat-dong/<uuid:activity>")
def record(activity: UUID) -> Response | tuple[str, int]:
    """Enter state, result and day; what is refused comes back with what was typed."""
    state = request.form.get("state", "")
    try:
        command = RecordActivity(
            viewer=viewer(),
            origin=origin(),
            activity=activity,
            state=ActivityState(state) if state in set(ActivityState) else None,
            result=request.form.get("result", ""),
            ended_on=_day(),
        )
        record_activity(system().store, command, now())
    except FieldsInvalid as refused:
        errors = {key: said(messages[0]) for key, messages in refused.fields.items()}
        return _page(activity, errors), status_of(refused)
    except (Conflict, Invalid) as refused:
        return _page(activity, {}, sentence(refused)), status_of(refused)
    flash(_("Đã ghi kết quả hoạt động."), "success")
    with reading() as session:
        plan = activity_record(session, viewer(), activity, today()).plan
    return redirect(url_for(".detail", plan=plan), code=303)


def _day() -> date | None:
    text = request.form.get("ended_on", "").strip()
    if not text:
        return None
    try:
        return read_calendar_day(text)
    except Invalid as unreadable:
        words: Message = (unreadable.vi, unreadable.en)
        raise FieldsInvalid(fields={"ended_on": [words]}) from unreadable


def _page(activity: UUID, errors: dict[str, str], refusal: str = "") -> str:
    with reading() as session:
        found = activity_record(session, viewer(), activity, today())
        edition = plan_record(session, viewer(), found.plan, today()).edition
    if not may_record(viewer(), found.unit):
        raise NotAuthorised("ghi kết quả hoạt động này", "record the result of this activity")
    offered = [ActivityState.DROPPED] if found.followed else list(ActivityState)[1:]
    return render_template(
        "plans/activity.html",
        line=found,
        edition=edition,
        errors=errors,
        refusal=refusal,
        typed=request.form,
        states=[(state, activity_states()[state][0]) for state in offered],
    )
