"""The pages of corrective-action slips: the list and its filters, a slip in four boxes, paper, import."""

from __future__ import annotations

import io
from datetime import date, timedelta
from uuid import uuid4

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader
from sqlalchemy import select

from qms.demo_office.loading import person_id
from qms.nonconformities.paper import slip_on_paper
from qms.nonconformities.rules import Severity, Source
from qms.nonconformities.slip_detail import slip_detail
from qms.nonconformities.slips import Proposal, enter
from qms.nonconformities.tables import Nonconformity
from tests.office import Office
from tests.qms.nonconformities.slip_case import P08, SlipCase
from tests.web_browser import Browser
from web.app import create_app

HEADINGS = ["Số phiếu", "Ngày phát hiện", "Nguồn", "Đơn vị", "Nội dung", "Yêu cầu", "Mức độ", "Ngày đóng"]


@pytest.fixture(name="slips")
def with_slips(office: Office) -> Office:
    office.deploy(P08)
    return office


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def entered(
    office: Office,
    *,
    source: Source = Source.LATE_CASE,
    description: str = "Hồ sơ trả muộn.",
    found_on: date | None = None,
) -> Nonconformity:
    proposal = Proposal(
        source=source,
        description=description,
        requirement="ISO 9001:2015, 8.5.1",
        evidence="",
        found_on=found_on or office.today,
        severity=Severity.MINOR,
    )
    with office.system.store.transaction() as session:
        return enter(session, uuid4(), office.viewer("thuky").agency, proposal, office.now)


def test_anybody_begins_a_slip_and_finds_its_first_step_among_the_own_tasks(slips: Office) -> None:
    answer = browser(slips, "quangvinh").post("/nonconformities/", {})
    assert answer.request.path.startswith("/instances/")
    slips.work()
    assert [row.name for row in slips.inbox("quangvinh")] == ["Ghi phần 1: Đề xuất"]


def test_the_page_of_a_slip_shows_how_far_it_is_and_its_four_boxes(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification()
    page = browser(slips, "thuky").get(f"/nonconformities/{slip.row().id}").text
    for words in (
        *("KPH-2026-001", "Phần 1. Đề xuất", "Phần 2. Nguyên nhân và biện pháp", "Phần 3. Phê duyệt"),
        *("Phần 4. Đánh giá kết quả", "5. Đang xác minh", "Tăng Chí Hòa", "buoc-3a.pdf", "Phòng Kinh tế"),
        *("Tạ Quang Vinh, 23/11/2026", "Dương Nhật Quang, 23/11/2026", "không có bước đối chiếu"),
    ):
        assert words in page, words
    for words in ("Phân tích", "bổ sung vì không ai đối chiếu trước", "Người được cử xác minh", "không có."):
        assert words in page, words
    assert 'aria-current="step"' in page
    assert "Mở hồ sơ xử lý" not in page
    assert browser(slips, "socv").get(f"/nonconformities/{slip.row().id}").status_code == 404


def test_the_page_and_the_paper_show_what_was_attached_and_what_the_verifier_saw(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification(bang_chung="Hồ sơ HS-011, HS-012, HS-019.")
    slip.verify()
    with slips.system.store.reading() as session:
        viewer = slips.viewer("camtien")
        found = slip_detail(session, viewer, slip.row().id)
        paper = slip_on_paper(session, slips.system.surroundings.directory, viewer, found, slips.now)
    (action,) = found.actions
    assert [file.name for file in action.files] == ["buoc-3a.pdf"]
    assert found.steps.named_verifier == person_id("thuky")
    written = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split()
    for words in ("không hồ sơ nào phải bổ sung", "buoc-3a.pdf", "không ai đối chiếu trước"):
        assert words in " ".join(written), words
    page = browser(slips, "camtien").get(f"/nonconformities/{slip.row().id}").text
    assert "Xem 12 hồ sơ tháng này" in page


def test_a_task_of_a_slip_leads_to_the_slip_and_is_not_given_back_by_who_it_is_for_alone(
    slips: Office,
) -> None:
    slip = SlipCase(slips)
    slip.propose()
    slip.correct()
    slip.analyse()
    slip.approve()
    task = slips.task("chihoa", "Thực hiện và nêu minh chứng")
    slips.claim("chihoa", task)
    page = browser(slips, "chihoa").get(f"/tasks/{task}").text
    assert f'href="/nonconformities/{slip.row().id}"' in page
    assert "Trả lại nhóm" not in page
    assert "Trả lại kèm lý do" in page


def test_the_slip_on_paper_is_a_pdf(slips: Office) -> None:
    slip = SlipCase(slips)
    slip.to_verification()
    answer = browser(slips, "camtien").get(f"/nonconformities/{slip.row().id}/slip.pdf")
    assert answer.data.startswith(b"%PDF")
    assert "phieu-kph-2026-001.pdf" in answer.headers["Content-Disposition"]


def test_a_slip_of_the_register_is_given_a_case_from_its_page(slips: Office) -> None:
    row = entered(slips)
    officer = browser(slips, "camtien")
    assert "Mở hồ sơ xử lý" not in officer.get(f"/nonconformities/{row.id}").text
    assert officer.post(f"/nonconformities/{row.id}/treatment", {}).status_code == 403
    secretary = browser(slips, "thuky")
    assert "Mở hồ sơ xử lý" in secretary.get(f"/nonconformities/{row.id}").text
    begun = secretary.post(f"/nonconformities/{row.id}/treatment", {})
    assert begun.request.path.startswith("/instances/")
    assert "Mở hồ sơ xử lý" not in secretary.get(f"/nonconformities/{row.id}").text


def test_the_list_is_narrowed_by_source_unit_lateness_and_repetition(slips: Office) -> None:
    late, other = entered(slips), entered(slips, source=Source.AUDIT, description="Thiếu phiếu kiểm soát.")
    with slips.system.store.transaction() as session:
        row = session.get_one(Nonconformity, late.id)
        row.due_on = slips.today - timedelta(days=1)
        session.get_one(Nonconformity, other.id).reissue_of = late.id
    secretary = browser(slips, "thuky")

    def found(query: str) -> set[str]:
        page = secretary.get(f"/nonconformities/?{query}").text
        return {code for code in (late.code, other.code) if f'id="{code}"' in page}

    assert found("") == {late.code, other.code}
    assert found("source=danh_gia_noi_bo") == {other.code}
    assert found("source=ho_so_qua_han") == {late.code}
    assert found("late=1") == {late.code}
    assert found("repeated=1") == {other.code}
    assert found(f"unit={uuid4()}") == set()
    assert found("q=phieu+kiem+soat") == {other.code}
    assert found("state=xyz&source=xyz&unit=xyz") == {late.code, other.code}


def workbook(*rows: list[str]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


GOOD = [
    "KPH-2025-014",
    "14/10/2025",
    "Đánh giá nội bộ",
    "Phòng Kinh tế",
    "Trả muộn",
    "8.5.1",
    "Nặng",
    "12/11/2025",
]
OPEN = ["KPH-2025-015", "20/12/2025", "", "", "Thiếu chữ ký", "7.5.3", "", ""]


def test_last_years_slips_are_checked_row_by_row_and_the_good_ones_loaded(slips: Office) -> None:
    entered(slips)
    content = workbook(
        GOOD,
        OPEN,
        ["KPH-2025-014", "14/10/2025", "", "", "Trùng số", "8.5.1", "", ""],
        ["KPH-2026-001", "14/10/2025", "", "Phòng Không Có", "", "8.5.1", "vừa", "32/13/2025"],
        ["KPH-2026-009", "01/02/2026", "", "", "Năm nay", "8.5.1", "", ""],
    )
    secretary = browser(slips, "thuky")
    sent = secretary.post("/nonconformities/import", {"file": (io.BytesIO(content), "phieu-2025.xlsx")})
    preview = sent.text
    for words in (
        *("Trùng với dòng 2 của tệp.", "Số phiếu đã có trong sổ.", "Không có đơn vị “Phòng Không Có”."),
        *("Chưa ghi.", "Ghi “nhẹ” hoặc “nặng”.", "Không phải ngày dd/mm/yyyy."),
        *("Chỉ nhập phiếu của các năm trước",),
    ):
        assert words in preview, words
    file = sent.request.path.rpartition("/")[2]
    assert secretary.post("/nonconformities/import/confirmation", {"file": file}).status_code == 422
    done = secretary.post("/nonconformities/import/confirmation", {"file": file, "consent": "true"})
    assert "Đã ghi 2 phiếu vào sổ." in done.text
    with slips.system.store.reading() as session:
        rows = {row.code: row for row in session.scalars(select(Nonconformity))}
    assert (rows["KPH-2025-014"].state, rows["KPH-2025-014"].severity) == ("da_dong", "nang")
    assert (rows["KPH-2025-015"].state, rows["KPH-2025-015"].source) == ("de_xuat", "tự phát hiện")
    again = secretary.post("/nonconformities/import/confirmation", {"file": file, "consent": "true"})
    assert again.status_code == 422
    assert entered(slips, found_on=slips.today.replace(year=2025)).code == "KPH-2025-001"


def test_a_file_that_is_no_list_of_slips_is_refused_and_an_officer_imports_nothing(slips: Office) -> None:
    secretary = browser(slips, "thuky")
    refused = secretary.post("/nonconformities/import", {"file": (io.BytesIO(b"a,b\n1,2\n"), "x.csv")})
    assert refused.status_code == 422
    assert "Không tìm thấy bảng có các cột" in refused.text
    assert secretary.post("/nonconformities/import", {}).status_code == 422
    template = load_workbook(io.BytesIO(secretary.get("/nonconformities/import/template.xlsx").data))
    assert template.worksheets[0]["A1"].value == "Số phiếu"
    assert browser(slips, "camtien").get("/nonconformities/import").status_code == 403
