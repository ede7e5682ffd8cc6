"""The OpenID providers as the sign-in page shows them."""

from __future__ import annotations

from typing import NamedTuple

from qms.accounts.linking import method_of
from web.auth.cookies import token_of_request
from web.system import over_agencies
from web.translation import language_of_request


class ProviderButton(NamedTuple):
    """A provider as the sign-in page offers it."""

    code: str
    name: str


def provider_buttons() -> tuple[ProviderButton, ...]:
    """The OpenID providers by name in the language of the page."""
    english = language_of_request() == "en"
    return tuple(
        ProviderButton(each.vouching.code, each.vouching.name_en if english else each.vouching.name_vi)
        for each in over_agencies().identity.openid
    )


def left_provider() -> str:
    """The code of the provider by which this browser's session was opened; empty: by none."""
    token = token_of_request()
    codes = {each.vouching.code for each in over_agencies().identity.openid}
    if not token or not codes:
        return ""
    with over_agencies().store.reading() as database:
        method = method_of(database, token)
    return method if method in codes else ""
