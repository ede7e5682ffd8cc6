"""What pages are told of a review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qms.reviews.decision_queries import DecisionLine
from qms.reviews.figures import Table
from qms.reviews.rules import ReviewItem, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One review with the count of its tasks."""

    id: UUID
    year: int
    ordinal: int
    state: ReviewState
    planned_on: date | None
    held_on: date | None
    validity: str
    instance: UUID | None
    case_code: str
    decisions: int
    open: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InputLine:
    """One input: its figures, what the secretary says, what is concluded."""

    item: ReviewItem
    since: date | None
    until: date | None
    known: bool
    summary: str
    tables: tuple[Table, ...]
    comment: str
    conclusion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a unit said of the inputs."""

    unit: str
    silent: bool
    general: str
    comments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody asked to come."""

    person: UUID
    name: str
    title: str
    came: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """An issued document of the review."""

    id: UUID
    kind: str
    title: str
    number: int | None
    symbol: str
    dated_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedFor:
    """In whose name the system was confirmed, and by which delegation."""

    principal: UUID
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecord:
    """All that the register says of one review."""

    line: ReviewLine
    chaired_by: UUID | None
    chaired_for: UUID | None
    confirmed_by: UUID | None
    confirmed_on: date | None
    confirmed_for: ConfirmedFor | None
    inputs: tuple[InputLine, ...]
    opinions: tuple[Opinion, ...]
    attendance: tuple[Attended, ...]
    documents: tuple[DocumentLink, ...]
    decisions: tuple[DecisionLine, ...]
