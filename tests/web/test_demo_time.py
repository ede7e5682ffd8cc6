"""The page of the demo's clock: sending it ahead, watching it go, and what cannot be asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from engine.commands.beat import beat
from engine.domain.local_time import OFFICE_ZONE
from qms.bootstrap import System
from qms.demo_time.clock import DemoClock
from qms.demo_time.commands import journey, step_demo_time
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app
from workers import work
from workers.mail.writer import OfficeLetters


@pytest.fixture
def demo(office: Office) -> System:
    """The office with a clock that can be sent ahead of the machine's, which stands on 23/11/2026, 08:00."""
    return replace(
        office.system,
        settings=replace(office.system.settings, demo_time=True),
        clock=DemoClock(office.system.store, office.clock),
    )


@pytest.fixture
def browser(demo: System) -> Browser:
    return Browser(create_app(demo)).sign_in("camtien")


def travel(office: Office, demo: System) -> None:
    """What the worker does with the clock on its way."""
    while True:
        work.do_all(demo, OfficeLetters("http://127.0.0.1:8000"), office.postbox, demo.clock.now())
        if not step_demo_time(demo.store, demo.clock.now()):
            return


def goal(demo: System) -> datetime | None:
    heading = journey(demo.store).heading_for
    return heading.astimezone(OFFICE_ZONE) if heading else None


def test_the_page_says_the_moment_and_that_everybody_shares_it(browser: Browser) -> None:
    page = browser.get("/demo-time/").text
    assert "Bây giờ là thứ Hai 23/11/2026 08:00" in page
    assert "Mọi người dùng của bản minh họa có chung một đồng hồ" in page
    assert "Thời gian minh họa: thứ Hai 23/11/2026 08:00" in page


@pytest.mark.parametrize(
    ("step", "day"),
    [
        ("1-day", date(2026, 11, 24)),
        ("1-week", date(2026, 11, 30)),
        ("1-month", date(2026, 12, 23)),
        ("3-months", date(2027, 2, 23)),
    ],
)
def test_a_button_sends_the_clock_ahead_at_the_same_hour(
    demo: System, browser: Browser, step: str, day: date
) -> None:
    browser.get("/demo-time/")
    page = browser.post("/demo-time/", {"step": step}).text
    assert goal(demo) == datetime(day.year, day.month, day.day, 8, 0, tzinfo=OFFICE_ZONE)
    assert "Đồng hồ đang đi" in page
    assert f"Đang đi tới {day:%d/%m/%Y} 08:00 …" in page


def test_a_day_sends_the_clock_to_its_eight_o_clock_and_the_page_tells_the_way(
    office: Office, demo: System, browser: Browser
) -> None:
    office.register(entry("9/2026/NĐ-CP", effective_on=date(2026, 9, 1)))
    browser.get("/demo-time/")
    browser.post("/demo-time/", {"day": "16/12/2026"})
    assert goal(demo) == datetime(2026, 12, 16, 8, 0, tzinfo=OFFICE_ZONE)
    under_way = browser.get("/demo-time/progress")
    assert under_way.status_code == 200
    assert "Hiện là 23/11/2026 08:00." in under_way.text
    assert "HX-Refresh" not in under_way.headers

    travel(office, demo)
    arrived = browser.get("/demo-time/progress")
    assert arrived.status_code == 204
    assert arrived.headers["HX-Refresh"] == "true"
    head = Browser(create_app(demo)).sign_in("thuky")
    page = head.get("/demo-time/?since=2026-11-23T01:00:00%2B00:00").text
    assert "Bây giờ là thứ Tư 16/12/2026 08:00" in page
    assert f"trên đường hệ thống đã gửi {len(office.postbox.mails)} thư" in page
    assert "P06-2026-0001" in page
    assert "quá hạn từ 02/12/2026 00:00" in page
    assert "Cơ quan quá hạn 10 ngày" in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("22/11/2026", "Đồng hồ minh họa chỉ đi tới"),
        ("01/01/2040", "Đồng hồ minh họa chỉ đi tới"),
        ("31/02/2027", "31/02/2027"),
        ("mai", "ngày"),
        ("", "Nhập ngày cần tới"),
    ],
)
def test_a_day_that_cannot_be_reached_is_refused_in_words_and_kept_in_the_field(
    demo: System, browser: Browser, typed: str, message: str
) -> None:
    browser.get("/demo-time/")
    answer = browser.post("/demo-time/", {"day": typed})
    assert answer.status_code == 422
    assert message in answer.text
    assert f'value="{typed}"' in answer.text
    assert goal(demo) is None


def test_without_a_worker_the_page_says_why_nothing_moves(demo: System, browser: Browser) -> None:
    assert "Chưa thấy tiến trình xử lý nền" in browser.get("/demo-time/").text
    machine = demo.machine_clock.now()
    beat(demo.store, "worker", started_at=machine - timedelta(hours=1), now=machine)
    assert "Chưa thấy tiến trình xử lý nền" not in browser.get("/demo-time/").text


@pytest.mark.parametrize("since", ["", "nonsense", "2026-11-23", "2026-11-23T08:00:00"])
def test_an_address_with_an_odd_beginning_is_only_an_address(browser: Browser, since: str) -> None:
    assert browser.get("/demo-time/", query_string={"since": since}).status_code == 200


def test_a_system_in_real_time_has_no_such_page(office: Office) -> None:
    assert Browser(create_app(office.system)).sign_in("thuky").get("/demo-time/").status_code == 404
