"""The frame in a real browser: the policy holds, keys and drafts work, the drawing shows the case."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from flask import Flask
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.serving import served
from tests.web.frame.preview import create_preview

PAGES = ("/", "/viec", "/ho-so", "/van-ban", "/trong")
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
TICK = 21_000


@pytest.fixture(scope="module")
def preview() -> Flask:
    return create_preview()


@pytest.fixture(scope="module")
def address(preview: Flask) -> Iterator[str]:
    with served(preview) as found:
        yield found


@contextmanager
def _page(
    browser: Browser, address: str, *, phone: bool = False, scripts: bool = True, clock: bool = False
) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address,
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        has_touch=phone,
        is_mobile=phone,
        java_script_enabled=scripts,
    )
    page = context.new_page()
    if clock:
        page.clock.install()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert troubles == []


def _accept(asked: list[str], dialog: Dialog) -> None:
    asked.append(dialog.type)
    dialog.accept()


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_pages_load_without_errors_or_sideways_scrolling(
    browser: Browser, address: str, *, phone: bool
) -> None:
    with _page(browser, address, phone=phone) as page:
        for path in PAGES:
            page.goto(path, wait_until="networkidle")
            excess = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert excess <= 0, path


def test_controls_on_the_phone_are_big_enough_for_a_thumb(browser: Browser, address: str) -> None:
    with _page(browser, address, phone=True) as page:
        page.goto("/viec")
        low = page.evaluate(
            """[...document.querySelectorAll('button, .btn, .form-control, .q-menu > summary, .form-check')]
               .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 40
                              && !e.closest('.q-foot'))
               .map((e) => e.outerHTML.slice(0, 80))"""
        )
        assert low == []


def test_without_scripts_a_task_can_still_be_done(browser: Browser, address: str) -> None:
    with _page(browser, address, scripts=False) as page:
        page.goto("/viec")
        expect(page.locator("#field-ly_do")).to_be_visible()  # shown, the server drops it
        page.get_by_role("button", name="Hoàn thành").click()
        expect(page.get_by_role("alert")).to_contain_text("Nhập lý do sàng lọc.")


def test_a_conditional_field_follows_the_answer_it_depends_on(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/viec")
        expect(page.locator("#field-ly_do")).to_be_hidden()
        page.get_by_label("Không ảnh hưởng").check()
        expect(page.locator("#field-ly_do")).to_be_visible()
        page.get_by_label("Có ảnh hưởng đến quy trình của cơ quan").check()
        expect(page.locator("#field-ly_do")).to_be_hidden()


def test_the_error_summary_has_the_focus_and_the_title_says_so(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/viec")
        page.get_by_role("button", name="Hoàn thành").click()
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page).to_have_title("Lỗi – Sàng lọc văn bản · Quytrinh")


def test_what_is_typed_is_kept_as_a_draft_only_when_it_changed(
    browser: Browser, address: str, preview: Flask
) -> None:
    drafts = preview.extensions["preview"]["drafts"]
    drafts.clear()
    with _page(browser, address, clock=True) as page:
        page.goto("/viec")
        page.clock.run_for(TICK)
        assert drafts == []
        page.get_by_label("Ngày họp rà soát").fill("02/12/2026")
        page.clock.run_for(TICK)
        expect(page.locator("[data-q-autosave-status]")).to_have_text("Đã lưu nháp lúc 08:30")
        page.clock.run_for(TICK)
        assert [draft["ngay"] for draft in drafts] == [["02/12/2026"]]
        assert drafts[0]["csrf_token"] != [""]


def test_a_draft_that_cannot_be_saved_is_said_and_tried_again(
    browser: Browser, address: str, preview: Flask
) -> None:
    preview.extensions["preview"]["drafts"].clear()
    with _page(browser, address, clock=True) as page:
        page.goto("/viec")
        page.route(
            "**/viec/nhap", lambda route: route.fulfill(status=204, headers={"Location": "/"}), times=1
        )
        page.get_by_label("Ngày họp rà soát").fill("03/12/2026")
        page.clock.run_for(TICK)
        expect(page.locator("[data-q-autosave-status]")).to_contain_text("Đã lưu nháp lúc")
        page.route(
            "**/viec/nhap", lambda route: route.fulfill(status=302, headers={"Location": "/"}), times=1
        )
        page.get_by_label("Ngày họp rà soát").fill("04/12/2026")
        page.clock.run_for(TICK)
        expect(page.locator("[data-q-autosave-status]")).to_contain_text("Phiên làm việc đã hết")
        page.clock.run_for(TICK)
        expect(page.locator("[data-q-autosave-status]")).to_have_text("Đã lưu nháp lúc 08:30")


def test_leaving_with_unsaved_text_is_asked_about(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with _page(browser, address) as page:
        page.on("dialog", partial(_accept, asked))
        page.goto("/viec")
        page.get_by_label("Ngày họp rà soát").click()
        page.keyboard.type("1/2")
        page.get_by_role("link", name="VBQPPL").click()
        page.wait_for_url("**/van-ban")
        assert asked == ["beforeunload"]


def test_sending_the_form_is_not_leaving_it(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with _page(browser, address) as page:
        page.on("dialog", partial(_accept, asked))
        page.goto("/viec")
        page.get_by_label("Ngày họp rà soát").click()
        page.keyboard.type("1/2")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("alert")).to_be_focused()
        assert asked == []


def test_keys_walk_the_inbox_and_rest_while_typing(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/")
        rows = page.locator("[data-q-row]")
        page.keyboard.press("j")
        expect(rows.nth(1)).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("k")
        expect(rows.nth(1)).to_be_focused()
        page.keyboard.press("/")
        search = page.get_by_role("searchbox").first
        expect(search).to_be_focused()
        page.keyboard.type("jk?")
        expect(search).to_have_value("jk?")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_enter_opens_the_row_u_goes_back_and_g_i_to_the_inbox(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/viec")
        page.keyboard.press("u")
        page.wait_for_url(address + "/")
        page.goto("/van-ban")
        page.keyboard.press("g")
        page.keyboard.press("i")
        page.wait_for_url(address + "/")


def test_the_help_lists_the_keys_and_can_switch_them_off(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/")
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Phím tắt")
        expect(dialog).to_be_visible()
        dialog.get_by_label("Dùng phím tắt một phím trên máy này").uncheck()
        dialog.get_by_role("button", name="Đóng").click()
        page.keyboard.press("j")
        expect(page.locator("[data-q-row]:focus")).to_have_count(0)
        page.reload()
        page.keyboard.press("?")
        expect(dialog).to_be_hidden()


def test_the_menu_of_the_phone_opens_over_the_page(browser: Browser, address: str) -> None:
    with _page(browser, address, phone=True) as page:
        page.goto("/")
        entry = page.get_by_role("link", name="VBQPPL")
        expect(entry).to_be_hidden()
        page.get_by_role("button", name="Mở trình đơn").click()
        entry.click()
        page.wait_for_url("**/van-ban")


def test_the_person_menu_closes_with_escape(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/")
        page.locator("details.q-menu > summary").click()
        leave = page.get_by_role("button", name="Đăng xuất")
        expect(leave).to_be_visible()
        page.keyboard.press("Escape")
        expect(leave).to_be_hidden()


def test_a_lost_connection_is_said(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/", wait_until="networkidle")
        page.context.set_offline(offline=True)
        expect(page.locator("#q-offline")).to_be_visible()
        page.context.set_offline(offline=False)
        expect(page.locator("#q-offline")).to_be_hidden()


def test_the_inbox_asks_for_news_every_45_seconds(browser: Browser, address: str, preview: Flask) -> None:
    polls = preview.extensions["preview"]["polls"]
    polls.clear()
    with _page(browser, address, clock=True) as page:
        page.goto("/")
        page.wait_for_load_state("networkidle")
        with page.expect_response("**/moi"):
            page.clock.run_for(46_000)
        assert polls == ["true"]


def test_the_drawing_shows_the_path_the_tokens_and_what_is_late(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/ho-so")
        expect(page.locator("[data-q-ready=yes]")).to_be_visible()
        expect(page.locator('[data-element-id="f1"].q-flow-done')).to_have_count(1)
        expect(page.locator('[data-element-id="SangLoc"].q-shape-done')).to_have_count(1)
        expect(page.locator('[data-element-id="SoanThao"].q-shape-overdue')).to_have_count(1)
        expect(page.locator('[data-element-id="GhiNhan"].q-shape-incident')).to_have_count(1)
        expect(page.get_by_title("2 việc đang chờ ở bước này")).to_have_text("2")
        expect(page.locator(".bjs-powered-by")).to_be_visible()


def test_a_click_on_a_shape_leads_to_its_line_in_words(browser: Browser, address: str) -> None:
    with _page(browser, address) as page:
        page.goto("/ho-so")
        expect(page.locator("[data-q-ready=yes]")).to_be_visible()
        page.locator('[data-element-id="DanhGia"] .djs-hit').click()
        page.wait_for_url("**/ho-so#element-DanhGia")
        expect(page.locator("#element-DanhGia")).to_be_focused()


def test_the_wheel_scrolls_the_page_and_zooms_only_with_control(browser: Browser, address: str) -> None:
    scale = "document.querySelector('.djs-container .viewport').getAttribute('transform') ?? ''"
    with _page(browser, address) as page:
        page.goto("/ho-so")
        expect(page.locator("[data-q-ready=yes]")).to_be_visible()
        page.locator(".q-diagram-canvas").hover()
        before = page.evaluate(scale)
        page.mouse.wheel(0, 120)
        page.wait_for_function("scrollY > 0")
        assert page.evaluate(scale) == before
        page.get_by_role("button", name="Phóng to sơ đồ").click()
        page.wait_for_function(f"({scale}) !== {before!r}")


def test_a_drawing_that_cannot_be_loaded_says_where_the_steps_are(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/so-do.bpmn", lambda route: route.fulfill(status=500))
    page.goto("/ho-so")
    expect(page.get_by_text("Không tải được sơ đồ.")).to_be_visible()
    context.close()
