"""Simplification on its pages: the slip keeps what was typed; the share; the spreadsheet."""

from __future__ import annotations

from http import HTTPStatus

from tests.office import Office
from tests.qms.simplification.simplification_case import FOLDER, PROCEDURE, cases
from tests.web_browser import Browser
from web.app import create_app


def test_an_officer_proposes_from_the_page_and_the_register_shows_what_is_missing(office: Office) -> None:
    office.deploy(FOLDER)
    page = Browser(create_app(office.system))
    page.sign_in("giabao")
    typed = {
        "procedure": str(PROCEDURE),
        "kinds": "thoi_gian",
        "current": "10 ngày làm việc",
        "proposed": "06 ngày làm việc",
        "reason": "Ngắn",
        "competence": "co_quan",
    }
    refused = page.post("/don-gian-hoa/de-xuat", typed)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ghi từ 10 đến 4000 ký tự." in refused.text
    assert "06 ngày làm việc" in refused.text
    assert cases(office) == []
    page.post("/don-gian-hoa/de-xuat", {**typed, "reason": "Bước lấy ý kiến làm trùng."})
    office.work()
    shown = page.get("/don-gian-hoa/").text
    assert "Còn thiếu 1 thủ tục" in shown
    assert "DGH-2026-001" in shown
    detail = page.get(f"/don-gian-hoa/{cases(office)[0].row().id}").text
    assert "Bước lấy ý kiến làm trùng." in detail
    assert page.get("/don-gian-hoa/don-gian-hoa.xlsx").status_code == HTTPStatus.OK
