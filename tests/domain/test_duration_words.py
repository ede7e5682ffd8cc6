"""Durations as files write them, said as people read them."""

from __future__ import annotations

import pytest

from engine.domain.comparison_words import change_words
from engine.domain.duration_words import duration_words


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("P3D", "3 ngày", "3 days"),
        ("PT4H", "4 giờ", "4 hours"),
        ("P1Y2M", "1 năm 2 tháng", "1 year 2 months"),
        ("PT1.5H", "1,5 giờ", "1.5 hours"),
        ("-P1D", "trước 1 ngày", "1 day before"),
        ("R3/PT1H", "mỗi 1 giờ, 3 lần", "every 1 hour, 3 times"),
        ('=duration("P2W")', "2 tuần", "2 weeks"),
    ],
)
def test_durations_are_said_in_words(written: str, vi: str, en: str) -> None:
    assert duration_words(written) == (vi, en)


@pytest.mark.parametrize("written", ["", "P", "PT", "P1DT", "P3", "han + 1", "${thoi_han}", "R/", "3D"])
def test_what_is_no_duration_is_left_as_it_stands(written: str) -> None:
    assert duration_words(written) is None


def test_a_comparison_says_the_timer_in_words_and_other_values_as_they_are() -> None:
    assert change_words("timer.timeDuration", "P3D", "PT4H") == ("3 ngày → 4 giờ", "3 days → 4 hours")
    assert change_words("documentation", "P3D", "PT4H")[0] == "P3D → PT4H"
