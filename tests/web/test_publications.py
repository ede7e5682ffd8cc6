"""The register of publications, the catalogue of procedures and its import, on their pages."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from openpyxl import load_workbook
from werkzeug.datastructures import FileStorage

from engine.domain.identifiers import derived_id
from tests.office import Office
from tests.qms.publications.publishing import NEW, P10, enter, published
from tests.web_browser import Browser
from web.app import create_app

BUILDING = derived_id("procedure", "VP-UBND-TN", "1.013225")


@pytest.fixture
def secretary(office: Office) -> Browser:
    return Browser(create_app(office.system)).sign_in("thuky")


def hand_in(browser: Browser, *rows: str) -> tuple[str, str]:
    """Upload a list; its file and the page of its check."""
    content = "\n".join(["Mã;Tên thủ tục;Cấp thực hiện;Đơn vị", *rows]).encode()
    file = FileStorage(io.BytesIO(content), filename="danh-muc.csv")
    answer = browser.post("/procedures/import", {"file": file})
    assert answer.status_code == 200, answer.text
    return answer.request.path.rpartition("/")[2], answer.text


def test_the_register_shows_what_is_in_force_and_two_publications_are_compared(
    secretary: Browser, office: Office
) -> None:
    assert "Chưa có lần công bố nào" in secretary.get("/publications/").text
    first = published(office)
    page = secretary.get("/publications/").text
    assert "Phạm vi: 10 thủ tục, quy trình." in page
    assert "12/QĐ-VP" in page
    detail = secretary.get(f"/publications/{first}").text
    assert "Đang có hiệu lực" in detail
    assert "Số đến 12" in detail
    assert f'href="/procedures/{BUILDING}"' in detail
    assert secretary.get(f"/publications/{UUID(int=1)}").status_code == 404
    book = load_workbook(io.BytesIO(secretary.get("/publications/publications.xlsx").data))
    assert [sheet.max_row for sheet in book] == [2, 11]


def test_a_procedure_tells_the_publications_that_name_it(secretary: Browser, office: Office) -> None:
    published(office)
    page = secretary.get(f"/procedures/{BUILDING}").text
    assert "Còn hiệu lực" in page
    assert "Lần 1" in page
    assert "Không có hồ sơ nào chạy" in page
    assert secretary.get(f"/procedures/{UUID(int=1)}").status_code == 404


def test_the_catalogue_is_filtered_by_unit_level_and_validity(secretary: Browser, office: Office) -> None:
    enter(office, NEW)
    everything = secretary.get("/procedures/").text
    assert "1.014000" in everything
    assert "1.001193" in everything
    province = secretary.get("/procedures/?level=tinh").text
    assert "1.014000" in province
    assert "1.001193" not in province
    assert "Không có thủ tục nào khớp với bộ lọc" in secretary.get("/procedures/?validity=over").text


def test_a_list_is_checked_shown_and_entered_on_consent(secretary: Browser, office: Office) -> None:
    office.deploy(P10)
    file, page = hand_in(
        secretary,
        "1.014000;Cấp lại giấy phép xây dựng;Cấp tỉnh;P-KT",
        "1.013225;Cấp giấy phép xây dựng mới;;",
        "1.999999;Thủ tục của phòng lạ;Cấp tỉnh;P-XX",
    )
    assert "hệ thống mở việc công bố lại (P10)" in page
    assert "Không có đơn vị này trong cơ quan" in page
    assert "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ → Cấp giấy phép xây dựng mới" in page
    refused = secretary.post("/procedures/import/confirmation", {"file": file})
    assert refused.status_code == 422
    assert "Đánh dấu ô đồng ý" in refused.text
    done = secretary.post("/procedures/import/confirmation", {"file": file, "consent": "true"})
    assert "1 thủ tục mới, 1 thay đổi" in done.text
    assert "1.999999" not in secretary.get("/procedures/").text
    office.work()
    assert "P10-2026" in secretary.get("/publications/").text


def test_a_whole_list_takes_out_what_it_does_not_name(secretary: Browser, office: Office) -> None:
    file, _page = hand_in(secretary, "1.013225;;;")
    answers = {"file": file, "consent": "true", "whole": "true"}
    assert secretary.post("/procedures/import/confirmation", answers).status_code == 200
    assert secretary.get("/procedures/?validity=over").text.count('<tr id="procedure-') == 9
    assert secretary.get("/procedures/?validity=in_force").text.count('<tr id="procedure-') == 1


def test_only_who_keeps_the_register_imports(office: Office) -> None:
    officer = Browser(create_app(office.system)).sign_in("camtien")
    assert officer.get("/procedures/import").status_code == 403
    assert "Nhập danh mục" not in officer.get("/procedures/").text
