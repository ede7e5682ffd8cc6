"""Laws of moving cases, on random block-structured drawings: nothing changes unless the drawing does."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.migration import plan
from engine.domain.values import Value
from engine.runtime import CompiledModel, RunningProcess, compile_bundle
from engine.runtime.migrating import carry_over
from engine.runtime.migration_arming import arm
from tests.engine.runtime.drawings import NOW, Drawing
from tests.engine.runtime.test_random_drawings import Block, Writer, blocks

_ID = re.compile(r"(?<!Bước )\bn(\d+)\b")


def compiled(xml: str) -> CompiledModel:
    return compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))


def drawn(block: Block) -> tuple[Writer, str]:
    """The drawing of a block, with what it expects."""
    writer = Writer()
    writer.lines.append("s:start")
    last = writer.write(block, "s", 1)
    writer.lines += ["e:end", f"{last} > e"]
    return writer, Drawing("\n".join(writer.lines)).xml()


def moved(old: CompiledModel, new: CompiledModel, state: bytes) -> bytes:
    """The state of a case for the other version; it must be possible, and nothing may begin."""
    carried = carry_over(old, new, plan(old.definition, new.definition), state, NOW)
    assert carried.state is not None, [finding.message_en for finding in carried.findings]
    assert carried.arms == ()
    process = RunningProcess.load(new, carried.state, NOW)
    assert process.dump() == carried.state
    assert arm(process, new, carried.arms) == ()
    assert process.dump() == carried.state
    return carried.state


def outputs(writer: Writer, process: RunningProcess, task_id: str, step: str) -> dict[str, Value]:
    """What a step hands in, so that each loop makes its rounds."""
    handed: dict[str, Value] = {}
    for name in writer.variables:
        if "_" in name and name.endswith(f"_{step}"):
            seen = process.variables(task_id)
            rounds, round_ = seen[name.split("_")[0]], seen[name]
            assert isinstance(round_, int)
            handed[name] = 1 if round_ == rounds else round_ + 1
    return handed


@settings(max_examples=60, deadline=None)
@given(block=blocks, data=st.data())
def test_a_case_moved_at_every_step_does_exactly_what_is_drawn(block: Block, data: st.DataObject) -> None:
    """Between a drawing and one with other ids and one more step at the end, there and back all the time."""
    writer, xml = drawn(block)
    first = compiled(xml)
    other = compiled(_with_last_step(_ID.sub(r"m\1", xml)))
    process = RunningProcess.start(first, variables=writer.variables, now=NOW)
    done: Counter[str] = Counter()
    while open_tasks := process.open_tasks():
        before = process.dump()
        assert moved(first, first, before) == before
        there = moved(first, other, before)
        assert moved(other, first, there) == before
        process = RunningProcess.load(other, there, NOW)
        task = data.draw(st.sampled_from(open_tasks))
        step = task.element_id
        done[step] += 1
        assert done[step] <= writer.expected[step]
        process.complete(task.id, outputs(writer, process, task.id, step))
        if [each.element_id for each in process.open_tasks()] == ["them"]:
            break
        process = RunningProcess.load(first, moved(other, first, process.dump()), NOW)
    assert done == +writer.expected
    (last,) = process.open_tasks()
    process.complete(last.id, {})
    assert process.completed


def _with_last_step(xml: str) -> str:
    """One more user task before the end of the process."""
    flow = re.search(r'<bpmn:sequenceFlow id="(\w+)" sourceRef="(\w+)" targetRef="e">', xml)
    assert flow is not None
    into = flow.group(0).replace('targetRef="e"', 'targetRef="them"')
    more = (
        '<bpmn:userTask id="them" name="Thêm"/><bpmn:sequenceFlow id="Fthem" sourceRef="them" targetRef="e"/>'
    )
    return xml.replace(flow.group(0), more + into)
