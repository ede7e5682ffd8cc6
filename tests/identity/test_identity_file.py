"""The file in which an administrator writes of directories and providers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qms.accounts.identity_file import IdentityFileInvalid, read_identity
from qms.accounts.identity_settings import Encryption, Matching
from qms.organisation.roles import Role

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "sign-in-providers.md"
SECRETS = {"QUYTRINH_OPENID_TINH": "s1", "QUYTRINH_LDAP_SO": "s2"}
OPENID = """
[[openid]]
code = "tinh"
name_vi = "Cổng của tỉnh"
name_en = "Province"
issuer = "https://id.tayninh.example"
client_id = "quytrinh"
client_secret_env = "QUYTRINH_OPENID_TINH"
"""
LDAP = """
[[ldap]]
code = "so"
name_vi = "Danh bạ"
name_en = "Directory"
servers = ["ldaps://dc1.tayninh.example", "ldaps://dc2.tayninh.example:3636"]
bind_dn = "cn=reader"
bind_password_env = "QUYTRINH_LDAP_SO"
people_base = "ou=people"
"""


def _file(folder: Path, text: str, name: str = "identity.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_no_file_means_nobody_else_vouches() -> None:
    found = read_identity("", {})
    assert (found.openid, found.ldap) == ((), ())


def test_what_is_left_out_is_the_careful_choice(tmp_path: Path) -> None:
    found = read_identity(_file(tmp_path, OPENID + LDAP), SECRETS)
    (openid,), (ldap,) = found.openid, found.ldap
    assert (openid.client_secret, openid.second_factor, openid.trusts_email) == ("s1", False, False)
    assert (openid.vouching.matching, openid.vouching.new_people) == (Matching.EMAIL, None)
    assert ldap.servers == (("dc1.tayninh.example", 636), ("dc2.tayninh.example", 3636))
    assert ldap.encryption is Encryption.LDAPS
    assert "s1" not in repr(openid)
    assert "s2" not in repr(ldap)


def test_the_examples_of_the_documentation_are_read(tmp_path: Path) -> None:
    blocks = [part.split("```")[0] for part in DOCUMENT.read_text(encoding="utf-8").split("```toml\n")[1:]]
    assert blocks
    found = read_identity(_file(tmp_path, "\n".join(blocks)), SECRETS)
    assert len(found.openid) == len(found.ldap) == 1
    assert {each.role for each in found.openid[0].vouching.roles} == {Role.ISO_SECRETARY, Role.ADMINISTRATOR}


def test_json_says_the_same(tmp_path: Path) -> None:
    table = {
        "code": "tinh",
        "name_vi": "a",
        "name_en": "b",
        "issuer": "https://id.example",
        "client_id": "q",
    }
    found = read_identity(_file(tmp_path, json.dumps({"openid": [table]}), "identity.json"), {})
    assert found.openid[0].client_secret == ""


ROLE = '[[openid.roles]]\ngroup = "g"\nagency = "A"\n'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OPENID.replace("https:", "http:"), "tinh issuer"),
        (OPENID.replace("https://id", "https://u:p@id"), "tinh issuer"),
        (OPENID.replace('"tinh"', '"local"'), "code"),
        (OPENID.replace('"tinh"', '"Tỉnh"'), "code"),
        (OPENID + OPENID, "tinh"),
        (OPENID + 'colour = "red"', "tinh colour"),
        (OPENID + 'algorithms = ["HS256"]', "tinh algorithms"),
        (OPENID + 'algorithms = ["none"]', "tinh algorithms"),
        (OPENID + 'scopes = ["email"]', "tinh scopes"),
        (OPENID + 'match = "name"', "tinh match"),
        (OPENID + "create = true", "tinh agency"),
        (OPENID + "create = 1", "tinh create"),
        (OPENID + "timeout_seconds = 600", "tinh timeout_seconds"),
        (OPENID + ROLE + 'role = "VUA"', "tinh roles 1 role"),
        (OPENID + ROLE + 'role = "QUAN_TRI"', "tinh roles 1 administrator"),
        (OPENID + ROLE + 'role = "THU_KY_ISO"\nadministrator = true', "tinh roles 1 administrator"),
        (OPENID.replace("QUYTRINH_OPENID_TINH", "NOT_SET"), "tinh client_secret_env"),
        (LDAP.replace("ldaps:", "ldap:"), "so servers"),
        (LDAP.replace('"ldaps://dc1', '"ldap://dc1'), "so servers"),
        (LDAP.replace("ldaps://dc1.tayninh.example", "ldaps://dc1/x"), "so servers"),
        (LDAP.replace('bind_dn = "cn=reader"', 'bind_dn = ""'), "so bind_dn"),
        (LDAP.replace("QUYTRINH_LDAP_SO", "NOT_SET"), "so bind_password_env"),
        (LDAP + 'group_filter = "(member=x)"', "so group_filter"),
        ("[[saml]]", "saml"),
        ("[openid]", "openid"),
        ("= 1", "identity.toml"),
    ],
)
def test_what_is_odd_stops_the_start_and_is_named(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(IdentityFileInvalid) as refused:
        read_identity(_file(tmp_path, text), SECRETS)
    assert place in str(refused.value)


def test_only_this_very_machine_is_spoken_to_without_encryption(tmp_path: Path) -> None:
    plain = LDAP.replace("ldaps://dc1.tayninh.example", "ldap://127.0.0.1").replace(
        '"ldaps://dc2.tayninh.example:3636"', '"ldap://localhost:3389"'
    )
    assert read_identity(_file(tmp_path, plain), SECRETS).ldap[0].encryption is Encryption.NONE
    started = LDAP.replace("ldaps:", "ldap:") + "start_tls = true"
    assert read_identity(_file(tmp_path, started), SECRETS).ldap[0].encryption is Encryption.START_TLS
