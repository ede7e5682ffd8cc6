"""The page “Soạn quy trình từ bảng”: the real table of Hà Tĩnh is handed in, asked about and drawn."""

from __future__ import annotations

import html
import io
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask

from tests.engine.cases import bundle, publish
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

TABLE = Path(__file__).parents[1] / "qms" / "procedure_tables" / "ha_tinh_2904_qd_ubnd_2025.csv"
ANSWERS = {
    "answer-name": "Cấp giấy chứng nhận lưu hành tự do",
    "answer-role-lanh-dao-phong-qlbcxb": "LD_PHONG",
    "answer-role-chuyen-vien-duoc-giao-xu-ly-ho-so": "CHUYEN_VIEN",
}


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def handed_in(browser: Browser, name: str, content: bytes) -> str:
    browser.get("/procedure-tables/")
    sent = {"file": (BytesIO(content), name)}
    return browser.post("/procedure-tables/", sent, content_type="multipart/form-data").text


def fields(page: str) -> dict[str, str]:
    """What the form would send: its inputs, texts and chosen options."""
    found = dict(re.findall(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', page))
    found = {name: value for name, value in found.items() if not name.endswith("-drop")}
    found |= dict(re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL))
    for name, options in re.findall(r'<select[^>]*?name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return {name: html.unescape(value) for name, value in found.items() if not name.startswith("csrf")}


def test_the_real_table_is_asked_about_and_becomes_a_draft(app: Flask) -> None:
    browser = Browser(app).sign_in("thuky")
    page = handed_in(browser, "ha_tinh.csv", TABLE.read_bytes())
    assert "“Chuyên viên được giao xử lý hồ sơ” là vai trò nào?" in page
    assert "“Cán bộ TN&amp;TKQ” là vai trò nào?" not in page, "the reception desk is in the catalogue"
    assert "Tổng 3 = 3 ngày" in page
    form = fields(page)

    refused = browser.post("/procedure-tables/understanding", {**form, "wish": "draft"})
    assert refused.status_code == 422
    assert fields(refused.text)["row-3-work"] == form["row-3-work"]

    longer = browser.post("/procedure-tables/understanding", {**form, **ANSWERS, "row-3-time": "1 ngày"})
    assert "tổng 3,5 &gt; 3 ngày" in longer.text

    archive = browser.post("/procedure-tables/understanding", {**form, **ANSWERS, "wish": "bundle"})
    with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
        assert "model.bpmn" in packed.namelist()

    drawn = browser.post("/procedure-tables/understanding", {**form, **ANSWERS, "wish": "draft"})
    assert drawn.request.path.startswith("/designer/drafts/")
    draft = drawn.request.path.rsplit("/", 1)[-1]
    for ending, begins in (("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
        assert browser.get(f"/procedure-tables/drafts/{draft}/table.{ending}").data.startswith(begins)


def test_a_published_version_is_told_to_those_it_is_for(app: Flask, office: Office) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {}, key="QMS_P99_THU"))
    browser = Browser(app).sign_in("thuky")
    assert browser.get("/procedure-tables/versions/QMS_P99_THU/1/table.docx").data.startswith(b"PK")
    assert browser.get("/procedure-tables/versions/QMS_P99_THU/2/table.docx").status_code == 404
    assert browser.get("/procedure-tables/versions/QMS_P99_THU/1/table.exe").status_code == 404


def test_a_paste_that_is_no_table_is_refused_and_stays_in_its_box(app: Flask) -> None:
    browser = Browser(app).sign_in("thuky")
    browser.get("/procedure-tables/")
    answer = browser.post("/procedure-tables/", {"pasted": "chỉ là <b>chữ</b>"})
    assert answer.status_code == 422
    assert "Không thấy bảng quy trình" in answer.text
    assert "chỉ là &lt;b&gt;chữ&lt;/b&gt;" in answer.text


def test_who_draws_no_models_does_not_read_tables(app: Flask) -> None:
    assert Browser(app).sign_in("giabao").get("/procedure-tables/").status_code == 403
