"""The agency's deadlines by month and year, and the private calendar of an officer."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select, update

from engine.domain.bundle import Bundle
from engine.queries.deadline_calendar import Standing, agency_deadlines, officer_deadlines
from engine.store.tables import AuditEvent, ProcessInstance
from qms.accounts.tables import Account
from qms.legal_time.tables import CalendarFeed
from tests.engine.cases import bundle, publish, role, start
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app

NUMBER = "301/2026/NĐ-CP"


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    """A case due on Monday 01/03/2027, by its target on Friday 26/02/2027."""
    return office.register(entry(NUMBER, effective_on=date(2026, 11, 30)))


def made(browser: Browser) -> str:
    """The path of a new private address."""
    browser.get("/account/calendar")
    page = browser.post("/account/calendar").text
    (path,) = re.findall(r'value="http://127.0.0.1:8000(/calendar/[^"]+[.]ics)"', page)
    return str(path)


def test_a_private_address_gives_the_officer_s_deadlines_without_signing_in(
    app: Flask, office: Office, case: UUID
) -> None:
    path = made(Browser(app).sign_in("thuky"))
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    assert "private" in answer.headers["Cache-Control"]
    calendar = Calendar.from_ical(answer.data)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    of_case = events[f"{case}@quytrinh"]
    assert of_case.decoded("dtstart") == date(2027, 2, 26)
    assert of_case.decoded("dtend") == date(2027, 2, 27)
    assert "Hạn pháp lý: thứ Hai 01/03/2027" in str(of_case["DESCRIPTION"])
    (task,) = (row for row in office.inbox("thuky") if row.instance == case)
    assert events[f"{task.id}@quytrinh"].decoded("dtstart") == task.target_due
    assert task.name in str(events[f"{task.id}@quytrinh"]["SUMMARY"])
    assert not calendar.walk("VALARM")


def test_the_same_deadlines_asked_for_again_are_not_sent_again(
    app: Flask, office: Office, case: UUID
) -> None:
    path, client = made(Browser(app).sign_in("thuky")), app.test_client()
    first = client.get(path)
    office.clock.move_to(office.now.replace(hour=office.now.hour + 2))
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    office.complete("thuky", office.task("thuky", "Sàng lọc văn bản"), {"ket_luan_sang_loc": "co"})
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_of_a_case_about_a_citizen_the_calendar_tells_code_and_initials_alone(
    app: Flask, office: Office
) -> None:
    title = '<gov:title expression="ho_ten"/>'
    files = bundle(
        "s:start\n a:user\n e:end\n s > a > e",
        {"a": role("CHUYEN_VIEN", title + '<gov:deadline workingDays="3"/>')},
    )
    drawing = files.files["model.bpmn"].decode()
    opening = drawing[drawing.index("<bpmn:process ") :].partition(">")[0]
    extensions = f"<bpmn:extensionElements>{title}</bpmn:extensionElements>"
    drawing = drawing.replace(f"{opening}>", f'{opening} gov:personal="true">{extensions}', 1)
    publish(office, Bundle(files={**files.files, "model.bpmn": drawing.encode()}))
    instance = start(office, ho_ten="Nguyễn Thị Đào")
    (task,) = office.tasks(instance)
    assert task.title == "Nguyễn Thị Đào"
    (event,) = Calendar.from_ical(app.test_client().get(made(Browser(app).sign_in("camtien"))).data).walk(
        "VEVENT"
    )
    said = event.to_ical().decode().replace("\r\n ", "")
    assert "Đào" not in said
    assert "N.T.Đ." in said
    assert office.instance(instance).code in said


def test_addresses_that_open_nothing_answer_alike_and_tell_nothing(
    app: Flask, office: Office, case: UUID
) -> None:
    browser, client = Browser(app).sign_in("thuky"), app.test_client()
    replaced = made(browser)
    revoked = made(browser)
    assert client.get(replaced).status_code == 404
    assert client.get(revoked).status_code == 200
    browser.get("/account/calendar")
    assert "Đã thu hồi địa chỉ lịch" in browser.post("/account/calendar/revocation").text
    answers = [client.get(path) for path in (revoked, "/calendar/x.ics", f"/calendar/{'y' * 5_000}.ics")]
    assert {(one.status_code, one.text) for one in answers} == {(404, "Không có lịch nào ở địa chỉ này.")}


def test_the_address_of_somebody_who_left_is_closed(app: Flask, office: Office, case: UUID) -> None:
    path = made(Browser(app).sign_in("thuky"))
    with office.system.store.transaction() as session:
        session.execute(update(Account).where(Account.username == "thuky").values(disabled=True))
    assert app.test_client().get(path).status_code == 404


def test_the_address_is_shown_once_kept_as_a_hash_and_its_making_is_on_record(
    app: Flask, office: Office
) -> None:
    browser = Browser(app).sign_in("camtien")
    token = made(browser).removeprefix("/calendar/").removesuffix(".ics")
    assert token not in browser.get("/account/calendar").text
    assert "chưa lần nào" in browser.get("/account/calendar").text
    app.test_client().get(f"/calendar/{token}.ics")
    assert "chưa lần nào" not in browser.get("/account/calendar").text
    browser.post("/account/calendar/revocation")
    with office.system.store.reading() as session:
        (feed,) = session.scalars(select(CalendarFeed))
        kinds = list(session.scalars(select(AuditEvent.kind).where(AuditEvent.kind.like("calendar_feed.%"))))
        told = list(session.scalars(select(AuditEvent.data)))
    assert token.encode() not in feed.token_hash
    assert len(feed.token_hash) == 32
    assert kinds == ["calendar_feed.made", "calendar_feed.revoked"]
    assert not any(token in data for data in told)


def test_a_month_shows_both_dates_days_off_and_how_each_deadline_stands(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    february = browser.get("/deadlines/2027/2").text
    assert "26/02/2027" in february
    assert NUMBER in february
    assert "Tết Nguyên đán" in february
    assert "Đang làm: " in february
    march = browser.get("/deadlines/2027/3").text
    assert "01/03/2027" in march
    office.clock.move_to(office.now.replace(year=2027, month=3, day=3))
    browser = Browser(app).sign_in("thuky")
    assert "Quá hạn: " in browser.get("/deadlines/").text
    assert browser.get("/deadlines/2026/13").status_code == 404


def test_a_year_lists_its_months_and_a_unit_sees_its_own(app: Flask, office: Office, case: UUID) -> None:
    browser = Browser(app).sign_in("thuky")
    assert NUMBER in browser.get("/deadlines/2027").text
    other = office.viewer("camtien").grants[0].unit
    assert other is not None
    assert NUMBER not in browser.get(f"/deadlines/2027?unit={other}").text
    assert NUMBER in browser.get("/deadlines/2027?unit=nonsense").text
    english = browser.get("/deadlines/2027?lang=en").text
    assert "Legal due date" in english


def test_only_those_who_may_see_a_case_see_its_deadlines(office: Office, case: UUID) -> None:
    def seen(username: str) -> set[UUID]:
        with office.system.store.reading() as session:
            works = agency_deadlines(
                session,
                office.viewer(username),
                date(2026, 1, 1),
                date(2027, 12, 31),
                office.now,
                office.today,
            )
        return {line.instance for line in works.lines}

    assert seen("thuky") == seen("quantri") == {case}
    assert seen("camtien") == seen("socv") == set()


def test_a_clock_that_stands_still_is_not_late_and_finished_work_says_whether_it_was_in_time(
    office: Office, case: UUID
) -> None:
    def standing(**values: object) -> Standing:
        with office.system.store.transaction() as session:
            session.execute(
                update(ProcessInstance).where(ProcessInstance.id == case).values(id=case, **values)
            )
            works = officer_deadlines(
                session, office.system.surroundings, office.viewer("thuky"), office.now, office.today
            )
        return next(line.standing for line in works.lines if line.task is None)

    assert standing() is Standing.OPEN
    office.clock.move_to(office.now.replace(year=2027, month=2, day=28))
    assert standing() is Standing.TARGET_MISSED
    office.clock.move_to(office.now.replace(month=3, day=2))
    assert standing() is Standing.LATE
    assert standing(clock_paused_at=office.now) is Standing.PAUSED
    assert standing(state="completed", ended_at=office.now) is Standing.DONE_LATE
    in_time = office.now.replace(month=2, day=1)
    assert standing(ended_at=in_time, clock_paused_at=None) is Standing.DONE
