"""Signing in with the password of an outside directory, throttled and audited as with one kept here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import delete, select

from engine.store.session import Store
from qms.accounts.identity_settings import Arrival, LdapSettings
from qms.accounts.linking import LDAP, Arrived, admit, note_refusal
from qms.accounts.outside_refusals import ProviderUnreachable
from qms.accounts.sessions import LOCAL, SignedIn
from qms.accounts.signing_in import (
    SignIn,
    SignInRefused,
    counted_under,
    forget_tries,
    may_try,
    note_failure,
    typed_username,
)
from qms.accounts.tables import Account, SignInAttempt
from qms.accounts.throttling import TooManySignIns


class Directory(Protocol):
    """A directory that knows people by user name and password."""

    settings: LdapSettings

    def recognise(self, username: str, password: str) -> Arrival | None:
        """The person whose password it is, or None; raises ProviderUnreachable."""


def has_password_here(store: Store, username: str) -> bool:
    """Whether a user name is that of an account whose password is kept here: no directory is asked then."""
    with store.reading() as session:
        source = session.scalar(select(Account.source).where(Account.username == typed_username(username)))
    return source == LOCAL


def sign_in_by_directory(
    store: Store, directories: Sequence[Directory], command: SignIn, now: datetime, day: date
) -> SignedIn:
    """Open a session for whom the first directory recognises.

    Raises SignInRefused, TooManySignIns, NobodyHere, and ProviderUnreachable where none recognised the person
    and one did not answer; that is not counted as a failure of the person.
    """
    username = typed_username(command.username)
    attempt = _reserve(store, username, command, now)
    silent: ProviderUnreachable | None = None
    for directory in directories if _means_itself(username) else ():
        try:
            arrival = directory.recognise(username, command.password)
        except ProviderUnreachable as refusal:
            silent = refusal
            code = directory.settings.vouching.code
            note_refusal(store, code, refusal, refusal.why, origin=command.origin, now=now)
            continue
        if arrival is not None:
            return _admitted(store, directory.settings, arrival, command, now, day)
    with store.transaction() as session:
        session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt))
        if silent is None:
            note_failure(session, username, command, now)
    raise silent or SignInRefused()


def _means_itself(username: str) -> bool:
    """Whether a directory cannot read the name as another one that is counted apart.

    Directories compare names after folding them (RFC 4518; Active Directory drops marks, too): with a soft
    hyphen, a wide letter or an accent more, one account would have endless names and so endless tries.
    """
    return username.isascii() and username.isprintable() and " ".join(username.split()) == username


def _reserve(store: Store, username: str, command: SignIn, now: datetime) -> int:
    """Count the try before the directory is asked: many at once must not be more than many in turn."""
    with store.transaction() as session:
        wait = may_try(session, username, command, now)
        if not wait:
            counted = counted_under(username, command)
            attempt = SignInAttempt(username=counted, origin=command.origin, at=now)
            session.add(attempt)
            session.flush()
            return attempt.id
    raise TooManySignIns(wait)


def _admitted(
    store: Store, settings: LdapSettings, arrival: Arrival, command: SignIn, now: datetime, day: date
) -> SignedIn:
    arrived = Arrived(
        vouching=settings.vouching,
        kind=LDAP,
        arrival=arrival,
        origin=command.origin,
        browser=command.browser,
        method=LDAP,
    )
    signed_in = admit(store, arrived, now, day)
    with store.transaction() as session:
        # The name typed may differ from the one kept here, under which a good sign-in forgets failures.
        forget_tries(session, command)
    return signed_in
