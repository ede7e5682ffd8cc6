"""Whether timers fire in time: what workers wrote down, and what is due and has not fired."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.commands.keep_lateness import KEPT, keep_lateness
from engine.domain.lateness import Lateness, class_of, most_of, summary
from engine.execution.lateness import LatenessLog
from engine.queries.health import TimerHealth, timer_health
from engine.store.session import Store, StoreUnreachable
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from workers import work

WAITING = "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e"


def looked_at(office: Office, *, machine_now: datetime | None = None) -> TimerHealth:
    with office.system.store.reading() as session:
        return timer_health(
            session,
            office.now,
            machine_now=machine_now or office.now,
            overdue_after=office.system.settings.timer_overdue_after,
        )


def fired(*seconds: float) -> LatenessLog:
    """A log of timers that fired so late."""
    log = LatenessLog()
    for each in seconds:
        log.note(timedelta(seconds=each))
    return log


def test_what_several_workers_wrote_in_several_turns_is_one_figure(office: Office) -> None:
    for worker in ("a:1", "b:2"):
        log = fired(*[0.2] * 50)
        keep_lateness(office.system.store, worker, log, office.now)
        keep_lateness(office.system.store, worker, log, office.now)  # nothing new
        log.note(timedelta(seconds=9))
        keep_lateness(office.system.store, worker, log, office.now)
    found = looked_at(office).last_hour
    assert (found.fired, found.longest_ms) == (102, 9000)
    assert found.p50_ms is not None
    assert found.p99_ms is not None
    assert 200 <= found.p50_ms <= 240
    assert found.p99_ms == 9000


def test_figures_are_of_the_last_hour_and_the_last_day_and_go_after_a_while(office: Office) -> None:
    keep_lateness(office.system.store, "a:1", fired(1.0), office.now)
    later = office.now + timedelta(hours=5)
    nothing = Lateness(fired=0, p50_ms=None, p99_ms=None, longest_ms=None)
    assert looked_at(office, machine_now=later).last_hour == nothing
    assert looked_at(office, machine_now=later).last_day.fired == 1
    much_later = office.now + KEPT + timedelta(days=1)
    keep_lateness(office.system.store, "a:1", fired(1.0), much_later)
    assert looked_at(office, machine_now=office.now).last_day.fired == 1, "the first one is gone"


def test_what_cannot_be_written_down_is_kept_for_the_next_turn(office: Office) -> None:
    log = fired(1.0, 2.0)
    nowhere = Store("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(StoreUnreachable):
        keep_lateness(nowhere, "a:1", log, office.now)
    nowhere.close()
    keep_lateness(office.system.store, "a:1", log, office.now)
    assert looked_at(office).last_hour.fired == 2


def test_a_timer_that_is_due_and_does_not_fire_is_a_problem_after_ten_minutes(office: Office) -> None:
    publish(office, bundle(WAITING, {"a": role("THU_KY_ISO")}))
    start(office)
    due = office.now + timedelta(days=1)
    office.clock.move_to(due + timedelta(minutes=10))
    assert looked_at(office).well
    office.clock.move_to(due + timedelta(minutes=10, seconds=1))
    found = looked_at(office)
    assert (found.well, found.overdue, found.overdue_since) == (False, 1, due)
    work.run_processes(office.system, office.now)
    assert looked_at(office).well


@given(st.lists(st.floats(min_value=0, max_value=10**6), min_size=1, max_size=200))
def test_a_percentile_is_never_less_than_the_truth_and_at_most_a_fifth_more(seconds: list[float]) -> None:
    counts: dict[int, int] = {}
    for each in seconds:
        number = class_of(timedelta(seconds=each))
        counts[number] = counts.get(number, 0) + 1
    longest = int(max(seconds) * 1000) + 1
    found = summary(counts, longest)
    ordered = sorted(seconds)
    for percent, said in ((50, found.p50_ms), (99, found.p99_ms)):
        truth = ordered[-(-len(ordered) * percent // 100) - 1] * 1000
        assert said is not None
        assert said >= min(truth, longest) - 1
        assert said <= max(truth * 1.2 + 2, 2)


def test_classes_cover_what_they_say() -> None:
    for milliseconds in (1, 2, 3, 10, 999, 1000, 123_456_789):
        late = timedelta(milliseconds=milliseconds)
        assert most_of(class_of(late)) >= milliseconds
        assert most_of(class_of(late)) <= milliseconds * 1.2 + 1
