"""Loading the simulated year: once, with its progress shown, and its table of obligations at the end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

import typer

from engine.domain.local_time import OFFICE_ZONE
from engine.ports import MovableClock, RealClock
from engine.store import migrate
from qms.bootstrap import System, open_system
from qms.demo_office.loading import agency_id
from qms.demo_time.commands import set_demo_time
from qms.demo_year.happenings import AGENCY
from qms.demo_year.looking_back import mails_by_state, year_was_walked
from qms.obligations.list import standing_of
from qms.obligations.standing import State
from qms.settings import read_settings
from workers.demo_year import YEAR, Walk, first_moment, prepare_year, walk_year

LAST_DAY: Final = date(YEAR, 12, 31)
_STATES: Final = {
    State.DISCHARGED: "đã làm",
    State.LATE: "ĐÃ LÀM, MUỘN",
    State.OPEN: "CÒN NỢ",
    State.NOT_ARISEN: "không phát sinh",
    State.NOT_OURS: "cơ quan khác",
}


def load_year(environment: Mapping[str, str]) -> None:
    """Walk the year in the database of the environment, unless that was done before."""
    url = environment["DATABASE_URL"]
    migrate.upgrade(url)
    clock = MovableClock(first_moment())
    # What is written in these two minutes can be written again: nobody waits for the disk.
    quick = f"{url}{'&' if '?' in url else '?'}options=-c%20synchronous_commit%3Doff"
    settings = read_settings({**environment, "DATABASE_URL": quick})
    system = open_system(settings, clock=clock)
    try:
        if year_was_walked(system.store, AGENCY):
            typer.echo("Năm mô phỏng đã có sẵn. / The simulated year is there already.")
            return
        began = time.monotonic()
        typer.echo("Đang nạp một năm mô phỏng… / Loading a simulated year…")
        prepare_year(system, clock.now())
        walk = walk_year(system, clock, told=_told)
        now = datetime(YEAR, 12, 31, 17, 0, tzinfo=OFFICE_ZONE).astimezone(UTC)
        set_demo_time(system.store, now, RealClock().now())
        _tell(system, walk, time.monotonic() - began)
    finally:
        system.store.close()


def _told(day: date) -> None:
    if day.day == 1 or day == date(YEAR, 1, 2):
        typer.echo(f"  tháng {day.month:2}/{day.year} …")


def _tell(system: System, walk: Walk, seconds: float) -> None:
    """What the year came to."""
    with system.store.reading() as session:
        lines = standing_of(session, agency_id(AGENCY), YEAR, LAST_DAY)
        mails = mails_by_state(session)
    typer.echo(f"\n  Nghĩa vụ năm {YEAR} / Obligations of {YEAR}:")
    for line in lines:
        state = _STATES[line.standing.state]
        typer.echo(
            f"  {line.obligation.code}  {line.obligation.what[:52]:<52}  {state:<16}  {line.standing.proof}"
        )
    counts = Counter(line.standing.state for line in lines)
    told = ", ".join(f"{_STATES[state]} {counts[state]}" for state in State if counts[state])
    typer.echo(f"\n  Tổng: {told}.")
    typer.echo(f"  Bước đã làm: {sum(walk.officers.handed_in.values())}; thư: {mails}.")
    for refused in walk.failed:
        typer.echo(f"  Không thực hiện được: {refused}")
    for stuck in walk.officers.stuck.values():
        typer.echo(f"  Việc kẹt: {stuck.case} {stuck.element}: {stuck.why}")
    typer.echo(f"  Nạp trong {seconds:.0f} giây. / Loaded in {seconds:.0f} seconds.\n")
