"""P01 and P15 as they ship: scenarios go as written and take every flow, who by when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import FieldType, parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from tests.models.test_shared import walked

QMS = Path(bpmn.__file__).parent / "qms"
FOLDERS = (QMS / "p01_ke_hoach_nam", QMS / "p15_kinh_phi")
FITTING = {
    FieldType.DATE: "date",
    FieldType.TABLE: "list",
    FieldType.FILES: "file",
    FieldType.NUMBER: "number",
}
FROM_MESSAGES = {"p01_ke_hoach_nam": {"F02", "F03"}, "p15_kinh_phi": {"F02"}}
"""Flows out of starts by message, at which no rehearsal begins; the office's tests go over them."""
named = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def compiled(folder: Path) -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(folder)))


@named
def test_the_scenarios_go_as_written_and_take_every_flow(folder: Path) -> None:
    model = compiled(folder)
    taken: set[str] = set()
    for path in sorted(folder.glob("scenarios/*.json")):
        taken |= walked(model, path)
    own = {flow for flow in model.definition.flows if "/" not in flow}
    assert own - taken == FROM_MESSAGES[folder.name]


@named
def test_every_task_of_people_says_who_by_when_and_why(folder: Path) -> None:
    model = compiled(folder)
    people = [each for each in model.definition.activities.values() if each.kind is ActivityKind.USER_TASK]
    own = [each for each in people if "/" not in each.element_id]
    assert len(own) >= 4
    for task in own:
        assert task.assignment is not None, task.name
        assert task.assignment.role, task.name
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


def test_the_scenarios_say_where_the_case_stands() -> None:
    for folder in FOLDERS:
        for path in folder.glob("scenarios/*.json"):
            assert any("expect" in step for step in json.loads(path.read_text(encoding="utf-8"))), path
