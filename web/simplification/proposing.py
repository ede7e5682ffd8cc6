"""The slip by which whoever works in the office proposes to simplify a procedure."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from qms.simplification.proposing import ProposeSimplification, may_propose, propose_simplification
from qms.simplification.recording import in_scope
from qms.simplification.rules import Competence, Kind
from web.controlled_documents.room import said
from web.errors import status_of
from web.simplification.room import blueprint, competence_names, kind_names
from web.system import now, origin, reading, system, today, viewer


@blueprint.get("/de-xuat")
def slip() -> str:
    """The slip, empty."""
    _require_may()
    return _page({})


@blueprint.post("/de-xuat")
def slip_handed_in() -> Response | tuple[str, int]:
    """Start the case with the slip filled in; what is wrong is told at its field."""
    typed, competence = request.form, request.form.get("competence", "")
    command = ProposeSimplification(
        viewer=viewer(),
        origin=origin(),
        procedure=parse_id(typed.get("procedure", "")),
        kinds=tuple(kind for kind in Kind if kind.value in typed.getlist("kinds")),
        current=typed.get("current", ""),
        proposed=typed.get("proposed", ""),
        saved_cost=typed.get("saved_cost", ""),
        saved_hours=typed.get("saved_hours", ""),
        reason=typed.get("reason", ""),
        competence=Competence(competence) if competence in set(Competence) else None,
    )
    try:
        done = propose_simplification(system().store, system().surroundings, command, now())
    except FieldsInvalid as refused:
        errors = {key: said(messages[0]) for key, messages in refused.fields.items()}
        return _page(errors), status_of(refused)
    flash(_("Đã gửi đề xuất trong hồ sơ %(code)s. Lãnh đạo phòng thẩm định tiếp.", code=done.code), "success")
    return redirect(url_for("simplification.listing"))


def _require_may() -> None:
    if not may_propose(viewer()):
        raise NotAuthorised("đề xuất đơn giản hóa thủ tục", "propose to simplify a procedure")


def _page(errors: dict[str, str]) -> str:
    with reading() as session:
        scope = in_scope(session, viewer().agency, today())
    return render_template(
        "simplification/slip.html",
        errors=errors,
        typed=request.form,
        chosen_kinds=request.form.getlist("kinds"),
        procedures=[{"value": str(key), "label": label} for key, label in scope.items()],
        kinds=[{"value": kind.value, "label": name} for kind, name in kind_names().items()],
        competences=[{"value": one.value, "label": name} for one, name in competence_names().items()],
    )
