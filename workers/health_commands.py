"""The command `quytrinh health`: whether database, worker and timers are well, for whoever watches."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from engine.domain.errors import Conflict
from engine.queries.health import timer_health, worker_alive
from engine.store.migrate import is_current
from engine.store.session import StoreUnreachable
from qms.bootstrap import System
from workers.installation import running_system


class SchemaOld(Conflict):
    """The tables are not those of this version of the product, or there are none yet."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cơ sở dữ liệu chưa có bảng, hoặc bảng không thuộc phiên bản phần mềm này. Xin chạy lệnh "
            "“quytrinh db upgrade” của phiên bản này.",
            en="The database has no tables yet, or not those of this version of the product. Please run this "
            "version's “quytrinh db upgrade”.",
        )


def health(
    *, as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False
) -> None:
    """Tình trạng hệ thống; mã thoát 1 nếu có vấn đề. / State of the system; exit status 1 if not well."""
    try:
        report, well = _looked_at()
    except StoreUnreachable:
        report, well = {"database": "down"}, False
    except SchemaOld as refusal:
        report, well = {"database": "old", "what_vi": refusal.vi, "what_en": refusal.en}, False
    typer.echo(json.dumps(report, ensure_ascii=False, indent=None if as_json else 2))
    if not well:
        raise typer.Exit(1)


def _looked_at() -> tuple[dict[str, object], bool]:
    """What there is to say, and whether all is well; raises StoreUnreachable and SchemaOld."""
    with running_system() as system:
        if not is_current(system.settings.database_url):
            raise SchemaOld
        return _state(system)


def _state(system: System) -> tuple[dict[str, object], bool]:
    with system.store.reading() as session:
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
