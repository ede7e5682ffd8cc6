"""P06 in Chromium: a decree is screened, one procedure is changed, approved and read by all."""

from __future__ import annotations

from playwright.sync_api import Page, expect

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

NUMBER = "301/2026/NĐ-CP"
PERMIT = "1.013225"
CHANGE = "Rút ngắn thời hạn giải quyết còn 5 ngày làm việc."
READERS = ("truongkt", "camtien", "giabao", "chihoa")


def test_a_decree_changes_one_procedure_and_everybody_reads_it(scene: Scene) -> None:
    case = _register(scene)
    _screen(scene)
    _choose_one(scene)
    _assess(scene)
    _draft(scene)
    _send_back_then_approve(scene)
    _transition(scene)
    for reader in READERS:
        with step(scene, reader, "Đọc và xác nhận đã hiểu") as page:
            if reader == READERS[0]:
                expect(page.locator("main")).to_contain_text(CHANGE)
                looked_at(page, "p06-doc")
            page.check("#field-da_doc_hieu")
    _register_tells(scene, case)


def _register(scene: Scene) -> str:
    """A day of effect before the signature is refused, the rest stays."""
    page = scene.at("thuky", "/legal-documents/")
    page.get_by_role("link", name="Đăng ký văn bản").first.click()
    typed = {
        "so_ky_hieu": NUMBER,
        "trich_yeu": "Sửa đổi quy định về cấp giấy phép xây dựng nhà ở riêng lẻ",
        "co_quan_ban_hanh": "Chính phủ",
        "ngay_ky": "16/11/2026",
        "ngay_hieu_luc": "01/11/2026",
        "thay_the": "217/2026/NĐ-CP",
    }
    fill(page, typed)
    page.locator("main form[method=post] button[type=submit]:visible").first.click()
    expect(page.locator(".q-error-summary a[href='#field-ngay_hieu_luc']")).to_be_visible()
    assert page.input_value("#field-trich_yeu") == typed["trich_yeu"]
    looked_at(page, "p06-dang-ky")
    page.fill("#field-ngay_hieu_luc", "30/11/2026")
    page.locator("main form[method=post] button[type=submit]:visible").first.click()
    page.wait_for_url("**/instances/**")
    scene.office.work()
    return page.url.removeprefix(scene.address)


def _screen(scene: Scene) -> None:
    page = opened_task(scene, "thuky", "Sàng lọc văn bản")
    assert refused(page) == ["ket_luan_sang_loc"]
    looked_at(page, "p06-sang-loc")
    choose(page, "ket_luan_sang_loc", "co")
    hand_in(scene, page)


def _choose_one(scene: Scene) -> None:
    """What cites the old decree is ticked already; only the permit stays."""
    with step(scene, "thuky", "Xác nhận danh mục thủ tục") as page:
        looked_at(page, "p06-danh-muc")
        ticked = page.locator("input[name=thu_tuc_chon]:checked")
        assert ticked.count() == 2
        page.locator("label", has_text="1.013227").click()
        assert ticked.count() == 1


def _assess(scene: Scene) -> None:
    page = opened_task(scene, "camtien", "Đánh giá tác động")
    choose(page, "phuong_an", "sua_doi")
    page.fill("#field-noi_dung_tac_dong", "Thời hạn giải quyết rút ngắn.")
    assert refused(page) == ["mat_anh_huong"]
    assert page.input_value("#field-noi_dung_tac_dong") == "Thời hạn giải quyết rút ngắn."
    looked_at(page, "p06-danh-gia")
    choose(page, "mat_anh_huong", "thoi_han")
    hand_in(scene, page)


def _draft(scene: Scene) -> None:
    """No earlier than the decree, no label used before, no file that is not what its name says."""
    page = opened_task(scene, "camtien", "Soạn thảo thay đổi")
    early = {"so_phien_ban_moi": "01", "ngay_hieu_luc_moi": "29/11/2026", "tom_tat_thay_doi": CHANGE}
    fill(page, early)
    attach(page, "du_thao", "du-thao.pdf", b"PK\x03\x04 not what it says")
    assert refused(page) == ["so_phien_ban_moi", "ngay_hieu_luc_moi", "du_thao"]
    assert page.input_value("#field-tom_tat_thay_doi") == CHANGE
    looked_at(page, "p06-du-thao")
    fill(page, {"so_phien_ban_moi": "02", "ngay_hieu_luc_moi": "15/12/2026"})
    attach(page, "du_thao", "du-thao.pdf")
    hand_in(scene, page)


def _send_back_then_approve(scene: Scene) -> None:
    with step(scene, "chanhvp", "Phê duyệt thay đổi") as page:
        looked_at(page, "p06-phe-duyet")
        choose(page, "quyet_dinh_phe_duyet", "tra_lai")
        page.fill("#field-ly_do_tra_lai_du_thao", "Chưa nêu bước nào rút ngắn.")
    with step(scene, "camtien", "Soạn thảo thay đổi") as page:
        expect(page.locator("main")).to_contain_text("Chưa nêu bước nào rút ngắn.")
        pictured(page, "p06-du-thao-lai")
        assert page.input_value("#field-tom_tat_thay_doi") == CHANGE
        assert page.input_value("#field-so_phien_ban_moi") == "02"
    page = opened_task(scene, "chanhvp", "Phê duyệt thay đổi")
    choose(page, "quyet_dinh_phe_duyet", "duyet")
    fill(page, {"so_quyet_dinh": "quyết định 125", "ngay_quyet_dinh": "23/11/2026"})
    assert refused(page) == ["so_quyet_dinh"]
    page.fill("#field-so_quyet_dinh", "125/QĐ-VP")
    hand_in(scene, page)


def _transition(scene: Scene) -> None:
    with step(scene, "thuky", "Quy định chuyển tiếp") as page:
        looked_at(page, "p06-chuyen-tiep")
        choose(page, "ap_dung_chuyen_tiep", "giu_ban_cu")
        page.fill("#field-can_cu_chuyen_tiep", "Điều khoản chuyển tiếp của nghị định")


def _register_tells(scene: Scene, case: str) -> None:
    """The register leads to the case, the case to the register; both say that it is done."""
    page = scene.at("thuky", f"/legal-documents/?q={NUMBER}")
    looked_at(page, "p06-so")
    page.get_by_role("link", name=NUMBER).first.click()
    looked_at(page, "p06-van-ban")
    _says_what_changed(page)
    document = page.url.removeprefix(scene.address)
    page.locator(f"main a[href='{case}']").first.click()
    expect(page.locator("main")).to_contain_text("Đã hoàn thành")
    page.locator(f"main a[href='{document}']").first.click()
    expect(page.locator("h1")).to_contain_text(NUMBER)


def _says_what_changed(page: Page) -> None:
    line = page.locator("main")
    expect(line).to_contain_text("125/QĐ-VP")
    expect(line).to_contain_text("15/12/2026")
    expect(line).to_contain_text(PERMIT)
