"""P03 in Chromium: a unit's risk, what is done about it, and the matrix that leads to it."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import expect

from tests.browser.model_scenes import begin, choose, fill, hand_in, looked_at, opened_task, refused, step
from tests.browser.scenes import Scene
from tests.qms.risks.risk_case import QMS, RiskCase

MODEL = "QMS_P03_RUI_RO_CO_HOI"
ROW = "#field-rui_ro__1__{cell}"


def test_a_risk_goes_from_its_unit_to_the_matrix(scene: Scene) -> None:
    scene.office.deploy(QMS / "p03_rui_ro")
    url = begin(scene, "thuky", MODEL).url
    case = RiskCase(office=scene.office, id=UUID(url.rpartition("/")[2]))
    _after_an_event(scene)
    _identify(scene)
    scene.office.work()
    _plan(scene)
    _matrix(scene, case)


def _after_an_event(scene: Scene) -> None:
    """Only the unit that is named is asked."""
    with step(scene, "thuky", "Nêu phạm vi, lý do") as page:
        choose(page, "loai_dot", "su_kien")
        fill(page, {"ly_do": "Sáp nhập hai phòng từ tháng 3"})
        page.get_by_label("Phòng Kinh tế").check()
        looked_at(page, "p03-pham-vi")


def _identify(scene: Scene) -> None:
    """Nothing said is refused, at the table."""
    page = opened_task(scene, "truongkt", "Nhận diện rủi ro, cơ hội")
    assert refused(page) == ["rui_ro"]
    if not page.locator(ROW.format(cell="rr_mo_ta")).count():
        page.locator("#field-rui_ro").click()
    page.locator(ROW.format(cell="rr_mo_ta")).wait_for()
    cells = {
        "rr_qua_trinh": "Tiếp nhận hồ sơ",
        "rr_mo_ta": "Trả kết quả trễ hạn",
        "rr_nguyen_nhan": "Thiếu người",
        "rr_hau_qua": "Người dân phải chờ",
    }
    fill(page, {f"rui_ro__1__{cell}": text for cell, text in cells.items()})
    for cell in ("rr_kha_nang", "rr_muc_do"):
        page.select_option(ROW.format(cell=cell), "4")
    looked_at(page, "p03-nhan-dien")
    hand_in(scene, page)


def _plan(scene: Scene) -> None:
    """Without a date the action is refused."""
    page = opened_task(scene, "truongkt", "Đề ra hành động")
    if not page.locator("#field-hanh_dong__1__hd_noi_dung").count():
        page.locator("#field-hanh_dong").click()
    page.locator("#field-hanh_dong__1__hd_noi_dung").wait_for()
    fill(page, {"hanh_dong__1__hd_noi_dung": "Bố trí thêm một người"})
    page.select_option("#field-hanh_dong__1__hd_nguoi", index=1)
    assert refused(page) == ["hanh_dong__1__hd_han"]
    fill(page, {"hanh_dong__1__hd_han": "31/12/2027"})
    looked_at(page, "p03-hanh-dong")
    hand_in(scene, page)


def _matrix(scene: Scene, case: RiskCase) -> None:
    (row,) = case.risks()
    page = scene.at("thuky", "/rui-ro/")
    looked_at(page, "p03-so")
    page.get_by_role("link", name="Khả năng 4, mức độ 4: 1").click()
    page.locator("table a", has_text=row.code).click()
    expect(page.locator("main")).to_contain_text("Bố trí thêm một người")
    looked_at(page, "p03-rui-ro")
