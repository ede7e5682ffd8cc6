"""What goes wrong at the canvas and around it: a clear sentence, and nothing lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from playwright.sync_api import Page, Route, expect

from engine.domain.bundle import MODEL_FILE
from qms.demo_office.loading import DEMO_PASSWORD
from qms.designer.drafts import CreateDraft, create_draft
from qms.form_templates.acting import Keeping
from qms.form_templates.adding import AddFormTemplate, add_form_template
from qms.form_templates.rules import with_note
from qms.form_templates.withdrawing import WithdrawFormTemplate, withdraw_form_template
from qms.organisation.roles import Role
from tests.browser.scenes import READY, Scene, choose_step, keep, open_canvas, task
from tests.engine.cases import grant
from tests.qms.designer.drawing_office import FORM, P05, REVIEWER, SECRETARY, by, drawing, submitted

SECOND_SECRETARY: Final = "vanthu"


def test_of_two_who_draw_at_once_each_knows_of_the_other_and_loses_no_stroke(scene: Scene) -> None:
    grant(scene.office, SECOND_SECRETARY, Role.ISO_SECRETARY.value)
    draft = scene.draft()
    first, second = scene.at(SECRETARY), scene.at(SECOND_SECRETARY)
    open_canvas(first, draft)
    open_canvas(second, draft)
    expect(second.get_by_role("alert")).to_contain_text("Nguyễn Thị Ngọc Diệp đang sửa bản này.")
    choose_step(first, "Bước 1")
    first.fill("#qd-name", "Nét vẽ của người thứ nhất")
    second.get_by_role("button", name="Lấy quyền sửa").click()
    second.locator(f"{READY}:not(.qd-reading)").wait_for()
    first.locator("#qd-save").click()
    expect(first.get_by_role("alert")).to_contain_text("Bùi Thị Mỹ Hạnh đang sửa bản thảo này.")
    expect(first.get_by_role("alert")).to_contain_text("đã được cất riêng")
    choose_step(second, "Bước 1")
    second.fill("#qd-name", "Nét vẽ của người thứ hai")
    keep(second)
    assert "người thứ hai" in scene.saved(draft)
    scene.leave(SECOND_SECRETARY)
    scene.office.clock.move_to(scene.office.now + timedelta(minutes=3))
    scene.at(SECRETARY, f"/designer/drafts/{draft}/about")
    first.locator("tr", has_text="Cất riêng").get_by_role("button", name="Lấy lại").click()
    assert "người thứ nhất" in scene.saved(draft)


def test_a_browser_that_is_closed_in_the_middle_of_a_stroke_loses_none(scene: Scene) -> None:
    draft = scene.draft()
    page = scene.at(SECRETARY)
    open_canvas(page, draft)
    choose_step(page, "Bước 1")
    page.fill("#qd-name", "Nét vẽ cuối cùng")
    page.close(run_before_unload=False)
    scene.leave(SECRETARY)
    again = scene.at(SECRETARY)
    open_canvas(again, draft)
    expect(again.locator("#qd-steps")).to_contain_text("Nét vẽ cuối cùng")
    _never_sent(again)
    third = scene.pages[SECRETARY] = again.context.new_page()
    again.close(run_before_unload=False)
    third.context.set_offline(offline=False)
    open_canvas(third, draft)
    asked = third.get_by_role("dialog")
    expect(asked).to_contain_text("Có bản vẽ chưa lưu từ")
    third.keyboard.press("Escape")  # a key that slipped drops nothing
    asked.get_by_role("button", name="Lấy lại").click()
    expect(third.locator("#qd-steps")).to_contain_text("Nét vẽ chưa gửi")
    keep(third)
    assert "Nét vẽ chưa gửi" in scene.saved(draft)
    assert third.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('quytrinh-draft'))") == []


def _never_sent(page: Page) -> None:
    """Strokes that the server does not get, as those of a large drawing when the browser is killed."""
    page.context.set_offline(offline=True)
    choose_step(page, "Nét vẽ cuối cùng")
    page.fill("#qd-name", "Nét vẽ chưa gửi")
    page.locator("#qd-save").click()
    expect(page.locator("#qd-status")).to_contain_text("Mất kết nối")


def test_what_is_no_procedure_is_refused_with_a_sentence_and_what_was_typed_stays(scene: Scene) -> None:
    page = scene.at(SECRETARY, "/procedure-tables/")
    rubbish = "\x1b[31m<script>alert(1)</script>\t\t" + "rác " * 2_000
    page.fill("#pasted", rubbish)
    page.get_by_role("button", name="Đọc bảng").click()
    expect(page.locator("main")).to_contain_text("Không thấy bảng quy trình")
    assert "rác rác" in page.input_value("#pasted")
    for name, content, told in (
        ("anh.bpmn", b"\x89PNG\r\n\x1a\n" + bytes(100), "“anh.bpmn” không phải sơ đồ BPMN 2.0"),
        ("trang.bpmn", b"<html><body>xin chao</body></html>", "không phải sơ đồ BPMN 2.0"),
        (
            "lon.bpmn",
            b"<definitions>" + b" " * (5 * 1024 * 1024),
            "“lon.bpmn” quá lớn: mỗi tệp không quá 5 MB",
        ),
    ):
        scene.at(SECRETARY, "/designer/new")
        page.set_input_files("#files", {"name": name, "mimeType": "application/xml", "buffer": content})
        page.fill("#name-files", "Tên đã gõ")
        page.get_by_role("button", name="Mở tệp").click()
        expect(page.locator(".q-message-error")).to_contain_text(told)
        assert page.input_value("#name-files") == "Tên đã gõ"
    assert page.url.endswith("/designer/new")


def test_a_form_that_is_withdrawn_during_the_review_is_told_and_the_draft_goes_back_whole(
    scene: Scene,
) -> None:
    scene.office.deploy(P05)
    store, keeping = scene.office.system.store, Keeping(viewer=scene.office.viewer(SECRETARY), origin="test")
    added = add_form_template(
        store,
        AddFormTemplate(
            by=keeping,
            code="Mẫu 05-VP",
            name="Phiếu kiểm soát",
            legal_basis="5/QĐ-VP",
            valid_from=scene.office.today,
            content=FORM,
        ),
        scene.office.now,
    )
    files = {MODEL_FILE: drawing(), "forms/phieu.json": with_note(FORM, "Mẫu 05-VP", scene.office.today)}
    draft = create_draft(
        store, CreateDraft(by=by(scene.office), files=files, name="Cấp giấy"), scene.office.now
    )
    submitted(scene.office, draft)
    withdrawing = WithdrawFormTemplate(
        by=keeping, template=added.id, decision="9/QĐ-VP", reason="Thay bằng mẫu mới"
    )
    withdraw_form_template(store, withdrawing, scene.office.now)
    with task(scene, REVIEWER, "Xem xét") as page:
        asked = page.url
        page.get_by_role("link", name="Trang bản thảo, kiểm tra và góp ý").click()
        expect(page.locator("main")).to_contain_text("Mẫu 05-VP")
        expect(page.locator("main")).to_contain_text("Bản trình này sẽ không ban hành được")
        page.goto(asked)
        page.get_by_role("radio", name="Trả lại để soạn tiếp").check()
        page.fill("#field-ly_do_xem_xet", "Biểu mẫu đã bị thu hồi")
    told = scene.at(SECRETARY, f"/designer/drafts/{draft}/about?check=1")
    expect(told.locator("#check").locator("..")).to_contain_text("Mẫu 05-VP")
    expect(told.get_by_role("button", name="Trình xem xét")).to_be_visible()
    assert "forms/phieu.json" in told.inner_text("#history")


def test_who_signs_in_again_in_another_tab_loses_no_stroke_and_nobody_else_saves_them(scene: Scene) -> None:
    grant(scene.office, SECOND_SECRETARY, Role.ISO_SECRETARY.value)
    draft = scene.draft()
    page = scene.at(SECRETARY)
    open_canvas(page, draft)
    other = page.context.new_page()
    choose_step(page, "Bước 1")
    for username, told in (
        (SECOND_SECRETARY, "Người khác đã đăng nhập trên máy này"),
        (SECRETARY, "Đã lưu lúc"),
    ):
        other.context.clear_cookies()
        page.fill("#qd-name", f"Nét vẽ trước khi {username} đăng nhập")
        page.locator("#qd-save").click()
        expect(page.locator("#qd-status")).to_contain_text("Phiên làm việc đã hết")
        other.goto("/sign-in")
        other.fill("[name=username]", username)
        other.fill("[name=password]", DEMO_PASSWORD)
        other.press("[name=password]", "Enter")
        other.wait_for_url("**/")
        page.locator("#qd-save").click()
        expect(page.locator("#qd-status")).to_contain_text(told)
    assert f"trước khi {SECRETARY} đăng nhập" in scene.saved(draft)


def test_a_tab_that_is_hidden_or_left_during_a_save_sends_the_last_stroke_too(scene: Scene) -> None:
    draft = scene.draft()
    page = scene.at(SECRETARY)
    open_canvas(page, draft)
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/files/model.bpmn", hold)
    choose_step(page, "Bước 1")
    page.fill("#qd-name", "Nét thứ nhất")
    page.locator("#qd-save").click()
    page.wait_for_function("document.querySelector('#qd-status').textContent.includes('Chưa lưu')")
    page.fill("#qd-name", "Nét thứ hai")
    page.locator("#qd-name").blur()
    with page.expect_response("**/files/model.bpmn"):
        page.evaluate("dispatchEvent(new Event('pagehide'))")
    held[0].continue_()
    expect(page.locator("#qd-status")).to_contain_text("Đã lưu lúc")
    assert "Nét thứ hai" in scene.saved(draft)
    page.fill("#qd-name", "Nét thứ ba")
    keep(page)
    assert "Nét thứ ba" in scene.saved(draft)
