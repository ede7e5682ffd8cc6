"""What a step does not touch rests: it is written back as it was read, and a step is the same as without."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.domain.values import Value
from engine.runtime import CompiledModel, ProcessIncident, RunningProcess, StateUnreadable
from engine.runtime.kernel.resting import Scopes, Stored
from tests.engine.runtime.blocks import Block, blocks, handlers
from tests.engine.runtime.drawings import NOW
from tests.engine.runtime.test_random_models import FREE_STEPS, MOST_STEPS, Trial

PARTS = """
    s:start
    q:sub each x of ds {
    si:start
    a:user
    b:user
    ei:end
    si > a > b > ei
    }
    e:end
    s > q > e
"""
TASK = "11111111111111111111111111111111"


def begun(model: CompiledModel, **variables: Value) -> RunningProcess:
    return RunningProcess.start(model, variables=variables, now=NOW)


def awoken(model: CompiledModel, state: bytes, now: datetime) -> RunningProcess:
    """A case of which nothing rests."""
    process = RunningProcess.load(model, state, now)
    kernel = process._kernel
    for level in (kernel, *kernel.subprocesses.values()):
        assert all(task.hex for task in level.tasks.values())
    assert all(isinstance(scope, Mapping) for scope in kernel.scopes.values())
    return process


def picture(process: RunningProcess) -> object:
    """The state of a case and what it waits for, with ids by the places where they come first."""
    stored = json.loads(process.dump())
    stored["variables"] = json.loads(stored["variables"])
    places: dict[str, str] = {}

    def named(text: str) -> str:
        plain = re.sub(r"\b(\w{8})-(\w{4})-(\w{4})-(\w{4})-(\w{12})\b", r"\1\2\3\4\5", text)
        return re.sub(
            r"\b[0-9a-f]{32}\b", lambda found: places.setdefault(found[0], f"@{len(places)}"), plain
        )

    levels = named(json.dumps(stored.pop("levels")))
    waits = process.waits()
    kept = {
        key: {named(at): each for at, each in found.items()}
        for key, found in stored.pop("variables").items()
        if isinstance(found, dict)
    }
    waiting = [
        {named(at): each for at, each in found.items()}
        for found in (waits.users, waits.services, waits.timers)
    ]
    return levels, kept, waiting, stored, [(event.what, event.element_id) for event in process.trace()]


def outcome(process: RunningProcess, step: Callable[[RunningProcess], object]) -> object:
    try:
        step(process)
    except ProcessIncident as incident:
        return incident.element_id, incident.vi
    return picture(process)


class Rested(Trial):
    """A trial that also tries every next step on a case at rest and on one of which nothing rests."""

    def compare(self) -> None:
        super().compare()
        state = self.stored.dump()
        steps: list[Callable[[RunningProcess], object]] = [
            lambda process: process.wake(self.now),
            lambda process: process.set_variables({"moi": 1}),
            lambda process: process.cancel(),
            *(
                lambda process, task=task: process.complete(task, {"moi": 1})
                for task in self.stored.waits().users
            ),
            *(lambda process, due=due: process.wake(due) for _, due in self.stored.waits().timers.values()),
            *(
                lambda process, name=event.name: process.correlate(name, {"moi": 2})
                for event in self.stored.waiting()
                if event.kind == "message" and event.name is not None
            ),
        ]
        assert RunningProcess.load(self.model, state, self.now).dump() == state
        assert awoken(self.model, state, self.now).dump() == state
        for step in steps:
            resting = outcome(RunningProcess.load(self.model, state, self.now), step)
            assert resting == outcome(awoken(self.model, state, self.now), step)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(block=blocks, outside=handlers, draw=st.data())
def test_a_step_of_a_case_at_rest_is_the_same_as_one_of_a_case_that_is_wide_awake(
    block: Block, outside: tuple[Block, ...], draw: st.DataObject
) -> None:
    trial = Rested(block, outside)
    for number in range(MOST_STEPS):
        if trial.live.completed or number >= FREE_STEPS:
            break
        trial.step(draw, freely=True, number=number)


def test_a_step_in_one_of_many_parts_leaves_the_others_asleep(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(PARTS))
    state = begun(model, ds=[date(2026, 1, day) for day in range(1, 31)]).dump()
    process = RunningProcess.load(model, state, NOW)
    tasks = list(process.waits().users)
    process.complete(tasks[7], {})
    process.waits()
    assert len(process._kernel.woken) < 5
    before, after = json.loads(state)["levels"], json.loads(process.dump())["levels"]
    assert len(before) == len(after) == 31
    assert [one for one in after if one not in before] == [after[8]]


def test_a_level_at_rest_inside_a_level_at_rest_is_taken_away_with_it(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    inner = "q2:sub {\n s2:start\n a:user\n e2:end\n s2 > a > e2\n }"
    around = f"q1:sub {{\n s1:start\n {inner}\n e1:end\n s1 > q2 > e1\n }}"
    model = compiled(
        draw(f"s:start\n {around}\n t:timer on q1 in PT1H\n z:user\n e:end\n s > q1 > e\n t > z > e")
    )
    process = RunningProcess.load(model, begun(model).dump(), NOW)
    process.wake(NOW + timedelta(hours=1))
    assert list(process.waits().users.values()) == ["z"]
    assert len(json.loads(process.dump())["levels"]) == 1


def test_what_a_case_waits_for_is_right_after_every_step_without_storing(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(PARTS))
    process = RunningProcess.load(model, begun(model, ds=[1, 2, 3, 4]).dump(), NOW)
    first = list(process.waits().users)
    for done, task in enumerate(first, 1):
        process.complete(task, {})
        users = process.waits().users
        assert sorted(users.values()) == ["a"] * (4 - done) + ["b"] * done
        assert set(first[done:]) < set(users) or done == len(first)
        assert users == RunningProcess.load(model, process.dump(), NOW).waits().users


def test_values_that_nobody_wrote_are_stored_as_they_were(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw("s:start\n a:user\n b:user\n e:end\n s > a > b > e"))
    state = begun(model, ngay=date(2026, 2, 28), ds=[1]).dump()
    process = RunningProcess.load(model, state, NOW)
    seen: Any = process.variables()
    seen["ds"].append(2)
    assert process.dump() == state, (
        "what `variables` gives is not to be changed, and changing it does nothing"
    )
    process.complete(process.open_tasks()[0].id, {"so": 1})
    again = RunningProcess.load(model, process.dump(), NOW).variables()
    assert (again["ngay"], again["so"]) == (date(2026, 2, 28), 1)


def test_a_scope_changes_only_where_it_is_said_that_it_changes() -> None:
    kept: Scopes = Stored({"a": {"ngay": {"$": "date", "value": "2026-02-28"}}, "b": {}})
    given: Any = kept["a"]
    with pytest.raises(TypeError):
        given["moi"] = 1
    kept["c"] = given
    kept["c"]["moi"] = 1
    kept.changing("b").update({"so": 2})
    assert kept.pop("b") == {"so": 2}
    assert "b" not in kept
    assert list(kept) == ["a", "c"]
    dated = {"ngay": {"$": "date", "value": "2026-02-28"}}
    assert kept.stored() == {"a": dated, "c": {**dated, "moi": 1}}
    with pytest.raises(KeyError):
        kept["b"]
    with pytest.raises(KeyError):
        kept.changing("b")


def stored(model: CompiledModel, levels: object, variables: object) -> bytes:
    return json.dumps(
        {
            "format": 1,
            "process": "P",
            "bundle": model.definition.bundle_hash,
            "order": 3,
            "ends": [],
            "completed": False,
            "cancelled": False,
            "levels": levels,
            "variables": json.dumps(variables),
        }
    ).encode()


def test_a_state_of_the_first_version_is_read_with_the_messages_it_kept(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw("s:start\n a:user\n m:message Tin\n z:user\n e:end\n s > a > m > z > e"))
    levels = [[None, "P", [[TASK, -1, 16, "#a", 3, 0]]]]
    kept = [["Tin", {"tu": {"$": "date", "value": "2026-11-30"}}]]
    state = stored(model, levels, {"kept": {}, "messages": kept, "scopes": {"": {"so": 7}}})
    process = RunningProcess.load(model, state, NOW)
    assert process.kept_messages() == ("Tin",)
    process.complete(process.open_tasks()[0].id, {})
    assert [task.element_id for task in process.open_tasks()] == ["z"]
    assert process.variables() == {"so": 7, "tu": date(2026, 11, 30)}


def test_a_state_of_the_first_version_is_read_with_its_levels_in_one_another(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    inner = "q2:sub {\n s2:start\n a:user\n e2:end\n s2 > a > e2\n }"
    around = f"q1:sub {{\n s1:start\n {inner}\n e1:end\n s1 > q2 > e1\n }}"
    model = compiled(draw(f"s:start\n {around}\n z:user\n e:end\n s > q1 > z > e"))
    outer, middle = "2" * 32, "3" * 32
    levels = [
        [None, "P", [[outer, -1, 32, "#q1", 1, 0]]],
        [outer, "q1", [[middle, -1, 32, "#q2", 2, 0]]],
        [middle, "q2", [[TASK, -1, 16, "#a", 3, 0]]],
    ]
    process = RunningProcess.load(model, stored(model, levels, {"kept": {}, "scopes": {"": {}}}), NOW)
    assert process.waits().users == {"11111111-1111-1111-1111-111111111111": "a"}
    process.complete("11111111-1111-1111-1111-111111111111", {})
    assert list(process.waits().users.values()) == ["z"]
    assert len(json.loads(process.dump())["levels"]) == 1


@pytest.mark.parametrize(
    "levels",
    [
        [[None, "P", [[TASK, -1, 16, "#nowhere", 3, 0]]]],
        [[None, "P", []], ["2" * 32, "P", [[TASK, -1, 16, "#a", 3, 0]]]],
        [[None, "P", []], ["2" * 32, "nowhere", [[TASK, -1, 16, "#a", 3, 0]]]],
        [[None, "P", [[TASK, 5, 16, "#a", 3, 0]]]],
        [],
    ],
)
def test_a_state_whose_tokens_stand_nowhere_is_not_read(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel], levels: object
) -> None:
    model = compiled(draw("s:start\n a:user\n e:end\n s > a > e"))
    with pytest.raises(StateUnreadable):
        RunningProcess.load(model, stored(model, levels, {"kept": {}, "scopes": {"": {}}}), NOW)
