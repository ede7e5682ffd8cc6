"""The command `quytrinh model rehearse`: every path of a model by the calendar.

Without an agency it needs no system: it goes by what the product ships with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from engine.domain.bundle import Bundle
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.rehearsal_report import report_json
from engine.runtime import compile_bundle
from engine.runtime.rehearsal_dates import LegalTime
from qms.legal_time.deadlines import anchor_day
from qms.legal_time.rehearsing import (
    all_roles_held,
    kept_legal_time,
    rehearse_model,
    shipped_legal_time,
)
from qms.organisation.queries import agency_by_code
from workers.arguments import read_day_or_moment
from workers.calendar_commands import AgencyUnknown
from workers.installation import running_system
from workers.model_tools import Looked, Report, finding_lines, look_at

BEGINNING_OF_WORK: Final = time(8)
"""The hour at which a case begins where a day alone is given."""


def model_rehearse(
    file: Annotated[Path, typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    start: Annotated[
        str, typer.Option(help="Lúc hồ sơ bắt đầu: 2026-12-30 hoặc 2026-12-30T16:05. / When a case begins.")
    ],
    process: Annotated[str, typer.Option(help="Mã quy trình trong tệp. / Id of the process.")] = "",
    agency: Annotated[
        str, typer.Option(help="Theo lịch, quy tắc và người của cơ quan này (mã). / By this agency's.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Diễn tập mọi đường đi của mô hình theo lịch. / Rehearse every path of a model by the calendar."""
    given = read_day_or_moment(start)
    day = given.date() if isinstance(given, datetime) else given
    anchor_day(day, shipped_legal_time().calendar)  # an impossible year is told before a file is read
    begins = moment_of(given)
    office = office_of(agency, begins) if agency else None
    looked = rehearse_file(file, begins, process or None, office)
    if as_json:
        typer.echo(json.dumps(looked.report, ensure_ascii=False, indent=2))
    else:
        for line in readable_lines(looked.report):
            typer.echo(line)
    if not looked.readable:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsingOffice:
    """An agency as a rehearsal asks about it."""

    code: str
    legal_time: LegalTime
    held_roles: frozenset[str]
    """On the day of the start."""


def office_of(code: str, start: datetime) -> RehearsingOffice:
    """The agency of a code, read from the database as a whole; raises AgencyUnknown."""
    with running_system() as system, system.store.reading() as session:
        agency = agency_by_code(session, code)
        if agency is None:
            raise AgencyUnknown(code)
        legal_time = kept_legal_time(session, agency)
        day = legal_time.calendar.local_day(start)
        held = all_roles_held(session, system.surroundings, agency, day)
    return RehearsingOffice(code=code, legal_time=legal_time, held_roles=held)


def rehearse_file(
    path: Path, start: datetime, process_id: str | None, office: RehearsingOffice | None = None
) -> Looked:
    """The rehearsal of the model of a file or folder, in a child process that knows no database."""
    legal_time = office.legal_time if office is not None else shipped_legal_time()
    held = office.held_roles if office is not None else None

    def rehearse(bundle: Bundle, *, forms_known: bool) -> Report:
        model = compile_bundle(bundle, process_id=process_id, forms_known=forms_known)
        return report_json(rehearse_model(model, legal_time, start, held_roles=held))

    looked = look_at(path, rehearse)
    nothing: Report = {
        "start": start.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "paths": [],
        "covered_flows": 0,
        "flows": 0,
    }
    by: Report = {"agency": office.code if office is not None else None}
    return Looked(report={**nothing, **looked.report, **by}, readable=looked.readable)


def moment_of(given: date | datetime) -> datetime:
    """The moment of a start: an hour without a zone is meant in Vietnam, a day alone means 8 o'clock."""
    if not isinstance(given, datetime):
        given = datetime.combine(given, BEGINNING_OF_WORK)
    return (given if given.tzinfo else given.replace(tzinfo=OFFICE_ZONE)).astimezone(UTC)


def readable_lines(report: Mapping[str, Any]) -> Iterable[str]:
    """A rehearsal for people at a terminal: findings first."""
    yield f"{report['file']}: {report['verdict']}, {report['covered_flows']}/{report['flows']} luồng / flows"
    yield f"  Theo lịch của / by the calendar of: {report['agency'] or 'phần mềm / the product'}"
    yield from finding_lines(report["findings"])
    if "case" in report:
        case = report["case"]
        yield f"  Hồ sơ / case: mục tiêu {case['target_due'] or '–'}, pháp lý {case['legal_due'] or '–'}"
    for path in report["paths"]:
        yield f"  {path['id']}: {path['end']} {_local(path['ended_at'])} {', '.join(path['ended_in'])}"
        for choice in path["choices"]:
            yield f"      {choice['vi']}"
        for step in path["steps"]:
            yield (
                f"    {_local(step['opened_at'])}  {step['name']} ({step['role'] or '–'}): mục tiêu"
                f" {step['target_due'] or '–'}, pháp lý {step['legal_due'] or '–'}"
            )
            for each in step["reminders"]:
                told = "" if each["told"] else "  (nếu chưa xong / if still open)"
                to = ", ".join(each["to"])
                yield f"        {_local(each['at'])} {each['step']} {each['mail']} → {to}{told}"


def _local(moment: str | None) -> str:
    """As the clock on the wall shows it."""
    if moment is None:
        return "–"
    return datetime.fromisoformat(moment).astimezone(OFFICE_ZONE).strftime("%d/%m/%Y %H:%M")
