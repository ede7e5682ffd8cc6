"""Reading the file of outside directories and OpenID providers; what is odd stops the start by its name."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from qms.accounts.identity_settings import (
    Encryption,
    GroupRole,
    IdentitySettings,
    LdapSettings,
    Matching,
    NewPeople,
    OpenIdSettings,
    Vouching,
)
from qms.organisation.roles import Role
from qms.settings import SettingInvalid

_CODE: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
_ASYMMETRIC: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"}
)
"""A shared secret signs nothing here: whoever knows it could write ID tokens."""
_TAKEN: Final = frozenset({"local", "ldap", "oidc"})
_PORTS: Final = {"ldap": 389, "ldaps": 636}


class IdentityFileInvalid(SettingInvalid):
    """A file of identity providers that does not hold; the message names the place."""

    def __init__(self, place: str, vi: str, en: str) -> None:
        super().__init__(f"QUYTRINH_IDENTITY: {place}: {vi} / {en}")


def read_identity(path: str, environment: Mapping[str, str]) -> IdentitySettings:
    """The providers in the file, TOML or JSON; an empty path means none.

    Secrets stand in environment variables that the file names. Raises IdentityFileInvalid.
    """
    if not path:
        return IdentitySettings()
    root = _Table("", _parsed(Path(path)), environment)
    openid = tuple(_openid(table) for table in root.tables("openid"))
    ldap = tuple(_ldap(table) for table in root.tables("ldap"))
    root.nothing_left()
    codes = [one.vouching.code for one in openid] + [one.vouching.code for one in ldap]
    for code in codes:
        if codes.count(code) > 1:
            raise IdentityFileInvalid(code, "mã dùng hai lần", "the code is used twice")
    return IdentitySettings(openid=openid, ldap=ldap)


def _parsed(path: Path) -> Mapping[str, object]:
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise IdentityFileInvalid(str(path), "không đọc được tệp", f"cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise IdentityFileInvalid(str(path), "không phải là bảng", "is no table")
    return found


def _openid(table: _Table) -> OpenIdSettings:
    vouching = _vouching(table, Matching.EMAIL)
    algorithms = table.texts("algorithms", ("RS256", "PS256", "ES256"))
    if not algorithms or not set(algorithms) <= _ASYMMETRIC:
        raise table.odd("algorithms", f"chỉ nhận {sorted(_ASYMMETRIC)}", f"only {sorted(_ASYMMETRIC)}")
    scopes = table.texts("scopes", ("openid", "profile", "email"))
    if "openid" not in scopes:
        raise table.odd("scopes", "thiếu openid", "openid is missing")
    settings = OpenIdSettings(
        vouching=vouching,
        issuer=_safe_address(table, "issuer"),
        client_id=table.text("client_id"),
        client_secret=table.secret("client_secret_env", required=False),
        scopes=scopes,
        username_claim=table.text("username_claim", "preferred_username"),
        groups_claim=table.text("groups_claim", "groups"),
        algorithms=algorithms,
        second_factor=table.flag("second_factor"),
        second_factor_values=frozenset(table.texts("second_factor_values", ())),
        acr_values=table.text("acr_values", ""),
        trusts_email=table.flag("trusts_email"),
        timeout_seconds=table.number("timeout_seconds", 5),
    )
    table.nothing_left()
    return settings


def _ldap(table: _Table) -> LdapSettings:
    vouching = _vouching(table, Matching.USERNAME)
    start_tls = table.flag("start_tls")
    servers = table.texts("servers")
    schemes = {urlsplit(server).scheme for server in servers}
    if len(schemes) != 1 or not schemes <= set(_PORTS):
        raise table.odd("servers", "cần ldaps://… hoặc ldap://…", "must all be ldaps://… or all ldap://…")
    hosts = tuple(_host(table, server) for server in servers)
    encryption = Encryption.LDAPS if schemes == {"ldaps"} else Encryption.START_TLS
    if encryption is Encryption.START_TLS and not start_tls:
        if not all(_is_this_machine(host) for host, _port in hosts):
            raise table.odd("servers", "ldap:// cần start_tls = true", "ldap:// needs start_tls = true")
        encryption = Encryption.NONE
    settings = LdapSettings(
        vouching=vouching,
        servers=hosts,
        encryption=encryption,
        ca_file=table.text("ca_file", ""),
        bind_dn=table.text("bind_dn"),
        bind_password=table.secret("bind_password_env", required=True),
        people_base=table.text("people_base"),
        people_filter=table.text("people_filter", "(objectClass=inetOrgPerson)"),
        username_attribute=table.text("username_attribute", "uid"),
        name_attribute=table.text("name_attribute", "cn"),
        email_attribute=table.text("email_attribute", "mail"),
        subject_attribute=table.text("subject_attribute", "entryUUID"),
        groups_base=table.text("groups_base", ""),
        group_filter=table.text("group_filter", "(member={dn})"),
        timeout_seconds=table.number("timeout_seconds", 5),
    )
    if "{dn}" not in settings.group_filter:
        raise table.odd("group_filter", "thiếu {dn}", "{dn} is missing")
    table.nothing_left()
    return settings


def _vouching(table: _Table, matching: Matching) -> Vouching:
    code = table.text("code")
    if not _CODE.fullmatch(code) or code in _TAKEN:
        raise table.odd("code", "cần chữ thường, số, gạch nối", "needs small letters, digits, hyphens")
    table.name(code)
    asked = table.text("match", matching.value)
    if asked not in set(Matching):
        raise table.odd("match", "email | username", "email | username")
    new_people = None
    if table.flag("create"):
        new_people = NewPeople(agency=table.text("agency"), unit=table.text("unit", ""))
    return Vouching(
        code=code,
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        matching=Matching(asked),
        agencies=frozenset(table.texts("agencies", ())),
        new_people=new_people,
        roles=tuple(_group_role(each) for each in table.tables("roles")),
    )


def _group_role(table: _Table) -> GroupRole:
    role = table.text("role")
    if role not in set(Role):
        raise table.odd("role", f"các vai trò: {', '.join(Role)}", f"roles: {', '.join(Role)}")
    administrator = table.flag("administrator")
    if (role == Role.ADMINISTRATOR) != administrator:
        raise table.odd(
            "administrator",
            "QUAN_TRI, và chỉ QUAN_TRI, cần administrator = true",
            "QUAN_TRI, and nothing else, needs administrator = true",
        )
    found = GroupRole(
        group=table.text("group"), role=Role(role), agency=table.text("agency"), unit=table.text("unit", "")
    )
    table.nothing_left()
    return found


def _safe_address(table: _Table, key: str) -> str:
    address = table.text(key)
    if not is_safe_address(address):
        raise table.odd(key, "cần https://…", "must be https://…")
    return address


def is_safe_address(address: str) -> bool:
    """Whether nobody on the way can read or change what is sent there: https, or this very machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        named = bool(host) and not parts.username and not parts.fragment and parts.port != 0
    except ValueError:
        return False
    return named and (parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host)))


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host(table: _Table, server: str) -> tuple[str, int]:
    try:
        parts = urlsplit(server)
        port = parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise table.odd("servers", f"“{server}”", f"“{server}”") from None
    if not parts.hostname or parts.path.strip("/") or parts.username:
        raise table.odd("servers", f"“{server}”", f"“{server}”")
    return parts.hostname, port


class _Table:
    """A table of the file: each key is asked for once, and what nobody asked for is a mistake."""

    def __init__(self, place: str, values: Mapping[str, object], environment: Mapping[str, str]) -> None:
        self._place = place
        self._values = dict(values)
        self._environment = environment

    def name(self, place: str) -> None:
        """Say from now on that this is the table of so-and-so."""
        self._place = place

    def odd(self, key: str, vi: str, en: str) -> IdentityFileInvalid:
        return IdentityFileInvalid(f"{self._place} {key}".strip(), vi, en)

    def text(self, key: str, default: str | None = None) -> str:
        found = self._values.pop(key, default)
        if not isinstance(found, str) or (default is None and not found.strip()):
            raise self.odd(key, "cần một dòng chữ", "needs a text")
        return found.strip()

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        found = self._values.pop(key, default)
        if isinstance(found, tuple):
            return found
        if not isinstance(found, list) or not found or not all(isinstance(each, str) for each in found):
            raise self.odd(key, "cần một danh sách chữ", "needs a list of texts")
        return tuple(str(each).strip() for each in found)

    def flag(self, key: str) -> bool:
        found = self._values.pop(key, False)
        if not isinstance(found, bool):
            raise self.odd(key, "true | false", "true | false")
        return found

    def number(self, key: str, default: float) -> float:
        found = self._values.pop(key, default)
        if isinstance(found, bool) or not isinstance(found, int | float) or not 0 < found <= 60:  # noqa: PLR2004
            raise self.odd(key, "cần số giây, nhiều nhất 60", "needs seconds, at most 60")
        return float(found)

    def secret(self, key: str, *, required: bool) -> str:
        """The value of the environment variable that the file names."""
        variable = self.text(key) if required else self.text(key, "")
        if not variable:
            return ""
        value = self._environment.get(variable, "")
        if not value:
            raise self.odd(key, f"biến môi trường {variable} trống", f"the variable {variable} is empty")
        return value

    def tables(self, key: str) -> Iterator[_Table]:
        found = self._values.pop(key, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self.odd(key, f"cần [[{key}]]", f"needs [[{key}]]")
        for number, each in enumerate(found, start=1):
            yield _Table(f"{self._place} {key} {number}".strip(), each, self._environment)

    def nothing_left(self) -> None:
        if self._values:
            raise self.odd(min(self._values), "không có mục này", "there is no such key")
