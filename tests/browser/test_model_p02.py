"""P02 in Chromium: the secretary's draft, a unit's own objective, its measurement in the register."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import expect

from tests.browser.model_scenes import begin, fill, hand_in, looked_at, opened_task, refused, step
from tests.browser.scenes import Scene
from tests.qms.objectives.objective_case import QMS, ObjectiveCase

MODEL = "QMS_P02_MUC_TIEU_CHAT_LUONG"
ROW = "#field-muc_tieu__{row}__{cell}"
UNIT = "#field-muc_tieu_don_vi__1__{cell}"


def test_objectives_go_from_their_draft_to_a_measurement(scene: Scene) -> None:
    scene.office.deploy(QMS / "p08_hanh_dong_khac_phuc")
    scene.office.deploy(QMS / "p02_muc_tieu")
    url = begin(scene, "thuky", MODEL).url
    case = ObjectiveCase(office=scene.office, id=UUID(url.rpartition("/")[2]))
    _draft(scene)
    _register(scene, case)
    scene.later(10)
    _owners(scene)
    case.issue()
    case.until(1, 5, year=2027)
    for username in list(scene.pages):
        scene.leave(username)
    _measure(scene)
    _registers(scene, case)


def _draft(scene: Scene) -> None:
    """The usual objectives stand there; one without number, unit or day is told so at its cells."""
    page = opened_task(scene, "thuky", "Soạn mục tiêu của cơ quan")
    assert page.input_value(ROW.format(row=1, cell="mt_chi_tieu")) == "98"
    looked_at(page, "p02-soan")
    for cell in ("mt_chi_tieu", "mt_don_vi_tinh", "mt_thoi_han"):
        page.fill(ROW.format(row=2, cell=cell), "")
    assert refused(page) == [
        f"muc_tieu__2__{cell}" for cell in ("mt_don_vi_tinh", "mt_chi_tieu", "mt_thoi_han")
    ]
    typed = {"mt_chi_tieu": "100", "mt_don_vi_tinh": "%", "mt_thoi_han": "31/12/2026"}
    fill(page, {f"muc_tieu__2__{cell}": text for cell, text in typed.items()})
    hand_in(scene, page)


def _register(scene: Scene, case: ObjectiveCase) -> None:
    """A unit adds its own under one of the agency's."""
    parent = case.objectives()[0]
    with step(scene, "truongkt", "Đăng ký mục tiêu của đơn vị") as page:
        looked_at(page, "p02-dang-ky")
        if not page.locator(UNIT.format(cell="mt_noi_dung")).count():
            page.locator("#field-muc_tieu_don_vi").click()
        page.select_option(UNIT.format(cell="mt_cha"), str(parent.id))
        fill(
            page,
            {
                "muc_tieu_don_vi__1__mt_noi_dung": "Kiểm tra hồ sơ trong ngày nhận",
                "muc_tieu_don_vi__1__mt_chi_so": "Tỷ lệ hồ sơ kiểm tra trong ngày",
                "muc_tieu_don_vi__1__mt_don_vi_tinh": "%",
                "muc_tieu_don_vi__1__mt_chi_tieu": "95",
                "muc_tieu_don_vi__1__mt_thoi_han": "31/12/2026",
            },
        )


def _owners(scene: Scene) -> None:
    with step(scene, "thuky", "Giao người chịu trách nhiệm") as page:
        looked_at(page, "p02-giao-nguoi")
        owners = page.locator("select[name$=__gn_nguoi]").all()
        assert len(owners) == 2  # the first is served by the unit
        for one in owners:
            one.select_option(index=1)


def _measure(scene: Scene) -> None:
    page = opened_task(scene, "truongkt", "Nhập kết quả, phân tích")
    looked_at(page, "p02-nhap")
    page.fill("#field-ket_qua_do__1__do_gia_tri", "120")
    assert refused(page) == ["ket_qua_do__1__do_gia_tri"]
    page.fill("#field-ket_qua_do__1__do_gia_tri", "60")
    page.fill("#field-ket_qua_do__1__do_phan_tich", "Hai người nghỉ phép cùng lúc.")
    hand_in(scene, page)


def _registers(scene: Scene, case: ObjectiveCase) -> None:
    """The list and the page of the unmet objective, which leads to its slip."""
    page = scene.at("thuky", "/muc-tieu/?nam=2026")
    looked_at(page, "p02-so")
    own = next(row for row in case.objectives() if row.unit_id is not None)
    page.locator("table a", has_text=own.code).click()
    expect(page.locator("main")).to_contain_text("Không đạt")
    expect(page.locator("main svg[role=img]")).to_be_visible()
    looked_at(page, "p02-muc-tieu")
    page.locator("table a", has_text="KPH-").first.click()
    expect(page.locator("main")).to_contain_text("mục tiêu chất lượng không đạt")
