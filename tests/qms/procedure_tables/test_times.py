from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.step_times import days_text, sum_of_steps
from qms.procedure_tables.times import TimeKind, read_time, time_in_words, unit_of_heading


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("0,25 ngày", 120),
        ("1/2 ngày", 240),
        ("½ ngày", 240),
        ("Nửa ngày", 240),
        ("04 giờ làm việc", 240),
        ("04 giờ hành chính", 240),
        ("01 (một) ngày làm việc", 480),
        ("1 ngày 4 giờ", 720),
        ("1 1/2 ngày", 720),
        ("1/3 ngày", 160),
        ("30 phút", 30),
        ("8h", 480),
        ("1 buổi", 240),
        ("Không quá 03 ngày làm việc", 1440),
        ("1 tuần", 2400),
    ],
)
def test_times_are_read_as_offices_write_them(text: str, minutes: int) -> None:
    found = read_time(text)
    assert (found.kind, found.minutes) == (TimeKind.COUNTED, minutes)


@pytest.mark.parametrize("text", ["Giờ hành chính", "Không tính thời gian", "Theo giờ hành chính"])
def test_what_offices_exclude_does_not_count(text: str) -> None:
    assert read_time(text).kind is TimeKind.EXCLUDED


@pytest.mark.parametrize(
    ("text", "kind", "proposal"),
    [
        ("", TimeKind.MISSING, None),
        ("Trước ngày 15/8", TimeKind.DATE, None),
        ("15/08/2025", TimeKind.DATE, None),
        ("Ngay sau khi nhận", TimeKind.UNCLEAR, None),
        ("2-3 ngày", TimeKind.UNCLEAR, 1440),
        ("Phòng: 1 ngày; lãnh đạo: 0,5 ngày", TimeKind.UNCLEAR, 720),
        ("1/7 ngày", TimeKind.UNCLEAR, 69),
        ("0 ngày", TimeKind.UNCLEAR, None),
        ("0,25", TimeKind.UNCLEAR, None),
        ("9999999999 ngày", TimeKind.UNCLEAR, None),
    ],
)
def test_what_is_unclear_is_asked_with_a_proposal_at_most(
    text: str, kind: TimeKind, proposal: int | None
) -> None:
    found = read_time(text)
    assert (found.kind, found.minutes) == (kind, proposal)


def test_bare_numbers_take_the_unit_of_their_heading() -> None:
    assert unit_of_heading("Thời gian (giờ làm việc)") == "gio"
    assert read_time("4", "gio").minutes == 240
    assert read_time("0,25", "ngay").minutes == 120


@given(st.integers(min_value=1, max_value=100_000))
@settings(max_examples=60)
def test_times_told_are_read_back(minutes: int) -> None:
    assert read_time(time_in_words(minutes)).minutes == minutes


@given(st.lists(st.none() | st.fractions(min_value=0, max_value=5000, max_denominator=16), max_size=12))
@settings(max_examples=60)
def test_the_sum_of_steps_is_exact(steps: list[Fraction | None]) -> None:
    found = sum_of_steps(steps, 1440)
    assert found.total == sum((step for step in steps if step is not None), Fraction())
    assert (found.counted + found.excluded) == len(steps)
    assert found.agrees == (found.total == 1440)


def test_a_sum_is_told_in_days() -> None:
    assert sum_of_steps([120, 120, 480, 240, 720, None], 1440).vi == "tổng 3,5 > 3 ngày"
    assert sum_of_steps([480, 480], 1440).en == "total 2 < 3 days"
    assert days_text(160) == "1/3"
    assert days_text(1600) == "3 1/3"
