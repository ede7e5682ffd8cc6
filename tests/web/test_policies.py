"""The pages of deadline policies and escalation ladders: reading, trying out, drafting."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from qms.demo_office.loading import agency_id
from qms.legal_time.changes import ApplyChange, apply_change
from qms.legal_time.edits import EndPolicy, SetLadder, SetPolicy, read_edits
from qms.legal_time.tables import LegalTimeChange
from tests.engine.cases import AGENCY
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

FORM = {
    "code": "DL-LEGAL-3M",
    "name_vi": "Cập nhật thay đổi của văn bản: 02 tháng",
    "anchor_event_vi": "Ngày hiệu lực",
    "amount": "2",
    "unit": "month",
    "roll": "forward",
    "legal_basis": "Quyết định số 9/QĐ-VP ngày 01/02/2027",
    "valid_from": "01/03/2027",
    "scope": "agency",
}


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def drafts(office: Office) -> list[LegalTimeChange]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(LegalTimeChange)))


def test_everybody_reads_the_policies_and_tries_them_out(app: Flask) -> None:
    browser = Browser(app).sign_in("camtien")
    listed = browser.get("/policies/?q=thong").text + browser.get("/policies/?q=cap+nhat+thay+doi").text
    assert "DL-LEGAL-3M" in listed
    tried = browser.get("/policies/DL-LEGAL-3M?anchor=30/11/2026").text
    assert "01/03/2027" in tried
    assert "26/02/2027" in tried
    assert "02/03/2027 00:00" in tried
    copies = browser.get("/policies/DL-CHUNGTHUC?anchor=09/10/2026+15:05").text
    assert "12/10/2026 17:00" in copies
    english = browser.get("/policies/DL-LEGAL-3M?anchor=30/11/2026&lang=en").text
    assert "3 months" in english
    assert browser.get("/policies/DL-KHONG-CO").status_code == 404
    assert browser.get("/policies/new").status_code == 403


def test_an_impossible_anchor_is_answered_beside_the_field(app: Flask) -> None:
    browser = Browser(app).sign_in("camtien")
    for anchor in ("", "32/13/2026", "01/01/9999", "29/02/2027", "x" * 500):
        answer = browser.get("/policies/DL-LEGAL-3M", query_string={"anchor": anchor})
        assert answer.status_code == 200
        assert 'id="anchor-error"' in answer.text
        assert 'id="result"' not in answer.text


def test_a_new_version_is_drafted_and_the_one_before_it_ends_the_day_before(
    app: Flask, office: Office
) -> None:
    browser = Browser(app).sign_in("quantri")
    assert "Mã đã có" in browser.get("/policies/new?code=DL-LEGAL-3M").text
    assert browser.post("/policies/", FORM).status_code == 200
    (draft,) = drafts(office)
    (edit,) = read_edits(draft.edits)
    assert isinstance(edit, SetPolicy)
    assert (edit.policy.amount, edit.policy.code, draft.agency_id) == (2, "DL-LEGAL-3M", agency_id(AGENCY))
    command = ApplyChange(viewer=office.viewer("quantri"), origin="test", change=draft.id)
    apply_change(office.system.store, office.system.surroundings, command, office.now)
    shown = browser.get("/policies/DL-LEGAL-3M?anchor=01/03/2027").text
    assert "từ 01/03/2027" in shown
    assert "04/05/2027" in shown  # 01/05 is a Saturday and a public holiday; 03/05 is off for it
    assert "30/04/2027" in browser.get("/policies/DL-LEGAL-3M?anchor=31/01/2027").text
    browser.post("/policies/", {**FORM, "amount": "1", "valid_from": "01/06/2027"})
    (later,) = (draft for draft in drafts(office) if draft.state == "draft")
    ended, begun = read_edits(later.edits)
    assert isinstance(ended, EndPolicy)
    assert (ended.valid_from, ended.last_day) == (date(2027, 3, 1), date(2027, 5, 31))
    assert isinstance(begun, SetPolicy)
    assert begun.valid_from == date(2027, 6, 1)
    browser.post("/policies/ending", {"scope": "agency", "code": "DL-LEGAL-3M", "valid_from": "01/03/2027"})
    assert {type(edit) for draft in drafts(office) for edit in read_edits(draft.edits)} == {
        SetPolicy,
        EndPolicy,
    }


def test_a_policy_that_does_not_hold_is_refused_at_entry(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("quantri")
    browser.get("/policies/new")
    for field, text, told in (
        ("legal_basis", " ", "chưa ghi căn cứ"),
        ("amount", "ba", "số nguyên"),
        ("amount", "-3", "không được âm"),
        ("valid_from", "mai", "ngày/tháng/năm"),
        ("valid_to", "01/01/2026", "hết hiệu lực trước"),
        ("unit", "fortnight", "trong danh sách"),
        ("scope", "moon", "phạm vi"),
    ):
        answer = browser.post("/policies/", {**FORM, field: text})
        assert answer.status_code == 422
        assert told in answer.text
        assert "Cập nhật thay đổi của văn bản: 02 tháng" in answer.text
    assert not drafts(office)


def test_only_the_administrator_drafts_policies(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/policies/")
    assert browser.post("/policies/", FORM).status_code == 403
    assert browser.post("/ladders/", {"ladder": "{}"}).status_code == 403
    assert not drafts(office)


def test_every_date_of_a_ladder_is_shown_for_a_sample(app: Flask) -> None:
    browser = Browser(app).sign_in("camtien")
    assert "QMS" in browser.get("/ladders/").text
    page = browser.get("/ladders/QMS?due=01/03/2027&created=05/01/2027").text
    for day in ("15/02/2027", "22/02/2027", "26/02/2027", "04/03/2027", "08/03/2027", "15/03/2027"):
        assert f"{day} 07:30" in page
    late = browser.get("/ladders/QMS?due=01/03/2027&created=24/02/2027").text
    assert "không báo: việc được giao sau ngày này" in late
    assert 'id="due-error"' in browser.get("/ladders/QMS?due=&created=").text
    assert browser.get("/ladders/KHONG-CO").status_code == 404


def test_an_agency_s_own_ladder_is_drafted_from_the_one_in_force(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("quantri")
    page = browser.get("/ladders/new?code=QMS").text
    assert 'value="QMS"' in page
    assert 'id="s9-code"' in page  # seven steps, and three rows to fill
    step = {
        "s0-code": "E1",
        "s0-kind": "escalation",
        "s0-amount": "0",
        "s0-unit": "working_days",
        "s0-side": "after",
        "s0-from": "legal",
        "s0-to": ["agency_head"],
        "s0-mail": "M03",
    }
    sent = {
        "code": "RIENG",
        "name_vi": "Riêng",
        "basis": "Quyết định 3/QĐ-VP",
        "scope": "agency",
        "rows": "3",
    }
    wrong = browser.post("/ladders/", {**sent, **step, "s0-amount": "ba"})
    assert (wrong.status_code, 'href="#s0-amount"' in wrong.text) == (422, True)
    assert 'value="ba"' in wrong.text
    unsound = browser.post("/ladders/", {**sent, **step, "s0-to": []})
    assert (unsound.status_code, 'href="#s0-code"' in unsound.text) == (422, True)
    more = browser.post("/ladders/", {**sent, **step, "more": "1"})
    assert (more.status_code, 'id="s5-code"' in more.text, 'value="Riêng"' in more.text) == (200, True, True)
    assert not drafts(office)
    assert browser.post("/ladders/", {**sent, **step}).status_code == 200
    (draft,) = drafts(office)
    (edit,) = read_edits(draft.edits)
    assert isinstance(edit, SetLadder)
    assert edit.ladder.steps[0].code == "E1"
