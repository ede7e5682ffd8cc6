"""P08 as it ships: its scenarios run as written and take every flow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityDefinition, ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.rehearsal import Rehearsal
from qms.catalogue.shipped import with_shared
from qms.legal_time.calendar_seed import national_calendar
from tests.models.test_p06 import Office, Step

FOLDER = Path(bpmn.__file__).parent / "qms" / "p08_hanh_dong_khac_phuc"
SCENARIOS = sorted(FOLDER.glob("scenarios/*.json"))
STARTED_BY_MESSAGE = {"F02"}
"""The flow from the start by message, at which no scenario begins."""
CALLED_FURTHER = ("/CHUNG_TRINH_KY/", "/CHUNG_GUI_SO/")


class Player(Office):
    """An office that also plays the models that are called, whose variables are their own."""

    def __init__(self, model: CompiledModel, *, stored_between_steps: bool) -> None:
        super().__init__(model, stored_between_steps=stored_between_steps)
        held = self.rehearsal.held
        self.rehearsal = Rehearsal(model, answers=self.answered, calendar=national_calendar)
        self.rehearsal.held = held

    def _only_declared(self, step: Step) -> None:
        """Nothing is asked."""


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(FOLDER)))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_runs_as_written(model: CompiledModel, path: Path) -> None:
    Player(model, stored_between_steps=True).play(json.loads(path.read_text(encoding="utf-8")))


def test_the_scenarios_together_take_every_flow(model: CompiledModel) -> None:
    taken: set[str] = set()
    for path in SCENARIOS:
        office = Player(model, stored_between_steps=False)
        office.play(json.loads(path.read_text(encoding="utf-8")))
        taken.update(event.element_id for event in office.case.trace())
    own = {flow for flow in model.definition.flows if not any(part in flow for part in CALLED_FURTHER)}
    assert own - STARTED_BY_MESSAGE <= taken


def people(model: CompiledModel) -> list[ActivityDefinition]:
    return [
        each
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and not any(part in each.element_id for part in CALLED_FURTHER)
    ]


def test_every_task_of_people_says_who_by_when_by_which_law_and_with_which_form(model: CompiledModel) -> None:
    assert len(people(model)) == 13
    for task in people(model):
        assert task.assignment is not None, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.legal_basis, task.name
        assert task.documentation, task.name


def test_who_verifies_did_nothing_else_of_the_slip(model: CompiledModel) -> None:
    for step in ("XacMinh", "XacMinhLai"):
        verifying = model.definition.activities[step]
        assert set(verifying.different_from) == {
            *("DeXuat", "KhacPhucNgay", "PhanTich", "PheDuyetNang", "PheDuyetNhe", "ThucHienHanhDong")
        }
        assert verifying.not_person == "nguoi_lien_quan"


def test_two_sources_have_clocks_of_their_own(model: CompiledModel) -> None:
    clocks = {
        element: (task.deadline.policy, task.deadline.anchor_expression)
        for element, task in model.definition.activities.items()
        if task.deadline is not None and task.deadline.policy
    }
    assert clocks == {
        "XacMinhLai": ("DL-REAUDIT-30D", "ngay_danh_gia"),
        "QMS_P08_BAO_CAO_KHAC_PHUC/ChuanBiBaoCao": ("DL-INSP-2M", "ngay_bien_ban"),
    }


def test_every_label_of_the_forms_has_its_english() -> None:
    for path in FOLDER.glob("forms/*.json"):
        form = parse_form(json.loads(path.read_text(encoding="utf-8")))
        assert form.title.en, form.id
        for field in form.inputs:
            for each in (field, *field.columns):
                assert each.label.en, each.key
                assert each.description is None or each.description.en, each.key
                assert all(option.label.en for option in each.options), each.key
