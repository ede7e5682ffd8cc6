"""What a calendar rehearsal finds at single steps."""

from __future__ import annotations

from collections.abc import Iterator

from engine.domain.definition import Finding
from engine.domain.rehearsal_report import RehearsedPath, RehearsedStep
from engine.runtime.rehearsal_dates import RehearsedDates
from engine.runtime.rehearsal_gathered import Gathered, day_of, finding_at, refused, unknown


def step_findings(gathered: Gathered) -> Iterator[Finding]:
    """What is wrong with a step, each step once."""
    seen: set[tuple[str, str]] = set()
    for path, played in zip(gathered.paths, gathered.played, strict=True):
        for step, draft in zip(path.steps, played.drafts, strict=True):
            for finding in _of_step(gathered, path, step, draft.dates):
                if (finding.rule, step.element_id) not in seen:
                    seen.add((finding.rule, step.element_id))
                    yield finding


def _of_step(
    gathered: Gathered, path: RehearsedPath, step: RehearsedStep, dates: RehearsedDates
) -> Iterator[Finding]:
    said = gathered.model.definition.activities[step.element_id]
    if said.deadline is None:
        yield finding_at(
            gathered,
            "task-without-deadline",
            step.element_id,
            "việc không có hạn: không ai được nhắc và không ai biết là trễ",
            "the task has no deadline: nobody is reminded, and nobody knows when it is late",
        )
    if dates.refusal is not None:
        yield refused(gathered, step.element_id, dates.refusal.vi, dates.refusal.en)
    if dates.assumed and dates.deadline is None:
        yield unknown(gathered, step.element_id, dates.assumed)
    if gathered.held_roles is not None and step.role is not None and step.role not in gathered.held_roles:
        yield finding_at(
            gathered,
            "task-held-by-nobody",
            step.element_id,
            f"trong cơ quan không ai giữ vai trò {step.role}; việc sẽ không có người làm",
            f"nobody in the agency holds the role {step.role}; the task would have nobody to do it",
        )
    if path.undisturbed and step.overdue_from is not None and step.overdue_from <= step.opened_at:
        again_vi, again_en = (
            (" (khi bị trả lại làm lại)", " (when it is done again)") if path.reworked else ("", "")
        )
        yield finding_at(
            gathered,
            "task-late-at-opening",
            step.element_id,
            f"trên đường đi {path.id} việc mở ngày {day_of(step.opened_at):%d/%m/%Y} khi đã quá hạn"
            f" {step.legal_due:%d/%m/%Y}{again_vi}; hãy tính hạn từ lúc việc được mở",
            f"on path {path.id} the task comes up on {day_of(step.opened_at):%d/%m/%Y}, already past its due"
            f" date {step.legal_due:%d/%m/%Y}{again_en}; let its deadline count from its opening",
        )
    case = gathered.dates.deadline
    if case is not None and path.undisturbed and step.legal_due and step.legal_due > case.legal_due:
        yield finding_at(
            gathered,
            "step-due-after-case",
            step.element_id,
            f"trên đường đi {path.id} việc này có hạn {step.legal_due:%d/%m/%Y}, sau hạn pháp lý của hồ sơ"
            f" {case.legal_due:%d/%m/%Y}",
            f"on path {path.id} this task is due on {step.legal_due:%d/%m/%Y}, after the case itself"
            f" ({case.legal_due:%d/%m/%Y})",
        )
