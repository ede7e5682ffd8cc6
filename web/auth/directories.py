"""Signing in with a password: the one kept here, or that of a directory."""

from __future__ import annotations

from qms.accounts.directory_sign_in import has_password_here, sign_in_by_directory
from qms.accounts.sessions import SignedIn
from qms.accounts.signing_in import SignIn, sign_in
from web.system import over_agencies, today


def sign_in_by_password(command: SignIn) -> SignedIn:
    """Open a session; raises as sign_in and sign_in_by_directory."""
    system = over_agencies()
    store, now = system.store, system.machine_clock.now()
    directories = system.identity.ldap
    if not directories or has_password_here(store, command.username):
        return sign_in(store, command, now)
    # Offices without a directory do not pay for its library.
    from qms.accounts.ldap_directory import LdapDirectory  # noqa: PLC0415

    return sign_in_by_directory(
        store, [LdapDirectory(settings) for settings in directories], command, now, today()
    )
