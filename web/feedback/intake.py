"""Taking feedback in at the register: the form, what is wrong with it, the case that it begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO, Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.forms import AttachedFile, Message, validate
from engine.domain.refusals import NotAuthorised
from qms.feedback.form import feedback_form, said_from_form
from qms.feedback.taking_in import TakeFeedbackIn, take_feedback_in, takes_feedback_in
from web.errors import sentence, status_of
from web.feedback.room import blueprint, home
from web.forms import read_submission
from web.system import now, origin, system, today, viewer

TECHNICAL: Final = frozenset({"csrf_token", "page"})
Texts = Mapping[str, Sequence[str]]


@blueprint.get("/ghi")
def new_feedback() -> str:
    """The form; the day is most often today."""
    _require()
    return _page({"ngay_nhan": [f"{today():%d/%m/%Y}"]}, {})


@blueprint.post("/ghi")
def enter_feedback() -> Response | tuple[str, int]:
    """Enter it and begin its case."""
    _require()
    submitted = read_submission(feedback_form(), request, store=_no_files, attached={})
    kept = {key: texts for key, texts in submitted.values.items() if key not in TECHNICAL}
    try:
        values = validate(feedback_form(), submitted, {}, technical=TECHNICAL)
        command = TakeFeedbackIn(viewer=viewer(), origin=origin(), said=said_from_form(values, today()))
        feedback = take_feedback_in(system().store, system().surroundings, command, now())
    except FieldsInvalid as refused:
        return _page(kept, refused.fields), status_of(refused)
    except Conflict as refused:
        return _page(kept, {}, sentence(refused)), status_of(refused)
    flash(_("Đã ghi phản ánh và mở hồ sơ trả lời."), "success")
    return redirect(url_for(".detail", feedback=feedback), code=303)


def _require() -> None:
    if not takes_feedback_in(viewer()):
        raise NotAuthorised("ghi phản ánh, kiến nghị", "take feedback in")


def _no_files(name: str, stream: IO[bytes]) -> AttachedFile:
    raise AssertionError(name, stream)  # the form has no field that takes a file


def _page(values: Texts, errors: Mapping[str, Sequence[Message]], refusal: str = "") -> str:
    return render_template(
        "feedback/intake.html",
        form=feedback_form(),
        values=values,
        errors=errors,
        refusal=refusal,
        home=home(),
    )
