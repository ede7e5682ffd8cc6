"""Signing in: throttled by name and origin, ended by standing still, by time or by a new password."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from engine.domain.assignment import Actor
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.store.tables import AuditEvent
from qms.accounts.admission import arrival
from qms.accounts.commands import OpenAccount, PersonNotFound, UsernameTaken, open_account
from qms.accounts.passwords import PasswordTooShort
from qms.accounts.sessions import (
    USUAL_LIMITS,
    KnownBrowser,
    SignedIn,
    note_presence,
    sign_out,
)
from qms.accounts.signing_in import SignIn, SignInRefused, sign_in
from qms.accounts.tables import Account, SignInAttempt, SignInSession
from qms.accounts.throttling import (
    FIRST_WAIT,
    FREE_PER_NAME,
    FREE_PER_ORIGIN,
    LONGEST_WAIT,
    REMEMBERED,
    TooManySignIns,
)
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from qms.organisation.tables import Person
from tests.office import Office

OURS = SignIn(username="thuky", password=DEMO_PASSWORD, origin="10.0.0.1")
WRONG = replace(OURS, password="not the password")


def try_in(office: Office, attempt: SignIn = OURS) -> SignedIn:
    return sign_in(office.system.store, attempt, office.now)


def fail(office: Office, attempt: SignIn, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            try_in(office, attempt)


def known(office: Office, token: str) -> KnownBrowser | None:
    with office.system.store.reading() as session:
        found = arrival(
            session, office.system.surroundings.directory, token, office.now, local_day(office.now)
        )
    return found.browser if found else None


def valid(office: Office, token: str) -> bool:
    browser = known(office, token)
    return browser is not None and browser.valid


def audited(office: Office, kind: str) -> int:
    with office.system.store.reading() as session:
        return (
            session.scalar(select(func.count()).select_from(AuditEvent).where(AuditEvent.kind == kind)) or 0
        )


def new_password(office: Office, password: str, username: str = "thuky") -> None:
    command = OpenAccount(
        person=person_id("thuky"), username=username, password=password, actor=Actor.system()
    )
    open_account(office.system.store, command, office.now)


def test_the_right_password_opens_a_session(office: Office) -> None:
    signed_in = try_in(office)
    assert signed_in.person == person_id("thuky")
    browser = known(office, signed_in.token)
    assert browser is not None
    assert (browser.person, browser.valid, browser.to_note) == (signed_in.person, True, False)
    assert audited(office, "sign_in.done") == 1


@pytest.mark.parametrize("username", ["THUKY", " thuky ", "ThuKy"])
def test_the_user_name_is_taken_as_people_type_it(office: Office, username: str) -> None:
    assert try_in(office, replace(OURS, username=username)).person == person_id("thuky")


def test_a_token_is_stored_nowhere(office: Office) -> None:
    token = try_in(office).token
    assert len(token) >= 43
    with office.system.store.reading() as session:
        (row,) = session.scalars(select(SignInSession))
        said = session.scalars(select(AuditEvent.data)).all()
    assert token.encode() not in row.token_hash
    assert not any(token in text or DEMO_PASSWORD in text for text in said)


@pytest.mark.parametrize("token", ["", "x", "nobody-ever-got-this", "ư" * 500])
def test_an_invented_token_opens_nothing(office: Office, token: str) -> None:
    assert known(office, token) is None


def test_a_wrong_password_and_an_unknown_name_are_refused_in_the_same_words(office: Office) -> None:
    said = []
    for attempt in (WRONG, replace(OURS, username="khongco"), replace(OURS, password="x" * 300)):
        with pytest.raises(SignInRefused) as refused:
            try_in(office, attempt)
        said.append(refused.value.vi)
    assert len(set(said)) == 1
    assert audited(office, "sign_in.refused") == 3


def test_after_five_failures_a_name_waits_also_with_the_right_password_and_from_anywhere(
    office: Office,
) -> None:
    fail(office, WRONG, FREE_PER_NAME)
    for origin in (OURS.origin, "10.9.9.9"):
        with pytest.raises(TooManySignIns, match="30 seconds"):
            try_in(office, replace(OURS, origin=origin))
    assert try_in(office, replace(OURS, username="camtien")).person == person_id("camtien")
    office.clock.move_to(office.now + FIRST_WAIT)
    assert try_in(office).person == person_id("thuky")


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour_and_no_lock_is_for_ever(
    office: Office,
) -> None:
    fail(office, WRONG, FREE_PER_NAME)
    waits = []
    for _ in range(7):
        with pytest.raises(TooManySignIns) as refused:
            try_in(office)
        waits.append(refused.value.wait.total_seconds())
        office.clock.move_to(office.now + refused.value.wait)
        fail(office, WRONG)
    assert waits == [30, 60, 120, 240, 480, 900, 900]
    office.clock.move_to(office.now + LONGEST_WAIT)
    assert try_in(office).person == person_id("thuky")


def test_an_unknown_name_is_throttled_like_a_known_one(office: Office) -> None:
    stranger = replace(OURS, username="khongco")
    fail(office, stranger, FREE_PER_NAME)
    with pytest.raises(TooManySignIns):
        try_in(office, stranger)


def test_an_origin_that_tries_many_names_waits(office: Office) -> None:
    with office.system.store.transaction() as session:
        session.add_all(
            SignInAttempt(username=f"ten{number}", origin=WRONG.origin, at=office.now)
            for number in range(FREE_PER_ORIGIN - 1)
        )
    fail(office, replace(WRONG, username="khongco"))
    with pytest.raises(TooManySignIns):
        try_in(office)
    assert try_in(office, replace(OURS, origin="10.0.0.2")).person == person_id("thuky")


def test_a_good_sign_in_forgets_the_failures_of_its_name_only(office: Office) -> None:
    fail(office, WRONG, FREE_PER_NAME - 1)
    fail(office, replace(WRONG, username="camtien"))
    try_in(office)
    fail(office, WRONG, FREE_PER_NAME - 1)
    try_in(office)
    with office.system.store.reading() as session:
        left = session.scalars(select(SignInAttempt.username)).all()
    assert left == ["camtien"]


def test_a_waiting_attempt_does_not_make_the_wait_longer(office: Office) -> None:
    fail(office, WRONG, FREE_PER_NAME)
    office.clock.move_to(office.now + FIRST_WAIT / 2)
    for _ in range(10):
        with pytest.raises(TooManySignIns):
            try_in(office)
    office.clock.move_to(office.now + FIRST_WAIT / 2)
    assert try_in(office).person == person_id("thuky")


def test_failures_of_yesterday_are_forgotten(office: Office) -> None:
    fail(office, WRONG, FREE_PER_NAME)
    office.clock.move_to(office.now + REMEMBERED)
    fail(office, WRONG)
    assert try_in(office).person == person_id("thuky")


def test_a_browser_that_stands_still_is_signed_out_and_stays_so(office: Office) -> None:
    token = try_in(office).token
    office.clock.move_to(office.now + USUAL_LIMITS.idle)
    assert valid(office, token)
    office.clock.move_to(office.now + timedelta(seconds=1))
    browser = known(office, token)
    assert browser is not None  # so that what was typed is kept for the right person
    assert (browser.person, browser.valid) == (person_id("thuky"), False)
    note_presence(office.system.store, token, office.now)
    assert not valid(office, token)


def test_a_busy_browser_stays_signed_in_until_the_longest_time(office: Office) -> None:
    token = try_in(office).token
    began = office.now
    while office.now < began + USUAL_LIMITS.longest:
        assert valid(office, token)
        note_presence(office.system.store, token, office.now)
        office.clock.move_to(office.now + USUAL_LIMITS.idle / 2)
    assert valid(office, token)
    office.clock.move_to(began + USUAL_LIMITS.longest + timedelta(seconds=1))
    assert not valid(office, token)


def test_presence_is_to_be_noted_at_most_once_a_minute(office: Office) -> None:
    token = try_in(office).token
    noted = []
    for _ in range(7):
        office.clock.move_to(office.now + timedelta(seconds=20))
        browser = known(office, token)
        assert browser is not None
        noted.append(browser.to_note)
        if browser.to_note:
            note_presence(office.system.store, token, office.now)
    assert noted == [False, False, True] * 2 + [False]


def test_signing_out_ends_this_browser_and_no_other(office: Office) -> None:
    here, there = try_in(office).token, try_in(office).token
    sign_out(office.system.store, here, "10.0.0.1", office.now)
    sign_out(office.system.store, here, "10.0.0.1", office.now)
    sign_out(office.system.store, "invented", "10.0.0.1", office.now)
    assert (valid(office, here), valid(office, there)) == (False, True)
    assert audited(office, "sign_out") == 1


def test_a_disabled_account_cannot_sign_in_and_is_out_at_once(office: Office) -> None:
    token = try_in(office).token
    with office.system.store.transaction() as session:
        session.get_one(Account, person_id("thuky")).disabled = True
    assert not valid(office, token)
    fail(office, OURS)


def test_somebody_who_left_cannot_sign_in_and_has_no_part_any_more(office: Office) -> None:
    with office.system.store.transaction() as session:
        session.get_one(Person, person_id("thuky")).active = False
    fail(office, OURS)
    with office.system.store.reading() as session:
        directory = office.system.surroundings.directory
        assert directory.viewer(session, person_id("thuky"), office.today) is None


def test_a_new_password_replaces_the_old_one_and_ends_every_session(office: Office) -> None:
    token = try_in(office).token
    new_password(office, "một câu dễ nhớ hơn")
    assert not valid(office, token)
    fail(office, OURS)
    assert try_in(office, replace(OURS, password="một câu dễ nhớ hơn")).person == person_id("thuky")


@pytest.mark.parametrize("password", ["", "11 ký tự ấy", "x" * 257])
def test_a_password_of_fewer_than_12_or_more_than_256_characters_is_refused(
    office: Office, password: str
) -> None:
    with pytest.raises(PasswordTooShort, match="12"):
        new_password(office, password)
    assert try_in(office).person == person_id("thuky")


def test_a_password_typed_with_marks_of_either_kind_fits(office: Office) -> None:
    new_password(office, "Hòa bình muôn năm")  # composed
    decomposed = "Ho\u0300a bi\u0300nh muo\u0302n na\u0306m"
    assert try_in(office, replace(OURS, password=decomposed)).person == person_id("thuky")


def test_two_people_never_share_a_user_name(office: Office) -> None:
    with pytest.raises(UsernameTaken, match="camtien"):
        new_password(office, "một câu dễ nhớ hơn", username=" CamTien ")
    command = OpenAccount(
        person=fresh_id(), username="moi", password="một câu dễ nhớ hơn", actor=Actor.system()
    )
    with pytest.raises(PersonNotFound):
        open_account(office.system.store, command, office.now)


def test_what_is_written_about_a_failure_names_the_account_and_the_origin(office: Office) -> None:
    fail(office, WRONG)
    with office.system.store.reading() as session:
        (event,) = session.scalars(select(AuditEvent).where(AuditEvent.kind == "sign_in.refused"))
    assert (event.origin, event.actor_id, event.at) == (WRONG.origin, None, office.now)
    assert json.loads(event.data) == {"username": "thuky", "person": str(person_id("thuky"))}
    assert event.agency_id == office.viewer("thuky").agency


def test_a_try_that_has_to_wait_is_on_the_record(office: Office) -> None:
    fail(office, replace(OURS, password="not the password"), FREE_PER_NAME)
    with pytest.raises(TooManySignIns):
        try_in(office)
    assert audited(office, "sign_in.throttled") == 1
