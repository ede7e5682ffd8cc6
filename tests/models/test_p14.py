"""P14 as it ships: scenarios take every flow; who by when and why."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.runtime import CompiledModel, compile_bundle
from qms.catalogue.shipped import with_shared
from tests.models.test_shared import walked

FOLDER: Final = Path(bpmn.__file__).parent / "qms" / "p14_don_gian_hoa"
FROM_THE_YEAR: Final = {"F02"}
"""The flow behind the start on a message, which no scenario begins at; the test in the office does."""


def compiled() -> CompiledModel:
    return compile_bundle(with_shared(read_bundle(FOLDER)))


def test_the_scenarios_go_as_written_and_take_every_flow() -> None:
    model = compiled()
    taken = set().union(*(walked(model, path) for path in sorted(FOLDER.glob("scenarios/*.json"))))
    assert {flow for flow in model.definition.flows if "/" not in flow} - taken == FROM_THE_YEAR


def test_every_task_of_people_says_who_by_when_and_why() -> None:
    people = [
        each
        for each in compiled().definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and "/" not in each.element_id
    ]
    assert {task.element_id for task in people} == {
        "DeXuat",
        "ThamDinh",
        "DuyetDeXuat",
        "TheoDoiP05",
        "NhapTraLoi",
        "DoLuong",
    }
    for task in people:
        assert task.assignment, task.name
        assert task.assignment.role, task.name
        assert task.deadline is not None, task.name
        assert task.escalation, task.name
        assert task.escalation.ladder == "QMS", task.name
        assert task.documentation, task.name
        assert task.legal_basis, task.name
