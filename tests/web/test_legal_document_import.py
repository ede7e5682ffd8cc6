"""Importing a list of legal documents: checked first, loaded on consent, good rows only."""

from __future__ import annotations

import io
import re
from uuid import UUID, uuid4

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select
from werkzeug.test import TestResponse

from engine.store.tables import AuditEvent, ProcessInstance, StoredFile
from qms.documents.commands import document_id
from qms.documents.tables import LegalDocument
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

HEADINGS = ("Số ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ký", "Ngày hiệu lực")
GOOD = ("401/2026/NĐ-CP", "Quy định về chứng thực điện tử", "Chính phủ", "01/11/2026", "01/01/2027")
ALSO_GOOD = (
    "402/2026/NĐ-CP",
    "Quy định về tiếp công dân",
    "Chính phủ",
    "02/11/2026",
    "sau 45 ngày kể từ ngày ký",
)
KNOWN = ("217/2026/NĐ-CP", "Đã có", "Chính phủ", "19/06/2026", "01/07/2026")
BAD = ("403/2026/NĐ-CP", "", "Chính phủ", "31/06/2026", "01/01/2027")


@pytest.fixture
def secretary(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("thuky")


def workbook(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def hand_in(browser: Browser, content: bytes, name: str = "danh-muc.xlsx") -> TestResponse:
    browser.get("/legal-documents/import")
    return browser.post("/legal-documents/import", {"file": (io.BytesIO(content), name)})


def load(browser: Browser, preview: TestResponse, **fields: str) -> TestResponse:
    found = re.search(r'name="file" value="([^"]+)"', preview.text)
    assert found
    return browser.post(
        "/legal-documents/import/confirmation",
        {"file": found[1], "mode": "register", "consent": "true", **fields},
    )


def registered(office: Office, *rows: tuple[str, ...]) -> list[bool]:
    agency = office.viewer("thuky").agency
    with office.system.store.reading() as session:
        return [session.get(LegalDocument, document_id(agency, row[0])) is not None for row in rows]


def case_codes(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(ProcessInstance.code).order_by(ProcessInstance.code)))


def test_a_list_is_shown_row_by_row_before_anything_is_loaded(office: Office, secretary: Browser) -> None:
    page = hand_in(secretary, workbook(GOOD, KNOWN, BAD, ALSO_GOOD, GOOD))

    assert page.status_code == 200
    assert "Nhập 2 dòng đúng" in page.text
    assert "17/12/2026" in page.text
    assert "Số ký hiệu này đã có trong sổ." in page.text
    known = document_id(office.viewer("thuky").agency, KNOWN[0])
    assert f'href="/legal-documents/{known}"' in page.text
    assert "Lịch không có ngày 31/06/2026" in page.text
    assert "Trùng với dòng 2 của tệp." in page.text
    assert registered(office, GOOD, ALSO_GOOD) == [False, False]


def test_only_the_good_rows_are_loaded_and_only_on_consent(office: Office, secretary: Browser) -> None:
    preview = hand_in(secretary, workbook(GOOD, BAD, ALSO_GOOD))
    refused = load(secretary, preview, consent="")
    assert refused.status_code == 422
    assert "đánh dấu ô đồng ý" in refused.text
    assert registered(office, GOOD) == [False]

    done = load(secretary, preview)
    assert done.request.path == "/legal-documents/"
    assert "Đã ghi 2 văn bản vào sổ." in done.text
    assert registered(office, GOOD, BAD, ALSO_GOOD) == [True, False, True]
    assert case_codes(office) == []


def test_the_record_names_the_numbers_and_the_file(office: Office, secretary: Browser) -> None:
    load(secretary, hand_in(secretary, workbook(GOOD)))

    with office.system.store.reading() as session:
        file = session.scalars(select(StoredFile.id)).one()
        kinds = AuditEvent.kind == "legal_documents.registered"
        noted = session.scalars(select(AuditEvent.data).where(kinds)).one()
    assert GOOD[0] in noted
    assert str(file) in noted


def test_a_case_may_start_for_each_document(office: Office, secretary: Browser) -> None:
    done = load(secretary, hand_in(secretary, workbook(GOOD, ALSO_GOOD)), mode="start")

    assert "khởi tạo hồ sơ cập nhật cho từng văn bản" in done.text
    assert case_codes(office) == ["P06-2026-0001", "P06-2026-0002"]


def test_documents_whose_time_is_over_are_pointed_out(secretary: Browser) -> None:
    late = ("404/2026/NĐ-CP", "Cũ", "Chính phủ", "01/01/2026", "01/03/2026")

    assert "1 văn bản đã quá hạn pháp lý" in hand_in(secretary, workbook(GOOD, late)).text


def test_loading_twice_loads_once(office: Office, secretary: Browser) -> None:
    preview = hand_in(secretary, workbook(GOOD))
    load(secretary, preview)
    again = load(secretary, preview)

    assert again.status_code == 422
    assert "Không có dòng nào nhập được" in again.text
    assert registered(office, GOOD) == [True]


def test_what_was_registered_in_between_is_a_bad_row_then(office: Office, secretary: Browser) -> None:
    preview = hand_in(secretary, workbook(GOOD, ALSO_GOOD))
    office.register(entry(GOOD[0], effective_on=office.today))
    done = load(secretary, preview)

    assert "Đã ghi 1 văn bản vào sổ." in done.text
    assert registered(office, GOOD, ALSO_GOOD) == [True, True]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"not a workbook", "Không đọc được tệp như một bảng tính Excel"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.xlsx", b"", "Tệp rỗng"),
        ("a.csv", b"a,b\r\n1,2\r\n", "Không tìm thấy hàng tiêu đề"),
        ("a.docx", b"PK", "Chỉ nhận tệp .xlsx hoặc .csv"),
        ("MẬT - danh mục.csv", b"a", "dấu độ mật"),
    ],
    ids=["broken", "locked", "empty", "no headings", "other kind", "secret"],
)
def test_a_file_that_cannot_be_read_is_refused_and_not_kept(
    office: Office, secretary: Browser, name: str, content: bytes, words: str
) -> None:
    page = hand_in(secretary, content, name)

    assert page.status_code == 422
    assert words in page.text
    with office.system.store.reading() as session:
        assert session.scalars(select(StoredFile.id)).all() == []


def test_no_file_at_all_is_asked_for(secretary: Browser) -> None:
    secretary.get("/legal-documents/import")
    page = secretary.post("/legal-documents/import", {})

    assert page.status_code == 422
    assert "Chọn tệp danh sách" in page.text


def test_the_templates_carry_headings_that_the_import_knows(secretary: Browser) -> None:
    answer = secretary.get("/legal-documents/import/template.xlsx")
    book = load_workbook(io.BytesIO(answer.data))
    book.worksheets[0].append((*GOOD, "", "", "Chứng thực", "", "", ""))
    filled = io.BytesIO()
    book.save(filled)
    assert "Nhập 1 dòng đúng" in hand_in(secretary, filled.getvalue()).text

    content = secretary.get("/legal-documents/import/template.csv").data
    assert content.startswith(b"\xef\xbb\xbf")
    row = ",".join(GOOD)
    assert "Nhập 1 dòng đúng" in hand_in(secretary, content + row.encode(), "mau.csv").text


def test_a_list_that_somebody_else_handed_in_is_not_to_be_found(office: Office, secretary: Browser) -> None:
    hand_in(secretary, workbook(GOOD))
    with office.system.store.transaction() as session:
        file = session.scalars(select(StoredFile)).one()
        file.uploaded_by = office.viewer("quantri").person
        name = file.id

    for wrong in (name, uuid4(), UUID(int=0)):
        assert secretary.get(f"/legal-documents/import/{wrong}").status_code == 404
        answer = secretary.post(
            "/legal-documents/import/confirmation",
            {"file": str(wrong), "mode": "register", "consent": "true"},
        )
        assert answer.status_code == 404
    assert registered(office, GOOD) == [False]


def test_officers_without_the_role_may_not_import(office: Office) -> None:
    officer = Browser(create_app(office.system)).sign_in("camtien")
    officer.get("/legal-documents/")
    answers = [
        officer.get("/legal-documents/import"),
        officer.post("/legal-documents/import", {"file": (io.BytesIO(workbook(GOOD)), "a.xlsx")}),
        officer.post("/legal-documents/import/confirmation", {"file": str(uuid4())}),
        officer.get("/legal-documents/import/template.xlsx"),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    with office.system.store.reading() as session:
        assert session.scalars(select(StoredFile.id)).all() == []
