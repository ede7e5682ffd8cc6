"""P00 in Chromium: a year is opened, an item is proposed not to apply, the head decides."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

import bpmn
from tests.browser.model_scenes import begin, choose, fill, hand_in, looked_at, opened_task, refused, step
from tests.browser.scenes import Scene

MODEL = "QMS_P00_NAM"
YEAR = "2027"
REASON = "Kinh phí năm 2028 do cấp trên bảo đảm."


def test_a_year_is_opened_and_one_of_its_items_is_waived(scene: Scene) -> None:
    scene.office.deploy(Path(bpmn.__file__).parent / "qms" / "p00_nam")
    begin(scene, "thuky", MODEL)
    page = opened_task(scene, "thuky", "Mở năm")
    looked_at(page, "p00-mo-nam")
    fill(page, {"nam": "1999", "thang_du_toan": "8"})
    assert refused(page) == ["nam"]
    assert page.input_value("#field-thang_du_toan") == "8"
    page.fill("#field-nam", YEAR)
    hand_in(scene, page)

    page = scene.at("thuky", f"/nam-htqlcl/{YEAR}")
    looked_at(page, "p00-nam")
    page.get_by_role("link", name=f"Dự toán kinh phí năm sau {YEAR}").click()
    page.get_by_text("Đề nghị không áp dụng trong năm").click()
    page.fill("#reason", "ngắn")
    page.get_by_role("button", name="Trình duyệt").click()
    expect(page.get_by_role("alert")).to_contain_text("ít nhất 10 chữ cái")
    page.fill("#reason", REASON)
    page.get_by_role("button", name="Trình duyệt").click()
    expect(page.locator("main")).to_contain_text("Đang đề nghị không áp dụng")
    looked_at(page, "p00-viec")
    scene.office.work()

    with step(scene, "chanhvp", "Duyệt việc không áp dụng") as page:
        expect(page.locator("main")).to_contain_text(REASON)
        looked_at(page, "p00-duyet")
        choose(page, "quyet_dinh_mien", "duyet")

    page = scene.at("thuky", f"/nam-htqlcl/{YEAR}?tinh_trang=khong_ap_dung")
    expect(page.locator("main")).to_contain_text("Dự toán kinh phí năm sau")
    page = scene.at("thuky", f"/nam-htqlcl/{YEAR}/lich?thang=1")
    expect(page.locator("main")).to_contain_text(f"Kế hoạch ISO năm {YEAR}")
    looked_at(page, "p00-lich-thang")
    looked_at(scene.at("thuky", f"/nam-htqlcl/{YEAR}/lich"), "p00-lich-nam")
    looked_at(scene.at("thuky", "/nam-htqlcl/"), "p00-cac-nam")
