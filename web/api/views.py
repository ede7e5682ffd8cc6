"""Addresses for programs; what they say is told in docs/api.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import Blueprint, Response, jsonify, request

from engine.commands.complete_task import CompleteTask, complete_task
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import CellName, Submitted
from engine.domain.text import storable
from engine.queries.inbox import inbox
from engine.queries.inbox_statements import Queue
from engine.queries.instance import instance_view
from engine.queries.task import task_form, task_view
from web.api.answers import case_answer, line_answer, task_answer
from web.api.refusals import RequestUnreadable
from web.inbox.submission import attachments
from web.paging import page_asked
from web.system import now, origin, reading, system, viewer
from web.translation import language_of_request

blueprint = Blueprint("api", __name__, url_prefix="/api")
PAGE_SIZE: Final = 50
LONGEST_BODY: Final = 1024 * 1024
"""Bytes of what a program sends; files come by the task's page."""


@blueprint.get("/tasks")
def tasks() -> Response:
    """A page of the person's tasks; `queue` as in the address of the inbox."""
    name = request.args.get("queue", Queue.ALL)
    if name not in set(Queue):
        raise RequestUnreadable
    with reading() as session:
        listed = inbox(
            session,
            viewer(),
            now(),
            queue=Queue(name),
            offset=(page_asked() - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
            directory=system().surroundings.directory,
        )
    return jsonify(total=listed.total, tasks=[line_answer(row) for row in listed.rows])


@blueprint.get("/tasks/<uuid:task>")
def task(task: UUID) -> Response:
    """One task with its form; raises TaskNotFound, TaskNotYours."""
    with reading() as session:
        view = task_view(session, system().surroundings, viewer(), task)
    return jsonify(task_answer(view, language_of_request()))


@blueprint.post("/tasks/<uuid:task>/completion")
def completion(task: UUID) -> tuple[Response, int] | Response:
    """Complete the task with `values`, texts as in its form; files are those attached on the task's page.

    Raises as complete_task.
    """
    values = _values(_body())
    with reading() as session:
        attached = attachments(task_form(session, system().surroundings, viewer(), task))
    command = CompleteTask(
        task=task,
        viewer=viewer(),
        origin=origin(),
        submitted=Submitted(values=values, files=attached),
    )
    try:
        done = complete_task(system().store, system().surroundings, command, now())
    except FieldsInvalid as refusal:
        english = language_of_request() == "en"
        fields = {
            key: [en if english else vi for vi, en in messages] for key, messages in refusal.fields.items()
        }
        return jsonify(error="fields_invalid", fields=fields), 422
    return jsonify(case=str(done.instance), ended=done.ended, open_tasks=done.open_tasks)


@blueprint.get("/cases/<uuid:case>")
def case(case: UUID) -> Response:
    """One case; raises InstanceNotFound, InstanceNotYours."""
    with reading() as session:
        view = instance_view(session, system().surroundings, viewer(), case, now())
    return jsonify(case_answer(view))


def _body() -> object:
    """What was sent as JSON, None where it is none; raises RequestUnreadable for what is nested too deep."""
    request.max_content_length = LONGEST_BODY
    try:
        return request.get_json(silent=True)
    except RecursionError:
        raise RequestUnreadable from None


def _values(body: object) -> Mapping[str, list[str]]:
    """The texts by field, rows of a table by their cells.

    Raises RequestUnreadable for anything but texts, lists of texts and lists of records of texts.
    """
    values = body.get("values", {}) if isinstance(body, dict) else None
    if not isinstance(values, dict):
        raise RequestUnreadable
    texts: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            texts.update(_cells(key, value))
        else:
            texts[key] = [value] if isinstance(value, str) else value
    read: dict[str, list[str]] = {}
    for key, value in texts.items():
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise RequestUnreadable
        read[storable(key)] = [storable(text) for text in value]
    return read


def _cells(table: str, rows: list[dict[str, object]]) -> dict[str, object]:
    """The texts of a page that holds these rows."""
    cells: dict[str, object] = {table: [str(len(rows))]}
    for number, row in enumerate(rows, start=1):
        for column, text in row.items():
            cells[str(CellName(table, number, column))] = [text]
    return cells
