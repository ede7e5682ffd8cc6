"""The mails on screen: who sees which, the proof of sending, and a letter that can do nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from engine.commands.keep_caught_mail import keep_caught_mail
from engine.domain.local_time import OFFICE_ZONE
from engine.execution.notices import notify
from engine.store.tables import AuditEvent, Mail, Notification, ProcessInstance
from tests.office import Office, entry
from tests.web_browser import Browser
from web.app import create_app


@pytest.fixture
def app(office: Office) -> Flask:
    return create_app(office.system)


@pytest.fixture
def case(office: Office) -> UUID:
    """A case whose first mails are sent."""
    instance = office.register(entry("301/2026/NĐ-CP", effective_on=date(2026, 11, 30)))
    office.pass_days(1)
    return instance


def mail_to(office: Office, username: str) -> Mail:
    """The latest mail to an officer."""
    return [mail for mail in office.mails() if mail.to_address.startswith(f"{username}@")][-1]


def test_the_secretary_sees_the_agency_s_mails_and_others_only_their_own(
    app: Flask, office: Office, case: UUID
) -> None:
    own = mail_to(office, "thuky")
    listed = Browser(app).sign_in("thuky").get("/mails/").text
    assert f"/mails/{own.id}" in listed
    assert "Đã gửi" in listed
    assert f"/mails/{own.id}" in Browser(app).sign_in("quantri").get("/mails/").text
    colleague = Browser(app).sign_in("camtien")
    assert "Chưa có thư nào" in colleague.get("/mails/").text
    answer = colleague.get(f"/mails/{own.id}")
    assert answer.status_code == 404
    assert "Không tìm thấy thư này" in answer.text


def test_a_mail_shows_recipient_times_answer_of_the_server_and_its_case(
    app: Flask, office: Office, case: UUID
) -> None:
    mail = mail_to(office, "thuky")
    page = Browser(app).sign_in("thuky").get(f"/mails/{mail.id}").text
    assert mail.subject in page
    assert "thuky@vp.tayninh.example" in page
    assert "250 OK" in page
    assert mail.message_id.strip("<>") in page
    assert f"/instances/{case}" in page
    assert "Đã tới hộp thư minh họa" not in page
    keep_caught_mail(
        office.system.store,
        message_id=mail.message_id,
        sender="iso@vp.tayninh.example",
        recipients=(mail.to_address,),
        raw=b"",
        now=office.now,
    )
    arrived = Browser(app).sign_in("thuky").get(f"/mails/{mail.id}").text
    assert "Đã tới hộp thư minh họa lúc 24/11/2026 08:00." in arrived


def test_the_letter_is_framed_by_its_page_alone_and_runs_nothing(
    app: Flask, office: Office, case: UUID
) -> None:
    browser = Browser(app).sign_in("thuky")
    mail = mail_to(office, "thuky")
    answer = browser.get(f"/mails/{mail.id}/html")
    policy = answer.headers["Content-Security-Policy"]
    assert answer.mimetype == "text/html"
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert policy.endswith("frame-ancestors 'self'; sandbox")
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["Cache-Control"] == "no-store"
    page = browser.get(f"/mails/{mail.id}")
    assert 'sandbox=""' in page.text
    assert page.headers["X-Frame-Options"] == "DENY"
    assert Browser(app).sign_in("camtien").get(f"/mails/{mail.id}/html").status_code == 404


def test_search_needs_no_marks_and_the_state_filters(app: Flask, office: Office, case: UUID) -> None:
    office.postbox.closed = True
    office.register(entry("9/2026/QH16", effective_on=date(2026, 9, 1)))
    office.pass_until(datetime(2026, 11, 24, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    browser = Browser(app).sign_in("thuky")
    head = mail_to(office, "truongbcd")
    assert f"/mails/{head.id}" in browser.get("/mails/?q=VO dinh khai").text
    assert f"/mails/{mail_to(office, 'thuky').id}" not in browser.get("/mails/?q=vo+dinh+khai").text
    pending = browser.get("/mails/?state=pending").text
    assert f"/mails/{head.id}" in pending
    assert "Chờ gửi" in pending
    assert f"/mails/{head.id}" not in browser.get("/mails/?state=sent").text
    assert "Không có thư nào khớp" in browser.get("/mails/?state=failed").text
    assert "421 closed" in browser.get(f"/mails/{head.id}").text
    assert browser.get("/mails/?state=nonsense&q=%25_\\").status_code == 200


@pytest.fixture
def report(office: Office, case: UUID) -> Mail:
    """The report about the agency's late case to the Department's officer."""
    office.pass_until(datetime(2027, 3, 17, 9, 0, tzinfo=OFFICE_ZONE).astimezone(UTC))
    return mail_to(office, "socv")


def test_the_secretary_sees_what_the_department_was_told_about_the_agency(
    app: Flask, office: Office, report: Mail
) -> None:
    assert report.agency_id != office.viewer("thuky").agency
    browser = Browser(app).sign_in("thuky")
    assert report.subject in browser.get("/mails/?q=socv").text
    assert report.subject in browser.get(f"/mails/{report.id}").text
    assert Browser(app).sign_in("camtien").get(f"/mails/{report.id}").status_code == 404


def test_the_department_s_officer_sees_her_own_mail_and_none_of_the_agency_s(
    app: Flask, office: Office, report: Mail
) -> None:
    browser = Browser(app).sign_in("socv")
    listed = browser.get("/mails/").text
    assert f"/mails/{report.id}" in listed
    assert f"/mails/{mail_to(office, 'thuky').id}" not in listed
    page = browser.get(f"/mails/{report.id}").text
    assert report.subject in page
    assert "/instances/" not in page.split('id="proof"')[1]
    assert browser.get(f"/mails/{mail_to(office, 'thuky').id}").status_code == 404


def test_a_mail_that_speaks_of_another_agency_too_keeps_its_content_from_the_secretary(
    app: Flask, office: Office, case: UUID, report: Mail
) -> None:
    """The letter to the Department joins the cases of several agencies."""
    with office.system.store.transaction() as session:
        instance = session.get_one(ProcessInstance, case)
        notify(session, instance, [office.viewer("socv").person], kind="E4", now=office.now, step="other")
        other = session.scalars(select(Notification).where(Notification.step == "other")).one()
        other.agency_id = uuid4()
        other.mail_id = report.id
    browser = Browser(app).sign_in("thuky")
    listed = browser.get("/mails/?q=socv").text
    assert f"/mails/{report.id}" in listed
    assert report.subject not in listed
    assert f"/mails/{report.id}" not in browser.get("/mails/", query_string={"q": report.subject}).text
    page = browser.get(f"/mails/{report.id}").text
    assert report.subject not in page
    assert "Thư này nói cả về hồ sơ của cơ quan khác" in page
    assert "250 OK" in page
    assert browser.get(f"/mails/{report.id}/html").text == ""
    assert report.subject in Browser(app).sign_in("socv").get(f"/mails/{report.id}").text


def test_a_mail_out_of_reach_is_an_attempt_that_is_noted(app: Flask, office: Office, case: UUID) -> None:
    mail = mail_to(office, "thuky")
    assert Browser(app).sign_in("socv").get(f"/mails/{mail.id}").status_code == 404
    with office.system.store.reading() as session:
        row = session.scalars(select(AuditEvent).where(AuditEvent.kind == "access.refused")).one()
    assert str(mail.id) in row.data
