"""Remarks as the canvas shows them: pinned to elements, answered and settled without leaving the drawing."""

from __future__ import annotations

from uuid import UUID

from flask import Response, jsonify, request

from engine.domain.identifiers import parse_id
from qms.designer.comments import (
    AddComment,
    CommentLine,
    SettleComment,
    add_comment,
    comments,
    settle_comment,
)
from web.designer.answers import in_json
from web.designer.room import blueprint, drawing
from web.names import person_name, remember_names
from web.system import now, reading, system, viewer
from web.wording import moment


@blueprint.get("/drafts/<uuid:draft>/remarks", endpoint="remarks")
@in_json
def listing(draft: UUID) -> Response:
    """The remarks of a draft in their order."""
    return _all(draft)


@blueprint.post("/drafts/<uuid:draft>/remarks", endpoint="remark_add")
@in_json
def add(draft: UUID) -> Response:
    """Say something of an element, or in answer; gives all remarks as they stand now."""
    command = AddComment(
        by=drawing(),
        draft=draft,
        text=request.form.get("text", ""),
        element=request.form.get("element", ""),
        reply_to=parse_id(request.form.get("reply_to", "")),
    )
    add_comment(system().store, command, now())
    return _all(draft)


@blueprint.put("/drafts/<uuid:draft>/remarks/<uuid:remark>/settlement", endpoint="remark_settle")
@in_json
def settle(draft: UUID, remark: UUID) -> Response:
    """Mark a remark as dealt with; gives all remarks as they stand now."""
    settle_comment(system().store, SettleComment(by=drawing(), draft=draft, comment=remark), now())
    return _all(draft)


def _all(draft: UUID) -> Response:
    with reading() as session:
        said = comments(session, viewer(), draft)
    people = {one.author for one in said} | {one.settled_by for one in said if one.settled_by}
    remember_names(people)
    answer = jsonify(remarks=[_line(one) for one in said])
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _line(one: CommentLine) -> dict[str, object]:
    return {
        "id": str(one.id),
        "reply_to": str(one.reply_to) if one.reply_to else "",
        "element": one.element,
        "text": one.text,
        "author": person_name(one.author, one.at),
        "at": moment(one.at),
        "settled_at": moment(one.settled_at) if one.settled_at else "",
        "settled_by": person_name(one.settled_by, one.settled_at) if one.settled_by else "",
    }
