"""The actions of a slip: written as proposed, done one by one, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from engine.domain.errors import Invalid
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.nonconformities.rules import SlipNotFound
from qms.nonconformities.slips import day_of, locked_slip, text_of
from qms.nonconformities.tables import CorrectiveAction, Nonconformity
from qms.organisation.tables import Person


class ActionIncomplete(Invalid):
    """An action has no owner of the agency, no date or says nothing."""

    def __init__(self, position: int) -> None:
        super().__init__(
            vi=f"Hành động thứ {position} chưa có việc, người thực hiện hoặc hạn.",
            en=f"Action {position} lacks what to do, who does it or by when.",
        )


def write_actions(session: Session, call: OperatorCall, row: Nonconformity, proposed: Value) -> list[Value]:
    """Hold the actions proposed in the place of those of an earlier round that were not done.

    Returns records {id, viec, nguoi, ten, han}. Raises ActionIncomplete.
    """
    session.execute(
        delete(CorrectiveAction).where(
            CorrectiveAction.nonconformity_id == row.id, CorrectiveAction.done_on.is_(None)
        )
    )
    last = session.scalar(
        select(func.max(CorrectiveAction.position)).where(CorrectiveAction.nonconformity_id == row.id)
    )
    names = _names(session, row.agency_id)
    planned: list[Value] = []
    for position, record in enumerate(proposed if isinstance(proposed, list) else [], start=(last or 0) + 1):
        wanted = record if isinstance(record, dict) else {}
        owner, due = parse_id(text_of(wanted, "nguoi")), day_of(wanted, "han")
        if owner is None or owner not in names or due is None or not text_of(wanted, "viec"):
            raise ActionIncomplete(position)
        action = CorrectiveAction(
            id=derived_id("corrective_action", call.idempotency_key, position),
            agency_id=row.agency_id,
            nonconformity_id=row.id,
            position=position,
            what=text_of(wanted, "viec"),
            owner_id=owner,
            due_on=due,
            result="",
            recorded_at=call.now,
        )
        session.add(action)
        planned.append(
            {"id": str(action.id), "viec": action.what, "nguoi": str(owner), "ten": names[owner], "han": due}
        )
    session.flush()
    return planned


def action_done(call: OperatorCall) -> Value:
    """Hold day, result and first file of an action; raises SlipNotFound for one of another slip."""
    session, given = cast("Session", call.session), call.parameters
    row = locked_slip(session, call.agency, given["ma_phieu"])
    key = parse_id(text_of(given, "hanh_dong"))
    action = session.get(CorrectiveAction, key) if key else None
    if action is None or action.nonconformity_id != row.id:
        raise SlipNotFound(text_of(given, "hanh_dong"))
    action.done_on = day_of(given, "ngay_thuc_hien") or local_day(call.now)
    action.result = text_of(given, "ket_qua_thuc_hien")
    files = given.get("minh_chung")
    first = files[0] if isinstance(files, list) and files else None
    action.file_id = parse_id(str(first.get("id"))) if isinstance(first, dict) else None
    return None


def actions_of(session: Session, slip: UUID) -> Sequence[CorrectiveAction]:
    """The actions of a slip in their order."""
    return session.scalars(
        select(CorrectiveAction)
        .where(CorrectiveAction.nonconformity_id == slip)
        .order_by(CorrectiveAction.position)
    ).all()


def action_records(planned: Sequence[Value]) -> str:
    """Planned actions as lines to read."""
    return "\n".join(
        f"{number}. {text_of(each, 'viec')} – {text_of(each, 'ten')}, hạn {_day(each)}"
        for number, each in enumerate(planned, start=1)
        if isinstance(each, dict)
    )


def results_told(session: Session, row: Nonconformity) -> str:
    """What the actions came to, as lines to read."""
    names = _names(session, row.agency_id)
    return "\n".join(
        f"{action.position}. {action.what} – {names.get(action.owner_id, '?')}, xong "
        f"{day_text(action.done_on) if action.done_on else 'chưa'}: {action.result}"
        for action in actions_of(session, row.id)
    )


def told(row: Nonconformity) -> str:
    """A slip in one line."""
    return f"{row.code} ngày {day_text(row.found_on)}: {row.description}"


def _names(session: Session, agency: UUID) -> dict[UUID, str]:
    rows = session.execute(select(Person.id, Person.full_name).where(Person.agency_id == agency))
    return {row.id: row.full_name for row in rows}


def _day(record: dict[str, Value]) -> str:
    day = day_of(record, "han")
    return day_text(day) if day else "?"
