"""When a person is told: choices of the person, hours of the agency, and what the law does not let wait."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.delivery import REQUIRED_KINDS, Delivery, MailTimes, after_quiet, when_told
from engine.domain.local_time import OFFICE_ZONE, local_moment

NIGHT = MailTimes(quiet_from=time(19, 0), quiet_until=time(6, 30))
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
TIMES = st.builds(MailTimes, quiet_from=st.none() | HOURS, quiet_until=st.none() | HOURS, digest_at=HOURS)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis takes bounds without a zone


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=OFFICE_ZONE).astimezone(UTC)


def told(kind: str, delivery: Delivery, created: str, now: str = "", times: MailTimes = NIGHT) -> str:
    moment = when_told(kind, delivery, times, created=at(created), now=at(now or created))
    return "never" if moment is None else f"{moment.astimezone(OFFICE_ZONE):%d/%m %H:%M}"


def test_at_once_is_at_once() -> None:
    assert told("M01", Delivery.IMMEDIATELY, "23/11/2026 08:01") == "23/11 08:01"


def test_the_digest_of_the_next_morning_takes_what_came_during_the_day() -> None:
    assert told("M01", Delivery.DIGEST, "23/11/2026 08:01") == "24/11 07:31"


def test_what_arises_at_the_very_hour_of_the_digest_goes_with_it() -> None:
    assert told("M02", Delivery.DIGEST, "23/11/2026 07:30") == "23/11 07:31"
    assert told("M02", Delivery.DIGEST, "23/11/2026 07:32") == "23/11 07:32"
    assert told("M02", Delivery.DIGEST, "23/11/2026 07:40") == "24/11 07:31"


def test_after_days_without_a_worker_the_digest_goes_at_once() -> None:
    assert told("M02", Delivery.DIGEST, "20/11/2026 07:30", now="23/11/2026 10:00") == "23/11 10:00"


def test_quiet_hours_end_in_the_morning_before_and_after_midnight() -> None:
    assert told("M01", Delivery.IMMEDIATELY, "23/11/2026 19:00") == "24/11 06:30"
    assert told("M01", Delivery.IMMEDIATELY, "24/11/2026 00:01") == "24/11 06:30"
    assert told("M01", Delivery.IMMEDIATELY, "24/11/2026 06:30") == "24/11 06:30"
    assert told("M01", Delivery.IMMEDIATELY, "23/11/2026 18:59") == "23/11 18:59"


def test_quiet_hours_at_noon() -> None:
    noon = MailTimes(quiet_from=time(11, 30), quiet_until=time(13, 0))
    assert told("M03", Delivery.IMMEDIATELY, "23/11/2026 12:00", times=noon) == "23/11 13:00"
    assert told("M03", Delivery.IMMEDIATELY, "23/11/2026 11:29", times=noon) == "23/11 11:29"


@pytest.mark.parametrize("kind", sorted(REQUIRED_KINDS))
@pytest.mark.parametrize("delivery", list(Delivery))
def test_what_the_law_asks_for_waits_for_no_digest_and_is_told_to_everybody(
    kind: str, delivery: Delivery
) -> None:
    assert told(kind, delivery, "23/11/2026 09:00") == "23/11 09:00"
    assert told(kind, delivery, "02/03/2027 00:01") == "02/03 06:30"


def test_who_wants_no_mail_gets_none_of_what_is_not_required() -> None:
    assert told("M01", Delivery.NONE, "23/11/2026 09:00") == "never"
    assert told("M02", Delivery.NONE, "23/11/2026 09:00") == "never"


@given(moment=MOMENTS, times=TIMES)
def test_no_moment_after_the_quiet_hours_lies_in_them_or_more_than_a_day_away(
    moment: datetime, times: MailTimes
) -> None:
    after = after_quiet(moment, times)
    assert moment <= after < moment + timedelta(days=1)
    assert after_quiet(after, times) == after
    if after != moment:
        assert local_moment(after).time() == times.quiet_until


@given(moment=MOMENTS, waited=st.timedeltas(timedelta(), timedelta(days=5)), times=TIMES)
def test_looked_at_again_at_its_moment_a_notice_is_told_then(
    moment: datetime, waited: timedelta, times: MailTimes
) -> None:
    now = moment + waited
    first = when_told("M01", Delivery.DIGEST, times, created=moment, now=now)
    assert first is not None
    assert first >= now
    assert when_told("M01", Delivery.DIGEST, times, created=moment, now=first) == first
