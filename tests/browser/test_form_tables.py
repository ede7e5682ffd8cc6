"""A table, a reference and a receipt in a real browser: parts are exchanged in place, and read by all."""

from __future__ import annotations

import os

from playwright.sync_api import Browser, expect

from qms.demo_office.loading import DEMO_PASSWORD
from tests.browser.accessible import violations
from tests.browser.serving import served
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.web.test_form_records import DRAWING, FORM
from web.app import create_app

PICTURES = os.environ.get("QUYTRINH_PICTURES")


def test_a_row_and_a_found_document_come_in_place_with_nothing_typed_lost(
    office: Office, browser: Browser
) -> None:
    publish(
        office,
        bundle(
            DRAWING,
            {"a": role("THU_KY_ISO", '<gov:form key="phieu"/>'), "b": role("THU_KY_ISO")},
            forms={"phieu": FORM},
        ),
    )
    (waiting,) = office.tasks(start(office))
    office.claim("thuky", waiting.id)
    with served(create_app(office.system)) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
        try:
            page = context.new_page()
            page.goto(f"{address}/sign-in?next=/tasks/{waiting.id}")
            page.fill("input[name=username]", "thuky")
            page.fill("input[name=password]", DEMO_PASSWORD)
            page.keyboard.press("Enter")
            page.fill("#field-giay_to__1__ten", "Đơn đề nghị")
            page.fill("#field-ky_nhan__name", "Trần Văn A")
            page.evaluate("window.stayed = true")
            page.locator("#field-giay_to").press("Enter")
            expect(page.locator("#field-giay_to__2__ten")).to_be_focused()
            page.keyboard.type("Bản vẽ")
            page.fill("#field-can_cu__search", "217")
            page.keyboard.press("Enter")
            expect(page.locator("#field-can_cu option")).to_have_count(2)
            for key, typed in (("giay_to__1__ten", "Đơn đề nghị"), ("giay_to__2__ten", "Bản vẽ")):
                expect(page.locator(f"#field-{key}")).to_have_value(typed)
            expect(page.locator("#field-ky_nhan__name")).to_have_value("Trần Văn A")
            assert page.evaluate("window.stayed")
            assert violations(page) == []
            page.set_viewport_size({"width": 390, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") == 390
            if PICTURES:
                page.screenshot(path=f"{PICTURES}/form-tables-390.png", full_page=True)
                page.set_viewport_size({"width": 1366, "height": 768})
                page.screenshot(path=f"{PICTURES}/form-tables-1366.png", full_page=True)
        finally:
            context.close()
