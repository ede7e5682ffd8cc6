"""P06 as it ships: each scenario of its folder runs to its end, and the drawing says what the model does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import FieldType, Submitted, parse_form, to_submitted, validate
from engine.domain.values import Value
from engine.runtime import CompiledModel, OpenTask, RunningProcess, compile_bundle
from engine.runtime.rehearsal import Rehearsal, read_step
from qms.designer.scenarios import due_of
from qms.legal_time.calendar_seed import national_calendar

FOLDER = Path(bpmn.__file__).parent / "qms" / "p06_cap_nhat_vbqppl"
SCENARIOS = sorted(FOLDER.glob("scenarios/*.json"))
LANES_WITH_UNITS = {"Lane_DonVi"}
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"

DRAFT_TOO_EARLY: dict[str, Value] = {
    "so_phien_ban_moi": "02",
    "ngay_hieu_luc_moi": "2026-06-30",
    "tom_tat_thay_doi": "Sửa thời hạn cấp phép.",
}
Step = Mapping[str, Any]
Box = tuple[float, float, float, float]


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(read_bundle(FOLDER))


class Office:
    """Plays the steps of a scenario: officers answer by the forms, service tasks get the answers written."""

    def __init__(self, model: CompiledModel, *, stored_between_steps: bool) -> None:
        self.model = model
        self.stored = stored_between_steps
        self.rehearsal = Rehearsal(model, answers=self.answered, calendar=national_calendar)
        self.rehearsal.held = frozenset(
            each.element_id
            for each in model.definition.activities.values()
            if each.kind is ActivityKind.SERVICE_TASK
        )

    @property
    def case(self) -> RunningProcess:
        return self.rehearsal.case

    def play(self, steps: list[Step]) -> None:
        for step in steps:
            if "expect" in step:
                self._expect(step["expect"])
                continue
            self._only_declared(step)
            standing = self.rehearsal.play(read_step(step))
            assert standing.error is None, (step, standing.error)
            if self.stored:
                self.rehearsal.play(read_step({"save_load": True}))

    def answered(self, task: OpenTask, data: Mapping[str, Value]) -> dict[str, Value]:
        """What the form of the task makes of the answers."""
        key = self.model.definition.activities[task.element_id].form_key
        assert key is not None
        return validate(
            parse_form(self.model.definition.forms[key]),
            Submitted(values=to_submitted(data)),
            self.case.variables(task.id),
        )

    def _only_declared(self, step: Step) -> None:
        for values in (step.get("start"), step.get("data"), step.get("answer")):
            if isinstance(values, dict):
                assert set(values) <= set(self.model.definition.variables), step

    def _expect(self, expected: Mapping[str, Any]) -> None:
        seen: dict[str, object] = {
            "open": dict(Counter(task.element_id for task in self.case.open_tasks())),
            "timers": sorted(timer.element_id for timer in self.case.timers()),
            "outcome": list(self.case.outcome),
            "completed": self.case.completed,
            "due": due_of(self.model, self.rehearsal, expected.get("due", ())),
        }
        assert {key: seen[key] for key in expected} == expected


@pytest.mark.parametrize("stored", [False, True], ids=["in one go", "stored after each step"])
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_shipped_scenario_runs_as_written(model: CompiledModel, path: Path, *, stored: bool) -> None:
    Office(model, stored_between_steps=stored).play(json.loads(path.read_text(encoding="utf-8")))


def test_the_scenarios_together_take_every_flow(model: CompiledModel) -> None:
    taken: set[str] = set()
    for path in SCENARIOS:
        office = Office(model, stored_between_steps=False)
        office.play(json.loads(path.read_text(encoding="utf-8")))
        taken.update(event.element_id for event in office.case.trace())
    assert set(model.definition.flows) <= taken
    assert set(model.definition.activities) <= taken


def begun(model: CompiledModel, *steps: str) -> Office:
    """An office that has played the main scenario up to and including the named elements."""
    office = Office(model, stored_between_steps=False)
    left = list(steps)
    for step in json.loads((FOLDER / "scenarios" / "cap-nhat-hai-thu-tuc.json").read_text(encoding="utf-8")):
        if "expect" in step:
            continue
        office.play([step])
        element = step.get("complete") or step.get("service")
        if left and element == left[0]:
            left.pop(0)
        if not left and element:
            return office
    pytest.fail(f"never came to {left}")


def test_a_case_that_begins_late_is_overdue_at_once_and_only_once(model: CompiledModel) -> None:
    office = Office(model, stored_between_steps=True)
    first = json.loads(SCENARIOS[0].read_text(encoding="utf-8"))[0]
    office.play([{**first, "at": "2026-11-22T08:00:00+07:00"}, {"advance": "P0D"}])
    assert sorted(task.element_id for task in office.case.open_tasks()) == ["GhiNhanQuaHan", "SangLoc"]
    office.play([{"service": "GhiNhanQuaHan", "answer": None}, {"advance": "P30D"}])
    assert [task.element_id for task in office.case.open_tasks()] == ["SangLoc"]


def test_each_procedure_goes_to_the_unit_that_owns_it_under_its_own_name(model: CompiledModel) -> None:
    office = begun(model, "LayThuTuc")
    tasks = office.case.open_tasks()
    assert {task.unit for task in tasks} == {"phong-kinh-te"}
    assert [task.title for task in tasks] == [
        "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ",
        "Gia hạn giấy phép xây dựng nhà ở riêng lẻ",
    ]


def test_the_change_of_one_procedure_is_not_seen_by_the_other(model: CompiledModel) -> None:
    office = begun(model, "DanhGiaTacDong")
    changed, other = sorted(office.case.open_tasks(), key=lambda task: task.element_id, reverse=True)
    assert office.case.variables(changed.id)["phuong_an"] == "sua_doi"
    assert "phuong_an" not in office.case.variables(other.id)


def test_the_results_of_all_procedures_meet_after_the_join(model: CompiledModel) -> None:
    office = begun(model, "ApDungThayDoi")
    results = office.case.variables()["ket_qua_thu_tuc"]
    assert isinstance(results, list)
    assert [
        (row["ma"], row["phuong_an"], row["phien_ban_cu"], row["phien_ban_moi"], row["ngay_hieu_luc_moi"])
        for row in results
        if isinstance(row, dict)
    ] == [
        ("1.013225", "sua_doi", "01", "02", date(2026, 8, 15)),
        ("1.013227", "khong_doi", "01", None, None),
    ]


def test_each_reader_is_asked_in_person(model: CompiledModel) -> None:
    office = begun(model, "TinhHanDoc")
    assert [task.person for task in office.case.open_tasks()] == ["nguoi-1", "nguoi-2"]


def test_the_title_of_the_case_names_the_document(model: CompiledModel) -> None:
    office = begun(model, "SangLoc")
    expression = model.definition.title_expression
    assert expression is not None
    assert office.case.evaluate(expression) == (
        "Cập nhật 217/2026/NĐ-CP – "
        "Quy định chi tiết một số điều của Luật Xây dựng về quản lý hoạt động xây dựng"
    )


@pytest.mark.parametrize(
    ("before", "element", "data", "wrong"),
    [
        ((), "SangLoc", {}, {"ket_luan_sang_loc"}),
        ((), "SangLoc", {"ket_luan_sang_loc": "khong"}, {"ly_do_sang_loc"}),
        ((), "SangLoc", {"ket_luan_sang_loc": "chua_ro", "ly_do_sang_loc": "?"}, {"ly_do_sang_loc"}),
        (("DeXuatThuTuc",), "XacNhanDanhMuc", {"thu_tuc_chon": []}, {"thu_tuc_chon"}),
        (("LayThuTuc",), "DanhGiaTacDong", {"phuong_an": "sua_doi"}, {"mat_anh_huong", "noi_dung_tac_dong"}),
        (
            ("DuyetKhongDoi", "DuyetKhongDoi"),
            "SoanThao",
            DRAFT_TOO_EARLY,
            {"ngay_hieu_luc_moi"},
        ),
        (("SoanThao",), "PheDuyet", {"quyet_dinh_phe_duyet": "duyet"}, {"so_quyet_dinh", "ngay_quyet_dinh"}),
        (("SoanThao",), "PheDuyet", {"quyet_dinh_phe_duyet": "tra_lai"}, {"ly_do_tra_lai_du_thao"}),
        (("TinhHanDoc",), "DocVaXacNhan", {"da_doc_hieu": False}, {"da_doc_hieu"}),
    ],
)
def test_an_incomplete_answer_is_refused_at_its_field(
    model: CompiledModel, before: tuple[str, ...], element: str, data: dict[str, Value], wrong: set[str]
) -> None:
    office = begun(model, *before) if before else Office(model, stored_between_steps=False)
    if not before:
        office.play([json.loads(SCENARIOS[0].read_text(encoding="utf-8"))[0]])
    task = next(task for task in office.case.open_tasks() if task.element_id == element)
    with pytest.raises(FieldsInvalid) as refused:
        office.answered(task, data)
    assert set(refused.value.fields) == wrong


def people(model: CompiledModel) -> list[ActivityDefinition]:
    return [each for each in model.definition.activities.values() if each.kind is ActivityKind.USER_TASK]


def test_every_task_of_people_says_who_by_when_and_with_which_form(model: CompiledModel) -> None:
    for task in people(model):
        assert task.assignment is not None, task.name
        assert task.assignment.role or task.assignment.person_expression, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.documentation, task.name


def test_nobody_approves_their_own_work(model: CompiledModel) -> None:
    assert {task.element_id: task.different_from for task in people(model) if task.different_from} == {
        "XacNhanKhongAnhHuong": ("SangLoc",),
        "DuyetKhongDoi": ("DanhGiaTacDong",),
        "PheDuyet": ("SoanThao",),
    }


def test_the_whole_case_stands_under_the_three_months_owed_to_the_department(model: CompiledModel) -> None:
    definition = model.definition
    assert definition.deadline is not None
    assert definition.deadline.policy == "DL-LEGAL-3M"
    assert definition.deadline.anchor_expression == "ngay_hieu_luc"
    assert definition.escalation is not None
    assert definition.escalation.owed_to_department
    assert [(ref.doc, ref.article) for ref in definition.legal_basis] == [
        ("19/2014/QĐ-TTg", "Điều 4 khoản 4 điểm a")
    ]


def test_every_field_of_the_forms_is_a_declared_variable_of_its_type(model: CompiledModel) -> None:
    fitting = {
        FieldType.DATE: "date",
        FieldType.CHECKBOX: "bool",
        FieldType.CHECKLIST: "list",
        FieldType.FILES: "file",
        FieldType.NUMBER: "number",
    }
    declared = model.definition.variables
    for raw in model.definition.forms.values():
        for field in parse_form(raw).inputs:
            assert declared[field.key] == fitting.get(field.type, "text"), field.key
            for name in (field.values_key, field.default_key):
                assert name is None or name in declared, name


def test_every_label_has_its_english(model: CompiledModel) -> None:
    for raw in model.definition.forms.values():
        form = parse_form(raw)
        assert form.title.en, form.id
        for field in form.inputs:
            assert field.label.en, field.key
            assert field.description is None or field.description.en, field.key
            assert all(option.label.en for option in field.options), field.key


# The drawing


@pytest.fixture(name="drawing", scope="module")
def read_drawing() -> ET.Element:
    text = (FOLDER / "model.bpmn").read_text(encoding="utf-8")
    return ET.fromstring(text)  # noqa: S314 - a file of this repository


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


def test_everything_is_drawn(model: CompiledModel, drawing: ET.Element) -> None:
    assert set(model.definition.activities) <= set(shapes(drawing))
    assert set(edges(drawing)) == set(model.definition.flows)


def test_each_task_lies_in_the_lane_of_those_who_do_it(model: CompiledModel, drawing: ET.Element) -> None:
    drawn = shapes(drawing)
    roles = {
        lane.attrib["id"]: assignment.attrib["role"]
        for lane in drawing.iter(f"{BPMN}lane")
        for assignment in lane.iter("{urn:vn:gov:bpmn:1}assignment")
    }
    for activity in model.definition.activities.values():
        if activity.kind is ActivityKind.SUB_PROCESS or activity.lane_id is None:
            continue
        _, top, _, bottom = drawn[activity.lane_id]
        _, upper, _, lower = drawn[activity.element_id]
        assert top <= (upper + lower) / 2 <= bottom, activity.name
        if activity.kind is ActivityKind.USER_TASK and activity.lane_id not in LANES_WITH_UNITS:
            assert activity.assignment is not None
            assert activity.assignment.role == roles[activity.lane_id], activity.name
