"""The pages of the working calendar: what a year shows, and a change from its form to its being in force."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape

import pytest
from sqlalchemy import func, select

from engine.domain.calendar import DayKind
from engine.store.tables import AuditEvent
from qms.legal_time.calendar_lines import EnteredDay, day_lines, ground_of
from qms.legal_time.changes import ApplyChange, DraftChange, apply_change, draft_change
from qms.legal_time.edits import SetDay
from qms.legal_time.scopes import Scope
from qms.legal_time.tables import CalendarDayLine, LegalTimeChange
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

BASIS = "Văn bản số 12729/VPCP-KGVX ngày 25/12/2025"
DAY = {
    "day": "14/12/2026",
    "kind": "off_swapped",
    "name": "Nghỉ hoán đổi",
    "basis": BASIS,
    "confirmed": "1",
    "scope": "agency",
}


@pytest.fixture
def browser(office: Office) -> Browser:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    browser.get("/calendar/")
    return browser


def lines_of(office: Office, year: int) -> tuple[EnteredDay, ...]:
    with office.system.store.reading() as session:
        return day_lines(session, ground_of(session, office.viewer("quantri").agency), year)


def drafts(office: Office) -> int:
    with office.system.store.reading() as session:
        return session.scalar(select(func.count()).select_from(LegalTimeChange)) or 0


def test_a_year_shows_each_day_with_its_kind_basis_and_whether_it_is_settled(browser: Browser) -> None:
    page = browser.get("/calendar/2026").text
    assert page.count("<caption class") == 12
    assert 'title="02/01/2026: Nghỉ hoán đổi: Nghỉ hoán đổi dịp Tết Dương lịch"' in page
    assert 'title="10/01/2026: Làm bù: Làm bù ngày 02/01/2026"' in page
    assert BASIS in page
    assert "07:30-11:30, 13:00-17:00" in page
    later = browser.get("/calendar/2028").text
    assert "Lịch nghỉ năm 2028 chưa được xác nhận đầy đủ" in later
    assert browser.get("/calendar/1999").status_code == 404


def test_a_day_is_drafted_looked_at_and_applied(browser: Browser, office: Office) -> None:
    draft = browser.post("/calendar/days", DAY)
    assert draft.status_code == 200
    assert "ngày 14/12/2026 nghỉ hoán đổi" in draft.text
    assert all(line.scope.agency is None for line in lines_of(office, 2026))
    path = draft.request.path
    answer = browser.post(f"{path}/application")
    assert (answer.status_code, "Đã áp dụng: lịch phiên bản" in answer.text) == (200, True), answer.text
    (line,) = (line for line in lines_of(office, 2026) if line.day.month == 12 and line.day.day == 14)
    assert (line.kind, line.basis, line.confirmed) == ("off_swapped", BASIS, True)
    assert line.entered_by == office.viewer("quantri").person
    page = browser.get("/calendar/2026").text
    edited = unescape(re.findall(r'href="([^"]*days/new[^"]*day=14[^"]*)"', page)[0])
    form = browser.get(edited).text
    assert (f'value="{BASIS}"' in form, 'value="off_swapped" checked' in form) == (True, True)
    assert 'title="14/12/2026: Nghỉ hoán đổi: Nghỉ hoán đổi"' in page
    again = browser.post(f"{path}/application")
    assert again.status_code == 409


def test_a_draft_lists_the_deadlines_that_would_move_before_anything_has(
    browser: Browser, office: Office
) -> None:
    case = office.register(entry("01/2026/NĐ-CP", effective_on=date(2026, 9, 14)))
    draft = browser.post("/calendar/days", DAY)
    assert "14/12/2026 → <strong>15/12/2026" in draft.text
    assert "Các hạn của cơ quan sẽ thay đổi" in draft.text
    assert "Thay đổi hạn" not in browser.get(f"/instances/{case}").text
    browser.post(f"{draft.request.path}/application")
    assert "Đang tính lại" in browser.get(draft.request.path).text
    office.work()
    page = browser.get(f"/instances/{case}").text
    assert "Thay đổi hạn" in page
    assert "14/12/2026 → <strong>15/12/2026</strong>" in page


def test_a_draft_that_is_dropped_changes_nothing(browser: Browser, office: Office) -> None:
    draft = browser.post("/calendar/days", DAY)
    answer = browser.post(f"{draft.request.path}/dropping")
    assert "Đã bỏ bản thảo" in answer.text
    with office.system.store.reading() as session:
        assert session.scalars(select(LegalTimeChange.state)).all() == ["dropped"]
        of_agencies = select(CalendarDayLine.day).where(CalendarDayLine.agency_id.is_not(None))
        assert session.scalars(of_agencies).all() == []


def test_a_wrong_field_is_told_at_its_place_and_nothing_is_drafted(browser: Browser, office: Office) -> None:
    for wrong, field in (
        ({"day": "31/02/2026"}, "day-error"),
        ({"kind": ""}, "kind-error"),
        ({"basis": "  "}, "basis-error"),
        ({"scope": "country; drop"}, "scope-error"),
    ):
        answer = browser.post("/calendar/days", DAY | wrong)
        assert (answer.status_code, f'id="{field}"' in answer.text) == (422, True), field
    assert drafts(office) == 0


def test_hours_are_read_as_people_write_them_and_wrong_ones_are_told(browser: Browser) -> None:
    week = {f"day_{number}": "7h30 - 11h30; 13:00–17:00" for number in range(5)}
    fields = week | {
        "day_5": "7:30-11:30",
        "made_up": "",
        "valid_from": "01/12/2026",
        "basis": BASIS,
        "scope": "agency",
    }
    wrong = browser.post("/calendar/hours", fields | {"day_6": "sáng"})
    assert (wrong.status_code, 'id="hours-error"' in wrong.text) == (422, True)
    backwards = browser.post("/calendar/hours", fields | {"day_6": "11:30-07:30"})
    assert (backwards.status_code, 'id="hours-error"' in backwards.text) == (422, True)
    draft = browser.post("/calendar/hours", fields)
    assert "T7 07:30-11:30" in draft.text
    assert browser.post(f"{draft.request.path}/application").status_code == 200
    assert "Từ ngày 01/12/2026" in browser.get("/calendar/2026").text
    form = browser.get("/calendar/hours/new?valid_from=05/12/2026").text
    assert 'id="day_5" name="day_5" value="07:30-11:30"' in form  # the line in force on that day
    assert 'id="day_5" name="day_5" value=""' in browser.get("/calendar/hours/new").text  # and today's
    away = browser.post("/calendar/hours/removal", {"valid_from": "01/12/2026", "scope": "agency"})
    assert "bỏ giờ làm việc riêng từ ngày 01/12/2026" in away.text
    assert browser.post(f"{away.request.path}/application").status_code == 200
    assert "/calendar/hours/removal" not in browser.get("/calendar/hours/new").text
    for day in ("31/02/2027", ""):
        answer = browser.post("/calendar/hours/removal", {"valid_from": day, "scope": "agency"})
        assert answer.status_code == 422


def test_a_day_that_counts_like_any_other_is_marked_in_its_month(browser: Browser) -> None:
    draft = browser.post("/calendar/days", DAY | {"day": "02/01/2026", "kind": "ordinary", "name": ""})
    browser.post(f"{draft.request.path}/application")
    assert 'title="02/01/2026: Như ngày thường của thứ đó"' in browser.get("/calendar/2026").text


def test_a_file_is_shown_line_by_line_and_only_ticked_days_are_drafted(browser: Browser) -> None:
    table = (
        "Ngày,Loại ngày,Tên,Căn cứ\n"
        f"21/12/2026,nghỉ hoán đổi,Một,{BASIS}\n"
        f"26/12/2026,làm bù,Hai,{BASIS}\n"
        f"32/12/2026,nghỉ lễ,Ba,{BASIS}\n"
    )
    browser.get("/calendar/import")
    broken = browser.post("/calendar/import", {"file": (io.BytesIO(b"BEGIN:VEVENT"), "lịch.ics")})
    assert (broken.status_code, 'id="file-error"' in broken.text) == (422, True)
    page = browser.post("/calendar/import", {"file": (io.BytesIO(table.encode()), "lịch.csv")})
    assert "“32/12/2026” không phải là một ngày" in page.text
    hidden = r'<input type="hidden" name="(day|kind|name|basis|confirmed)" value="([^"]*)">'
    shown = re.findall(hidden, page.text)
    fields: dict[str, object] = {"take": ["2"], "scope": "agency", "title": "Nhập lịch"}
    for name, value in shown:
        fields.setdefault(name, []).append(value)  # type: ignore[attr-defined]
    draft = browser.post("/calendar/days/chosen", fields)
    assert draft.status_code == 200, draft.text
    assert "26/12/2026" in draft.text
    assert "21/12/2026" not in draft.text
    nothing = browser.post("/calendar/days/chosen", fields | {"take": []})
    assert (nothing.status_code, "Xin đánh dấu ít nhất một ngày" in nothing.text) == (422, True)
    assert nothing.text.count('name="take"') == 2


def test_the_proposal_of_a_year_is_ticked_line_by_line_and_the_year_then_confirmed(browser: Browser) -> None:
    page = browser.get("/calendar/2027/proposal").text
    assert "04/02/2027" in page
    assert page.count('name="take"') > 8
    form = browser.get("/calendar/2027/confirmation").text
    assert "Ngày chưa xác nhận" in form
    missing = browser.post("/calendar/2027/confirmation", {"basis": "", "scope": "country"})
    assert (missing.status_code, 'id="basis-error"' in missing.text) == (422, True)


def test_who_may_not_confirm_the_countrys_year_is_told_who_may(office: Office, browser: Browser) -> None:
    told = "do quản trị hệ thống của Sở KH&amp;CN xác nhận: Tăng Hữu Phát"
    page = browser.get("/calendar/2027/confirmation").text
    assert (told in page, 'value="country"' in page) == (True, False)
    of_department = Browser(create_app(office.system)).sign_in("quantriso")
    page = of_department.get("/calendar/2027/confirmation").text
    assert (told in page, 'value="country"' in page) == (False, True)
    drafted = of_department.post("/calendar/2027/confirmation", {"basis": BASIS, "scope": "country"})
    assert (drafted.status_code, drafts(office)) == (200, 1)


GETS = (
    "/calendar/2026",
    "/calendar/days/new",
    "/calendar/hours/new",
    "/calendar/import",
    "/calendar/import/template.xlsx",
    "/calendar/2027/confirmation",
    "/calendar/2027/proposal",
)
POSTS = (
    "/calendar/days",
    "/calendar/days/chosen",
    "/calendar/hours",
    "/calendar/hours/removal",
    "/calendar/import",
    "/calendar/2027/confirmation",
)


def test_the_secretary_reads_officers_do_not_and_only_administrators_enter(
    browser: Browser, office: Office
) -> None:
    path = browser.post("/calendar/days", DAY).request.path
    acts = (*POSTS, *(f"{path}/{act}" for act in ("application", "dropping")))
    for who, reads in (("thuky", 200), ("yennhi", 403)):
        other = Browser(create_app(office.system)).sign_in(who)
        answers = {address: other.get(address).status_code for address in (*GETS, path)}
        assert answers == dict.fromkeys(GETS[1:], 403) | {GETS[0]: reads, path: reads}
        assert {address: other.post(address, DAY).status_code for address in acts} == dict.fromkeys(acts, 403)
        assert ("Lịch làm việc" in other.get("/").text) is (reads == 200)
    with office.system.store.reading() as session:
        refusals = session.scalar(select(func.count()).where(AuditEvent.kind == "access.refused")) or 0
        assert session.scalars(select(LegalTimeChange.state)).all() == ["draft"]
    assert refusals >= 2 * len(POSTS)
    rules = create_app(office.system).url_map
    known = [(address, "GET") for address in (*GETS, "/calendar/", path)] + [
        (address, "POST") for address in acts
    ]
    reached = {rules.bind("localhost").match(address, method=method)[0] for address, method in known}
    there = {rule.endpoint for rule in rules.iter_rules() if rule.endpoint.startswith("calendar.")}
    assert there - reached == set()


def test_what_others_only_think_of_doing_to_the_country_is_not_shown(office: Office) -> None:
    national = DraftChange(
        viewer=None,
        origin="test",
        scope=Scope(),
        title="Chưa công bố",
        edits=[SetDay(day=date(2026, 12, 14), kind=DayKind.HOLIDAY, name="", basis=BASIS)],
    )
    change = draft_change(office.system.store, office.system.surroundings, national, office.now)
    overseen = Browser(create_app(office.system)).sign_in("quantri")
    assert "Chưa công bố" not in overseen.get("/calendar/").text
    assert overseen.get(f"/calendar/changes/{change}").status_code == 404
    applying = ApplyChange(viewer=None, origin="test", change=change)
    apply_change(office.system.store, office.system.surroundings, applying, office.now)
    assert "Chưa công bố" in overseen.get(f"/calendar/changes/{change}").text


def test_a_case_and_its_task_say_that_their_dates_rest_on_days_not_settled_yet(office: Office) -> None:
    dates = {
        "P": '<gov:deadline policy="DL-GPXD-7"/>',
        "a": role("THU_KY_ISO", '<gov:deadline workingDays="3"/>'),
    }
    publish(office, bundle("s:start\n a:user\n e:end\n s > a > e", dates))
    case = start(office)
    (task,) = office.tasks(case)
    secretary, told = (
        Browser(create_app(office.system)).sign_in("thuky"),
        "hạn có thể thay đổi khi có quyết định",
    )
    assert told in secretary.get(f"/tasks/{task.id}").text
    assert secretary.get(f"/instances/{case}").text.count(told) == 2
