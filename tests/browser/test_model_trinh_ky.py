"""A document on its way in Chromium: drafted, sent back, submitted anew, signed, numbered, sealed, issued."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Page, expect

from qms.catalogue.shipped import shared_models
from tests.browser.model_scenes import (
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

WORDS: Final = {
    "trich_yeu": "Tự kiểm tra việc tiếp nhận hồ sơ quý IV năm 2026",
    "can_cu_soan": "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;",
    "doan_soan": "Các phòng tự kiểm tra trước ngày 10/12/2026.\n\nVăn phòng tổng hợp.",
    "noi_nhan_soan": "Các phòng, ban, trung tâm;\nLưu: VT, ISO.",
}
REASON: Final = "Nêu rõ thời hạn gửi kết quả về Văn phòng."


def test_a_document_is_drafted_sent_back_submitted_anew_signed_and_issued(scene: Scene) -> None:
    scene.office.deploy(shared_models()["CHUNG_TRINH_KY"])
    case = begin(scene, "thuky", "CHUNG_TRINH_KY").url
    _drafted(opened_task(scene, "thuky", "Soạn thảo văn bản"), scene)
    _sent_back(opened_task(scene, "truongbcd", "Kiểm tra nội dung"), scene)
    _corrected(opened_task(scene, "thuky", "Soạn thảo văn bản"), scene)
    _checked(opened_task(scene, "truongbcd", "Kiểm tra nội dung"), scene)
    with step(scene, "vanthu", "Kiểm tra thể thức") as clerk:
        pictured(clerk, "trinh-ky-4-the-thuc")
        assert refused(clerk) == ["ket_qua_the_thuc"]
        choose(clerk, "ket_qua_the_thuc", "dat")
    _signed(opened_task(scene, "chanhvp", "Ký văn bản"), scene)
    with step(scene, "vanthu", "Đóng dấu, phát hành") as clerk:
        pictured(clerk, "trinh-ky-6-phat-hanh")
        expect(clerk.locator("main")).to_contain_text("01/TB-VP")
        assert paper(clerk, "Bản đã có số").startswith(b"%PDF")
        assert refused(clerk) == ["da_dong_dau"]
        clerk.check("#field-da_dong_dau")
    closed(scene.at("thuky"), case)
    register = scene.at("thuky", "/van-ban-di/")
    expect(register.locator("main")).to_contain_text("01/TB-VP")
    expect(register.locator("main")).to_contain_text(WORDS["trich_yeu"])


def _drafted(drafter: Page, scene: Scene) -> None:
    pictured(drafter, "trinh-ky-1-soan")
    assert refused(drafter) == ["loai_van_ban", "trich_yeu", "viec_soan"]
    drafter.select_option("#field-loai_van_ban", "TB")
    fill(drafter, WORDS)
    drafter.click("#field-dieu_soan")
    drafter.fill("#field-dieu_soan__1__noi_dung_dieu", "Gửi kết quả về Văn phòng.")
    choose(drafter, "viec_soan", "trinh")
    pictured(drafter, "trinh-ky-1-soan-xong")
    hand_in(scene, drafter)


def _sent_back(head: Page, scene: Scene) -> None:
    looked_at(head, "trinh-ky-2-noi-dung")
    assert paper(head, "Bản trình").startswith(b"%PDF")
    choose(head, "ket_qua_noi_dung", "tra_lai")
    assert refused(head) == ["ly_do_tra_lai"]
    fill(head, {"ly_do_tra_lai": REASON})
    hand_in(scene, head)


def _corrected(drafter: Page, scene: Scene) -> None:
    pictured(drafter, "trinh-ky-3-soan-lai")
    expect(drafter.locator("main")).to_contain_text(REASON)
    expect(drafter.locator("#field-loai_van_ban")).to_have_value("TB")
    for key, text in WORDS.items():
        expect(drafter.locator(f"#field-{key}")).to_have_value(text)
    changed = "Gửi kết quả về Văn phòng trước ngày 15/12/2026."
    expect(drafter.locator("#field-dieu_soan__1__noi_dung_dieu")).to_have_value("Gửi kết quả về Văn phòng.")
    drafter.fill("#field-dieu_soan__1__noi_dung_dieu", changed)
    choose(drafter, "viec_soan", "trinh")
    hand_in(scene, drafter)


def _checked(head: Page, scene: Scene) -> None:
    pictured(head, "trinh-ky-3-noi-dung-lai")
    choose(head, "ket_qua_noi_dung", "dat")
    hand_in(scene, head)


def _signed(leader: Page, scene: Scene) -> None:
    pictured(leader, "trinh-ky-5-ky")
    assert refused(leader) == ["quyet_dinh_ky"]
    choose(leader, "quyet_dinh_ky", "ky")
    assert refused(leader) == ["cach_ky"]
    choose(leader, "cach_ky", "tep_ky_so")
    expect(leader.locator("#field-tep_da_ky")).to_be_visible()
    choose(leader, "cach_ky", "tai_khoan")
    expect(leader.locator("#field-tep_da_ky")).to_be_hidden()
    pictured(leader, "trinh-ky-5-ky-xong")
    hand_in(scene, leader)
