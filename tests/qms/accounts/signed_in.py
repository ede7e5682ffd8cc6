"""Somebody signed in with a second factor, as tests of accounts need it."""

from __future__ import annotations

from uuid import UUID

import pyotp
from sqlalchemy import select

from engine.domain.local_time import local_day
from engine.store.tables import AuditEvent
from qms.accounts.admission import arrival
from qms.accounts.keys import FactorCipher
from qms.accounts.second_factors import (
    STEP_SECONDS,
    FactorConfirmed,
    ShowCode,
    begin_factor,
    confirm_factor,
    factor_to_confirm,
)
from qms.accounts.sessions import KnownBrowser, SignedIn
from qms.accounts.signing_in import SignIn, sign_in
from qms.demo_office.loading import DEMO_PASSWORD, person_id
from tests.office import Office

ORIGIN = "10.0.0.1"


def cipher(office: Office) -> FactorCipher:
    return FactorCipher(office.system.settings.secret_key)


def signed_in(office: Office, username: str = "thuky", password: str = DEMO_PASSWORD) -> SignedIn:
    command = SignIn(username=username, password=password, origin=ORIGIN, browser="Firefox")
    return sign_in(office.system.store, command, office.now)


def known(office: Office, token: str) -> KnownBrowser | None:
    with office.system.store.reading() as session:
        found = arrival(
            session, office.system.surroundings.directory, token, office.now, local_day(office.now)
        )
    return found.browser if found else None


def holds(office: Office, token: str) -> bool:
    browser = known(office, token)
    return browser is not None and browser.valid


def secret_of(office: Office, person: UUID) -> str:
    with office.system.store.reading() as session:
        waiting = factor_to_confirm(session, person, cipher(office))
    assert waiting is not None
    return waiting.secret


def code(office: Office, secret: str, *, steps: int = 0) -> str:
    """What the authenticator shows now, or so many half minutes later."""
    return str(pyotp.TOTP(secret).generate_otp(int(office.now.timestamp()) // STEP_SECONDS + steps))


def shown(office: Office, token: str, typed: str, username: str = "thuky") -> ShowCode:
    return ShowCode(person=person_id(username), token=token, code=typed, origin=ORIGIN)


def set_up(office: Office, username: str = "thuky") -> tuple[str, FactorConfirmed]:
    """The secret of a factor that is in force, and what setting it up gave."""
    person = person_id(username)
    begin_factor(office.system.store, person, cipher(office), office.now)
    secret = secret_of(office, person)
    command = shown(office, signed_in(office, username).token, code(office, secret), username)
    return secret, confirm_factor(office.system.store, command, cipher(office), office.now)


def audited(office: Office) -> list[str]:
    with office.system.store.reading() as session:
        return list(session.scalars(select(AuditEvent.kind).order_by(AuditEvent.id)))
