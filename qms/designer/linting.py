"""What every rule of the lint works with: the model, the office, and the shape of what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from engine.domain.bundle import Bundle
from engine.domain.definition import ActivityDefinition, ProcessDefinition, Severity
from engine.domain.model_outline import ModelOutline, Subject
from engine.domain.text import fold
from qms.designer.lint_office import LintOffice

PROCEDURE: Final = "gov:procedure"
"""The fact of a process that names the administrative procedure that it carries out."""
_PUBLIC_KEY: Final = "TTHC_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule has to say, of an element or of the whole model."""

    vi: str
    en: str
    element: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """A model that can be run, before the eyes of an office."""

    bundle: Bundle
    definition: ProcessDefinition
    outline: ModelOutline
    lines: Mapping[str, int]
    office: LintOffice
    procedure: str
    """Code of the administrative procedure (TTHC) that it carries out; empty: an internal one."""

    @property
    def public(self) -> bool:
        """Whether it is an administrative procedure: citizens and the one-stop centre have a part in it."""
        return bool(self.procedure) or self.definition.process_id.startswith(_PUBLIC_KEY)

    @property
    def people_steps(self) -> tuple[ActivityDefinition, ...]:
        """The steps that people do, in the order of the drawing."""
        activities = self.definition.activities
        found = [activities[own] for own in self.definition.order if activities[own].kind.done_by_people]
        return tuple(found)

    def names(self, *subjects: Subject) -> tuple[tuple[str, str], ...]:
        """Id and folded name of everything of these kinds."""
        return tuple((part.id, fold(part.name)) for part in self.outline.parts if part.subject in subjects)


Check: TypeAlias = Callable[[Linted], Iterator[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRule:
    """One rule: what it asks of a model, in a sentence for the office."""

    code: str
    severity: Severity
    vi: str
    en: str
    check: Check
    public_only: bool = False
    """Whether it is asked of administrative procedures alone."""


def called(activity: ActivityDefinition) -> str:
    """A step by the name that its drawing shows."""
    return activity.name or activity.element_id
