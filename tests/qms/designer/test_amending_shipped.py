"""Models that ship with the product are amended whole: words, scenarios, drawings and what they call."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from engine.domain.bundle import MODEL_FILE, read_bundle
from engine.runtime.naming import process_name
from qms.catalogue.shipped import ROOT, shipped_models
from qms.designer.checking import check_draft
from qms.designer.draft_files import SCENARIOS, assembled
from qms.designer.drafts import AmendVersion, CreateDraft, amend_version, create_draft
from qms.designer.handed_in import files_handed_in
from qms.designer.queries import draft_file, draft_view
from qms.procedure_prints.gathering import print_draft
from qms.procedure_prints.readme import Chapter, chapters
from tests.office import Office
from tests.qms.designer.drawing_office import SECRETARY, by
from web.designer.drafts import zipped

QMS = ROOT / "qms"


def _amended(office: Office, name: str) -> UUID:
    office.deploy(QMS / name)
    key = process_name((QMS / name / MODEL_FILE).read_bytes()).key
    return amend_version(office.system.store, AmendVersion(by=by(office), key=key), office.now)


def _files(office: Office, draft: UUID) -> dict[str, bytes]:
    viewer = office.viewer(SECRETARY)
    with office.system.store.reading() as session:
        paths = [file.path for file in draft_view(session, viewer, draft, office.now).files]
        return {path: draft_file(session, viewer, draft, path)[0] for path in paths}


@pytest.mark.parametrize("name", ["p06_cap_nhat_vbqppl", "p07_danh_gia_noi_bo", "p10_cong_bo"])
def test_its_scenarios_go_as_written_through_the_models_that_it_calls(office: Office, name: str) -> None:
    draft = _amended(office, name)
    proof = check_draft(office.system, office.viewer(SECRETARY), draft, office.now)
    assert proof.scenarios == len(list((QMS / name / "scenarios").iterdir())) > 0
    assert proof.errors == ()
    with office.system.store.reading() as session:
        printed = print_draft(
            session, office.system.surroundings, office.viewer(SECRETARY), draft, office.now
        )
    assert {Chapter.PURPOSE, Chapter.SCOPE, Chapter.REFERENCES} <= printed.chapters.keys()


def test_a_scenario_that_no_longer_holds_is_told_of_the_amendment(office: Office) -> None:
    files = _files(office, _amended(office, "p10_cong_bo"))
    path = next(path for path in files if path.startswith(SCENARIOS))
    files[path] = b'[{"start": {}}, {"expect": {"completed": true}}]'
    draft = create_draft(
        office.system.store, CreateDraft(by=by(office), files=files, key="QT_THU", name="Thử"), office.now
    )
    proof = check_draft(office.system, office.viewer(SECRETARY), draft, office.now)
    (told,) = (one for one in proof.errors if one.rule == "scenario-failed")
    assert path in told.message_vi


def test_what_is_taken_along_as_an_archive_comes_back_with_all_its_drawings(office: Office) -> None:
    files = _files(office, _amended(office, "p07_danh_gia_noi_bo"))
    assert {"dot.bpmn", "don_vi.bpmn", "danh_gia_lai.bpmn", MODEL_FILE} <= files.keys()
    assert assembled(files).files == read_bundle(QMS / "p07_danh_gia_noi_bo").files
    back = files_handed_in([("QMS_P07.zip", zipped(files))])
    assert back == files
    create_draft(
        office.system.store, CreateDraft(by=by(office), files=back, key="QT_P07", name="Thử"), office.now
    )


@pytest.mark.parametrize("folder", shipped_models(), ids=lambda folder: folder.name)
def test_every_shipped_model_says_what_it_is_for_and_to_whom_it_applies(folder: Path) -> None:
    readme = read_bundle(folder).files["README.md"]
    assert {Chapter.PURPOSE, Chapter.SCOPE} <= chapters(readme).keys()
