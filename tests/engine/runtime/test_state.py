"""The stored form of a case: whole, small, and indifferent to what users write and databases reorder."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engine.domain.bundle import Bundle
from engine.domain.values import Value
from engine.runtime import CompiledModel, RunningProcess, StateUnreadable, compile_bundle, compiling

NOW = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
CHAIN = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
MANY = "s:start\n a:user each x of ds into kq as y\n z:user\n e:end\n s > a > z > e"


def start(model: CompiledModel, **variables: Value) -> RunningProcess:
    return RunningProcess.start(model, variables=variables, now=NOW)


def reordered(value: object) -> object:
    """The same JSON with the keys of all its objects turned round, as a database may do."""
    if isinstance(value, dict):
        return {key: reordered(value[key]) for key in sorted(value, reverse=True)}
    return [reordered(item) for item in value] if isinstance(value, list) else value


def test_field_names_that_mean_something_to_the_library_are_just_names(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(CHAIN))
    process = start(model)
    odd: dict[str, Value] = {
        "typename": "ISO 9001",
        "$": "decimal",
        "__builtins__": {},
        "len": 1,
        "value": "x",
        "levels": [],
        "scopes": {},
    }
    process.complete(process.open_tasks()[0].id, odd)
    again = RunningProcess.load(model, process.dump(), NOW)
    assert again.variables() == odd


def test_values_keep_their_types(draw: Callable[..., str], compiled: Callable[..., CompiledModel]) -> None:
    model = compiled(draw(CHAIN))
    values: dict[str, Value] = {
        "ngay": date(2026, 2, 28),
        "luc": NOW,
        "tien": Decimal("10.50"),
        "so": 3,
        "thuc": 1.5,
        "dung": True,
        "rong": None,
        "ds": [date(2026, 1, 1), {"a": [Decimal(1)]}],
    }
    again = RunningProcess.load(model, start(model, **values).dump(), NOW).variables()
    assert again == values
    assert [type(value) for value in again.values()] == [type(value) for value in sorted_as(values, again)]


def sorted_as(values: dict[str, Value], order: object) -> list[Value]:
    assert isinstance(order, dict)
    return [values[key] for key in order]


def test_the_order_of_keys_does_not_matter(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(MANY))
    process = start(model, ds=[1, 2, 3])
    process.complete(process.open_tasks()[1].id, {"y": "b"})
    turned = json.dumps(reordered(json.loads(process.dump()))).encode()
    again = RunningProcess.load(model, turned, NOW)
    assert again.open_tasks() == process.open_tasks()
    assert again.variables() == process.variables()


def test_another_worker_that_compiled_the_model_itself_finishes_a_running_loop(
    draw: Callable[..., str],
) -> None:
    """The library wires the merging of instances only in specs that were themselves read from storage."""
    source = draw(MANY)
    first = compile_bundle(Bundle(files={"model.bpmn": source.encode()}))
    process = start(first, ds=[1, 2, 3])
    process.complete(process.open_tasks()[0].id, {"y": 0})
    state = process.dump()

    compiling._cache.clear()
    second = compile_bundle(Bundle(files={"model.bpmn": source.encode()}))
    assert second is not first
    again = RunningProcess.load(second, state, NOW)
    for task in again.open_tasks():
        again.complete(task.id, {"y": task.loop_index})
    assert [task.element_id for task in again.open_tasks()] == ["z"]
    assert again.variables()["kq"] == [0, 1, 2]


def test_many_threads_share_one_model(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(MANY))

    def one(number: int) -> Value:
        state = start(model, ds=[number, number + 1]).dump()
        for _ in range(2):
            process = RunningProcess.load(model, state, NOW)
            task = process.open_tasks()[0]
            process.complete(task.id, {"y": process.variables(task.id)["x"]})
            state = process.dump()
        return RunningProcess.load(model, state, NOW).variables()["kq"]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(60))) == [[number, number + 1] for number in range(60)]


def test_running_leaves_the_shared_model_as_it_was(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    model = compiled(draw(MANY))

    def picture() -> object:
        return {
            name: (list(spec._inputs), list(spec._outputs), dict(spec.flow_ids))
            for name, spec in model.process_spec.task_specs.items()
        }

    before = picture()
    process = start(model, ds=[1, 2])
    for task in process.open_tasks():
        process.complete(task.id, {"y": 1})
    assert picture() == before


def test_a_state_of_another_version_is_not_read(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    state = start(compiled(draw(CHAIN))).dump()
    with pytest.raises(StateUnreadable):
        RunningProcess.load(compiled(draw(CHAIN).replace("Quy trình thử", "Quy trình mới")), state, NOW)


@pytest.mark.parametrize("state", [b"", b"{}", b"[]", b'{"format":1}', b"\xff", b"null"])
def test_what_is_no_state_is_not_read(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel], state: bytes
) -> None:
    with pytest.raises(StateUnreadable):
        RunningProcess.load(compiled(draw(CHAIN)), state, NOW)


def test_a_long_case_is_stored_as_its_tokens_alone(
    draw: Callable[..., str], compiled: Callable[..., CompiledModel]
) -> None:
    steps = [f"a{number}" for number in range(60)]
    drawing = (
        "s:start\n e:end\n"
        + "\n".join(f"{step}:user" for step in steps)
        + "\n"
        + " > ".join(["s", *steps, "e"])
    )
    model = compiled(draw(drawing))
    process = start(model)
    sizes = []
    for _ in steps:
        sizes.append(len(process.dump()))
        process = RunningProcess.load(model, process.dump(), NOW)
        process.complete(process.open_tasks()[0].id, {})
    assert max(sizes) < 500
    assert process.completed
