"""Office hours by weekday, from a day on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time
from typing import Final

from flask import render_template, request
from werkzeug.wrappers import Response

from engine.domain.calendar import Interval, OfficeHours, OfficeHoursUnsound
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.text import fold, normal, storable
from qms.legal_time.calendar_lines import EnteredHours, ground_of, hours_lines
from qms.legal_time.edits import BasisMissing, RemoveHours, SetHours, WeekWithoutWork
from qms.legal_time.imported_days import LONGEST_BASIS, DayTextUnreadable, read_calendar_day
from web.calendar.room import (
    ScopeNotChosen,
    blueprint,
    chosen_scope,
    drafted,
    require_keeper,
    scope_choices,
    shown_draft,
)
from web.errors import sentence, status_of
from web.system import reading, system, today, viewer

DAYS: Final = 7
MOST_INTERVALS: Final = 6
_CLOCK: Final = r"(\d{1,2})(?:[:h.](\d{2})?)?"
_INTERVAL: Final = re.compile(rf"{_CLOCK} ?(?:-|–|—|den) ?{_CLOCK}")


class HoursUnreadable(Invalid):
    """A text that is no hours of a day."""

    def __init__(self, text: str) -> None:
        shown = normal(text)[:60]
        super().__init__(
            vi=f"“{shown}” không phải là giờ làm việc; xin viết như 07:30-11:30, 13:00-17:00, "
            "để trống nếu nghỉ cả ngày.",
            en=f"“{shown}” is not office hours; write them like 07:30-11:30, 13:00-17:00, "
            "and leave the field empty for a day off.",
        )


_AT: Final = {
    DayTextUnreadable: "valid_from",
    BasisMissing: "basis",
    ScopeNotChosen: "scope",
    HoursUnreadable: "hours",
    OfficeHoursUnsound: "hours",
    WeekWithoutWork: "hours",
}


def read_hours(text: str) -> tuple[Interval, ...]:
    """The hours of a day from `07:30-11:30, 13:00-17:00`; none for an empty text. Raises HoursUnreadable."""
    parts = [part.strip() for part in re.split(r"[,;]", fold(text)) if part.strip()]
    found = [_INTERVAL.fullmatch(part) for part in parts]
    if len(found) > MOST_INTERVALS:
        raise HoursUnreadable(text)
    intervals: list[Interval] = []
    for each in found:
        if each is None:
            raise HoursUnreadable(text)
        opens, opens_minute, closes, closes_minute = (int(part or 0) for part in each.groups())
        try:
            intervals.append((time(opens, opens_minute), time(closes, closes_minute)))
        except ValueError:
            raise HoursUnreadable(text) from None
    return tuple(intervals)


def hours_text(hours: Iterable[tuple[time | str, time | str]]) -> str:
    """The hours of a day as one types them; empty for a day off."""
    return ", ".join(f"{_hour(opens)}-{_hour(closes)}" for opens, closes in hours)


@blueprint.get("/hours/new")
def hours_form() -> str:
    """What hours hold from when."""
    require_keeper()
    return _hours_form()


@blueprint.post("/hours")
def draft_hours() -> Response | tuple[str, int]:
    """Keep the hours as a draft."""
    require_keeper()
    try:
        edit = _edit()
        return shown_draft(drafted(chosen_scope(), "", [edit]))
    except (Invalid, Conflict) as refusal:
        return _hours_form(refusal), status_of(refusal)


def _edit() -> SetHours:
    valid_from = read_calendar_day(request.form.get("valid_from", ""))
    week = tuple(read_hours(request.form.get(f"day_{number}", "")) for number in range(DAYS))
    made_up = read_hours(request.form.get("made_up", ""))
    basis = " ".join(storable(normal(request.form.get("basis", ""))).split())[:LONGEST_BASIS]
    return SetHours(valid_from=valid_from, week=week, made_up=made_up, basis=basis)


@blueprint.post("/hours/removal")
def draft_hours_removal() -> Response | tuple[str, int]:
    """Draft the end of the scope's own hours from a day; the hours before them hold on."""
    require_keeper()
    try:
        edit = RemoveHours(valid_from=read_calendar_day(request.form.get("valid_from", "")))
        return shown_draft(drafted(chosen_scope(), "", [edit]))
    except (Invalid, Conflict) as refusal:
        return _hours_form(refusal), status_of(refusal)


def _in_force() -> OfficeHours:
    """The hours that hold on the day that is asked for, else today: what a change begins from."""
    try:
        day = read_calendar_day(request.args.get("valid_from", ""))
    except DayTextUnreadable:
        day = today()
    return system().surroundings.calendars.calendar_of(viewer().agency).hours_on(day)


def _removable() -> list[tuple[EnteredHours, str, str]]:
    """The own lines of the calendars that the reader keeps, with the scope as forms and as people say it."""
    choices = {choice.scope: choice for choice in scope_choices()}
    with reading() as session:
        lines = hours_lines(session, ground_of(session, viewer().agency))
    return [
        (line, choices[line.scope].key, choices[line.scope].label)
        for line in lines
        if line.until_version is None and line.scope in choices and line.entered_by is not None
    ]


def _hours_form(refusal: Refusal | None = None) -> str:
    errors = dict.fromkeys(("valid_from", "basis", "scope", "hours"), "")
    elsewhere = ""
    if refusal is not None:
        field = _AT.get(type(refusal), "")
        if field:
            errors[field] = sentence(refusal)
        else:
            elsewhere = sentence(refusal)
    usual = _in_force()
    typed = request.form
    return render_template(
        "calendar/hours.html",
        form=typed or request.args,
        week=[typed.get(f"day_{number}", hours_text(hours)) for number, hours in enumerate(usual.week)],
        made_up=typed.get("made_up", hours_text(usual.made_up)),
        scopes=scope_choices(),
        removable=_removable(),
        hours_in_words=hours_text,
        errors=errors,
        error=elsewhere,
    )


def _hour(moment: time | str) -> str:
    return moment if isinstance(moment, str) else f"{moment:%H:%M}"
