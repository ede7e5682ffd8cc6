"""Random block-structured drawings do each step exactly as often as drawn, in any order of completion."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.values import Value
from engine.runtime import RunningProcess, compile_bundle
from tests.engine.runtime.drawings import NOW, Drawing


@dataclass(frozen=True)
class Block:
    """A piece of a drawing with one way in and one way out."""

    kind: str
    parts: tuple[Block, ...] = ()
    taken: tuple[bool, ...] = ()
    """For choices: which parts are taken; for a loop, its length is the number of rounds."""


@dataclass
class Writer:
    """Writes blocks in the notation and counts how often each of their tasks must be done."""

    lines: list[str] = field(default_factory=list)
    expected: Counter[str] = field(default_factory=Counter)
    variables: dict[str, Value] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=count)

    def write(self, block: Block, before: str, times: int) -> str:
        """Draw `block` after the element `before`, done `times` times; the element it ends with."""
        match block.kind:
            case "task":
                return self._task(before, times)
            case "row":
                for part in block.parts:
                    before = self.write(part, before, times)
                return before
            case "and" | "or" | "xor":
                return self._fork(block, before, times)
            case "loop":
                return self._loop(block, before, times)
            case "link":
                return self._link(block, before, times)
            case _:
                return self._inside(block, before, times)

    def _new(self, kind: str) -> str:
        name = f"n{next(self.numbers)}"
        self.lines.append(f"{name}:{kind}")
        return name

    def _task(self, before: str, times: int) -> str:
        name = self._new("user")
        self.lines.append(f"{before} > {name}")
        self.expected[name] += times
        return name

    def _fork(self, block: Block, before: str, times: int) -> str:
        fork, join = self._new(block.kind), self._new(block.kind)
        self.lines.append(f"{before} > {fork}")
        taken = list(block.taken[: len(block.parts)])
        if block.kind == "xor":
            taken = [flag and not any(taken[:place]) for place, flag in enumerate(taken)]
        for place, part in enumerate(block.parts):
            go = block.kind == "and" or taken[place] or (place == len(taken) - 1 and not any(taken))
            entry = self._task(fork, times if go else 0)
            if block.kind != "and":
                last = place == len(block.parts) - 1
                self.lines.remove(f"{fork} > {entry}")
                # The last branch is the default: taken when no other is true.
                flag = str(taken[place] or (last and not any(taken))).lower()
                rule = "else" if last and not (block.kind == "or" and taken[place]) else f"if {flag}"
                self.lines.append(f"{fork} > {entry} {rule}")
            self.lines.append(f"{self.write(part, entry, times if go else 0)} > {join}")
        return join

    def _loop(self, block: Block, before: str, times: int) -> str:
        head, check = self._new("xor"), self._new("xor")
        rounds = len(block.taken)
        counter = f"v{head}"
        self.variables[counter] = rounds
        self.lines.append(f"{before} > {head}")
        last = self._task(self.write(block.parts[0], head, times * rounds), times * rounds)
        self.lines += [f"{last} > {check}", f"{check} > {head} if {counter}_{last} < {rounds}"]
        after = self._task(check, times)
        self.lines.remove(f"{check} > {after}")
        self.lines.append(f"{check} > {after} else")
        self.variables[f"{counter}_{last}"] = 0
        return after

    def _link(self, block: Block, before: str, times: int) -> str:
        thrown = self._new("throw link")
        self.lines.remove(f"{thrown}:throw link")
        caught = self._new(f"link L{thrown}")
        self.lines += [f"{thrown}:throw link L{thrown}", f"{before} > {thrown}"]
        return self.write(block.parts[0], caught, times)

    def _inside(self, block: Block, before: str, times: int) -> str:
        instances = len(block.taken) if block.kind not in {"sub", "guarded"} else 1
        how = {
            "sub": "",
            "guarded": "",
            "enough": f" times 9 one-by-one until nrOfCompletedInstances = {instances}",
            "repeated": f" most {instances}",
            "each": f" each x of [{','.join('1' * instances)}]",
        }
        name = self._new("sub" + how.get(block.kind, f" times {instances} one-by-one") + " {")
        start = self._new("start")
        if block.kind == "guarded":
            self._handlers()
        last = self.write(block.parts[0], start, times * instances)
        self.lines += [f"{last} > {self._new('end')}", "}", f"{before} > {name}"]
        return name

    def _handlers(self) -> None:
        """Event sub-processes for what never happens."""
        for trigger in (
            "timer in P1D",
            "message Khong",
            "signal Khong",
            "error Khong",
            "condition khong = 1",
        ):
            self._new("handler {")
            start, end = self._new(f"start {trigger}"), self._new("end")
            self.lines += [f"{start} > {end}", "}"]


task = st.builds(Block, st.just("task"))
flags = st.lists(st.booleans(), min_size=3, max_size=3).map(tuple)
few = st.lists(st.booleans(), min_size=1, max_size=3).map(tuple)
blocks = st.recursive(
    task,
    lambda inner: st.one_of(
        st.builds(Block, st.just("row"), st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(
            Block,
            st.sampled_from(["and", "or", "xor"]),
            st.lists(inner, min_size=2, max_size=3).map(tuple),
            flags,
        ),
        st.builds(Block, st.just("loop"), st.tuples(inner), few),
        st.builds(Block, st.just("link"), st.tuples(inner)),
        st.builds(
            Block,
            st.sampled_from(["sub", "each", "times", "guarded", "enough", "repeated"]),
            st.tuples(inner),
            few,
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(block=blocks, data=st.data())
def test_each_step_is_done_exactly_as_often_as_the_drawing_says(block: Block, data: st.DataObject) -> None:
    writer = Writer()
    writer.lines.append("s:start")
    last = writer.write(block, "s", 1)
    writer.lines += ["e:end", f"{last} > e"]
    xml = Drawing("\n".join(writer.lines)).xml()
    model = compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))
    process = RunningProcess.start(model, variables=writer.variables, now=NOW)
    done: Counter[str] = Counter()
    counters = [name for name in writer.variables if "_" in name]
    while open_tasks := process.open_tasks():
        task = data.draw(st.sampled_from(open_tasks))
        done[task.element_id] += 1
        assert done[task.element_id] <= writer.expected[task.element_id]
        outputs: dict[str, Value] = {}
        for name in counters:
            if name.endswith(f"_{task.element_id}"):
                rounds = process.variables(task.id)[name.split("_")[0]]
                seen = process.variables(task.id)[name]
                assert isinstance(seen, int)
                # After its last round a loop may begin again inside an outer one.
                outputs[name] = 1 if seen == rounds else seen + 1
        process.complete(task.id, outputs)
        process = RunningProcess.load(model, process.dump(), NOW)
    assert process.completed
    assert done == +writer.expected
    assert process.waiting() == ()
    left = json.loads(process.dump())
    assert [rows for _, _, rows in left["levels"]] == [[]], "no token is left on any level"
    assert set(json.loads(left["variables"])["scopes"]) == {""}, "no scope of an instance is left"
