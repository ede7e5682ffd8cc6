"""The pages of sign-in and of one's own account: what opens when, and what an attacker tries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

import pyotp
from flask import Flask
from sqlalchemy import select, update

from qms.accounts.administration import AccountAct, give_password
from qms.accounts.tables import Account, SignInSession
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from tests.office import Office
from tests.web_browser import Browser
from web.app import create_app
from workers.mail.account_links import LinkingMailer
from workers.work import send_mails

COOKIE: Final = "quytrinh_session"
NEW: Final = "mưa rơi trên mái tôn xanh"
OUTSIDE: Final = "https://evil.example/"


def app_asking_for(office: Office, *roles: str) -> Flask:
    """The application where these roles need a second factor."""
    settings = replace(office.system.settings, second_factor_roles=frozenset(roles))
    return create_app(replace(office.system, settings=settings))


def cookie(browser: Browser) -> str:
    found = browser._client.get_cookie(COOKIE)
    return found.value if found else ""


def sign_in(browser: Browser, username: str, password: str = DEMO_PASSWORD, target: str = "/mails/") -> str:
    browser.get("/sign-in")
    answer = browser.post("/sign-in", {"username": username, "password": password, "next": target})
    return answer.request.path


def test_whoever_must_have_a_second_factor_sets_it_up_and_does_nothing_else_before(office: Office) -> None:
    browser = Browser(app_asking_for(office, "QUAN_TRI"))
    assert sign_in(browser, "quantri") == "/account/second-factor"
    after_password = cookie(browser)
    for path in (
        "/",
        "/mails/",
        "/system",
        "/account/tokens",
        "/account/sessions",
        "/organisation/",
        "/api/tasks",
    ):
        answer = browser.get(path)
        assert (answer.request.path, answer.status_code) in {
            ("/account/second-factor", 200),
            ("/api/tasks", 401),
        }
    assert "Hộp việc" not in browser.get("/account/second-factor").text

    page = browser.post("/account/second-factor/beginning", {"next": "/system"})
    secret = re.search(r"fs-5\">([A-Z2-7 ]+)<", page.text)[1].replace(" ", "")  # type: ignore[index]
    assert 'src="data:image/svg+xml;base64,' in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"
    wrong = browser.post("/account/second-factor/confirmation", {"code": "000000"})
    assert (wrong.status_code, "error-summary" in wrong.text) == (422, True)
    code = pyotp.TOTP(secret).at(int(office.now.timestamp()))
    codes = browser.post("/account/second-factor/confirmation", {"code": code, "next": OUTSIDE})
    shown = re.findall(r"<li>((?:[a-z2-7]{4}-){3}[a-z2-7]{4})</li>", codes.text)
    assert len(shown) == 10
    assert OUTSIDE not in codes.text
    assert cookie(browser) not in {"", after_password}
    assert browser.get("/system").status_code == 200
    again = browser.get("/account/second-factor").text
    assert not any(one in again for one in (secret, shown[0]))

    there = Browser(app_asking_for(office, "QUAN_TRI"))
    assert sign_in(there, "quantri", target="/system") == "/sign-in/code"
    before = cookie(there)
    assert there.get("/mails/").request.path == "/sign-in/code"
    assert there.post("/account/second-factor/removal", {"code": shown[1]}).request.path == "/sign-in/code"
    assert there.post("/sign-in/code", {"code": "000000"}).status_code == 422
    outside = there.post("/sign-in/code", {"code": shown[0], "next": OUTSIDE})
    assert (outside.request.host, outside.request.path) == ("localhost", "/")
    assert cookie(there) not in {"", before}
    assert there.post("/sign-in/code", {"code": shown[2]}).request.path == "/"


def test_an_unfinished_sign_in_ends_by_itself(office: Office) -> None:
    browser = Browser(app_asking_for(office, "QUAN_TRI"))
    sign_in(browser, "quantri")
    browser.post("/account/second-factor/beginning")
    office.clock.move_to(office.now + timedelta(hours=3))
    assert browser.get("/account/second-factor").request.path == "/sign-in"


def test_a_token_planted_in_the_browser_before_signing_in_opens_nothing_after_it(office: Office) -> None:
    app = create_app(office.system)
    attacker, victim = Browser(app).sign_in("camtien"), Browser(app)
    for planted in ("planted-by-somebody", cookie(attacker)):
        victim._client.set_cookie(COOKIE, planted)
        victim.sign_in("thuky")
        assert cookie(victim) not in {"", planted}
    stolen = Browser(app)
    stolen._client.set_cookie(COOKIE, cookie(attacker))
    assert stolen.get("/").request.path == "/sign-in"
    kept = victim._client.get_cookie(COOKIE)
    assert kept is not None
    assert (kept.http_only, kept.same_site) == (True, "Lax")


def test_a_given_password_opens_only_the_page_that_changes_it(office: Office) -> None:
    act = AccountAct(person=person_id("thuky"), viewer=office.viewer("quantri"), origin="x", reason="Quên")
    give_password(office.system.store, act, "tạm dùng một lần thôi", office.now)
    browser = Browser(create_app(office.system))
    assert sign_in(browser, "thuky", "tạm dùng một lần thôi") == "/account/password"
    for path in ("/", "/account/tokens", "/account/second-factor"):
        assert browser.get(path).request.path == "/account/password"
    fields = {"password": "tạm dùng một lần thôi", "new_password": NEW, "repeated_password": NEW + "?"}
    browser.get("/account/password?next=/mails/")
    assert browser.post("/account/password", fields).status_code == 422
    answer = browser.post("/account/password", fields | {"repeated_password": NEW, "next": OUTSIDE})
    assert (answer.status_code, answer.request.path) == (200, "/")
    assert NEW not in answer.text


def test_a_forgotten_password_says_the_same_to_everybody_and_its_link_is_used_by_sending_not_by_looking(
    office: Office,
) -> None:
    browser = Browser(create_app(office.system))
    answers = set()
    for name in ("thuky", "khongco", "khongco@vp.example", "a\r\nBcc: b@evil.example\0"):
        browser.get("/password/forgotten")
        answer = browser.post("/password/forgotten", {"name": name})
        answers.add((answer.status_code, re.sub(r'value="[^"]*"', "", answer.text)))
    assert len(answers) == 1
    send_mails(office.system, LinkingMailer(office.postbox, office.system.settings.secret_key), office.now)
    (mail,) = office.postbox.mails
    path = re.search(r"http://127\.0\.0\.1:8000(/password/choice\?token=\S+)", mail.text)[1]  # type: ignore[index]
    for _ in range(2):
        page = browser.get(path)
        assert (page.status_code, page.headers["Referrer-Policy"]) == (200, "no-referrer")
        assert page.headers["Cache-Control"] == "no-store"
    token = path.partition("=")[2]
    chosen = {"token": token, "new_password": NEW, "repeated_password": NEW}
    assert browser.post("/password/choice", chosen).request.path == "/sign-in"
    assert browser.get(path).status_code == 422
    assert sign_in(browser, "thuky", NEW) == "/mails/"


def test_sessions_are_listed_and_ended_each_person_their_own(office: Office) -> None:
    app = create_app(office.system)
    here, there, other = (Browser(app).sign_in(name) for name in ("thuky", "thuky", "camtien"))
    page = here.get("/account/sessions").text
    assert page.count('/end"') == 2  # the other one, and all others
    with office.system.store.reading() as session:
        foreign = session.scalars(
            select(SignInSession.id).where(SignInSession.person_id == person_id("camtien"))
        ).one()
    assert here.post(f"/account/sessions/{foreign}/end").status_code == 404
    assert other.get("/").request.path == "/"
    here.get("/account/sessions")
    assert "Đã kết thúc 1 phiên" in here.post("/account/sessions/end").text
    assert there.get("/").request.path == "/sign-in"
    assert here.get("/account/sessions?lang=en").status_code == 200


FORMS: Final[Mapping[str, Mapping[str, str]]] = {
    "/sign-in": {"username": "thuky", "password": DEMO_PASSWORD},
    "/sign-out": {},
    "/sign-in/code": {"code": "123456"},
    "/account/second-factor/beginning": {},
    "/account/second-factor/confirmation": {"code": "123456"},
    "/account/second-factor/codes": {"code": "123456"},
    "/account/second-factor/removal": {"code": "123456"},
    "/account/password": {"password": DEMO_PASSWORD, "new_password": NEW, "repeated_password": NEW},
    "/password/forgotten": {"name": "thuky"},
    "/password/choice": {"token": "x", "new_password": NEW, "repeated_password": NEW},
    "/account/sessions/end": {},
    "/account/sessions/{id}/end": {},
    "/account/tokens": {"name": "x", "scope": "read:tasks", "days": "9"},
    "/account/tokens/{id}/revocation": {},
}


def test_no_form_of_this_room_is_taken_from_another_site(office: Office) -> None:
    app = create_app(office.system)
    browser = Browser(app).sign_in("thuky")
    reached = set()
    for path, fields in FORMS.items():
        address = path.format(id=uuid4())
        answer = browser.post(address, {**fields, "csrf_token": "forged"})
        assert (answer.status_code, "không còn gửi được" in answer.text) == (400, True), path
        reached.add(app.url_map.bind("localhost").match(address, method="POST")[0])
    there = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("auth.") and "POST" in (rule.methods or ())
    }
    assert {one for one in there - reached if "openid" not in one} == set()
    assert browser.get("/").request.path == "/"


def test_a_secret_typed_after_the_session_ran_out_is_repeated_on_no_page(office: Office) -> None:
    browser = Browser(create_app(office.system)).sign_in("thuky")
    browser.get("/account/second-factor")
    office.clock.move_to(office.now + timedelta(hours=3))
    answer = browser.post("/account/second-factor/beginning", {"code": "secret-code"})
    assert answer.request.path == "/sign-in"
    assert "secret-code" not in answer.text
    with office.system.store.transaction() as session:
        session.execute(update(Account).values(disabled=True))
    assert sign_in(browser, "thuky") == "/sign-in"
