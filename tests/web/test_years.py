"""The pages of a year: what it owes, a proposal that it does not apply, the calendar, the spreadsheet."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import load_workbook

from qms.years.entering import ItemState
from tests.office import Office
from tests.qms.years.year_case import YEAR, audited_and_reviewed, on, opened
from tests.web_browser import Browser
from web.app import create_app


def browser(office: Office, username: str) -> Browser:
    return Browser(create_app(office.system)).sign_in(username)


def test_the_year_shows_what_it_owes_and_what_is_missing(office: Office) -> None:
    case = opened(office, "P01")
    audited_and_reviewed(office, units=1)
    secretary = browser(office, "thuky")
    assert f'href="/nam-htqlcl/{YEAR}"' in secretary.get("/nam-htqlcl/").text
    page = secretary.get(f"/nam-htqlcl/{YEAR}").text
    assert f"Đánh giá nội bộ {YEAR}" in page
    assert "kế hoạch năm chưa ban hành" in page
    assert "chưa đánh giá" in page
    assert f'href="/instances/{case.item("P01").instance_id}"' in page
    english = secretary.get(f"/nam-htqlcl/{YEAR}?lang=en").text
    assert "the plan of the year is not issued" in english
    assert "Is the year complete" in english
    found = secretary.get(f"/nam-htqlcl/{YEAR}?lang=vi&q=danh+gia+noi+bo").text
    assert f"Đánh giá nội bộ {YEAR}" in found
    assert f"Kế hoạch ISO năm {YEAR}" not in found
    assert secretary.get(f"/nam-htqlcl/{YEAR + 5}").status_code == 404


def test_a_waiver_without_a_reason_comes_back_with_what_was_typed_and_a_good_one_reaches_the_head(
    office: Office,
) -> None:
    case = opened(office)
    item = case.item("P15")
    secretary, officer = browser(office, "thuky"), browser(office, "camtien")
    address = f"/nam-htqlcl/viec/{item.id}"
    assert "Trình duyệt" not in officer.get(address).text
    assert officer.post(f"{address}/de-nghi-mien", {"reason": "Không cần làm năm nay."}).status_code == 403
    secretary.get(address)
    refused = secretary.post(f"{address}/de-nghi-mien", {"reason": "ngắn"})
    assert refused.status_code == 422
    assert ">ngắn</textarea>" in refused.text
    assert "ít nhất 10 chữ cái" in refused.text
    told = secretary.post(f"{address}/de-nghi-mien", {"reason": "Sở bảo đảm kinh phí."}).text
    assert "Đã trình Lãnh đạo cơ quan duyệt." in told
    assert "Đang đề nghị không áp dụng" in told
    office.work()
    case.do("chanhvp", "DuyetMien", {"quyet_dinh_mien": "duyet"})
    assert case.item("P15").state == ItemState.WAIVED
    assert "Sở bảo đảm kinh phí." in officer.get(address).text


def test_the_calendar_shows_each_month_and_warns_of_an_audit_too_late(office: Office) -> None:
    opened(office)
    audited_and_reviewed(office, units=1)
    secretary = browser(office, "thuky")
    whole = secretary.get(f"/nam-htqlcl/{YEAR}/lich").text
    assert f"Kế hoạch ISO năm {YEAR}" in whole
    assert "Họp xem xét của lãnh đạo lần 1" in whole
    january = secretary.get(f"/nam-htqlcl/{YEAR}/lich?thang=1").text
    assert 'aria-current="date"' in january
    assert "Họp xem xét" not in january
    assert secretary.get(f"/nam-htqlcl/{YEAR}/lich?thang=13").status_code == 404
    assert secretary.get("/nam-htqlcl/1900/lich").status_code == 404


def test_the_spreadsheet_has_a_line_for_each_item_and_earlier_years_have_their_imports(
    office: Office,
) -> None:
    case = opened(office)
    secretary = browser(office, "thuky")
    book = load_workbook(io.BytesIO(secretary.get(f"/nam-htqlcl/{YEAR}/viec.xlsx").data))
    rows = list(book.active.iter_rows(values_only=True)) if book.active else []
    assert [row for row in rows if row[0] == "P07"]
    assert len([row for row in rows if str(row[0]).startswith("P")]) == len(case.items())
    page = secretary.get("/nam-htqlcl/nhap-nam-truoc").text
    assert "/xem-xet/" in page
    assert office.now == on(date(YEAR, 1, 4))
