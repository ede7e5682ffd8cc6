"""The register of legal documents on its pages: reading, registering, starting updates, exporting."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from engine.domain.identifiers import derived_id
from engine.store.tables import AuditEvent, ProcessInstance, StoredFile
from qms.documents.commands import document_id
from qms.documents.importing import check_import
from qms.documents.tables import LegalDocument
from qms.legal_updates.tables import LegalUpdateChange
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

TYPED = {
    "so_ky_hieu": "301/2026/NĐ-CP",
    "trich_yeu": "Quy định về cấp phép xây dựng",
    "co_quan_ban_hanh": "Chính phủ",
    "ngay_ky": "01/11/2026",
    "cach_hieu_luc": "ngay",
    "ngay_hieu_luc": "30/11/2026",
    "start_updates": "true",
}
PDF = b"%PDF-1.7 a scan"


@pytest.fixture
def secretary(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("thuky")


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def document(office: Office, number: str) -> LegalDocument | None:
    with office.system.store.reading() as session:
        return session.get(LegalDocument, document_id(office.viewer("thuky").agency, number))


def refusals(office: Office) -> list[dict[str, object]]:
    with office.system.store.reading() as session:
        rows = session.scalars(select(AuditEvent.data).where(AuditEvent.kind == "access.refused"))
        return [json.loads(row) for row in rows]


def cases(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(ProcessInstance.code).order_by(ProcessInstance.code)))


def test_the_register_is_searched_without_marks(secretary: Browser) -> None:
    page = secretary.get("/legal-documents/", query_string={"q": "luat ho tich"})

    assert page.status_code == 200
    assert "03/2026/QH16" in page.text
    assert "60/2014/QH13" in page.text
    assert "217/2026/NĐ-CP" not in page.text


def test_the_register_is_turned_over_page_by_page(secretary: Browser) -> None:
    first, second = (secretary.get(f"/legal-documents/?page={page}").text for page in (1, 2))

    assert "Trang 1 trên 2 · 31 mục" in first
    assert first.count("<tr>") - 1 == 25
    assert second.count("<tr>") - 1 == 6
    assert "Trang 2 trên 2" in secretary.get("/legal-documents/?page=50000").text


def test_the_register_shows_the_running_case_and_how_late_it_is(office: Office, secretary: Browser) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 8, 3)))
    office.pass_days(0)
    page = secretary.get("/legal-documents/?stage=overdue").text

    assert "9/2026/NĐ-CP" in page
    assert "P06-2026-0001" in page
    assert "Quá hạn 20 ngày" in page
    assert "217/2026/NĐ-CP" not in page
    assert "Không có văn bản nào khớp" in secretary.get("/legal-documents/?stage=ended").text


def test_a_closed_update_shows_its_conclusion_and_its_day(office: Office, secretary: Browser) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    screening = {"ket_luan_sang_loc": "khong", "ly_do_sang_loc": "Không có thủ tục nào viện dẫn văn bản này."}
    office.complete("thuky", office.task("thuky", "Sàng lọc văn bản"), screening)
    (confirmation,) = office.inbox("chanhvp")
    office.complete("chanhvp", confirmation.id, {"quyet_dinh_sang_loc": "dong_y"})
    page = secretary.get("/legal-documents/?stage=ended").text

    assert "9/2026/NĐ-CP" in page
    assert "Không ảnh hưởng" in page
    assert "23/11/2026" in page
    line = document(office, "9/2026/NĐ-CP")
    assert line is not None
    assert "Khởi tạo cập nhật lại" in secretary.get(f"/legal-documents/{line.id}").text


def test_what_became_of_each_procedure_stands_with_versions_and_dates(
    office: Office, secretary: Browser
) -> None:
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    change = LegalUpdateChange(
        instance_id=case,
        procedure_id=derived_id("procedure", "VP-UBND-TN", "1.013225"),
        action="sua_doi",
        old_label="01",
        new_label="02",
        effective_on=date(2026, 12, 15),
        decision_number="125/QĐ-VP",
        decided_on=date(2026, 12, 10),
        recorded_at=office.now,
    )
    with office.system.store.transaction() as session:
        session.add(change)

    listed = secretary.get("/legal-documents/", query_string={"q": "9/2026"}).text
    assert "01 → 02" in listed
    assert "từ 15/12/2026" in listed
    line = document(office, "9/2026/NĐ-CP")
    assert line is not None
    page = secretary.get(f"/legal-documents/{line.id}").text
    assert "125/QĐ-VP" in page
    assert "10/12/2026" in page
    assert "Cấp giấy phép xây dựng mới" in page
    exported = secretary.get("/legal-documents/register.xlsx", query_string={"q": "9/2026"})
    last = load_workbook(io.BytesIO(exported.data)).worksheets[0].cell(2, 13).value
    assert last == "1.013225: 01 → 02 (15/12/2026)"


def test_a_document_is_registered_with_its_update_and_its_dates_are_said(
    office: Office, secretary: Browser
) -> None:
    secretary.get("/legal-documents/new")
    page = secretary.post("/legal-documents/", TYPED)

    assert page.request.path.startswith("/instances/")
    assert "Hạn pháp lý 01/03/2027, hạn mục tiêu 26/02/2027" in page.text
    assert cases(office) == ["P06-2026-0001"]


def test_a_document_may_be_registered_without_an_update(office: Office, secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    page = secretary.post(
        "/legal-documents/", {key: text for key, text in TYPED.items() if key != "start_updates"}
    )

    assert "Đã ghi 301/2026/NĐ-CP vào sổ." in page.text
    assert "Khởi tạo cập nhật" in page.text
    assert cases(office) == []


def test_the_deadline_is_shown_before_anything_is_saved(office: Office, secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    page = secretary.post("/legal-documents/", TYPED | {"preview": "1"})

    assert page.status_code == 200
    assert "01/03/2027" in page.text
    assert "28/02/2027 là Chủ nhật" in page.text
    assert document(office, "301/2026/NĐ-CP") is None


def test_what_is_wrong_stands_at_its_field_and_everything_typed_is_kept(
    office: Office, secretary: Browser
) -> None:
    secretary.get("/legal-documents/new")
    wrong = TYPED | {"ngay_ky": "31/11/2026", "so_ky_hieu": "", "tep": (io.BytesIO(PDF), "nghị định.pdf")}
    page = secretary.post(
        "/legal-documents/", {key: each for key, each in wrong.items() if key != "start_updates"}
    )

    assert page.status_code == 422
    assert "Lịch không có ngày 31/11/2026" in page.text
    assert 'href="#field-so_ky_hieu"' in page.text
    assert "Quy định về cấp phép xây dựng" in page.text
    assert "nghị định.pdf" in page.text
    assert (
        'id="start_updates" name="start_updates" value="true" aria-describedby="start_updates-hint">'
        in page.text
    )
    with office.system.store.reading() as session:
        file = session.scalars(select(StoredFile.id)).one()

    secretary.post("/legal-documents/", TYPED | {"tep__attached": str(file)})
    registered = document(office, "301/2026/NĐ-CP")
    assert registered is not None
    assert registered.file_id == file


def test_an_effect_before_the_signature_is_refused_at_its_field(secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    page = secretary.post("/legal-documents/", TYPED | {"ngay_hieu_luc": "01/10/2026"})

    assert page.status_code == 422
    assert "Ngày có hiệu lực không được trước ngày ký." in page.text


def test_somebody_elses_file_or_one_that_is_used_is_not_taken(office: Office, secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    forged = secretary.post("/legal-documents/", TYPED | {"tep__attached": str(uuid4())})
    assert forged.status_code == 422

    secretary.get("/legal-documents/new")
    secretary.post("/legal-documents/", TYPED | {"tep": (io.BytesIO(PDF), "a.pdf")})
    first = document(office, TYPED["so_ky_hieu"])
    assert first is not None
    secretary.get("/legal-documents/new")
    again = secretary.post(
        "/legal-documents/", TYPED | {"so_ky_hieu": "302/2026/NĐ-CP", "tep__attached": str(first.file_id)}
    )
    assert again.status_code == 422
    assert document(office, "302/2026/NĐ-CP") is None


def test_a_number_that_is_registered_leads_to_its_line(office: Office, secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    page = secretary.post("/legal-documents/", TYPED | {"so_ky_hieu": "217/2026/nđ-cp"})

    assert page.status_code == 409
    assert "đã có trong sổ" in page.text
    known = document(office, "217/2026/NĐ-CP")
    assert known is not None
    assert f'href="/legal-documents/{known.id}"' in page.text
    assert cases(office) == []


def test_a_line_shows_everything_and_leads_to_the_documents_around_it(
    office: Office, secretary: Browser
) -> None:
    old, new = document(office, "175/2024/NĐ-CP"), document(office, "217/2026/NĐ-CP")
    assert old is not None
    assert new is not None
    page = secretary.get(f"/legal-documents/{new.id}").text
    assert f'href="/legal-documents/{old.id}"' in page
    assert "19/06/2026" in page
    assert "Hạn pháp lý đã qua" in page

    assert f'href="/legal-documents/{new.id}"' in secretary.get(f"/legal-documents/{old.id}").text


def test_an_update_starts_from_the_line_and_only_once(office: Office, secretary: Browser) -> None:
    line = document(office, "03/2026/QH16")
    assert line is not None
    secretary.get(f"/legal-documents/{line.id}")
    started = secretary.post(f"/legal-documents/{line.id}/update-case")
    assert "Đã khởi tạo hồ sơ P06-2026-0001" in started.text

    again = secretary.post(f"/legal-documents/{line.id}/update-case")
    assert "đang được cập nhật trong hồ sơ P06-2026-0001" in again.text
    assert again.request.path == f"/legal-documents/{line.id}"
    assert cases(office) == ["P06-2026-0001"]


def test_without_an_effective_date_no_update_starts(office: Office, secretary: Browser) -> None:
    line = document(office, "116/2015/TT-BTC")
    assert line is not None
    page = secretary.get(f"/legal-documents/{line.id}")
    assert "update-case" not in page.text
    assert "chưa có ngày có hiệu lực" in secretary.post(f"/legal-documents/{line.id}/update-case").text
    assert cases(office) == []


def test_officers_read_the_register_and_may_not_write(office: Office) -> None:
    officer = browser(office, "camtien")
    page = officer.get("/legal-documents/").text
    assert "217/2026/NĐ-CP" in page
    assert "Đăng ký văn bản" not in page

    line = document(office, "03/2026/QH16")
    assert line is not None
    assert "update-case" not in officer.get(f"/legal-documents/{line.id}").text
    refused = [
        officer.get("/legal-documents/new"),
        officer.post("/legal-documents/", TYPED),
        officer.post(f"/legal-documents/{line.id}/update-case"),
        officer.get("/legal-documents/import"),
        officer.get(f"/legal-documents/import/{uuid4()}"),
    ]
    assert [answer.status_code for answer in refused] == [403] * 5
    assert [each["refusal"] for each in refusals(office)] == ["NotAuthorised"] * 5
    assert document(office, TYPED["so_ky_hieu"]) is None


def test_an_officer_is_not_led_to_cases_that_would_be_refused(office: Office) -> None:
    case = office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    page = browser(office, "camtien").get("/legal-documents/", query_string={"q": "9/2026"}).text

    assert "P06-2026-0001" in page
    assert f"/instances/{case}" not in page


def test_another_agency_sees_nothing_of_the_register(office: Office) -> None:
    other = browser(office, "socv")
    line = document(office, "217/2026/NĐ-CP")
    assert line is not None

    assert "Sổ chưa có văn bản nào" in other.get("/legal-documents/").text
    answer = other.get(f"/legal-documents/{line.id}")
    assert answer.status_code == 404
    assert "217/2026" not in answer.text
    (noted,) = refusals(office)
    assert (noted["refusal"], noted["path"]) == ("LegalDocumentNotFound", f"/legal-documents/{line.id}")
    exported = load_workbook(io.BytesIO(other.get("/legal-documents/register.xlsx").data))
    assert exported.worksheets[0].max_row == 1


def test_the_export_holds_days_and_reads_back_through_the_import(office: Office, secretary: Browser) -> None:
    answer = secretary.get("/legal-documents/register.xlsx", query_string={"q": "217/2026"})

    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    assert "attachment" in answer.headers["Content-Disposition"]
    assert sheet.max_row == 2
    day = sheet.cell(2, 5)
    assert day.value == datetime(2026, 7, 1)  # noqa: DTZ001 - a spreadsheet knows no time zone
    assert day.number_format == "dd/mm/yyyy"
    found = check_import("so.xlsx", answer.data, {})
    (row,) = found.good
    assert row.entry.replaces == "175/2024/NĐ-CP"


def test_nothing_in_the_export_can_be_calculated(office: Office, secretary: Browser) -> None:
    secretary.get("/legal-documents/new")
    secretary.post(
        "/legal-documents/",
        TYPED
        | {"trich_yeu": '=HYPERLINK("http://x.example")', "co_quan_ban_hanh": "@SUM(A1)", "linh_vuc": "-1+1"},
    )
    answer = secretary.get("/legal-documents/register.xlsx", query_string={"q": "301/2026"})

    cells = load_workbook(io.BytesIO(answer.data)).worksheets[0][2]
    assert [cell.data_type for cell in cells if cell.data_type == "f"] == []
    texts = [str(cell.value) for cell in cells if cell.value is not None]
    assert [text for text in texts if text.startswith(("=", "+", "-", "@"))] == []
    assert "'@SUM(A1)" in texts


def test_the_pages_read_in_english(secretary: Browser) -> None:
    page = secretary.get("/legal-documents/?lang=en").text

    assert "Legal documents" in page
    assert "Not started" in page


def test_unknown_lines_are_not_found(secretary: Browser) -> None:
    assert secretary.get(f"/legal-documents/{UUID(int=1)}").status_code == 404
