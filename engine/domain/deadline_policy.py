"""Deadline policies: how a legal or agreed period is counted, as data that an administrator may change."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from engine.domain.errors import Invalid

LARGEST_AMOUNT = 10_000
_MONTHS_OF_A_YEAR = 12
_MINUTES_OF_AN_HOUR = 60
_LEAP_YEAR = 2024


class DeadlineUnit(Enum):
    """What the amount of a policy counts."""

    HOUR = "hour"
    """Hours of office time, from the very moment; eight make a working day."""
    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    FIXED_DATE = "fixed_date"
    """A date of the year of the anchor (or of one year): a point in time, not a period."""
    SAME_DAY_CUTOFF = "same_day_cutoff"
    """The end of the office day of the receipt, or `amount` working days later."""


class Roll(Enum):
    """What becomes of a period that ends on a day off."""

    FORWARD = "forward"
    BACKWARD = "backward"
    NONE = "none"


_FIXED_ONLY = "ngày, tháng, năm cố định và “trước ngày” chỉ dùng cho mốc cố định"
_FIXED_ONLY_EN = "a fixed day, month, year and “before the day” belong to fixed dates only"


class PolicyWithoutBasis(Invalid):
    """A deadline policy that names no legal or other paper."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Quy tắc thời hạn {code} chưa ghi căn cứ. Xin nhập văn bản, điều, khoản làm căn cứ.",
            en=f"The deadline policy {code} names no basis. Please enter the document and article.",
        )
        self.code = code


class PolicyUnsound(Invalid):
    """A deadline policy whose parts do not go together."""

    def __init__(self, code: str, *, vi: str, en: str) -> None:
        super().__init__(
            vi=f"Quy tắc thời hạn {code} chưa đúng: {vi}.",
            en=f"The deadline policy {code} does not hold: {en}.",
        )
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePolicy:
    """One way to count a deadline; what cannot be counted cannot be made (raises Invalid).

    `amount` may be negative for working days only: that many working days before the anchor.
    `cutoff` is the local time after which something received counts as received the next working day.
    """

    code: str
    name_vi: str
    name_en: str
    anchor_event_vi: str
    """What the anchor is, as the explanation begins with it: "Ngày hiệu lực"."""
    anchor_event_en: str
    unit: DeadlineUnit
    legal_basis: str
    amount: int = 0
    minutes: int = 0
    """What a number of hours has beyond whole ones, 0 to 59."""
    first_day_counts: bool = False
    roll: Roll = Roll.FORWARD
    exclusive: bool = False
    """"Before the day": the day before it is the last one in time."""
    month: int | None = None
    day: int | None = None
    year: int | None = None
    """Of a date that comes once; None for a date of every year."""
    anchor_is_receipt: bool = False
    """Whether the anchor is a receipt at the office: outside office days it waits for the next opening."""
    cutoff: time | None = None
    safety_margin: int = 0
    """Working days by which the target lies before what the law allows."""
    owed_to_department: bool = False
    pause_on: tuple[str, ...] = ()
    """Events in a case at which its clock stops, as its model names them."""
    resume_on: tuple[str, ...] = ()
    """Events at which it goes on."""
    reset_on: tuple[str, ...] = ()
    """Events at which the period begins anew."""

    def __post_init__(self) -> None:
        if not self.legal_basis.strip():
            raise PolicyWithoutBasis(self.code)
        for broken, vi, en in self._objections():
            if broken:
                raise PolicyUnsound(self.code, vi=vi, en=en)

    @property
    def waits_for_opening(self) -> bool:
        """Whether an anchor outside office hours counts as the next opening."""
        return self.anchor_is_receipt or self.unit is DeadlineUnit.SAME_DAY_CUTOFF

    @property
    def office_minutes(self) -> int:
        """The length of a period that is counted in hours of office time."""
        return self.amount * _MINUTES_OF_AN_HOUR + self.minutes

    def fixed_date_in(self, year: int) -> date:
        """The date of a fixed-date policy for the year of its anchor; 29/02 is 28/02 in a common year."""
        if self.month is None or self.day is None:
            raise ValueError(f"{self.code} has no fixed date")
        chosen = self.year or year
        return date(chosen, self.month, min(self.day, monthrange(chosen, self.month)[1]))

    def _objections(self) -> tuple[tuple[bool, str, str], ...]:
        fixed = self.unit is DeadlineUnit.FIXED_DATE
        only_fixed = (self.month, self.day, self.year) != (None, None, None) or self.exclusive
        receipt = self.waits_for_opening
        counts_days = self.unit in {DeadlineUnit.WORKING_DAY, DeadlineUnit.CALENDAR_DAY, DeadlineUnit.MONTH}
        return (
            (
                self.amount < 0 and self.unit is not DeadlineUnit.WORKING_DAY,
                "số lượng không được âm",
                "the amount may not be negative",
            ),
            (
                abs(self.amount) > LARGEST_AMOUNT,
                f"số lượng không được quá {LARGEST_AMOUNT}",
                f"the amount may not exceed {LARGEST_AMOUNT}",
            ),
            (
                not 0 <= self.minutes < (_MINUTES_OF_AN_HOUR if self.unit is DeadlineUnit.HOUR else 1),
                "số phút lẻ chỉ dùng khi đếm theo giờ và phải nhỏ hơn 60",
                "odd minutes belong to a number of hours and are fewer than 60",
            ),
            (
                not 0 <= self.safety_margin <= LARGEST_AMOUNT,
                "số ngày dự phòng chưa đúng",
                "the safety margin is odd",
            ),
            (only_fixed and not fixed, _FIXED_ONLY, _FIXED_ONLY_EN),
            (
                fixed and not self._names_a_date(),
                "ngày cố định không có trong lịch",
                "its fixed date does not exist",
            ),
            (
                self.cutoff is not None and not receipt,
                "giờ chốt nhận chỉ dùng cho việc tiếp nhận",
                "a cut-off time belongs to receipts only",
            ),
            (
                self.first_day_counts and not (counts_days and self.amount > 0),
                "chỉ tính cả ngày đầu khi đếm từ một ngày hoặc một tháng trở lên",
                "the first day can count only in a period of at least one day or month",
            ),
            (
                fixed and bool(self._events),
                "mốc cố định không dừng và không tính lại theo sự kiện",
                "a fixed date neither pauses nor begins anew",
            ),
            (
                len(set(self._events)) < len(self._events) or not all(map(str.strip, self._events)),
                "mỗi sự kiện chỉ có một tác dụng lên đồng hồ và phải có tên",
                "each event has one effect on the clock, and a name",
            ),
        )

    @property
    def _events(self) -> tuple[str, ...]:
        return (*self.pause_on, *self.resume_on, *self.reset_on)

    def _names_a_date(self) -> bool:
        if self.month is None or self.day is None or not 1 <= self.month <= _MONTHS_OF_A_YEAR:
            return False
        in_year = self.year is None or FIRST_YEAR <= self.year <= LAST_YEAR
        return in_year and 1 <= self.day <= monthrange(self.year or _LEAP_YEAR, self.month)[1]


FIRST_YEAR = 1900
LAST_YEAR = 9000
"""Anchors and fixed dates outside these years are slips of the hand."""
