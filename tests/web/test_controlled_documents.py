"""The list of internal documents on its pages: found, read, asked to be changed, imported, exported."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tests.office import Office
from tests.qms.controlled_documents.document_office import deploy, detail, entry, record, requested
from tests.web_browser import Browser
from web.app import create_app

HEADINGS = (
    "Mã hiệu",
    "Tên tài liệu",
    "Loại",
    "Đơn vị chủ trì",
    "Lần ban hành",
    "Ngày hiệu lực",
    "Số quyết định",
    "Ngày quyết định",
    "Mã thủ tục",
)
GOOD = (
    "QT-08",
    "Tiếp công dân",
    "Quy trình",
    "Phòng Nội chính",
    "01",
    date(2026, 3, 1),
    "9/QĐ-VP",
    "20/02/2026",
    "",
)


@pytest.fixture(name="secretary")
def signed_in(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("thuky")


def sheet(*rows: tuple[object, ...]) -> bytes:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.append(["DANH MỤC TÀI LIỆU NỘI BỘ"])
    page.append(list(HEADINGS))
    for row in rows:
        page.append(list(row))
    kept = io.BytesIO()
    workbook.save(kept)
    return kept.getvalue()


def test_a_document_is_found_without_marks_and_shown_with_its_version(
    office: Office, secretary: Browser
) -> None:
    record(office, entry(), entry("QT-06", "Đánh giá nội bộ"))
    page = secretary.get("/tai-lieu/?q=cap+nhat+vbqppl+dat+dai").text
    assert "Cập nhật VBQPPL – Đất đai" in page
    assert "QT-06" not in page
    assert "01/03/2026" in page
    assert "QT-06" in secretary.get("/tai-lieu/?q=qt-06&kind=quy_trinh").text
    assert "Không có tài liệu nào khớp" in secretary.get("/tai-lieu/?kind=so_tay").text


def test_the_list_goes_out_as_a_spreadsheet_that_comes_back_in(office: Office, secretary: Browser) -> None:
    record(office)
    workbook = load_workbook(io.BytesIO(secretary.get("/tai-lieu/danh-muc.xlsx").data))
    rows = list(workbook.worksheets[0].iter_rows(values_only=True))
    assert rows[1][:2] == ("QT-05", "Cập nhật VBQPPL – Đất đai")
    assert rows[1][4] == "01"


def test_a_list_is_checked_row_by_row_and_its_good_rows_enter(office: Office, secretary: Browser) -> None:
    record(office)
    bad = ("QT-05", "Trùng mã", "Quy trình", "Phòng không có", "01", "31/02/2026", "", "01/01/2026", "9.9")
    content = sheet(GOOD, bad, GOOD)
    secretary.get("/tai-lieu/nhap")
    answer = secretary.post("/tai-lieu/nhap", {"file": (io.BytesIO(content), "danh-muc.xlsx")})
    for words in (
        "Mã này đã có trong danh mục.",
        "Không có đơn vị “Phòng không có”.",
        "Không phải ngày dd/mm/yyyy.",
        "Sổ thủ tục không có mã 9.9.",
        "Trùng với dòng 3 của tệp.",
    ):
        assert words in answer.text
    file = answer.request.path.rpartition("/")[2]
    assert secretary.post("/tai-lieu/nhap/xac-nhan", {"file": file}).status_code == 422
    done = secretary.post("/tai-lieu/nhap/xac-nhan", {"file": file, "consent": "true"})
    assert done.request.path == "/tai-lieu/"
    assert "QT-08" in done.text


def test_what_is_no_list_is_refused_with_what_is_missing(secretary: Browser) -> None:
    secretary.get("/tai-lieu/nhap")
    answer = secretary.post("/tai-lieu/nhap", {"file": (io.BytesIO(b"a,b\n1,2\n"), "khac.csv")})
    assert answer.status_code == 422
    assert "Số quyết định" in answer.text


def test_any_officer_asks_for_a_change_and_nothing_typed_is_lost(office: Office) -> None:
    deploy(office)
    (document,) = record(office)
    officer = Browser(create_app(office.system)).sign_in("giabao")
    assert "Đề nghị sửa đổi" in officer.get(f"/tai-lieu/{document}").text
    address = f"/tai-lieu/{document}/de-nghi"
    officer.get(address)
    refused = officer.post(address, {"kind": "sua_doi", "reason": "", "description": "Ngắn", "part": "Mục 5"})
    assert refused.status_code == 422
    page = refused.text
    assert "Xin chọn lý do." in page
    assert 'value="Mục 5"' in page
    typed = {"kind": "sua_doi", "reason": "cai_tien", "description": "Thêm bước kiểm tra.", "part": "Mục 5"}
    done = officer.post(address, typed)
    assert "Thay đổi tài liệu: QT-05" in done.text


def test_a_draft_is_read_by_those_of_its_case_alone(office: Office) -> None:
    deploy(office)
    (document,) = record(office)
    change = requested(office, document)
    change.triage(document)
    change.draft(date(2026, 12, 10))
    draft = next(one for one in detail(office, document).versions if one.label == "02")
    stranger = Browser(create_app(office.system)).sign_in("quangvinh")
    page = stranger.get(f"/tai-lieu/{document}").text
    assert "chỉ người tham gia hồ sơ xem được" in page
    assert stranger.get(f"/tai-lieu/tep/{draft.id}").status_code == 404
    assert (
        Browser(create_app(office.system))
        .sign_in("camtien")
        .get(f"/tai-lieu/tep/{draft.id}")
        .data.startswith(b"%PDF")
    )
    change.review()
    change.sign()
    assert stranger.get(f"/tai-lieu/tep/{draft.id}").data.startswith(b"%PDF")


def test_a_case_that_stands_alone_leads_to_the_document_that_it_changed(office: Office) -> None:
    deploy(office)
    (document,) = record(office)
    change = requested(office, document)
    change.triage(document)
    change.draft(date(2026, 12, 10))
    change.review()
    change.sign()
    page = Browser(create_app(office.system)).sign_in("thuky").get(f"/instances/{change.id}").text
    assert f'href="/tai-lieu/{document}"' in page
