"""The pages of cases: who sees which, and what is said of one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from engine.commands.claim_task import ClaimTask, ReturnTask, claim_task, return_task
from engine.commands.store_file import StoreFile, store_file
from engine.domain.local_time import OFFICE_ZONE
from engine.execution.incidents import open_incident
from engine.queries.task import task_view
from engine.store.tables import AuditEvent
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    return office.register(
        entry(
            "301/2026/NĐ-CP",
            signed_on=date(2026, 11, 2),
            effective_on=date(2026, 11, 30),
            replaces="217/2026/NĐ-CP",
        )
    )


def choose_procedures(office: Office) -> None:
    """The secretary screens the document and settles on the procedures proposed."""
    office.complete(
        "thuky",
        office.task("thuky", "Sàng lọc văn bản"),
        {"ket_luan_sang_loc": "co", "noi_dung_lien_quan": "Điều 5"},
    )
    task = office.task("thuky", "Xác nhận danh mục thủ tục")
    with office.system.store.reading() as session:
        proposed = task_view(session, office.system.surroundings, office.viewer("thuky"), task).case[
            "thu_tuc_de_xuat"
        ]
    assert isinstance(proposed, list)
    office.complete("thuky", task, {"thu_tuc_chon": [str(one) for one in proposed]})


def test_the_list_finds_a_case_without_marks_and_says_its_state_in_words(
    app: Flask, office: Office, case: UUID
) -> None:
    office.register(entry("9/2026/QH16", effective_on=date(2026, 12, 1)))
    browser = Browser(app).sign_in("thuky")
    everything = browser.get("/instances/").text
    assert "P06-2026-0001" in everything
    assert "P06-2026-0002" in everything
    assert "Đang thực hiện" in everything
    found = browser.get("/instances/?q=cap nhat 301/2026/nd-cp").text
    assert f"/instances/{case}" in found
    assert "P06-2026-0002" not in found
    assert "Không có hồ sơ nào khớp" in browser.get("/instances/?q=khong-co-that").text


def test_a_list_survives_an_address_that_somebody_played_with(app: Flask, case: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    for address in ("?page=0", "?page=-3", "?page=99999999999999999999", "?page=²", "?q=%00", "?endpoint=x"):
        assert browser.get(f"/instances/{address}").status_code == 200


def test_who_has_no_part_in_any_case_sees_none(app: Flask, case: UUID) -> None:
    assert "Chưa có hồ sơ nào" in Browser(app).sign_in("yennhi").get("/instances/").text


def test_a_case_shows_deadline_with_reasons_open_task_timer_and_register_line(app: Flask, case: UUID) -> None:
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    assert "thứ Hai 01/03/2027" in page
    assert "Ngày hiệu lực 30/11/2026." in page
    assert "28/02/2027 là Chủ nhật" in page
    assert "Điều 4 khoản 4 điểm a 19/2014/QĐ-TTg" in page
    assert "chờ Thư ký ISO" in page
    assert "02/03/2027 00:00" in page
    assert "/legal-documents/" in page
    assert "301/2026/NĐ-CP" in page


def test_only_who_may_work_on_a_task_gets_its_link(app: Flask, office: Office, case: UUID) -> None:
    task = office.task("thuky", "Sàng lọc văn bản")
    assert f"/tasks/{task}" in Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    assert f"/tasks/{task}" not in Browser(app).sign_in("chanhvp").get(f"/instances/{case}").text


def test_the_outline_names_every_step_of_people_and_services_with_its_state(
    app: Flask, office: Office, case: UUID
) -> None:
    choose_procedures(office)
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    lines = {part.split('"', 1)[0]: part.split("</li>")[0] for part in page.split('<li id="element-')[1:]}
    assert "Đã qua" in lines["SangLoc"]
    assert "Đang thực hiện (2)" in lines["DanhGiaTacDong"]
    assert "Chuyên viên của đơn vị chủ trì" in lines["DanhGiaTacDong"]
    assert "Chưa tới" in lines["PheDuyet"]
    assert "Hệ thống" in lines["TongHop"]


def test_the_timeline_says_who_did_what_and_what_was_entered(app: Flask, office: Office, case: UUID) -> None:
    choose_procedures(office)
    task = office.inbox("camtien")[0].id
    viewer, store, around = office.viewer("camtien"), office.system.store, office.system.surroundings
    claim_task(store, around, ClaimTask(task=task, viewer=viewer, origin="test"), office.now)
    reason = "Không thuộc phần việc của tôi"
    return_task(store, around, ReturnTask(task=task, viewer=viewer, origin="test", reason=reason), office.now)
    browser = Browser(app).sign_in("thuky")
    page = browser.get(f"/instances/{case}").text
    assert "Nguyễn Thị Ngọc Diệp khởi tạo hồ sơ theo quy trình" in page
    assert "Nguyễn Thị Ngọc Diệp hoàn thành “Sàng lọc văn bản”" in page
    assert "Hồ Thị Cẩm Tiên nhận việc “Đánh giá tác động – " in page
    assert f"Lý do: {reason}" in page
    assert "Hệ thống thực hiện “Chốt danh mục thủ tục”" in page
    assert "Có ảnh hưởng" in page
    newest = [page.index(words) for words in ("trả lại việc", "khởi tạo hồ sơ theo")]
    assert newest == sorted(newest)
    oldest_first = browser.get(f"/instances/{case}?order=oldest").text
    assert oldest_first.index("khởi tạo hồ sơ theo") < oldest_first.index("trả lại việc")


def test_the_same_page_reads_in_english(app: Flask, office: Office, case: UUID) -> None:
    choose_procedures(office)
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}?lang=en").text
    assert "Nguyễn Thị Ngọc Diệp completed “Sàng lọc văn bản”" in page
    assert "Add 3 months: 28/02/2027" in page
    assert "Under way (2)" in page


def test_the_data_speaks_the_words_of_the_forms_and_shows_no_ids(
    app: Flask, office: Office, case: UUID
) -> None:
    choose_procedures(office)
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    data = page.split('id="data"')[1].split("</section>")[0]
    assert "Văn bản có ảnh hưởng đến quy trình của cơ quan không?" in data
    assert "Có ảnh hưởng" in data
    assert "Cơ quan ban hành" in data
    assert "Phòng Kinh tế" in data
    assert "vbqppl" not in data
    assert "thu_tuc" not in data
    assert not [word for word in data.replace("<", " ").replace(">", " ").split() if is_id(word)]


def is_id(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True


def test_a_case_past_its_legal_date_is_red_and_says_who_was_told(
    app: Flask, office: Office, case: UUID
) -> None:
    office.pass_until(datetime(2027, 3, 17, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    browser = Browser(app).sign_in("thuky")
    page = browser.get(f"/instances/{case}").text
    assert "Quá hạn pháp lý</strong> từ 02/03/2027 00:00, ghi nhận lúc 02/03/2027 00:00." in page
    assert "đến hạn lúc 02/03/2027 00:00, xử lý lúc 02/03/2027 00:00" in page
    assert "Báo E4: quá hạn pháp lý 10 ngày làm việc – cả hồ sơ. Đã báo: Phùng Thị Hải Yến" in page
    assert "Nhắc việc R3: 1 ngày làm việc trước hạn mục tiêu" in page
    listed = browser.get("/instances/?late=1").text
    assert "P06-2026-0001" in listed
    assert '<tr class="q-late">' in listed


def test_an_open_incident_stands_on_the_case_in_words(app: Flask, office: Office, case: UUID) -> None:
    with office.system.store.transaction() as session:
        open_incident(
            session,
            office.system.surroundings,
            case,
            element="SangLoc",
            error=ValueError("x"),
            now=office.now,
        )
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    assert "Sự cố từ 23/11/2026 08:00" in page
    assert "Hệ thống gặp lỗi khi chạy bước này (ValueError)" in page
    assert "Sự cố ở bước “Sàng lọc văn bản”" in page
    assert "Có sự cố" in Browser(app).sign_in("thuky").get("/instances/").text


def test_a_finished_case_names_its_end_and_the_versions_old_and_new(
    app: Flask, office: Office, case: UUID
) -> None:
    choose_procedures(office)
    for row in office.inbox("camtien"):
        answer = {"phuong_an": "khong_doi", "mat_anh_huong": [], "noi_dung_tac_dong": "Không phải sửa gì cả."}
        office.complete("camtien", row.id, answer)
    for row in office.inbox("truongkt"):
        office.complete("truongkt", row.id, {"quyet_dinh_khong_doi": "dong_y"})
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    assert "Đã hoàn thành" in page
    assert "Hồ sơ đã kết thúc; không còn việc nào." in page
    assert "Thủ tục đã rà soát: phiên bản cũ → mới" in page
    assert "01 → 01" in page
    assert "Không phải qua" in page


def test_the_drawing_is_served_to_who_may_see_the_case_and_kept_by_no_one(app: Flask, case: UUID) -> None:
    answer = Browser(app).sign_in("thuky").get(f"/instances/{case}/model.bpmn")
    assert answer.mimetype == "application/xml"
    assert "QMS_P06_CAP_NHAT_VBQPPL" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_another_agency_finds_no_case_and_the_attempt_is_noted(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("socv")
    for path in (f"/instances/{case}", f"/instances/{case}/model.bpmn"):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert "Không tìm thấy hồ sơ này" in answer.text
        assert "301/2026" not in answer.text
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused")).all()
    assert [json.loads(row.data)["path"] for row in rows] == [
        f"/instances/{case}",
        f"/instances/{case}/model.bpmn",
    ]


def test_a_colleague_without_a_part_is_refused_and_the_attempt_is_noted(
    app: Flask, office: Office, case: UUID
) -> None:
    answer = Browser(app).sign_in("yennhi").get(f"/instances/{case}")
    assert answer.status_code == 403
    assert "Bạn không có quyền xem hồ sơ này" in answer.text
    with office.system.store.reading() as session:
        row = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused")).one()
    assert row.actor_id == office.viewer("yennhi").person


def test_files_handed_in_stand_in_the_case_with_their_hash(app: Flask, office: Office, case: UUID) -> None:
    command = StoreFile(
        viewer=office.viewer("thuky"),
        name="Phân tích điều khoản.pdf",
        media_type="application/pdf",
        content=b"%PDF-1.4 analysis",
        task=office.task("thuky", "Sàng lọc văn bản"),
    )
    file = store_file(office.system.store, office.system.surroundings, command, office.now)
    page = Browser(app).sign_in("thuky").get(f"/instances/{case}").text
    assert f"/files/{file}" in page
    assert "Phân tích điều khoản.pdf" in page
    assert sha256(command.content).hexdigest()[:12] in page
