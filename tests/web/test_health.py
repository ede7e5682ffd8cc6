"""What the system says of its own state: to machines at /health, to administrators on a page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from engine.commands.beat import beat
from engine.commands.keep_lateness import keep_lateness
from engine.execution.lateness import LatenessLog
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

WAITING = "s:start\n w:timer in P1D\n a:user\n e:end\n s > w > a > e"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def at_work(office: Office) -> None:
    """A worker that fired two timers and went round just now."""
    log = LatenessLog()
    log.note(timedelta(milliseconds=200))
    log.note(timedelta(seconds=90))
    keep_lateness(office.system.store, "a:1", log, office.now)
    beat(office.system.store, "a:1", started_at=office.now, now=office.now)


def overdue(office: Office) -> None:
    """A timer that nobody fires."""
    publish(office, bundle(WAITING, {"a": role("THU_KY_ISO")}))
    start(office)
    office.clock.move_to(office.now + timedelta(days=1, minutes=11))


def test_machines_read_how_late_timers_fire(office: Office, app: Flask) -> None:
    at_work(office)
    answer = app.test_client().get("/health")
    assert answer.status_code == 200
    told = answer.get_json()
    assert (told["database"], told["worker"], told["timers"]) == ("up", "up", "up")
    hour = told["timer_lateness"]["last_hour"]
    assert (hour["fired"], hour["longest_ms"], hour["p99_ms"]) == (2, 90_000, 90_000)
    assert 200 <= hour["p50_ms"] <= 240
    assert told["timer_lateness"]["overdue"] == 0
    assert [(band["up_to_ms"], band["fired"]) for band in told["timer_lateness"]["histogram"]] == [
        (1_000, 1),
        (5_000, 0),
        (30_000, 0),
        (60_000, 0),
        (300_000, 1),
        (900_000, 0),
        (3_600_000, 0),
        (86_400_000, 0),
        (None, 0),
    ]


def test_a_timer_that_nobody_fires_is_told_and_the_web_answers_on(office: Office, app: Flask) -> None:
    overdue(office)
    answer = app.test_client().get("/health")
    assert answer.status_code == 200, "pages are served all the same"
    told = answer.get_json()
    assert (told["worker"], told["timers"], told["timer_lateness"]["overdue"]) == ("down", "late", 1)
    assert told["timer_lateness"]["overdue_since"] == (office.now - timedelta(minutes=11)).isoformat()


def test_an_administrator_sees_that_all_is_well(office: Office, app: Flask) -> None:
    at_work(office)
    page = Browser(app).sign_in("quantri").get("/system")
    assert page.status_code == 200
    assert "mọi hẹn giờ đến hạn đều đã được xử lý" in page.text
    assert "90,0 giây" in page.text or "90 giây" in page.text
    assert "Hẹn giờ một ngày qua theo độ trễ" in page.text
    assert page.text.count('<rect width="200"') == 11, "nine rows, and the bars of the two timers are longest"
    assert "a:1" in page.text


def test_an_administrator_is_told_what_is_wrong_and_what_to_do(office: Office, app: Flask) -> None:
    overdue(office)
    browser = Browser(app).sign_in("quantri")
    page = browser.get("/system").text
    assert "1 hẹn giờ đã đến hạn quá 10 phút mà chưa được xử lý" in page
    assert "Khởi động lại bằng lệnh quytrinh worker" in page
    assert "1 timer has been due for more than 10 minutes" in browser.get("/system?lang=en").text


def test_the_state_of_the_system_is_for_administrators(app: Flask) -> None:
    answer = Browser(app).sign_in("thuky").get("/system")
    assert answer.status_code == 403
    assert "dành cho người quản trị" in answer.text
