"""“Chạy thử bản thảo”: one person plays all roles of a draft and may keep the play as a scenario."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import IO, Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from engine.domain.forms import (
    AttachedFile,
    Form,
    Option,
    Submitted,
    after_button,
    draft_texts,
    rehearsed_options,
)
from engine.domain.identifiers import fresh_id
from engine.domain.text import storable
from engine.runtime import CompiledModel
from qms.designer.acting import readable_draft
from qms.designer.draft_files import SCENARIOS, is_own
from qms.designer.playing import (
    Played,
    PlayedTask,
    ScriptUnplayable,
    fields_refused,
    form_of,
    play,
    read_play,
    scenario_of,
    start_step,
)
from qms.designer.saving import SaveFile, draft_contents, save_file
from qms.designer.trial_models import compiled_draft
from web.designer.room import blueprint, drawing, may_draw_models
from web.errors import audit_refusal, sentence, status_of
from web.forms import read_submission
from web.system import now, reading, system, viewer

PREFIX: Final = "answer-"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LENGTHS: Final[Mapping[str, timedelta]] = {"day": timedelta(days=1), "week": timedelta(weeks=1)}
Page = str | Response | tuple[str, int]


@blueprint.get("/drafts/<uuid:draft>/play", endpoint="play")
def begin(draft: UUID) -> Page:
    """How a play may begin: empty, or with the data of a scenario of the draft."""
    return _page(draft, _files(draft))


@blueprint.post("/drafts/<uuid:draft>/play", endpoint="play_on")
def go_on(draft: UUID) -> Page:
    """One more step; the page carries the play, the server keeps nothing."""
    files = _files(draft)
    try:
        model = compiled_draft(system(), viewer(), draft, now())
        before = _carried()
        if "save" in request.form:
            return _kept(draft, model, before)
        again = _again(model, before)
        if again is not None:
            return _page(draft, files, play(model, before), again=again)
        played = play(model, _with_step(model, before, files))
    except Refusal as refusal:
        audit_refusal(refusal)
        return _page(draft, files, error=sentence(refusal)), status_of(refusal)
    return _page(draft, files, played, error=sentence(played.refused) if played.refused else "")


def _files(draft: UUID) -> Mapping[str, bytes]:
    with reading() as session:
        row = readable_draft(session, viewer(), draft)
        return {path: content for path, content in draft_contents(session, row.id).items() if is_own(path)}


def _carried() -> Sequence[Mapping[str, Any]]:
    text = request.form.get("script", "")
    return read_play(text) if text else ()


def _with_step(
    model: CompiledModel, before: Sequence[Mapping[str, Any]], files: Mapping[str, bytes]
) -> Sequence[Mapping[str, Any]]:
    """The play with what the reader wants next."""
    if not before:
        return [_start(request.form.get("scenario", ""), files)]
    if "back" in request.form:
        return before[:-1] or before
    if "wait" in request.form:
        return [*before, _advance(model, before, request.form["wait"])]
    if "message" in request.form:
        return [*before, {"message": storable(request.form["message"]).strip()}]
    return [*before, _completed(model, before)]


def _start(scenario: str, files: Mapping[str, bytes]) -> Mapping[str, Any]:
    if f"{SCENARIOS}{scenario}" in files:
        first = read_play(files[f"{SCENARIOS}{scenario}"].decode(errors="replace"))[0]
        if "start" in first:
            return first
    return start_step({}, now())


def _advance(model: CompiledModel, before: Sequence[Mapping[str, Any]], how: str) -> Mapping[str, Any]:
    stands = play(model, before)
    target = stands.next_due if how == "timer" else stands.now + _LENGTHS.get(how, timedelta(days=1))
    moment: datetime = target or stands.now
    return {"advance_to": moment.astimezone(UTC).isoformat()}


def _completed(model: CompiledModel, before: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    element, _slash, number = request.form.get("task", "").rpartition("/")
    task = next(
        (
            each
            for each in play(model, before).tasks
            if each.element_id == element and str(each.nth) == number
        ),
        None,
    )
    if task is None:
        raise ScriptUnplayable
    if task.automatic:
        return {"service": element, "nth": task.nth, "answer": _answer()}
    data = _typed(task.form) if task.form is not None else {}
    return {"complete": element, "nth": task.nth, "data": data}


def _again(model: CompiledModel, before: Sequence[Mapping[str, Any]]) -> Mapping[str, Sequence[str]] | None:
    """The texts of a form after a button within it; None where no such button was pressed."""
    element, _slash, _number = request.form.get("task", "").rpartition("/")
    form = form_of(model, element) if before and element in model.definition.activities else None
    again = after_button(form, _texts_typed()) if form is not None else None
    return again.texts if again is not None else None


def _answer() -> object:
    text = request.form.get("answer", "").strip()
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        raise ScriptUnplayable from None


def _typed(form: Form) -> dict[str, object]:
    """The texts of the form; files are taken note of and thrown away."""

    def forget(name: str, stream: IO[bytes]) -> AttachedFile:
        return AttachedFile(id=str(fresh_id()), name=name, size=len(stream.read()), media_type="")

    read = read_submission(form, request, store=forget, attached={}, prefix=PREFIX)
    kept = draft_texts(form, Submitted(values=read.values))
    return {key: texts for key, texts in kept.items() if any(texts)}


def _kept(draft: UUID, model: CompiledModel, before: Sequence[Mapping[str, Any]]) -> Page:
    """Save the play as a scenario of the draft."""
    name = request.form.get("name", "").strip().lower()
    played = play(model, before)
    if _NAME.fullmatch(name) is None:
        wrong = _("Tên kịch bản chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ khong-du-dieu-kien.")
        return _page(draft, _files(draft), played, error=wrong), 422
    with reading() as session:
        revision = readable_draft(session, viewer(), draft).revision
    command = SaveFile(
        by=drawing(),
        draft=draft,
        path=f"{SCENARIOS}{name}.json",
        content=scenario_of(played),
        revision=revision,
    )
    save_file(system().store, system().surroundings.directory, command, now())
    flash(_("Đã lưu kịch bản %(name)s; kịch bản chạy lại ở mỗi lần kiểm tra.", name=name), "success")
    return redirect(url_for(".about", draft=draft), 303)


def _page(
    draft: UUID,
    files: Mapping[str, bytes],
    played: Played | None = None,
    *,
    error: str = "",
    again: Mapping[str, Sequence[str]] | None = None,
) -> str:
    script = StringIO()
    if played is not None:
        json.dump(list(played.script), script, ensure_ascii=False, default=str)
    wrong = fields_refused(played.refused) if played is not None else {}
    with reading() as session:
        named = readable_draft(session, viewer(), draft).name
    return render_template(
        "designer/play.html",
        draft=draft,
        name=named,
        scenarios=sorted(path.removeprefix(SCENARIOS) for path in files if path.startswith(SCENARIOS)),
        played=played,
        script=script.getvalue(),
        error=error,
        errors=wrong,
        tried=request.form.get("task", "") if wrong or again is not None else "",
        typed=(_texts_typed() if wrong else None) if again is None else again,
        prefix=PREFIX,
        may_keep=may_draw_models(),
        task_reference=_reference,
        documents=_documents,
    )


def _documents(form: Form) -> Mapping[str, Sequence[Option]]:
    """What may be picked where the form refers to documents: no register is asked in a play."""
    return {each.key: rehearsed_options(each) for each in form.inputs if each.registers}


def _reference(task: PlayedTask) -> str:
    return f"{task.element_id}/{task.nth}"


def _texts_typed() -> dict[str, list[str]]:
    return {
        name.removeprefix(PREFIX): texts for name, texts in request.form.lists() if name.startswith(PREFIX)
    }
