"""What a calendar rehearsal of a model finds: its paths with all dates, and what deserves a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from engine.domain.definition import Finding, Severity


class PathEnd(StrEnum):
    """How a rehearsed path ends."""

    COMPLETED = "completed"
    WAITS_FOR_PERSON = "waits_for_person"
    """Somebody never does a task, and nothing else moves the case on."""
    DEAD_END = "dead_end"
    """Nothing is open and no timer runs: the case waits for ever."""
    INCIDENT = "incident"
    HORIZON = "horizon"
    """The twelve months are over."""
    BOUND = "bound"
    """The bound of one path was hit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was assumed at a point of a path, in a sentence for people."""

    element_id: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedReminder:
    """A dated step of a ladder; `told` is whether the task was still open at that moment on this path."""

    step: str
    at: datetime
    to: tuple[str, ...]
    mail: str
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedTimer:
    """A timer that waited while the step was open."""

    element_id: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedStep:
    """A task of a person as it comes up on a path; the moments are UTC."""

    element_id: str
    name: str
    role: str | None
    lane: str | None
    line: int
    opened_at: datetime
    target_due: date | None
    legal_due: date | None
    overdue_from: datetime | None
    done_at: datetime | None
    """None when nobody does it on this path, or an event takes it away."""
    left: bool
    """Whether the path is about nobody doing it."""
    unconfirmed: bool
    assumed: bool
    """Whether its dates rest on a day that no rehearsal can know."""
    reminders: tuple[RehearsedReminder, ...]
    timers: tuple[RehearsedTimer, ...]
    loop_index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedPath:
    """One way through the model."""

    id: str
    choices: tuple[Choice, ...]
    end: PathEnd
    ended_at: datetime | None
    ended_in: tuple[str, ...]
    """The end events of the process that were reached, or where the path stopped."""
    steps: tuple[RehearsedStep, ...]
    fired: tuple[RehearsedTimer, ...]
    """The timers that fired, in order."""
    undisturbed: bool
    """Whether every task was done at its target and all that was waited for came."""

    @property
    def reworked(self) -> bool:
        """Whether a task came up again, because something was sent back."""
        places = [(step.element_id, step.loop_index) for step in self.steps]
        return len(set(places)) < len(places)


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsedCase:
    """The dates of the case as a whole, with its own ladder."""

    legal_due: date | None
    target_due: date | None
    overdue_from: datetime | None
    explanation: tuple[tuple[str, str], ...]
    unconfirmed: bool
    assumed: bool
    reminders: tuple[RehearsedReminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalReport:
    """The whole rehearsal of one process."""

    process_id: str
    name: str
    start: datetime
    case: RehearsedCase
    paths: tuple[RehearsedPath, ...]
    findings: tuple[Finding, ...]
    covered_flows: int
    flows: int
    assumptions: tuple[tuple[str, str], ...]
    """What was taken for granted, (Vietnamese, English)."""

    @property
    def verdict(self) -> str:
        """`clean`, or `findings` where something deserves a look before the model is approved."""
        return "findings" if any(each.severity is not Severity.INFO for each in self.findings) else "clean"


def report_json(report: RehearsalReport) -> dict[str, object]:
    """The report as plain values for JSON; moments in UTC, days as ISO dates."""
    case = report.case
    return {
        "process_id": report.process_id,
        "name": report.name,
        "verdict": report.verdict,
        "start": _moment(report.start),
        "case": {
            "target_due": _day(case.target_due),
            "legal_due": _day(case.legal_due),
            "overdue_from": _moment(case.overdue_from),
            "unconfirmed": case.unconfirmed,
            "assumed": case.assumed,
            "explanation": [list(pair) for pair in case.explanation],
            "reminders": [_reminder(each) for each in case.reminders],
        },
        "paths": [_path(path) for path in report.paths],
        "findings": [_finding(each) for each in report.findings],
        "covered_flows": report.covered_flows,
        "flows": report.flows,
        "assumptions": [{"vi": vi, "en": en} for vi, en in report.assumptions],
    }


def _path(path: RehearsedPath) -> dict[str, object]:
    return {
        "id": path.id,
        "choices": [{"element_id": each.element_id, "vi": each.vi, "en": each.en} for each in path.choices],
        "end": path.end.value,
        "ended_at": _moment(path.ended_at),
        "ended_in": list(path.ended_in),
        "undisturbed": path.undisturbed,
        "reworked": path.reworked,
        "steps": [_step(step) for step in path.steps],
        "fired": [_timer(each) for each in path.fired],
    }


def _step(step: RehearsedStep) -> dict[str, object]:
    return {
        "element_id": step.element_id,
        "name": step.name,
        "role": step.role,
        "lane": step.lane,
        "opened_at": _moment(step.opened_at),
        "target_due": _day(step.target_due),
        "legal_due": _day(step.legal_due),
        "overdue_from": _moment(step.overdue_from),
        "done_at": _moment(step.done_at),
        "left": step.left,
        "unconfirmed": step.unconfirmed,
        "assumed": step.assumed,
        "loop_index": step.loop_index,
        "reminders": [_reminder(each) for each in step.reminders],
        "timers": [_timer(each) for each in step.timers],
    }


def _reminder(each: RehearsedReminder) -> dict[str, object]:
    return {
        "step": each.step,
        "at": _moment(each.at),
        "to": list(each.to),
        "mail": each.mail,
        "told": each.told,
    }


def _timer(each: RehearsedTimer) -> dict[str, object]:
    return {"element_id": each.element_id, "name": each.name, "at": _moment(each.at)}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "element_id": finding.element_id,
        "element_name": finding.element_name,
        "line": finding.line,
        "message_vi": finding.message_vi,
        "message_en": finding.message_en,
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
