"""Settings of the provider as an administrator writes them, with what a test wants otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qms.accounts.identity_settings import GroupRole, Matching, OpenIdSettings, Vouching
from qms.organisation.roles import Role
from tests.identity_servers.openid_provider import SECRET

AGENCY = "VP-UBND-TN"
LEGAL = GroupRole(group="phap-che", role=Role.LEGAL_OFFICER, agency=AGENCY, unit="")


def openid_settings(issuer: str, vouching: Mapping[str, Any] | None = None, **others: Any) -> OpenIdSettings:
    """A confidential client of the provider `tinh`, which finds people by verified e-mail."""
    values: dict[str, Any] = {
        "vouching": Vouching(
            **{
                "code": "tinh",
                "name_vi": "Cổng của tỉnh",
                "name_en": "Province",
                "matching": Matching.EMAIL,
                "roles": (LEGAL,),
                **(vouching or {}),
            }
        ),
        "issuer": issuer,
        "client_id": "quytrinh",
        "client_secret": SECRET,
        "scopes": ("openid", "profile", "email", "groups"),
        "username_claim": "preferred_username",
        "groups_claim": "groups",
        "algorithms": ("RS256",),
        "second_factor": False,
        "second_factor_values": frozenset({"two-factors", "otp"}),
        "acr_values": "",
        "trusts_email": False,
        "timeout_seconds": 5.0,
    }
    return OpenIdSettings(**{**values, **others})
