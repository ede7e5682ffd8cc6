"""P00 as it ships: who, by when, with which form and law; every way is walked; one sheet for each drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import MODEL_FILE, Bundle, read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.diagram_reading import read_diagrams
from qms.procedure_prints.paper_sheets import paper_sheets
from tests.models.test_shared import walked

FOLDER = Path(bpmn.__file__).parent / "qms" / "p00_nam"


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(read_bundle(FOLDER))


def test_the_scenarios_walk_every_step_and_flow_but_the_start_by_the_calendar(model: CompiledModel) -> None:
    taken = set().union(*(walked(model, script) for script in sorted(FOLDER.glob("scenarios/*.json"))))
    by_calendar = {"DenNgayDau", "F3"}
    assert set(model.definition.flows) - taken <= by_calendar
    assert set(model.definition.activities) - taken <= by_calendar


def test_each_step_says_who_by_when_and_which_law(model: CompiledModel) -> None:
    tasks = [one for one in model.definition.activities.values() if one.kind is ActivityKind.USER_TASK]
    assert len(tasks) == 6
    for task in tasks:
        assert task.assignment is not None, task.name
        assert task.assignment.role, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.legal_basis, task.name
        assert task.documentation, task.name


def test_every_form_has_its_english(model: CompiledModel) -> None:
    for key, raw in model.definition.forms.items():
        form = parse_form(raw)
        assert form.title.en, key
        for field in form.inputs:
            assert field.label.en, field.key
            assert all(option.label.en for option in field.options), field.key


@pytest.mark.parametrize("name", [MODEL_FILE, "viec.bpmn"])
def test_each_drawing_prints_on_one_sheet_across(name: str) -> None:
    alone = Bundle(files={MODEL_FILE: read_bundle(FOLDER).files[name]})
    assert len(paper_sheets(read_diagrams(alone))) == 1
