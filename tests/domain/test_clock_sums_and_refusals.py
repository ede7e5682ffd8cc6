"""What a clock ledger sums up to, which ones are refused, and how case and task share theirs."""

from collections.abc import Sequence
from datetime import date

import pytest

from engine.domain.clock_entries import require_entry
from engine.domain.clock_ledger import (
    LedgerEntry,
    effect_of,
    event_moment,
    intervals,
    merged,
    reckon,
    sum_of,
)
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
from engine.domain.deadline_policy import DeadlineUnit, PolicyUnsound
from engine.domain.errors import Refusal
from tests.domain.clock_ledgers import (
    CALENDAR,
    MONDAY,
    PAUSE,
    RESET,
    RESUME,
    SEVEN_DAYS,
    at,
    extension,
    pause,
)
from tests.domain.test_deadline import policy


def test_the_stretches_and_their_sum_are_in_working_minutes() -> None:
    entries = pause(at(6, 9), at(7, 9))
    found = intervals(at(5, 8), entries, CALENDAR, at(7, 10))
    assert [(one.running, one.working_minutes) for one in found] == [(True, 540), (False, 480), (True, 60)]
    overdue = reckon(SEVEN_DAYS, at(5, 8), entries, CALENDAR).deadline.overdue_from
    total = sum_of(found, overdue, None, CALENDAR, at(7, 10))
    assert (total.elapsed, total.stood) == (600, 480)
    assert total.remaining == CALENDAR.working_minutes_between(at(7, 10), at(16, 0))
    late = sum_of(found, overdue, None, CALENDAR, at(19, 9, 30))
    assert late.remaining == -600


def test_what_is_left_stays_while_the_clock_stands_still() -> None:
    entries = pause(at(6, 9))
    reckoning = reckon(SEVEN_DAYS, at(5, 8), entries, CALENDAR)
    left = {
        sum_of(
            intervals(at(5, 8), entries, CALENDAR, now),
            reckoning.deadline.overdue_from,
            reckoning.paused_since,
            CALENDAR,
            now,
        ).remaining
        for now in (at(6, 9), at(9, 9), at(30, 9))
    }
    assert len(left) == 1


def test_the_sum_begins_anew_with_a_reset() -> None:
    entries = [*pause(at(6, 9), at(7, 9)), LedgerEntry(kind=RESET, at=at(8, 8))]
    total = sum_of(intervals(at(5, 8), entries, CALENDAR, at(8, 9)), None, None, CALENDAR, at(8, 9))
    assert (total.elapsed, total.stood, total.remaining) == (60, 0, None)


@pytest.mark.parametrize(
    ("entries", "refusal"),
    [
        ([*pause(at(6, 9)), *pause(at(7, 9))], ClockPausedAlready),
        ([LedgerEntry(kind=RESUME, at=at(6, 9))], ClockNotPaused),
        ([*pause(at(6, 9), at(7, 9)), *pause(at(6, 10))], EntriesOutOfOrder),
        ([extension(at(6, 9), 0)], ExtensionOfNothing),
        ([extension(at(6, 9), -2)], ExtensionOfNothing),
        ([extension(at(6, 9), 3, unit=DeadlineUnit.FIXED_DATE)], ExtensionOfNothing),
        ([extension(at(6, 9))], ExtensionOfNothing),
        ([extension(at(6, 9), 3, until=date(2026, 12, 1))], ExtensionOfNothing),
        ([extension(at(6, 9), until=date(9999, 1, 1))], EntryYearImpossible),
        (pause(at(6, 9).replace(year=9999)), EntryYearImpossible),
    ],
)
def test_a_ledger_that_tells_no_story_is_refused(
    entries: Sequence[LedgerEntry], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal) as refused:
        reckon(SEVEN_DAYS, MONDAY, entries, CALENDAR)
    assert refused.value.vi
    assert refused.value.en


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (LedgerEntry(kind=PAUSE, at=at(9, 9)), EntryInFuture),
        (LedgerEntry(kind=PAUSE, at=at(4, 23)), EntryBeforeEvent),
        (extension(at(7, 9), until=date(2026, 10, 14)), ExtensionBackwards),
        (LedgerEntry(kind=PAUSE, at=at(7, 9), authority="Chủ tịch", basis=" "), GroundsMissing),
        (LedgerEntry(kind=PAUSE, at=at(7, 9), basis="Điều 54"), GroundsMissing),
    ],
)
def test_an_entry_that_may_not_follow_is_refused(entry: LedgerEntry, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        require_entry(
            entry,
            (),
            event=event_moment(MONDAY, CALENDAR),
            legal_due=date(2026, 10, 14),
            by_person=True,
            now=at(8, 9),
        )


def test_an_event_of_a_case_has_the_effect_that_the_policy_gives_it() -> None:
    rule = policy(
        DeadlineUnit.WORKING_DAY,
        7,
        pause_on=("yeu_cau_bo_sung",),
        resume_on=("da_bo_sung",),
        reset_on=("nop",),
    )
    found = [effect_of(rule, event) for event in ("yeu_cau_bo_sung", "da_bo_sung", "nop", "khac")]
    assert found == [PAUSE, RESUME, RESET, None]
    with pytest.raises(PolicyUnsound):
        policy(DeadlineUnit.WORKING_DAY, 7, pause_on=("nop",), reset_on=("nop",))
    with pytest.raises(PolicyUnsound):
        policy(DeadlineUnit.FIXED_DATE, day=1, month=2, pause_on=("nop",))


def test_a_task_stands_still_while_its_case_does_or_it_does_itself() -> None:
    of_case = [*pause(at(6, 9), at(8, 9)), *pause(at(12, 9))]
    of_task = pause(at(7, 9), at(9, 9))
    found = merged(of_case, of_task, at(5, 8))
    assert [(one.kind, one.at) for one in found] == [
        (PAUSE, at(6, 9)),
        (RESUME, at(9, 9)),
        (PAUSE, at(12, 9)),
    ]


def test_a_task_that_comes_while_its_case_is_paused_begins_paused() -> None:
    found = merged(pause(at(6, 9), at(8, 9)), (), at(7, 8))
    assert [(one.kind, one.at) for one in found] == [(PAUSE, at(7, 8)), (RESUME, at(8, 9))]
    assert merged(pause(at(6, 9), at(7, 8)), (), at(7, 9)) == ()
