"""The page of a year: twelve months as they count, the listed days with their basis, hours, and changes."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import render_template
from flask_babel import gettext as _

from engine.domain.calendar import DayKind, OfficeHours, WorkingCalendar
from qms.legal_time.authority import scopes_open_to
from qms.legal_time.calendar_lines import EnteredDay, change_lines, day_lines, ground_of, hours_lines
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.imported_days import FIRST_YEAR, LAST_YEAR
from qms.legal_time.scopes import Scope
from web.calendar.hours import hours_text
from web.calendar.room import blueprint, require_reader, require_year, scope_in_words, scope_key
from web.calendar.words import kind_names, mark_of
from web.names import remember_names
from web.system import now, reading, system, today, viewer

CHANGES_SHOWN: Final = 12
_TONES: Final = {
    "holiday": "bg-danger-subtle",
    "off_swapped": "bg-warning-subtle",
    "work_swapped": "bg-primary-subtle",
    "half_day": "bg-info-subtle",
}
_WEEKLY_OFF: Final = "bg-body-secondary"
_PLAIN: Final = "bg-white"
_ORDINARY: Final = DayKind.ORDINARY.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """A day in its month."""

    day: date
    mark: str
    told: str
    """What it is, for whoever does not see marks and colours; empty for a plain working day."""
    tone: str
    is_today: bool


@blueprint.get("/")
def page() -> str:
    """The year that runs."""
    return _year_page(today().year)


@blueprint.get("/<int:year>")
def of_year(year: int) -> str:
    """Any year of which a calendar is kept."""
    return _year_page(require_year(year))


def _year_page(year: int) -> str:
    require_reader()
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    with reading() as session:
        here = ground_of(session, viewer().agency)
        lines = day_lines(session, here, year)
        hours = hours_lines(session, here)
        drafts_of = scopes_open_to(session, viewer())
        changes = change_lines(session, here, CHANGES_SHOWN, drafts_of=drafts_of)
    entered = [*(line.entered_by for line in lines), *(line.entered_by for line in hours)]
    persons = {*entered, *(change.drafted_by for change in changes)}
    remember_names({person for person in persons if person is not None})
    first, last = date(year, 1, 1), date(year, 12, 31)
    months = [_month(calendar, _made_ordinary(lines), year, month) for month in range(1, 13)]
    return render_template(
        "calendar/year.html",
        year=year,
        previous=year - 1 if year > FIRST_YEAR else None,
        following=year + 1 if year < LAST_YEAR else None,
        months=months,
        unconfirmed=calendar.unconfirmed_between(first, last),
        working_days=calendar.count_working_days(date(year - 1, 12, 31), last),
        listed=[line for line in lines if line.until_version is None] or _shipped(year, lines),
        earlier=[line for line in lines if line.until_version is not None],
        hours=hours,
        usual_hours=[hours_text(day) for day in OfficeHours().week],
        hours_in_words=hours_text,
        changes=changes,
        scope=lambda scope: scope_in_words(scope, here.short_name),
        scope_key=scope_key,
        ground=here,
        marks={kind: mark_of(kind) for kind in kind_names()},
    )


def _made_ordinary(lines: tuple[EnteredDay, ...]) -> Mapping[date, EnteredDay]:
    """Days of which a line says that they count like any other: the calendar itself lists nothing there."""
    return {line.day: line for line in lines if line.until_version is None and line.kind == _ORDINARY}


def _month(
    calendar: WorkingCalendar, ordinary: Mapping[date, EnteredDay], year: int, month: int
) -> list[list[DayCell | None]]:
    return [
        [_cell(calendar, ordinary, day) if day.month == month else None for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]


def _cell(calendar: WorkingCalendar, ordinary: Mapping[date, EnteredDay], day: date) -> DayCell:
    listed = calendar.listed(day)
    if listed is None:
        off = not calendar.is_working(day)
        if day in ordinary:
            return DayCell(
                day=day,
                mark=mark_of(_ORDINARY) + ("" if ordinary[day].confirmed else "?"),
                told=kind_names()[_ORDINARY],
                tone=_WEEKLY_OFF if off else _PLAIN,
                is_today=day == today(),
            )
        return DayCell(
            day=day,
            mark="–" if off else "",
            told=_("nghỉ hằng tuần") if off else "",
            tone=_WEEKLY_OFF if off else _PLAIN,
            is_today=day == today(),
        )
    kind = listed.kind.value
    told = f"{kind_names().get(kind, kind)}: {listed.name}" if listed.name else kind_names().get(kind, kind)
    if not listed.confirmed:
        told += " – " + _("chưa xác nhận")
    return DayCell(
        day=day,
        mark=mark_of(kind) + ("" if listed.confirmed else "?"),
        told=told,
        tone=_TONES.get(kind, _PLAIN),
        is_today=day == today(),
    )


def _shipped(year: int, lines: tuple[EnteredDay, ...]) -> list[EnteredDay]:
    """What the product ships with, as long as nobody has entered anything of the year."""
    if lines:
        return []
    return [
        EnteredDay(
            day=day.day,
            kind=day.kind.value,
            name=day.name,
            basis=day.basis,
            confirmed=day.confirmed,
            scope=Scope(),
            entered_by=None,
            entered_at=now(),
            from_version=0,
            until_version=None,
        )
        for day in seed_calendar()
        if day.day.year == year
    ]
