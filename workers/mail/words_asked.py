"""What the letters of a language need words for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class NoticeKind(Enum):
    """What a person is told; the values are the codes of the stored notifications."""

    NEW_TASK = "M01"
    REMINDER = "M02"
    OVERDUE = "M03"
    REPORT_TO_LEADERS = "M04"
    LEGAL_CHANGE = "M05"
    LEGAL_CHANGE_OVERDUE = "M06"
    AUDIT_PLANNED = "M07"
    REAUDIT = "M08"
    READ_AND_CONFIRM = "M09"
    DELIVERABLE_ASKED = "M10"
    APOLOGY = "M11"
    RESULT_APPOINTED = "M12"
    RETURNED = "R00"
    OVERDUE_TO_DEPARTMENT = "E4"
    INCIDENT = "S01"
    SUSPENDED = "S02"
    CANCELLED = "S03"
    RESUMED = "S04"
    MESSAGE_PARKED = "S05"
    ACTION_FAILED = "S06"
    CLOCK_MOVED = "S07"
    CHANGE_REFUSED = "S08"
    DATES_CHANGED = "M13"
    AUDIT_CALLED_OFF = "M14"
    OTHER = "other"
    """A code that these letters do not know, perhaps of a newer release: told in general words."""


class Urgency(Enum):
    """The headings of a letter, gravest first."""

    OVERDUE = "overdue"
    BROKEN = "broken"
    TODAY = "today"
    SOON = "soon"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Noun:
    """A word that is counted."""

    one: str
    many: str

    def count(self, number: int) -> str:
        """The number with the word in its right form."""
        return f"{number} {self.one if number == 1 else self.many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands before each fact of a task."""

    why: str
    case: str
    unit: str
    document: str
    in_force: str
    due: str
    target: str
    appointed: str
    derivation: str
    legal_basis: str
    reason: str
    open: str
    substitute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Subject lines; of each the first form that leaves room for the task's name is used."""

    new: tuple[str, ...]
    new_undated: tuple[str, ...]
    reminder: tuple[str, ...]
    reminder_uncounted: tuple[str, ...]
    today: tuple[str, ...]
    overdue: tuple[str, ...]
    overdue_uncounted: tuple[str, ...]
    department: tuple[str, ...]
    report: tuple[str, ...]
    legal_change: tuple[str, ...]
    legal_change_overdue: tuple[str, ...]
    read: tuple[str, ...]
    audit_planned: tuple[str, ...]
    audit_called_off: tuple[str, ...]
    reaudit: tuple[str, ...]
    deliverable: tuple[str, ...]
    apology: tuple[str, ...]
    result: tuple[str, ...]
    returned: tuple[str, ...]
    incident: tuple[str, ...]
    suspended: tuple[str, ...]
    cancelled: tuple[str, ...]
    resumed: tuple[str, ...]
    message_parked: tuple[str, ...]
    action_failed: tuple[str, ...]
    clock_moved: tuple[str, ...]
    dates_changed: tuple[str, ...]
    other: tuple[str, ...]
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All the words of a letter in one language; where it holds {…}, the letter fills in."""

    language: str
    greeting: str
    intro: str
    report: str
    by_unit: str
    headings: Mapping[Urgency, str]
    why: Mapping[NoticeKind, str]
    labels: Labels
    subjects: Subjects
    task: Noun
    other_task: Noun
    day: Noun
    working_day: Noun
    late: str
    late_uncounted: str
    due_today: str
    left: str
    all_tasks: str
    contact: str
    automatic: str
