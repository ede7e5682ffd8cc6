"""Hours of mails as they are typed, and which of them hold."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Final

from engine.domain.delivery import MailTimes
from engine.domain.errors import Invalid

LONGEST_QUIET: Final = timedelta(hours=14)
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[:hg]([0-5]\d)")


class HourUnreadable(Invalid):
    """A text that names no hour of the day."""

    def __init__(self, text: str) -> None:
        shown = text[:20]
        super().__init__(
            vi=f"“{shown}” không phải là giờ trong ngày; viết giờ:phút, ví dụ 07:30.",
            en=f"“{shown}” is no hour of the day; write hour:minute, for example 07:30.",
        )


class QuietHoursHalf(Invalid):
    """Quiet hours with a beginning and no end, or the other way round."""

    def __init__(self) -> None:
        super().__init__(
            vi="Giờ nghỉ gửi thư cần cả giờ bắt đầu và giờ kết thúc; để trống cả hai nếu không có giờ nghỉ.",
            en="Quiet hours need both a beginning and an end; leave both empty for none.",
        )


class QuietHoursTooLong(Invalid):
    """Quiet hours that would keep people from hearing of anything."""

    def __init__(self) -> None:
        most = LONGEST_QUIET // timedelta(hours=1)
        super().__init__(
            vi=f"Giờ nghỉ gửi thư dài nhất {most} giờ và không được bắt đầu, kết thúc cùng một lúc.",
            en=f"Quiet hours last at most {most} hours and may not begin and end at the same time.",
        )


class DigestInQuietHours(Invalid):
    """A digest at an hour at which no mail goes out."""

    def __init__(self) -> None:
        super().__init__(
            vi="Giờ gửi thư gộp nằm trong giờ nghỉ gửi thư; xin chọn giờ khác.",
            en="The hour of the digest lies in the quiet hours; please choose another.",
        )


def read_hour(text: str) -> time | None:
    """The hour as typed (07:30, 7h30); None for an empty field. Raises HourUnreadable."""
    bare = text.strip().lower()
    if not bare:
        return None
    found = _CLOCK.fullmatch(bare)
    if found is None or not bare.isascii():
        raise HourUnreadable(text)
    return time(int(found[1]), int(found[2]))


def check_times(times: MailTimes) -> None:
    """Refuse hours that do not hold: QuietHoursHalf, QuietHoursTooLong, DigestInQuietHours."""
    start, end = times.quiet_from, times.quiet_until
    if start is None and end is None:
        return
    if start is None or end is None:
        raise QuietHoursHalf
    length = (_of_day(end) - _of_day(start)) % timedelta(days=1)
    if not timedelta() < length <= LONGEST_QUIET:
        raise QuietHoursTooLong
    if (_of_day(times.digest_at) - _of_day(start)) % timedelta(days=1) < length:
        raise DigestInQuietHours


def _of_day(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)
