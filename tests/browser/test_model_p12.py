"""P12 in Chromium: the Department asks, an agency reports on itself, and the head sends it."""

from __future__ import annotations

from playwright.sync_api import expect

from qms.evidence.items import EvidenceItem
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
from tests.qms.inspections.inspection_case import Inspecting, begin_inspecting, plan_answers


def test_an_agency_is_asked_and_answers_and_the_department_judges_each_item(scene: Scene) -> None:
    inspecting = begin_inspecting(scene.office)
    inspecting.do("socv", "LapKeHoach", plan_answers())
    inspecting.sign("chicuctruong", "vanthuso", "giamdocso")
    _ask(scene)
    _answer(scene)
    _judge(scene, inspecting)


def _ask(scene: Scene) -> None:
    page = opened_task(scene, "socv", "Yêu cầu tự báo cáo")
    fill(page, {"so_cong_van": "88/SKHCN-TĐC", "ngay_cong_van": "04/05/2027", "han_tra_loi": "04/05/2027"})
    fill(page, {"noi_dung_yeu_cau": "Tự báo cáo theo các mục của Điều 36."})
    attach(page, "cong_van", "cong-van.pdf")
    assert refused(page) == ["han_tra_loi"]
    page.fill("#field-han_tra_loi", "31/05/2027")
    hand_in(scene, page)
    page.goto("/kiem-tra/")
    expect(page.locator("main")).to_contain_text("Chờ cơ quan trả lời")
    looked_at(page, "p12-so-kiem-tra")


def _answer(scene: Scene) -> None:
    page = scene.at("thuky", "/thu-co-quan/")
    expect(page.locator("main")).to_contain_text("88/SKHCN-TĐC")
    looked_at(page, "p12-thu")
    page = opened_task(scene, "thuky", "Tự báo cáo theo Điều 36")
    pictured(page, "p12-tu-bao-cao")
    for row in range(1, len(EvidenceItem) + 1):
        page.fill(f"[name='tu_bao_cao__{row}__tb_thuc_hien']", "Đã thực hiện, có minh chứng.")
    hand_in(scene, page)
    with step(scene, "chanhvp", "Duyệt báo cáo trả lời") as page:
        choose(page, "duyet_tra_loi", "duyet")


def _judge(scene: Scene, inspecting: Inspecting) -> None:
    page = opened_task(scene, "socv", "Xem xét hồ sơ từng mục")
    pictured(page, "p12-xem-ho-so")
    for row in range(1, len(EvidenceItem) + 1):
        page.select_option(f"[name='muc_kiem_tra__{row}__mk_ket_qua']", "dat")
    choose(page, "ket_luan", "can_khac_phuc")
    page.fill("#field-nhan_xet_chung", "Đã xem đủ các mục.")
    assert refused(page) == ["ket_luan"]
    choose(page, "ket_luan", "dat")
    hand_in(scene, page)
    page.goto(f"/kiem-tra/{inspecting.row().id}")
    expect(page.locator("main")).to_contain_text("Đã thực hiện, có minh chứng.")
    looked_at(page, "p12-lan-kiem-tra")
    page.goto("/thu-co-quan/giao-viec")
    looked_at(page, "p12-giao-viec")
