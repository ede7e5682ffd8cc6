"""What a plan may not lack, in what order its year runs, and a year moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qms.plans.first_lines import a_year_later
from qms.plans.rules import ActivityKind, Demanded, PlanLine, missing_of, sequencing_warnings

ECONOMY, INTERIOR = UUID(int=1), UUID(int=2)
DEMANDED = Demanded(units={ECONOMY: "Phòng Kinh tế", INTERIOR: "Phòng Nội chính"}, reports=("BC_NAM",))


def line(kind: ActivityKind, since: date, until: date, *audited: UUID, subject: str = "") -> PlanLine:
    return PlanLine(
        kind=kind,
        subject=subject,
        what="Hoạt động",
        unit=None,
        partners="",
        audited=frozenset(audited),
        starts_on=since,
        ends_on=until,
        product="",
    )


WHOLE = (
    line(ActivityKind.AUDIT, date(2026, 9, 1), date(2026, 10, 9), ECONOMY, INTERIOR),
    line(ActivityKind.REVIEW, date(2026, 10, 20), date(2026, 10, 31)),
    line(ActivityKind.TRAINING, date(2026, 2, 1), date(2026, 3, 1)),
    line(ActivityKind.REPORT, date(2026, 10, 1), date(2026, 11, 6), subject="BC_NAM"),
)


def told(*lines: PlanLine) -> str:
    return " ".join(vi for vi, _ in missing_of(lines, DEMANDED))


def test_a_whole_plan_lacks_nothing() -> None:
    assert told(*WHOLE) == ""
    assert sequencing_warnings(WHOLE, 2026) == ()


def test_each_thing_that_is_left_out_is_named() -> None:
    names = ("đánh giá nội bộ", "xem xét của lãnh đạo", "đào tạo", "báo cáo năm")
    for position, name in enumerate(names):
        rest = [one for at, one in enumerate(WHOLE) if at != position]
        assert f"Thiếu {name}" in told(*rest)


def test_the_unit_that_is_not_audited_is_named_and_no_other() -> None:
    audit = replace(WHOLE[0], audited=frozenset({ECONOMY}))
    assert "Phòng Nội chính" in told(audit, *WHOLE[1:])
    assert "Phòng Kinh tế" not in told(audit, *WHOLE[1:])
    split = replace(WHOLE[0], audited=frozenset({INTERIOR}))
    assert told(audit, split, *WHOLE[1:]) == ""


def test_an_audit_after_the_tenth_of_october_or_after_the_review_is_warned_of() -> None:
    late = replace(WHOLE[0], starts_on=date(2026, 10, 11), ends_on=date(2026, 10, 15))
    (warning,) = sequencing_warnings((late, *WHOLE[1:]), 2026)
    assert "sau 10/10/2026" in warning[0]
    assert sequencing_warnings((replace(late, starts_on=date(2026, 10, 10)), *WHOLE[1:]), 2026) == ()
    long = replace(WHOLE[0], ends_on=date(2026, 11, 2))
    (warning,) = sequencing_warnings((long, *WHOLE[1:]), 2026)
    assert "31/10/2026" in warning[0]


@given(day=st.dates(date(2015, 1, 1), date(2050, 12, 31)), years=st.integers(0, 30))
def test_a_day_moved_by_years_stays_in_its_month(day: date, years: int) -> None:
    moved = a_year_later(day, years)
    assert (moved.year, moved.month) == (day.year + years, day.month)
    assert moved.day == day.day or (day.month, day.day, moved.day) == (2, 29, 28)
