"""Walking a chain of cases: what led to one, what followed from it, however many steps away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class LinkOf(StrEnum):
    """By what two cases hang together."""

    MESSAGE = "message"
    SIGNAL = "signal"
    RESTART = "restart"
    LADDER = "ladder"
    """The earlier one was late, and a step of its ladder began the later one."""
    FINDING = "finding"
    """The earlier one found it, the later one treats it."""
    NONCONFORMITY = "nonconformity"
    REISSUE = "reissue"
    """The actions of the earlier slip did not help."""
    NEW_VERSION = "new_version"
    """The earlier one wrote the version of a procedure that the later one publishes."""
    REVIEW = "review"
    """In the earlier one the head confirmed the validity that the later one publishes."""
    DECISION = "decision"
    REVIEWED = "reviewed"
    """The later one reviewed what the earlier one came to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """That one case hangs together with a later one; `name` is that of the message, or a code."""

    earlier: UUID
    later: UUID
    of: LinkOf
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a walk came to; `more` when it stopped at the limit."""

    before: frozenset[UUID]
    after: frozenset[UUID]
    links: tuple[ChainLink, ...]
    more: bool


def walk(here: UUID, links_of: Callable[[frozenset[UUID]], Iterable[ChainLink]], *, most: int) -> Reach:
    """All cases from which links lead to `here`, and all to which links lead from it.

    Links lead from the earlier case to the later one, so a case is in the chain of another exactly when that
    one is in its own, as long as neither chain is longer than `most`.
    """
    before, after = {here}, {here}
    back, forth = frozenset({here}), frozenset({here})
    found: dict[ChainLink, None] = {}
    while (back or forth) and len(before | after) <= most:
        links = tuple(links_of(back | forth))
        found |= dict.fromkeys(links)
        back = frozenset(link.earlier for link in links if link.later in back) - before
        forth = frozenset(link.later for link in links if link.earlier in forth) - after
        before |= back
        after |= forth
    reached = before | after
    return Reach(
        before=frozenset(before - {here}),
        after=frozenset(after - before),
        links=tuple(link for link in found if {link.earlier, link.later} <= reached),
        more=bool(back or forth),
    )
