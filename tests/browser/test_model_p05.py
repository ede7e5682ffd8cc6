"""P05 in Chromium: a document changes from the request to the last reader, and is looked through again."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from tests.browser.model_scenes import (
    attach,
    choose,
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
from tests.qms.controlled_documents.document_office import PDF, ROOM, deploy, entry, record

NAME = "Cập nhật VBQPPL – Đất đai"
READERS = ("truongkt", "camtien", "giabao", "chihoa")
SUMMARY = "Bổ sung bước kiểm tra biểu mẫu trước khi dùng."


def test_a_document_changes_from_the_request_to_the_last_reader(scene: Scene) -> None:
    deploy(scene.office)
    (document,) = record(scene.office)
    address = f"/tai-lieu/{document}"
    case = _ask(scene, address)
    _triage(scene)
    _draft(scene)
    _review(scene)
    _draft_again(scene)
    with step(scene, "truongbcd", "Xem xét dự thảo") as page:
        choose(page, "ket_luan_xem_xet", "dat")
    _sign(scene)
    page = scene.at("thuky", address)
    expect(page.locator("main")).to_contain_text("Đã phê duyệt, chưa hiệu lực")
    _read(scene)
    scene.later(3)
    _in_force(scene, address, case)


def _ask(scene: Scene, address: str) -> str:
    """Anybody asks on the document's page; what is too short is refused, and nothing typed is lost."""
    page = scene.at("giabao", address)
    page.get_by_role("link", name="Đề nghị sửa đổi").click()
    page.fill("[name=part]", "Mục 5.2")
    page.fill("[name=description]", "Ngắn")
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator(".q-error-summary")).to_contain_text("Xin chọn lý do.")
    assert page.input_value("[name=part]") == "Mục 5.2"
    looked_at(page, "p05-de-nghi")
    page.fill("[name=description]", "Bổ sung bước kiểm tra biểu mẫu.")
    page.select_option("#reason", "kph")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/instances/**")
    scene.office.work()
    return page.url


def _triage(scene: Scene) -> None:
    page = opened_task(scene, "thuky", "Xem xét yêu cầu")
    looked_at(page, "p05-phan-loai")
    choose(page, "ket_luan_phan_loai", "thuc_hien")
    page.fill("#field-lan_ban_hanh", "01")
    assert "lan_ban_hanh" in refused(page)
    assert page.input_value("#field-mo_ta") == "Bổ sung bước kiểm tra biểu mẫu."
    page.fill("#field-lan_ban_hanh", "02")
    page.select_option("#field-don_vi_chu_tri", str(ROOM))
    hand_in(scene, page)


def _draft(scene: Scene) -> None:
    page = opened_task(scene, "camtien", "Soạn dự thảo tài liệu")
    fill(page, {"tom_tat": SUMMARY, "ngay_hieu_luc": "25/11/2026"})
    attach(page, "tep_du_thao", "QT-05.pdf", b"PK\x03\x04 not what it says")
    assert refused(page) == ["tep_du_thao", "doi_pham_vi", "viec_soan"]
    assert page.input_value("#field-tom_tat") == SUMMARY
    looked_at(page, "p05-du-thao")
    choose(page, "don_vi_ap_dung", str(ROOM))
    choose(page, "doi_pham_vi", "khong")
    choose(page, "viec_soan", "trinh")
    attach(page, "tep_du_thao", "QT-05.pdf", PDF)
    hand_in(scene, page)


def _review(scene: Scene) -> None:
    with step(scene, "truongbcd", "Xem xét dự thảo") as page:
        looked_at(page, "p05-xem-xet")
        assert paper(page, "Tệp tài liệu") == PDF
        choose(page, "ket_luan_xem_xet", "tra_lai")
        page.fill("#field-ly_do_tra_lai", "Mục 5.2 chưa ghi ai kiểm tra.")


def _draft_again(scene: Scene) -> None:
    """What was handed in is still there; the reason stands above it."""
    with step(scene, "camtien", "Soạn dự thảo tài liệu") as page:
        expect(page.locator("main")).to_contain_text("Mục 5.2 chưa ghi ai kiểm tra.")
        pictured(page, "p05-du-thao-lai")
        assert page.input_value("#field-tom_tat") == SUMMARY
        assert page.input_value("#field-ngay_hieu_luc") == "25/11/2026"
        assert page.is_checked(f"[name=don_vi_ap_dung][value='{ROOM}']")
        choose(page, "viec_soan", "trinh")


def _sign(scene: Scene) -> None:
    with step(scene, "truongkt", "Kiểm tra nội dung") as page:
        choose(page, "ket_qua_noi_dung", "dat")
    with step(scene, "vanthu", "Kiểm tra thể thức") as page:
        choose(page, "ket_qua_the_thuc", "dat")
    with step(scene, "chanhvp", "Ký văn bản") as page:
        pictured(page, "p05-ky")
        choose(page, "quyet_dinh_ky", "ky")
        choose(page, "cach_ky", "tai_khoan")
    with step(scene, "vanthu", "Đóng dấu, phát hành") as page:
        page.check("#field-da_dong_dau")


def _read(scene: Scene) -> None:
    for reader in READERS:
        with step(scene, reader, "Đọc và xác nhận đã hiểu") as page:
            if reader == READERS[0]:
                pictured(page, "p05-doc")
            page.check("#field-da_doc_hieu")


def _in_force(scene: Scene, address: str, case: str) -> None:
    page = scene.at("thuky", "/tai-lieu/")
    looked_at(page, "p05-danh-muc")
    scene.at("thuky", address)
    looked_at(page, "p05-tai-lieu")
    rows = page.locator("main")
    expect(rows).to_contain_text("Hết hiệu lực")
    page.locator(f"main a[href='{case.removeprefix(scene.address)}']").first.click()
    expect(page.locator("main")).to_contain_text("Đã hoàn thành")
    page.locator(f"main a[href='{address}']").first.click()
    expect(page.locator("h1")).to_contain_text(NAME)


def test_a_document_is_looked_through_on_its_day_by_two(scene: Scene) -> None:
    deploy(scene.office)
    (document,) = record(scene.office, entry(next_review_on=date(2026, 11, 24)))
    scene.later(1)
    page = opened_task(scene, "camtien", "Rà soát tài liệu")
    choose(page, "ket_luan_ra_soat", "giu_nguyen")
    assert refused(page) == ["noi_dung_ra_soat"]
    looked_at(page, "p05-ra-soat")
    page.fill("#field-noi_dung_ra_soat", "Đã đối chiếu căn cứ pháp lý và biểu mẫu.")
    hand_in(scene, page)
    with step(scene, "truongkt", "Duyệt kết quả rà soát") as page:
        looked_at(page, "p05-duyet-ra-soat")
        choose(page, "quyet_dinh_ra_soat", "tra_lai")
        page.fill("#field-ly_do_tra_lai", "Chưa nêu biểu mẫu nào đã xem.")
    with step(scene, "camtien", "Rà soát tài liệu") as page:
        expect(page.locator("main")).to_contain_text("Chưa nêu biểu mẫu nào đã xem.")
        assert page.input_value("#field-noi_dung_ra_soat").startswith("Đã đối chiếu")
        choose(page, "ket_luan_ra_soat", "giu_nguyen")
    with step(scene, "truongkt", "Duyệt kết quả rà soát") as page:
        choose(page, "quyet_dinh_ra_soat", "dong_y")
    page = scene.at("thuky", f"/tai-lieu/{document}")
    expect(page.locator("main")).to_contain_text("24/11/2027")
