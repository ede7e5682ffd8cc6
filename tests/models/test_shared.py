"""The shared models: each path is walked, each step says who and when, callers find them, one sheet each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.domain.bundle import MODEL_FILE, Bundle, read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import Submitted, parse_form, rehearsed_files, to_submitted, validate
from engine.domain.values import Value
from engine.runtime import CompiledModel, OpenTask, compile_bundle
from engine.runtime.calling import calls_elsewhere
from engine.runtime.diagram_reading import read_diagrams
from engine.runtime.rehearsal import Rehearsal, read_step
from qms.catalogue.shipped import SHARED, shared_models, shipped_models, with_shared
from qms.legal_time.calendar_seed import national_calendar
from qms.procedure_prints.paper_sheets import paper_sheets
from tests.office import Office
from workers.model_tools import check_model

FOLDERS = sorted(folder for folder in SHARED.iterdir() if folder.is_dir())
CALLER = """<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
 <bpmn:process id="GOI" name="Gọi" isExecutable="true"><bpmn:startEvent id="B"/>
 <bpmn:callActivity id="C" name="Phổ biến" calledElement="CHUNG_PHO_BIEN"/><bpmn:endEvent id="E"/>
 <bpmn:sequenceFlow id="F1" sourceRef="B" targetRef="C"/>
 <bpmn:sequenceFlow id="F2" sourceRef="C" targetRef="E"/></bpmn:process></bpmn:definitions>"""


def walked(model: CompiledModel, script: Path) -> set[str]:
    """The elements and flows that a scenario goes over."""

    def answered(task: OpenTask, data: Mapping[str, Value]) -> Mapping[str, Value]:
        form = parse_form(model.definition.forms[model.definition.activities[task.element_id].form_key or ""])
        submitted = Submitted(values=to_submitted(data), files=rehearsed_files(form, data))
        return validate(form, submitted, rehearsal.case.variables(task.id))

    rehearsal = Rehearsal(model, answers=answered, calendar=national_calendar)
    rehearsal.held = frozenset(
        each.element_id
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.SERVICE_TASK
    )
    for step in json.loads(script.read_text(encoding="utf-8")):
        if "expect" not in step:
            assert rehearsal.play(read_step(step)).error is None, step
    return {event.element_id for event in rehearsal.case.trace()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_scenarios_of_a_shared_model_take_every_flow(folder: Path) -> None:
    model = compile_bundle(read_bundle(folder))
    taken = set().union(*(walked(model, script) for script in sorted(folder.glob("scenarios/*.json"))))
    assert set(model.definition.flows) <= taken
    assert set(model.definition.activities) <= taken


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_step_says_who_by_when_by_which_form_and_which_law(folder: Path) -> None:
    model = compile_bundle(read_bundle(folder))
    for task in model.definition.activities.values():
        if task.kind is not ActivityKind.USER_TASK:
            continue
        assert task.assignment is not None, task.name
        assert task.assignment.role or task.assignment.person_expression, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.legal_basis, task.name
        assert task.documentation, task.name
        form = parse_form(model.definition.forms[task.form_key or ""])
        assert form.title.en, task.name
        assert all(field.label.en for field in form.inputs), task.name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shared_model_prints_on_one_sheet_across(folder: Path) -> None:
    assert len(paper_sheets(read_diagrams(read_bundle(folder)))) == 1


def test_models_are_published_after_those_that_they_call() -> None:
    ordered = list(shipped_models())
    assert {*shared_models().values()} < {*ordered}
    for folder in ordered:
        for key in calls_elsewhere(read_bundle(folder)):
            called = shared_models().get(key)
            assert called is None or ordered.index(called) < ordered.index(folder), (folder.name, key)


def test_every_shipped_model_is_published_in_that_order_with_the_operators_of_the_office(
    office: Office,
) -> None:
    for folder in shipped_models():
        office.deploy(folder)


def test_a_caller_is_checked_with_the_shared_models_and_refused_without(tmp_path: Path) -> None:
    drawing = tmp_path / MODEL_FILE
    drawing.write_text(CALLER, encoding="utf-8")
    assert check_model(tmp_path).report["verdict"] == "accepted"
    drawing.write_text(CALLER.replace("CHUNG_PHO_BIEN", "CHUNG_KHONG_CO"), encoding="utf-8")
    assert check_model(tmp_path).report["verdict"] == "refused"
    named = Bundle(files={MODEL_FILE: CALLER.encode()})
    assert with_shared(named).files.keys() > named.files.keys()
    assert with_shared(with_shared(named)).files == with_shared(named).files
