"""One slip in its four boxes: how far it is, who did what, what it belongs to, and on paper."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from flask import redirect, render_template, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.nonconformities.opening import ProposeSlip, TreatSlip, propose_slip, treat_slip
from qms.nonconformities.paper import slip_on_paper
from qms.nonconformities.rules import STEPS, NonconformityState
from qms.nonconformities.slip_detail import SlipDetail, slip_detail
from web.names import remember_names
from web.nonconformities.room import (
    blueprint,
    cause_names,
    home,
    may_treat,
    method_names,
    severity_names,
    state_names,
)
from web.system import now, origin, reading, system, viewer

PDF = "application/pdf"


@blueprint.post("/")
def propose() -> Response:
    """Begin a new slip: its first step is in the reader's own inbox."""
    command = ProposeSlip(viewer=viewer(), origin=origin())
    case = propose_slip(system().store, system().surroundings, command, now())
    return redirect(url_for("instances.detail", instance=case), code=303)


@blueprint.get("/<uuid:slip>")
def detail(slip: UUID) -> str:
    """The slip."""
    with reading() as session:
        found = slip_detail(session, viewer(), slip)
        cases = {link.id for link in (found.found_in, found.treated_in) if link}
        visible = visible_among(session, viewer(), cases)
        treated = found.treated_in
        chain = chain_of(session, viewer(), treated.id) if treated and treated.id in visible else None
    doers = {doer.person for doer in found.doers.values()}
    people = {*doers, *(one.owner for one in found.actions), found.verified_by, found.steps.named_verifier}
    remember_names({person for person in people if person is not None})
    return render_template(
        "nonconformities/slip.html",
        slip=found,
        steps=_steps(found),
        state_names=state_names(),
        severity_names=severity_names(),
        cause_names=cause_names(),
        method_names=method_names(),
        visible=visible,
        chain=chain,
        may_treat=may_treat() and found.may_be_treated,
        home=home(),
    )


@blueprint.post("/<uuid:slip>/treatment")
def treat(slip: UUID) -> Response:
    """Begin the case that treats a slip of the register."""
    command = TreatSlip(viewer=viewer(), origin=origin(), slip=slip)
    case = treat_slip(system().store, system().surroundings, command, now())
    return redirect(url_for("instances.detail", instance=case), code=303)


@blueprint.get("/<uuid:slip>/slip.pdf")
def printed(slip: UUID) -> Response:
    """The slip on paper, with its four boxes."""
    with reading() as session:
        found = slip_detail(session, viewer(), slip)
        content = slip_on_paper(session, system().surroundings.directory, viewer(), found, now())
    name = f"phieu-{found.code}.pdf".lower()
    answer = send_file(BytesIO(content), PDF, as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _steps(found: SlipDetail) -> list[dict[str, object]]:
    """The way of the slip as far as it came; one that was carried over ends otherwise."""
    way = list(STEPS)
    if found.state is NonconformityState.CARRIED_OVER:
        way[-1] = NonconformityState.CARRIED_OVER
    here = way.index(found.state)
    names = state_names()
    return [
        {
            "label": names[state],
            "done": place < here
            or (state in {NonconformityState.CLOSED, NonconformityState.CARRIED_OVER} and place == here),
            "current": place == here,
            "said": _("xong") if place < here else _("hiện tại") if place == here else _("chưa tới"),
        }
        for place, state in enumerate(way)
    ]
