"""The second factor: no code twice, none early or late, wrong ones wait, and it cannot be gone round."""

from __future__ import annotations

from datetime import timedelta

import pytest

from qms.accounts.administration import (
    AccountAct,
    AccountsNotYours,
    NothingToReset,
    ReasonMissing,
    reset_factor,
    unlock_account,
)
from qms.accounts.second_factors import (
    CodeWrong,
    FactorAlreadyThere,
    FactorObligatory,
    NoFactor,
    begin_factor,
    confirm_factor,
    factor_state,
    remove_factor,
    renew_codes,
    show_code,
)
from qms.accounts.throttling import FREE_PER_NAME, TooManySignIns
from qms.demo_office.loading import person_id
from tests.office import Office
from tests.qms.accounts.signed_in import (
    audited,
    cipher,
    code,
    holds,
    known,
    secret_of,
    set_up,
    shown,
    signed_in,
)

HALF_MINUTE = timedelta(seconds=30)


def test_setting_up_ends_the_other_sessions_and_asks_for_a_code_from_then_on(office: Office) -> None:
    elsewhere = signed_in(office).token
    secret, confirmed = set_up(office)
    assert not holds(office, elsewhere)
    here = known(office, confirmed.signed_in.token)
    assert here is not None
    assert (here.has_factor, here.factor_shown) == (True, True)
    assert len(set(confirmed.codes)) == 10
    with pytest.raises(FactorAlreadyThere):
        begin_factor(office.system.store, person_id("thuky"), cipher(office), office.now)

    later = signed_in(office)
    fresh = known(office, later.token)
    assert fresh is not None
    assert not fresh.factor_shown
    office.clock.move_to(office.now + HALF_MINUTE)
    free = show_code(
        office.system.store, shown(office, later.token, code(office, secret)), cipher(office), office.now
    )
    assert free.token != later.token
    assert not holds(office, later.token)
    assert holds(office, free.token)


def test_no_code_is_taken_twice_nor_an_older_one_after_a_newer_nor_one_from_far_off(office: Office) -> None:
    secret, _confirmed = set_up(office)
    token = signed_in(office).token
    taken = code(office, secret)  # used for setting up
    later = code(office, secret, steps=2)
    for typed in (taken, code(office, secret, steps=-1), later, "", "12345", "１２３４５６"):
        with pytest.raises((CodeWrong, TooManySignIns)):
            show_code(office.system.store, shown(office, token, typed), cipher(office), office.now)
    office.clock.move_to(office.now + timedelta(minutes=2))
    show_code(
        office.system.store, shown(office, token, code(office, secret, steps=1)), cipher(office), office.now
    )
    again = signed_in(office).token
    with pytest.raises(CodeWrong):
        show_code(office.system.store, shown(office, again, code(office, secret)), cipher(office), office.now)


def test_wrong_codes_wait_like_wrong_passwords_and_signing_in_again_gains_no_tries(office: Office) -> None:
    secret, _confirmed = set_up(office)
    for _ in range(FREE_PER_NAME):
        token = signed_in(office).token
        with pytest.raises(CodeWrong):
            show_code(office.system.store, shown(office, token, "000000"), cipher(office), office.now)
    office.clock.move_to(office.now + timedelta(seconds=29))
    right = shown(office, signed_in(office).token, code(office, secret, steps=1))
    with pytest.raises(TooManySignIns):
        show_code(office.system.store, right, cipher(office), office.now)
    assert audited(office).count("second_factor.throttled") == 1
    act = AccountAct(
        person=person_id("thuky"), viewer=office.viewer("quantri"), origin="test", reason="Gõ nhầm"
    )
    assert unlock_account(office.system.store, act, office.now) == FREE_PER_NAME
    show_code(office.system.store, right, cipher(office), office.now)


def test_a_recovery_code_stands_in_once_however_it_is_typed(office: Office) -> None:
    _secret, confirmed = set_up(office)
    first = confirmed.codes[0].upper().replace("-", " ")
    show_code(office.system.store, shown(office, signed_in(office).token, first), cipher(office), office.now)
    with office.system.store.reading() as session:
        assert factor_state(session, person_id("thuky")).codes_left == 9
    with pytest.raises(CodeWrong):
        show_code(
            office.system.store, shown(office, signed_in(office).token, first), cipher(office), office.now
        )
    office.clock.move_to(office.now + HALF_MINUTE)
    assert "second_factor.recovery_used" in audited(office)


def test_a_secret_that_was_never_confirmed_opens_nothing(office: Office) -> None:
    begin_factor(office.system.store, person_id("thuky"), cipher(office), office.now)
    secret = secret_of(office, person_id("thuky"))
    command = shown(office, signed_in(office).token, code(office, secret))
    for act in (show_code, renew_codes):
        with pytest.raises(NoFactor):
            act(office.system.store, command, cipher(office), office.now)
    confirmed = confirm_factor(office.system.store, command, cipher(office), office.now)
    office.clock.move_to(office.now + HALF_MINUTE)
    fresh = shown(office, confirmed.signed_in.token, code(office, secret))
    with pytest.raises(FactorAlreadyThere):
        confirm_factor(office.system.store, fresh, cipher(office), office.now)
    with pytest.raises(FactorObligatory):
        remove_factor(office.system.store, fresh, cipher(office), office.now, obligatory=True)
    remove_factor(office.system.store, fresh, cipher(office), office.now, obligatory=False)
    with office.system.store.reading() as session:
        assert factor_state(session, person_id("thuky")).codes_left == 0


def test_only_an_administrator_of_the_agency_resets_a_factor_and_the_person_is_told(office: Office) -> None:
    _secret, confirmed = set_up(office)
    store, thuky = office.system.store, person_id("thuky")

    def reset(by: str) -> None:
        act = AccountAct(person=thuky, viewer=office.viewer(by), origin="test", reason="Mất điện thoại")
        reset_factor(store, act, office.now, office_now=office.now)

    with pytest.raises(AccountsNotYours):
        reset("camtien")
    reset("quantri")
    assert not holds(office, confirmed.signed_in.token)
    fresh = known(office, signed_in(office).token)
    assert fresh is not None
    assert not fresh.has_factor
    assert [mail.subject for mail in office.mails()] == ["Xác thực hai lớp của bạn vừa được đặt lại"]
    assert "second_factor.reset" in audited(office)
    with pytest.raises(NothingToReset):
        reset("quantri")
    silent = AccountAct(person=thuky, viewer=office.viewer("quantri"), origin="test", reason=" ")
    with pytest.raises(ReasonMissing):
        reset_factor(store, silent, office.now, office_now=office.now)
