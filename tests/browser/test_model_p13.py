"""P13 in Chromium: a change told, a list that cannot work refused, the decision signed, work handed over."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import expect

from qms.demo_office.loading import person_id
from tests.browser.model_scenes import (
    begin,
    choose,
    closed,
    hand_in,
    looked_at,
    opened_task,
    refused,
    step,
)
from tests.browser.scenes import Scene
from tests.qms.committee.committee_case import FOLDER, CommitteeCase

MODEL = "QMS_P13_KIEN_TOAN_BCD"
SEATS = (("truongbcd", "truong_ban"), ("thuky", "thu_ky"))


def test_the_committee_is_renewed_from_the_change_to_the_hand_over(scene: Scene) -> None:
    scene.office.deploy(FOLDER)
    case = begin(scene, "thuky", MODEL).url
    with step(scene, "thuky", "Nêu thay đổi") as page:
        looked_at(page, "p13-thay-doi")
        page.select_option("#field-ly_do", "to_chuc")
        page.fill("#field-noi_dung", "Thêm chức năng tiếp công dân.")
        page.fill("#field-ngay_su_kien", f"{scene.office.today:%d/%m/%Y}")
    page = opened_task(scene, "thuky", "Đề xuất thành phần")
    expect(page.locator("main")).to_contain_text("Thêm chức năng tiếp công dân.")
    choose(page, "ket_luan_bcd", "kien_toan")
    for position, (name, _) in enumerate(SEATS, start=1):
        page.select_option(f"#field-thanh_phan__{position}__bcd_nguoi", str(person_id(name)))
        page.fill(f"#field-thanh_phan__{position}__bcd_chuc_vu", "Chức vụ")
        page.select_option(f"#field-thanh_phan__{position}__bcd_vai_tro", "truong_ban")
    assert set(refused(page)) == {"thanh_phan"}
    looked_at(page, "p13-de-xuat")
    for position, (_, seat) in enumerate(SEATS, start=1):
        page.select_option(f"#field-thanh_phan__{position}__bcd_vai_tro", seat)
    hand_in(scene, page)
    # How a document is signed is walked in the test of P09.
    CommitteeCase(office=scene.office, id=UUID(case.rpartition("/")[2])).sign()
    with step(scene, "thuky", "Bàn giao việc") as page:
        looked_at(page, "p13-ban-giao")
        page.fill("#field-noi_dung_ban_giao", "Đã bàn giao tài liệu của Ban.")
    closed(scene.at("thuky"), case)
    page = scene.at("camtien", "/ban-chi-dao/")
    looked_at(page, "p13-so")
    expect(page.locator("main")).to_contain_text("Võ Đình Khải")
    page = scene.at("camtien", "/ban-chi-dao/ra-soat")
    looked_at(page, "p13-ra-soat")
    page.get_by_role("link", name="Thêm chức năng tiếp công dân.").click()
    looked_at(page, "p13-lan-ra-soat")
