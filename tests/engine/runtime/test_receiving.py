"""Event-based gateways, messages and signals: who gets what, and how often."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.runtime import What
from tests.engine.runtime.drawings import Case

Begin = Callable[..., Case]

RACE = """
    s:start
    n:event
    w1:timer in PT2H
    w2:timer in PT1H
    w3:message Tra_loi
    w4:signal Rut
    r:receive Phieu
    a:user
    b:user
    c:user
    d:user
    f:user
    e:end
    s > n
    n > w1 > a > e
    n > w2 > b > e
    n > w3 > c > e
    n > w4 > d > e
    n > r > f > e
"""


def test_behind_an_event_gateway_each_timer_has_its_own_moment(begin: Begin) -> None:
    case = begin(RACE)
    assert [timer.element_id for timer in case.process.timers()] == ["w2", "w1"]
    assert case.wait(hours=5) == 1, "the first to be due takes the others away"
    assert case.open == ["b"]
    assert case.process.waiting() == ()
    assert case.do("b").completed


@pytest.mark.parametrize(("happening", "way"), [("Tra_loi", "c"), ("Phieu", "f")])
def test_behind_an_event_gateway_one_message_decides(begin: Begin, happening: str, way: str) -> None:
    case = begin(RACE)
    assert case.tell(happening, so=1)
    assert case.open == [way]
    assert case.process.waiting() == ()


def test_behind_an_event_gateway_one_signal_decides(begin: Begin) -> None:
    case = begin(RACE)
    assert case.signal("Rut") == 1
    assert case.open == ["d"]
    assert not case.tell("Tra_loi")


def test_an_early_message_decides_an_event_gateway_at_once(begin: Begin) -> None:
    case = begin(RACE.replace("s > n", "z:user\n s > z > n"))
    assert not case.tell("Tra_loi", so=3)
    assert case.process.kept_messages() == ("Tra_loi",)
    case.do("z")
    assert case.open == ["c"]
    assert case.value("so") == 3
    assert case.process.waiting() == ()
    assert case.process.kept_messages() == ()


def test_an_event_gateway_in_a_loop_waits_anew(begin: Begin) -> None:
    case = begin(
        "s:start\n n:event\n w:message Tin\n t:timer in P1D\n a:user\n e:end\n"
        " s > n\n n > w > a > n\n n > t > e"
    )
    for _ in range(3):
        assert case.tell("Tin")
        case.do("a")
    assert len(case.process.waiting()) == 2
    assert case.wait(days=1) == 1
    assert case.completed


def test_an_early_message_is_given_to_one_receiver_only(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n z:user\n v:message Tin\n w:message Tin\n a:user\n b:user\n e:end\n"
        " s > z > p\n p > v > a > e\n p > w > b > e"
    )
    case.tell("Tin", so=1)
    case.do("z")
    assert len(case.open) == 1
    assert len(case.process.messages()) == 1


def test_a_message_nobody_in_the_model_receives_is_not_kept(begin: Begin) -> None:
    case = begin("s:start\n a:user\n e:end\n s > a > e")
    assert not case.tell("La")
    assert case.process.kept_messages() == ()


@pytest.mark.parametrize("sender", ["d:send Tin", "d:throw message Tin"])
def test_a_message_sent_inside_the_case_reaches_exactly_one_that_waits(begin: Begin, sender: str) -> None:
    case = begin(
        f"s:start\n p:and\n z:user\n {sender}\n v:message Tin\n r:receive Tin\n a:user\n b:user\n"
        " e:end\n s > p\n p > z > d > e\n p > v > a > e\n p > r > b > e"
    )
    case.do("z")
    assert case.open == ["a"]
    assert case.process.outgoing() == ()
    assert [message.element_id for message in case.process.messages()] == ["r"]


def test_a_message_sent_before_its_receiver_waits_is_kept(begin: Begin) -> None:
    case = begin("s:start\n d:send Tin\n a:user\n r:receive Tin\n e:end\n s > d > a > r > e")
    assert case.process.kept_messages() == ("Tin",)
    assert case.do("a").completed


@pytest.mark.parametrize(
    "drawing",
    [
        "s:start\n d:send Ra\n a:user\n e:end\n s > d > a > e",
        "s:start\n d:throw message Ra\n a:user\n e:end\n s > d > a > e",
    ],
)
def test_a_message_for_others_goes_out(
    draw: Callable[[str], str], compiled: Callable[..., object], drawing: str
) -> None:
    case = Case(compiled(draw(drawing)), {"so": 7}, stored=False)  # type: ignore[arg-type]
    (message,) = case.process.outgoing()
    assert (message.name, message.payload) == ("Ra", {"so": 7})


def test_a_message_end_event_sends_and_ends(
    draw: Callable[[str], str], compiled: Callable[..., object]
) -> None:
    case = Case(compiled(draw("s:start\n e:end message Ra\n s > e")), {}, stored=False)  # type: ignore[arg-type]
    assert case.completed
    assert case.process.outcome == ("e",)
    assert [message.name for message in case.process.outgoing()] == ["Ra"]


def test_a_receive_task_carries_events_on_its_border(begin: Begin) -> None:
    case = begin("s:start\n r:receive Tin\n t:timer on r in P1D\n a:user\n e:end\n s > r > e\n t > a > e")
    case.wait(days=1)
    assert case.open == ["a"]
    assert not case.tell("Tin")
    assert case.happened(What.CANCELLED) == ["r"]


def test_a_receive_task_for_each_of_a_list(begin: Begin) -> None:
    case = begin("s:start\n r:receive Tin each x of ds\n e:end\n s > r > e", ds=[1, 2, 3])
    for _ in range(3):
        assert not case.completed
        assert case.tell("Tin")
    assert case.completed


def test_a_message_may_start_a_case(begin: Begin) -> None:
    assert begin("s:start message Don\n a:user\n e:end\n s > a > e").open == ["a"]


def test_a_signal_happens_to_everything_that_waits(begin: Begin) -> None:
    case = begin(
        "s:start\n p:and\n z:user\n h:throw signal X\n v:signal X\n w:signal X\n a:user\n b:user\n c:user\n"
        " m:signal on c X\n d:user\n e:end\n"
        " s > p\n p > z > h > e\n p > v > a > e\n p > w > b > e\n p > c > e\n m > d > e"
    )
    case.do("z")
    assert case.open == ["a", "b", "d"]
    assert case.happened(What.SIGNAL_RECEIVED) == ["v", "w", "m"]


def test_a_signal_is_not_kept(begin: Begin) -> None:
    case = begin("s:start\n h:throw signal X\n a:user\n w:signal X\n e:end\n s > h > a > w > e")
    case.do("a")
    assert not case.completed
    assert case.signal("Y") == 0
    assert case.signal("X") == 1
    assert case.completed


def test_a_signal_thrown_is_told_to_the_caller(
    draw: Callable[[str], str], compiled: Callable[..., object]
) -> None:
    case = Case(compiled(draw("s:start\n h:throw signal X\n e:end signal Y\n s > h > e")), {}, stored=False)  # type: ignore[arg-type]
    assert case.process.thrown_signals() == ("X", "Y")
    assert case.completed


def test_a_signal_beside_a_task_happens_each_time(begin: Begin) -> None:
    case = begin("s:start\n a:user\n m:signal on a X beside\n b:user\n e:end\n s > a > e\n m > b > e")
    case.signal("X")
    case.signal("X")
    assert case.open == ["a", "b", "b"]
    case.do("a")
    assert case.signal("X") == 0
    assert case.do("b").do("b").completed


def test_a_message_beside_a_task_happens_each_time(begin: Begin) -> None:
    case = begin("s:start\n a:user\n m:message on a X beside\n b:user\n e:end\n s > a > e\n m > b > e")
    assert case.tell("X")
    assert case.tell("X")
    assert case.open == ["a", "b", "b"]
    case.do("a")
    assert not case.tell("X")
