"""One version of a form: its content as officers see it, the versions beside it, what uses it, withdrawal."""

from __future__ import annotations

import json
from uuid import UUID

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.forms import Form, FormRefused, parse_form
from engine.domain.text import storable
from qms.form_templates.queries import form_template_view
from qms.form_templates.uses import form_uses
from qms.form_templates.withdrawing import WithdrawFormTemplate, withdraw_form_template
from web.errors import sentence, status_of
from web.form_templates.listing import uses_of
from web.form_templates.room import blueprint, keeping, may_keep, store_of, typed
from web.names import remember_names
from web.system import now, reading, today, viewer


@blueprint.get("/<uuid:template>", endpoint="version")
def version(template: UUID) -> str:
    """The version."""
    return _page(template)


@blueprint.get("/<uuid:template>/form.json", endpoint="content")
def content(template: UUID) -> Response:
    """The form as a file to take along."""
    with reading() as session:
        view = form_template_view(session, viewer(), template)
    answer = make_response(view.content)
    answer.headers["Content-Type"] = "application/json; charset=utf-8"
    name = f"bieu-mau-{view.line.valid_from:%Y-%m-%d}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.post("/<uuid:template>/withdrawal", endpoint="withdraw")
def withdraw(template: UUID) -> Response | tuple[str, int]:
    """Let no model be published with it any more."""
    with reading() as session:
        line = form_template_view(session, viewer(), template).line
    by = keeping(common=not line.own)
    command = WithdrawFormTemplate(
        by=by, template=template, decision=typed("decision"), reason=request.form.get("reason", "")
    )
    try:
        withdraw_form_template(store_of(by), command, now())
    except (Invalid, Conflict) as refusal:
        return _page(template, refusal), status_of(refusal)
    flash(_("Đã thu hồi biểu mẫu. Quy trình dùng bản này không ban hành được nữa."), "success")
    return redirect(url_for(".version", template=template), code=303)


def shown_form(content: bytes) -> Form | None:
    """The form to be drawn on the page; None for one that today's rules refuse."""
    try:
        return parse_form(json.loads(content))
    except FormRefused:
        return None


def _page(template: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        view = form_template_view(session, viewer(), template)
        uses = uses_of(view.line, form_uses(session, viewer(), today()))
    said = {view.line.recorded_by, view.withdrawal.by if view.withdrawal else None}
    remember_names({one for one in said if one is not None})
    return render_template(
        "form_templates/version.html",
        view=view,
        line=view.line,
        form=shown_form(view.content),
        uses=uses,
        may_keep=may_keep(view.line),
        error=sentence(refusal) if refusal else "",
        typed={name: storable(text) for name, text in request.form.items()},
    )
