"""What a rehearsal has brought together, and how its findings are put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from engine.domain.definition import Finding, Severity
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.rehearsal_report import RehearsedPath
from engine.runtime.compiling import CompiledModel
from engine.runtime.rehearsal_dates import LegalTime, RehearsedDates
from engine.runtime.rehearsal_drafts import Played
from engine.runtime.rehearsal_search import Search


@dataclass(slots=True, kw_only=True)
class Gathered:
    """All that a rehearsal has brought together."""

    model: CompiledModel
    legal_time: LegalTime
    start: datetime
    dates: RehearsedDates
    """Those of the case."""
    held_roles: frozenset[str] | None
    search: Search
    played: list[Played] = field(default_factory=list)
    paths: list[RehearsedPath] = field(default_factory=list)
    unknown_ladders: dict[str, str | None] = field(default_factory=dict)
    """Names of ladders that there are none of -> where one is named; None is the process."""


def refused(gathered: Gathered, element: str | None, vi: str, en: str) -> Finding:
    """That the dates of a step, or of the case, cannot be computed."""
    return finding_at(
        gathered,
        "deadline-refused",
        element,
        f"không tính được hạn: {vi.rstrip('.')}",
        f"the deadline cannot be computed: {en.rstrip('.')}",
    )


def unknown(gathered: Gathered, element: str | None, expression: str) -> Finding:
    """That a deadline rests on what only a real case knows."""
    return finding_at(
        gathered,
        "deadline-unknown",
        element,
        f"hạn tính theo “{expression}”, chỉ biết khi có hồ sơ thật; khi diễn tập lấy một ngày làm việc",
        f"the deadline comes from “{expression}”, which only a real case knows; one working day is taken",
        severity=Severity.INFO,
    )


def finding_at(
    gathered: Gathered,
    rule: str,
    element: str | None,
    vi: str,
    en: str,
    *,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """A finding at an element, or of the model as a whole."""
    said = gathered.model.definition.activities.get(element or "")
    name = " ".join(said.name.split()) if said is not None else ""
    shown = name or element or ""
    return Finding(
        rule=rule,
        severity=severity,
        element_id=element,
        element_name=name,
        line=gathered.model.lines.get(element or "", 1),
        message_vi=f"“{shown}”: {vi}." if shown else f"{vi[:1].upper()}{vi[1:]}.",
        message_en=f"“{shown}”: {en}." if shown else f"{en[:1].upper()}{en[1:]}.",
    )


def day_of(moment: datetime) -> date:
    """The day of a moment in Vietnam."""
    return moment.astimezone(OFFICE_ZONE).date()
