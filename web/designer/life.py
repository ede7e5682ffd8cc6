"""The page of a draft: its state, its check, review and remarks, and what was saved when."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.bundle import MODEL_FILE
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.text import storable
from engine.runtime.step_names import named_steps
from qms.designer.acting import DraftState, require_drawer
from qms.designer.checking import check_draft
from qms.designer.comments import AddComment, SettleComment, add_comment, comments, settle_comment
from qms.designer.draft_files import media_type
from qms.designer.people import reviewers
from qms.designer.proving import Proof
from qms.designer.queries import draft_file, draft_view, save_content, saves
from qms.designer.refusals import (
    CommentNotFound,
    EffectiveDayUnfit,
    ReviewerUnfit,
    SaveNotFound,
    SubmissionRefused,
)
from qms.designer.saving import RestoreSave, restore_save
from qms.designer.submission import SubmitDraft, submit_draft
from qms.legal_time.imported_days import DayTextUnreadable, read_calendar_day
from web.designer.drafts import attachment
from web.designer.room import blueprint, drawing, typed
from web.errors import sentence, status_of
from web.names import remember_names
from web.system import now, reading, system, viewer
from web.translation import language_of_request


@blueprint.get("/drafts/<uuid:draft>/about", endpoint="about")
def about(draft: UUID) -> str:
    """The draft with all that belongs to it; ?check=1 runs the check."""
    proof = check_draft(system(), viewer(), draft, now()) if request.args.get("check") else None
    return _page(draft, proof=proof)


@blueprint.post("/drafts/<uuid:draft>/submission", endpoint="submit")
def submit(draft: UUID) -> Response | tuple[str, int]:
    """Hand the draft in for review."""
    require_drawer(viewer())
    try:
        command = SubmitDraft(
            by=drawing(),
            draft=draft,
            reviewer=parse_id(request.form.get("reviewer", "")),
            effective_from=read_calendar_day(typed("effective_from")),
            summary=request.form.get("summary", ""),
        )
        done = submit_draft(system(), command, now())
    except SubmissionRefused as refusal:
        proof = check_draft(system(), viewer(), draft, now())
        return _page(draft, refusal=refusal, proof=proof), status_of(refusal)
    except (Invalid, Conflict) as refusal:
        return _page(draft, refusal=refusal), status_of(refusal)
    flash(_("Đã trình bản thảo; hồ sơ %(code)s.", code=done.code), "success")
    return redirect(url_for(".about", draft=draft), code=303)


@blueprint.post("/drafts/<uuid:draft>/comments", endpoint="comment")
def comment(draft: UUID) -> Response:
    """Say something of the draft or of an element of it."""
    command = AddComment(
        by=drawing(),
        draft=draft,
        text=request.form.get("text", ""),
        element=request.form.get("element", ""),
        reply_to=parse_id(request.form.get("reply_to", "")),
    )
    return _done(draft, lambda: add_comment(system().store, command, now()))


@blueprint.post("/drafts/<uuid:draft>/comments/<uuid:remark>/settlement", endpoint="comment_settle")
def settle(draft: UUID, remark: UUID) -> Response:
    """Mark a remark as dealt with."""
    command = SettleComment(by=drawing(), draft=draft, comment=remark)
    return _done(draft, lambda: settle_comment(system().store, command, now()))


@blueprint.get("/drafts/<uuid:draft>/saves/<int:save>", endpoint="save_content")
def kept(draft: UUID, save: int) -> Response:
    """What was saved once, to take along."""
    with reading() as session:
        path, content = save_content(session, viewer(), draft, save)
    return attachment(content, path.rpartition("/")[2], media_type(path))


@blueprint.post("/drafts/<uuid:draft>/saves/<int:save>/restoration", endpoint="save_restore")
def restore(draft: UUID, save: int) -> Response:
    """Let a file be again what it was."""
    command = RestoreSave(by=drawing(), draft=draft, save=save)
    directory = system().surroundings.directory
    return _done(draft, lambda: restore_save(system().store, directory, command, now()))


def _wrong(refusal: Refusal | None) -> dict[str, str]:
    """What is wrong at which field of a submission, all that is missing at once."""
    wrong: dict[str, str] = {}
    if isinstance(refusal, DayTextUnreadable | EffectiveDayUnfit):
        wrong["effective_from"] = sentence(refusal)
    if isinstance(refusal, ReviewerUnfit) or (wrong and not request.form.get("reviewer")):
        wrong["reviewer"] = sentence(ReviewerUnfit())
    return wrong


def _done(draft: UUID, act: Callable[[], object]) -> Response:
    """Carry it out and go back to the page of the draft, with what was wrong if anything."""
    try:
        act()
    except (Invalid, Conflict, CommentNotFound, SaveNotFound) as refusal:
        flash(sentence(refusal), "error")
    else:
        flash(_("Đã ghi nhận."), "success")
    return redirect(url_for(".about", draft=draft), code=303)


def _page(draft: UUID, *, refusal: Refusal | None = None, proof: Proof | None = None) -> str:
    with reading() as session:
        view = draft_view(session, viewer(), draft, now())
        said = comments(session, viewer(), draft)
        drawn, _revision = draft_file(session, viewer(), draft, MODEL_FILE)
        history = saves(session, viewer(), draft)
        able = reviewers(session, viewer(), view) if view.editable else ()
    remember_names(
        {one.author for one in said}
        | {one.saved_by for one in history if one.saved_by}
        | {one for one in (view.line.created_by, view.line.saved_by, view.line.editor) if one}
    )
    return render_template(
        "designer/about.html",
        draft=view,
        comments=said,
        steps={step.id: step.name for step in named_steps(drawn)},
        saves=history,
        reviewers=able,
        proof=proof,
        error=sentence(refusal) if refusal else "",
        wrong=_wrong(refusal),
        typed={name: storable(text) for name, text in request.form.items()},
        in_english=language_of_request() == "en",
        is_draft=view.line.state is DraftState.DRAFT,
    )
