"""The list of ladders, one with every date of a sample, and the end of a ladder of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import render_template, request
from werkzeug.wrappers import Response

from engine.domain.deadline import fixed_day_deadline
from engine.domain.errors import Invalid
from engine.domain.escalation_preview import PreviewedStep, preview_ladder
from engine.domain.escalation_steps import Ladder
from engine.domain.local_time import start_of_day
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.edits import RemoveLadder
from qms.legal_time.lines import LadderLine
from qms.legal_time.scopes import Scope
from web.calendar.room import (
    drafted,
    may_change_calendar,
    require_keeper,
    scope_in_words,
    shown_draft,
)
from web.errors import sentence
from web.ladders.room import blueprint, effects, kind_name, recipient_name, when
from web.mails.words import letter_names
from web.policies.room import book
from web.policies.views import anchor_from
from web.system import now, officer, viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The dates of a ladder for a due date, or why there are none."""

    due: str
    created: str
    steps: Sequence[PreviewedStep]
    target_due: date | None
    refusal: str


@blueprint.get("/")
def listing() -> str:
    """The ladders in force for the agency."""
    current = book()
    ladders = current.ladders_of(viewer().agency)
    return render_template(
        "ladders/listing.html",
        ladders=ladders,
        scopes={ladder.code: _scope_words(current, ladder.code) for ladder in ladders},
        may_change=may_change_calendar(),
    )


@blueprint.get("/<code>")
def detail(code: str) -> str:
    """One ladder: its steps, and every date for a sample due date."""
    current = book()
    ladder = current.ladder(viewer().agency, code)
    own = ("ladder", Scope(agency=viewer().agency), code) in current.lines
    return render_template(
        "ladders/detail.html",
        ladder=ladder,
        sample=_sample(current, ladder),
        scope=_scope_words(current, code),
        basis=_basis(current, code),
        own=own,
        when=when,
        kind_name=kind_name,
        recipient_name=recipient_name,
        effects=effects,
        letters=letter_names(),
        may_change=may_change_calendar(),
    )


@blueprint.post("/removal", endpoint="remove")
def remove_ladder() -> Response:
    """Draft the end of the agency's own ladder; that of the province or the country holds again."""
    require_keeper()
    edit = RemoveLadder(code=request.form.get("code", ""))
    return shown_draft(drafted(Scope(agency=viewer().agency), "", [edit]))


def _sample(current: LegalTimeBook, ladder: Ladder) -> Sample | None:
    due = request.args.get("due")
    created = request.args.get("created", "")
    if due is None:
        return None
    calendar = current.calendar_of(viewer().agency)
    try:
        day = calendar_day(due)
        deadline = fixed_day_deadline(day, calendar)
        steps = preview_ladder(
            ladder,
            legal_due=deadline.legal_due,
            target_due=deadline.target_due,
            overdue_from=deadline.overdue_from,
            created=_moment(created),
            calendar=calendar,
            owed_to_department=True,
        )
    except Invalid as refusal:
        return Sample(due=due, created=created, steps=(), target_due=None, refusal=sentence(refusal))
    return Sample(due=due, created=created, steps=steps, target_due=deadline.target_due, refusal="")


def calendar_day(text: str) -> date:
    """The day as typed; of a moment, its day."""
    anchor = anchor_from(text)
    return anchor.date() if isinstance(anchor, datetime) else anchor


def _moment(text: str) -> datetime:
    """When the sample task was made: the moment typed, the beginning of the day typed, or now."""
    if not text.strip():
        return now()
    anchor = anchor_from(text)
    return anchor if isinstance(anchor, datetime) else start_of_day(anchor)


def _line(current: LegalTimeBook, code: str) -> LadderLine | None:
    """The line from which the agency's ladder of a code comes."""
    for scope in current.scopes_of(viewer().agency):
        line = current.lines.get(("ladder", scope, code))
        if isinstance(line, LadderLine):
            return line
    return None


def _scope_words(current: LegalTimeBook, code: str) -> str:
    line = _line(current, code)
    return scope_in_words(line.scope, officer().agency_short_name) if line else ""


def _basis(current: LegalTimeBook, code: str) -> str:
    line = _line(current, code)
    return line.basis if line else ""
