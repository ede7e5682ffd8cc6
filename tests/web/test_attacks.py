"""What an attacker tries at the door and through it; each test makes the attempt and sees it fail."""

from __future__ import annotations

import json
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from csv import reader
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.utils import parseaddr
from io import BytesIO, StringIO
from typing import Final

from flask import request
from openpyxl import load_workbook
from sqlalchemy import func, select, text
from werkzeug.test import TestResponse

from engine.store.tables import AuditEvent, Task
from qms.accounts.second_factors import CodeWrong, show_code
from qms.accounts.sessions import USUAL_LIMITS, SignedIn
from qms.accounts.tables import SignInAttempt
from qms.accounts.throttling import FREE_PER_NAME, FREE_PER_ORIGIN, REMEMBERED, browser_key
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from qms.organisation.tables import Person
from tests.office import Office, entry
from tests.qms.accounts.signed_in import cipher, code, set_up, shown, signed_in
from tests.web.test_api import token
from tests.web_browser import Browser
from web.app import create_app
from workers.mail.account_links import LinkingMailer
from workers.mail.message import Sender, build_message
from workers.work import send_mails

KNOWN: Final = "quytrinh_known"
NUL_IN: Final = ("q", "person", "kind", "since", "until", "unit", "role", "code", "page", "before", "next")
PAGES: Final = ("people", "log/acts", "log/sign-ins", "units", "accounts")


def attempt(browser: Browser, username: str, password: str) -> TestResponse:
    browser.get("/sign-in")
    return browser.post("/sign-in", {"username": username, "password": password, "next": "/mails/"})


def failed(office: Office, *names: str) -> None:
    """Somebody at the same address has just failed with these names."""
    with office.system.store.transaction() as session:
        session.add_all(SignInAttempt(username=name, origin="127.0.0.1", at=office.now) for name in names)


def drafts(office: Office) -> list[object]:
    with office.system.store.reading() as session:
        return list(session.scalars(text("SELECT draft FROM task WHERE draft IS NOT NULL")))


def test_a_sign_in_without_its_second_factor_writes_no_draft_when_it_runs_out(office: Office) -> None:
    (task,) = office.tasks(office.register(entry("12/2026/NĐ-CP", effective_on=date(2027, 3, 1))))
    office.claim("thuky", task.id)
    set_up(office)
    half = Browser(create_app(office.system))
    assert attempt(half, "thuky", DEMO_PASSWORD).request.path == "/sign-in/code"
    office.clock.move_to(office.now + USUAL_LIMITS.unfinished + timedelta(minutes=1))
    for path in (f"/tasks/{task.id}/draft", f"/tasks/{task.id}/completion"):
        answer = half.post(path, {"de_xuat": "của kẻ khác"})
        assert (answer.request.path, answer.request.args.get("expired")) == ("/sign-in", "1")
    assert drafts(office) == []


def test_a_draft_after_the_session_ran_out_comes_from_our_own_page_only(office: Office) -> None:
    (task,) = office.tasks(office.register(entry("12/2026/NĐ-CP", effective_on=date(2027, 3, 1))))
    office.claim("thuky", task.id)
    browser = Browser(create_app(office.system)).sign_in("thuky")
    browser.get(f"/tasks/{task.id}")
    office.clock.move_to(office.now + USUAL_LIMITS.idle + timedelta(minutes=1))
    browser.post(f"/tasks/{task.id}/draft", {"de_xuat": "của trang khác", "csrf_token": "forged"})
    assert drafts(office) == []


def test_who_fails_with_a_colleagues_name_keeps_nobody_out_of_a_browser_where_the_colleague_was(
    office: Office,
) -> None:
    app = create_app(office.system)
    own, stranger = Browser(app), Browser(app)
    attempt(own, "chanhvp", DEMO_PASSWORD)
    own.post("/sign-out")
    failed(office, *["chanhvp"] * FREE_PER_NAME)
    failed(office, *(f"ten{number}" for number in range(FREE_PER_ORIGIN)))  # an office behind one address
    assert attempt(stranger, "chanhvp", DEMO_PASSWORD).status_code == 429
    assert attempt(own, "thuky", DEMO_PASSWORD).status_code == 429  # the mark is of one name
    assert attempt(own, "chanhvp", DEMO_PASSWORD).request.path == "/mails/"


def test_a_mark_of_a_browser_gains_few_tries_and_is_not_to_be_invented(office: Office) -> None:
    app = create_app(office.system)
    thief = Browser(app)
    attempt(thief, "thuky", DEMO_PASSWORD)
    kept = thief._client.get_cookie(KNOWN, path="/sign-in")
    assert kept is not None
    assert (kept.http_only, kept.same_site, kept.path) == (True, "Strict", "/sign-in")
    thief.post("/sign-out")
    failed(office, *[browser_key(kept.value.partition(".")[0])] * (FREE_PER_NAME - 1))
    assert attempt(thief, "thuky", "đoán mò thôi mà").status_code == 422
    assert attempt(thief, "thuky", DEMO_PASSWORD).status_code == 429
    elsewhere = Browser(app)
    assert attempt(elsewhere, "thuky", DEMO_PASSWORD).request.path == "/mails/"  # others are not kept
    failed(office, *["phapche"] * FREE_PER_NAME)
    for invented in ("x.y", "~", ".", "a" * 4000, kept.value.replace(".", ".x"), kept.value):
        thief._client.set_cookie(KNOWN, invented, path="/sign-in")
        assert attempt(thief, "phapche", DEMO_PASSWORD).status_code == 429


def test_over_https_no_other_host_of_the_domain_plants_a_cookie(office: Office) -> None:
    settings = replace(office.system.settings, base_url="https://iso.example")
    client = create_app(replace(office.system, settings=settings)).test_client()
    page = client.get("/sign-in", base_url="https://iso.example")
    field = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]  # type: ignore[index]
    fields = {"username": "thuky", "password": DEMO_PASSWORD, "csrf_token": field}
    answer = client.post("/sign-in", data=fields, base_url="https://iso.example")
    for headers in (page.headers.getlist("Set-Cookie"), answer.headers.getlist("Set-Cookie")):
        for cookie in headers:
            assert "Secure" in cookie
            assert "HttpOnly" in cookie
            assert "Domain" not in cookie
            if not cookie.startswith(KNOWN):
                assert cookie.startswith("__Host-")
                assert "Path=/;" in f"{cookie};"
    assert "__Host-quytrinh_session=" in str(answer.headers)
    planted = create_app(replace(office.system, settings=settings)).test_client()
    value = client.get_cookie("__Host-quytrinh_session", domain="iso.example")
    assert value is not None
    planted.set_cookie("quytrinh_session", value.value, domain="iso.example", secure=True)
    assert planted.get("/", base_url="https://iso.example").status_code == 302
    fields = {"csrf_token": field}
    left = client.post("/sign-out", data=fields, base_url="https://iso.example")
    (gone,) = (one for one in left.headers.getlist("Set-Cookie") if one.startswith("__Host-quytrinh_session"))
    assert "Secure" in gone  # browsers keep a guarded cookie that is taken away without it


def test_names_of_any_length_and_shape_are_answered_with_a_page(office: Office) -> None:
    browser = Browser(create_app(office.system))
    for name in (secrets.token_hex(5000), "ư" * 100_000, "a\0b", "\u202e", "İ" * 400):
        assert attempt(browser, name, "x" * 5000).status_code == 422
    with office.system.store.reading() as session:
        assert session.scalar(select(func.max(func.length(SignInAttempt.username)))) <= 320
        assert session.scalar(select(func.max(func.length(AuditEvent.data)))) < 2000


def test_a_zero_byte_in_an_address_or_a_form_breaks_no_page(office: Office) -> None:
    app = create_app(office.system)
    browser = Browser(app).sign_in("quantri")
    asked = "&".join(f"{name}=%00x" for name in NUL_IN)
    for page in PAGES:
        assert browser.get(f"/administration/{page}?{asked}").status_code in {200, 422}, page
    with app.test_request_context("/?a=%00x&a=y&%00b=z%00", method="POST", data={"c\0": "\0\0w", "d": ""}):
        assert request.args.to_dict(flat=False) == {"a": ["x", "y"], "b": ["z"]}
        assert request.form.to_dict(flat=False) == {"c": ["w"], "d": [""]}


def test_sign_in_can_not_be_forced_from_another_site(office: Office) -> None:
    app = create_app(office.system)
    client = app.test_client()
    for headers in ({}, {"Origin": "https://evil.example", "Referer": "https://evil.example/"}):
        fields = {"username": "thuky", "password": DEMO_PASSWORD}
        answer = client.post("/sign-in", data=fields, headers=headers)
        assert answer.status_code == 400
        assert client.get_cookie("quytrinh_session") is None


def test_a_forged_host_or_forwarded_address_is_believed_by_nobody(office: Office) -> None:
    app = create_app(office.system)
    client = app.test_client()
    headers = {
        "Host": "evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "https",
    }
    page = client.get("/sign-in", headers=headers)
    assert "evil.example" not in page.text + str(page.headers)
    assert "Strict-Transport-Security" not in page.headers
    field = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]  # type: ignore[index]
    client.post("/password/forgotten", data={"name": "thuky", "csrf_token": field}, headers=headers)
    (mail,) = office.mails()
    assert "evil.example" not in mail.text + mail.html
    client.post("/sign-in", data={"username": "x", "password": "y", "csrf_token": field}, headers=headers)
    with office.system.store.reading() as session:
        assert set(session.scalars(select(SignInAttempt.origin))) == {"127.0.0.1", "link 127.0.0.1"}


def test_no_answer_lets_another_site_read_it(office: Office) -> None:
    client = create_app(office.system).test_client()
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for path in ("/", "/sign-in", "/api/tasks", "/health"):
        for answer in (client.get(path, headers=asked), client.options(path, headers=asked)):
            assert not [name for name, _ in answer.headers if name.lower().startswith("access-control")]


def test_what_a_program_sends_is_json_of_a_size_and_depth_that_can_be_read(office: Office) -> None:
    (task,) = office.tasks(office.register(entry("12/2026/NĐ-CP", effective_on=date(2027, 3, 1))))
    client = create_app(office.system).test_client()
    path, headers = f"/api/tasks/{task.id}/completion", {"Authorization": f"Bearer {token(office, 'thuky')}"}
    odd = '{"values": {"a": "\\ud800\\u0000"}}'
    for body in ("[" * 100_000, '{"values":' * 50_000, "", "null", odd, "\xff"):
        answer = client.post(path, headers=headers, data=body, content_type="application/json")
        assert answer.status_code == 422, body[:20]
    big = json.dumps({"values": {"de_xuat": "x" * 2_000_000}})
    assert client.post(path, headers=headers, data=big, content_type="application/json").status_code == 413
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = client.post(path, headers=headers, data='{"values": {}}', content_type=kind)
        assert (answer.status_code, answer.json["error"]) == (422, "RequestUnreadable")  # type: ignore[index]
    with office.system.store.reading() as session:
        assert session.get_one(Task, task.id).state == "open"


def test_of_two_posts_with_one_code_at_once_one_comes_in(office: Office) -> None:
    secret, _ = set_up(office)
    office.clock.move_to(office.now + timedelta(minutes=5))
    sessions, typed = [signed_in(office) for _ in range(2)], code(office, secret)

    def show(one: SignedIn) -> bool:
        try:
            show_code(office.system.store, shown(office, one.token, typed), cipher(office), office.now)
        except CodeWrong:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(show, sessions)) == [False, True]


def test_somebody_whose_factor_was_begun_under_another_key_begins_again(office: Office) -> None:
    settings = replace(office.system.settings, second_factor_roles=frozenset({"QUAN_TRI"}))
    app = create_app(replace(office.system, settings=settings))
    browser = Browser(app)
    attempt(browser, "quantri", DEMO_PASSWORD)
    browser.post("/account/second-factor/beginning")
    changed = replace(settings, secret_key="another secret only for tests, long enough")
    later = Browser(create_app(replace(office.system, settings=changed)))
    attempt(later, "quantri", DEMO_PASSWORD)
    assert later.get("/account/second-factor").status_code == 200
    assert "data:image/svg+xml" in later.post("/account/second-factor/beginning").text


def test_pages_that_show_something_once_offer_no_link_that_would_lose_it(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("thuky")
    assert 'hreflang="en"' in browser.get("/account/tokens").text
    made = browser.post("/account/tokens", {"name": "Bảng", "scope": "read:tasks", "days": "9"})
    assert "qt_" in made.text
    assert 'hreflang="en"' not in made.text
    assert made.headers["Cache-Control"] == "no-store"


def test_failures_that_count_no_more_are_swept_away(office: Office) -> None:
    with office.system.store.transaction() as session:
        session.add_all(
            SignInAttempt(username="cu", origin="10.1.1.1", at=office.now - REMEMBERED) for _ in range(5)
        )
    attempt(Browser(create_app(office.system)), "khongco", "x")
    with office.system.store.reading() as session:
        assert session.scalars(select(SignInAttempt.username)).all() == ["khongco"]


def test_a_roles_new_demand_and_a_closed_account_hold_for_browsers_already_signed_in(office: Office) -> None:
    settings = replace(office.system.settings, second_factor_roles=frozenset({"THU_KY_ISO"}))
    browser = Browser(create_app(office.system)).sign_in("thuky")
    kept = browser._client.get_cookie("quytrinh_session")
    assert kept is not None
    stricter = Browser(create_app(replace(office.system, settings=settings)))
    stricter._client.set_cookie("quytrinh_session", kept.value)
    assert stricter.get("/mails/").request.path == "/account/second-factor"
    with office.system.store.transaction() as session:
        session.execute(text("UPDATE account SET disabled = true"))
    assert browser.get("/mails/").request.path == "/sign-in"


def test_what_an_address_is_filtered_by_chooses_neither_host_nor_scheme_of_our_links(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("quantri")
    forged = "_external=1&_scheme=javascript&_method=X&_anchor=a&endpoint=x&kind=csv&kind=y&q=a&account=open"
    for path in ("/administration/people", "/administration/log/acts", "/organisation/people"):
        page = browser.get(f"{path}?{forged}")
        assert page.status_code == 200, path
        assert "javascript:" not in page.text
        links = set(re.findall(r'href="([^"]+)"', page.text))
        assert all(link.startswith(("/", "?", "#")) for link in links), links
    filtered = browser.get("/administration/log/sign-ins?kind=sign_in.done").text
    (address,) = re.findall(r'href="([^"]+\.csv\?[^"]+)"', filtered)
    assert len(browser.get(address).text.splitlines()) == 2


def test_a_person_named_like_a_mail_header_or_a_formula_stays_a_name(office: Office) -> None:
    name = "Nguyễn Văn A\r\nBcc: b@evil.example\r\n\r\n<script>alert(1)</script>"
    with office.system.store.transaction() as session:
        person = session.get_one(Person, person_id("thuky"))
        person.full_name, person.title = name, "=cmd|' /C calc'!A0"
    browser = Browser(create_app(office.system))
    browser.get("/password/forgotten")
    browser.post("/password/forgotten", {"name": "thuky"})
    send_mails(office.system, LinkingMailer(office.postbox, office.system.settings.secret_key), office.now)
    (mail,) = office.postbox.mails
    headers = build_message(mail, Sender(name="ISO", address="iso@vp.example", reply_to=""), office.now)
    message = message_from_bytes(headers)
    assert message["Bcc"] is None
    assert message.get_all("To") is not None
    assert parseaddr(message["To"])[1] == person.email
    assert "<script>" not in mail.html
    for kind in ("csv", "xlsx"):
        file = browser.sign_in("quantri").get(f"/administration/people/list.{kind}").data
        if kind == "xlsx":
            rows = list(load_workbook(BytesIO(file)).worksheets[0].values)
        else:
            rows = [tuple(row) for row in reader(StringIO(file.decode("utf-8-sig")))]
        (title,) = {row[1] for row in rows if "cmd" in str(row[1])}
        assert str(title).startswith("'=")
