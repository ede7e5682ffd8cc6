"""P04 and P13 as they ship: scenarios take every flow, who by when and why, and their fields."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from tests.models.test_p09 import FITTING
from tests.models.test_shared import walked

QMS: Final = Path(bpmn.__file__).parent / "qms"
FROM_MESSAGES: Final = {
    "p04_dao_tao": {"F2"},
    "p04_lop_dao_tao": {"F3", "F4"},
    "p13_kien_toan": {"F3"},
}
"""Flows behind the starts on messages, which no scenario begins at; the tests in the office do."""
named = pytest.mark.parametrize("folder", [QMS / name for name in FROM_MESSAGES], ids=lambda each: each.name)


def compiled(folder: Path) -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(folder)))


@named
def test_the_scenarios_go_as_written_and_take_every_flow(folder: Path) -> None:
    model = compiled(folder)
    taken = set().union(*(walked(model, path) for path in sorted(folder.glob("scenarios/*.json"))))
    own = {flow for flow in model.definition.flows if "/" not in flow}
    assert own - taken == FROM_MESSAGES[folder.name]


@named
def test_every_task_of_people_says_who_by_when_and_why(folder: Path) -> None:
    model = compiled(folder)
    people = [
        each
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and "/" not in each.element_id
    ]
    assert people
    for task in people:
        assert task.assignment is not None, task.name
        assert task.assignment.role, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.documentation, task.name
        assert task.legal_basis, task.name


@named
def test_every_field_is_a_declared_variable_of_its_type_with_its_english(folder: Path) -> None:
    model = compiled(folder)
    for key, raw in model.definition.forms.items():
        if "/" in key:
            continue
        form = parse_form(raw)
        assert form.title.en, key
        for field in form.inputs:
            assert model.definition.variables[field.key] == FITTING.get(field.type, "text"), field.key
            assert field.label.en, field.key
            assert all(option.label.en for option in field.options), field.key
