"""Ended cases by the end of their period, and proposing those that are due."""

from __future__ import annotations

from typing import Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.identifiers import parse_id
from qms.retention.due import Standing, Wanted, kept_cases
from qms.retention.proposals import ProposeDisposal, propose_disposal
from web.errors import status_of
from web.paging import page_asked, paging, words_asked
from web.retention.room import act, blueprint, form_values, told
from web.system import now, reading, system, today, viewer

PAGE_SIZE: Final = 100


@blueprint.get("/", endpoint="due")
def due_page() -> str:
    """What is past its period; with `all=1` every ended case."""
    return _page()


@blueprint.post("/", endpoint="propose")
def propose() -> Response | tuple[str, int]:
    """Propose the chosen cases for disposal."""
    chosen = [found for text in request.form.getlist("case") if (found := parse_id(text))]
    command = ProposeDisposal(act=act(), cases=chosen)
    try:
        found = propose_disposal(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã lập đề nghị tiêu hủy; lãnh đạo cơ quan phê duyệt kèm biên bản."), "success")
    return redirect(url_for(".disposals_detail", disposal=found), code=303)


def _page(refusal: Refusal | None = None) -> str:
    everything = request.args.get("all") == "1"
    wanted = Wanted(due_only=not everything, words=words_asked())
    with reading() as session:
        lines, total = kept_cases(
            session,
            system().surroundings,
            viewer(),
            wanted,
            today(),
            offset=(page_asked() - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
    return render_template(
        "retention/due.html",
        lines=lines,
        ready=[line.id for line in lines if line.standing(today()) is Standing.DUE],
        everything=everything,
        words=wanted.words,
        chosen=request.form.getlist("case"),
        paging=paging(total, page_asked(), PAGE_SIZE),
        typed=form_values(),
        errors=told(refusal),
        today=today(),
    )
