"""Asking a directory by LDAP whether a password fits and who its people are; nothing else speaks LDAP."""

from __future__ import annotations

import ssl
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import ceil
from typing import Any, Final, TypeVar
from uuid import UUID

from qms.accounts.identity_settings import Arrival, Encryption, LdapSettings
from qms.accounts.outside_refusals import ProviderUnreachable

with warnings.catch_warnings():
    # pyasn1 has renamed what ldap3 2.9.1, the newest there is, asks it for at import.
    warnings.simplefilter("ignore", DeprecationWarning)
    from ldap3 import NO_ATTRIBUTES, NONE, SUBTREE, Connection
    from ldap3 import Server as LdapServer
    from ldap3 import Tls as LdapTls
    from ldap3.core.exceptions import LDAPException, LDAPInvalidCredentialsResult, LDAPOperationResult
    from ldap3.utils.conv import escape_filter_chars

__all__ = ["NONE", "Connection", "LdapDirectory", "LdapServer"]
"""The library's names, too: imported here alone, as importing it takes care."""
_T = TypeVar("_T")
_PAGE: Final = 500
_LONGEST: Final = 256
"""Characters of a user name or password that are sent on."""
_BINARY_IDENTIFIERS: Final = frozenset({"objectguid"})


class LdapDirectory:
    """A directory of the settings. Each call opens connections of its own and closes them."""

    def __init__(self, settings: LdapSettings) -> None:
        self.settings = settings

    def recognise(self, username: str, password: str) -> Arrival | None:
        """The person if the password is theirs; None where it is not, or where the name is not of one.

        Raises ProviderUnreachable.
        """
        # A bind with a name and no password is an anonymous one (RFC 4513, 5.1.2): the directory says yes.
        if not (username and password) or max(len(username), len(password)) > _LONGEST:
            return None
        if "\0" in username + password:
            return None
        return self._at_first_server(lambda host, port: self._recognised(host, port, username, password))

    def people(self) -> tuple[Arrival, ...]:
        """All who may sign in, with their groups; raises ProviderUnreachable."""
        return self._at_first_server(self._all_people)

    def _recognised(self, host: str, port: int, username: str, password: str) -> Arrival | None:
        settings = self.settings
        with self._bound(host, port, settings.bind_dn, settings.bind_password) as connection:
            by_name = f"({settings.username_attribute}={escape_filter_chars(username)})"
            found = self._search(
                connection, settings.people_base, f"(&{settings.people_filter}{by_name})", self._attributes()
            )
            if len(found) != 1:
                return None
            (entry,) = found
            if not self._password_fits(host, port, entry["dn"], password):
                return None
            return self._arrival(connection, entry)

    def _all_people(self, host: str, port: int) -> tuple[Arrival, ...]:
        settings = self.settings
        with self._bound(host, port, settings.bind_dn, settings.bind_password) as connection:
            found = self._search(connection, settings.people_base, settings.people_filter, self._attributes())
            return tuple(self._arrival(connection, entry) for entry in found)

    def _password_fits(self, host: str, port: int, dn: str, password: str) -> bool:
        try:
            with self._bound(host, port, dn, password):
                return True
        except LDAPOperationResult:
            return False  # wrong, expired or locked: the directory decides, and which is not said

    @contextmanager
    def _bound(self, host: str, port: int, dn: str, password: str) -> Iterator[Connection]:
        settings = self.settings
        start_tls = settings.encryption is Encryption.START_TLS
        server = LdapServer(
            host,
            port=port,
            use_ssl=settings.encryption is Encryption.LDAPS,
            tls=_CheckedTls(ca_certs_file=settings.ca_file or None, validate=ssl.CERT_REQUIRED),
            get_info=NONE,
            connect_timeout=settings.timeout_seconds,
        )
        connection = Connection(
            server,
            user=dn,
            password=password,
            receive_timeout=ceil(settings.timeout_seconds),  # ldap3 takes whole seconds only
            auto_referrals=False,
            read_only=True,
            raise_exceptions=True,
            check_names=False,
        )
        try:
            connection.open(read_server_info=False)
            if start_tls:
                connection.start_tls(read_server_info=False)
            connection.bind(read_server_info=False)
            yield connection
        finally:
            _close(connection)

    def _search(
        self, connection: Connection, base: str, filter_: str, attributes: Sequence[str]
    ) -> list[dict[str, Any]]:
        found = connection.extend.standard.paged_search(
            base,
            filter_,
            search_scope=SUBTREE,
            attributes=list(attributes),
            paged_size=_PAGE,
            generator=False,
        )
        return [entry for entry in found if entry["type"] == "searchResEntry"]

    def _attributes(self) -> tuple[str, ...]:
        settings = self.settings
        return (
            settings.subject_attribute,
            settings.username_attribute,
            settings.name_attribute,
            settings.email_attribute,
        )

    def _arrival(self, connection: Connection, entry: dict[str, Any]) -> Arrival:
        settings = self.settings
        subject = _first(entry, settings.subject_attribute)
        if not subject:
            raise self._unreachable(f"no {settings.subject_attribute}")
        binary = settings.subject_attribute.lower() in _BINARY_IDENTIFIERS
        return Arrival(
            subject=str(UUID(bytes_le=subject)) if binary else _text(subject),
            username=_text(_first(entry, settings.username_attribute)),
            full_name=_text(_first(entry, settings.name_attribute)),
            email=_text(_first(entry, settings.email_attribute)),
            email_verified=True,
            groups=frozenset(self._groups(connection, entry["dn"])),
        )

    def _groups(self, connection: Connection, dn: str) -> Iterator[str]:
        settings = self.settings
        if not settings.groups_base or not settings.vouching.roles:
            return
        of_person = settings.group_filter.replace("{dn}", escape_filter_chars(dn))
        for entry in self._search(connection, settings.groups_base, of_person, [NO_ATTRIBUTES]):
            yield str(entry["dn"])

    def _at_first_server(self, ask: Callable[[str, int], _T]) -> _T:
        """The answer of the first server that gives one."""
        why: object = ""
        for host, port in self.settings.servers:
            try:
                return ask(host, port)
            except LDAPInvalidCredentialsResult as refused:
                raise self._unreachable(f"bind_dn: {refused}") from None
            except (LDAPException, OSError) as failed:
                why = failed
        raise self._unreachable(why)

    def _unreachable(self, why: object) -> ProviderUnreachable:
        vouching = self.settings.vouching
        return ProviderUnreachable(vouching.name_vi, vouching.name_en, str(why)[:200])


class _CheckedTls(LdapTls):  # type: ignore[misc]  # untyped
    """TLS as Python's own default context checks it: chain, dates and the name of the host."""

    def wrap_socket(self, connection: Connection, do_handshake: bool = False) -> None:  # noqa: FBT001, FBT002 - ldap3's signature
        context = ssl.create_default_context(cafile=self.ca_certs_file)
        connection.socket = context.wrap_socket(
            connection.socket, server_hostname=connection.server.host, do_handshake_on_connect=do_handshake
        )


def _close(connection: Connection) -> None:
    """Say goodbye; ldap3 leaves a socket open where connecting or binding failed, so it is closed by hand."""
    opened = connection.socket
    with suppress(LDAPException, OSError):
        connection.unbind()
    if opened is not None:
        opened.close()


def _first(entry: dict[str, Any], attribute: str) -> bytes:
    """The first value of an attribute, whose name the server may write in other letters."""
    for name, values in entry["raw_attributes"].items():
        if name.lower() == attribute.lower() and values:
            return bytes(values[0])
    return b""


def _text(value: bytes) -> str:
    return value.decode("utf-8", errors="replace").replace("\0", "")
