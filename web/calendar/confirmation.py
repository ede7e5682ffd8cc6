"""A year: what the published holidays propose, and the confirmation that its days are settled."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.calendar import CalendarDay
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.text import normal, storable
from qms.legal_time.authority import Keepers, common_keepers
from qms.legal_time.edits import BasisMissing, ConfirmYear, SetDay
from qms.legal_time.imported_days import LONGEST_BASIS
from qms.legal_time.proposals import proposals
from qms.legal_time.scopes import NATION
from web.calendar.days import Choice, choice_page
from web.calendar.room import (
    ScopeNotChosen,
    blueprint,
    chosen_scope,
    drafted,
    require_keeper,
    require_year,
    scope_choices,
    shown_draft,
)
from web.calendar.words import listed_in_words
from web.errors import sentence, status_of
from web.system import reading, system, today, viewer

_AT: Final = {BasisMissing: "basis", ScopeNotChosen: "scope"}


@blueprint.get("/<int:year>/confirmation")
def confirmation_form(year: int) -> str:
    """Which days of the year are not settled, and by which paper they will be."""
    require_keeper()
    return _confirmation_form(require_year(year))


@blueprint.post("/<int:year>/confirmation")
def draft_confirmation(year: int) -> Response | tuple[str, int]:
    """Keep the confirmation as a draft."""
    require_keeper()
    require_year(year)
    try:
        basis = " ".join(storable(normal(request.form.get("basis", ""))).split())[:LONGEST_BASIS]
        edit = ConfirmYear(year=year, basis=basis)
        return shown_draft(drafted(chosen_scope(), "", [edit]))
    except (Invalid, Conflict) as refusal:
        return _confirmation_form(year, refusal), status_of(refusal)


@blueprint.get("/<int:year>/proposal")
def proposal(year: int) -> str:
    """The published holidays of the year, to be ticked line by line."""
    require_keeper()
    require_year(year)
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    choices = [_choice(edit, calendar.listed(edit.day)) for edit in proposals(year)]
    note = _(
        "Danh sách do thư viện ngày nghỉ đề xuất, có thể thiếu ngày hoán đổi vừa được quyết định. "
        "Xin đối chiếu với văn bản của năm trước khi nhập; ngày nhập từ đây là ngày chưa xác nhận."
    )
    return choice_page(
        choices,
        (),
        title=_("Lịch nghỉ năm %(year)s theo đề xuất", year=year),
        heading=_("Đề xuất lịch nghỉ năm %(year)s", year=year),
        note=note,
    )


def _choice(edit: SetDay, listed: CalendarDay | None) -> Choice:
    ticked = listed is None or listed.kind is not edit.kind
    return Choice(edit=edit, now=listed_in_words(listed), ticked=ticked)


def _confirmation_form(year: int, refusal: Refusal | None = None) -> str:
    errors = dict.fromkeys(("basis", "scope"), "")
    elsewhere = ""
    if refusal is not None:
        field = _AT.get(type(refusal), "")
        if field:
            errors[field] = sentence(refusal)
        else:
            elsewhere = sentence(refusal)
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    choices = scope_choices()
    keepers = None if any(each.scope == NATION for each in choices) else _keepers()
    return render_template(
        "calendar/confirmation.html",
        year=year,
        form=request.form,
        unconfirmed=calendar.unconfirmed_between(date(year, 1, 1), date(year, 12, 31)),
        scopes=choices,
        keepers=keepers,
        errors=errors,
        error=elsewhere,
    )


def _keepers() -> Keepers:
    with reading() as session:
        return common_keepers(session, viewer().agency, today())
