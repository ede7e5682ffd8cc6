"""P16 in Chromium: feedback taken in at the register, sorted, answered by the unit, approved, told."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.model_scenes import choose, looked_at, step
from tests.browser.scenes import Scene
from tests.qms.feedback.feedback_case import FOLDER, unit_id


def test_feedback_goes_from_the_desk_to_its_answer(scene: Scene) -> None:
    scene.office.deploy(FOLDER)
    page = scene.at("thanhnhan", "/phan-anh/")
    looked_at(page, "p16-trong")
    page.get_by_role("link", name="Ghi phản ánh").first.click()
    page.select_option("#field-kenh", "duong_day_nong")
    page.fill("#field-gio_nhan", "25:00")
    page.fill("#field-nguoi_gui", "Lý Thị Gửi")
    page.fill("#field-noi_dung_pa", "Hồ sơ trả chậm ba ngày, không có văn bản xin lỗi.")
    page.get_by_role("button", name="Lưu vào sổ").click()
    expect(page.locator(".q-error-summary")).to_contain_text("08:30")
    assert page.input_value("#field-nguoi_gui") == "Lý Thị Gửi"
    looked_at(page, "p16-ghi")
    page.fill("#field-gio_nhan", "07:30")
    page.get_by_role("button", name="Lưu vào sổ").click()
    expect(page.locator("main")).to_contain_text("Lý Thị Gửi")
    register = page.url
    scene.office.work()
    with step(scene, "thuky", "Phân loại") as page:
        choose(page, "thu_ly", "co")
        page.select_option("#field-loai_pa", "qua_han")
        page.select_option("#field-don_vi_pa", str(unit_id(scene.office, "TT-PVHCC")))
        looked_at(page, "p16-phan-loai")
    with step(scene, "tuongvy", "Xác minh, trả lời") as page:
        page.fill("#field-ket_qua_xac_minh", "Hồ sơ trả chậm ba ngày.")
        choose(page, "ket_luan_pa", "khong_dung")
        page.fill("#field-noi_dung_tra_loi", "Cơ quan đã xem xét và trả lời.")
        looked_at(page, "p16-tra-loi")
    with step(scene, "chanhvp", "Duyệt trả lời") as page:
        expect(page.locator("main")).to_contain_text("Cơ quan đã xem xét và trả lời.")
        choose(page, "y_kien_pa", "duyet")
    with step(scene, "thanhnhan", "Trả lời người gửi") as page:
        page.fill("#field-ngay_tra_loi", f"{scene.office.today:%d/%m/%Y}")
        page.select_option("#field-cach_tra_loi", "dien_thoai")
    page = scene.at("camtien", urlsplit(register).path)
    expect(page.locator("main")).to_contain_text("Cơ quan đã xem xét và trả lời.")
    expect(page.locator("main")).not_to_contain_text("Lý Thị Gửi")
    looked_at(page, "p16-chi-tiet")
    looked_at(scene.at("camtien", "/phan-anh/"), "p16-so")
