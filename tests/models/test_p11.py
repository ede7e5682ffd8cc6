"""P11 as it ships: who, by when and with which form; a drawing that fits the page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import bpmn
from engine.domain.bundle import MODEL_FILE, read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from qms.reports.rules import ReportKind
from tests.models.test_p09 import DC, DI, FITTING, PAGE_RATIO, box, edges, overlap, shapes

FOLDER = Path(bpmn.__file__).parent / "qms" / "p11_bao_cao"
WIDEST = 1900
OWED = "GiaiTrinhCham"


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(FOLDER)))


@pytest.fixture(name="drawing", scope="module")
def read_drawing() -> ET.Element:
    return ET.fromstring((FOLDER / MODEL_FILE).read_text(encoding="utf-8"))  # noqa: S314 - of this repository


def test_every_task_of_people_says_who_by_when_and_with_which_form(model: CompiledModel) -> None:
    people = [each for each in model.definition.activities.values() if each.kind is ActivityKind.USER_TASK]
    own = [each for each in people if "/" not in each.element_id]
    assert len(own) == 5
    for task in own:
        assert task.assignment is not None, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.escalation.owed_to_department == (task.element_id == OWED), task.name
        assert task.documentation, task.name
        assert task.legal_basis, task.name


def test_every_field_is_a_declared_variable_of_its_type_with_its_english(model: CompiledModel) -> None:
    declared = model.definition.variables
    for key, raw in model.definition.forms.items():
        if "/" in key:
            continue
        form = parse_form(raw)
        assert form.title.en, key
        for field in form.inputs:
            assert declared[field.key] == FITTING.get(field.type, "text"), field.key
            assert field.label.en, field.key
            assert all(option.label.en for option in field.options), field.key


def test_every_kind_of_report_can_be_chosen(model: CompiledModel) -> None:
    fields = {each.key: each for each in parse_form(model.definition.forms["chon-bao-cao"]).inputs}
    assert {option.value for option in fields["chu_de"].options} == set(ReportKind)


def test_everything_is_drawn_on_one_landscape_page(model: CompiledModel, drawing: ET.Element) -> None:
    drawn = shapes(drawing)
    assert {each for each in model.definition.activities if "/" not in each} <= set(drawn)
    assert set(edges(drawing)) == {each for each in model.definition.flows if "/" not in each}
    left, top, right, bottom = drawn["CoQuan"]
    assert right - left <= WIDEST
    assert right - left >= PAGE_RATIO * (bottom - top)


def test_lines_are_square_and_no_word_lies_on_a_box_a_word_or_a_line(
    model: CompiledModel, drawing: ET.Element
) -> None:
    small = {name: each for name, each in shapes(drawing).items() if name in model.definition.activities}
    written = [box(label.find(f"{DC}Bounds")) for label in drawing.iter(f"{DI}BPMNLabel")]
    lines = [
        (flow, (min(x1, x2), min(y1, y2), max(x1, x2) + 0.1, max(y1, y2) + 0.1), x1 == x2 or y1 == y2)
        for flow, points in edges(drawing).items()
        for (x1, y1), (x2, y2) in pairwise(points)
    ]
    assert not [flow for flow, _, square in lines if not square]
    for position, label in enumerate(written):
        assert not [name for name, shape in small.items() if overlap(label, shape)]
        assert not [other for other in written[:position] if overlap(label, other)]
        assert not [flow for flow, line, _ in lines if overlap(label, line)]
