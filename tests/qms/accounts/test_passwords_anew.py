"""New passwords: changed while signed in, given by an administrator, chosen from behind a link."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from engine.domain.assignment import Actor
from qms.accounts.administration import (
    AccountAct,
    OwnAccount,
    disable_account,
    enable_account,
    give_password,
)
from qms.accounts.api_tokens import CreateToken, create_token, recognise_token
from qms.accounts.commands import PersonNotFound
from qms.accounts.password_changes import (
    ChangePassword,
    OldPasswordWrong,
    PasswordKeptElsewhere,
    PasswordsDiffer,
    PasswordUnchanged,
    change_password,
)
from qms.accounts.password_resets import (
    ASKED_PER_ORIGIN,
    HOLDS,
    AskForLink,
    ChooseByLink,
    LinkUseless,
    ask_for_link,
    choose_by_link,
    link_holds,
)
from qms.accounts.password_rules import PasswordGuessable
from qms.accounts.sessions import SignedIn
from qms.accounts.signing_in import SignInRefused
from qms.accounts.tables import Account, PasswordReset
from qms.accounts.throttling import FREE_PER_NAME, TooManySignIns
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from qms.organisation.tables import Person
from tests.office import Office
from tests.qms.accounts.signed_in import ORIGIN, audited, holds, known, signed_in
from workers.mail.account_links import LinkingMailer
from workers.work import send_mails

NEW = "mưa rơi trên mái tôn xanh"
THUKY = person_id("thuky")


def change(
    office: Office, here: SignedIn, old: str = DEMO_PASSWORD, new: str = NEW, repeated: str = ""
) -> SignedIn:
    command = ChangePassword(
        person=THUKY, token=here.token, old=old, new=new, repeated=repeated or new, origin=ORIGIN
    )
    return change_password(office.system.store, command, office.now)


def test_a_changed_password_ends_the_other_sessions_and_this_one_goes_on_under_a_new_token(
    office: Office,
) -> None:
    here, there = signed_in(office), signed_in(office)
    for other, refusal in (
        ({"old": "không phải nó đâu"}, OldPasswordWrong),
        ({"repeated": NEW + "!"}, PasswordsDiffer),
        ({"new": DEMO_PASSWORD}, PasswordUnchanged),
        ({"new": "thuky123456789"}, PasswordGuessable),
    ):
        with pytest.raises(refusal):
            change(office, here, **other)
        assert holds(office, here.token)
    fresh = change(office, here)
    assert [holds(office, token) for token in (here.token, there.token, fresh.token)] == [False, False, True]
    with pytest.raises(SignInRefused):
        signed_in(office)
    signed_in(office, password=NEW)


def test_the_old_password_is_not_guessed_on_the_page_that_changes_it(office: Office) -> None:
    here = signed_in(office)
    for number in range(FREE_PER_NAME):
        with pytest.raises(OldPasswordWrong):
            change(office, here, old=f"đoán lần thứ {number}")
    with pytest.raises(TooManySignIns):
        change(office, here)
    assert audited(office).count("password.refused") == FREE_PER_NAME


def test_a_password_given_by_the_administrator_serves_to_choose_an_own_one(office: Office) -> None:
    token = signed_in(office).token
    act = AccountAct(person=THUKY, viewer=office.viewer("quantri"), origin="test", reason="Quên mật khẩu")
    give_password(office.system.store, act, "tạm dùng một lần thôi", office.now)
    assert not holds(office, token)
    here = signed_in(office, password="tạm dùng một lần thôi")
    browser = known(office, here.token)
    assert browser is not None
    assert browser.must_change_password
    fresh = known(office, change(office, here, old="tạm dùng một lần thôi").token)
    assert fresh is not None
    assert not fresh.must_change_password

    disable_account(office.system.store, act, office.now)
    with pytest.raises(SignInRefused):
        signed_in(office, password=NEW)
    enable_account(office.system.store, act, office.now)
    signed_in(office, password=NEW)
    own = replace(act, person=person_id("quantri"))
    with pytest.raises(OwnAccount):
        disable_account(office.system.store, own, office.now)
    with office.system.store.transaction() as session:
        session.get_one(Person, THUKY).agency_id = session.scalars(
            select(Person.agency_id).where(Person.agency_id != office.viewer("quantri").agency).limit(1)
        ).one()
    with pytest.raises(PersonNotFound):  # of another agency by now
        enable_account(office.system.store, act, office.now)


def ask(office: Office, name: str, origin: str = ORIGIN) -> None:
    command = AskForLink(
        name=name,
        origin=origin,
        page="https://iso.example/password/choice",
        secret_key=office.system.settings.secret_key,
    )
    ask_for_link(office.system.store, command, office.now, office_now=office.now)


def sent(office: Office) -> list[str]:
    """The texts of all mails as they went out."""
    mailer = LinkingMailer(office.postbox, office.system.settings.secret_key)
    send_mails(office.system, mailer, office.now)
    return [mail.text for mail in office.postbox.mails]


def choose(office: Office, token: str, new: str = NEW) -> None:
    command = ChooseByLink(token=token, new=new, repeated=new, origin=ORIGIN)
    choose_by_link(office.system.store, command, office.now, office_now=office.now)


def address_of(office: Office, person: UUID) -> str:
    with office.system.store.reading() as session:
        return session.get_one(Person, person).email


def test_a_link_opens_once_ends_sessions_and_lies_whole_in_no_table_and_no_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    elsewhere = signed_in(office).token
    ask(office, address_of(office, THUKY).upper())
    (text,) = sent(office)
    token = re.search(r"token=(\S+)", text)[1]  # type: ignore[index]
    with office.system.store.reading() as session:
        assert link_holds(session, token, office.now)
        kept = session.scalars(select(PasswordReset)).one()
    assert token not in str(vars(kept))
    assert all(token not in mail.text + mail.html for mail in office.mails())
    assert token not in caplog.text

    with pytest.raises(PasswordGuessable):
        choose(office, token, "thuky123456789")
    choose(office, token)
    assert not holds(office, elsewhere)
    signed_in(office, password=NEW)
    with pytest.raises(LinkUseless):
        choose(office, token)
    assert "vừa được đặt lại" in office.mails()[-1].subject
    assert {"password.link_asked", "password.reset"} <= set(audited(office))


def test_a_link_ends_after_half_an_hour_and_with_its_account(office: Office) -> None:
    ask(office, "thuky")
    (text,) = sent(office)
    token = re.search(r"token=(\S+)", text)[1]  # type: ignore[index]
    act = AccountAct(person=THUKY, viewer=office.viewer("quantri"), origin="test", reason="Thử")
    disable_account(office.system.store, act, office.now)
    with pytest.raises(LinkUseless):
        choose(office, token)
    enable_account(office.system.store, act, office.now)
    office.clock.move_to(office.now + HOLDS)
    with pytest.raises(LinkUseless):
        choose(office, token)


def test_letters_are_few_and_nobody_unknown_gets_one(office: Office) -> None:
    for name in ("khongco", "khongco@vp.example", "", "x" * 300, "a\r\nBcc: b@evil.example"):
        ask(office, name)
    assert office.mails() == []
    for _ in range(5):
        ask(office, "thuky", origin="10.7.7.7")
    assert len(office.mails()) == 3
    office.clock.move_to(office.now + timedelta(hours=1))
    ask(office, "thuky")
    assert len(office.mails()) == 4
    assert {mail.asked_for for mail in office.mails()} == {True}


def test_whose_password_is_kept_elsewhere_is_told_where_to_change_it(office: Office) -> None:
    here = signed_in(office)
    with office.system.store.transaction() as session:
        session.execute(update(Account).where(Account.person_id == THUKY).values(source="ldap"))
    with pytest.raises(PasswordKeptElsewhere):
        change(office, here)
    ask(office, "thuky")
    (text,) = sent(office)
    assert "token=" not in text
    assert "tài khoản chung của cơ quan" in text
    with pytest.raises(SignInRefused):  # an old password kept here opens nothing any more
        signed_in(office)


def token_made(office: Office) -> str:
    command = CreateToken(
        person=THUKY,
        name="Bảng tin",
        scopes=frozenset({"read:tasks"}),
        days=9,
        actor=Actor(person=THUKY, origin=ORIGIN),
    )
    return create_token(office.system.store, command, office.now).token


def opens(office: Office, token: str) -> bool:
    with office.system.store.reading() as session:
        return recognise_token(session, token, office.now) is not None


def test_of_two_browsers_with_links_at_once_one_chooses_the_password(office: Office) -> None:
    ask(office, "thuky")
    ask(office, "thuky")
    tokens = [re.search(r"token=(\S+)", text)[1] for text in sent(office)]  # type: ignore[index]
    tried = [(tokens[0], NEW), (tokens[0], NEW + " một"), (tokens[1], NEW + " hai"), (tokens[1], NEW + " ba")]

    def taken(one: tuple[str, str]) -> bool:
        try:
            choose(office, *one)
        except LinkUseless:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(taken, tried))
    assert sorted(won) == [False, False, False, True]
    signed_in(office, password=tried[won.index(True)][1])


def test_links_end_with_a_changed_password_and_tokens_with_one_that_was_lost(office: Office) -> None:
    ask(office, "thuky")
    (text,) = sent(office)
    link = re.search(r"token=(\S+)", text)[1]  # type: ignore[index]
    kept = token_made(office)
    change(office, signed_in(office))
    with pytest.raises(LinkUseless):
        choose(office, link, "một câu khác hẳn nhé")
    assert opens(office, kept)  # programs go on where the person changes it of own will
    ask(office, "thuky")
    choose(office, re.search(r"token=(\S+)", sent(office)[-1])[1], "một câu khác hẳn nhé")  # type: ignore[index]
    assert not opens(office, kept)
    act = AccountAct(person=THUKY, viewer=office.viewer("quantri"), origin="test", reason="Mất máy")
    again = token_made(office)
    give_password(office.system.store, act, "tạm dùng một lần thôi", office.now)
    here = signed_in(office, password="tạm dùng một lần thôi")
    change(office, here, old="tạm dùng một lần thôi")
    assert not opens(office, again)
    assert audited(office).count("token.revoked") == 2


def test_forms_beyond_what_people_need_are_not_even_written_down(office: Office) -> None:
    for number in range(ASKED_PER_ORIGIN + 3):
        ask(office, f"ai{number}", origin="10.6.6.6")
    assert audited(office).count("password.link_asked") == ASKED_PER_ORIGIN
    ask(office, "thuky", origin="10.6.6.6")
    assert office.mails() == []
    ask(office, "thuky", origin="10.6.6.7")
    assert len(office.mails()) == 1


def test_who_tries_somebodys_name_does_not_keep_the_person_from_a_new_password(office: Office) -> None:
    here = signed_in(office)
    for _ in range(FREE_PER_NAME):
        with pytest.raises(SignInRefused):
            signed_in(office, password="đoán mò thôi mà")
    assert holds(office, change(office, here).token)
    signed_in(office, password=NEW)
