"""P11 in Chromium: a report on request from its choice to the register, and the reporting calendar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from playwright.sync_api import Page, expect

from engine.domain.local_time import OFFICE_ZONE
from qms.reports.rules import MODEL_KEY
from tests.browser.model_scenes import (
    begin,
    choose,
    closed,
    fill,
    hand_in,
    looked_at,
    opened_task,
    refused,
    step,
)
from tests.browser.scenes import Scene
from tests.qms.reports.report_case import FOLDER, TEXT, ReportCase
from tests.qms.reports.test_report import received_by_department

LETTER = "Công văn số 99/SKHCN-TĐC ngày 20/11/2026"
DONE = "Đã xong 12 việc của kế hoạch."


def test_a_report_on_request_goes_from_its_choice_to_the_register(scene: Scene) -> None:
    scene.office.deploy(FOLDER)
    case = begin(scene, "thuky", MODEL_KEY).url
    _choose(scene)
    _contribute(scene)
    scene.office.pass_until(datetime(2026, 12, 7, 8, 0, tzinfo=OFFICE_ZONE))
    for username in list(scene.pages):
        scene.leave(username)
    _edit(scene)
    walked = ReportCase(office=scene.office, id=UUID(case.rpartition("/")[2]))
    walked.sign()  # signing and sending at the screen are walked in the tests of the shared models
    received_by_department(walked)
    with step(scene, "thuky", "Theo dõi phản hồi") as page:
        choose(page, "co_bo_sung", "co")
        assert refused(page) == ["noi_dung_bo_sung"]
        looked_at(page, "p11-theo-doi")
        choose(page, "co_bo_sung", "khong")
    closed(page, case)
    _registers(scene)


def _choose(scene: Scene) -> None:
    page = opened_task(scene, "thuky", "Chọn báo cáo")
    page.select_option("#field-chu_de", "DOT_XUAT")
    fill(page, {"nam_bao_cao": "2026"})
    assert refused(page) == ["van_ban_yeu_cau", "noi_dung_yeu_cau", "han_yeu_cau"]
    wanted = {
        "van_ban_yeu_cau": LETTER,
        "noi_dung_yeu_cau": "Việc dùng chữ ký số.",
        "han_yeu_cau": "01/11/2026",
    }
    fill(page, wanted)
    assert refused(page) == ["han_yeu_cau"]
    assert page.input_value("#field-van_ban_yeu_cau") == LETTER
    looked_at(page, "p11-chon")
    page.fill("#field-han_yeu_cau", "20/12/2026")
    hand_in(scene, page)


def _contribute(scene: Scene) -> None:
    """One unit writes, the others are silent."""
    page = opened_task(scene, "truongkt", "Đơn vị đóng góp")
    expect(page.locator("main")).to_contain_text("Việc dùng chữ ký số.")
    assert refused(page) == ["dg_ket_qua"]
    looked_at(page, "p11-dong-gop")
    fill(page, {"dg_ket_qua": DONE})
    hand_in(scene, page)


def _edit(scene: Scene) -> None:
    """The draft has the figures and what the unit wrote."""
    page = opened_task(scene, "thuky", "Biên tập báo cáo")
    assert DONE in page.input_value("#field-ket_qua")
    expect(page.locator("main")).to_contain_text("không trả lời trong hạn")
    assert refused(page) == ["tinh_hinh", "ton_tai", "kien_nghi"]
    looked_at(page, "p11-bien-tap")
    fill(page, {key: TEXT[key] for key in ("tinh_hinh", "ton_tai", "kien_nghi", "khen_thuong")})
    hand_in(scene, page)


def _registers(scene: Scene) -> None:
    page = scene.at("thuky", "/bao-cao/")
    looked_at(page, "p11-so")
    page.get_by_role("link", name=LETTER).click()
    expect(page.locator("main")).to_contain_text(DONE)
    looked_at(page, "p11-bao-cao")
    _calendar(scene.at("quantri", "/lich-bao-cao/"))


def _calendar(page: Page) -> None:
    looked_at(page, "p11-lich")
    page.get_by_role("link", name="Sửa Báo cáo tiến độ").click()
    looked_at(page, "p11-lich-sua")
    typed = {"day": "5", "reason": "Sở đổi hạn."}
    for name, text in typed.items():
        page.fill(f"#{name}", text)
    page.get_by_role("button", name="Xem trước thay đổi").click()
    looked_at(page, "p11-lich-xem-truoc")
    page.check("#dong_y")
    page.get_by_role("button", name="Áp dụng").click()
    expect(page.locator("main")).to_contain_text("04/11/2026")
