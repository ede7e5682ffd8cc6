"""A document given to a room to read in Chromium: read by some, dealt with for the rest by the secretary."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.model_scenes import (
    choose,
    fill,
    hand_in,
    looked_at,
    opened_task,
    paper,
    pictured,
    refused,
)
from tests.browser.scenes import Scene
from tests.qms.outgoing.calling import calling
from tests.qms.outgoing.issuing import ROOM
from tests.qms.outgoing.issuing import begin as document

GIVES: Final = """
   <gov:input target="tai_lieu"
    source='{{id: "{document}", ma: "KH-01", ten: "Kế hoạch duy trì, cải tiến", phien_ban: null}}'/>
   <gov:input source="null" target="nguoi_pho_bien"/><gov:input source='["{room}"]' target="don_vi_ap_dung"/>
   <gov:input source="5" target="so_ngay_doc"/><gov:output source="chua_doc" target="chua_doc"/>"""
STEP: Final = "Đọc và xác nhận đã hiểu"
MEASURE: Final = "Nhắc ông Bảo ngày 02/12; ông Hòa nghỉ ốm đến 31/12."


def test_everybody_in_scope_reads_and_who_has_not_is_dealt_with(scene: Scene, tmp_path: Path) -> None:
    issuing = document(scene.office)
    issuing.until_signature()
    issuing.signed()
    issuing.sealed()
    gives = GIVES.format(document=issuing.document.id, room=ROOM)
    case = calling(scene.office, tmp_path, "CHUNG_PHO_BIEN", gives)
    _read(opened_task(scene, "camtien", STEP), scene)
    _read(opened_task(scene, "truongkt", STEP), scene)
    assert STEP not in scene.at("conghien", "/").inner_text("main")
    scene.later(9)
    _dealt_with(opened_task(scene, "thuky", "Xử lý người chưa đọc"), scene)
    secretary = scene.at("thuky")
    assert scene.office.instance(case).state == "completed"
    secretary.goto("/pho-bien/")
    expect(secretary.locator("main")).to_contain_text("Kế hoạch duy trì, cải tiến")
    pictured(secretary, "pho-bien-4-so")


def _read(reader: Page, scene: Scene) -> None:
    pictured(reader, "pho-bien-1-doc")
    assert paper(reader, "Toàn văn").startswith(b"%PDF")
    assert refused(reader) == ["da_doc_hieu"]
    reader.check("#field-da_doc_hieu")
    hand_in(scene, reader)


def _dealt_with(secretary: Page, scene: Scene) -> None:
    pictured(secretary, "pho-bien-2-chua-doc")
    unread = secretary.locator("input[name=nguoi_da_xu_ly] + label")
    assert sorted(unread.all_inner_texts()) == ["Phạm Gia Bảo", "Tăng Chí Hòa"]
    assert refused(secretary) == ["nguoi_da_xu_ly", "bien_phap_chua_doc", "ghi_chu_chua_doc"]
    looked_at(secretary, "pho-bien-3-chua-doc-thieu")
    secretary.get_by_label("Phạm Gia Bảo").check()
    choose(secretary, "bien_phap_chua_doc", "nhac_nho")
    fill(secretary, {"ghi_chu_chua_doc": MEASURE})
    hand_in(scene, secretary)
