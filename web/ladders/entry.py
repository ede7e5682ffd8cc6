"""The entry of a ladder, row by row; what is sent is kept as a draft and looked at first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.escalation_steps import Audience, NamedRole, StepUnit, StepUnsound
from qms.legal_time.edits import BasisMissing, SetLadder
from qms.legal_time.imported_days import LONGEST_BASIS
from qms.organisation.roles import Role
from web.calendar.room import (
    ScopeNotChosen,
    chosen_scope,
    drafted,
    require_keeper,
    scope_choices,
    shown_draft,
)
from web.errors import sentence, status_of
from web.ladders.fields import HOURS, BadField, short_text
from web.ladders.form import Row, ladder_from, sent_rows, texts_of, with_empty_rows
from web.ladders.room import blueprint, recipient_name
from web.mails.words import letter_names
from web.policies.room import book
from web.system import viewer

LETTERS: Final = ("M02", "M03", "M04", "M11", "E4")
"""The letters that a step can send."""
_SAID_BY_AUDIENCE: Final = frozenset(
    {Role.AGENCY_HEAD, Role.STEERING_HEAD, Role.ISO_SECRETARY, Role.UNIT_HEAD, Role.DEPARTMENT_OFFICER}
)


@blueprint.get("/new", endpoint="new")
def entry_form() -> str:
    """The form, filled with the ladder that is named."""
    require_keeper()
    code = request.args.get("code", "")
    if not code:
        return _form({}, [])
    texts = texts_of(book().ladder(viewer().agency, code))
    rows = texts.pop("rows")
    return _form(texts, rows if isinstance(rows, list) else [])


@blueprint.post("/", endpoint="draft")
def draft_ladder() -> str | Response | tuple[str, int]:
    """Keep what was entered as a draft and show what would follow from it; or show more empty rows."""
    require_keeper()
    try:
        rows = sent_rows(request.form)
        if "more" in request.form:
            return _form(request.form, rows, more=True)
        ladder = ladder_from(request.form)
        basis = short_text(request.form.get("basis", ""), "basis", LONGEST_BASIS)
        edit = SetLadder(ladder=ladder, basis=basis)
        return shown_draft(drafted(chosen_scope(), "", [edit]))
    except (Invalid, Conflict) as refusal:
        return _refused(refusal), status_of(refusal)


def _refused(refusal: Invalid | Conflict) -> str:
    try:
        rows = sent_rows(request.form)
    except BadField:
        rows = []
    return _form(request.form, rows, {_place(refusal, rows): sentence(refusal)})


def _place(refusal: Invalid | Conflict, rows: list[Row]) -> str:
    """The id of the field at which the sentence stands."""
    match refusal:
        case BadField(field=field):
            return field
        case StepUnsound(code=code):
            return next((f"s{number}-code" for number, row in enumerate(rows) if _code(row) == code), "code")
        case BasisMissing():
            return "basis"
        case ScopeNotChosen():
            return "scope"
        case _:
            return "code"


def _code(row: Row) -> str:
    return str(row.get("code", "")).upper()


def _form(
    typed: Mapping[str, object],
    rows: list[Row],
    errors: Mapping[str, str] | None = None,
    *,
    more: bool = False,
) -> str:
    shown = with_empty_rows(rows)
    if more:  # the empty rows that were there stay
        shown = with_empty_rows(shown, int(request.form["rows"]) - len(rows))
    letters = letter_names()
    return render_template(
        "ladders/entry.html",
        form=typed,
        rows=shown,
        filled=len(rows),
        errors=errors or {},
        scopes=scope_choices(),
        action=url_for(".draft"),
        title=_("Soạn thang nhắc việc"),
        units={
            StepUnit.WORKING_DAYS.value: _("ngày làm việc"),
            HOURS: _("giờ làm việc"),
            StepUnit.WORKING_MINUTES.value: _("phút làm việc"),
            StepUnit.PERCENT.value: _("% thời gian được giao"),
        },
        recipients=_recipients(),
        letters={code: f"{code} – {letters[code]}" for code in _letters(shown)},
    )


def _recipients() -> dict[str, str]:
    """Whom a step may tell, those of the file first, then the holders of any other role."""
    others = [NamedRole(role=role.value) for role in Role if role not in _SAID_BY_AUDIENCE]
    return {one.value: recipient_name(one) for one in (*Audience, *others)}


def _letters(rows: list[Row]) -> list[str]:
    """The letters to choose from, with those that the rows already have."""
    there = {str(row.get("mail", "")) for row in rows} & set(letter_names())
    return sorted({*LETTERS, *there})
