"""Looks at models without any system running: whether they can be run, and how a case moves through them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE, Bundle
from engine.domain.definition import Finding, ModelRefused, Severity
from engine.domain.errors import Invalid
from engine.domain.values import Value
from engine.runtime import CompiledModel, compile_bundle
from engine.runtime.compiling import compile_models
from engine.runtime.decision_reading import compile_decisions
from engine.runtime.rehearsal import Standing, read_script, rehearse
from engine.runtime.rehearsal_script import Step
from engine.runtime.xml_intake import LARGEST_FILE
from qms.catalogue.shipped import with_shared
from qms.legal_time.calendar_seed import national_calendar
from workers.confined import Died, confined

MOST_FILES: Final = 500
TABLE: Final = ".dmn"
_CALLS: Final = b"callActivity"
Report = dict[str, object]


class ScriptUnreadable(Invalid):
    """A script that is no JSON, or not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            vi=f"Không đọc được kịch bản “{path}”; cần một tệp JSON là danh sách các bước.",
            en=f"The script “{path}” cannot be read; it must be a JSON file with a list of steps.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What looking at a file gave."""

    report: Report
    readable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    bundle: Bundle
    forms_known: bool
    """Whether forms lie beside the drawing; a drawing alone may name forms that are still to come."""


def check_model(path: Path) -> Looked:
    """Whether the model of a file or a folder can be run, and what there is to say about it.

    A .dmn file is looked at as a decision table.
    """
    if path.suffix.lower() == TABLE:
        return _looked(path, lambda source: _table_verdict(source.bundle.files[MODEL_FILE]))
    return _looked(
        path, lambda source: _verdict(*compile_models(source.bundle, forms_known=source.forms_known))
    )


def trace_model(path: Path, steps: Sequence[Step], process_id: str | None) -> Looked:
    """Where a case of the model stands after its start and after each step."""

    def trace(source: _Source) -> Report:
        model = compile_bundle(source.bundle, process_id=process_id, forms_known=source.forms_known)
        rehearsed = rehearse(model, steps, calendar=national_calendar)
        return {**_verdict(model), "steps": [_standing_report(each) for each in rehearsed]}

    looked = _looked(path, trace)
    looked.report.setdefault("steps", [])
    return looked


class Look(Protocol):
    """What is to be found out about a bundle, in a child process."""

    def __call__(self, bundle: Bundle, *, forms_known: bool) -> Report:
        """The report, as JSON can write it; may raise ModelRefused."""


def look_at(path: Path, look: Look) -> Looked:
    """What a look at the model of a file or a folder gives."""
    return _looked(path, lambda source: look(source.bundle, forms_known=source.forms_known))


def read_steps(path: Path) -> tuple[Step, ...]:
    """The steps of a script file; raises ScriptUnreadable or StepImpossible."""
    try:
        raw = json.loads(_content(path), parse_float=Decimal, parse_constant=_no_constant)
        # A half of a character, which JSON can write, fits in no file and no row.
        json.dumps(raw, ensure_ascii=False, default=str).encode()
    except (OSError, ValueError, RecursionError):
        raise ScriptUnreadable(path) from None
    return read_script(raw)


def readable_lines(report: Report) -> Iterable[str]:
    """A report for people at a terminal."""
    yield f"{report['file']}: {report['verdict']}"
    yield from finding_lines(report["findings"])
    steps: object = report.get("steps")
    for number, step in enumerate(steps if isinstance(steps, list) else []):
        waiting = ", ".join(f"{each['id']} ({each['due'] or each['kind']})" for each in step["waiting"])
        yield (
            f"  {number}. {step['status']}; việc: {', '.join(each['id'] for each in step['open']) or '–'}; "
            f"chờ: {waiting or '–'}; đã tới: {', '.join(step['ended']) or '–'}"
        )
        if "error" in step:
            yield f"     {step['error']}"


def finding_lines(findings: object) -> Iterable[str]:
    """The findings of a report, a line each."""
    for finding in findings if isinstance(findings, list) else []:
        yield (
            f"  dòng {finding['line']} {finding['severity']} {finding['rule']} "
            f"{finding['element_id'] or ''}: {finding['message_vi']} / {finding['message_en']}"
        )


# Reading


def _looked(path: Path, look: Callable[[_Source], Report]) -> Looked:
    name = str(path).encode(errors="replace").decode()
    try:
        source = _source(path)
    except (OSError, ValueError):
        return Looked(report={"file": name, **_refusal([_unreadable()])}, readable=False)

    def work() -> Report:
        try:
            # A stranger's drawing is read for what it calls in the child, like everything else of it.
            return look(replace(source, bundle=with_shared(source.bundle)))
        except ModelRefused as refused:
            return _refusal((*refused.findings, *refused.aside))

    try:
        report = confined(work)
    except Died as died:
        report = _refusal([_unfinished(str(died))])
    return Looked(report={"file": name, **report}, readable=True)


def _source(path: Path) -> _Source:
    if path.is_dir():
        inside = sorted(path.glob("*.bpmn"))
        drawing = inside[0] if len(inside) == 1 else path / MODEL_FILE
        return _Source(bundle=_bundle(drawing), forms_known=True)
    return _Source(bundle=_bundle(path), forms_known=(path.parent / FORMS_FOLDER).is_dir())


def _bundle(drawing: Path) -> Bundle:
    folder, content = drawing.parent, _content(drawing)
    beside = [*islice(folder.glob("forms/*.json"), MOST_FILES), *islice(folder.glob("*.dmn"), MOST_FILES)]
    files = {each.relative_to(folder).as_posix(): _content(each) for each in beside}
    if _CALLS in content:
        files |= _drawings_beside(drawing)
    return Bundle(files={**files, MODEL_FILE: content})


def _drawings_beside(drawing: Path) -> dict[str, bytes]:
    """The other drawings of the folder, where a process may stand that this one calls."""
    others = [each for each in islice(drawing.parent.glob("*.bpmn"), MOST_FILES) if each.is_file()]
    # The drawing itself is called model.bpmn in its bundle; a file of that name takes over its name.
    return {
        drawing.name if each.name == MODEL_FILE else each.name: _content(each)
        for each in others
        if each.name != drawing.name
    }


def _content(path: Path) -> bytes:
    """The file as far as it is worth reading: one byte over the limit tells that it is too large."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _no_constant(text: str) -> Value:
    raise ValueError(text)


# Telling


def _verdict(*models: CompiledModel) -> Report:
    found = dict.fromkeys(finding for model in models for finding in (*model.rewritten, *model.warnings))
    findings = sorted(found, key=lambda finding: finding.line)
    return {
        "verdict": "rewritten" if any(model.rewritten for model in models) else "accepted",
        "findings": [finding_report(finding) for finding in findings],
    }


def _table_verdict(xml: bytes) -> Report:
    warnings = compile_decisions(xml).warnings
    return {"verdict": "accepted", "findings": [finding_report(finding) for finding in warnings]}


def _refusal(findings: Iterable[Finding]) -> Report:
    return {"verdict": "refused", "findings": [finding_report(finding) for finding in findings]}


def finding_report(finding: Finding) -> Report:
    """A finding as JSON can write it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "element_id": finding.element_id,
        "element_name": finding.element_name,
        "line": finding.line,
        "message_vi": finding.message_vi,
        "message_en": finding.message_en,
    }


def _standing_report(standing: Standing) -> Report:
    report: Report = {
        "status": standing.status.value,
        "open": [{"id": task.id, "name": task.name, "lane": task.lane} for task in standing.open],
        "waiting": [
            {"id": each.id, "kind": each.kind, "due": _moment(each.due) if each.due else None}
            for each in standing.waiting
        ],
        "variables": _plain(standing.variables),
        "ended": list(standing.ended),
    }
    if standing.error is not None:
        report["error"] = f"{standing.error.vi} / {standing.error.en}"
    return report


def _plain(value: Value | Mapping[str, Value]) -> object:
    """A value as JSON can write it: days and moments as ISO text."""
    match value:
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == int(value) else float(value)
        case list():
            return [_plain(item) for item in value]
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _moment(moment: datetime) -> str:
    """In UTC, written as the scripts write it; a moment without a zone stays as it is."""
    if moment.tzinfo is None:
        return moment.isoformat()
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _unreadable() -> Finding:
    return _whole("file-unreadable", "Không đọc được tệp này.", "This file cannot be read.")


def _unfinished(reason: str) -> Finding:
    return _whole(
        "check-unfinished",
        f"Không xét xong được mô hình trong giới hạn thời gian và bộ nhớ ({reason}); hãy chia nhỏ mô hình.",
        f"Looking at the model did not end within the limits of time and memory ({reason}); make it smaller.",
    )


def _whole(rule: str, vi: str, en: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        element_id=None,
        element_name="",
        line=1,
        message_vi=vi,
        message_en=en,
    )
