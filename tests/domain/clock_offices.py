"""Offices, policies and ledgers of every kind, among which hypothesis looks for a clock that turns round."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from engine.domain.calendar import VIETNAM, CalendarDay, DayKind, OfficeHours, WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, reckon
from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, Roll
from tests.domain.clock_ledgers import extension, pause
from tests.domain.test_deadline import policy

_FULL = ((time(7, 30), time(11, 30)), (time(13), time(17)))
_MORNING = ((time(8, 15), time(11, 45)),)
HOURS = [
    OfficeHours(),
    OfficeHours(week=(*[_FULL] * 5, _MORNING, ())),
    OfficeHours(week=(_FULL, ((time(7), time(14, 30)),), _MORNING, _FULL, _MORNING, _MORNING, ())),
    OfficeHours(week=(*[_MORNING] * 6, ()), made_up=_MORNING),
]
WITH_SATURDAYS = WorkingCalendar(hours=HOURS[1])
FIRST, LAST = date(2026, 8, 17), date(2026, 10, 15)
START = datetime(2026, 8, 24, tzinfo=VIETNAM)
UNITS = st.sampled_from(
    [
        policy(DeadlineUnit.WORKING_DAY, 3),
        policy(DeadlineUnit.WORKING_DAY, 0),
        policy(DeadlineUnit.WORKING_DAY, -2),
        policy(DeadlineUnit.WORKING_DAY, 1, anchor_is_receipt=True, cutoff=time(15)),
        policy(DeadlineUnit.WORKING_DAY, 5, first_day_counts=True, safety_margin=1),
        policy(DeadlineUnit.HOUR, 20),
        policy(DeadlineUnit.HOUR, 2, anchor_is_receipt=True, cutoff=time(15)),
        policy(DeadlineUnit.CALENDAR_DAY, 6),
        policy(DeadlineUnit.CALENDAR_DAY, 2, anchor_is_receipt=True, roll=Roll.NONE),
        policy(DeadlineUnit.MONTH, 1),
        policy(DeadlineUnit.MONTH, 1, anchor_is_receipt=True, cutoff=time(15), roll=Roll.BACKWARD),
        policy(DeadlineUnit.SAME_DAY_CUTOFF, cutoff=time(15)),
        policy(DeadlineUnit.SAME_DAY_CUTOFF, 2, cutoff=time(15)),
        policy(DeadlineUnit.FIXED_DATE, day=10, month=9),
    ]
)


def listed(days: Mapping[date, DayKind]) -> list[CalendarDay]:
    return [CalendarDay(day=day, kind=kind, name="Nghỉ", basis="NĐ") for day, kind in days.items()]


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """Half days, made-up Saturdays, short weekdays, and hours that change on a day."""
    days = draw(st.dictionaries(st.dates(FIRST, LAST), st.sampled_from([*DayKind]), max_size=12))
    changed = draw(st.dictionaries(st.dates(FIRST, LAST), st.sampled_from(HOURS), max_size=1))
    return WorkingCalendar(listed(days), draw(st.sampled_from(HOURS)), from_days=changed)


_TIMES_OF_YEAR: Sequence[Mapping[date, DayKind]] = (
    {},
    {date(2026, 8, 28): DayKind.HALF_DAY, date(2026, 8, 29): DayKind.WORK_SWAPPED},
    {date(2026, 8, day): DayKind.HALF_DAY for day in range(24, 32)} | {date(2026, 9, 2): DayKind.HOLIDAY},
)
OFFICES = st.sampled_from(
    [WorkingCalendar(listed(days), hours) for days in _TIMES_OF_YEAR for hours in HOURS]
)
"""Some of them that are made once: a calendar counts its years only when it is new."""


def moments(days: int = 20) -> st.SearchStrategy[datetime]:
    """Moments from `START` on: some at any second, some where an office opens or closes."""
    whole = st.integers(0, days - 1).map(lambda ahead: START + timedelta(days=ahead))
    seconds = st.integers(0, 86_399) | st.sampled_from([0, 27_000, 41_400, 46_800, 61_200])
    return st.builds(lambda day, second: day + timedelta(seconds=second), whole, seconds)


PAUSES = st.lists(moments(), min_size=2, max_size=6, unique=True).map(sorted)
EXTENSIONS = st.lists(
    st.builds(
        lambda at, amount, unit: extension(at, amount, unit=unit),
        moments(),
        st.integers(1, 9),
        st.sampled_from([*DeadlineUnit][:4]),
    )
    | st.builds(
        lambda at, ahead: extension(at, until=FIRST + timedelta(days=ahead)), moments(), st.integers(9, 60)
    ),
    max_size=2,
).map(lambda entries: sorted(entries, key=lambda entry: entry.at))


def pauses_at(marks: Sequence[datetime]) -> list[LedgerEntry]:
    """Each two moments begin and end a pause."""
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [entry for begins, ends in pairs for entry in pause(begins, ends)]


def with_extensions(entries: Sequence[LedgerEntry], extensions: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    return sorted([*entries, *extensions], key=lambda entry: entry.at)


def no_later(
    rule: DeadlinePolicy,
    one: tuple[datetime, Sequence[LedgerEntry]],
    other: tuple[datetime, Sequence[LedgerEntry]],
    calendar: WorkingCalendar,
) -> bool:
    """Whether no date of the first anchor and ledger lies behind that of the second."""
    first, second = (reckon(rule, anchor, entries, calendar).deadline for anchor, entries in (one, other))
    return (
        first.target_due <= second.target_due
        and first.legal_due <= second.legal_due
        and first.overdue_from <= second.overdue_from
    )
