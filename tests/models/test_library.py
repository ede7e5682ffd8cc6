"""P05 and the templates of the library: they run, their scenarios go as written, every path is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.domain.bundle import MODEL_FILE, Bundle
from engine.domain.definition import Severity
from qms.catalogue.shipped import with_shared
from qms.designer.draft_files import assembled, require_place, require_readable
from qms.designer.empty_drawing import empty_drawing
from qms.designer.library import FOLDER, template_files, templates
from qms.designer.proving import prove, prove_apart
from qms.organisation.roles import Role

SHIPPED = sorted(
    model.parent for place in ("common", "qms") for model in (FOLDER.parent / place).rglob(MODEL_FILE)
)
SCENARIO = b'[{"start": {}}, {"complete": "Buoc1"}, {"expect": {"open": {"Buoc1": 1}}}]'


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize(
    "folder",
    [*SHIPPED, *sorted(FOLDER.iterdir())],
    ids=lambda folder: f"{folder.parent.name}/{folder.name}",
)
def test_a_shipped_bundle_runs_and_its_scenarios_go_as_written(folder: Path) -> None:
    files = files_of(folder)
    for path, content in files.items():
        if folder.parent == FOLDER:  # a template becomes a draft, which keeps no other files
            require_place(path)
        require_readable(path, content)
    proof = prove(with_shared(assembled(files)))
    assert not proof.findings
    assert proof.scenarios == len(list((folder / "scenarios").iterdir())) > 0


def test_the_library_tells_what_each_template_is_and_gives_its_files() -> None:
    for template in templates():
        assert template.name
        assert template.about.endswith(".")
        assert MODEL_FILE in template_files(template.code)


def test_an_empty_drawing_runs_once_its_steps_are_filled_in() -> None:
    roles = (Role.OFFICER, Role.UNIT_HEAD, Role.AGENCY_HEAD)
    proof = prove(Bundle(files={MODEL_FILE: empty_drawing("QT_MOI", "Quy trình mới", roles)}))
    assert {finding.rule for finding in proof.errors} <= {"form-missing"}


def test_a_scenario_that_goes_otherwise_than_written_is_an_error_also_in_the_child() -> None:
    files = {
        MODEL_FILE: empty_drawing("QT_MOI", "Quy trình mới", (Role.OFFICER,)),
        "scenarios/sai.json": SCENARIO,
    }
    for proof in (prove(Bundle(files=files)), prove_apart(Bundle(files=files))):
        assert proof.verdict == "refused"
        (told,) = [finding for finding in proof.findings if finding.rule == "scenario-failed"]
        assert told.severity is Severity.ERROR
        assert "scenarios/sai.json" in told.message_vi
