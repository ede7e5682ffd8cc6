"""However long a case has gone round in circles, it is as small as at its beginning."""

from __future__ import annotations

import pytest

from engine.domain.bundle import Bundle
from engine.runtime import ProcessIncident, RunningProcess, compile_bundle
from engine.runtime.kernel import workflow
from tests.engine.runtime.drawings import NOW, Drawing

MANY = 10_000
FEW = 2_000
"""Enough for a loop that grows to be seen."""
LOOPS = {
    "an exclusive loop": (
        "s:start\n m:xor\n a:user\n g:xor\n e:end\n s > m > a > g\n g > m if lai\n g > e else",
        1,
    ),
    "a loop without a gateway": ("s:start\n a:user\n b:user\n s > a > b > a", 2),
    "a parallel join in a loop": (
        "s:start\n m:xor\n p:and\n a:user\n b:user\n j:and\n g:xor\n e:end\n s > m > p > a > j > g\n p > b > j\n g > m if lai\n g > e else",  # noqa: E501
        2,
    ),
    "an inclusive join in a loop": (
        "s:start\n m:xor\n p:or\n a:user\n b:user\n j:or\n g:xor\n e:end\n s > m > p\n p > a if true\n p > b if true\n a > j\n b > j > g\n g > m if lai\n g > e else",  # noqa: E501
        2,
    ),
    "a sub-process with a timer in a loop": (
        "s:start\n m:xor\n q:sub {\n s1:start\n a:user\n e1:end\n s1 > a > e1\n }\n t:timer on q in P1D\n g:xor\n e:end\n s > m > q > g\n t > g\n g > m if lai\n g > e else",  # noqa: E501
        1,
    ),
}


@pytest.mark.parametrize("name", LOOPS)
def test_round_after_round_a_case_is_as_small_as_in_the_first(name: str) -> None:
    """The library loses the case at round 500 and says that it has ended."""
    text, tasks = LOOPS[name]
    model = compile_bundle(Bundle(files={"model.bpmn": Drawing(text).xml().encode()}))
    process = RunningProcess.start(model, variables={"lai": True}, now=NOW)
    sizes = []
    rounds = MANY if tasks == 1 and "timer" not in name else FEW // tasks
    for number in range(rounds):
        for _ in range(tasks):
            process.complete(process.open_tasks()[0].id, {}, now=NOW)
        if number % 200 == 0:
            state = process.dump()
            sizes.append(len(state))
            process = RunningProcess.load(model, state, NOW)
    assert max(sizes) - min(sizes) < 20, "only the number of the order of arrival grows"
    elements = [task.element_id for task in process.open_tasks()]
    assert len(elements) == len(set(elements)), "no token has multiplied"


def test_a_standard_loop_of_ten_thousand_rounds_stays_small() -> None:
    text = f"s:start\n a:user while lai most {MANY}\n z:user\n e:end\n s > a > z > e"
    model = compile_bundle(Bundle(files={"model.bpmn": Drawing(text).xml().encode()}))
    process = RunningProcess.start(model, variables={"lai": True}, now=NOW)
    for _ in range(MANY - 1):
        process.complete(process.open_tasks()[0].id, {}, now=NOW)
    assert [task.element_id for task in process.open_tasks()] == ["a"]
    assert len(process.dump()) < 1_000
    process.complete(process.open_tasks()[0].id, {}, now=NOW)
    assert [task.element_id for task in process.open_tasks()] == ["z"]


COUNTING = "s:start\n m:xor\n g:xor\n z:user\n s > m > k > g\n g > m if {}\n g > z else"
SCRIPT = (
    '<bpmn:scriptTask id="k"><bpmn:extensionElements><gov:assign variable="n" value="n + 1"/>'
    "</bpmn:extensionElements></bpmn:scriptTask>"
)


def counting(condition: str) -> RunningProcess:
    drawing = Drawing(f"{SCRIPT}\n{COUNTING.format(condition)}").xml()
    model = compile_bundle(Bundle(files={"model.bpmn": drawing.encode()}), forms_known=False)
    return RunningProcess.start(model, variables={"n": 0}, now=NOW)


def test_ten_thousand_automatic_rounds_run_in_one_go() -> None:
    process = counting(f"n < {MANY}")
    assert process.variables() == {"n": MANY}
    assert [task.element_id for task in process.open_tasks()] == ["z"]


def test_automatic_rounds_without_end_are_an_incident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflow, "MOST_STEPS", 1_000)
    with pytest.raises(ProcessIncident) as caught:
        counting("true")
    assert "1000" in caught.value.en
