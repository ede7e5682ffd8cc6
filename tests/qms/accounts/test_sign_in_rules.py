"""Rules of sign-in that need no database: waits, what comes after the password, keys, addresses."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.identifiers import derived_id
from engine.ports import OutgoingMail
from qms.accounts.keys import FactorCipher, FactorUnreadable, link_token
from qms.accounts.letters import LINK_MARK, AccountLetter
from qms.accounts.sessions import KnownBrowser
from qms.accounts.standing import Standing, standing
from qms.accounts.throttling import LONGEST_WAIT, TooManySignIns, growing_wait
from qms.settings import SettingInvalid, read_settings
from tests.office import Postbox
from web.auth.addresses import safe_next
from web.auth.browser_names import browser_in_words
from workers.mail.account_links import LinkingMailer

SECRET = "a secret only for tests, long enough"
PERSON, OTHER = uuid4(), uuid4()


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_a_wait_never_shrinks_never_passes_a_quarter_hour_and_begins_late(failures: int, free: int) -> None:
    wait = growing_wait(failures, free)
    assert growing_wait(failures + 1, free) >= wait
    assert wait <= LONGEST_WAIT
    assert (wait == timedelta()) == (failures < free)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 seconds"), (30, "30 seconds"), (60, "1 minute"), (61, "2 minutes")]
)
def test_a_wait_is_told_rounded_up(seconds: float, said: str) -> None:
    assert said in TooManySignIns(timedelta(seconds=seconds)).en


def browser(*, has: bool, shown: bool, change: bool) -> KnownBrowser:
    return KnownBrowser(
        person=PERSON,
        id=uuid4(),
        valid=True,
        to_note=False,
        has_factor=has,
        factor_shown=shown,
        must_change_password=change,
    )


@pytest.mark.parametrize(
    ("has", "shown", "change", "role", "expected"),
    [
        (False, False, False, "OFFICER", Standing.FREE),
        (False, False, False, "QUAN_TRI", Standing.FACTOR),
        (False, True, False, "QUAN_TRI", Standing.FREE),
        (True, False, False, "OFFICER", Standing.CODE),
        (True, False, True, "QUAN_TRI", Standing.CODE),
        (True, True, True, "QUAN_TRI", Standing.PASSWORD),
        (True, True, False, "QUAN_TRI", Standing.FREE),
        (False, False, True, "QUAN_TRI", Standing.PASSWORD),
    ],
)
def test_the_code_comes_before_the_password_and_that_before_setting_up(
    *, has: bool, shown: bool, change: bool, role: str, expected: Standing
) -> None:
    known = browser(has=has, shown=shown, change=change)
    assert standing(known, {role}, frozenset({"QUAN_TRI", "LD_CQ"})) is expected


def test_the_secret_of_a_factor_opens_with_its_key_and_for_its_person_only() -> None:
    sealed = FactorCipher(SECRET).seal(PERSON, "JBSWY3DPEHPK3PXP")
    assert b"JBSWY3DPEHPK3PXP" not in sealed
    assert FactorCipher(SECRET).open(PERSON, sealed) == "JBSWY3DPEHPK3PXP"
    for key, person in ((SECRET + "x", PERSON), (SECRET, OTHER)):
        with pytest.raises(FactorUnreadable):
            FactorCipher(key).open(person, sealed)


def letter(reset: UUID, *, of: UUID) -> OutgoingMail:
    mail = derived_id("account letter", AccountLetter.LINK.value, of)
    text = f"https://iso.example/password/choice?token={LINK_MARK % reset}"
    return OutgoingMail(
        message_id=f"<{mail}@quytrinh.vp.example>",
        to_name="A",
        to_address="a@vp.example",
        subject="S",
        text=text,
        html=f'<a href="{text}">{text}</a>',
    )


def test_a_link_is_made_whole_as_its_letter_goes_out_and_in_no_other_letter() -> None:
    reset, postbox = uuid4(), Postbox()
    mailer = LinkingMailer(postbox, SECRET)
    mailer.send(letter(reset, of=reset))
    mailer.send(letter(reset, of=uuid4()))
    token = link_token(SECRET, reset)
    own, foreign = postbox.mails
    assert own.text.endswith(f"?token={token}")
    assert own.html.count(token) == 2
    assert token not in foreign.text + foreign.html


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%0d%0aSet-Cookie:a=b\r\nx",
        "javascript:alert(1)",
        "/\tevil",
        "http://[",
        "",
    ],
)
def test_nobody_is_led_off_the_site(target: str) -> None:
    app = Flask(__name__)
    app.add_url_rule("/", endpoint="inbox.inbox")
    with app.test_request_context():
        assert safe_next(target) == "/"
        assert safe_next("/tasks/1?queue=mine") == "/tasks/1?queue=mine"


def test_browsers_are_named_as_people_know_them() -> None:
    firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
    edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126 Safari/537.36 Edg/126"
    assert [browser_in_words(said) for said in (firefox, edge, "curl/8", "")] == [
        "Firefox · Windows",
        "Edge · Windows",
        "curl/8",
        "",
    ]


SETTINGS = {
    "QUYTRINH_ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://u@h/d",
    "QUYTRINH_SECRET_KEY": SECRET,
    "QUYTRINH_BASE_URL": "https://iso.example",
    "SMTP_URL": "smtp://h",
    "QUYTRINH_MAIL_FROM": "a@b.example",
}


@pytest.mark.parametrize(
    ("environment", "written", "roles"),
    [
        ("production", "", {"QUAN_TRI", "LD_CQ"}),
        ("production", "none", set()),
        ("production", "QUAN_TRI, THU_KY_ISO", {"QUAN_TRI", "THU_KY_ISO"}),
        ("demo", "", set()),
    ],
)
def test_who_needs_a_second_factor_is_a_setting(environment: str, written: str, roles: set[str]) -> None:
    values = SETTINGS | {"QUYTRINH_ENVIRONMENT": environment, "QUYTRINH_SECOND_FACTOR": written}
    assert read_settings(values).second_factor_roles == roles


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUYTRINH_SECOND_FACTOR", "SEP"),
        ("QUYTRINH_BREACHED_PASSWORDS", "/nowhere/hashes.txt"),
        ("QUYTRINH_SESSION_IDLE_MINUTES", "lâu"),
    ],
)
def test_an_odd_setting_of_sign_in_stops_the_start_by_its_name(name: str, value: str) -> None:
    with pytest.raises(SettingInvalid, match=name):
        read_settings(SETTINGS | {name: value})
