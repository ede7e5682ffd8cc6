"""Pages of issued documents, their numbers, what was sent and what is read."""

from __future__ import annotations

import io
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from werkzeug.test import TestResponse

from qms.catalogue.shipped import shared_models
from qms.outgoing.tables import OutgoingDocument
from tests.office import Office
from tests.qms.outgoing.issuing import Issuing, begin
from tests.qms.outgoing.test_calling import confirm, issued_and_sent, published
from tests.qms.outgoing.test_taking_over import taken_over
from tests.web_browser import Browser
from web.app import create_app

caller = published  # the fixture that stands in the chain of the shared processes


@pytest.fixture(name="issued")
def one_issued(office: Office) -> Issuing:
    one = begin(office)
    one.until_signature()
    one.signed()
    one.sealed()
    return one


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def cells(content: bytes) -> str:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_an_issued_document_is_found_without_marks_and_read_by_the_whole_office(
    office: Office, issued: Issuing
) -> None:
    officer = browser(office, "minhdat")
    assert "01/KH-VP" in officer.get("/van-ban-di/?q=cai+tien+he+thong").text
    assert "01/KH-VP" in officer.get("/van-ban-di/?loai=KH&trang_thai=issued&nam=2026").text
    assert "Không có văn bản nào khớp" in officer.get("/van-ban-di/?loai=BC").text
    page = officer.get(f"/van-ban-di/{issued.document.id}").text
    assert issued.signatures[0].sha256 in page
    assert "Lâm Hữu Trường" in page
    assert f"/instances/{issued.case}" not in page  # has no part in the case
    assert officer.get(f"/files/{issued.document.file_id}").data.startswith(b"%PDF")
    assert "01/KH-VP" in cells(officer.get("/van-ban-di/van-ban-di.xlsx").data)
    assert "Issued documents" in officer.get("/van-ban-di/?lang=en").text
    assert browser(office, "socv").get(f"/van-ban-di/{issued.document.id}").status_code == 404


def test_a_draft_is_known_to_those_who_have_to_do_with_it(office: Office) -> None:
    draft = begin(office).document
    assert str(draft.id) in browser(office, "camtien").get("/van-ban-di/").text
    assert str(draft.id) in browser(office, "vanthu").get("/van-ban-di/").text
    outside = browser(office, "minhdat")
    assert str(draft.id) not in outside.get("/van-ban-di/").text
    assert outside.get(f"/van-ban-di/{draft.id}").status_code == 404


def test_the_head_alone_revokes_and_says_why(office: Office, issued: Issuing) -> None:
    address = f"/van-ban-di/{issued.document.id}/thu-hoi"
    assert browser(office, "thuky").post(address, {"reason": "Ban hành nhầm."}).status_code == 403
    head = browser(office, "chanhvp")
    assert "Thu hồi văn bản" in head.get(f"/van-ban-di/{issued.document.id}").text
    assert "ít nhất 5 ký tự" in head.post(address, {"reason": "x"}).text
    assert head.post(address, {"reason": "Ban hành nhầm."}).status_code == 200
    assert "Ban hành nhầm." in head.get(f"/van-ban-di/{issued.document.id}").text
    assert issued.document.state == "revoked"
    assert head.post(address, {"reason": "Lần nữa thôi."}).status_code == 409


def test_a_number_used_before_is_refused_at_its_field_and_nothing_typed_is_lost(
    office: Office, issued: Issuing
) -> None:
    clerk = browser(office, "vanthu")
    assert "Ghi số đã cấp trên giấy" in clerk.get("/van-ban-di/so").text
    typed = {"kind": "KH", "number": "1", "dated_on": "23/11/2026", "title": "Kế hoạch trên giấy"}
    refused = clerk.post("/van-ban-di/so", typed)
    assert refused.status_code == 409
    assert "01/KH-VP đã cấp cho" in refused.text
    assert 'value="Kế hoạch trên giấy"' in refused.text
    wrong = clerk.post("/van-ban-di/so", {"kind": "", "number": "a", "dated_on": "32/1/2026", "title": ""})
    assert wrong.text.count("q-field-wrong") == 4
    assert clerk.post("/van-ban-di/so", typed | {"number": "2"}).status_code == 200
    page = clerk.get("/van-ban-di/so?nam=2026").text
    assert "02/KH-VP" in page
    assert "Sổ giấy" in page
    assert "Kế hoạch trên giấy" in cells(clerk.get("/van-ban-di/so/so-van-ban.xlsx?nam=2026").data)


def test_the_department_confirms_on_its_page_and_sees_nothing_else(
    office: Office, caller: Issuing, tmp_path: Path
) -> None:
    dispatch = issued_and_sent(caller)
    secretary, department = browser(office, "thuky"), browser(office, "socv")
    assert "Chờ xác nhận" in secretary.get("/gui-nhan/").text
    assert "Trang này dành cho cơ quan nhận" in secretary.get("/gui-nhan/da-den").text
    assert secretary.post(f"/gui-nhan/da-den/{dispatch}").status_code == 403
    page = department.get("/gui-nhan/da-den").text
    assert "01/QĐ-VP" in page
    assert department.get(f"/gui-nhan/da-den/{dispatch}/tep").data.startswith(b"%PDF")
    assert secretary.get(f"/gui-nhan/da-den/{dispatch}/tep").status_code == 404
    assert department.post(f"/gui-nhan/da-den/{dispatch}", {"reference": "Số đến 9"}).status_code == 200
    office.work()
    assert "Số đến 9" in secretary.get("/gui-nhan/?cho=xong&san_pham=QD_CONG_BO").text
    assert "Số đến 9" in cells(secretary.get("/gui-nhan/gui-nhan.xlsx").data)
    assert "Không có lần gửi nào" in secretary.get("/gui-nhan/?cho=cho").text


def test_the_list_of_readings_says_who_has_not_read(office: Office, caller: Issuing) -> None:
    confirm(office, issued_and_sent(caller))
    caller.do("camtien", "Đọc và xác nhận đã hiểu", {"da_doc_hieu": "true"})
    secretary = browser(office, "thuky")
    page = secretary.get("/pho-bien/?q=kiem+soat&cho=cho").text
    assert "1/4" in page
    detail = secretary.get(
        f"/pho-bien/{caller.case}", query_string={"tai_lieu": "QT-05 – Kiểm soát tài liệu – lần ban hành 02"}
    ).text
    assert detail.index("Tăng Chí Hòa") < detail.index("Hồ Thị Cẩm Tiên")  # who has not, first
    assert "Hồ Thị Cẩm Tiên" in cells(secretary.get("/pho-bien/pho-bien.xlsx").data)
    assert browser(office, "minhdat").get(f"/pho-bien/{caller.case}?tai_lieu=QT-05").status_code == 404


def test_signing_is_started_from_the_catalogue_and_what_is_only_called_is_not(office: Office) -> None:
    for folder in shared_models().values():
        office.deploy(folder)
    secretary = browser(office, "thuky")
    page = secretary.get("/processes/").text
    assert "Soạn thảo, trình ký và phát hành văn bản" in page
    assert "Gửi Sở KH&amp;CN và nhận xác nhận" not in page
    assert secretary.post("/processes/CHUNG_GUI_SO/instances").status_code == 409
    assert secretary.post("/processes/CHUNG_TRINH_KY/instances").status_code == 200
    office.work()
    task = office.task("thuky", "Soạn thảo văn bản")
    form = {"loai_van_ban": "TB", "trich_yeu": "Thông báo lịch họp", "viec_soan": "trinh"}
    form |= {"doan_soan": "Họp lúc 8 giờ."}
    office.complete("thuky", task, form)
    names = {row.name for row in office.inbox("truongbcd")}
    assert "Kiểm tra nội dung" in names  # the secretariat has no head of unit


def test_the_clerk_takes_the_paper_register_over_and_what_was_sent_of_it(office: Office) -> None:
    clerk = browser(office, "vanthu")
    assert "/van-ban-di/nhap" in clerk.get("/van-ban-di/").text
    template = cells(clerk.get("/van-ban-di/nhap/mau.xlsx").data)
    assert "Trích yếu" in template
    register = (
        "Số,Loại,Ngày văn bản,Trích yếu,Người ký\n12/BC-VP,BC,05/03/2026,Báo cáo cải tiến,Nguyễn Văn Cũ\n"
    )
    preview = clerk.post("/van-ban-di/nhap", upload(register + "12,BC,05/03/2026,Hai lần,\n"))
    assert "Trùng với dòng 2 của tệp." in preview.text
    done = confirmed(clerk, preview)
    assert "Đã ghi 1 văn bản." in done.text
    assert "Nguyễn Văn Cũ" in done.text
    (document,) = documents(office)
    page = clerk.get(f"/van-ban-di/{document}").text
    assert "bản giấy lưu tại văn thư" in page
    assert "Ký trên bản giấy." in page
    sent = "Kết quả,Năm,Số ký hiệu,Cách gửi,Ngày gửi,Ngày nhận,Minh chứng\n"
    preview = clerk.post(
        "/gui-nhan/nhap",
        upload(sent + "Báo cáo năm,2026,12/BC-VP,Bản giấy,06/03/2026,07/03/2026,Số đến 415\n"),
    )
    done = confirmed(clerk, preview)
    assert "Đã ghi 1 lần gửi." in done.text
    assert "Số đến 415" in done.text
    assert "12/BC-VP" in done.text
    officer = browser(office, "minhdat")
    assert "/nhap" not in officer.get("/van-ban-di/").text
    assert officer.get("/gui-nhan/nhap").status_code == 403


def upload(text: str) -> dict[str, object]:
    return {"file": (io.BytesIO(text.encode()), "so-giay.csv")}


def confirmed(clerk: Browser, preview: TestResponse) -> TestResponse:
    room, _, file = preview.request.path.rpartition("/")
    return clerk.post(f"{room}/xac-nhan", {"file": file, "consent": "true"})


def documents(office: Office) -> list[UUID]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(OutgoingDocument.id)))


def test_a_document_of_the_paper_register_gets_its_scan_once_by_who_keeps_it(office: Office) -> None:
    taken_over(office, "7;;Kế hoạch;05/03/2026;Kế hoạch cải tiến;lâm hữu trường;Sở KH&CN; Lưu: VT")
    (document,) = documents(office)
    path, clerk, officer = f"/van-ban-di/{document}", browser(office, "vanthu"), browser(office, "minhdat")
    assert "Đính kèm bản chụp" not in officer.get(path).text
    assert officer.post(f"{path}/ban-chup", {"scan": (io.BytesIO(b"%PDF-1.7 x"), "a.pdf")}).status_code == 403
    wrong = clerk.post(f"{path}/ban-chup", {"scan": (io.BytesIO(b"PK no scan"), "ban-chup.pdf")})
    assert wrong.status_code == 422
    assert "tệp này không phải PDF" in wrong.text
    scan = b"%PDF-1.7 ban chup"
    page = clerk.post(f"{path}/ban-chup", {"scan": (io.BytesIO(scan), "07-KH-VP.pdf")}).text
    assert "07-KH-VP.pdf" in page
    assert "Đính kèm bản chụp" not in page
    with office.system.store.reading() as session:
        file = session.get_one(OutgoingDocument, document).file_id
    assert officer.get(f"/files/{file}").data == scan
    again = clerk.post(f"{path}/ban-chup", {"scan": (io.BytesIO(scan), "khac.pdf")})
    assert again.status_code == 409
