"""An absent head in Chromium: the substitute signs in the head's name, and the history says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from qms.demo_office.loading import DEMO_PASSWORD
from tests.browser.serving import served
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from web.app import create_app

DESK = (1366, 768)
PHONE = (390, 844)


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The pages of the office, served to a browser."""
    with served(create_app(office.system)) as found:
        yield found


def signed_in(browser: Browser, address: str, username: str, size: tuple[int, int], *, scripts: bool) -> Page:
    width, height = size
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, java_script_enabled=scripts
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/sign-in")
    page.fill("#username", username)
    page.fill("#password", DEMO_PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_selector("h1:has-text('Hộp việc')")
    return page


def test_the_head_is_away_the_deputy_signs_in_the_heads_name_and_the_history_says_so(
    browser: Browser, address: str, office: Office
) -> None:
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", {"a": role("LD_CQ")}))
    case = start(office)
    head = signed_in(browser, address, "chanhvp", DESK, scripts=True)
    _be_away(head)

    deputy = signed_in(browser, address, "truongbcd", PHONE, scripts=False)
    row = deputy.locator(".q-task").filter(has_text="thay Lâm Hữu Trường theo 46/QĐ-VP")
    deputy.goto(f"{address}{row.get_attribute('href')}")
    expect(deputy.locator("main")).to_contain_text("bạn làm việc này thay Lâm Hữu Trường")
    expect(deputy.locator("main")).to_contain_text("đến hết ngày 25/11/2026")
    deputy.click("button:has-text('Nhận việc')")
    deputy.click("button:has-text('Hoàn thành')")
    expect(deputy.locator("h1")).to_contain_text("Đã hoàn thành")

    head.goto(f"/instances/{case}")
    expect(head.locator(".q-timeline")).to_contain_text(
        "Võ Đình Khải (thay Lâm Hữu Trường theo 46/QĐ-VP ngày 20/11/2026) hoàn thành"
    )


def _be_away(head: Page) -> None:
    head.goto("/delegations/absences/new")
    head.fill("#first_day", "23/11/2026")
    head.fill("#last_day", "25/11/2026")
    head.select_option("#substitute_1", label="Võ Đình Khải – Phó Chánh Văn phòng, Trưởng Ban Chỉ đạo ISO")
    head.fill("#decision", "46/QĐ-VP")
    head.fill("#decided_on", "20/11/2026")
    head.click("button:has-text('Xem trước')")
    expect(head.locator("main")).to_contain_text("Việc đang mở mà Võ Đình Khải sẽ thấy")
    head.click("button:has-text('Xác nhận và ghi')")
    expect(head.locator("h1")).to_contain_text("Lâm Hữu Trường vắng mặt")
