"""The policies and the calendar the product ships with, on the worked examples of the offices."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from engine.domain.calendar import VIETNAM, DayKind, WorkingCalendar
from engine.domain.deadline import AnchorImpossible, Deadline, DeadlineUnit
from engine.domain.errors import NotFound
from engine.ports import Deadlines
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.deadlines import LegalDeadlines
from qms.legal_time.policies import POLICIES

AGENCY = UUID(int=1)
CALENDAR = WorkingCalendar(seed_calendar())
DEADLINES: Deadlines = LegalDeadlines(POLICIES, lambda _agency: CALENDAR)
ROWS_OF_THE_DOMAIN = {
    "DL-LEGAL-3M",
    "DL-REAUDIT-30D",
    "DL-IA-1Y",
    "DL-MR-1Y",
    "DL-UNIT-1Y",
    "DL-INSP-2M",
    "DL-INSP-1Y",
    "DL-FILE-1508",
    "DL-RPT-1011",
    "DL-RPT-1511",
    "DL-RPT-6M",
    "DL-RPT-1Y",
    "DL-PROV-NOV",
    "DL-PROV-DEC",
    "DL-TTHC-5WD",
    "DL-EPROC-3WD",
    "DL-PLAN",
    "DL-ROADMAP-2025",
    "DL-ROADMAP-2027",
    "DL-ROADMAP-2030",
    "DL-APOLOGY",
    "DL-CHUNGTHUC",
    "DL-HOPDONG",
    "DL-GPXD-7",
    "DL-GPXD-3",
    "DL-GPXD-Q2",
    "DL-GPXD-S2",
    "DL-GPXD-5",
    "DL-KHAISINH",
    "DL-KHAISINH-XN",
    "DL-KS-LT",
    "DL-HKD-3",
    "DL-PAKN-10",
    "DL-NUMBER",
}


def due(code: str, anchor: date | datetime) -> Deadline:
    return DEADLINES.by_policy(AGENCY, code, anchor)


def at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("code", "anchor", "legal", "target"),
    [
        # 1. a decree in force on 01/07/2026
        ("DL-LEGAL-3M", date(2026, 7, 1), date(2026, 10, 1), date(2026, 10, 1)),
        # 2. the law on civil status
        ("DL-LEGAL-3M", date(2027, 3, 1), date(2027, 6, 1), date(2027, 6, 1)),
        # 3. no 30 February, and 28/02/2027 is a Sunday
        ("DL-LEGAL-3M", date(2026, 11, 30), date(2027, 3, 1), date(2027, 2, 26)),
        # 4. thirty days after an audit
        ("DL-REAUDIT-30D", date(2026, 10, 15), date(2026, 11, 16), date(2026, 11, 13)),
        # 5. before a date
        ("DL-FILE-1508", date(2026, 1, 2), date(2026, 8, 14), date(2026, 8, 14)),
        ("DL-FILE-1508", date(2027, 1, 2), date(2027, 8, 14), date(2027, 8, 13)),
        ("DL-RPT-1511", date(2026, 1, 2), date(2026, 11, 14), date(2026, 11, 13)),
        # 6. 02/01/2026 was given off one week before
        ("DL-EPROC-3WD", date(2025, 12, 31), date(2026, 1, 7), date(2026, 1, 7)),
        # 7. a made-up Saturday
        ("DL-EPROC-3WD", date(2026, 8, 20), date(2026, 8, 24), date(2026, 8, 24)),
        # 8. over National Day
        ("DL-GPXD-7", date(2026, 8, 27), date(2026, 9, 10), date(2026, 9, 10)),
        # 9. over a Tết that nobody has decided yet
        ("DL-GPXD-7", date(2027, 2, 2), date(2027, 2, 18), date(2027, 2, 18)),
        # 10. the cut-off of certified copies
        ("DL-CHUNGTHUC", at(date(2026, 10, 9), 14, 59), date(2026, 10, 9), date(2026, 10, 9)),
        ("DL-CHUNGTHUC", at(date(2026, 10, 9), 15, 1), date(2026, 10, 12), date(2026, 10, 12)),
        ("DL-CHUNGTHUC", at(date(2026, 8, 21), 15, 1), date(2026, 8, 22), date(2026, 8, 22)),
        # the acceptance scenario of an inspection
        ("DL-INSP-2M", date(2027, 6, 30), date(2027, 8, 30), date(2027, 8, 30)),
        ("DL-PLAN", date(2027, 1, 4), date(2027, 1, 31), date(2027, 1, 29)),
        ("DL-ROADMAP-2027", date(2026, 5, 5), date(2027, 12, 31), date(2027, 12, 31)),
        ("DL-APOLOGY", date(2026, 10, 12), date(2026, 10, 9), date(2026, 10, 9)),
        ("DL-KS-LT", at(date(2026, 10, 5), 15, 30), date(2026, 10, 9), date(2026, 10, 9)),
        ("DL-KHAISINH-XN", date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 6)),
    ],
)
def test_the_worked_examples_hold(code: str, anchor: date | datetime, legal: date, target: date) -> None:
    deadline = due(code, anchor)
    assert (deadline.legal_due, deadline.target_due) == (legal, target)
    assert deadline.policy == code


def examples_of_the_guide() -> list[tuple[str, str, str, str]]:
    guide = Path(__file__).parents[2] / "docs" / "legal-time.md"
    rows = [line.split("|") for line in guide.read_text(encoding="utf-8").splitlines() if "| DL-" in line]
    return [(row[1].strip(), row[2].strip(), row[3].strip(), row[4].strip()) for row in rows]


@pytest.mark.parametrize(("code", "anchor", "legal", "target"), examples_of_the_guide())
def test_the_guide_tells_the_truth(code: str, anchor: str, legal: str, target: str) -> None:
    form = "%d/%m/%Y %H:%M" if ":" in anchor else "%d/%m/%Y"
    moment = datetime.strptime(anchor, form).replace(tzinfo=VIETNAM)
    deadline = due(code, moment if ":" in anchor else moment.date())
    assert (f"{deadline.legal_due:%d/%m/%Y}", f"{deadline.target_due:%d/%m/%Y}") == (legal, target)


def test_the_guide_has_its_examples() -> None:
    assert len(examples_of_the_guide()) >= 10


def test_an_unfinished_legal_update_is_overdue_at_the_next_midnight() -> None:
    assert due("DL-LEGAL-3M", date(2026, 7, 1)).overdue_from == at(date(2026, 10, 2), 0, 0)


def test_a_report_sent_one_minute_into_the_day_it_had_to_precede_is_late() -> None:
    assert due("DL-RPT-1011", date(2026, 1, 2)).overdue_from <= at(date(2026, 11, 10), 0, 1)


def test_a_copy_asked_for_on_friday_after_the_cutoff_has_an_hour_on_monday() -> None:
    assert due("DL-CHUNGTHUC", at(date(2026, 10, 9), 15, 5)).overdue_from == at(date(2026, 10, 12), 17, 0)


def test_a_date_over_the_tet_of_2027_is_marked_unconfirmed() -> None:
    assert due("DL-GPXD-7", date(2027, 2, 2)).unconfirmed
    assert not due("DL-GPXD-7", date(2026, 8, 27)).unconfirmed


def test_every_row_of_the_domain_has_its_policy_and_each_code_is_there_once() -> None:
    codes = [policy.code for policy in POLICIES]
    assert set(codes) >= ROWS_OF_THE_DOMAIN
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("code", [policy.code for policy in POLICIES])
def test_every_policy_explains_itself_in_both_languages(code: str) -> None:
    deadline = due(code, date(2026, 10, 5))
    assert len(deadline.explanation) >= 3
    assert all(vi.endswith(".") and en.endswith(".") for vi, en in deadline.explanation)
    assert deadline.legal_basis


def test_fixed_dates_only_are_given_in_days_and_months() -> None:
    fixed = {policy.code for policy in POLICIES if policy.unit is DeadlineUnit.FIXED_DATE}
    assert {"DL-IA-1Y", "DL-MR-1Y", "DL-FILE-1508", "DL-PROV-NOV", "DL-PROV-DEC"} <= fixed


def test_an_unknown_policy_is_not_found() -> None:
    with pytest.raises(NotFound) as refusal:
        due("DL-KHONG-CO", date(2026, 10, 5))
    assert "DL-KHONG-CO" in refusal.value.vi


def test_an_impossible_anchor_is_refused() -> None:
    with pytest.raises(AnchorImpossible):
        due("DL-LEGAL-3M", date(9999, 1, 1))


def test_steps_may_give_working_days_or_a_day() -> None:
    assert DEADLINES.working_days(AGENCY, 5, date(2026, 11, 30)).legal_due == date(2026, 12, 7)
    assert DEADLINES.on_date(AGENCY, date(2027, 8, 14)).target_due == date(2027, 8, 13)


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_swapped_days_come_in_pairs(off: date, worked: date) -> None:
    kinds = {listed.day: listed.kind for listed in seed_calendar()}
    assert (kinds[off], kinds[worked]) == (DayKind.OFF_SWAPPED, DayKind.WORK_SWAPPED)


def test_every_listed_day_names_its_paper_and_stands_in_order() -> None:
    days = seed_calendar()
    assert [listed.day for listed in days] == sorted({listed.day for listed in days})
    assert all(listed.name and listed.basis for listed in days)
    assert {listed.day.year for listed in days} == {2024, 2025, 2026, 2027, 2028}


def test_what_awaits_a_decision_is_unconfirmed() -> None:
    awaited = {listed.day for listed in seed_calendar() if not listed.confirmed}
    assert {date(2027, 2, day) for day in range(4, 11)} <= awaited
    assert all(day.year >= 2027 or day == date(2026, 11, 24) for day in awaited)
