"""P16 as it ships: scenarios take every flow, who by when and why, fields of declared types."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from tests.models.test_p09 import FITTING
from tests.models.test_shared import walked

FOLDER: Final = Path(bpmn.__file__).parent / "qms" / "p16_phan_anh"


def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(FOLDER)))


def test_the_scenarios_go_as_written_and_take_every_flow_but_that_of_the_message() -> None:
    model = compiled()
    taken = set().union(*(walked(model, path) for path in sorted(FOLDER.glob("scenarios/*.json"))))
    assert {flow for flow in model.definition.flows if "/" not in flow} - taken == {"F2"}


def test_every_task_says_who_by_when_and_why_and_keeps_the_person_concerned_out() -> None:
    model = compiled()
    people = [
        each
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and "/" not in each.element_id
    ]
    assert {each.element_id for each in people} == {"PhanLoai", "TraLoi", "GiaiTrinh", "Duyet", "GuiTraLoi"}
    for task in people:
        assert task.assignment is not None
        assert task.form_key in model.definition.forms
        assert task.deadline is not None
        assert task.escalation is not None
        assert task.legal_basis
        assert task.not_person == "nguoi_bi_phan_anh", task.element_id


def test_the_days_count_from_the_moment_of_receipt_and_no_variable_names_the_sender() -> None:
    model = compiled()
    assert model.definition.deadline is not None
    assert (model.definition.deadline.policy, model.definition.deadline.anchor_expression) == (
        "DL-PAKN-10",
        "thoi_diem_nhan",
    )
    assert not {"nguoi_gui", "lien_he"} & set(model.definition.variables)


def test_every_field_is_a_declared_variable_of_its_type_with_its_english() -> None:
    model = compiled()
    for key, raw in model.definition.forms.items():
        if "/" in key:
            continue
        for field in parse_form(raw).inputs:
            assert model.definition.variables[field.key] == FITTING.get(field.type, "text"), field.key
            assert field.label.en, field.key
            assert all(option.label.en for option in field.options), field.key
