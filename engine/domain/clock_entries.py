"""What may stand in the ledger of a deadline's clock, and what is refused at entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from engine.domain.clock_refusals import (
    ClockNotPaused,
    ClockPausedAlready,
    EntriesOutOfOrder,
    EntryBeforeEvent,
    EntryInFuture,
    EntryYearImpossible,
    ExtensionBackwards,
    ExtensionOfNothing,
    GroundsMissing,
)
from engine.domain.deadline_policy import FIRST_YEAR, LARGEST_AMOUNT, LAST_YEAR, DeadlinePolicy, DeadlineUnit


class ClockEntryKind(StrEnum):
    """What an entry does to the clock."""

    PAUSE = "pause"
    RESUME = "resume"
    RESET = "reset"
    """The period begins anew from this moment."""
    EXTENSION = "extension"


EXTENSION_UNITS = (
    DeadlineUnit.WORKING_DAY,
    DeadlineUnit.HOUR,
    DeadlineUnit.CALENDAR_DAY,
    DeadlineUnit.MONTH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One entry; an extension gives an amount in a unit, or the day until which it goes."""

    kind: ClockEntryKind
    at: datetime
    amount: int | None = None
    unit: DeadlineUnit | None = None
    until: date | None = None
    event: str = ""
    authority: str = ""
    basis: str = ""
    reason: str = ""


def effect_of(policy: DeadlinePolicy, event: str) -> ClockEntryKind | None:
    """What an event in a case does to a clock under the policy; None where it is only noted."""
    if event in policy.pause_on:
        return ClockEntryKind.PAUSE
    if event in policy.resume_on:
        return ClockEntryKind.RESUME
    return ClockEntryKind.RESET if event in policy.reset_on else None


def paused_by(entries: Sequence[LedgerEntry]) -> LedgerEntry | None:
    """The pause that is still open after these entries."""
    open_pause = None
    for entry in entries:
        match entry.kind:
            case ClockEntryKind.PAUSE:
                open_pause = entry
            case ClockEntryKind.RESUME | ClockEntryKind.RESET:
                open_pause = None
            case ClockEntryKind.EXTENSION:
                pass
    return open_pause


def merged(
    of_case: Sequence[LedgerEntry], of_task: Sequence[LedgerEntry], created: datetime
) -> tuple[LedgerEntry, ...]:
    """The ledger of a task that came at `created`: it stands still while its case does or it does itself.

    Of the case counts what came after the task; a task that comes while the case is paused begins paused. A
    period that begins anew for the task alone does so standing still while its case stands.
    """
    before = paused_by([entry for entry in of_case if entry.at < created])
    begun = () if before is None else (replace(before, at=created),)
    later = [*begun, *(one for one in of_case if one.at >= created)]
    entries: list[tuple[LedgerEntry, bool]] = [(one, True) for one in later]
    entries += [(one, False) for one in of_task]
    entries.sort(key=lambda pair: pair[0].at)
    found: list[LedgerEntry] = []
    standing: dict[bool, LedgerEntry] = {}
    for entry, by_case in entries:
        stood = bool(standing)
        match entry.kind:
            case ClockEntryKind.PAUSE:
                standing[by_case] = entry
            case ClockEntryKind.RESUME:
                standing.pop(by_case, None)
            case ClockEntryKind.RESET:
                standing = {} if by_case else {of: one for of, one in standing.items() if of}
            case ClockEntryKind.EXTENSION:
                pass
        moves = entry.kind in {ClockEntryKind.RESET, ClockEntryKind.EXTENSION}
        if moves or stood != bool(standing):
            found.append(entry)
        if entry.kind is ClockEntryKind.RESET:
            found += [replace(one, at=entry.at) for one in standing.values()]
    return tuple(found)


def begins_anew(entries: Sequence[LedgerEntry]) -> bool:
    """Whether the last entry gives a new term of which to remind: a reset or an extension.

    What was granted while the clock stood still is a new term when it goes on.
    """
    if not entries or entries[-1].kind is ClockEntryKind.PAUSE:
        return False
    if entries[-1].kind is not ClockEntryKind.RESUME:
        return True
    paused = max(place for place, one in enumerate(entries) if one.kind is ClockEntryKind.PAUSE)
    before = entries[paused - 1] if paused else None
    reset = before is not None and before.kind is ClockEntryKind.RESET and before.at == entries[paused].at
    return reset or any(one.kind is ClockEntryKind.EXTENSION for one in entries[paused:])


def require_sound(entries: Sequence[LedgerEntry]) -> None:
    """Refuse a ledger that tells no story.

    Raises EntryYearImpossible, EntriesOutOfOrder, ClockPausedAlready, ClockNotPaused, ExtensionOfNothing.
    """
    open_pause: LedgerEntry | None = None
    last: LedgerEntry | None = None
    for entry in entries:
        if not FIRST_YEAR <= entry.at.year <= LAST_YEAR:
            raise EntryYearImpossible(entry.at.date())
        if last is not None and entry.at < last.at:
            raise EntriesOutOfOrder(entry.at, last.at)
        match entry.kind:
            case ClockEntryKind.PAUSE:
                if open_pause is not None:
                    raise ClockPausedAlready(open_pause.at)
                open_pause = entry
            case ClockEntryKind.RESUME:
                if open_pause is None:
                    raise ClockNotPaused(entry.at)
                open_pause = None
            case ClockEntryKind.RESET:
                open_pause = None
            case ClockEntryKind.EXTENSION:
                _require_extension(entry)
        last = entry


def require_entry(
    entry: LedgerEntry,
    before: Sequence[LedgerEntry],
    *,
    event: datetime | None,
    legal_due: date | None,
    by_person: bool,
    now: datetime,
) -> None:
    """Refuse an entry that may not follow `before`; `event` is the moment from which the clock runs.

    Raises as require_sound, and EntryInFuture, EntryBeforeEvent, ExtensionBackwards, and GroundsMissing where
    a person moves the clock.
    """
    require_sound([*before, entry])
    if entry.at > now:
        raise EntryInFuture(entry.at)
    if event is not None and entry.at < event:
        raise EntryBeforeEvent(entry.at, event)
    if entry.until is not None and legal_due is not None and entry.until <= legal_due:
        raise ExtensionBackwards(entry.until, legal_due)
    if by_person and not (entry.authority.strip() and entry.basis.strip()):
        raise GroundsMissing


def _require_extension(entry: LedgerEntry) -> None:
    if entry.until is not None:
        if entry.amount is not None or entry.unit is not None:
            raise ExtensionOfNothing
        if not FIRST_YEAR <= entry.until.year <= LAST_YEAR:
            raise EntryYearImpossible(entry.until)
        return
    if entry.amount is None or entry.unit not in EXTENSION_UNITS or not 0 < entry.amount <= LARGEST_AMOUNT:
        raise ExtensionOfNothing
