"""A decision table in a real browser: made by keyboard, told of its gap, cured, tried, saved by itself."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.domain.bundle import MODEL_FILE
from engine.domain.variable_types import VariableType
from qms.demo_office.loading import DEMO_PASSWORD
from qms.designer.acting import Drawing
from qms.designer.drafts import CreateDraft, create_draft
from qms.designer.empty_drawing import empty_drawing
from qms.designer.empty_table import NewColumn, empty_table
from qms.designer.queries import draft_file
from qms.organisation.roles import Role
from tests.browser.serving import served
from tests.office import Office
from web.app import create_app

SECRETARY = "thuky"
TABLE = "decisions/muc_phi.dmn"
READY = "#decision-table[data-q-ready=yes]"
_ENGLISH = re.compile(
    r"\b(?:add|move|edit|remove|copy|cut|paste|input|output|rule|table|type|value|select|expression|menu)s?\b",
    re.IGNORECASE,
)
PICTURES = os.environ.get("QUYTRINH_PICTURES")


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The pages of the office."""
    with served(create_app(office.system)) as found:
        yield found


def _begun(office: Office) -> str:
    so = NewColumn(name="so_ngay", label="Số ngày", type=VariableType.NUMBER)
    muc = NewColumn(name="muc", label="Mức", type=VariableType.TEXT)
    drawing = empty_drawing("QMS_THU", "Quy trình thử", (Role.ISO_SECRETARY,)).replace(
        b'isExecutable="true">',
        b'isExecutable="true"><bpmn:extensionElements><gov:variables>'
        b'<gov:variable name="so_ngay" type="number"/><gov:variable name="ngay_nop" type="date"/>'
        b"</gov:variables></bpmn:extensionElements>",
    )
    files = {MODEL_FILE: drawing, TABLE: empty_table("muc_phi", "Mức phí", [so], muc)}
    by = Drawing(viewer=office.viewer(SECRETARY), origin="test")
    return str(create_draft(office.system.store, CreateDraft(by=by, files=files), office.now))


@contextmanager
def _signed_in(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the secretary; an error of a script or of the security policy fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768})
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.goto("/sign-in")
    page.fill("[name=username]", SECRETARY)
    page.fill("[name=password]", DEMO_PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/")
    yield page
    page.close(run_before_unload=False)
    context.close()
    assert troubles == []


def _picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)


def _english_words(page: Page) -> list[str]:
    """Words of the table and its open menu that its library writes without asking for a translation."""
    shown: list[str] = page.locator("#dt-editor *").evaluate_all(
        "all => all.flatMap(each => [each.title, each.ariaLabel, each.placeholder, each.value,"
        " ...[...each.childNodes].filter(one => one.nodeType === 3).map(one => one.data)])"
    )
    return [text for text in shown if text and _ENGLISH.search(text)]


def _type_rule(page: Page, *cells: str) -> None:
    """Write the cells of the row that has the focus."""
    for number, cell in enumerate(cells):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(cell)


def _gap_is_told_and_cured(page: Page) -> None:
    page.locator("#dt-editor td.input-cell [tabindex='0']").first.focus()
    for number, cells in enumerate((("< 10", '"thấp"'), ("[10..20]", '"vừa"'), ("> 30", '"cao"'))):
        if number:
            page.keyboard.press("Enter")
            page.keyboard.press("Shift+Tab")
        _type_rule(page, *cells)
    gap = page.locator(".dt-problem[data-q-rule=decision-gap]")
    expect(gap).to_contain_text(re.compile(r"Số ngày = \d+"), timeout=20_000)
    _picture(page, "gap")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("> 20")
    expect(gap).to_have_count(0, timeout=20_000)


def _table_is_tried(page: Page) -> None:
    page.locator("[name=var-so_ngay]").fill("1.234,5")
    page.locator("[name=var-so_ngay]").press("Enter")
    expect(page.locator("#dt-outcome")).to_contain_text("Dòng đúng: 3.", timeout=20_000)
    expect(page.locator("#dt-outcome")).to_contain_text("cao")
    expect(page.locator("#dt-editor tr.dt-fires")).to_have_count(1)
    _picture(page, "tried")
    expect(page.locator("#qd-status")).to_contain_text(re.compile("Đã lưu lúc"), timeout=20_000)


def _menus_are_vietnamese(page: Page) -> None:
    page.locator("#dt-editor td.output-cell").first.click(button="right")
    page.locator(".context-menu-entry-remove-rule").wait_for()
    assert _english_words(page) == []
    page.keyboard.press("Escape")
    page.locator("#dt-editor .input-cell .edit-button").first.press("Enter")
    page.locator(".dt-variables").wait_for()
    _picture(page, "column")
    assert _english_words(page) == []
    assert json.loads(page.locator("body").get_attribute("data-q-untranslated") or "[]") == []


def _column_asks_a_day(page: Page) -> None:
    """With the menu of the first column open."""
    page.locator(".dt-variable").click()
    page.locator(".options .option", has_text="ngay_nop").click()
    page.keyboard.press("Escape")
    page.locator("#dt-editor td.input-cell [tabindex='0']").first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("< 1/3/2026")
    page.keyboard.press("Tab")
    expect(page.locator("#dt-editor td.input-cell").first).to_have_text('< date("2026-03-01")')
    expect(page.locator(".dt-problem[data-q-rule=decision-type]")).to_have_count(2, timeout=20_000)
    page.locator("#dt-save").click()
    expect(page.locator("#qd-status")).to_contain_text(re.compile("Đã lưu lúc"), timeout=20_000)


def test_a_table_is_typed_told_of_its_gap_cured_tried_and_saved(
    browser: Browser, office: Office, address: str
) -> None:
    draft = _begun(office)
    with _signed_in(browser, address) as page:
        page.goto(f"/designer/drafts/{draft}/decisions/muc_phi")
        page.locator(READY).wait_for()
        _gap_is_told_and_cured(page)
        _table_is_tried(page)
        _menus_are_vietnamese(page)
        _column_asks_a_day(page)
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"/designer/drafts/{draft}/decisions/muc_phi")
        page.locator(READY).wait_for()
        expect(page.locator("#dt-plain tbody tr")).to_have_count(3)
        _picture(page, "phone")
    with office.system.store.reading() as session:
        saved = draft_file(session, office.viewer(SECRETARY), UUID(draft), TABLE)[0].decode()
    assert saved.count("<rule ") == 3
    assert "expressionLanguage" not in saved
    assert 'typeRef="date"' in saved
