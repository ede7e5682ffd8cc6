"""Inbox and task pages: each view parses, calls a command or a query, and answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.claim_task import (
    ClaimTask,
    ReleaseTask,
    ReturnTask,
    claim_task,
    release_task,
    return_task,
)
from engine.commands.complete_task import CompleteTask, complete_task
from engine.commands.save_draft import SaveDraft, save_draft
from engine.domain.errors import Conflict, FieldsInvalid, Invalid
from engine.domain.forms import AttachedFile, Message, Option, ShownAgain, default_texts
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.mandate_refusals import MandateEnded
from engine.queries.inbox import MOST_COUNTED, Inbox, inbox, next_task
from engine.queries.inbox_statements import Queue
from engine.queries.references import reference_options, refers_to_documents
from engine.queries.task import TaskView, form_of, task_view
from web.errors import audit_refusal, sentence, status_of
from web.inbox.records import register_links
from web.inbox.submission import TECHNICAL, TaskSubmission, attachments, read_task_submission
from web.paging import page_asked, words_asked
from web.system import now, origin, reading, system, today, viewer

blueprint = Blueprint("inbox", __name__, template_folder="templates")
blueprint.add_app_template_global(register_links)
PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form: from the draft, or as just handed in with its errors."""

    values: Mapping[str, Sequence[str]] | None = None
    files: Mapping[str, Sequence[AttachedFile]] = field(default_factory=dict)
    errors: Mapping[str, Sequence[Message]] = field(default_factory=dict)


@blueprint.get("/", endpoint="inbox")
def inbox_page() -> str:
    """The list of one queue; on a wide screen the next task stands beside it."""
    queue, words, page = _asked()
    listed = _list(queue, words, page)
    selected = None
    if listed.rows and queue is not Queue.DONE:
        with reading() as session:
            selected = task_view(session, system().surroundings, viewer(), listed.rows[0].id, today=today())
    return render_template(
        "inbox/inbox.html",
        **_frame(listed, queue, words, page),
        view=selected,
        kept_out=_kept_out(selected),
        typed=(typed := _draft(selected) if selected else None),
        options=_options(selected, typed),
        reading_task=False,
    )


@blueprint.get("/inbox/news")
def news() -> Response | tuple[str, int]:
    """What the open inbox asks every 45 s: how many tasks came since it was shown; 204 when none did."""
    seen = request.args.get("seen", "")
    queue, words, _page_number = _asked()
    listed = _list(queue, words, 1)
    more = listed.counts[Queue.ALL] - int(seen) if seen.isdecimal() else 0
    if more <= 0:
        return Response(status=204)
    return render_template("inbox/news.html", more=more, url=url_for("inbox.inbox", queue=queue.value)), 200


@blueprint.get("/tasks/<uuid:task>", endpoint="task")
def task_page(task: UUID) -> str:
    """One task, with the list beside it on a wide screen."""
    with reading() as session:
        view = task_view(session, system().surroundings, viewer(), task, today=today())
    return _task_page(view, _draft(view))


@blueprint.post("/tasks/<uuid:task>/claim")
def claim(task: UUID) -> Response:
    """Hold the task."""
    command = ClaimTask(task=task, viewer=viewer(), origin=origin())
    try:
        claim_task(system().store, system().surroundings, command, now())
    except Conflict as refusal:
        flash(sentence(refusal), "warning")
        return redirect(url_for("inbox.inbox"))
    flash(_("Bạn đã nhận việc này."), "success")
    return redirect(url_for("inbox.task", task=task))


@blueprint.post("/tasks/<uuid:task>/release")
def release(task: UUID) -> Response:
    """Give the task back to its queue, what was typed kept with it."""
    _keep_typed(task)
    command = ReleaseTask(task=task, viewer=viewer(), origin=origin())
    release_task(system().store, system().surroundings, command, now())
    flash(_("Đã trả việc về nhóm; bản nháp vẫn giữ cùng việc."), "success")
    return redirect(url_for("inbox.task", task=task))


@blueprint.post("/tasks/<uuid:task>/return", endpoint="return_task")
def give_back(task: UUID) -> Response | tuple[str, int]:
    """Give the task back with a reason."""
    command = ReturnTask(
        task=task, viewer=viewer(), origin=origin(), reason=request.form.get("return_reason", "")
    )
    try:
        return_task(system().store, system().surroundings, command, now())
    except Invalid as refusal:
        with reading() as session:
            view = task_view(session, system().surroundings, viewer(), task)
        return _task_page(view, _draft(view), return_error=sentence(refusal)), 422
    flash(_("Đã trả lại việc kèm lý do; Thư ký ISO đã được báo."), "success")
    return redirect(url_for("inbox.inbox"))


@blueprint.post("/tasks/<uuid:task>/draft")
def draft(task: UUID) -> Response:
    """Keep what was typed; answers the automatic saving with the time."""
    submission = _keep_typed(task)
    if request.accept_mimetypes.best == "application/json":
        return jsonify(saved_at=_clock())
    if submission.again is not None:
        return _shown_again(task, submission.again)
    flash(_("Đã lưu nháp lúc %(time)s.", time=_clock()), "success")
    return redirect(url_for("inbox.task", task=task))


@blueprint.post("/tasks/<uuid:task>/completion")
def complete(task: UUID) -> Response | tuple[str, int]:
    """Hand the form in; errors bring it back with all that was typed and attached."""
    try:
        return _completed(task)
    except MandateEnded as refusal:
        return _mandate_ended(task, refusal), status_of(refusal)


def _completed(task: UUID) -> Response | tuple[str, int]:
    submission = read_task_submission(task, viewer())
    if submission.again is not None:
        _save(task, submission.kept, submission.file_ids)
        return _shown_again(task, submission.again)
    typed = Typed(values=submission.values, files=submission.submitted.files)
    command = CompleteTask(task=task, viewer=viewer(), origin=origin(), submitted=submission.submitted)
    try:
        complete_task(system().store, system().surroundings, command, now())
    except FieldsInvalid as refusal:
        _save(task, submission.values, submission.file_ids)
        errors = Typed(values=typed.values, files=typed.files, errors=refusal.fields)
        with reading() as session:
            view = task_view(session, system().surroundings, viewer(), task)
        return _task_page(view, errors), 422
    except Conflict as refusal:
        with suppress(Conflict):  # where the task is still open, what was typed stays with it
            _save(task, submission.values, submission.file_ids)
        return _lost_race(task, typed, sentence(refusal)), 409
    return redirect(url_for("inbox.done", task=task))


@blueprint.get("/tasks/<uuid:task>/done", endpoint="done")
def done_page(task: UUID) -> str:
    """What happens next, and the next task to do."""
    with reading() as session:
        view = task_view(session, system().surroundings, viewer(), task)
        following = next_task(session, viewer(), now())
        offered = task_view(session, system().surroundings, viewer(), following) if following else None
    return render_template("inbox/done.html", view=view, offered=offered, today=today())


def _asked() -> tuple[Queue, str, int]:
    name = request.args.get("queue", Queue.ALL)
    queue = Queue(name) if name in set(Queue) else Queue.ALL
    return queue, words_asked(), page_asked()


def _list(queue: Queue, words: str, page: int) -> Inbox:
    with reading() as session:
        return inbox(
            session,
            viewer(),
            now(),
            queue=queue,
            words=words,
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
            directory=system().surroundings.directory,
        )


def _frame(listed: Inbox, queue: Queue, words: str, page: int) -> dict[str, object]:
    return {
        "inbox": listed,
        "queue": queue,
        "queues": _queues(listed, queue, words),
        "words": words,
        "page": page,
        "pages": max(-(-listed.total // PAGE_SIZE), 1),
        # Beyond what is counted there may be more: the next page is offered as long as this one is full.
        "uncounted": listed.total >= MOST_COUNTED,
        "has_next": len(listed.rows) == PAGE_SIZE
        and (listed.total >= MOST_COUNTED or page * PAGE_SIZE < listed.total),
        "today": today(),
        "has_roles": bool(viewer().grants or viewer().mandates),
        "file_url": _file_url,
    }


def _file_url(file: str) -> str:
    return url_for("files.download", file=file)


def _queues(listed: Inbox, current: Queue, words: str) -> list[dict[str, object]]:
    labels = {
        Queue.ALL: _("Tất cả"),
        Queue.MINE: _("Tôi đã nhận"),
        Queue.OPEN: _("Chờ nhận"),
        Queue.OVERDUE: _("Quá hạn"),
        Queue.DONE: _("Đã xong (7 ngày)"),
    }
    return [
        {
            "label": label,
            "url": url_for("inbox.inbox", queue=queue.value, q=words or None),
            "current": queue is current,
            "count": listed.counts[queue],
            "more": listed.counts[queue] == MOST_COUNTED,
        }
        for queue, label in labels.items()
    ]


def task_again(task: UUID, **told: str) -> str:
    """The page of a task with what was wrong; `told` goes to the template."""
    with reading() as session:
        view = task_view(session, system().surroundings, viewer(), task, today=today())
    return _task_page(view, _draft(view), **told)


def _kept_out(view: TaskView | None) -> str:
    return sentence(view.kept_out) if view is not None and view.kept_out is not None else ""


def _task_page(view: TaskView, typed: Typed, *, conflict: str = "", **told: str) -> str:
    queue, words, page = _asked()
    return render_template(
        "inbox/inbox.html",
        **_frame(_list(queue, words, page), queue, words, page),
        view=view,
        kept_out=_kept_out(view),
        typed=typed,
        options=_options(view, typed),
        reading_task=True,
        conflict=conflict,
        **told,
    )


def _lost_race(task: UUID, typed: Typed, why: str) -> str:
    """Somebody was faster: say who and when, show what was typed, offer the next task."""
    with reading() as session:
        view = task_view(session, system().surroundings, viewer(), task)
    return _task_page(view, typed, conflict=why)


def _mandate_ended(task: UUID, refusal: MandateEnded) -> str:
    """Whoever acted until a moment ago gets back on the page what was typed; it is recorded nowhere."""
    audit_refusal(refusal)
    with reading() as session:
        form = form_of(session, system().surroundings, viewer().agency, task)
    return render_template(
        "inbox/ended.html",
        error=sentence(refusal),
        form=form,
        values={key: texts for key, texts in request.form.lists() if key not in TECHNICAL},
        files=[upload.filename for upload in request.files.values() if upload.filename],
        file_url=_file_url,
    )


def _draft(view: TaskView) -> Typed:
    if view.draft is None:
        return Typed()
    return Typed(values=dict(view.draft.values), files=attachments(view))


def _keep_typed(task: UUID) -> TaskSubmission:
    submission = read_task_submission(task, viewer())
    _save(task, submission.kept, submission.file_ids)
    return submission


def _shown_again(task: UUID, again: ShownAgain) -> Response:
    """Back to the page after a button within the form, to the field that it belongs to."""
    return redirect(url_for("inbox.task", task=task, _anchor=f"field-{again.field}"), 303)


def _options(view: TaskView | None, typed: Typed | None) -> Mapping[str, Sequence[Option]]:
    """What the fields that refer to documents offer."""
    if view is None or view.form is None or typed is None or not refers_to_documents(view.form):
        return {}
    texts = typed.values if typed.values is not None else default_texts(view.form, view.case)
    with reading() as session:
        return reference_options(
            session, system().surroundings, viewer().agency, view.instance, view.form, texts, today()
        )


def _save(task: UUID, values: Mapping[str, Sequence[str]], files: Mapping[str, Sequence[str]]) -> None:
    command = SaveDraft(task=task, viewer=viewer(), values=values, files=files)
    save_draft(system().store, system().surroundings, command, now())


def _clock() -> str:
    return f"{now().astimezone(OFFICE_ZONE):%H:%M}"
