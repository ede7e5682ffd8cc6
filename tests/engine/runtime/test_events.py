"""Timers and messages: absolute moments, fired once, in order."""

# ruff: noqa: E501  a drawing or a piece of XML reads best on its one line

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from engine.runtime import ProcessIncident, TimerKind, What
from engine.runtime.moments import read_duration
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]

REMINDED = "s:start\n a:user\n t:timer on a in PT1H beside\n b:user\n e:end\n f:end\n s > a > e\n t > b > f"


def test_an_interrupting_timer_takes_the_task_away(begin: Begin) -> None:
    case = begin("s:start\n a:user\n t:timer on a in P2D\n b:user\n e:end\n s > a > e\n t > b > e")
    assert case.wait(days=1, hours=23) == 0
    assert case.open == ["a"]
    assert case.wait(hours=1) == 1
    assert case.open == ["b"]
    assert case.happened(What.CANCELLED) == ["a"]
    assert case.happened(What.TIMER_FIRED) == ["t"]
    assert case.wait(days=30) == 0
    assert case.do("b").completed


def test_a_task_done_in_time_takes_its_timer_along(begin: Begin) -> None:
    case = begin("s:start\n a:user\n t:timer on a in P2D\n b:user\n e:end\n s > a > e\n t > b > e").do("a")
    assert case.completed
    assert case.process.timers() == ()
    assert case.happened(What.CANCELLED) == []


def test_a_reminder_beside_the_task_fires_once_and_outlives_it(begin: Begin) -> None:
    case = begin(REMINDED)
    assert case.wait(hours=100) == 1
    assert case.wait(hours=100) == 0
    assert case.open == ["a", "b"]
    assert case.do("a").open == ["b"]
    assert case.do("b").completed


def test_timers_due_together_fire_in_order_of_their_moments(begin: Begin) -> None:
    case = begin("""
        s:start
        a:user
        t1:timer on a in P3D beside
        t2:timer on a in P1D beside
        t3:timer on a in P2D
        b:user
        c:user
        d:user
        e:end
        s > a > e
        t1 > b > e
        t2 > c > e
        t3 > d > e
    """)
    assert [timer.element_id for timer in case.process.timers()] == ["t2", "t3", "t1"]
    assert case.wait(days=9) == 2, "the interrupting timer comes before the third and takes it along"
    assert case.happened(What.TIMER_FIRED) == ["t2", "t3"]
    assert case.open == ["c", "d"]


def test_an_intermediate_timer_holds_the_flow_up(begin: Begin) -> None:
    case = begin("s:start\n w:timer in PT36H\n a:user\n e:end\n s > w > a > e")
    (timer,) = case.process.timers()
    assert (timer.element_id, timer.kind, timer.due) == (
        "w",
        TimerKind.DURATION,
        case.now + timedelta(hours=36),
    )
    assert case.wait(hours=36) == 1
    assert case.open == ["a"]


def test_chained_timers_count_from_when_the_case_was_woken(begin: Begin) -> None:
    case = begin("s:start\n w:timer in P1D\n v:timer in P1D\n a:user\n e:end\n s > w > v > a > e")
    assert case.wait(days=10) == 1
    assert case.wait(days=1) == 1
    assert case.open == ["a"]


def test_a_second_timer_already_due_fires_in_the_same_waking(begin: Begin) -> None:
    case = begin(
        "s:start\n w:timer in P1D\n v:timer at ngay\n a:user\n e:end\n s > w > v > a > e",
        ngay=date(2026, 12, 2),
    )
    assert case.wait(days=10) == 2
    assert case.open == ["a"]


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        ("2026-11-30T02:00", "P3M", "2027-02-28T02:00"),
        ("2026-01-31T02:00", "P1M", "2026-02-28T02:00"),
        ("2024-02-29T02:00", "P1Y", "2025-02-28T02:00"),
        ("2026-12-31T02:00", "P2M", "2027-02-28T02:00"),
        ("2026-06-10T02:00", "P2W", "2026-06-24T02:00"),
        ("2026-06-10T02:00", "P1Y2M3DT4H5M6S", "2027-08-13T06:05:06"),
        ("2026-01-30T18:00", "P1M", "2026-02-27T18:00"),  # 31/01 01:00 in Vietnam -> 28/02 01:00
    ],
)
def test_months_are_months_of_the_calendar_in_vietnam(start: str, duration: str, due: str) -> None:
    read = read_duration(duration)
    assert read is not None
    assert read.after(datetime.fromisoformat(start).replace(tzinfo=UTC)) == datetime.fromisoformat(
        due
    ).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1", "P0.5M", "-P1D", "P1DT", "1D", "P1D ngày", "PT1H/PT2H", "R3/PT1H", "P١D"]
)
def test_what_is_no_duration_is_not_read_as_one(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("value", "due"),
    [
        (date(2027, 3, 1), datetime(2027, 2, 28, 17, tzinfo=UTC)),
        (datetime(2027, 3, 1, 8, tzinfo=UTC), datetime(2027, 3, 1, 8, tzinfo=UTC)),
        (datetime(2027, 3, 1, 8), datetime(2027, 3, 1, 1, tzinfo=UTC)),  # noqa: DTZ001  a clock in Vietnam is meant
        ("2027-03-01", datetime(2027, 2, 28, 17, tzinfo=UTC)),
        ("2027-03-01T08:00:00+07:00", datetime(2027, 3, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_date_is_due_from_its_first_moment_in_vietnam(begin: Begin, value: object, due: datetime) -> None:
    case = begin("s:start\n w:timer at han\n e:end\n s > w > e", han=value)
    assert case.process.timers()[0].due == due
    assert case.wait_until(due - timedelta(microseconds=1)) == 0
    assert case.wait_until(due) == 1


def test_a_date_written_in_the_drawing_needs_no_quotation_marks(begin: Begin) -> None:
    case = begin("s:start\n w:timer at 2027-03-01\n e:end\n s > w > e")
    assert case.process.timers()[0].due == datetime(2027, 2, 28, 17, tzinfo=UTC)


def test_a_timer_once_reckoned_does_not_move_with_its_variable(begin: Begin) -> None:
    case = begin("s:start\n w:timer at han + 1\n e:end\n s > w > e", han=date(2027, 3, 1))
    before = case.process.timers()
    case.process.set_variables({"han": date(2028, 1, 1)})
    assert case.process.timers() == before


@pytest.mark.parametrize("value", [None, 5, "mai", True, "9999-12-31T23:59:59-12:00"])
def test_a_timer_without_a_moment_is_an_incident_at_the_timer(begin: Begin, value: object) -> None:
    with pytest.raises(ProcessIncident) as caught:
        begin("s:start\n w:timer at han\n e:end\n s > w > e", han=value)
    assert caught.value.element_id == "w"


def test_a_timer_on_a_sub_process_takes_everything_inside_away(begin: Begin) -> None:
    case = begin("""
        s:start
        q:sub {
            s1:start
            p:and
            a:user
            r:sub {
                s2:start
                b:user
                t2:timer on b in P9D
                c:user
                e2:end
                s2 > b > e2
                t2 > c > e2
            }
            e1:end
            s1 > p > a > e1
            p > r > e1
        }
        t:timer on q in P5D
        z:user
        e:end
        s > q > e
        t > z > e
    """)
    assert case.wait(days=5) == 1
    assert case.open == ["z"]
    assert case.process.timers() == ()
    assert case.do("z").completed


def test_a_message_releases_the_event_that_waits_for_it(begin: Begin) -> None:
    case = begin("s:start\n w:message Tra_loi\n a:user\n e:end\n s > w > a > e")
    assert [message.message_name for message in case.process.messages()] == ["Tra_loi"]
    assert not case.tell("Khac", so=1)
    assert case.tell("Tra_loi", so=7)
    assert case.open == ["a"]
    assert case.value("so") == 7
    assert case.happened(What.MESSAGE_RECEIVED) == ["w"]
    assert not case.tell("Tra_loi")


@pytest.mark.parametrize("beside", ["", " beside"])
def test_a_message_on_the_border_of_a_task(begin: Begin, beside: str) -> None:
    case = begin(
        f"s:start\n a:user\n m:message on a Rut_don{beside}\n b:user\n e:end\n s > a > e\n m > b > e"
    )
    assert case.tell("Rut_don", ly_do="x")
    assert case.open == (["a", "b"] if beside else ["b"])


def test_a_message_is_taken_by_one_event_only(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n v:message Tin\n w:message Tin\n a:user\n b:user\n e:end\n s > p > v > a > e\n p > w > b > e"
    )
    assert case.tell("Tin")
    assert case.open == ["a"]
    assert case.tell("Tin")
    assert case.open == ["a", "b"]


def test_a_loop_back_into_a_task_with_a_timer_starts_the_timer_anew(begin: Begin) -> None:
    case = begin("""
        s:start
        a:user
        t:timer on a in P1D
        b:user
        g:xor
        e:end
        s > a > g
        g > a if lai = true
        g > e else
        t > b > a
    """)
    case.wait(hours=12)
    case.do("a", lai=True)
    assert case.process.timers()[0].due == case.now + timedelta(days=1)
    assert case.wait(days=1) == 1
    assert case.do("b").open == ["a"]
    assert case.do("a", lai=False).completed


def test_a_loop_through_a_timer_that_is_always_due_is_stopped(begin: Begin) -> None:
    case = begin("s:start\n w:timer in PT0S\n g:xor\n e:end\n s > w > g\n g > w if true\n g > e else")
    with pytest.raises(ProcessIncident, match="never rests") as caught:
        case.wait(hours=1)
    assert caught.value.element_id == "w"
