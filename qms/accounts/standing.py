"""What still stands between a signed-in person and the work: a code, a new password, a second factor."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from engine.domain.assignment import Viewer
from qms.accounts.sessions import KnownBrowser


class Standing(StrEnum):
    """The next thing to do after the password."""

    FREE = "free"
    CODE = "code"
    """The second factor is to be shown."""
    PASSWORD = "password"  # noqa: S105 - not one
    """The password was given by somebody else: an own one is to be chosen."""
    FACTOR = "factor"
    """The role asks for a second factor, and there is none yet."""


def standing(browser: KnownBrowser, roles: Collection[str], obliging: Collection[str]) -> Standing:
    """What this browser has to do next; `roles` count whether held by own right or reached by a mandate."""
    if browser.has_factor and not browser.factor_shown:
        return Standing.CODE
    if browser.must_change_password:
        return Standing.PASSWORD
    if not browser.factor_shown and not set(roles).isdisjoint(obliging):
        return Standing.FACTOR
    return Standing.FREE


def roles_of(viewer: Viewer) -> frozenset[str]:
    """The roles in which somebody may act today, by own right or in another's name."""
    return frozenset({grant.role for grant in viewer.grants} | {grant.role for grant in viewer.mandated})
