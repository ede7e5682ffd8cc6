"""The deadlines of the agency by month and by year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from engine.domain.deadline_policy import FIRST_YEAR, LAST_YEAR
from engine.queries.deadline_calendar import DatedWork, DatedWorks, agency_deadlines
from qms.organisation.queries import unit_names
from web.deadline_calendar.months import bounds, month_of, standings
from web.deadline_calendar.room import TONES, blueprint, day_kind_names, standing_names
from web.system import now, reading, system, today, viewer

MONTHS: Final = range(1, 13)
_ONE_DAY: Final = timedelta(days=1)


@blueprint.get("/deadlines/", endpoint="this_month")
def this_month_page() -> str:
    """The present month."""
    return _month_page(today().year, today().month)


@blueprint.get("/deadlines/<int:year>/<int:month>", endpoint="month")
def month_page(year: int, month: int) -> str:
    """A month: a grid of days on a wide screen and on paper, and the list."""
    return _month_page(year, month)


@blueprint.get("/deadlines/<int:year>", endpoint="year")
def year_page(year: int) -> str:
    """A year: its months with their counts, the days off, and the list."""
    _require(year)
    unit = _unit_asked()
    works, names = _deadlines(date(year, 1, 1), date(year, 12, 31), unit)
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    by_month = {
        month: tuple(line for line in works.lines if _month_in(line, year) == month) for month in MONTHS
    }
    return render_template(
        "deadline_calendar/year.html",
        **_frame(works, unit, names),
        year=year,
        months=[
            {
                "label": _("Tháng %(month)s/%(year)s", month=month, year=year),
                "url": url_for(".month", year=year, month=month, unit=unit),
                "lines": lines,
                "counts": standings(lines),
            }
            for month, lines in by_month.items()
        ],
        listed=calendar.listed_between(date(year, 1, 1), date(year, 12, 31)),
        unconfirmed=bool(calendar.unconfirmed_between(date(year, 1, 1), date(year, 12, 31))),
        previous_url=url_for(".year", year=year - 1, unit=unit),
        next_url=url_for(".year", year=year + 1, unit=unit),
        clear_url=url_for(".year", year=year) if unit else "",
    )


def _month_page(year: int, month: int) -> str:
    _require(year, month)
    unit = _unit_asked()
    first, last = bounds(year, month)
    works, names = _deadlines(first, last, unit)
    calendar = system().surroundings.calendars.calendar_of(viewer().agency)
    before, after = first - _ONE_DAY, last + _ONE_DAY
    return render_template(
        "deadline_calendar/month.html",
        **_frame(works, unit, names),
        month=month_of(first, works.lines, calendar),
        unconfirmed=bool(calendar.unconfirmed_between(first, last)),
        previous_url=url_for(".month", year=before.year, month=before.month, unit=unit),
        next_url=url_for(".month", year=after.year, month=after.month, unit=unit),
        year_url=url_for(".year", year=year, unit=unit),
        clear_url=url_for(".month", year=year, month=month) if unit else "",
    )


def _month_in(line: DatedWork, year: int) -> int:
    """The month in which a year's list shows a deadline: of its target, else of its legal date."""
    day = line.day if line.day.year == year or line.legal_due is None else line.legal_due
    return day.month


def _deadlines(first: date, last: date, unit: UUID | None) -> tuple[DatedWorks, dict[UUID, str]]:
    with reading() as session:
        works = agency_deadlines(session, viewer(), first, last, now(), today(), unit=unit)
        return works, dict(unit_names(session, viewer().agency))


def _frame(works: DatedWorks, unit: UUID | None, names: dict[UUID, str]) -> dict[str, object]:
    return {
        "lines": works.lines,
        "more": works.more,
        "counts": standings(works.lines),
        "unit": unit,
        "unit_names": names,
        "units": [
            {"value": key, "label": name} for key, name in sorted(names.items(), key=lambda one: one[1])
        ],
        "standing_names": standing_names(),
        "tones": TONES,
        "kind_names": day_kind_names(),
        "work_url": _work_url,
        "today": today(),
    }


def _work_url(work: DatedWork) -> str:
    return url_for("instances.detail", instance=work.instance)


def _unit_asked() -> UUID | None:
    try:
        return UUID(request.args.get("unit", ""))
    except ValueError:
        return None


def _require(year: int, month: int = 1) -> None:
    """An address that names no month of a year in which deadlines are counted leads nowhere."""
    if not FIRST_YEAR < year < LAST_YEAR or month not in MONTHS:
        abort(404)
