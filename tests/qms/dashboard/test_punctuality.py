"""Twelve months of cases: which months, whose share, and to which month a case belongs."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import update

from engine.domain.local_time import OFFICE_ZONE
from engine.store.tables import ProcessInstance
from qms.dashboard.punctuality import CasesAsked, Kind, Month, Result, by_month, ended_cases, last_months
from qms.dashboard.scope import Scope
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from web.dashboard.picture import BOTTOM, TOP, WIDTH, bars_of

WHOLE = Scope(units=None)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 12, 31), date(2024, 2, 29)])
def test_twelve_months_follow_each_other_and_end_with_this_one(today: date) -> None:
    months = last_months(today)
    assert len(months) == 12
    assert months[-1] == today.replace(day=1)
    numbers = [month.year * 12 + month.month for month in months]
    assert numbers == list(range(numbers[0], numbers[0] + 12))


def test_cases_without_a_day_are_in_no_share() -> None:
    assert Month(first=date(2026, 1, 1), in_time=1, late=2, undated=9).percent == Decimal("33.3")
    assert Month(first=date(2026, 1, 1), undated=9).percent is None


def test_bars_stay_in_the_picture_and_a_month_without_a_share_has_none() -> None:
    first = date(2026, 1, 1)
    bars = bars_of(
        [Month(first=first, in_time=3), Month(first=first, late=3), Month(first=first, undated=3)] * 4
    )
    assert [bar.height for bar in bars[:3]] == [BOTTOM - TOP, 2, 0]
    assert all(bar.x > 0 and bar.x + bar.width < WIDTH and bar.y + bar.height == BOTTOM for bar in bars)
    assert all(left.x + left.width < right.x for left, right in itertools.pairwise(bars))


def test_a_case_belongs_to_the_month_of_its_end_in_vietnam_and_to_its_kind(office: Office) -> None:
    """The 1st at 01:00 in Vietnam is still the month before in UTC."""
    line = "s:start\n a:user\n e:end\n s > a > e"
    for key in ("TTHC_THU", "QMS_P98_THU"):
        publish(office, bundle(line, {"a": role("THU_KY_ISO")}, key=key))
    ends = datetime(2026, 11, 1, 1, 0, tzinfo=OFFICE_ZONE)
    cases = {key: start(office, key) for key in ("TTHC_THU", "QMS_P98_THU")}
    cancelled = start(office, "TTHC_THU")
    with office.system.store.transaction() as session:
        ended = update(ProcessInstance).values(ended_at=ends, state="completed", overdue_from=ends)
        session.execute(ended.where(ProcessInstance.id == cases["TTHC_THU"]))
        session.execute(ended.where(ProcessInstance.id == cases["QMS_P98_THU"]).values(overdue_from=None))
        session.execute(ended.where(ProcessInstance.id == cancelled).values(state="cancelled"))
    viewer, today = office.viewer("thuky"), office.today
    with office.system.store.behind(viewer).reading() as session:
        months = by_month(session, viewer, WHOLE, today)
        november = CasesAsked(month=date(2026, 11, 1))
        listed = ended_cases(session, viewer, WHOLE, today, november)
        october = ended_cases(session, viewer, WHOLE, today, CasesAsked(month=date(2026, 10, 1)))
        late = ended_cases(session, viewer, WHOLE, today, CasesAsked(kind=Kind.OFFICE, result=Result.LATE))
    assert months[Kind.OFFICE][-1] == Month(first=date(2026, 11, 1), late=1)
    assert months[Kind.SYSTEM][-1] == Month(first=date(2026, 11, 1), undated=1)
    assert {line.id for line in listed.lines} == set(cases.values())
    assert october.total == 0
    assert [line.id for line in late.lines] == [cases["TTHC_THU"]]
