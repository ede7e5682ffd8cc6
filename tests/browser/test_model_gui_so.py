"""Something owed to the Department in Chromium: sent, never confirmed, proved by the clerk with a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

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
)
from tests.browser.scenes import Scene
from tests.qms.outgoing.calling import calling

SENDS: Final = """
   <gov:input source='"KE_HOACH"' target="san_pham"/><gov:input source="2026" target="nam"/>
   <gov:input source="null" target="van_ban"/><gov:output source="bien_nhan" target="bien_nhan"/>"""


def test_what_the_department_does_not_confirm_is_proved_by_the_clerk(scene: Scene, tmp_path: Path) -> None:
    case = calling(scene.office, tmp_path, "CHUNG_GUI_SO", SENDS)
    department = scene.at("socv", "/gui-nhan/da-den")
    expect(department.locator("main")).to_contain_text("Kế hoạch duy trì, cải tiến HTQLCL 2026")
    expect(department.get_by_role("button", name="Xác nhận đã nhận")).to_be_visible()
    scene.later(4)  # 24/11 is a day off
    _proved(opened_task(scene, "vanthu", "Xác nhận thủ công, kèm minh chứng"), scene)
    assert scene.office.instance(case).state == "completed"
    register = scene.at("vanthu", "/gui-nhan/")
    expect(register.locator("main")).to_contain_text("Sổ chuyển giao, dòng 12")
    expect(register.locator("main")).to_contain_text("25/11/2026")
    department = scene.at("socv", "/gui-nhan/da-den")
    expect(department.get_by_role("button", name="Xác nhận đã nhận")).to_have_count(0)


def _proved(clerk: Page, scene: Scene) -> None:
    pictured(clerk, "gui-so-1-minh-chung")
    expect(clerk.locator("main")).to_contain_text("Sở Khoa học và Công nghệ tỉnh Tây Ninh")
    assert refused(clerk) == ["ngay_nhan", "loai_minh_chung", "tham_chieu", "minh_chung"]
    looked_at(clerk, "gui-so-2-minh-chung-thieu")
    choose(clerk, "loai_minh_chung", "ky_nhan")
    fill(clerk, {"tham_chieu": "Sổ chuyển giao, dòng 12", "ngay_nhan": "22/11/2026"})
    attach(clerk, "minh_chung", "phieu-gui.pdf")
    assert refused(clerk) == ["ngay_nhan"]  # before it was sent
    fill(clerk, {"ngay_nhan": "25/12/2026"})
    assert refused(clerk) == ["ngay_nhan"]  # a day to come
    expect(clerk.locator("main")).to_contain_text("phieu-gui.pdf")
    fill(clerk, {"ngay_nhan": "25/11/2026"})
    hand_in(scene, clerk)
