"""Where a case of a drawing can come to stand, compared with what the kernel really does."""

# ruff: noqa: E501  a drawing reads best on its one line

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.runtime import RunningProcess
from engine.runtime.kernel.tokens import live_tasks
from engine.runtime.migration_standing import spots
from engine.runtime.reachable import Spot, reachable
from tests.engine.runtime.drawings import NOW
from tests.engine.runtime.moved import model_of
from tests.engine.runtime.test_migrating_laws import compiled, drawn, outputs
from tests.engine.runtime.test_random_drawings import Block, blocks

FORK = "s:start\n p:and\n a:user\n b:user\n j:and\n z:user\n e:end\n s > p > a > j > z > e\n p > b > j"
CHOICE = "s:start\n g:xor\n a:user\n b:user\n k:xor\n z:user\n e:end\n s > g\n g > a if x = 1\n g > b else\n a > k\n b > k\n k > z > e"
INCLUSIVE = "s:start\n p:or\n a:user\n b:user\n j:or\n z:user\n e:end\n s > p\n p > a if x = 1\n p > b else\n a > j\n b > j\n j > z > e"
LOOP = (
    "s:start\n k:xor\n a:user\n g:xor\n b:user\n e:end\n s > k > a > g\n g > k if x = 1\n g > b else\n b > e"
)
GUARDED = "s:start\n a:user\n b:user\n e:end\n s > a > b > e\n t:timer on a in P1D beside\n x:user\n t > x > e\n u:timer on a in P3D\n y:user\n u > y > e"


@pytest.mark.parametrize(
    ("drawing", "standing", "possible"),
    [
        (FORK, ["a", "b"], True),
        (FORK, ["a"], False),
        (FORK, ["z"], True),
        (FORK, ["a", "z"], False),
        (CHOICE, ["a"], True),
        (CHOICE, ["a", "b"], False),
        (CHOICE, ["z"], True),
        (INCLUSIVE, ["a", "b"], True),
        (INCLUSIVE, ["b"], True),
        (INCLUSIVE, ["a", "z"], False),
        (LOOP, ["a"], True),
        (LOOP, ["b"], True),
        (LOOP, ["a", "b"], False),
        (GUARDED, ["a", "x"], True),
        (GUARDED, ["x", "y"], True),
        (GUARDED, ["a", "y"], False),
        (GUARDED, ["b", "y"], False),
        (GUARDED, ["x", "x"], True),
    ],
)
def test_a_case_may_stand_where_a_run_can_lead(drawing: str, standing: list[str], *, possible: bool) -> None:
    model = model_of(drawing)
    assert reachable(model.process_spec, Counter[Spot](f"#{element}" for element in standing)) is possible


def test_a_branch_that_waits_at_the_join_counts_by_its_way_in() -> None:
    level = model_of(FORK).process_spec
    assert reachable(level, Counter({("#j", "#a"): 1, "#b": 1}))
    assert not reachable(level, Counter({("#j", "#a"): 1, "#a": 1}))
    assert not reachable(level, Counter({("#j", "#a"): 1}))


def test_wherever_a_wide_case_cannot_stand_the_answer_comes_soon() -> None:
    """Twelve branches of three steps: half a billion ways to stand, most of them not looked at."""
    lines = ["s:start", "p:and", "j:and", "e:end", "z:user", "s > p", "j > z > e"]
    for branch in range(12):
        steps = [f"b{branch}x{step}" for step in range(3)]
        lines += [f"{step}:user" for step in steps]
        lines.append(" > ".join(["p", *steps, "j"]))
    level = model_of("\n".join(lines)).process_spec
    every = Counter[Spot](f"#b{branch}x{branch % 3}" for branch in range(12))
    assert reachable(level, every)
    assert not reachable(level, Counter[Spot](list(every)[1:]))


@settings(max_examples=40, deadline=None)
@given(block=blocks, data=st.data())
def test_wherever_a_case_stands_it_could_come_to_stand(block: Block, data: st.DataObject) -> None:
    writer, xml = drawn(block)
    model = compiled(xml)
    process = RunningProcess.start(model, variables=writer.variables, now=NOW)
    while open_tasks := process.open_tasks():
        kernel = process._kernel
        for level in (kernel, *kernel.subprocesses.values()):
            tokens = ((task.task_spec, task.internal_data) for task in live_tasks(level))
            assert reachable(level.spec, Counter(spots(level.spec, tokens)))
        task = data.draw(st.sampled_from(open_tasks))
        process.complete(task.id, outputs(writer, process, task.id, task.element_id))
