"""The page of a case tells how its dates changed when the calendar did."""

from __future__ import annotations

from datetime import UTC, date, datetime

from engine.domain.calendar import DayKind
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.scopes import NATION
from tests.office import Office
from tests.qms.update_case import Case
from tests.web_browser import Browser
from web.app import create_app

OFF = SetDay(day=date(2027, 3, 1), kind=DayKind.HOLIDAY, name="Nghỉ", basis="TB 1")


def test_the_case_page_tells_old_and_new_dates_and_why(office: Office) -> None:
    case = Case(office)
    store, around = office.system.store, office.system.surroundings
    command = DraftChange(viewer=None, origin="test", scope=NATION, title="Nghỉ thêm", edits=[OFF])
    draft = draft_change(store, around, command, office.now)
    apply_change(store, around, ApplyChange(viewer=None, origin="test", change=draft), office.now)
    office.pass_until(datetime(2026, 11, 23, 1, 2, tzinfo=UTC))
    browser = Browser(create_app(office.system)).sign_in("thuky")
    page = browser.get(f"/instances/{case.id}").text
    assert "Thời hạn được tính lại" in page
    assert "Cả hồ sơ: hạn pháp lý 01/03/2027 → 02/03/2027" in page
    assert "Nghỉ thêm: " in page
