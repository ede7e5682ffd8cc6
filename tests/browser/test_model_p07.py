"""P07 in Chromium: the year's audits from programme to re-audit, and what its pages refuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import update

from qms.demo_office.loading import person_id
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from tests.browser.model_scenes import choose, fill, hand_in, looked_at, opened_task, pictured, refused, step
from tests.browser.scenes import Scene, opened
from tests.databases import Databases, address
from tests.office import Office
from tests.qms.audits.auditing import (
    EVIDENCE,
    OPENING,
    PRESENT,
    begin,
    moment,
    others_found,
    prepared,
)
from tests.qms.nonconformities.slip_case import P08

ROOM = "Phòng Kinh tế"
REMARK = "Không giao giấy hẹn cho người dân."
GOOD = "Mười trong mười hồ sơ có giấy hẹn."

ANSWER_ALL_BUT_THE_FIRST = (
    "said => document.querySelectorAll('textarea[id^=field-phieu__][id$=__da_thay]')"
    ".forEach((each, at) => { if (at) each.value = said })"
)


@pytest.fixture(name="autumn")
def in_autumn(postgres_url: str, office_databases: Databases, browser: Browser) -> Iterator[Scene]:
    """The demo office in September 2026 with its browsers: the year's audits lie ahead."""
    name = office_databases.take()
    office = Office(address(postgres_url, name), OPENING, loaded=True)
    with opened(office, browser) as scene:
        yield scene
    office.close()
    office_databases.give_back(name)


def test_the_secretary_plans_the_year_and_nobody_is_put_to_audit_herself(autumn: Scene) -> None:
    auditing = begin(autumn.office)
    with step(autumn, "thuky", "Lập chương trình đánh giá") as page:
        looked_at(page, "p07-chuong-trinh")
        rows = auditing.programme_rows()
        _typed(page, "chuong_trinh", rows)
        page.get_by_role("button", name="Bỏ dòng 10").click()
        expect(page.locator("#field-chuong_trinh__10__don_vi")).to_have_count(0)
        assert refused(page) == ["chuong_trinh"]
        expect(page.locator("#field-chuong_trinh-error")).to_contain_text("Trung tâm Tin học - Công báo")
        expect(page.locator("#field-chuong_trinh__9__ngay")).to_have_value(rows[8]["ngay"])
        page.locator("#field-chuong_trinh").click()
        page.locator("#field-chuong_trinh__10__don_vi").wait_for()
        _typed(page, "chuong_trinh", [rows[9]], first=10)
    auditing.signed()
    autumn.office.pass_until(moment(9, 25, 8))
    autumn.leave("thuky")
    with step(autumn, "thuky", "Lập đoàn, kế hoạch đánh giá") as page:
        _alone_in_her_own_room(page)
    auditing.signed()
    assert auditing.audit().state == "da_thong_bao"
    page = autumn.at("truongkt", "/audits/")
    page.get_by_role("link", name=ROOM).first.click()
    expect(page.locator("main")).to_contain_text("Đinh Thị Kiều Oanh (trưởng đoàn)")


def _alone_in_her_own_room(page: Page) -> None:
    """The first row is the room for economics; who belongs to it cannot be its whole team."""
    pictured(page, "p07-doan")
    expect(page.locator("#field-doan__1__don_vi option:checked")).to_have_text(ROOM)
    auditor = page.locator("#field-doan__1__nguoi")
    auditor.select_option(str(person_id("camtien")))
    assert refused(page) == ["doan__1__nguoi"]
    expect(page.locator("#field-doan__1__nguoi-error")).to_contain_text(
        "Hồ Thị Cẩm Tiên thuộc hoặc giữ chức vụ"
    )
    expect(auditor).to_have_value(str(person_id("camtien")))
    auditor.select_option(str(person_id("kieuoanh")))


def test_an_audit_goes_from_checklist_to_re_audit_between_team_unit_and_secretary(autumn: Scene) -> None:
    autumn.office.deploy(P08)
    auditing = begin(autumn.office)
    auditing.planned()
    with step(autumn, "kieuoanh", "Chuẩn bị phiếu ghi chép", case=ROOM) as page:
        pictured(page, "p07-chuan-bi")
        expect(page.locator("#field-phieu__3__cau_hoi")).to_contain_text("1.013225 Cấp giấy phép xây dựng")
    prepared(auditing)
    autumn.leave("kieuoanh")
    _found(opened_task(autumn, "kieuoanh", "Đánh giá, ghi nhận", case=ROOM), autumn)
    _answered(autumn)
    others_found(auditing)
    with step(autumn, "thuky", "Hoàn thiện báo cáo") as page:
        expect(page.locator("main")).to_contain_text("1 không phù hợp nhẹ")
        fill(page, {"nhan_xet_chung": "Hệ thống phù hợp và có hiệu lực."})
    auditing.signed()
    autumn.office.pass_until(moment(11, 12))
    for username in ("kieuoanh", "thuky"):
        autumn.leave(username)
    _audited_again(opened_task(autumn, "kieuoanh", "Đánh giá lại"), autumn)
    assert auditing.audit().state == "da_danh_gia_lai"
    _followed(autumn)


def _found(page: Page, scene: Scene) -> None:
    """A finding needs its clause and its evidence."""
    pictured(page, "p07-ghi-nhan")
    fill(page, PRESENT | {"ngay_danh_gia": "15/10/2026", "phat_hien__1__mo_ta": REMARK})
    page.evaluate(ANSWER_ALL_BUT_THE_FIRST, "Đã xem, đúng quy trình.")
    page.select_option("#field-phat_hien__1__loai", "kph_nhe")
    assert refused(page) == ["phat_hien__1__dieu_khoan", "phat_hien__1__bang_chung"]
    expect(page.locator("#field-phat_hien__1__mo_ta")).to_have_value(REMARK)
    page.select_option("#field-phat_hien__1__dieu_khoan", "8.5.1")
    fill(page, {"phat_hien__1__bang_chung": "Đã xem hồ sơ."})
    assert refused(page) == ["phieu__1__da_thay", "phat_hien__1__bang_chung"]
    fill(page, {"phieu__1__da_thay": "Đã xem, đúng quy trình."})
    fill(page, {"phat_hien__1__bang_chung": EVIDENCE})
    hand_in(scene, page)


def _answered(scene: Scene) -> None:
    """The unit explains, the lead keeps to what was seen."""
    with step(scene, "truongkt", "Xác nhận, giải trình") as page:
        expect(page.locator("main")).to_contain_text("không trả lời thì coi là đồng ý")
        choose(page, "tra_loi", "giai_trinh")
        fill(page, {"giai_trinh": "Giấy hẹn đã gửi qua thư điện tử."})
        page.set_input_files(
            "#field-tep_giai_trinh",
            {"name": "thu.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 thu"},
        )
    with step(scene, "kieuoanh", "Xem xét giải trình") as page:
        expect(page.get_by_role("link", name="thu.pdf")).to_be_visible()
        fill(page, {"xu_ly_giai_trinh": "Giữ nguyên, thư không có giấy hẹn."})


def _audited_again(page: Page, scene: Scene) -> None:
    """Every slip is judged, on a day after the audit, with what was seen."""
    fill(page, {"ngay_danh_gia_lai": "14/10/2026", "bien_ban_dgl": "Đã xem mười hồ sơ tại phòng."})
    page.select_option("#field-ket_qua_dgl__1__hieu_luc", "dat")
    fill(page, {"ket_qua_dgl__1__bang_chung": GOOD})
    assert refused(page) == ["ngay_danh_gia_lai", "ket_qua_dgl__1__hieu_luc"]
    with scene.office.system.store.transaction() as session:
        session.execute(update(Nonconformity).values(state=NonconformityState.IN_PROGRESS))
    expect(page.locator("#field-ket_qua_dgl__1__bang_chung")).to_have_value(GOOD)
    fill(page, {"ngay_danh_gia_lai": "12/11/2026"})
    hand_in(scene, page)


def _followed(scene: Scene) -> None:
    """From the register to the audit, its finding, the slip and back along the chain."""
    page = scene.at("thuky", "/audits/")
    page.get_by_role("link", name=ROOM).first.click()
    expect(page.locator("main")).to_contain_text("đạt ngày 12/11/2026")
    pictured(page, "p07-cuoc")
    page.get_by_role("link", name="PH-2026-001").first.click()
    expect(page.locator("main")).to_contain_text(EVIDENCE)
    page.get_by_role("link", name="KPH-2026-001").click()
    expect(page.locator("h1")).to_contain_text("Phiếu KPH-2026-001")
    page.get_by_role("link", name="PH-2026-001", exact=True).click()
    expect(page.locator("h1")).to_contain_text("PH-2026-001")


def _typed(page: Page, key: str, rows: Sequence[Mapping[str, str]], *, first: int = 1) -> None:
    """Rows of a table, as far as the page does not propose them."""
    for number, row in enumerate(rows, start=first):
        for column, text in row.items():
            cell = page.locator(f"#field-{key}__{number}__{column}")
            if column in {"don_vi", "dot", "truong_doan"}:
                cell.select_option(text)
            else:
                cell.fill(text)
