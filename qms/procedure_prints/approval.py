"""Who drafted, reviewed and approved a procedure and when, as the case of its review (P05) has it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import day_text, local_day
from engine.domain.text import one_line
from engine.domain.values import ValueNotStorable, load_values
from engine.ports import Directory
from engine.store.tables import HistoryEvent, Task
from qms.designer.operators import APPROVAL, REVIEW
from qms.designer.tables import ModelDraft
from qms.procedure_prints.content import Signer

_ACTS: Final = ("Người soạn thảo", "Người xem xét", "Người phê duyệt")
_OUTPUTS: Final = "outputs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The three who sign, with the decision of the approval."""

    author: Signer
    reviewer: Signer
    approver: Signer
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """One step of the case that somebody completed."""

    person: UUID
    day: date
    task: UUID


def approval_of(session: Session, directory: Directory, draft: ModelDraft | None) -> Approval:
    """As far as the case has come; a version that came without a draft has nobody in it."""
    if draft is None:
        author, reviewer, approver = (Signer(act=act) for act in _ACTS)
        return Approval(author=author, reviewer=reviewer, approver=approver)
    done = {} if draft.instance_id is None else _done(session, draft.instance_id)
    reviewed, approved = done.get(REVIEW), done.get(APPROVAL)
    people = {draft.created_by, *(one.person for one in (reviewed, approved) if one)}
    names = directory.names(session, frozenset(person for person in people if person is not None))
    drafted = names.get(draft.created_by, "") if draft.created_by else ""
    return Approval(
        author=Signer(act=_ACTS[0], name=drafted, day=local_day(draft.created_at) if drafted else None),
        reviewer=_signer(_ACTS[1], reviewed, names),
        approver=_signer(_ACTS[2], approved, names),
        decision=_decision(session, approved),
    )


def _done(session: Session, instance: UUID) -> dict[str, _Done]:
    rows = session.execute(
        select(Task.element_id, Task.completed_by, Task.completed_at, Task.id)
        .where(Task.instance_id == instance, Task.element_id.in_([REVIEW, APPROVAL]))
        .order_by(Task.completed_at)
    )
    return {
        element: _Done(person=person, day=local_day(moment), task=task)
        for element, person, moment, task in rows
        if person is not None and moment is not None
    }


def _signer(act: str, done: _Done | None, names: Mapping[UUID, str]) -> Signer:
    if done is None:
        return Signer(act=act)
    return Signer(act=act, name=names.get(done.person, ""), day=done.day)


def _decision(session: Session, approved: _Done | None) -> str:
    """Number and day of the decision as the head entered them; empty where the record was disposed of."""
    if approved is None:
        return ""
    kept = session.scalar(
        select(HistoryEvent.data).where(
            HistoryEvent.task_id == approved.task, HistoryEvent.kind == "task.completed"
        )
    )
    try:
        outputs = load_values(str(json.loads(kept or "{}").get(_OUTPUTS, "{}")).encode())
    except (ValueError, AttributeError, ValueNotStorable):
        return ""
    number, decided = str(outputs.get("so_quyet_dinh") or ""), outputs.get("ngay_quyet_dinh")
    day = day_text(decided) if isinstance(decided, date) else ""
    return one_line(f"{number} ngày {day}" if number and day else number)
