"""A form of five fields built by the keyboard alone, with the officer's own form beside it at once."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, Page, expect

from engine.domain.bundle import MODEL_FILE
from engine.domain.forms import parse_form
from qms.demo_office.loading import DEMO_PASSWORD
from qms.designer.queries import draft_file
from tests.browser.accessible import violations
from tests.browser.test_designer import PHONE, SECRETARY, Site, _page, site
from tests.qms.designer.drawing_office import FORM, drawing

__all__ = ["site"]
KINDS = ("radio", "datetime", "number", "checkbox")


def _saved(page: Page) -> None:
    """Wait until what was sent has come back."""
    expect(page.locator(".htmx-request")).to_have_count(0)


def _add(page: Page, kind: str, label: str) -> None:
    chooser = page.locator("#new-kind")
    chooser.focus()
    chooser.select_option(kind)
    page.keyboard.press("Tab")
    expect(page.locator("#add")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[id$='-label']:focus")).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type(label)
    page.keyboard.press("Tab")
    expect(page.locator("#preview-title ~ form")).to_contain_text(label)


def _typed_while_signed_out(page: Page) -> None:
    """The one property that is being typed stays, and is saved once the person has signed in again."""
    page.locator("#pick-so_nguoi").press("Enter")
    expect(page.locator("#properties")).to_contain_text("Số người")
    page.context.clear_cookies()
    label = page.locator("#inspector [id$='-label']").first
    label.fill("Số người dự họp")
    label.press("Tab")
    expect(page.locator("[data-q-stays-told]")).to_contain_text("Phiên làm việc đã hết")
    expect(label).to_have_value("Số người dự họp")
    other = page.context.new_page()
    other.goto("/sign-in")
    other.fill("[name=username]", SECRETARY)
    other.fill("[name=password]", DEMO_PASSWORD)
    other.press("[name=password]", "Enter")
    other.wait_for_url("**/")
    other.close()
    page.locator("#save").press("Enter")
    expect(page.locator("#preview-title ~ form")).to_contain_text("Số người dự họp")
    expect(page.locator("[data-q-stays-told]")).to_be_hidden()


def test_five_fields_are_built_by_keyboard_and_shown_as_officers_see_them(
    browser: Browser, site: Site
) -> None:
    draft = site.draft({MODEL_FILE: drawing(), "forms/phieu.json": FORM})
    with _page(browser, site, unplugged=True) as page:  # a refused property answers 422
        page.goto(f"/designer/drafts/{draft}/forms/phieu")
        for kind, label in zip(KINDS, ("Kết luận", "Ngày họp", "Số người", "Vắng mặt"), strict=True):
            _add(page, kind, label)
        preview = page.locator("[data-form-preview]")
        expect(preview.locator("input[type=radio]")).to_have_count(2)
        page.locator("#pick-ngay_hop").press("Enter")
        expect(page.locator("#properties")).to_contain_text("Ngày họp")
        page.locator("#when").select_option("vang_mat")
        page.locator("#when-value").focus()
        page.keyboard.type("không")
        page.keyboard.press("Enter")
        hidden = preview.locator("#preview-field-ngay_hop")
        box = preview.locator("#preview-field-vang_mat")
        expect(hidden).to_be_visible()
        box.press("Space")
        expect(hidden).to_be_hidden()
        page.locator("[id='e-2-validate.required']").press("Space")
        _saved(page)
        expect(box).to_be_checked()  # what was tried in the preview stays
        expect(hidden).to_be_hidden()
        page.locator("#up-ngay_hop").press("Enter")
        expect(page.locator("#up-ngay_hop")).to_be_focused()
        _saved(page)
        page.locator("[id='e-1-conditional.hide']").fill("vang_mat")
        page.keyboard.press("Tab")
        expect(page.locator("[id='e-1-conditional.hide-error']")).to_be_visible()
        expect(page.locator("[id='e-1-conditional.hide']")).to_have_value("vang_mat")
        assert violations(page) == []
        page.get_by_role("button", name="Hoàn tác").press("Enter")
        expect(page.locator("#told")).to_contain_text("Đã hoàn tác")
        _typed_while_signed_out(page)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        width: Any = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"]
        page.goto(f"/designer/drafts/{draft}/forms")
        assert violations(page) == []
    with site.office.system.store.reading() as session:
        content = draft_file(session, site.office.viewer(SECRETARY), draft, "forms/phieu.json")[0]
    form = parse_form(json.loads(content))
    assert [each.key for each in form.inputs] == ["ghi_chu", "ket_luan", "ngay_hop", "so_nguoi", "vang_mat"]
    assert form.inputs[2].rules.required
    assert form.inputs[2].hide is not None
