"""The command `quytrinh deadline recompute`: open deadlines after a change of legal time."""

from __future__ import annotations

import json
from typing import Annotated, Final
from uuid import UUID

import typer

from engine.commands.recompute_deadlines import recompute_next_batch
from engine.domain.local_time import day_text
from engine.queries.deadline_changes import ReckoningView, reckoning_of
from qms.bootstrap import System
from qms.legal_time.preview import DateChange, Preview, preview_change, preview_in_force
from workers.installation import running_system

LISTED: Final = 200


def deadline_recompute(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem trước. / Only look.")] = False,
    change: Annotated[
        UUID | None, typer.Option(help="Bản thảo thay đổi cần xem trước. / A draft to look at.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Tính lại các hạn đang mở sau khi lịch hoặc quy tắc thay đổi. / Reckon open deadlines anew."""
    with running_system() as system:
        report = _looked(system, change) if dry_run or change else _done(system)
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2) if as_json else "\n".join(_told(report)))


def _looked(system: System, change: UUID | None) -> dict[str, object]:
    now = system.clock.now()
    with system.store.reading() as session:
        if change is None:
            found = preview_in_force(session, now=now, limit=LISTED)
        else:
            found = preview_change(session, change, now=now, limit=LISTED)
    return _preview_report(found)


def _done(system: System) -> dict[str, object]:
    """What a worker would do: every reckoning that is due."""
    while recompute_next_batch(system.store, system.surroundings, system.clock.now()):
        pass
    with system.store.reading() as session:
        found = reckoning_of(session, system.surroundings.deadlines.version, agency=None)
    return _reckoning_report(found)


def _preview_report(found: Preview) -> dict[str, object]:
    return {
        "dry_run": True,
        "changed": found.changed,
        "cases": found.cases,
        "late_at_once": found.late_at_once,
        "no_longer_late": found.no_longer_late,
        "impossible": found.impossible,
        "complete": found.complete,
        "deadlines": [_row(one) for one in found.rows],
    }


def _row(one: DateChange) -> dict[str, object]:
    return {
        "case": one.case_code,
        "task": one.task_name or None,
        "legal_due": [one.old_legal_due.isoformat(), one.new_legal_due.isoformat()],
        "target_due": [one.old_target_due.isoformat(), one.new_target_due.isoformat()],
        "late_at_once": one.late_at_once,
        "no_longer_late": one.no_longer_late,
        "line": " – ".join(part for part in (one.case_code, one.task_name) if part)
        + f": {day_text(one.old_legal_due)} → {day_text(one.new_legal_due)}",
    }


def _reckoning_report(found: ReckoningView | None) -> dict[str, object]:
    if found is None:
        return {"dry_run": False, "version": 0, "seen": 0, "changed": 0, "left": 0, "finished": True}
    return {
        "dry_run": False,
        "version": found.version,
        "reason": found.reason_vi,
        "seen": found.seen,
        "changed": found.changed,
        "cases": found.cases,
        "left": found.left,
        "finished": found.finished_at is not None,
    }


def _told(report: dict[str, object]) -> list[str]:
    if report["dry_run"]:
        head = (
            f"{report['changed']} thời hạn của {report['cases']} hồ sơ sẽ đổi; quá hạn ngay: "
            f"{report['late_at_once']}; hết quá hạn: {report['no_longer_late']}; không tính được: "
            f"{report['impossible']}. / Deadlines that would move, late at once, late no longer, impossible."
        )
        rows = report["deadlines"] if isinstance(report["deadlines"], list) else []
        more = [] if report["complete"] else ["… chưa xem hết. / There are more."]
        return [head, *(str(row["line"]) for row in rows), *more]
    done = "đã xong / done" if report["finished"] else "còn lượt kiểm tra cuối / a last look is still to come"
    counts = f"đã xem {report['seen']}, đổi {report['changed']}, không tính được {report['left']}"
    return [f"Phiên bản {report['version']}: {counts}; {done}."]
