"""P15 in Chromium: an estimate that passes the caps, what was approved, an expense and its counter-entry."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.model_scenes import begin, choose, hand_in, looked_at, opened_task, refused
from tests.browser.scenes import Scene
from tests.qms.budget.budget_case import FOLDER, BudgetCase
from tests.qms.budget.budget_case import begin as begun

MODEL = "QMS_P15_KINH_PHI"


def test_an_estimate_over_the_caps_needs_its_reason_at_the_line(scene: Scene) -> None:
    scene.office.deploy(FOLDER)
    begin(scene, "thuky", MODEL)
    page = opened_task(scene, "thuky", "Lập dự toán")
    page.locator("#field-dong_du_toan").click()
    page.fill("#field-dong_du_toan__1__dt_noi_dung", "Duy trì, cải tiến")
    page.select_option("#field-dong_du_toan__1__dt_loai", "duy_tri")
    page.fill("#field-dong_du_toan__1__dt_so_tien", "16.000.000")
    page.fill("#field-dong_du_toan__1__dt_nguon", "Thường xuyên")
    assert refused(page) == ["dong_du_toan__1__dt_ly_do"]
    expect(page.locator("main")).to_contain_text("khoản 6 Điều 4 Thông tư 116/2015/TT-BTC")
    looked_at(page, "p15-du-toan")
    page.fill("#field-dong_du_toan__1__dt_ly_do", "Theo văn bản giao.")
    hand_in(scene, page)
    page = opened_task(scene, "taivu", "Kiểm tra dự toán")
    expect(page.locator("main")).to_contain_text("Theo văn bản giao.")
    looked_at(page, "p15-kiem-tra")
    choose(page, "ket_qua_du_toan", "vuot")
    hand_in(scene, page)


def test_an_expense_is_entered_with_its_voucher_and_taken_back(scene: Scene) -> None:
    case: BudgetCase = begun(scene.office)
    case.approve()
    page = scene.at("taivu", "/kinh-phi/")
    looked_at(page, "p15-so")
    page.get_by_role("link", name="Năm 2027").click()
    page.get_by_role("link", name="Ghi khoản chi").click()
    page.fill("#field-ngay_chi", "05/02/2027")
    page.fill("#field-noi_dung", "In tài liệu")
    page.fill("#field-so_tien", "1.250.000")
    page.get_by_role("button", name="Lưu vào sổ").click()
    expect(page.locator(".q-error-summary")).to_contain_text("Số chứng từ")
    assert page.input_value("#field-so_tien") == "1.250.000"
    looked_at(page, "p15-khoan-chi")
