"""What was typed at the command line, read as days and units, or refused in two sentences."""

from __future__ import annotations

from datetime import date, datetime

from engine.domain.errors import Invalid


class DayUnreadable(Invalid):
    """A text that is no day of the calendar."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” không phải là một ngày; xin viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-30.",
            en=f"“{text}” is not a day; write YEAR-MONTH-DAY, for example 2026-11-30.",
        )


class UnitUnreadable(Invalid):
    """A unit that is not given as code and name."""

    def __init__(self, text: str) -> None:
        super().__init__(
            vi=f"“{text}” không phải là một đơn vị; xin viết MÃ=TÊN, ví dụ P-KT=Phòng Kinh tế.",
            en=f"“{text}” is not a unit; write CODE=NAME, for example P-KT=Economy.",
        )


def read_day(text: str) -> date:
    """The day; raises DayUnreadable."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DayUnreadable(text) from None


def read_day_or_moment(text: str) -> date | datetime:
    """The day, or the moment where an hour is given; raises DayUnreadable."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise DayUnreadable(text) from None


def read_unit(text: str) -> tuple[str, str]:
    """Code and name; raises UnitUnreadable."""
    code, equals, name = text.partition("=")
    if not (code.strip() and equals and name.strip()):
        raise UnitUnreadable(text)
    return code.strip(), name.strip()
