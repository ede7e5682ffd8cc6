"""P09 in Chromium: a management review from its plan to the head's word, and one task that it gave."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from playwright.sync_api import Page, expect

from engine.domain.local_time import OFFICE_ZONE
from qms.demo_office.loading import person_id
from qms.reviews.rules import ReviewItem
from tests.browser.model_scenes import (
    attach,
    begin,
    choose,
    fill,
    hand_in,
    looked_at,
    opened_task,
    paper,
    pictured,
    refused,
    step,
)
from tests.browser.scenes import Scene
from tests.qms.reviews.review_case import FOLDERS, INVITED, MEETING_DAY, ReviewCase
from tests.qms.reviews.review_case import begin as begun
from tests.qms.reviews.review_case import task as given_task

MODEL = "QMS_P09_XEM_XET_LANH_DAO"
SEEN = "Đã xem số liệu."
WHAT = "Rút ngắn bước kiểm tra hồ sơ."


def test_a_review_goes_from_its_plan_to_the_heads_word(scene: Scene) -> None:
    scene.office.deploy(FOLDERS / "p09_xem_xet_lanh_dao")
    scene.office.deploy(FOLDERS / "p09_viec_sau_xem_xet")
    case = begin(scene, "thuky", MODEL).url
    _plan(scene)
    _inputs(scene)
    _comment(scene)
    scene.later(9)
    _agenda(scene)
    # How a document is signed is walked once, for the minutes; invitation and notice go the same way.
    walked = ReviewCase(office=scene.office, id=UUID(case.rpartition("/")[2]))
    walked.sign()
    scene.office.pass_until(datetime(2026, 12, 7, 9, 0, tzinfo=OFFICE_ZONE))
    for username in list(scene.pages):
        scene.leave(username)
    _meet(scene)
    _conclude(scene)
    _sign(scene)
    walked.sign()
    scene.office.work()
    _confirm(scene)
    _registers(scene, case)


def _plan(scene: Scene) -> None:
    page = opened_task(scene, "thuky", "Lập kế hoạch cuộc họp")
    looked_at(page, "p09-ke-hoach")
    agenda = "Xem xét đầu vào a đến f và kết luận."
    fill(page, {"nam": "2026", "ngay_hop": "06/12/2026", "gio_hop": "08:00", "chuong_trinh": agenda})
    assert refused(page) == ["dia_diem"]
    page.fill("#field-dia_diem", "Phòng họp số 1")
    assert refused(page) == ["ngay_hop"]
    assert page.input_value("#field-chuong_trinh") == agenda
    page.fill("#field-ngay_hop", f"{MEETING_DAY:%d/%m/%Y}")
    hand_in(scene, page)


def _inputs(scene: Scene) -> None:
    page = opened_task(scene, "thuky", "Hoàn thiện báo cáo đầu vào")
    looked_at(page, "p09-dau-vao")
    assert set(refused(page)) == {f"nhan_xet_{item}" for item in ReviewItem}
    fill(page, {f"nhan_xet_{item}": SEEN for item in ReviewItem})
    hand_in(scene, page)


def _comment(scene: Scene) -> None:
    """One unit comments, the others are silent."""
    with step(scene, "truongkt", "Đơn vị góp ý") as page:
        looked_at(page, "p09-gop-y")
        page.locator("#field-gop_y").click()
        page.select_option("#field-gop_y__1__gop_y_muc", "c4")
        page.fill("#field-gop_y__1__gop_y_noi_dung", "Hai phiếu của phòng đã xong.")
        page.fill("#field-y_kien_chung", "Nhất trí.")


def _agenda(scene: Scene) -> None:
    with step(scene, "truongbcd", "Duyệt chương trình và đầu vào") as page:
        expect(page.locator("main")).to_contain_text("Hai phiếu của phòng đã xong.")
        looked_at(page, "p09-duyet")
        choose(page, "quyet_dinh_chuong_trinh", "duyet")


def _sign(scene: Scene) -> None:
    with step(scene, "truongbcd", "Kiểm tra nội dung") as page:
        assert paper(page, "Bản trình").startswith(b"%PDF")
        choose(page, "ket_qua_noi_dung", "dat")
    with step(scene, "vanthu", "Kiểm tra thể thức") as page:
        choose(page, "ket_qua_the_thuc", "dat")
    with step(scene, "chanhvp", "Ký văn bản") as page:
        choose(page, "quyet_dinh_ky", "ky")
        choose(page, "cach_ky", "tai_khoan")
    with step(scene, "vanthu", "Đóng dấu, phát hành") as page:
        page.check("#field-da_dong_dau")


def _meet(scene: Scene) -> None:
    """Attendance comes filled with who was invited; a chair without the head's word is refused."""
    page = opened_task(scene, "thuky", "Họp: điểm danh")
    came = page.locator("select[name$=__dd_co_mat]").all()
    assert len(came) == len(INVITED)
    for one in came:
        one.select_option("co_mat")
    page.select_option("#field-chu_tri", str(person_id("truongkt")))
    page.select_option("#field-thu_ky_hop", str(person_id("truongkt")))
    page.fill("#field-thao_luan", "Các đơn vị báo cáo, thảo luận từng đầu vào.")
    assert refused(page) == ["chu_tri", "thu_ky_hop"]
    assert page.input_value("#field-thao_luan").startswith("Các đơn vị")
    looked_at(page, "p09-hop")
    page.select_option("#field-chu_tri", str(person_id("chanhvp")))
    page.select_option("#field-thu_ky_hop", str(person_id("thuky")))
    hand_in(scene, page)


def _conclude(scene: Scene) -> None:
    """A task needs its owner and date; what was concluded stays while they are missing."""
    page = opened_task(scene, "thuky", "Lập biên bản")
    fill(page, {f"ket_luan_{item}": "Đạt yêu cầu." for item in ReviewItem})
    page.locator("#field-viec_moi").click()
    page.fill("#field-viec_moi__1__viec_noi_dung", WHAT)
    assert refused(page) == [f"viec_moi__1__viec_{part}" for part in ("loai", "nguoi", "han", "cach")]
    assert page.input_value("#field-viec_moi__1__viec_noi_dung") == WHAT
    assert page.input_value("#field-ket_luan_f") == "Đạt yêu cầu."
    looked_at(page, "p09-bien-ban")
    given = given_task()
    for part in ("loai", "nguoi", "cach"):
        page.select_option(f"#field-viec_moi__1__viec_{part}", given[f"viec_{part}"])
    page.fill("#field-viec_moi__1__viec_han", given["viec_han"])
    hand_in(scene, page)


def _confirm(scene: Scene) -> None:
    """A deputy without a written delegation cannot; the head can."""
    page = opened_task(scene, "phochanhvp", "Xác nhận hiệu lực")
    choose(page, "hieu_luc", "hieu_luc")
    assert refused(page) == ["hieu_luc"]
    assert page.is_checked("[name=hieu_luc][value=hieu_luc]")
    looked_at(page, "p09-xac-nhan")
    page.get_by_role("button", name="Trả lại nhóm").click()
    with step(scene, "chanhvp", "Xác nhận hiệu lực") as page:
        choose(page, "hieu_luc", "hieu_luc")


def _registers(scene: Scene, case: str) -> None:
    page = scene.at("thuky", "/xem-xet/")
    looked_at(page, "p09-so")
    page.get_by_role("link", name="Năm 2026, lần 1").click()
    looked_at(page, "p09-cuoc-hop")
    _leads_to(page, case.removeprefix(scene.address))
    expect(page.locator("main")).to_contain_text("Đã hoàn thành")
    scene.at("camtien", "/xem-xet/viec")
    looked_at(scene.at("camtien"), "p09-viec")
    expect(scene.at("camtien").locator("main")).to_contain_text("XXLD-2026-001")


def _leads_to(page: Page, address: str) -> None:
    page.locator(f"main a[href='{address}']").first.click()


def test_a_task_of_a_review_is_done_by_one_and_confirmed_by_another(scene: Scene) -> None:
    case = begun(scene.office)
    _walk_up_to_the_task(case)
    page = opened_task(scene, "camtien", "Thực hiện và báo kết quả")
    choose(page, "ket_qua_viec", "da_xong")
    attach(page, "minh_chung", "anh.png", b"not a picture")
    assert refused(page) == ["ket_qua", "minh_chung"]
    looked_at(page, "p09-thuc-hien")
    page.fill("#field-ket_qua", "Đã bỏ bước trùng.")
    attach(page, "minh_chung", "bao-cao.pdf")
    hand_in(scene, page)
    with step(scene, "truongbcd", "Xác nhận kết quả") as page:
        looked_at(page, "p09-xac-nhan-viec")
        choose(page, "xac_nhan_viec", "chua_dat")
        page.fill("#field-ly_do_tra_lai_viec", "Chưa nêu thời gian giảm bao nhiêu.")
    with step(scene, "camtien", "Thực hiện và báo kết quả") as page:
        expect(page.locator("main")).to_contain_text("Chưa nêu thời gian giảm bao nhiêu.")
        pictured(page, "p09-thuc-hien-lai")
        assert page.input_value("#field-ket_qua") == "Đã bỏ bước trùng."
        choose(page, "ket_qua_viec", "da_xong")
        page.fill("#field-ket_qua", "Đã bỏ bước trùng; giảm 1 ngày.")
    with step(scene, "truongbcd", "Xác nhận kết quả") as page:
        choose(page, "xac_nhan_viec", "dat")
    page = scene.at("camtien", "/xem-xet/viec?q=XXLD-2026-001")
    expect(page.locator("main")).to_contain_text("giảm 1 ngày")


def _walk_up_to_the_task(case: ReviewCase) -> None:
    case.prepare()
    case.meet()
    case.conclude(given_task())
