"""P12 as it ships: who, by when, with which form and by which law."""

from __future__ import annotations

from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import FieldType, parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from tests.models.test_p09 import FITTING

QMS = Path(bpmn.__file__).parent / "qms"
FOLDERS = ("p12_kiem_tra_so", "p12_kiem_tra_co_quan", "p12_tra_loi_kiem_tra")


@pytest.fixture(name="folder", scope="module", params=FOLDERS)
def each_folder(request: pytest.FixtureRequest) -> Path:
    return QMS / str(request.param)


@pytest.fixture(name="model", scope="module")
def compiled(folder: Path) -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(folder)))


def test_every_task_of_people_says_who_by_when_and_by_which_law(model: CompiledModel) -> None:
    own = [
        each
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and "/" not in each.element_id
    ]
    assert own
    for task in own:
        assert task.assignment is not None, task.name
        assert task.assignment.role in {"SO_CV", "THU_KY_ISO", "LD_CQ"}, task.name
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
            assert field.type is not FieldType.TABLE or field.columns, field.key
