"""How a script names the elements of a model."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.bundle import Bundle
from engine.runtime import compile_bundle
from engine.runtime.rehearsal import Standing, read_step, rehearse
from tests.engine.runtime.drawings import Drawing

_LINE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
_SERVICE = "s:start\n v:service viec.lam\n a:user\n e:end\n s > v > a > e"


def played(drawing: str, names: Mapping[str, str], *steps: object) -> tuple[Standing, ...]:
    """Where a drawing stands whose elements have these names."""
    xml = Drawing(drawing).xml()
    for element_id, name in names.items():
        xml = xml.replace(f'name="Bước {element_id}"', f'name="{name}"')
    model = compile_bundle(Bundle(files={"model.bpmn": xml.encode()}), forms_known=False)
    return rehearse(model, [read_step(step) for step in steps])


def opened(standing: Standing) -> list[str]:
    return [task.id for task in standing.open]


def test_the_id_of_one_element_is_never_taken_for_the_name_of_another() -> None:
    _, early, first, second = played(
        _LINE, {"a": "b", "b": "a"}, {"complete": "b"}, {"complete": "a"}, {"complete": "b"}
    )
    assert early.error is not None
    assert opened(early) == ["a"]
    assert opened(first) == ["b"]
    assert opened(second) == []


def test_a_name_in_two_lines_may_be_written_in_one() -> None:
    _, done = played(_LINE, {"a": "Duyệt&#10;hồ  sơ"}, {"complete": "Duyệt hồ sơ"})
    assert opened(done) == ["b"]


def test_a_name_may_be_written_as_it_is_broken_in_the_drawing() -> None:
    _, done = played(_LINE, {"a": "Duyệt&#10;hồ sơ"}, {"complete": "Duyệt\nhồ sơ"})
    assert opened(done) == ["b"]


def test_a_service_task_waits_for_a_step_that_names_it_in_one_line() -> None:
    waiting, done = played(_SERVICE, {"v": "Gửi&#10;tin"}, {"service": "Gửi tin"})
    assert opened(waiting) == []
    assert [event.id for event in waiting.waiting] == ["v"]
    assert opened(done) == ["a"]


def test_a_name_in_decomposed_letters_is_the_same_name() -> None:
    _, done = played(_LINE, {"a": "Duy\u1ec7t"}, {"complete": "Duye\u0323\u0302t"})
    assert opened(done) == ["b"]
