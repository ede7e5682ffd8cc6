"""P08 in Chromium: a slip's four boxes from officer to officer, and what its pages refuse."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from qms.demo_office.loading import person_id
from tests.browser.model_scenes import (
    attach,
    choose,
    fill,
    hand_in,
    looked_at,
    opened_task,
    pictured,
    refused,
    step,
)
from tests.browser.scenes import Scene
from tests.qms.nonconformities.slip_case import CAUSE, P08, PROPOSAL, SlipCase

BLAME = "Do cán bộ sơ suất trong khi xử lý hồ sơ."
WHY = "Hồ sơ trả muộn vì phải bổ sung sau khi trình; bổ sung vì không ai đối chiếu trước."
ACTION = "Thêm bước đối chiếu vào quy trình cấp phép."
SEEN = "Xem 12 hồ sơ tháng này, không hồ sơ nào phải bổ sung sau trình ký."


def test_a_slip_passes_through_six_hands_before_another_person_verifies_it(scene: Scene) -> None:
    scene.office.deploy(P08)
    _proposed(scene)
    with step(scene, "giabao", "Khắc phục ngay") as page:
        expect(page.locator("main")).to_contain_text("Phòng Kinh tế")
        choose(page, "da_khac_phuc", "da_khac_phuc")
        fill(page, {"noi_dung_khac_phuc": "Đã xin lỗi ba người nộp hồ sơ.", "ngay_khac_phuc": "23/11/2026"})
    _analysed(opened_task(scene, "camtien", "Ghi phần 2"), scene)
    _approved(opened_task(scene, "truongbcd", "Ghi phần 3"), scene)
    _carried_out(opened_task(scene, "chihoa", "Thực hiện"), scene)
    with step(scene, "thuky", "Ghi phần 4") as page:
        expect(page.locator("main")).to_contain_text("xong 23/11/2026: Đã thêm bước 3a")
        choose(page, "ket_qua_xac_minh", "dat")
        fill(page, {"nhan_xet_xac_minh": SEEN, "ngay_xac_minh": "23/11/2026"})
    _found_in_the_register(scene)


def _proposed(scene: Scene) -> None:
    page = scene.at("quangvinh", "/nonconformities/")
    page.get_by_role("button", name="Lập phiếu mới").click()
    page.wait_for_url("**/instances/**")
    scene.office.work()
    page = opened_task(scene, "quangvinh", "Ghi phần 1")
    page.select_option("#field-nguon", PROPOSAL["nguon"])
    page.select_option("#field-don_vi", label="Phòng Kinh tế")
    fill(page, {"ngay_phat_hien": "24/11/2026", "mo_ta": PROPOSAL["mo_ta"]})
    assert refused(page) == ["ngay_phat_hien", "yeu_cau", "bang_chung", "muc_do", "anh_huong_dan"]
    expect(page.locator("#field-mo_ta")).to_have_value(PROPOSAL["mo_ta"])
    fill(page, {"ngay_phat_hien": "20/11/2026", "yeu_cau": "8.5.1", "bang_chung": PROPOSAL["bang_chung"]})
    choose(page, "muc_do", "nang")
    choose(page, "anh_huong_dan", "co")
    attach(page, "tep_bang_chung", "so-theo-doi.pdf")
    hand_in(scene, page)


def _analysed(page: Page, scene: Scene) -> None:
    """Blame alone is no cause, and an action has an owner and a day."""
    expect(page.get_by_role("link", name="so-theo-doi.pdf")).to_be_visible()
    looked_at(page, "p08-phan-tich")
    choose(page, "phuong_phap", "5_tai_sao")
    page.select_option("#field-ma_nguyen_nhan", "tai_lieu")
    fill(page, {"phan_tich": WHY, "nguyen_nhan_goc": BLAME, "noi_tuong_tu": "Đã xem Phòng Nội chính."})
    fill(page, {"hanh_dong_de_xuat__1__viec": ACTION})
    choose(page, "can_doi_rui_ro", "khong")
    choose(page, "can_sua_tai_lieu", "khong")
    assert sorted(refused(page)) == [
        "hanh_dong_de_xuat__1__han",
        "hanh_dong_de_xuat__1__nguoi",
        "nguyen_nhan_goc",  # told in the same round as what the form itself misses
    ]
    page.select_option("#field-hanh_dong_de_xuat__1__nguoi", str(person_id("chihoa")))
    fill(page, {"hanh_dong_de_xuat__1__han": "03/12/2026"})
    assert refused(page) == ["nguyen_nhan_goc"]
    expect(page.locator("#field-nguyen_nhan_goc-error")).to_contain_text("không phải nguyên nhân gốc")
    for key, typed in (
        ("nguyen_nhan_goc", BLAME),
        ("phan_tich", WHY),
        ("hanh_dong_de_xuat__1__viec", ACTION),
    ):
        expect(page.locator(f"#field-{key}")).to_have_value(typed)
    fill(page, {"nguyen_nhan_goc": CAUSE})
    hand_in(scene, page)


def _approved(page: Page, scene: Scene) -> None:
    """Who approves does not verify; who carries out is not among those who may."""
    choose(page, "quyet_dinh", "duyet")
    verifier = page.locator("#field-nguoi_xac_minh")
    expect(verifier).not_to_contain_text("Tăng Chí Hòa")
    verifier.select_option(str(person_id("truongbcd")))
    assert refused(page) == ["nguoi_xac_minh"]
    expect(page.locator("#field-nguoi_xac_minh-error")).to_contain_text("hãy chọn người khác để xác minh")
    expect(verifier).to_have_value(str(person_id("truongbcd")))
    verifier.select_option(str(person_id("thuky")))
    hand_in(scene, page)


def _carried_out(page: Page, scene: Scene) -> None:
    """Nothing was done that no file shows."""
    fill(page, {"ket_qua_thuc_hien": "Đã thêm bước 3a, mọi người đã đọc.", "ngay_thuc_hien": "23/11/2026"})
    assert refused(page) == ["minh_chung"]
    attach(page, "minh_chung", "buoc-3a.pdf")
    hand_in(scene, page)


def _found_in_the_register(scene: Scene) -> None:
    """The row leads to the slip, the slip to its files, its case and its paper."""
    page = scene.at("thuky", "/nonconformities/")
    page.get_by_role("link", name="KPH-2026-001").first.click()
    main = page.locator("main")
    expect(main).to_contain_text("Nguyễn Thị Ngọc Diệp, 23/11/2026")
    expect(page.get_by_role("link", name="buoc-3a.pdf")).to_be_visible()
    looked_at(page, "p08-phieu")
    paper = page.get_by_role("link", name="In phiếu").get_attribute("href")
    assert page.request.get(paper or "").body().startswith(b"%PDF")
    page.locator("main a[href*='/instances/']").first.click()
    expect(page.locator("h1")).to_contain_text("KPH-2026-001")


def test_ninety_days_later_the_secretary_looks_again_and_the_slip_is_closed(scene: Scene) -> None:
    scene.office.deploy(P08)
    slip = SlipCase(scene.office)
    slip.to_verification()
    slip.verify()
    scene.later(93)
    with step(scene, "thuky", "Kiểm tra tái diễn") as page:
        pictured(page, "p08-tai-dien")
        choose(page, "tai_dien", "khong")
        fill(page, {"nhan_xet_tai_dien": "Đã xem hồ sơ ba tháng, không có."})
    page = scene.at("thuky", f"/nonconformities/{slip.row().id}")
    expect(page.locator(".q-steps, main").first).to_contain_text("Đã đóng")
    assert slip.row().state == "da_dong"
