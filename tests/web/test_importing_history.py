"""Audits, reviews, publications of earlier years: handed in, looked at, loaded, and said to be imported."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import load_workbook
from werkzeug.test import TestResponse

from qms.audits.list_columns import COLUMNS as AUDITS
from qms.lists.columns import ListColumn
from qms.publications.list_columns import COLUMNS as PUBLICATIONS
from qms.reviews.list_columns import COLUMNS as REVIEWS
from tests.office import Office
from tests.qms.lists.spreadsheets import workbook
from tests.web_browser import Browser
from web.app import create_app

AUDIT = {
    "don_vi": "P-KT",
    "ngay": date(2025, 11, 12),
    "loai": "Lưu ý",
    "dieu_khoan": "7.5.3",
    "bang_chung": "Sổ theo dõi chưa ký",
}
REVIEW = {"ngay": date(2025, 12, 18), "chu_tri": "Lâm Hữu Trường"}
PUBLICATION = {
    "lan": 1,
    "so": "07/QĐ-VP",
    "ngay_qd": date(2025, 10, 20),
    "ngay_cb": date(2025, 10, 30),
    "niem_yet": date(2025, 10, 21),
    "trang": "https://vanphong.tayninh.gov.vn/cong-bo-iso",
    "gui": date(2025, 10, 22),
    "nhan": date(2025, 10, 28),
    "bien_nhan": "BN-118",
    "ma": "1.013225",
}


def hand_in(
    secretary: Browser, room: str, columns: Sequence[ListColumn], *rows: Mapping[str, object]
) -> TestResponse:
    secretary.get(f"{room}/nhap")
    upload = (io.BytesIO(workbook(columns, *rows)), "sổ năm 2025.xlsx")
    return secretary.post(f"{room}/nhap", {"file": upload})


def load(secretary: Browser, room: str, preview: TestResponse) -> TestResponse:
    file = preview.request.path.rpartition("/")[2]
    assert secretary.post(f"{room}/nhap/xac-nhan", {"file": file}).status_code == 422
    return secretary.post(f"{room}/nhap/xac-nhan", {"file": file, "consent": "true"})


def test_earlier_years_are_taken_over_and_say_where_they_came_from(office: Office) -> None:
    app = create_app(office.system)
    secretary = Browser(app).sign_in("thuky")
    lists = (
        ("/audits", AUDITS, AUDIT, "ĐG.2025.1.P-KT"),
        ("/xem-xet", REVIEWS, REVIEW, "Năm 2025, lần 1"),
        ("/publications", PUBLICATIONS, PUBLICATION, "Lần 1"),
    )
    for room, columns, row, named in lists:
        preview = hand_in(secretary, room, columns, row)
        assert preview.status_code == 200
        listed = load(secretary, room, preview)
        assert named in listed.text
        (detail,) = set(links(listed.text, room))
        page = secretary.get(detail).text
        assert "Nhập từ danh sách sổ năm 2025.xlsx" in page
        assert "đã có trong sổ" in hand_in(secretary, room, columns, row).text
    assert "07/QĐ-VP" in secretary.get("/van-ban-di/").text
    assert "BN-118" in secretary.get("/gui-nhan/").text
    english = secretary.get("/audits/nhap?lang=en").text
    assert "Each row is a finding" in english
    officer = Browser(app).sign_in("camtien")
    assert {officer.get(f"{room}/nhap").status_code for room, *_ in lists} == {403}


def links(page: str, room: str) -> list[str]:
    """The addresses of the register's records on its page."""
    return re.findall(rf'href="({room}/[0-9a-f-]{{36}})"', page)


def test_templates_explain_every_column_with_an_example(office: Office) -> None:
    secretary = Browser(create_app(office.system)).sign_in("thuky")
    for room, columns in (("/audits", AUDITS), ("/xem-xet", REVIEWS), ("/publications", PUBLICATIONS)):
        book = load_workbook(io.BytesIO(secretary.get(f"{room}/nhap/mau.xlsx").data))
        first, explained = book.worksheets
        headings = [column.heading for column in columns]
        assert [cell.value for cell in first[1]] == headings
        rows = list(explained.iter_rows(min_row=2, values_only=True))
        assert [row[0] for row in rows] == headings
        assert all(row[2] and row[3] for row in rows)
