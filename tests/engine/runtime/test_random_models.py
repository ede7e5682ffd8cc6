"""Random block-structured models run as a plain interpreter of blocks says, stored between steps or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from engine.domain.bundle import Bundle
from engine.domain.values import Value
from engine.runtime import CompiledModel, OpenTask, RunningProcess, compile_bundle
from tests.engine.runtime.blocks import INDEX, Block, Drawer, Drawn, blocks, handlers, message_of
from tests.engine.runtime.drawings import NOW, Drawing
from tests.engine.runtime.token_game import Game

FREE_STEPS = 14
"""Steps of any kind; then only such as bring the case to its end."""
MOST_STEPS = 400
_BACKWARDS = {"loop", "work", "sub"}


class Trial:
    """One model played three times at once: live, stored after every step, and as blocks."""

    def __init__(self, block: Block, outside: tuple[Block, ...]) -> None:
        self.drawn, text = Drawer().process(block, outside)
        note(text)
        xml = Drawing(text).xml()
        self.model: CompiledModel = compile_bundle(Bundle(files={"model.bpmn": xml.encode()}))
        self.game = Game(self.drawn, 0)
        self.live = RunningProcess.start(self.model, variables={}, now=NOW)
        self.stored = RunningProcess.start(self.model, variables={}, now=NOW)
        self._around = dict(_instances_around(self.drawn, ()))
        self._deciding = {each.ids["decide"]: each for each in self.drawn.walk() if "decide" in each.ids}
        self.compare()

    @property
    def now(self) -> datetime:
        return NOW + timedelta(microseconds=self.game.now)

    def path(self, process: RunningProcess, task: OpenTask) -> tuple[int, ...]:
        """Which instance of each multi-instance activity around it a task belongs to."""
        seen = process.variables(task.id)
        return tuple(int(str(seen[f"{INDEX}{name}"])) for name in self._around.get(task.element_id, ()))

    def opened(self, process: RunningProcess) -> list[tuple[str, tuple[int, ...]]]:
        return [(task.element_id, self.path(process, task)) for task in process.open_tasks()]

    def compare(self) -> None:
        """All three stand at the same place."""
        state = self.stored.dump()
        self.stored = RunningProcess.load(self.model, state, self.now)
        assert self.stored.dump() == state
        for process in (self.live, self.stored):
            assert sorted(self.opened(process)) == self.game.open()
            assert sorted(event.element_id for event in process.waiting() if event.name != "E") == (
                self.game.waiting()
            )
            assert process.completed == self.game.completed
            assert sorted(process.kept_messages()) == sorted(self.game.kept)
        assert self.live.variables() == self.stored.variables()
        assert self.live.outcome == self.stored.outcome

    # Steps

    def complete(self, element: str, path: tuple[int, ...], outputs: Mapping[str, int]) -> None:
        note(f"complete {element} {path} {outputs}")
        self.game.complete(element, path, outputs)
        given: dict[str, Value] = {
            name: bool(value) if name.rpartition("_")[2].isdecimal() else value
            for name, value in outputs.items()
        }
        for process in (self.live, self.stored):
            tasks = process.open_tasks()
            task = next(
                task for task in tasks if (task.element_id, self.path(process, task)) == (element, path)
            )
            process.complete(task.id, given, now=self.now)
        self.compare()

    def wake(self, moment: int) -> None:
        note(f"wake {moment}")
        self.game.wake(moment)
        for process in (self.live, self.stored):
            process.wake(self.now)
        self.compare()

    def tell(self, name: str) -> None:
        note(f"tell {name}")
        self.game.tell(name)
        for process in (self.live, self.stored):
            process.correlate(name, {}, now=self.now, keep=True)
        self.compare()

    def step(self, draw: st.DataObject, *, freely: bool, number: int) -> None:
        """Any step that can be done; when not freely, one that leads on."""
        tasks, timers, messages = (self.game.leaves(kind) for kind in ("task", "timer", "message"))
        can = ["task"] * bool(tasks) + ["timer"] * bool(timers) + ["message"] * bool(messages)
        assert can, "nothing is open and nothing is waited for, and the case has not ended"
        told = [message_of(event) for event in _messages(self.drawn)]
        what = draw.draw(st.sampled_from(can + ["early"] * bool(told))) if freely else can[0]
        match what:
            case "task":
                leaf = draw.draw(st.sampled_from(tasks)) if freely else tasks[0]
                self.complete(leaf.element, leaf.path, self._outputs(leaf.element, draw, freely=freely))
            case "timer":
                due = sorted(leaf.due for leaf in timers)
                # A few microseconds late, different each time: no two timers are due together by chance.
                late = due[-1] if freely and draw.draw(st.booleans()) else due[0]
                self.wake(max(late, self.game.now) + 7 * number + 1)
            case "message":
                messages.sort(key=lambda leaf: leaf.repeats)
                self.tell(
                    message_of((draw.draw(st.sampled_from(messages)) if freely else messages[0]).element)
                )
            case _:
                self.tell(draw.draw(st.sampled_from(told)))

    def _outputs(self, element: str, draw: st.DataObject, *, freely: bool) -> dict[str, int]:
        choice = self._deciding.get(element)
        if choice is None:
            return {}
        name, kind, ways = choice.ids["choice"], choice.block.kind, len(choice.parts)
        if kind in _BACKWARDS:
            return {name: draw.draw(st.integers(0, 1)) if freely else 0}
        if kind == "xor":
            return {name: draw.draw(st.integers(0, ways - 1))}
        flags = draw.draw(st.lists(st.integers(0, 1), min_size=ways, max_size=ways))
        if "default" not in choice.block.marks and not any(flags):
            flags[0] = 1
        return {f"{name}_{place}": flag for place, flag in enumerate(flags)}


def _instances_around(drawn: Drawn, around: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each element that may be open, the multi-instance activities around it, outermost first."""
    inside = (*around, drawn.ids["element"]) if "many" in drawn.block.marks else around
    for part in ("element", "decide"):
        if part in drawn.ids:
            yield drawn.ids[part], inside
    for each in drawn.parts:
        yield from _instances_around(each, inside)
    for each in drawn.border:
        yield from _instances_around(each, around)


def _messages(drawn: Drawn) -> list[str]:
    """Elements that may wait for a message."""
    found = []
    for each in drawn.walk():
        if each.block.kind == "message" and "element" in each.ids:
            found.append(each.ids["element"])
        if "event" in each.ids and (
            "message" in each.block.kind or any("message" in m for m in each.block.marks)
        ):
            found.append(each.ids["event"])
        found += [event for name, event in each.ids.items() if name.startswith("message ")]
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(block=blocks, outside=handlers, draw=st.data())
def test_a_random_model_runs_as_its_blocks_say_and_comes_to_its_end(
    block: Block, outside: tuple[Block, ...], draw: st.DataObject
) -> None:
    trial = Trial(block, outside)
    for number in range(MOST_STEPS):
        if trial.live.completed:
            break
        trial.step(draw, freely=number < FREE_STEPS, number=number)
    assert trial.live.completed
    assert trial.live.waiting() == ()
    left = json.loads(trial.stored.dump())
    assert [rows for _, _, rows in left["levels"]] == [[]], "no token is left on any level"
    assert set(json.loads(left["variables"])["scopes"]) == {""}, "no scope of an instance is left"
