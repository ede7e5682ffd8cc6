"""A publication in Chromium, from the request to the third proof, by everybody who has a part in it."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.model_scenes import (
    PNG,
    attach,
    begin,
    choose,
    closed,
    fill,
    hand_in,
    looked_at,
    opened_task,
    paper,
    pictured,
    refused,
    step,
)
from tests.browser.scenes import Scene
from tests.qms.publications.publishing import published, ready

ADDRESS: Final = "https://vanphong.tayninh.gov.vn/cong-bo-iso"


def test_a_publication_closes_with_decision_receipt_posting_and_address(scene: Scene) -> None:
    ready(scene.office)
    published(scene.office)
    case = begin(scene, "thuky", "QMS_P10_CONG_BO").url
    _asked(opened_task(scene, "thuky", "Lập yêu cầu công bố"), scene)
    _scoped(opened_task(scene, "thuky", "Xác nhận phạm vi công bố"), scene)
    _issued(scene)
    with step(scene, "thuky", "Đăng trang thông tin điện tử") as secretary:
        expect(secretary.locator("main")).to_contain_text("01/QĐ-VP")
        assert refused(secretary) == ["dia_chi_web", "ngay_dang_web"]
        fill(secretary, {"dia_chi_web": "trang của Văn phòng", "ngay_dang_web": "24/11/2026"})
        assert refused(secretary) == ["dia_chi_web", "ngay_dang_web"]
        pictured(secretary, "p10-4-trang-loi")
        fill(secretary, {"dia_chi_web": ADDRESS, "ngay_dang_web": "23/11/2026"})
    with step(scene, "vanthu", "Niêm yết tại trụ sở") as clerk:
        assert refused(clerk) == ["noi_niem_yet", "ngay_niem_yet", "anh_niem_yet"]
        pictured(clerk, "p10-5-niem-yet-loi")
        fill(clerk, {"noi_niem_yet": "Bảng tin trụ sở", "ngay_niem_yet": "23/11/2026"})
        attach(clerk, "anh_niem_yet", "niem-yet.png", PNG)
    _received(scene.at("socv", "/gui-nhan/da-den"), scene)
    closed(scene.at("thuky"), case)
    register = scene.at("thuky", "/publications/")
    expect(register.locator("main")).to_contain_text("01/QĐ-VP")


def _asked(secretary: Page, scene: Scene) -> None:
    pictured(secretary, "p10-1-yeu-cau")
    assert refused(secretary) == ["ly_do_cong_bo", "mo_ta_ly_do"]
    choose(secretary, "ly_do_cong_bo", "to_chuc_thay_doi")
    fill(secretary, {"mo_ta_ly_do": "Văn phòng nhận thêm một phòng theo Quyết định 1234/QĐ-UBND."})
    hand_in(scene, secretary)


def _scoped(secretary: Page, scene: Scene) -> None:
    pictured(secretary, "p10-2-pham-vi")
    scope = secretary.locator("#field-pham_vi")
    proposed = scope.input_value()
    scope.fill(proposed.split("\n", 1)[1] + "\n9.999999")
    assert refused(secretary) == ["pham_vi", "pham_vi"]
    looked_at(secretary, "p10-2-pham-vi-loi")
    expect(secretary.locator("main")).to_contain_text("Thiếu thủ tục hành chính còn hiệu lực")
    scope.fill(proposed)
    hand_in(scene, secretary)


def _issued(scene: Scene) -> None:
    with step(scene, "truongbcd", "Kiểm tra nội dung") as head:
        pictured(head, "p10-3-noi-dung")
        assert paper(head, "Bản trình").startswith(b"%PDF")
        choose(head, "ket_qua_noi_dung", "dat")
    with step(scene, "vanthu", "Kiểm tra thể thức") as clerk:
        choose(clerk, "ket_qua_the_thuc", "dat")
    with step(scene, "chanhvp", "Ký văn bản") as leader:
        choose(leader, "quyet_dinh_ky", "ky")
        choose(leader, "cach_ky", "tai_khoan")
    with step(scene, "vanthu", "Đóng dấu, phát hành") as clerk:
        clerk.check("#field-da_dong_dau")


def _received(department: Page, scene: Scene) -> None:
    expect(department.locator("main")).to_contain_text("01/QĐ-VP")
    pictured(department, "p10-6-so")
    department.fill("input[name=reference]", "Số đến 112")
    department.get_by_role("button", name="Xác nhận").first.click()
    scene.office.work()
