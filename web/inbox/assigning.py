"""Giving a task to somebody else, or back to its queue: the form on the task page."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.assign_task import AssignTask, assign_task
from engine.domain.errors import Conflict, Forbidden, Invalid
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from engine.queries.task import assignees
from web.errors import audit_refusal, sentence, status_of
from web.inbox.views import blueprint, task_again
from web.system import now, origin, reading, system, today, viewer


@blueprint.app_template_global("assignees")
def assignees_of(task: UUID) -> Mapping[UUID, str]:
    """To whom the reader of the page may give the task, by name."""
    with reading() as session:
        return assignees(session, system().surroundings, viewer(), task, today())


@blueprint.post("/tasks/<uuid:task>/assignment")
def assign(task: UUID) -> Response | tuple[str, int]:
    """Give it to the person chosen; to nobody: back to its queue."""
    reason, to = request.form.get("reason", ""), parse_id(request.form.get("to", ""))
    command = AssignTask(task=task, viewer=viewer(), origin=origin(), to=to, reason=reason)
    try:
        assign_task(system().store, system().surroundings, command, now())
    except NotAuthorised:
        raise
    except (Conflict, Invalid, Forbidden) as refusal:
        audit_refusal(refusal)
        return task_again(task, assign_error=sentence(refusal), assign_reason=reason), status_of(refusal)
    flash(_("Đã giao lại việc; người được giao đã được báo."), "success")
    return redirect(url_for("inbox.task", task=task), code=303)
