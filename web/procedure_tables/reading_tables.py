"""From a file or a paste to what was understood, questions, and a draft."""

from __future__ import annotations

from typing import Final

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from qms.designer.acting import require_drawer
from qms.designer.drafts import CreateDraft, create_draft
from qms.procedure_tables.drawing import draw
from qms.procedure_tables.intake import ENDINGS, read_file, read_paste
from qms.procedure_tables.planning import Understanding, plan, understand
from qms.procedure_tables.questions import NOTHING_SAID, answer
from qms.procedure_tables.refusals import LARGEST_FILE, NoTableFound
from qms.procedure_tables.rows import MOST_ROWS, ProcedureTable
from qms.procedure_tables.times import StepTime, TimeKind, time_in_words
from web.designer.drafts import attachment, zipped
from web.designer.room import drawing
from web.errors import sentence, status_of
from web.procedure_tables.entry import typed_answers, typed_table
from web.procedure_tables.room import blueprint, in_words
from web.system import now, system, viewer

_DRAFT: Final = "draft"
_TAKE_ALONG: Final = "bundle"


@blueprint.get("/")
def start() -> str:
    """Where a table is handed in."""
    require_drawer(viewer())
    return _start()


@blueprint.post("/")
def hand_in() -> str | tuple[str, int]:
    """What was understood of a file or a paste."""
    require_drawer(viewer())
    try:
        table = _handed_in()
    except Invalid as refusal:
        return _start(error=sentence(refusal)), status_of(refusal)
    return _understood(understand(table, NOTHING_SAID), {})


@blueprint.post("/understanding")
def decide() -> Response | str | tuple[str, int]:
    """Look again at corrected rows and answers, or draw the model."""
    require_drawer(viewer())
    table, answers = typed_table(request.form), typed_answers(request.form)
    if not table.rows:
        return _start(error=sentence(NoTableFound())), 422
    known = understand(table, answers)
    wish = request.form.get("wish", "")
    if wish not in {_DRAFT, _TAKE_ALONG}:
        return _understood(known, answers)
    try:
        planned = plan(table, answers)
        files = draw(planned)
        if wish == _TAKE_ALONG:
            return attachment(zipped(files), f"{planned.key}.zip", "application/zip")
        draft = create_draft(system().store, CreateDraft(by=drawing(), files=files), now())
    except (Invalid, Conflict) as refusal:
        return _understood(known, answers, error=sentence(refusal)), status_of(refusal)
    return redirect(url_for("designer.canvas", draft=draft), code=303)


def _handed_in() -> ProcedureTable:
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return read_file(upload.filename, upload.stream.read(LARGEST_FILE + 1))
    return read_paste(request.form.get("pasted", ""))


def _start(*, error: str = "") -> str:
    return render_template(
        "procedure_tables/start.html",
        error=error,
        pasted=request.form.get("pasted", ""),
        endings=",".join(ENDINGS),
    )


def _understood(known: Understanding, answers: dict[str, str], *, error: str = "") -> str:
    return render_template(
        "procedure_tables/understood.html",
        known=known,
        answers={question.id: answer(question, answers) for question in known.questions},
        said=answers,
        remarks={number: [each for each in known.remarks if each.row == number] for number in _places(known)},
        error=error,
        in_words=in_words,
        time_words=_time_words,
        most_rows=MOST_ROWS,
    )


def _places(known: Understanding) -> tuple[int | None, ...]:
    return (None, *range(len(known.steps)))


def _time_words(time: StepTime) -> str:
    """How the time of a row was understood."""
    words: dict[TimeKind, str] = {
        TimeKind.EXCLUDED: _("không tính"),
        TimeKind.MISSING: _("chưa ghi"),
        TimeKind.DATE: _("là ngày tháng, không phải khoảng thời gian"),
        TimeKind.UNCLEAR: _("chưa rõ"),
    }
    if time.kind is TimeKind.COUNTED and time.minutes:
        return time_in_words(time.minutes)
    return words[time.kind]
