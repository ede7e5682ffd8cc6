"""P04 in Chromium: a plan without awareness is refused; a class from its list to who missed it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from playwright.sync_api import Page, expect

from qms.demo_office.loading import person_id
from tests.browser.model_scenes import begin, choose, fill, hand_in, looked_at, opened_task, refused, step
from tests.browser.scenes import Scene
from tests.qms.training.training_case import FOLDERS, TrainingCase

PEOPLE = ("giabao", "camtien")


def test_a_plan_without_awareness_for_all_is_refused_at_its_table(scene: Scene) -> None:
    _deployed(scene)
    begin(scene, "thuky", "QMS_P04_DAO_TAO")
    page = opened_task(scene, "thuky", "Lập kế hoạch đào tạo")
    page.fill("#field-muc_dich", "Mọi người hiểu và làm theo hệ thống.")
    page.fill("#field-lop_du_kien__1__l_ngay", "20/12/2026")
    page.uncheck("#field-lop_du_kien__1__l_toan_the")
    assert refused(page) == ["lop_du_kien"]
    assert page.input_value("#field-muc_dich").startswith("Mọi người")
    looked_at(page, "p04-ke-hoach")
    page.check("#field-lop_du_kien__1__l_toan_the")
    hand_in(scene, page)
    expect(scene.at("truongbcd", "/").locator("main")).to_contain_text("Kiểm tra nội dung")


def test_a_class_goes_from_its_list_to_the_second_date_of_who_missed_it(scene: Scene) -> None:
    _deployed(scene)
    case = begin(scene, "thuky", "QMS_P04_LOP_DAO_TAO").url
    _described(scene)
    with step(scene, "thuky", "Lập danh sách học") as page:
        page.locator("#field-nguoi_hoc").click()
        page.select_option("#field-nguoi_hoc__1__dd_nguoi", str(person_id(PEOPLE[0])))
        page.locator("#field-nguoi_hoc").click()
        page.select_option("#field-nguoi_hoc__2__dd_nguoi", str(person_id(PEOPLE[1])))
        looked_at(page, "p04-danh-sach")
    _attended(scene)
    with step(scene, "thuky", "Đánh giá từng người") as page:
        page.fill("#field-ket_qua__1__kq_diem", "8,5")
        looked_at(page, "p04-danh-gia")
    page = opened_task(scene, "thuky", "Hẹn học lại")
    expect(page.locator("main")).to_contain_text("Hồ Thị Cẩm Tiên")
    looked_at(page, "p04-hoc-lai")
    choose(page, "hoc_lai", "thoi")
    page.fill("#field-ly_do_thoi", "Người này đã học lớp tương tự.")
    hand_in(scene, page)
    course = TrainingCase(office=scene.office, id=UUID(case.rpartition("/")[2])).course()
    _pages(scene, f"/dao-tao/{course.id}")


def _deployed(scene: Scene) -> None:
    for folder in FOLDERS:
        scene.office.deploy(folder)


def _described(scene: Scene) -> None:
    with step(scene, "thuky", "Khai lớp phát sinh") as page:
        page.select_option("#field-loai_lop", "nghiep_vu")
        day = scene.office.today + timedelta(days=1)
        words = {"ten_lop": "Kỹ năng tiếp dân", "doi_tuong": "Một cửa", "ngay_du_kien": f"{day:%d/%m/%Y}"}
        fill(page, words)
        page.select_option("#field-hinh_thuc", "tu_to_chuc")
        looked_at(page, "p04-khai-lop")


def _attended(scene: Scene) -> None:
    page: Page = opened_task(scene, "thuky", "Tổ chức, điểm danh")
    choose(page, "to_chuc", "da_to_chuc")
    page.fill("#field-ngay_hoc", f"{scene.office.today:%d/%m/%Y}")
    came = page.locator("select[name$=__dd_co_mat]").all()
    for one, state in zip(came, ("co_mat", "vang"), strict=True):
        one.select_option(state)
    looked_at(page, "p04-diem-danh")
    hand_in(scene, page)


def _pages(scene: Scene, course: str) -> None:
    for address, picture in (
        ("/dao-tao/", "p04-so"),
        (course, "p04-lop"),
        ("/dao-tao/nang-luc", "p04-bang-nang-luc"),
        (f"/dao-tao/nang-luc/{person_id('giabao')}", "p04-nguoi"),
    ):
        looked_at(scene.at("truongkt", address), picture)
    expect(scene.at("truongkt", "/dao-tao/nang-luc?q=gia bao").locator("main")).to_contain_text(
        "còn hiệu lực"
    )
