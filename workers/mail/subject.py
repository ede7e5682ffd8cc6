"""Subject lines: what is gravest, and how much else there is, in 78 characters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from engine.domain.local_time import clock_text, day_text
from engine.domain.text import one_line
from workers.mail.notices import Notice, urgency
from workers.mail.wording import NoticeKind, Noun, Urgency, Wording

SUBJECT_LIMIT: Final = 78
"""Characters of a subject; longer ones are cut off in the lists of most mail programs."""

_TASK_ROOM: Final = 24
"""A form of the subject is used only if it leaves this many characters for the task's name."""
_CUT: Final = "…"


def subject_line(word: Wording, ordered: Sequence[Notice], today: date) -> str:
    """The subject of a letter that tells `ordered` (gravest first, at least one)."""
    gravest = ordered[0]
    late = sum(urgency(notice, today) is Urgency.OVERDUE for notice in ordered)
    report = gravest.kind is NoticeKind.REPORT_TO_LEADERS and late > 0
    forms = word.subjects.report if report else _forms(word, gravest, today)
    rest = len(ordered) - (late if report else 1)
    others = word.subjects.others.format(others=word.other_task.count(rest)) if rest else ""
    return _fitted(forms, others, gravest, word, today=today, tasks=late)


def _forms(word: Wording, notice: Notice, today: date) -> tuple[str, ...]:
    subjects = word.subjects
    match notice.kind:
        case NoticeKind.LEGAL_CHANGE_OVERDUE:
            return subjects.legal_change_overdue
        case NoticeKind.LEGAL_CHANGE if notice.legal_due and notice.effective_date:
            return subjects.legal_change
        case NoticeKind.READ_AND_CONFIRM:
            return subjects.read
        case NoticeKind.RETURNED:
            return subjects.returned
        case NoticeKind.NEW_TASK | NoticeKind.LEGAL_CHANGE:
            return subjects.new if notice.legal_due or notice.target_due else subjects.new_undated
        case _:
            return _forms_of_news(word, notice.kind) or _forms_by_time(word, notice, today)


def _forms_of_news(word: Wording, kind: NoticeKind) -> tuple[str, ...]:
    """Of what happened to a case or a message, or is asked for; none for what is told by its time."""
    subjects = word.subjects
    forms = {
        NoticeKind.INCIDENT: subjects.incident,
        NoticeKind.MESSAGE_PARKED: subjects.message_parked,
        NoticeKind.ACTION_FAILED: subjects.action_failed,
        NoticeKind.SUSPENDED: subjects.suspended,
        NoticeKind.RESUMED: subjects.resumed,
        NoticeKind.CANCELLED: subjects.cancelled,
        NoticeKind.CLOCK_MOVED: subjects.clock_moved,
        NoticeKind.DATES_CHANGED: subjects.dates_changed,
        NoticeKind.AUDIT_PLANNED: subjects.audit_planned,
        NoticeKind.AUDIT_CALLED_OFF: subjects.audit_called_off,
        NoticeKind.REAUDIT: subjects.reaudit,
        NoticeKind.DELIVERABLE_ASKED: subjects.deliverable,
        NoticeKind.APOLOGY: subjects.apology,
        NoticeKind.RESULT_APPOINTED: subjects.result,
        NoticeKind.CHANGE_REFUSED: subjects.other,
        NoticeKind.OTHER: subjects.other,
    }
    return forms.get(kind, ())


def _forms_by_time(word: Wording, notice: Notice, today: date) -> tuple[str, ...]:
    subjects = word.subjects
    match urgency(notice, today):
        case Urgency.OVERDUE if not notice.days:
            return subjects.overdue_uncounted
        case Urgency.OVERDUE if notice.kind is NoticeKind.OVERDUE_TO_DEPARTMENT:
            return subjects.department
        case Urgency.OVERDUE:
            return subjects.overdue
        case Urgency.TODAY:
            return subjects.today
        case _:
            return subjects.reminder if notice.days else subjects.reminder_uncounted


def _fitted(
    forms: Sequence[str], others: str, notice: Notice, word: Wording, *, today: date, tasks: int
) -> str:
    """The first form that names nothing unknown and has room for the task's name.

    Only that name is shortened, so that dates and counts stay readable.
    """
    fields = _fields(notice, word, today=today, tasks=tasks)
    unknown = [f"{{{name}}}" for name in ("unit", "case", "due", "year", "appointed") if not fields[name]]
    forms = [form for form in forms if not any(name in form for name in unknown)] or list(forms)
    task = one_line(notice.task_name)
    room = 0
    form = ""
    for form in forms:
        room = SUBJECT_LIMIT - len(form.format(task="", **fields) + others)
        if room >= (min(len(task), _TASK_ROOM) if "{task}" in form else 0):
            break
    return shorten(form.format(task=shorten(task, room), **fields) + others)


def _fields(notice: Notice, word: Wording, *, today: date, tasks: int) -> dict[str, str]:
    due = notice.legal_due or notice.target_due

    def counted(noun: Noun) -> str:
        return noun.count(notice.days or 0)

    return {
        "case": one_line(notice.case_code),
        "unit": one_line(notice.unit),
        "due": day_text(due) if due else "",
        "year": str(due.year) if due else "",
        "appointed": clock_text(notice.appointed_at) if notice.appointed_at else "",
        "days": counted(word.day),
        "working_days": counted(word.working_day),
        "document": one_line(notice.document_number or notice.case_code),
        "in_force": day_text(notice.effective_date) if notice.effective_date else "",
        "tasks": word.task.count(tasks),
        "date": day_text(today),
    }


def shorten(text: str, limit: int = SUBJECT_LIMIT) -> str:
    """The text on one line; past `limit` characters it ends after a whole word with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    if limit < 1:
        return ""
    room = limit - len(_CUT)
    head = line[:room]
    if line[room] != " " and " " in head:
        head = head.rpartition(" ")[0]
    return head.rstrip(" –-,:;") + _CUT
