"""The command `quytrinh deadline compute`: the dates of a policy, by a ledger and a calendar if given."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import (
    ClockInterval,
    LedgerEntry,
    Reckoning,
    event_moment,
    intervals,
    reckon,
    sum_of,
)
from engine.ports import RealClock
from qms.legal_time.deadlines import anchor_day
from qms.legal_time.shipped import shipped_book
from workers.arguments import read_day_or_moment
from workers.ledger_files import read_calendar, read_ledger_file, read_moment
from workers.printing import print_report

NO_AGENCY: Final = UUID(int=0)


def deadline_compute(
    policy: Annotated[str, typer.Option(help="Mã quy tắc, ví dụ DL-LEGAL-3M. / Policy code.")],
    anchor: Annotated[str, typer.Option(help="Ngày gốc YYYY-MM-DD. / Anchor date or moment.")],
    *,
    ledger: Annotated[
        Path | None, typer.Option(help="Sổ đồng hồ: tạm dừng, gia hạn… (JSON). / Clock ledger.")
    ] = None,
    calendar: Annotated[Path | None, typer.Option(help="Lịch nghỉ (CSV, JSON). / Calendar.")] = None,
    at: Annotated[str, typer.Option(help="Tính đã chạy, còn lại đến lúc này. / Sums until then.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Tính một thời hạn. / Compute a deadline."""
    book = shipped_book()
    counted_from, until = read_day_or_moment(anchor), read_moment(at) if at else None
    office = read_calendar(calendar) if calendar is not None else book.calendar_of(NO_AGENCY)
    rule = book.policy(NO_AGENCY, policy, anchor_day(counted_from, office))
    entries = read_ledger_file(ledger) if ledger is not None else ()
    found = reckon(rule, counted_from, entries, office)
    report = _dates(found)
    if ledger is not None or until is not None:
        report |= _clock(counted_from, entries, found, office, until or RealClock().now())
    print_report(report, as_json=as_json)


def _dates(found: Reckoning) -> dict[str, object]:
    deadline = found.deadline
    return {
        "policy": deadline.policy,
        "anchor": deadline.anchor.isoformat(),
        "legal_due": deadline.legal_due.isoformat(),
        "target_due": deadline.target_due.isoformat(),
        "overdue_from": deadline.overdue_from.isoformat(),
        "explanation": [vi for vi, _ in deadline.explanation],
        "explanation_en": [en for _, en in deadline.explanation],
        "legal_basis": deadline.legal_basis,
        "unconfirmed": deadline.unconfirmed,
    }


def _clock(
    anchor: date | datetime,
    entries: tuple[LedgerEntry, ...],
    found: Reckoning,
    calendar: WorkingCalendar,
    now: datetime,
) -> dict[str, object]:
    """Each stretch, and what has run and is left, in working minutes."""
    stretches = intervals(event_moment(anchor, calendar), entries, calendar, now)
    total = sum_of(stretches, found.deadline.overdue_from, found.paused_since, calendar, now)
    return {
        "paused_since": found.paused_since.isoformat() if found.paused_since else None,
        "intervals": [_interval(one) for one in stretches],
        "elapsed": total.elapsed,
        "stood": total.stood,
        "remaining": total.remaining,
    }


def _interval(one: ClockInterval) -> dict[str, object]:
    entry = one.entry
    return {
        "running": one.running,
        "from": one.begins.isoformat(),
        "to": one.ends.isoformat() if one.ends else None,
        "working_minutes": one.working_minutes,
        "entry": entry.kind.value if entry else None,
        "authority": entry.authority if entry else "",
        "basis": entry.basis if entry else "",
    }
