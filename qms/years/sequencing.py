"""The order of the autumn: audit, re-audit, review, report; and what does not fit before the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engine.domain.local_time import day_text

REAUDIT: Final = timedelta(days=30)
"""821/SKHCN-TĐC of 17/5/2021: within thirty days of the audit."""
USUAL_LAST_DAY: Final = (10, 10)
"""Month and day: an audit after it leaves open findings in a report of 10/11."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequencingWarning:
    """An audit that comes too late for the report; `what` names it."""

    what: str
    day: date
    latest: date
    """The last day on which it would still have fitted."""
    report_due: date

    @property
    def vi(self) -> str:
        """The sentence in Vietnamese."""
        return (
            f"{self.what} ngày {day_text(self.day)} là muộn: đánh giá lại có thể đến"
            f" {day_text(self.day + REAUDIT)}, sau đó còn xem xét của lãnh đạo, trong khi báo cáo hạn"
            f" {day_text(self.report_due)}. Báo cáo sẽ còn điểm chưa khép. Nên đánh giá chậm nhất"
            f" {day_text(self.latest)}."
        )

    @property
    def en(self) -> str:
        """The sentence in English."""
        return (
            f"{self.what} on {day_text(self.day)} is late: the re-audit may take until"
            f" {day_text(self.day + REAUDIT)} and the management review follows, while the report is due on"
            f" {day_text(self.report_due)}. It will hold open findings. Audit by"
            f" {day_text(self.latest)} at the latest."
        )


def latest_audit_day(year: int, report_due: date | None = None) -> date:
    """The last day of an audit whose re-audit still ends before the report; 10/10 where none is due."""
    usual = date(year, *USUAL_LAST_DAY)
    return usual if report_due is None else report_due - REAUDIT


def sequencing_warnings(
    year: int, audits: Iterable[tuple[str, date]], report_due: date | None = None
) -> tuple[SequencingWarning, ...]:
    """What is planned or begun too late: audits as (name, day of the audit), by day.

    `report_due` is the last day of the yearly report (DOMAIN: internal audit, re-audit within 30 days,
    management review, report); without it 09/11, “before 10/11”.
    """
    due = report_due or date(year, *USUAL_LAST_DAY) + REAUDIT
    latest = latest_audit_day(year, due)
    return tuple(
        SequencingWarning(what=what, day=day, latest=latest, report_due=due)
        for what, day in sorted(audits, key=lambda one: (one[1], one[0]))
        if day > latest
    )
