"""P03 as it ships: scenarios take every flow, who by when and why, its thresholds, its fields."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.domain.forms import parse_form
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from qms.risks.rules import SCALE, Rank, RiskKind, rank, score
from tests.models.test_p09 import FITTING
from tests.models.test_shared import walked

FOLDER: Final = Path(bpmn.__file__).parent / "qms" / "p03_rui_ro"
FROM_MESSAGES: Final = {"F4"}
"""The flow behind the start on a message, which no scenario begins at; the tests in the office do."""


@pytest.fixture(name="model", scope="module")
def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(FOLDER)))


def test_the_scenarios_go_as_written_and_take_every_flow(model: CompiledModel) -> None:
    taken = set().union(*(walked(model, path) for path in sorted(FOLDER.glob("scenarios/*.json"))))
    assert set(model.definition.flows) - taken == FROM_MESSAGES


def test_every_task_of_people_says_who_by_when_and_why(model: CompiledModel) -> None:
    people = [each for each in model.definition.activities.values() if each.kind is ActivityKind.USER_TASK]
    assert len(people) == 6
    for task in people:
        assert task.assignment is not None, task.name
        assert task.assignment.role or task.assignment.person_expression, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.documentation, task.name
        assert task.legal_basis, task.name


def test_every_field_is_a_declared_variable_of_its_type_with_its_english(model: CompiledModel) -> None:
    drawings = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.bpmn"))
    declared = dict(re.findall(r'<gov:variable name="(\w+)" type="(\w+)"', drawings))
    for key, raw in model.definition.forms.items():
        form = parse_form(raw)
        assert form.title.en, key
        for field in form.inputs:
            assert declared[field.key] == FITTING.get(field.type, "text"), field.key
            assert field.label.en, field.key
            assert all(option.label.en for option in field.options), field.key


def test_ranks_rise_with_the_score_and_the_worst_has_to_be_acted_on() -> None:
    order = (Rank.ACCEPT, Rank.WATCH, Rank.ACT)
    ranks = [order.index(rank(score(one, other))) for one in SCALE for other in SCALE]
    by_score = sorted(zip((one * other for one in SCALE for other in SCALE), ranks, strict=True))
    assert [each for _, each in by_score] == sorted(ranks)
    assert (rank(7), rank(8), rank(11), rank(12)) == (Rank.ACCEPT, Rank.WATCH, Rank.WATCH, Rank.ACT)
    assert len(RiskKind) == 2
    for wrong in ((0, 3), (3, 6)):
        with pytest.raises(ValueError, match="between 1 and 5"):
            score(*wrong)
