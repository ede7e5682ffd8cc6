"""A procedure from the office's table to its withdrawal, in the browser: all that the designer is for."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from playwright.sync_api import expect
from sqlalchemy import select

from engine.domain.local_time import day_text
from engine.store.tables import Task
from tests.browser.scenes import READY, Scene, choose_step, keep, task
from tests.engine.cases import grant
from tests.qms.designer.drawing_office import HEAD, P05, REVIEWER, SECRETARY
from tests.qms.procedure_tables.documents import HA_TINH

KEY: Final = "QT_CAP_CFS"
NAME: Final = "Cấp giấy chứng nhận lưu hành tự do (CFS)"
OFFICER, ADMINISTRATOR = "giabao", "quantri"


def test_a_table_becomes_a_procedure_that_is_approved_followed_superseded_and_withdrawn(
    scene: Scene,
) -> None:
    scene.office.deploy(P05)
    grant(scene.office, REVIEWER, "LD_CQ")
    draft = _import_the_table(scene)
    _mend_what_the_lint_says(scene, draft)
    _rehearse(scene, draft)
    _publish(scene, draft, "25/11/2026", "125/QĐ-VP")
    assert NAME not in scene.at(SECRETARY, "/processes/").inner_text("main")
    scene.later(2)
    case = _start_and_do_a_step(scene)
    second = _amend(scene)
    _compare(scene, second)
    _publish(scene, second, "27/11/2026", "126/QĐ-VP")
    scene.later(2)
    _superseded_while_the_case_runs(scene)
    _move_the_case(scene, case)
    _withdraw(scene)


def _import_the_table(scene: Scene) -> str:
    """The table of Hà Tĩnh; what was understood is put right on the page: who sits at the reception desk."""
    page = scene.at(SECRETARY, "/designer/new")
    page.get_by_role("link", name="Soạn quy trình từ bảng").click()
    page.set_input_files("#file", {"name": "ha_tinh.csv", "mimeType": "text/csv", "buffer": HA_TINH})
    page.get_by_role("button", name="Đọc bảng").click()
    for row in (0, 1, 6):
        page.fill(f"[name=row-{row}-actors]", "Chuyên viên")
    page.fill("[name=row-3-time]", "1 ngày")
    page.get_by_role("button", name="Đọc lại").click()
    expect(page.locator("main")).to_contain_text("tổng 3,5 > 3 ngày")
    page.fill("[name=row-3-time]", "0,5 ngày")
    page.get_by_role("button", name="Tạo bản thảo").click()
    expect(page.locator(".q-error-summary")).to_contain_text("Tên quy trình?")
    page.fill("#answer-name", NAME)
    page.fill("#answer-key", KEY)
    page.get_by_role("button", name="Tạo bản thảo").click()
    page.locator(READY).wait_for()
    return page.url.rpartition("/")[2]


def _mend_what_the_lint_says(scene: Scene, draft: str) -> None:
    page = scene.at(SECRETARY)
    page.locator("#qd-problems [data-rule=legal-basis-missing]").wait_for()
    choose_step(page, "Tiếp nhận hồ sơ")
    page.locator("#qd-problems [data-rule=legal-basis-missing]").click()
    page.get_by_role("button", name="Thêm căn cứ").click()
    page.fill("#qd-law-0-doc", "19/2014/QĐ-TTg")
    keep(page)
    expect(page.locator("#qd-problems [data-rule=legal-basis-missing]")).to_have_count(0, timeout=15_000)
    scene.at(SECRETARY, f"/designer/drafts/{draft}/about?check=1")
    expect(page.locator("main")).to_contain_text("Không còn lỗi")


def _rehearse(scene: Scene, draft: str) -> None:
    """By the calendar, and by one person in all roles; the play stays with the draft."""
    page = scene.at(SECRETARY, f"/designer/drafts/{draft}/about")
    page.get_by_role("link", name="Diễn tập lịch").click()
    page.fill("#draft-day", "30/12/2026")
    page.locator("form:has(#draft-day)").get_by_role("button", name="Diễn tập").click()
    expect(page.locator("main")).to_contain_text("06/01/2027")
    page.get_by_role("link", name="Về bản thảo").click()
    page.get_by_role("link", name="Chạy thử bản thảo").click()
    page.get_by_role("button", name="Bắt đầu").click()
    for _step_done in range(7):
        if page.get_by_label("Đạt, chuyển bước tiếp theo").count():
            page.get_by_label("Đạt, chuyển bước tiếp theo").check()
        page.locator("textarea[name^=answer-]").first.fill("Đã làm")
        page.get_by_role("button", name="Hoàn thành bước này").click()
    expect(page.locator("main")).to_contain_text("Đã kết thúc")
    page.fill("#name", "du-dieu-kien")
    page.get_by_role("button", name="Lưu thành kịch bản").click()
    page.goto(f"/designer/drafts/{draft}/about?check=1")
    expect(page.locator("main")).to_contain_text("kịch bản đạt: 1")


def _publish(scene: Scene, draft: str, day: str, decision: str) -> None:
    """Handed in, found fit by a second person and approved by a third; the first two may not approve."""
    page = scene.at(SECRETARY, f"/designer/drafts/{draft}/about")
    me = page.locator(".q-facts dd").first.inner_text().split(",")[0]
    reviewers = page.locator("#reviewer option").all_inner_texts()
    assert not any(me in one for one in reviewers)
    page.select_option("#reviewer", label=next(one for one in reviewers if "Yến Nhi" in one))
    page.fill("#effective_from", day)
    page.fill("#summary", "Theo bảng đã duyệt")
    page.get_by_role("button", name="Trình xem xét").click()
    expect(page.locator("main")).to_contain_text("Đang xem xét, phê duyệt")
    scene.office.work()
    with task(scene, REVIEWER, "Xem xét") as reviewing:
        asked = reviewing.url
        reviewing.get_by_role("link", name="Trang bản thảo, kiểm tra và góp ý").click()
        expect(reviewing.locator("h1")).to_contain_text(NAME)
        reviewing.goto(asked)
        reviewing.get_by_role("radio", name="Đạt, trình lãnh đạo phê duyệt").check()
    _refuse_the_same_person(scene)
    with task(scene, HEAD, "Phê duyệt") as approving:
        approving.get_by_role("radio", name="Phê duyệt").check()
        approving.fill("#field-so_quyet_dinh", decision)
        approving.fill("#field-ngay_quyet_dinh", day_text(scene.office.today))
        assert approving.input_value("#field-ngay_hieu_luc") == day


def _refuse_the_same_person(scene: Scene) -> None:
    with scene.office.system.store.reading() as session:
        waiting = select(Task.id).where(Task.element_id == "PheDuyet", Task.state == "open")
        asked = session.scalars(waiting).one()
    drawing = scene.at(SECRETARY, f"/tasks/{asked}")
    expect(drawing.locator("#task-name")).to_contain_text("Phê duyệt")
    expect(drawing.get_by_role("button", name="Nhận việc")).to_have_count(0)
    reviewing = scene.at(REVIEWER, f"/tasks/{asked}")
    expect(reviewing.locator("main")).to_contain_text("Bạn đã thực hiện bước “Xem xét”")
    expect(reviewing.get_by_role("button", name="Nhận việc")).to_have_count(0)


def _start_and_do_a_step(scene: Scene) -> str:
    page = scene.at(SECRETARY, f"/designer/models/{KEY}")
    page.get_by_role("link", name="Khởi tạo hồ sơ").click()
    page.locator("section", has_text=NAME).get_by_role("button", name="Khởi tạo hồ sơ mới").click()
    page.wait_for_url("**/instances/*")
    with task(scene, OFFICER, "Tiếp nhận hồ sơ") as receiving:
        receiving.get_by_label("Đạt, chuyển bước tiếp theo").check()
        receiving.locator("main textarea").first.fill("Đủ hồ sơ")
    return page.url


def _amend(scene: Scene) -> str:
    page = scene.at(SECRETARY, f"/designer/models/{KEY}")
    page.get_by_role("button", name="Soạn bản sửa đổi").click()
    page.locator(READY).wait_for()
    choose_step(page, "Xem xét thẩm định")
    page.fill("#qd-name", "Thẩm định hồ sơ")
    page.fill("#qd-hours", "2")
    keep(page)
    return page.url.rpartition("/")[2]


def _compare(scene: Scene, draft: str) -> None:
    page = scene.at(SECRETARY, f"/designer/drafts/{draft}/about")
    page.get_by_role("link", name="So sánh với phiên bản 1").click()
    expect(page.locator("#changes").locator("..")).to_contain_text(
        "Thời hạn bước Thẩm định hồ sơ: 4 → 2 giờ làm việc."
    )


def _superseded_while_the_case_runs(scene: Scene) -> None:
    page = scene.at(SECRETARY, f"/designer/models/{KEY}")
    first = page.locator("section", has=page.locator("#version-1"))
    expect(first).to_contain_text("Đã được thay thế")
    expect(first).to_contain_text("1 · Đưa hồ sơ sang phiên bản 2")
    expect(page.locator("section", has=page.locator("#version-2"))).to_contain_text("Đang có hiệu lực")


def _move_the_case(scene: Scene, case: str) -> None:
    page = scene.at(SECRETARY, f"/designer/models/{KEY}")
    page.get_by_role("link", name="Đưa hồ sơ sang phiên bản 2").click()
    expect(page.locator("main")).to_contain_text("chưa có gì thay đổi")
    page.locator("main textarea").first.fill("Áp dụng phiên bản 2 theo Quyết định 126/QĐ-VP")
    page.get_by_role("button", name="Gửi lãnh đạo phê duyệt").click()
    expect(page.locator("main")).to_contain_text("chờ lãnh đạo quyết định")
    proposal = page.url
    approving = scene.at(HEAD, proposal)
    approving.get_by_role("button", name="Phê duyệt").click()
    expect(approving.locator("main")).to_contain_text("đã phê duyệt, chờ thực hiện")
    page = scene.at(ADMINISTRATOR, proposal)
    page.get_by_role("button", name="Chuyển sang phiên bản 2").click()
    expect(page.locator("main")).to_contain_text("hồ sơ đã chuyển")
    told = scene.at(SECRETARY, case)
    expect(told.locator("main")).to_contain_text("chuyển hồ sơ từ phiên bản 1 sang phiên bản 2")


def _withdraw(scene: Scene) -> None:
    page = scene.at(HEAD, f"/designer/models/{KEY}")
    page.locator("summary", has_text="Thu hồi phiên bản này").click()
    page.fill("[name=withdrawn_from]", day_text(scene.office.today + timedelta(days=1)))
    page.get_by_role("button", name="Thu hồi quy trình").click()
    expect(page.locator(".q-message-error")).to_contain_text("Xin ghi số quyết định và lý do thu hồi.")
    page.fill("[name=decision]", "130/QĐ-VP")
    page.fill("[name=reason]", "Bãi bỏ thủ tục")
    page.get_by_role("button", name="Thu hồi quy trình").click()
    expect(page.locator("main")).to_contain_text("theo 130/QĐ-VP")
    scene.later(1)
    assert NAME not in scene.at(SECRETARY, "/processes/").inner_text("main")
