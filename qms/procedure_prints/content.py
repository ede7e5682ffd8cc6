"""What a printed procedure says, chapter by chapter, before anything of its layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from engine.domain.bundle import Bundle
from engine.domain.definition import ProcessDefinition
from engine.domain.escalation_steps import Ladder
from engine.runtime.diagram_reading import read_diagrams
from qms.organisation.roles import ROLE_NAMES, Role
from qms.procedure_prints.empty_forms import EmptyForm, empty_form
from qms.procedure_prints.ladders import ToldLadder, told_ladders
from qms.procedure_prints.paper_sheets import PaperSheet, paper_sheets
from qms.procedure_prints.readme import Block, Chapter, chapters
from qms.procedure_tables.printed import TOTAL
from qms.procedure_tables.telling import labelled_steps, tell_definition
from qms.records.letterhead import Letterhead
from qms.retention.lines import RetentionLine

README: Final = "README.md"
DRAFT_ISSUE: Final = "Dự thảo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who drafted, reviewed or approved; a place to sign where nobody has yet."""

    act: str
    name: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One version in the sheet of changes."""

    number: str
    effective_from: date | None
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the first page says."""

    head: Letterhead
    name: str
    code: str
    key: str
    issue: str
    """The number of the version in words, or that it is a draft."""
    status: str
    effective_from: date | None
    decision: str
    """Number and day of the decision; empty where none is known."""
    signers: tuple[Signer, ...]
    bundle_hash: str
    watermark: str
    """Across every page; empty for a version that holds or will hold."""
    as_of: datetime
    """When it was published or saved last; with it the file is the same whenever it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedProcedure:
    """The whole document."""

    cover: Cover
    issues: tuple[Issue, ...]
    chapters: Mapping[Chapter, tuple[Block, ...]]
    basis: tuple[str, ...]
    sheets: tuple[PaperSheet, ...]
    rows: tuple[tuple[str, ...], ...]
    total: str
    forms: tuple[EmptyForm, ...]
    records: tuple[tuple[str, str, str], ...]
    """What is produced, in which step, in which form it is kept."""
    retention: str
    ladders: tuple[ToldLadder, ...]
    parties: tuple[str, ...]
    """Who takes part in it, and so receives it."""

    @property
    def is_draft(self) -> bool:
        """Whether it is not approved."""
        return self.cover.issue == DRAFT_ISSUE


def compose(
    *,
    cover: Cover,
    issues: tuple[Issue, ...],
    bundle: Bundle,
    definition: ProcessDefinition,
    retention: RetentionLine,
    ladder: Callable[[str], Ladder | None],
) -> PrintedProcedure:
    """The document of a model that has been compiled, and of what its office says about it."""
    told = tell_definition(definition, bundle)
    labels = labelled_steps(definition)
    forms = _forms(definition, labels)
    return PrintedProcedure(
        cover=cover,
        issues=issues,
        chapters=chapters(bundle.files.get(README, b"")),
        basis=_basis(definition),
        sheets=paper_sheets(read_diagrams(bundle)),
        rows=tuple((row.label, row.work, row.actors, row.time, row.papers) for row in told.table.rows),
        total=f"{TOTAL}: {told.legal_time}" if told.legal_time else "",
        forms=tuple(form for form, _steps in forms),
        records=tuple((form.title, ", ".join(steps), f"Biểu mẫu {form.code}") for form, steps in forms),
        retention=_retention(retention),
        ladders=told_ladders(definition, labels, ladder),
        parties=_parties(definition),
    )


def _forms(definition: ProcessDefinition, labels: Mapping[str, str]) -> list[tuple[EmptyForm, list[str]]]:
    """The forms in the order in which the steps come to them, each with its steps."""
    used: dict[str, list[str]] = {}
    for element, label in labels.items():
        key = definition.activities[element].form_key
        if key is not None and key in definition.forms:
            used.setdefault(key, []).append(label)
    return [(empty_form(key, definition.forms[key]), steps) for key, steps in used.items()]


def _basis(definition: ProcessDefinition) -> tuple[str, ...]:
    """The legal documents of the whole and of its steps, each provision once, by document."""
    of_steps = [
        ref
        for element in definition.order
        if element in definition.activities
        for ref in definition.activities[element].legal_basis
    ]
    refs = (*definition.legal_basis, *of_steps)
    documents = list(dict.fromkeys(ref.doc for ref in refs))
    together = sorted(refs, key=lambda ref: documents.index(ref.doc))
    said = (f"{ref.doc}, {ref.article}" if ref.article else ref.doc for ref in together)
    return tuple(dict.fromkeys(said))


def _retention(line: RetentionLine) -> str:
    period = "vĩnh viễn" if line.years is None else f"{line.years} năm, tính sau năm hồ sơ kết thúc"
    unsure = "" if line.confirmed else " Thời hạn này chưa được cơ quan xác nhận."
    return f"{line.name} ({line.code}): {period}. Căn cứ: {line.basis}.{unsure}"


def _parties(definition: ProcessDefinition) -> tuple[str, ...]:
    """The roles of the steps by name, in their order."""
    named: dict[str, None] = {}
    for element in definition.order:
        step = definition.activities.get(element)
        role = step.assignment.role if step and step.kind.done_by_people and step.assignment else None
        if role is not None:
            named[ROLE_NAMES[Role(role)][0] if role in set(Role) else role] = None
    return tuple(named)
