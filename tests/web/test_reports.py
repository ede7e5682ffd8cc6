"""The pages of reports and of the reporting calendar."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import load_workbook
from sqlalchemy import select

from qms.reports.importing import COLUMNS
from qms.reports.tables import ReportingCalendarLine, YearReport
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook
from tests.qms.reports.report_case import begin, moment
from tests.web_browser import Browser
from web.app import create_app

EARLIER = {
    "loai": "Báo cáo tiến độ",
    "nam": 2025,
    "han": date(2025, 11, 9),
    "gui": date(2025, 11, 10),
    "nhan": date(2025, 11, 12),
    "tinh_hinh": "Đã ban hành kế hoạch năm 2025.",
}
CHANGE = {
    "kind": "BC_TIEN_DO",
    "addressee": "Sở Khoa học và Công nghệ",
    "what": "phai_gui",
    "day": "5",
    "month": "11",
    "exclusive": "1",
    "year_from": "2027",
    "basis": "Công văn số 12/SKHCN-TĐC",
    "reason": "Sở đổi hạn.",
    "scope": "agency",
}


def test_the_register_shows_what_is_owed_and_not_begun_and_how_late(office: Office) -> None:
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    page = secretary.get("/bao-cao/").text
    assert "Báo cáo tiến độ, kết quả thực hiện năm 2026" in page
    assert "Chưa lập" in page
    assert "trễ 14 ngày" in page  # 09/11 to 23/11
    file = "Hồ sơ duy trì và cải tiến thường xuyên HTQLCL năm 2026"
    assert file in page
    assert file not in secretary.get("/bao-cao/?q=tien+do").text
    assert "Không có báo cáo nào khớp" in secretary.get("/bao-cao/?loai=BC_6T").text


def test_a_report_under_way_has_a_page_and_a_row_in_the_spreadsheet(office: Office) -> None:
    case = begin(office)
    case.choose("BC_NAM")
    case.contribute("truongkt")
    case.silence(moment("2026-12-18T08:00"))
    case.edit()
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    page = secretary.get(f"/bao-cao/{case.report().id}").text
    for shown in ("Đang trình ký", "im lặng", "Đã xong 12 việc.", "Đề nghị khen thưởng", "chưa có dữ liệu"):
        assert shown in page
    answer = secretary.get("/bao-cao/so-bao-cao.xlsx?nam=2026")
    sheet = load_workbook(io.BytesIO(answer.data)).active
    assert sheet is not None
    names = [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert names.count("Báo cáo năm năm 2026") == 1
    assert ">None<" not in page


def test_reports_of_earlier_years_are_taken_over_with_their_lateness(office: Office) -> None:
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    secretary.get("/bao-cao/nhap")
    wrong = {**EARLIER, "nam": 2024, "nhan": date(2024, 1, 1)}
    upload = (io.BytesIO(workbook(COLUMNS, EARLIER, wrong, EARLIER)), "sổ báo cáo.xlsx")
    preview = secretary.post("/bao-cao/nhap", {"file": upload})
    assert "Trước ngày gửi." in preview.text
    assert "Trùng với dòng" in preview.text
    file = preview.request.path.rpartition("/")[2]
    loaded = secretary.post("/bao-cao/nhap/xac-nhan", {"file": file, "consent": "true"})
    assert "Đã ghi 1 báo cáo." in loaded.text
    page = secretary.get("/bao-cao/?nam=2025").text
    assert "trễ 1 ngày" in page
    with office.system.store.reading() as session:
        (row,) = session.scalars(select(YearReport))
    assert "Nhập từ danh sách" in secretary.get(f"/bao-cao/{row.id}").text
    assert row.instance_id is None


def test_what_an_earlier_report_said_begins_the_next_one(office: Office) -> None:
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    secretary.get("/bao-cao/nhap")
    upload = (io.BytesIO(workbook(COLUMNS, EARLIER)), "sổ báo cáo.xlsx")
    file = secretary.post("/bao-cao/nhap", {"file": upload}).request.path.rpartition("/")[2]
    secretary.post("/bao-cao/nhap/xac-nhan", {"file": file, "consent": "true"})
    case = begin(office)
    case.choose()
    case.silence(moment("2026-11-30T08:00"))
    (task,) = [one for one in office.tasks(case.id) if one.element_id == "BienTap"]
    office.claim("thuky", task.id)
    later = Browser(create_app(office.system)).sign_in("thuky")  # a session of a week ago is over
    page = later.get(f"/tasks/{task.id}").text
    assert page.count("Đã ban hành kế hoạch năm 2025.") == 2  # as it was, and as the text to begin with


def test_a_change_of_the_calendar_is_looked_at_agreed_to_and_kept_beside_the_old(office: Office) -> None:
    keeper = Browser(create_app(office.system)).sign_in("quantri")
    assert "trước ngày 10/11" in keeper.get("/lich-bao-cao/").text
    keeper.get("/lich-bao-cao/thay-doi?loai=BC_TIEN_DO&noi_nhan=Sở+Khoa+học+và+Công+nghệ")
    refused = keeper.post("/lich-bao-cao/xem-truoc", {**CHANGE, "day": "32", "reason": ""})
    assert refused.status_code == 422
    assert "Không có ngày này trong mọi năm." in refused.text
    assert 'value="Công văn số 12/SKHCN-TĐC"' in refused.text
    preview = keeper.post("/lich-bao-cao/xem-truoc", CHANGE)
    assert "09/11/2027" in preview.text
    assert "04/11/2027" in preview.text
    assert keeper.post("/lich-bao-cao/thay-doi", CHANGE).status_code == 422
    done = keeper.post("/lich-bao-cao/thay-doi", {**CHANGE, "previewed": "1", "dong_y": "1"})
    assert "04/11/2027" in done.text
    assert "09/11/2026" in keeper.get("/lich-bao-cao/?nam=2026").text
    with office.system.store.reading() as session:
        own = session.scalars(
            select(ReportingCalendarLine).where(ReportingCalendarLine.agency_id.is_not(None))
        ).all()
    assert len(own) == 1


def test_only_administrators_change_the_calendar(office: Office) -> None:
    officer = Browser(create_app(office.system)).sign_in("giabao")
    assert officer.get("/lich-bao-cao/").status_code == 200
    assert officer.get("/lich-bao-cao/thay-doi").status_code == 403
