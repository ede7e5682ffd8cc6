"""A form that is sent after the sign-in has run out is not lost, and no other site's form is repeated."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from qms.accounts.sessions import USUAL_LIMITS
from qms.legal_time.tables import LegalTimeChange
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

DAY = {
    "day": "04/12/2026",
    "kind": "off_swapped",
    "name": "<b>Nghỉ</b>",
    "basis": "Quyết định 12/QĐ-UBND",
    "confirmed": "1",
    "scope": "agency",
}


def test_a_form_sent_after_the_sign_in_ran_out_is_sent_again_from_the_same_page(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    browser.get("/calendar/days/new")
    office.clock.move_to(office.now + USUAL_LIMITS.idle + timedelta(minutes=1))
    kept = browser.post("/calendar/days", DAY)
    assert (kept.status_code, "Phiên làm việc đã hết hạn" in kept.text) == (401, True)
    assert 'name="basis" value="Quyết định 12/QĐ-UBND"' in kept.text
    assert "<b>Nghỉ</b>" not in kept.text
    forged = browser.post("/calendar/days", {**DAY, "csrf_token": "forged"})
    assert (forged.request.path, "Quyết định 12" in forged.text) == ("/sign-in", False)
    browser.get("/calendar/days/new")
    browser.sign_in("quantri")
    assert browser.post("/calendar/days", DAY).status_code == 200
    with office.system.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(LegalTimeChange)) == 1


def test_what_nobody_typed_is_not_said_to_be_kept(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    office.clock.move_to(office.now + USUAL_LIMITS.idle + timedelta(minutes=1))
    page = browser.get("/calendar/")
    assert "Phiên làm việc đã hết hạn. Xin đăng nhập lại." in page.text
    assert "bản nháp" not in page.text
