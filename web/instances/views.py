"""Cases: the list of those the viewer may see, and one case with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Redirection

from engine.domain.disposal import CaseDisposed
from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.queries.case_links import LinkKind, case_links
from engine.queries.case_mails import case_mails
from engine.queries.clock import case_clock
from engine.queries.closed_cases import closed_cases
from engine.queries.deadline_changes import changes_of_case
from engine.queries.instance import InstanceView, TaskLine, instance_view, model_drawing
from engine.queries.instances import instance_lines
from qms.chains.chain import chain_of
from qms.documents.queries import Change, register_line
from qms.documents.registration_form import registration_form
from qms.legal_updates.queries import FollowedDocument, followed_document
from web.instances.case_data import case_data
from web.instances.steps import StepState, steps
from web.instances.timeline import outcome_in_words, timeline, waits_for
from web.mails.words import letter_names
from web.mails.words import state_names as mail_state_names
from web.message_names import message_name
from web.names import state_names
from web.paging import page_asked, paging, words_asked
from web.system import now, reading, system, today, viewer

blueprint = Blueprint("instances", __name__, url_prefix="/instances", template_folder="templates")
PAGE_SIZE: Final = 25
OLDEST_FIRST: Final = "oldest"


@blueprint.get("/")
def listing() -> str:
    """The cases that the viewer may see, newest first."""
    words, page, late_only = words_asked(), page_asked(), request.args.get("late") == "1"
    with reading() as session:
        lines, total = instance_lines(
            session,
            viewer(),
            words=words,
            late_at=now() if late_only else None,
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
        closed = closed_cases(session, viewer()) if page == 1 and not words else ()
    return render_template(
        "instances/listing.html",
        lines=lines,
        closed=closed,
        words=words,
        late_only=late_only,
        state_names=state_names(),
        paging=paging(total, page, PAGE_SIZE),
        now=now(),
        today=today(),
    )


@blueprint.get("/<uuid:instance>")
def detail(instance: UUID) -> str | Redirection:
    """One case; of a destroyed one, what is left of it."""
    try:
        return _detail(instance)
    except CaseDisposed:
        return redirect(url_for("retention.case", instance=instance))


def _detail(instance: UUID) -> str:
    with reading() as session:
        view = instance_view(session, system().surroundings, viewer(), instance, now())
        document = followed_document(session, instance)
        links = case_links(session, viewer(), view)
        chain = chain_of(session, viewer(), instance)
        clock = case_clock(session, system().surroundings, viewer(), instance, now())
        mails = case_mails(session, viewer(), instance)
        redated = changes_of_case(session, instance)
        line = register_line(session, viewer(), document.id) if document else None
    newest_first = request.args.get("order") != OLDEST_FIRST
    changes = next((case.changes for case in line.cases if case.instance == instance), ()) if line else ()
    return render_template(
        "instances/detail.html",
        view=view,
        clock=clock,
        redated=redated,
        state_names=state_names(),
        step_names=_step_names(),
        outcome=outcome_in_words(view),
        overdue=view.state in LIVE_INSTANCE_STATES
        and view.overdue_from is not None
        and view.overdue_from <= now(),
        # The timeline asks for all names at once, so it comes first.
        happenings=timeline(view, links, newest_first=newest_first),
        newest_first=newest_first,
        links=links,
        chain=chain,
        link_names=_link_names(),
        message_name=message_name,
        mails=mails,
        mail_state_names=mail_state_names(),
        letter_names=letter_names(),
        steps=steps(view),
        open_tasks=_open_tasks(view),
        facts=case_data(view, registration_form() if document else None),
        follows=_Followed(document=document, changes=changes) if document else None,
        today=today(),
    )


@blueprint.get("/<uuid:instance>/model.bpmn", endpoint="model")
def model_file(instance: UUID) -> Response:
    """The drawing of the version that the case runs on."""
    with reading() as session:
        drawing = model_drawing(session, viewer(), instance)
    return Response(drawing, mimetype="application/xml", headers={"Cache-Control": "private, no-store"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Followed:
    """The legal document behind the case and what the case did to each procedure."""

    document: FollowedDocument
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenTask:
    """An open task, whom it waits for, and whether the viewer may open it."""

    task: TaskLine
    waits_for: str
    may_open: bool


def _open_tasks(view: InstanceView) -> tuple[_OpenTask, ...]:
    return tuple(
        _OpenTask(task=task, waits_for=waits_for(task), may_open=_may_open(task))
        for task in view.tasks
        if task.state in LIVE_TASK_STATES
    )


def _may_open(task: TaskLine) -> bool:
    return task.claimed_by == viewer().person or task.waits_for.include(viewer())


def _link_names() -> dict[LinkKind, str]:
    return {
        LinkKind.SENT_TO: _("nhận thông điệp của hồ sơ này"),
        LinkKind.RECEIVED_FROM: _("đã gửi thông điệp cho hồ sơ này"),
        LinkKind.STARTED: _("được khởi tạo từ thông điệp của hồ sơ này"),
        LinkKind.STARTED_BY: _("đã khởi tạo hồ sơ này bằng thông điệp"),
        LinkKind.RESTARTED_AS: _("thay cho hồ sơ này"),
        LinkKind.RESTARTED_FROM: _("được hồ sơ này thay"),
        LinkKind.STARTED_BY_LADDER: _("được mở khi hồ sơ này chậm hạn"),
        LinkKind.LATE: _("chậm hạn nên hồ sơ này được mở"),
    }


def _step_names() -> dict[StepState, str]:
    return {
        StepState.DONE: _("Đã qua"),
        StepState.CURRENT: _("Đang thực hiện"),
        StepState.TO_COME: _("Chưa tới"),
        StepState.PASSED_BY: _("Không phải qua"),
    }
