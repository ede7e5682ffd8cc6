"""Settings of the directory as an administrator writes them, with what a test wants otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qms.accounts.identity_settings import (
    Encryption,
    GroupRole,
    LdapSettings,
    Matching,
    NewPeople,
    Vouching,
)
from qms.organisation.roles import Role
from tests.identity_servers.ldap_server import (
    GROUPS,
    PEOPLE,
    READER,
    READER_PASSWORD,
    RunningDirectory,
)

AGENCY = "VP-UBND-TN"
LEGAL = GroupRole(group=f"CN=phap-che, {GROUPS}", role=Role.LEGAL_OFFICER, agency=AGENCY, unit="")


def ldap_settings(
    directory: RunningDirectory, vouching: Mapping[str, Any] | None = None, **others: Any
) -> LdapSettings:
    """The directory `so` by LDAPS, from which new people are entered into the agency of the demo."""
    values: dict[str, Any] = {
        "vouching": Vouching(
            **{
                "code": "so",
                "name_vi": "Danh bạ tỉnh",
                "name_en": "Province directory",
                "matching": Matching.EMAIL,
                "new_people": NewPeople(agency=AGENCY, unit=""),
                "roles": (LEGAL,),
                **(vouching or {}),
            }
        ),
        "servers": (("127.0.0.1", directory.secure_port),),
        "encryption": Encryption.LDAPS,
        "ca_file": directory.ca_file,
        "bind_dn": READER,
        "bind_password": READER_PASSWORD,
        "people_base": PEOPLE,
        "people_filter": "(objectClass=inetOrgPerson)",
        "username_attribute": "uid",
        "name_attribute": "cn",
        "email_attribute": "mail",
        "subject_attribute": "entryUUID",
        "groups_base": GROUPS,
        "group_filter": "(member={dn})",
        "timeout_seconds": 5.0,
    }
    return LdapSettings(**{**values, **others})
