"""The page of a clock: its stretches and sums, its forms, what they keep, and who may."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from flask import Flask

from engine.domain.calendar import VIETNAM
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app

LINE = "s:start\n a:user\n e:end\n s > a > e"
STEP = role("THU_KY_ISO", '<gov:deadline workingDays="3"/>')
GROUNDS = {"authority": "Chánh Văn phòng", "basis": "CV 45/VP", "reason": "Chờ bổ sung hồ sơ"}


@pytest.fixture
def case(office: Office) -> UUID:
    publish(office, bundle(LINE, {"P": '<gov:deadline policy="DL-GPXD-7"/>', "a": STEP}))
    instance = start(office)
    office.pass_until(datetime(2026, 11, 25, 9, tzinfo=VIETNAM).astimezone(UTC))
    return instance


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


def form(kind: str, **more: str) -> dict[str, str]:
    return {"kind": kind, "task": "", "day": "25/11/2026", "hour": "09:00", **GROUNDS, **more}


def test_a_pause_is_entered_shown_and_ended(office: Office, app: Flask, case: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    address = f"/instances/{case}/clock"
    assert "Tạm dừng đồng hồ" in browser.get(address).text
    page = browser.post(address, form("pause")).text
    assert "Đồng hồ đang dừng từ 25/11/2026 09:00" in page
    assert "9 giờ (1,13 ngày làm việc)" in page
    assert "Chánh Văn phòng" in page
    assert "Cho đồng hồ chạy tiếp" in page
    shown = browser.get(f"/instances/{case}").text
    assert "Đồng hồ đang dừng" in shown
    assert "tạm dừng đồng hồ thời hạn của hồ sơ từ 25/11/2026 09:00" in shown
    assert "Căn cứ: Chánh Văn phòng; CV 45/VP" in shown
    office.pass_until(datetime(2026, 11, 26, 9, tzinfo=VIETNAM).astimezone(UTC))
    browser = Browser(app).sign_in("thuky")  # the session of yesterday is over
    browser.get(address)
    page = browser.post(address, form("resume", day="26/11/2026")).text
    assert "8 giờ (1 ngày làm việc)" in page
    assert office.instance(case).legal_due == date(2026, 12, 4)
    assert "Paused from" in browser.get(f"{address}?lang=en").text


def test_a_refused_form_keeps_what_was_typed_and_says_why_at_its_field(app: Flask, case: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    address = f"/instances/{case}/clock"
    browser.get(address)
    for field, more, said in (
        ("day", {"day": "31/11/2026"}, "Xin ghi ngày dạng dd/mm/yyyy"),
        ("day", {"hour": "10:00"}, "chưa đến"),
        ("day", {"day": "22/11/2026"}, "trước khi thời hạn bắt đầu tính"),
        ("basis", {"basis": ""}, "Xin ghi cả người cho phép và căn cứ"),
        ("reason", {"reason": ""}, "Xin ghi lý do"),
        ("amount", {"kind": "extension"}, "Gia hạn phải ghi"),
        ("amount", {"kind": "extension", "amount": "-3", "unit": "working_day"}, "Gia hạn phải ghi"),
        ("until", {"kind": "extension", "until": "3/12/2026"}, "không muộn hơn hạn pháp lý hiện nay"),
    ):
        kind = more.get("kind", "pause")
        answer = browser.post(address, form(kind, **{key: more[key] for key in more if key != "kind"}))
        assert answer.status_code == 422
        assert said in answer.text
        assert f'id="{kind}-{field}-error"' in answer.text
        if field != "reason":
            assert "Chờ bổ sung hồ sơ" in answer.text
    assert browser.post(address, form("resume")).status_code == 409
    assert browser.post(address, form("stop")).status_code == 404


def test_the_clock_of_a_task_is_reached_from_its_page_and_moves_alone(
    office: Office, app: Flask, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    (task,) = office.tasks(case)
    assert f"/instances/{case}/clock?task={task.id}" in browser.get(f"/tasks/{task.id}").text
    sent = form("extension", task=str(task.id), amount="2", unit="working_day")
    page = browser.post(f"/instances/{case}/clock", sent).text
    assert "Gia hạn thêm 2 ngày làm việc" in page
    (task,) = office.tasks(case)
    assert task.legal_due == date(2026, 12, 1)
    assert office.instance(case).legal_due == date(2026, 12, 3)


def test_the_head_only_extends_and_an_officer_only_looks_on(app: Flask, case: UUID) -> None:
    head = Browser(app).sign_in("chanhvp")
    page = head.get(f"/instances/{case}/clock").text
    assert 'value="extension"' in page
    assert 'value="pause"' not in page
    assert head.post(f"/instances/{case}/clock", form("pause")).status_code == 403
    officer = Browser(app).sign_in("xuanthuc")
    assert officer.get(f"/instances/{case}/clock").status_code == 403
    assert officer.post(f"/instances/{case}/clock", form("extension")).status_code == 403
