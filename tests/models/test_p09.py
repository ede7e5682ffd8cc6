"""P09 as it ships: who, by when and with which form; everything is drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import bpmn
from engine.domain.bundle import MODEL_FILE, read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import FieldType, parse_form
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.rehearsal import rehearse
from engine.runtime.rehearsal_script import read_script
from qms.catalogue.shipped import with_shared
from qms.reviews.rules import ReviewItem

QMS = Path(bpmn.__file__).parent / "qms"
FOLDERS = ("p09_xem_xet_lanh_dao", "p09_viec_sau_xem_xet")
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
PAGE_RATIO = 297 / 210
FITTING = {
    FieldType.DATE: "date",
    FieldType.CHECKBOX: "bool",
    FieldType.CHECKLIST: "list",
    FieldType.TABLE: "list",
    FieldType.FILES: "file",
    FieldType.NUMBER: "number",
}
Box = tuple[float, float, float, float]


@pytest.fixture(name="folder", scope="module", params=FOLDERS)
def each_folder(request: pytest.FixtureRequest) -> Path:
    return QMS / str(request.param)


@pytest.fixture(name="model", scope="module")
def compiled(folder: Path) -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(folder)))


@pytest.fixture(name="drawing", scope="module")
def read_drawing(folder: Path) -> ET.Element:
    return ET.fromstring((folder / MODEL_FILE).read_text(encoding="utf-8"))  # noqa: S314 - of this repository


def test_every_task_of_people_says_who_by_when_and_with_which_form(model: CompiledModel) -> None:
    people = [each for each in model.definition.activities.values() if each.kind is ActivityKind.USER_TASK]
    own = [each for each in people if "/" not in each.element_id]
    assert own
    for task in own:
        assert task.assignment is not None, task.name
        assert task.assignment.role or task.assignment.person_expression, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
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


def test_each_input_of_the_standard_has_figures_a_comment_and_a_conclusion_that_is_demanded() -> None:
    model = compile_bundle(with_shared(read_bundle(QMS / FOLDERS[0])))
    comments = {each.key: each for each in parse_form(model.definition.forms["hoan-thien-dau-vao"]).inputs}
    conclusions = {each.key: each for each in parse_form(model.definition.forms["lap-bien-ban"]).inputs}
    for item in ReviewItem:
        assert comments[f"tom_tat_{item}"].readonly
        assert comments[f"nhan_xet_{item}"].rules.required
        assert conclusions[f"ket_luan_{item}"].rules.required


def box(bounds: ET.Element | None) -> Box:
    assert bounds is not None
    x, y, width, height = (float(bounds.attrib[name]) for name in ("x", "y", "width", "height"))
    return (x, y, x + width, y + height)


def shapes(drawing: ET.Element) -> dict[str, Box]:
    return {
        shape.attrib["bpmnElement"]: box(shape.find(f"{DC}Bounds"))
        for shape in drawing.iter(f"{DI}BPMNShape")
    }


def edges(drawing: ET.Element) -> dict[str, list[tuple[float, float]]]:
    return {
        edge.attrib["bpmnElement"]: [
            (float(point.attrib["x"]), float(point.attrib["y"])) for point in edge.iter(WAYPOINT)
        ]
        for edge in drawing.iter(f"{DI}BPMNEdge")
    }


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_everything_is_drawn(model: CompiledModel, drawing: ET.Element) -> None:
    drawn = shapes(drawing)
    assert {each for each in model.definition.activities if "/" not in each} <= set(drawn)
    assert set(edges(drawing)) == {each for each in model.definition.flows if "/" not in each}


@pytest.mark.parametrize(
    ("came_to", "outcome", "words"),
    [
        ("ban_hanh", "da_xong", "Tài liệu đã được ban hành theo P05, Quyết định số 15/QĐ-VP."),
        ("khong_ban_hanh", "khong_thuc_hien", "P05 kết thúc mà không ban hành tài liệu."),
    ],
)
def test_what_p05_came_to_is_told_as_it_was(came_to: str, outcome: str, words: str) -> None:
    model = compile_bundle(with_shared(read_bundle(QMS / "p09_viec_sau_xem_xet")))
    number = "15/QĐ-VP" if came_to == "ban_hanh" else None
    steps = [
        {"start": {"ma_viec": "viec-1", "cach_theo_doi": "p05", "nguoi_thuc_hien": "nguoi-2"}},
        {"message": "P05_xong", "key": "viec-1", "payload": {"ket_qua": came_to, "so_quyet_dinh": number}},
    ]
    told = rehearse(model, read_script(steps))[-1]
    assert told.error is None
    assert (told.variables["ket_qua_viec"], told.variables["ket_qua"]) == (outcome, words)
