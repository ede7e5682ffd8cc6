"""The page that compares two versions or drafts: in sentences, in colours, as a workbook."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from tests.engine.cases import bundle, publish, role
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

ONE = "s:start\n a:user\n b:user\n e:end\n s > a > b > e"
KEY = "QMS_P99_THU"


def model(days: int) -> dict[str, str]:
    return {"a": role("PHAP_CHE", f'<gov:deadline workingDays="{days}"/>'), "b": role("LD_CQ")}


@pytest.fixture
def app(office: Office) -> Flask:
    publish(office, bundle(ONE, model(3)))
    publish(office, bundle(ONE, model(2)))
    return create_app(office.system)


def references(page: str) -> dict[str, str]:
    """What the page offers: label -> reference."""
    return {label: own for own, label in re.findall(r'<option value="(v-[^"]+)"[^>]*>([^<]+)<', page)}


def test_two_versions_are_compared_in_sentences_colours_and_a_workbook(app: Flask) -> None:
    browser = Browser(app).sign_in("thuky")
    offered = references(browser.get("/designer/comparisons").text)
    new, old = (own for label, own in offered.items() if "P06" not in label and "Cập nhật" not in label)
    page = browser.get(f"/designer/comparisons?old={old}&new={new}").text
    assert "3 → 2 ngày làm việc" in page
    assert 'id="element-a"' in page
    assert "&#34;a&#34;: &#34;changed&#34;" in page
    english = browser.get(f"/designer/comparisons?old={old}&new={new}&lang=en").text
    assert "3 → 2 working days" in english
    assert "Thay đổi" not in english
    drawing = browser.get(f"/designer/comparisons/drawing?of={new}")
    assert b'workingDays="2"' in drawing.data
    assert "sandbox" in drawing.headers["Content-Security-Policy"]
    workbook = load_workbook(BytesIO(browser.get(f"/designer/comparisons.xlsx?old={old}&new={new}").data))
    cells = [str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row]
    assert "3 working days" in cells
    same = browser.get(f"/designer/comparisons?old={old}&new={old}&lang=vi").text
    assert "giống hệt nhau" in same


def test_what_is_not_there_or_not_the_readers_is_refused_with_a_sentence(app: Flask, office: Office) -> None:
    browser = Browser(app).sign_in("thuky")
    for asked in (
        "v-00000000-0000-0000-0000-000000000000",
        "d-x",
        "x",
        "d-00000000-0000-0000-0000-000000000000",
    ):
        answer = browser.get(f"/designer/comparisons?old={asked}&new={asked}")
        assert answer.status_code == 404, asked
        assert "Chưa so sánh được" in answer.text
