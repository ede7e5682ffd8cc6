"""What a person has to be told, how urgent it is on a day, and in what order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from workers.mail.wording import NoticeKind, Urgency

_GRAVITY: Final = (
    NoticeKind.LEGAL_CHANGE_OVERDUE,
    NoticeKind.REPORT_TO_LEADERS,
    NoticeKind.OVERDUE_TO_DEPARTMENT,
    NoticeKind.OVERDUE,
    NoticeKind.APOLOGY,
    NoticeKind.INCIDENT,
    NoticeKind.MESSAGE_PARKED,
    NoticeKind.ACTION_FAILED,
    NoticeKind.CHANGE_REFUSED,
    NoticeKind.REMINDER,
    NoticeKind.CANCELLED,
    NoticeKind.SUSPENDED,
    NoticeKind.RESUMED,
    NoticeKind.CLOCK_MOVED,
    NoticeKind.DATES_CHANGED,
    NoticeKind.RETURNED,
    NoticeKind.LEGAL_CHANGE,
    NoticeKind.REAUDIT,
    NoticeKind.DELIVERABLE_ASKED,
    NoticeKind.AUDIT_PLANNED,
    NoticeKind.AUDIT_CALLED_OFF,
    NoticeKind.NEW_TASK,
    NoticeKind.READ_AND_CONFIRM,
    NoticeKind.RESULT_APPOINTED,
    NoticeKind.OTHER,
)
_ABOUT_TIME: Final = frozenset(
    {
        NoticeKind.NEW_TASK,
        NoticeKind.REMINDER,
        NoticeKind.OVERDUE,
        NoticeKind.REPORT_TO_LEADERS,
        NoticeKind.LEGAL_CHANGE_OVERDUE,
        NoticeKind.OVERDUE_TO_DEPARTMENT,
    }
)
"""Kinds of which the gravest about a task says all that the others would say."""

_ABOUT_NEWS: Final = frozenset(
    {
        NoticeKind.NEW_TASK,
        NoticeKind.LEGAL_CHANGE,
        NoticeKind.READ_AND_CONFIRM,
        NoticeKind.AUDIT_PLANNED,
        NoticeKind.AUDIT_CALLED_OFF,
        NoticeKind.REAUDIT,
        NoticeKind.DELIVERABLE_ASKED,
        NoticeKind.RESULT_APPOINTED,
        NoticeKind.RETURNED,
        NoticeKind.OTHER,
    }
)
_ABOUT_REPAIR: Final = frozenset(
    {NoticeKind.INCIDENT, NoticeKind.MESSAGE_PARKED, NoticeKind.ACTION_FAILED, NoticeKind.CHANGE_REFUSED}
)
_ABOUT_CASE: Final = frozenset(
    {
        NoticeKind.SUSPENDED,
        NoticeKind.CANCELLED,
        NoticeKind.RESUMED,
        NoticeKind.CLOCK_MOVED,
        NoticeKind.DATES_CHANGED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing a person has to be told.

    `days` are working days: late when `legal_due` has passed, left until `target_due` before that.
    `link` is a path of this site, empty for none. Nothing here may name a citizen: a case is told by its
    code and initials.
    """

    kind: NoticeKind
    case_code: str
    case_title: str
    task_name: str
    unit: str
    link: str
    legal_due: date | None = None
    target_due: date | None = None
    days: int | None = None
    legal_basis: str = ""
    explanation: tuple[tuple[str, str], ...] = ()
    """(Vietnamese, English) sentences in order of derivation."""
    reason: str = ""
    document_number: str = ""
    effective_date: date | None = None
    appointed_at: datetime | None = None
    """When a citizen is to come for the result."""
    in_name_of: tuple[str, str] | None = None
    """For whom the reader stands in, and by which decision."""


def urgency(notice: Notice, today: date) -> Urgency:
    """Under which heading a notice stands.

    The dates decide, not the kind alone, for a letter may be written later than it was planned; but what
    stopped a case or message is told apart from what is due.
    """
    if notice.kind in _ABOUT_REPAIR:
        return Urgency.BROKEN
    if notice.kind in _ABOUT_CASE:
        return Urgency.CHANGED
    due = notice.legal_due or notice.target_due
    if notice.kind is NoticeKind.LEGAL_CHANGE_OVERDUE or (due is not None and due < today):
        return Urgency.OVERDUE
    if today in {notice.legal_due, notice.target_due}:
        return Urgency.TODAY
    return Urgency.NEW if notice.kind in _ABOUT_NEWS else Urgency.SOON


def gravest_first(notices: Iterable[Notice], today: date) -> list[Notice]:
    """The notices as a letter tells them: by heading, then by kind, then the longest overdue first."""
    groups = list(Urgency)

    def rank(notice: Notice) -> tuple[int, int, date, str, str]:
        due = notice.legal_due or notice.target_due or date.max
        group = groups.index(urgency(notice, today))
        return group, _GRAVITY.index(notice.kind), due, notice.case_code, notice.task_name

    return sorted(notices, key=rank)


def told_once(ordered: Iterable[Notice]) -> list[Notice]:
    """Of several notices about the time of one task the first; nothing told twice in the same words."""
    kept: dict[tuple[str, ...], Notice] = {}
    for notice in ordered:
        news = (notice.kind.value, notice.reason, notice.document_number)
        told = () if notice.kind in _ABOUT_TIME else news
        kept.setdefault((notice.link, notice.unit, notice.case_code, notice.task_name, *told), notice)
    return list(kept.values())
