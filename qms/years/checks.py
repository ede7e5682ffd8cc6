"""What the form that opens a year asks besides its own rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.years.opening import open_year_of
from qms.years.rules import FIRST_YEAR

Found = dict[str, list[Message]]


def year_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {"year.open": opening}


def opening(given: AnswersGiven) -> Found:
    """A year is opened once, and not before the one that comes next."""
    asked = str(given.answers.get("nam") or "")
    if not asked.isdecimal():
        return {}
    year, last = int(asked), local_day(given.now).year + 1
    if not FIRST_YEAR <= year <= last:
        return {
            "nam": [
                (
                    f"Năm phải từ {FIRST_YEAR} đến {last}.",
                    f"The year has to be from {FIRST_YEAR} to {last}.",
                )
            ]
        }
    row = open_year_of(cast("Session", given.session), given.agency, year, apart_from=given.instance)
    if row is None:
        return {}
    return {
        "nam": [
            (
                f"Năm {year} đã được mở. Xin chọn năm khác, hoặc hủy hồ sơ này và dùng năm đã mở.",
                f"The year {year} is open already. Choose another, or cancel this case and use that year.",
            )
        ]
    }
