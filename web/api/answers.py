"""Tasks and cases as JSON: days as YYYY-MM-DD, moments in UTC, ids and codes as texts."""

from __future__ import annotations

from datetime import UTC, date, datetime

from engine.domain.forms import Field, Form
from engine.queries.inbox import InboxRow
from engine.queries.instance import InstanceView, TaskLine
from engine.queries.task import TaskView


def line_answer(row: InboxRow) -> dict[str, object]:
    """A task in the list."""
    return {
        "id": str(row.id),
        "name": row.name,
        "title": row.title,
        "state": row.state,
        "case": {"id": str(row.instance), "code": row.case_code, "title": row.case_title},
        "mine": row.mine,
        "holder": row.holder,
        "legal_due": _day(row.legal_due),
        "target_due": _day(row.target_due),
        "overdue_from": _moment(row.overdue_from),
        "suspended": row.suspended,
        "completed_at": _moment(row.completed_at),
    }


def task_answer(view: TaskView, language: str) -> dict[str, object]:
    """One task with the fields of its form."""
    english = language == "en"
    return {
        "id": str(view.id),
        "name": view.name,
        "title": view.title,
        "element": view.element,
        "state": view.state,
        "case": {"id": str(view.instance), "code": view.case_code, "title": view.case_title},
        "role": view.role,
        "claimed_by": str(view.claimed_by) if view.claimed_by else None,
        "completed_by": str(view.completed_by) if view.completed_by else None,
        "completed_at": _moment(view.completed_at),
        "created_at": _moment(view.created_at),
        "legal_due": _day(view.legal_due),
        "target_due": _day(view.target_due),
        "overdue_from": _moment(view.overdue_from),
        "explanation": [en if english else vi for vi, en in view.explanation],
        "legal_basis": view.legal_basis,
        "may_work": view.may_work,
        "fields": _fields(view.form, language),
    }


def case_answer(view: InstanceView) -> dict[str, object]:
    """One case with its tasks."""
    return {
        "id": str(view.id),
        "code": view.code,
        "title": view.title,
        "model": view.definition.process_id,
        "state": view.state,
        "outcome": view.outcome,
        "started_at": _moment(view.started_at),
        "ended_at": _moment(view.ended_at),
        "legal_due": _day(view.legal_due),
        "target_due": _day(view.target_due),
        "overdue_from": _moment(view.overdue_from),
        "tasks": [_task_line(line) for line in view.tasks],
    }


def _task_line(line: TaskLine) -> dict[str, object]:
    return {
        "id": str(line.id),
        "element": line.element,
        "name": line.name,
        "title": line.title,
        "state": line.state,
        "role": line.role,
        "legal_due": _day(line.legal_due),
        "target_due": _day(line.target_due),
        "created_at": _moment(line.created_at),
        "completed_at": _moment(line.completed_at),
        "completed_by": str(line.completed_by) if line.completed_by else None,
    }


def _fields(form: Form | None, language: str) -> list[dict[str, object]]:
    if form is None:
        return []
    return [_field(field, language) for field in form.inputs]


def _field(field: Field, language: str) -> dict[str, object]:
    answer: dict[str, object] = {
        "key": field.key,
        "type": field.type,
        "label": field.label.said_in(language),
        "required": field.rules.required,
        "options": [option.value for option in field.options],
    }
    if field.columns:
        answer["columns"] = [_field(column, language) for column in field.columns]
    return answer


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
