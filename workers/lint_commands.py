"""The command `quytrinh model lint`: what an agency has to put right in a model before it is reviewed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.domain.bundle import Bundle
from engine.domain.definition import Severity
from engine.domain.local_time import local_day
from engine.runtime.compiling import compile_models
from qms.designer.lint import lint_bundle
from qms.designer.lint_office import LintOffice, office_for_lint
from qms.organisation.queries import agency_by_code
from workers.arguments import read_day_or_moment
from workers.calendar_commands import AgencyUnknown
from workers.installation import running_system
from workers.model_tools import Looked, Report, finding_lines, finding_report, look_at


def model_lint(
    file: Annotated[Path, typer.Argument(help="Tệp .bpmn hoặc thư mục mô hình. / File or folder.")],
    *,
    agency: Annotated[str, typer.Option(help="Mã cơ quan. / Code of the agency.")],
    day: Annotated[str, typer.Option(help="Ngày áp dụng: 2026-12-01. / The day of effect.")] = "",
    procedure: Annotated[str, typer.Option(help="Mã thủ tục hành chính. / Code of the procedure.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Chỉ in JSON. / Print JSON only.")] = False,
) -> None:
    """Soát mô hình theo quy tắc của cơ quan. / What an agency has to put right in a model."""
    looked = lint_file(file, _office(agency, day), procedure)
    if as_json:
        typer.echo(json.dumps(looked.report, ensure_ascii=False, indent=2))
    else:
        for line in readable_lines(looked.report):
            typer.echo(line)
    if not looked.readable:
        raise typer.Exit(1)


def lint_file(path: Path, office: LintOffice, procedure: str = "") -> Looked:
    """The lint of the model of a file or folder, in a child process that knows no database."""

    def lint(bundle: Bundle, *, forms_known: bool) -> Report:
        compile_models(bundle, forms_known=forms_known)  # of one that cannot be run, the check tells
        found = lint_bundle(bundle, office, procedure=procedure, forms_known=forms_known)
        wrong = any(each.severity is Severity.ERROR for each in found)
        verdict = "errors" if wrong else "warnings" if found else "clean"
        return {"verdict": verdict, "findings": [finding_report(each) for each in found]}

    looked = look_at(path, lint)
    return Looked(report={**looked.report, "day": office.day.isoformat()}, readable=looked.readable)


def readable_lines(report: Mapping[str, Any]) -> Iterable[str]:
    """The findings for people at a terminal."""
    yield f"{report['file']}: {report['verdict']}"
    yield from finding_lines(report["findings"])


def _office(code: str, day: str) -> LintOffice:
    with running_system() as system, system.store.reading() as session:
        agency = agency_by_code(session, code)
        if agency is None:
            raise AgencyUnknown(code)
        given = read_day_or_moment(day) if day else system.clock.now()
        return office_for_lint(session, system.surroundings, agency, _day(given))


def _day(given: date | datetime) -> date:
    return local_day(given) if isinstance(given, datetime) else given
