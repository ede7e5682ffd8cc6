"""The inbox and the task page over HTTP: claim, draft, complete, lose a race, expiry, bad input."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from engine.domain.refusals import TaskNotFound
from engine.store.tables import AuditEvent, StoredFile
from qms.accounts.sessions import USUAL_LIMITS
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def app(office: Office) -> Flask:
    app = create_app(office.system)
    app.testing = False
    return app


@pytest.fixture
def screening(office: Office) -> UUID:
    office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30), replaces="217/2026/NĐ-CP"))
    return office.task("thuky", "Sàng lọc văn bản")


def drafting(office: Office) -> UUID:
    """A task whose form takes a file: drafting the change of one procedure."""
    office.complete("thuky", office.task("thuky", "Sàng lọc văn bản"), {"ket_luan_sang_loc": "co"})
    with office.system.store.reading() as session:
        from engine.queries.task import task_view  # noqa: PLC0415

        confirm = office.task("thuky", "Xác nhận danh mục thủ tục")
        view = task_view(session, office.system.surroundings, office.viewer("thuky"), confirm)
    proposed = view.case["thu_tuc_de_xuat"]
    assert isinstance(proposed, list)
    office.complete("thuky", confirm, {"thu_tuc_chon": [str(proposed[0])]})
    office.complete(
        "camtien",
        office.task("camtien", "Đánh giá tác động"),
        {
            "phuong_an": "sua_doi",
            "mat_anh_huong": ["thoi_han"],
            "noi_dung_tac_dong": "Thời hạn rút ngắn còn 5 ngày.",
        },
    )
    return office.task("camtien", "Soạn thảo thay đổi")


def test_a_page_of_the_office_asks_for_sign_in_and_goes_on_where_one_wanted(
    app: Flask, screening: UUID
) -> None:
    browser = Browser(app)
    page = browser.get(f"/tasks/{screening}")
    assert page.request.path == "/sign-in"
    page = browser.post(
        "/sign-in", {"username": "thuky", "password": "quytrinh-demo", "next": f"/tasks/{screening}"}
    )
    assert page.request.path == f"/tasks/{screening}"
    assert "Sàng lọc văn bản" in page.text


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(app: Flask, target: str) -> None:
    browser = Browser(app)
    browser.get("/sign-in")
    page = browser.post("/sign-in", {"username": "thuky", "password": "quytrinh-demo", "next": target})
    assert (page.status_code, page.request.path) == (200, "/")


def test_a_wrong_password_says_so_without_saying_which(app: Flask) -> None:
    browser = Browser(app)
    browser.get("/sign-in")
    page = browser.post("/sign-in", {"username": "thuky", "password": "wrong wrong wrong"})
    assert page.status_code == 422
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in page.text
    assert 'value="thuky"' in page.text


def test_the_sixth_wrong_try_has_to_wait(app: Flask) -> None:
    browser = Browser(app)
    browser.get("/sign-in")
    answers = [
        browser.post("/sign-in", {"username": "thuky", "password": "wrong wrong wrong"}).status_code
        for _ in range(6)
    ]
    assert answers == [422] * 5 + [429]


def test_a_form_from_elsewhere_is_refused(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    page = browser.post(f"/tasks/{screening}/claim", {"csrf_token": "forged"})
    assert page.status_code == 400
    assert "Không có gì bị thay đổi" in page.text


def test_the_session_ends_with_signing_out(app: Flask) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/")
    browser.post("/sign-out")
    assert browser.get("/").request.path == "/sign-in"


def test_an_officer_claims_and_completes_a_task(app: Flask, office: Office, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    assert "Nhận việc" in browser.get(f"/tasks/{screening}").text
    assert "Bạn đã nhận việc này." in browser.post(f"/tasks/{screening}/claim").text
    page = browser.post(f"/tasks/{screening}/completion", {"ket_luan_sang_loc": "co"})
    assert "Đã hoàn thành: Sàng lọc văn bản" in page.text
    assert screening not in {row.id for row in office.inbox("thuky")}


def test_a_wrong_form_comes_back_with_all_that_was_typed(app: Flask, office: Office, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    browser.post(f"/tasks/{screening}/claim")
    page = browser.post(
        f"/tasks/{screening}/completion", {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Ngắn"}
    )
    assert page.status_code == 422
    assert 'href="#field-ly_do_sang_loc"' in page.text
    assert "Ngắn</textarea>" in page.text
    assert office.task("thuky", "Sàng lọc văn bản") == screening


def test_a_forged_select_value_is_refused_at_its_field(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    page = browser.post(f"/tasks/{screening}/completion", {"ket_luan_sang_loc": "bo_qua"})
    assert page.status_code == 422
    assert 'href="#field-ket_luan_sang_loc"' in page.text


def test_a_hidden_field_that_is_not_in_the_form_is_refused(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    page = browser.post(
        f"/tasks/{screening}/completion", {"ket_luan_sang_loc": "co", "han_phap_ly": "2030-01-01"}
    )
    assert page.status_code == 422
    assert "han_phap_ly" in page.text


def test_the_second_of_two_reads_who_was_faster_and_loses_nothing_typed(
    app: Flask, office: Office, screening: UUID
) -> None:
    office.complete("thuky", screening, {"ket_luan_sang_loc": "co"})
    assessment_of = office.task("thuky", "Xác nhận danh mục thủ tục")
    del assessment_of
    slow = Browser(app).sign_in("thuky")
    slow.get(f"/tasks/{screening}")
    page = slow.post(
        f"/tasks/{screening}/completion",
        {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Văn bản không liên quan đến cơ quan."},
    )
    assert page.status_code == 409
    assert "đã hoàn thành việc này lúc 08:00 23/11/2026" in page.text
    assert "Văn bản không liên quan đến cơ quan." in page.text


def test_a_colleague_sees_who_holds_the_task(app: Flask, office: Office, screening: UUID) -> None:
    del screening
    task = drafting(office)
    office.claim("camtien", task)
    colleague = Browser(app).sign_in("giabao")
    colleague.get("/")
    page = colleague.post(
        f"/tasks/{task}/completion", {"so_phien_ban_moi": "02", "tom_tat_thay_doi": "Công việc của tôi."}
    )
    assert page.status_code == 409
    assert "Hồ Thị Cẩm Tiên đã nhận việc này lúc" in page.text
    assert "Công việc của tôi." in page.text


def test_a_draft_outlives_an_expired_session(app: Flask, office: Office, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    browser.post(f"/tasks/{screening}/claim")
    office.clock.move_to(office.now + USUAL_LIMITS.idle + timedelta(minutes=1))
    page = browser.post(
        f"/tasks/{screening}/completion",
        {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Đã gõ rất lâu.", "page": f"/tasks/{screening}"},
    )
    assert page.request.path == "/sign-in"
    assert "đã được giữ thành bản nháp" in page.text
    page = browser.post(
        "/sign-in", {"username": "thuky", "password": "quytrinh-demo", "next": f"/tasks/{screening}"}
    )
    assert "Đã gõ rất lâu." in page.text


def test_a_signed_out_browser_leaves_nothing_in_the_name_of_the_last_person(
    app: Flask, office: Office, screening: UUID
) -> None:
    office.claim("thuky", screening)
    left_open, again = Browser(app).sign_in("thuky"), Browser(app)
    left_open.get("/")
    left_open.post("/sign-out")
    left_open.post(f"/tasks/{screening}/draft", {"ly_do_sang_loc": "Người khác gõ vào máy chung"})
    again.sign_in("thuky")
    assert "Người khác gõ vào máy chung" not in again.get(f"/tasks/{screening}").text


def test_automatic_saving_answers_with_the_time(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    browser.post(f"/tasks/{screening}/claim")
    answer = browser.post(
        f"/tasks/{screening}/draft",
        {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Mới gõ một nửa"},
        headers={"Accept": "application/json"},
    )
    assert answer.get_json() == {"saved_at": "08:00"}
    assert "Mới gõ một nửa" in browser.get(f"/tasks/{screening}").text


def test_a_file_survives_an_error_elsewhere_in_the_form(app: Flask, office: Office, screening: UUID) -> None:
    del screening
    task = drafting(office)
    browser = Browser(app).sign_in("camtien")
    browser.get(f"/tasks/{task}")
    browser.post(f"/tasks/{task}/claim")
    page = browser.post(
        f"/tasks/{task}/completion",
        {"so_phien_ban_moi": "02", "du_thao": (BytesIO(PDF), "Dự thảo.pdf")},
        content_type="multipart/form-data",
    )
    assert page.status_code == 422
    assert "Dự thảo.pdf" in page.text
    with office.system.store.reading() as session:
        file = session.scalars(select(StoredFile)).one()
    assert f'value="{file.id}"' in page.text


@pytest.mark.parametrize(
    ("name", "content"), [("Dự thảo.exe", b"MZ\x90"), ("giả mạo.pdf", b"MZ\x90"), ("TUYỆT MẬT.pdf", PDF)]
)
def test_a_file_of_a_refused_kind_is_refused_by_name(
    app: Flask, office: Office, screening: UUID, name: str, content: bytes
) -> None:
    del screening
    task = drafting(office)
    browser = Browser(app).sign_in("camtien")
    browser.get(f"/tasks/{task}")
    browser.post(f"/tasks/{task}/claim")
    page = browser.post(
        f"/tasks/{task}/completion",
        {"so_phien_ban_moi": "02", "du_thao": (BytesIO(content), name)},
        content_type="multipart/form-data",
    )
    assert page.status_code == 422
    assert name in page.text
    with office.system.store.reading() as session:
        assert session.scalars(select(StoredFile)).all() == []


def test_a_file_over_the_limit_is_refused_by_name(app: Flask, office: Office, screening: UUID) -> None:
    del screening
    task = drafting(office)
    browser = Browser(app).sign_in("camtien")
    browser.get(f"/tasks/{task}")
    browser.post(f"/tasks/{task}/claim")
    page = browser.post(
        f"/tasks/{task}/completion",
        {"so_phien_ban_moi": "02", "du_thao": (BytesIO(PDF + bytes(3 * 1024 * 1024)), "lớn.pdf")},
        content_type="multipart/form-data",
    )
    assert page.status_code == 422
    assert "Tệp “lớn.pdf” lớn hơn 2 MB" in page.text


def test_more_than_ten_such_files_at_once_is_refused(app: Flask, office: Office, screening: UUID) -> None:
    del screening
    task = drafting(office)
    browser = Browser(app).sign_in("camtien")
    browser.get(f"/tasks/{task}")
    browser.post(f"/tasks/{task}/claim")
    page = browser.post(
        f"/tasks/{task}/completion",
        {"du_thao": (BytesIO(PDF + bytes(21 * 1024 * 1024)), "lớn.pdf")},
        content_type="multipart/form-data",
    )
    assert page.status_code == 413
    assert "vượt giới hạn" in page.text


def test_a_task_of_another_role_is_refused_and_noted(app: Flask, office: Office, screening: UUID) -> None:
    browser = Browser(app).sign_in("camtien")
    page = browser.get(f"/tasks/{screening}")
    assert page.status_code == 403
    assert "Thư ký ISO" in page.text
    with office.system.store.reading() as session:
        (noted,) = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused"))
    assert str(screening) in noted.data


def test_a_task_of_another_agency_is_not_found_and_noted(app: Flask, office: Office, screening: UUID) -> None:
    browser = Browser(app).sign_in("socv")
    page = browser.get(f"/tasks/{screening}")
    assert page.status_code == 404
    with office.system.store.reading() as session:
        (noted,) = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused"))
    assert TaskNotFound.__name__ in noted.data


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/tasks/not-an-id", "/tasks/00000000-0000-4000-8000-000000000000"]
)
def test_an_unknown_address_gets_a_page_that_says_what_to_do(app: Flask, path: str) -> None:
    page = Browser(app).sign_in("thuky").get(path)
    assert page.status_code == 404
    assert "Có thể làm gì tiếp" in page.text


def test_returning_needs_a_reason_and_all_see_it(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get(f"/tasks/{screening}")
    browser.post(f"/tasks/{screening}/claim")
    assert browser.post(f"/tasks/{screening}/return", {"return_reason": " "}).status_code == 422
    browser.post(f"/tasks/{screening}/return", {"return_reason": "Thiếu bản gốc văn bản"})
    assert "Thiếu bản gốc văn bản" in browser.get(f"/tasks/{screening}").text


def test_the_inbox_is_searched_without_marks(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    assert str(screening) in browser.get("/?q=sang loc van ban").text
    assert "Không có việc nào khớp" in browser.get("/?q=khong co gi").text


def test_the_inbox_tells_of_new_tasks_only_when_there_are_some(
    app: Flask, office: Office, screening: UUID
) -> None:
    del screening
    browser = Browser(app).sign_in("thuky")
    assert browser.get("/inbox/news?seen=1").status_code == 204
    office.register(entry("302/2026/NĐ-CP", effective_on=date(2026, 12, 1)))
    assert "Có 1 việc mới" in browser.get("/inbox/news?seen=1").text


def test_every_page_speaks_english_when_asked(app: Flask, screening: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    page = browser.get(f"/tasks/{screening}?lang=en")
    assert 'lang="en"' in page.text
    assert "Claim" in page.text


def test_nothing_of_the_pages_may_be_kept_or_framed(app: Flask) -> None:
    headers = Browser(app).sign_in("thuky").get("/").headers
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
