"""The ways from a draft, a version and the case of a review: nobody has to know an address."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from engine.commands.start_process import StartProcess, start_process
from engine.domain.assignment import Actor
from qms.demo_office.loading import agency_id
from qms.designer.drafts import AmendVersion, amend_version
from qms.designer.handed_in import files_handed_in
from qms.designer.refusals import FileUnfit
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.qms.designer.drawing_office import (
    KEY,
    P05,
    REVIEWER,
    approved,
    begun,
    by,
    drawing,
    row,
    saved,
    submitted,
    versions,
)
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture
def app(office: Office) -> Flask:
    office.deploy(P05)
    return create_app(office.system)


def amended(office: Office) -> UUID:
    """A draft that amends the first version, of which a case runs."""
    approved(office, submitted(office, begun(office)).instance, office.today)
    command = StartProcess(
        key=KEY, agency=agency_id(AGENCY), series="THU", variables={}, actor=Actor.system()
    )
    start_process(office.system.store, office.system.surroundings, command, office.now)
    draft = amend_version(office.system.store, AmendVersion(by=by(office), key=KEY), office.now)
    saved(office, draft, drawing("Bước mới"), row(office, draft).revision)
    return draft


def chosen(page: str, name: str) -> str:
    """What a list of choices has chosen."""
    box = re.search(rf'<select[^>]* name="{name}".*?</select>', page, re.DOTALL)
    assert box is not None
    found = re.search(r'value="([^"]*)" selected', box[0])
    return found[1] if found else ""


def test_who_reviews_is_led_from_the_task_to_what_was_handed_in(office: Office, app: Flask) -> None:
    draft = amended(office)
    office.clock.move_to(office.now + timedelta(minutes=5))
    case = submitted(office, draft, office.today + timedelta(days=1)).instance
    reviewer = Browser(app).sign_in(REVIEWER)
    task = office.task(REVIEWER, "Xem xét")
    (version,) = versions(office)
    compared = f"/designer/comparisons?old=v-{version.id}&amp;new=d-{draft}"
    for page in (reviewer.get(f"/tasks/{task}").text, reviewer.get(f"/instances/{case}").text):
        assert f'href="/designer/drafts/{draft}/about"' in page
        assert compared in page
    assert reviewer.get(f"/designer/drafts/{draft}/about").status_code == 200
    assert "Bước mới" in reviewer.get(compared.replace("&amp;", "&")).text


def test_a_version_that_is_followed_by_another_says_what_becomes_of_its_cases(
    office: Office, app: Flask
) -> None:
    draft = amended(office)
    office.clock.move_to(office.now + timedelta(minutes=5))
    approved(office, submitted(office, draft).instance, office.today)
    told = Browser(app).sign_in("thuky").get(f"/designer/models/{KEY}").text
    assert "Đưa hồ sơ sang phiên bản 2" in told
    newest, first = reversed(versions(office))
    assert f"/designer/comparisons?old=v-{first.id}&amp;new=v-{newest.id}" in told
    assert f"/procedure-tables/versions/{KEY}/1/table.docx" in told


def test_a_comparison_begins_with_the_version_before(office: Office, app: Flask) -> None:
    draft = amended(office)
    secretary = Browser(app).sign_in("thuky")
    (version,) = versions(office)
    page = secretary.get(f"/designer/comparisons?new=d-{draft}").text
    assert (chosen(page, "old"), chosen(page, "new")) == (f"v-{version.id}", f"d-{draft}")
    page = secretary.get(f"/designer/comparisons?old=v-{version.id}").text
    assert (chosen(page, "old"), chosen(page, "new")) == (f"v-{version.id}", f"d-{draft}")
    assert page.count(f'value="d-{draft}"') == 2, "what was published is offered as a version alone"
    assert page.count(">Bản thảo: ") == 2


def test_a_draft_is_rehearsed_by_the_calendar_without_taking_its_files_along(
    office: Office, app: Flask
) -> None:
    draft = begun(office)
    secretary = Browser(app).sign_in("thuky")
    assert f"/rehearsals/?draft={draft}" in secretary.get(f"/designer/drafts/{draft}/about").text
    told = secretary.get(f"/rehearsals/?draft={draft}&day=30/12/2026&hour=08:00").text
    assert "Các đường đi" in told
    assert "04/01/2027" in told
    wrong = secretary.get(f"/rehearsals/?draft={draft}&day=hai")
    assert (wrong.status_code, 'href="#draft-day"' in wrong.text) == (422, True)
    saved(office, draft, drawing().replace(b'targetRef="e"', b'targetRef="mat"'), 1)
    broken = secretary.get(f"/rehearsals/?draft={draft}")
    assert (broken.status_code, "Chưa diễn tập được" in broken.text) == (422, True)
    assert Browser(app).sign_in("quantri").get(f"/rehearsals/?draft={KEY}").status_code == 404


def test_all_that_a_submission_lacks_is_told_at_once_at_its_fields(office: Office, app: Flask) -> None:
    draft = begun(office)
    secretary = Browser(app).sign_in("thuky")
    secretary.get(f"/designer/drafts/{draft}/about")
    answer = secretary.post(f"/designer/drafts/{draft}/submission", {"summary": "Đã gõ"})
    assert answer.status_code == 422
    assert 'href="#reviewer">Xin chọn người xem xét' in answer.text
    assert 'href="#effective_from">Chưa ghi ngày' in answer.text
    assert answer.text.count('aria-invalid="true"') == 2
    assert ">Đã gõ</textarea>" in answer.text


def test_a_picture_is_refused_under_its_own_name() -> None:
    with pytest.raises(FileUnfit, match=r"“anh\.bpmn” is no BPMN 2\.0 drawing"):
        files_handed_in([("anh.bpmn", b"\x89PNG\r\n\x1a\n" + bytes(300))])
    utf16 = '<?xml version="1.0" encoding="UTF-16"?><definitions/>'.encode("utf-16")
    assert files_handed_in([("bizagi.bpmn", utf16)]) == {"model.bpmn": utf16}
