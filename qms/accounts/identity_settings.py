"""What the administrator wrote about outside directories (LDAP) and OpenID providers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from qms.organisation.roles import Role


class Matching(StrEnum):
    """By what a person is found when an outside identity is seen for the first time."""

    EMAIL = "email"
    USERNAME = "username"


class Encryption(StrEnum):
    """How the way to a directory is kept secret."""

    LDAPS = "ldaps"
    START_TLS = "starttls"
    NONE = "none"
    """Only to this very machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRole:
    """A role of the office that membership in an outside group gives."""

    group: str
    role: Role
    agency: str
    unit: str
    """Code of the unit; empty: the agency as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPeople:
    """Where people are entered who are not in the register yet."""

    agency: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouching:
    """What an outside source of identities is trusted with here."""

    code: str
    """Kept with each identity and session; never to be changed."""
    name_vi: str
    name_en: str
    matching: Matching
    agencies: frozenset[str] = frozenset()
    """Codes of the agencies for whose people it speaks; none named: for all."""
    new_people: NewPeople | None = None
    """None: whoever is not in the register is turned away."""
    roles: tuple[GroupRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIdSettings:
    """An OpenID provider."""

    vouching: Vouching
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    """Empty: a public client, which PKCE alone protects."""
    scopes: tuple[str, ...]
    username_claim: str
    groups_claim: str
    algorithms: tuple[str, ...]
    second_factor: bool
    """Whether the provider asks everybody for a second factor."""
    second_factor_values: frozenset[str]
    """Values of `acr` or `amr` in an ID token that say so for one sign-in."""
    acr_values: str
    """What the provider is asked for; empty: nothing."""
    trusts_email: bool
    """Whether its e-mail addresses hold although it never says `email_verified`."""
    timeout_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LdapSettings:
    """A directory that speaks LDAP."""

    vouching: Vouching
    servers: tuple[tuple[str, int], ...]
    """Host and port, asked in this order."""
    encryption: Encryption
    ca_file: str
    """Certificates to trust; empty: those of the machine."""
    bind_dn: str
    bind_password: str = field(repr=False)
    people_base: str
    people_filter: str
    """All who may sign in; the synchronisation reads them."""
    username_attribute: str
    name_attribute: str
    email_attribute: str
    subject_attribute: str
    """What names an entry for ever: entryUUID, objectGUID."""
    groups_base: str
    group_filter: str
    """Groups of a person; {dn} is the person's name in the directory."""
    timeout_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitySettings:
    """All outside sources of identities, in the order in which they are shown and asked."""

    openid: tuple[OpenIdSettings, ...] = ()
    ldap: tuple[LdapSettings, ...] = ()


NO_PROVIDERS: Final = IdentitySettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Whom an outside source recognised, and what it says about the person."""

    subject: str
    """The one thing that never changes and is never given to somebody else."""
    username: str
    full_name: str
    email: str
    email_verified: bool
    groups: frozenset[str]
    second_factor: bool = False
