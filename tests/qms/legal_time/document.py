"""Writes the worked examples of docs/legal-time.md: `python -m tests.qms.legal_time.document`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

from engine.domain.calendar import VIETNAM, WorkingCalendar
from engine.domain.deadline import Deadline, DeadlinePolicy, DeadlineUnit, compute_deadline
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.policies import POLICIES

DOCUMENT: Final = Path(__file__).resolve().parents[3] / "docs" / "legal-time.md"
MARK: Final = "<!-- What follows is written by scripts/policies.sh; do not edit it by hand. -->\n"
_OPENING: Final = """
## Each policy, worked out

Computed by the code from the shipped calendar: the event, the legal and the target date, the first late
moment, and the sentences that go with the deadline. On the screen, `/policies/<code>` does the same for any
day or moment, by the calendar of the reader's agency and in Vietnamese.
"""
_EVENTS: Final[dict[DeadlineUnit, date | datetime]] = {
    DeadlineUnit.MONTH: date(2026, 11, 30),
    DeadlineUnit.CALENDAR_DAY: date(2026, 10, 15),
    DeadlineUnit.WORKING_DAY: date(2026, 8, 27),
    DeadlineUnit.HOUR: datetime(2026, 10, 9, 15, 5, tzinfo=VIETNAM),
    DeadlineUnit.SAME_DAY_CUTOFF: datetime(2026, 10, 9, 15, 5, tzinfo=VIETNAM),
    DeadlineUnit.FIXED_DATE: date(2027, 1, 1),
}
_AFTER_CUTOFF: Final = datetime(2026, 8, 20, 15, 5, tzinfo=VIETNAM)


def document() -> str:
    """The whole page: what people wrote, and the examples as they come out now."""
    written, _, _ = DOCUMENT.read_text(encoding="utf-8").partition(MARK)
    return written + MARK + examples()


def examples() -> str:
    """The worked example of each policy, by code."""
    calendar = WorkingCalendar(seed_calendar())
    return _OPENING + "".join(
        "\n" + "\n".join(_example(policy, calendar)) + "\n"
        for policy in sorted(POLICIES, key=lambda policy: policy.code)
    )


def _example(policy: DeadlinePolicy, calendar: WorkingCalendar) -> Iterator[str]:
    event = _event(policy)
    deadline = compute_deadline(policy, event, calendar)
    yield f"### {policy.code}"
    yield ""
    yield f"{policy.name_en}. Basis: {policy.legal_basis}."
    yield ""
    yield f"{policy.anchor_event_en} {_text(event)} → {_dates(deadline, calendar)}."
    yield ""
    yield from (f"{number}. {english}" for number, (_, english) in enumerate(deadline.explanation, start=1))


def _event(policy: DeadlinePolicy) -> date | datetime:
    if policy.cutoff is not None and policy.unit is DeadlineUnit.WORKING_DAY:
        return _AFTER_CUTOFF
    return _EVENTS[policy.unit]


def _text(event: date | datetime) -> str:
    return f"{event:%d/%m/%Y %H:%M}" if isinstance(event, datetime) else f"{event:%d/%m/%Y}"


def _dates(deadline: Deadline, calendar: WorkingCalendar) -> str:
    late = calendar.local(deadline.overdue_from)
    return (
        f"legal **{deadline.legal_due:%a %d/%m/%Y}**, target **{deadline.target_due:%a %d/%m/%Y}**, "
        f"late from {late:%d/%m/%Y %H:%M}"
    )


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
