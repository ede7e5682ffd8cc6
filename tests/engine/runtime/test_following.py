"""The variables and timers of a running case follow dates that were reckoned anew."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from engine.domain.bundle import Bundle
from engine.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from engine.runtime import CompiledModel, RunningProcess, compile_bundle
from engine.runtime.following import follow_dates, rests_on_calendar
from tests.engine.runtime.drawings import Drawing

NAMES = frozenset({"han", "qua_han_luc"})
MONDAY = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
LATE, LATER = MONDAY + timedelta(days=3), MONDAY + timedelta(days=9)
OVERDUE = "s:start\na:user\nt:timer on a at qua_han_luc beside\nb:user\ne:end\ns > a > e\nt > b > e"


def model(drawing: str) -> CompiledModel:
    return compile_bundle(Bundle(files={"model.bpmn": Drawing(drawing).xml().encode()}))


def calendar(*off: date) -> WorkingCalendar:
    return WorkingCalendar(
        [CalendarDay(day=day, kind=DayKind.HOLIDAY, name="Nghỉ", basis="QĐ", confirmed=True) for day in off]
    )


def reloaded(process: RunningProcess, compiled: CompiledModel, *off: date) -> RunningProcess:
    """The case as it is read from its stored state, under a calendar with these days off."""
    return RunningProcess.load(compiled, process.dump(), MONDAY, calendar=lambda: calendar(*off))


def test_a_timer_at_a_date_of_the_case_moves_with_it() -> None:
    compiled = model(OVERDUE)
    process = RunningProcess.start(compiled, variables={"qua_han_luc": LATE}, now=MONDAY)
    follow_dates(process, {"qua_han_luc": LATER}, NAMES, standing=False)
    process = reloaded(process, compiled)
    assert [timer.due for timer in process.timers()] == [LATER]
    assert process.variables()["qua_han_luc"] == LATER
    assert process.wake(LATE) == ()
    assert len(process.wake(LATER)) == 1


def test_while_the_clock_stands_still_the_timer_does_too_and_then_goes_on() -> None:
    compiled = model(OVERDUE)
    process = RunningProcess.start(compiled, variables={"qua_han_luc": LATE}, now=MONDAY)
    follow_dates(process, {}, NAMES, standing=True)
    process = reloaded(process, compiled)
    assert (process.timers(), process.waits().timers) == ((), {})
    assert process.wake(MONDAY + timedelta(days=5000)) == ()
    follow_dates(process, {"qua_han_luc": LATER}, NAMES, standing=False)
    assert [due for _, due in process.waits().timers.values()] == [LATER]


def test_a_condition_on_a_date_is_looked_at_again() -> None:
    compiled = model("s:start\nw:condition han = moc\na:user\ne:end\ns > w > a > e")
    known = {"han": date(2026, 1, 15), "moc": date(2026, 1, 21)}
    process = RunningProcess.start(compiled, variables=known, now=MONDAY)
    assert not process.open_tasks()
    follow_dates(process, {"han": date(2026, 1, 21)}, NAMES, standing=False)
    assert [task.element_id for task in process.open_tasks()] == ["a"]


def test_a_moment_that_the_calendar_gives_follows_the_calendar() -> None:
    compiled = model("s:start\nt:timer at working_days_after(ngay, 3)\ne:end\ns > t > e")
    assert rests_on_calendar(compiled)
    assert not rests_on_calendar(model(OVERDUE))
    process = RunningProcess.start(
        compiled, variables={"ngay": date(2026, 1, 5)}, now=MONDAY, calendar=calendar
    )
    before = process.timers()[0].due
    process = reloaded(process, compiled, date(2026, 1, 7))
    follow_dates(process, {}, NAMES, standing=False)
    assert process.timers()[0].due == before + timedelta(days=1)
