"""P05 for documents and their review as they ship: scenarios go as written, take every flow, fit a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bpmn
from engine.domain.bundle import read_bundle
from engine.domain.definition import ActivityKind
from engine.runtime import compile_bundle
from qms.catalogue.shipped import with_shared
from qms.designer.draft_files import assembled
from qms.designer.proving import prove
from tests.models.test_p06 import Office, Step

QMS = Path(bpmn.__file__).parent / "qms"
FOLDERS = [QMS / f"p05_{name}" for name in ("ban_hanh_quy_trinh", "kiem_soat_tai_lieu", "ra_soat_tai_lieu")]


class Player(Office):
    """An office that also answers for the models that are called, whose variables are their own."""

    def _only_declared(self, step: Step) -> None:
        """Nothing is asked."""


named = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@named
def test_its_scenarios_go_as_written(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    proof = prove(with_shared(assembled(files)))
    assert not proof.errors
    assert proof.scenarios == len(list((folder / "scenarios").iterdir())) > 1


@named
def test_the_scenarios_together_take_every_flow_of_its_own(folder: Path) -> None:
    model = compile_bundle(with_shared(read_bundle(folder)))
    taken: set[str] = set()
    for path in sorted(folder.glob("scenarios/*.json")):
        office = Player(model, stored_between_steps=False)
        office.play(json.loads(path.read_text(encoding="utf-8")))
        taken.update(event.element_id for event in office.case.trace())
    # F2 comes from the start by message, at which no rehearsal begins.
    own = {flow for flow in model.definition.flows if "/" not in flow} - {"F2"}
    assert own <= taken


@named
def test_every_task_of_people_says_who_by_when_and_with_which_form(folder: Path) -> None:
    model = compile_bundle(with_shared(read_bundle(folder)))
    people = [
        each
        for each in model.definition.activities.values()
        if each.kind is ActivityKind.USER_TASK and "/" not in each.element_id
    ]
    assert people
    for task in people:
        assert task.assignment is not None, task.name
        assert task.form_key in model.definition.forms, task.name
        assert task.deadline is not None, task.name
        assert task.escalation is not None, task.name
        assert task.documentation, task.name
        assert task.legal_basis, task.name
