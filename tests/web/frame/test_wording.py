from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import given
from hypothesis import strategies as st

from web.wording import Urgency, clock, day, due_in_words, moment, number, weekday

TARGET = date(2027, 2, 26)
LEGAL = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def page(preview: Flask) -> Iterator[None]:
    with preview.test_request_context("/"):
        yield


@pytest.mark.parametrize(
    ("today", "text", "urgency"),
    [
        (date(2026, 11, 30), "Hạn 26/02/2027", Urgency.OPEN),
        (date(2027, 2, 23), "Còn 3 ngày", Urgency.SOON),
        (date(2027, 2, 25), "Còn 1 ngày", Urgency.SOON),
        (date(2027, 2, 26), "Mục tiêu hôm nay", Urgency.TODAY),
        (date(2027, 2, 27), "Trễ mục tiêu, còn 2 ngày", Urgency.SOON),
        (date(2027, 3, 1), "Đến hạn hôm nay", Urgency.TODAY),
        (date(2027, 3, 2), "Quá hạn 1 ngày", Urgency.LATE),
        (date(2027, 3, 11), "Quá hạn 10 ngày", Urgency.LATE),
    ],
)
def test_a_due_date_reads_as_words(today: date, text: str, urgency: Urgency) -> None:
    words = due_in_words(TARGET, LEGAL, today)

    assert (words.text, words.urgency) == (text, urgency)
    assert words.sentence == "Hạn mục tiêu thứ Sáu 26/02/2027. Hạn pháp lý thứ Hai 01/03/2027"


def test_a_due_date_reads_in_english_with_its_plurals() -> None:
    with force_locale("en"):
        assert due_in_words(TARGET, LEGAL, date(2027, 3, 2)).text == "1 day overdue"
        assert due_in_words(TARGET, LEGAL, date(2027, 3, 3)).text == "2 days overdue"
        sentence = due_in_words(TARGET, LEGAL, date(2027, 2, 27)).sentence
        assert sentence == "Target date Friday 26/02/2027. Legal due date Monday 01/03/2027"


def test_a_task_without_dates_says_so() -> None:
    assert due_in_words(None, None, LEGAL).text == "Không có hạn"


def test_one_date_alone_is_enough() -> None:
    assert due_in_words(None, LEGAL, LEGAL).text == "Đến hạn hôm nay"
    assert due_in_words(TARGET, None, TARGET + timedelta(days=1)).text == "Quá hạn 1 ngày"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-30, 30), st.integers(-400, 400))
def test_only_what_is_past_its_legal_date_is_late(legal: date, lead: int, distance: int) -> None:
    today = legal + timedelta(days=distance)

    words = due_in_words(legal - timedelta(days=lead), legal, today)

    assert (words.urgency is Urgency.LATE) == (today > legal)


def test_moments_are_shown_in_vietnam() -> None:
    late_in_london = datetime(2026, 12, 31, 18, 5, tzinfo=UTC)

    assert moment(late_in_london) == "01/01/2027 01:05"
    assert clock(late_in_london) == "01:05"
    assert day(late_in_london) == "01/01/2027"
    assert weekday(late_in_london) == "thứ Sáu"


def test_nothing_stays_empty() -> None:
    assert (day(None), moment(None), clock(None)) == ("", "", "")


def test_days_of_the_week_are_named_in_the_language_of_the_page() -> None:
    assert weekday(date(2027, 2, 28)) == "Chủ nhật"
    with force_locale("en"):
        assert weekday(date(2027, 2, 28)) == "Sunday"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1234567, "1.234.567"),
        (Decimal("1234.50"), "1.234,50"),
        (1234.5, "1.234,5"),
        (-1234, "-1.234"),
    ],
)
def test_numbers_are_grouped_by_points(value: float | Decimal, text: str) -> None:
    assert number(value) == text
