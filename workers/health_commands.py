"""The command `quytrinh health`: whether database, worker and timers are well, for whoever watches."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from engine.queries.health import timer_health, worker_alive
from engine.store.session import StoreUnreachable
from workers.installation import running_system


def health(
    *, as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False
) -> None:
    """Tình trạng hệ thống; mã thoát 1 nếu có vấn đề. / State of the system; exit status 1 if not well."""
    try:
        report, well = _looked_at()
    except StoreUnreachable:
        report, well = {"database": "down"}, False
    typer.echo(json.dumps(report, ensure_ascii=False, indent=None if as_json else 2))
    if not well:
        raise typer.Exit(1)


def _looked_at() -> tuple[dict[str, object], bool]:
    """What there is to say, and whether all is well; raises StoreUnreachable."""
    with running_system() as system, system.store.reading() as session:
        machine_now = system.machine_clock.now()
        alive = worker_alive(session, machine_now)
        timers = timer_health(
            session,
            system.clock.now(),
            machine_now=machine_now,
            overdue_after=system.settings.timer_overdue_after,
        )
    report: dict[str, object] = {
        "database": "up",
        "worker": "up" if alive else "down",
        "timers": "up" if timers.well else "late",
        "timer_lateness": timers.figures(),
    }
    return report, alive and timers.well
