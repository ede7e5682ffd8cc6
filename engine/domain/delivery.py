"""When a person is told: at once, in the day's digest or not at all, and not in the agency's quiet hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from engine.domain.local_time import OFFICE_ZONE, local_moment

DIGEST_AT: Final = time(7, 30)
SETTLE: Final = timedelta(minutes=1)
"""How long a notice waits for others to the same person, so that one run makes one mail."""
STILL_OF_THE_DIGEST: Final = timedelta(minutes=10)
"""What arises so soon after the hour of the digest, as the morning's reminders do, still goes with it."""
REQUIRED_KINDS: Final = frozenset({"M03", "M04", "M06", "M11", "E4", "S01", "S05", "S06"})
"""Letters that the law asks for (lateness, apology) and calls for repair: nobody can do without them.

So is every escalation of a ladder, by whatever letter an office lets it speak.
"""
_ONE_DAY: Final = timedelta(days=1)


class Delivery(StrEnum):
    """How a person wants to be told; required letters are told at once whatever it says."""

    IMMEDIATELY = "immediately"
    DIGEST = "digest"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTimes:
    """When an agency's mails rest, and when the day's digest goes out; hours on the clocks of Vietnam.

    Quiet hours run from `quiet_from` (included) until `quiet_until` (excluded), perhaps over midnight.
    """

    quiet_from: time | None = None
    quiet_until: time | None = None
    digest_at: time = DIGEST_AT


def when_told(
    kind: str,
    delivery: Delivery,
    times: MailTimes,
    *,
    created: datetime,
    now: datetime,
    required: bool = False,
) -> datetime | None:
    """The moment, `now` or later, at which a notice goes into a letter; None: never.

    `created` is when it was written down, or should have been: a digest whose hour has passed since is sent
    now. `required` says that nobody can do without this one, whatever its kind.
    """
    if required or kind in REQUIRED_KINDS or delivery is Delivery.IMMEDIATELY:
        return after_quiet(now, times)
    if delivery is Delivery.NONE:
        return None
    return after_quiet(max(now, _digest_of(created, times)), times)


def after_quiet(moment: datetime, times: MailTimes) -> datetime:
    """The moment itself, or the end of the quiet hours in which it lies."""
    start, end = times.quiet_from, times.quiet_until
    if start is None or end is None or start == end:
        return moment
    local = local_moment(moment)
    clock = local.time()
    quiet = start <= clock < end if start < end else clock >= start or clock < end
    if not quiet:
        return moment
    day = local.date() if clock < end else local.date() + _ONE_DAY
    return datetime.combine(day, end, OFFICE_ZONE).astimezone(UTC)


def _digest_of(created: datetime, times: MailTimes) -> datetime:
    """The digest with which what was written down at `created` goes: the first one not yet closed then.

    It is written a little after its hour, so that what arises at that very hour settles into it.
    """
    day = local_moment(created).date()
    of_the_day = datetime.combine(day, times.digest_at, OFFICE_ZONE)
    if created >= of_the_day + STILL_OF_THE_DIGEST:
        of_the_day = datetime.combine(day + _ONE_DAY, times.digest_at, OFFICE_ZONE)
    return (of_the_day + SETTLE).astimezone(UTC)
