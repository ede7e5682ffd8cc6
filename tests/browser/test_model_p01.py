"""P01 in Chromium: a plan is drafted, one unit answers, the others are silent, finance checks the money."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.model_scenes import begin, choose, hand_in, looked_at, opened_task, pictured, refused, step
from tests.browser.scenes import Scene
from tests.qms.plans.plan_case import FOLDER

MODEL = "QMS_P01_KE_HOACH_NAM"


def test_a_plan_goes_from_its_first_lines_to_finance(scene: Scene) -> None:
    scene.office.deploy(FOLDER)
    begin(scene, "thuky", MODEL)
    page = opened_task(scene, "thuky", "Lập dự thảo kế hoạch")
    expect(page.locator("main")).to_contain_text("Chưa có kế hoạch năm trước trong hệ thống")
    assert page.input_value("#field-hoat_dong__5__hd_noi_dung") == "Đánh giá nội bộ mọi đơn vị"
    looked_at(page, "p01-du-thao")
    page.fill("#field-hoat_dong__5__hd_den", "09/10/2027")
    page.fill("#field-kinh_phi", "12.000.000")
    assert refused(page) == ["hoat_dong__5__hd_den"]
    assert page.input_value("#field-kinh_phi") == "12.000.000"
    page.fill("#field-hoat_dong__5__hd_den", "09/10/2026")
    hand_in(scene, page)
    with step(scene, "truongkt", "Đơn vị góp ý") as page:
        looked_at(page, "p01-gop-y")
        page.fill("#field-nhu_cau_dao_tao", "Một lớp đánh giá nội bộ.")
    scene.later(10)
    page = opened_task(scene, "thuky", "Tiếp thu, hoàn thiện")
    expect(page.locator("main")).to_contain_text("Một lớp đánh giá nội bộ")
    assert refused(page) == ["ly_do_vuot_tran"]
    looked_at(page, "p01-hoan-thien")
    page.fill("#field-ly_do_vuot_tran", "Mở thêm một lớp đào tạo.")
    hand_in(scene, page)
    page = opened_task(scene, "taivu", "Kiểm tra kinh phí")
    choose(page, "ket_qua_kinh_phi", "dat")
    assert refused(page) == ["ket_qua_kinh_phi"]
    pictured(page, "p01-kinh-phi")
    choose(page, "ket_qua_kinh_phi", "vuot")
    hand_in(scene, page)
    page = scene.at("truongkt", "/ke-hoach/")
    looked_at(page, "p01-so")
    page.get_by_role("link", name="Năm 2026, bản 1").click()
    looked_at(page, "p01-ke-hoach")
    expect(page.locator("main")).to_contain_text("không có ý kiến (hết hạn)")
