"""The items of a year one by one: started, waived, done outside the system, put back when a case was lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import SYSTEM_ORIGIN
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.messages import EventKind
from engine.domain.states import InstanceState
from engine.domain.values import Value, dump_values
from engine.execution.messages import Sender, add_messages, message_row, starts_on
from engine.ports import OperatorCall
from engine.store.session import Store
from engine.store.tables import ProcessInstance
from qms.outgoing.documents import last_done
from qms.years.entering import DONE, ItemState, start_message
from qms.years.refusals import YearItemNotFound
from qms.years.rules import LOST, OVER, YearState
from qms.years.tables import QmsYear, YearItem

DECIDING = "DuyetMien"


def start_item(call: OperatorCall) -> Value:
    """Begin the process of an item, unless somebody has or it is over; says which, in `tinh_trang_viec`.

    da_gui, dang_lam, xong, khong_co_mo_hinh.
    """
    session, item = cast("Session", call.session), item_of(call)
    if item.state in OVER:
        return {"tinh_trang_viec": "xong"}
    if item.state == ItemState.RUNNING:
        return {"tinh_trang_viec": "dang_lam"}
    name = start_message(item.process)
    if not starts_on(session, EventKind.MESSAGE, name, call.agency, local_day(call.now)):
        return {"tinh_trang_viec": "khong_co_mo_hinh"}
    carried: dict[str, Value] = {
        "ma_viec_nam": str(item.id),
        "nam": session.get_one(QmsYear, item.year_id).year,
        "chu_de": item.subject,
        "han_viec_nam": item.legal_due,
    }
    sender = Sender(
        agency=call.agency,
        instance=call.instance,
        element=call.element_id,
        person=None,
        origin=SYSTEM_ORIGIN,
    )
    message = derived_id("year item starts", call.idempotency_key)
    payload = dump_values(carried)
    add_messages(session, [message_row(sender, message, name=name, key=None, payload=payload, now=call.now)])
    return {"tinh_trang_viec": "da_gui"}


def waive_item(call: OperatorCall) -> Value:
    """The head approved: the item does not apply this year. One that was done meanwhile stays done."""
    item, step = item_of(call), last_done(call, DECIDING)
    if item.state in OVER:
        return None
    item.state, item.proposed_at = ItemState.WAIVED, None
    item.reason = str(call.parameters.get("ly_do_mien") or item.proposal)
    item.decided_by = step.completed_by if step else item.proposed_by
    return None


def refuse_waiver(call: OperatorCall) -> Value:
    """The head refused: the item waits on, with the answer beside it."""
    item = item_of(call)
    item.proposed_at, item.answer = None, str(call.parameters.get("ly_do_duyet") or "")
    return None


def done_outside(call: OperatorCall) -> Value:
    """It was done outside the system, on a day and with a result that the secretary tells."""
    item, day = item_of(call), call.parameters.get("ngay_xong")
    if item.state not in OVER:
        item.state = ItemState.DONE
        item.done_on = day if isinstance(day, date) else local_day(call.now)
        item.reason = str(call.parameters.get("ket_qua_viec") or "")
    return None


def put_back_next_item(store: Store, now: datetime) -> bool:
    """Look at one running item whose case has ended without a word; whether there was one.

    A case begun before the year was opened knows no item: its end is the item's. Any other was cancelled or
    withdrawn: the item waits again, and where its day has come the case of the year hears of it.
    """
    with store.transaction() as session:
        found = session.execute(
            select(YearItem, ProcessInstance.state, ProcessInstance.ended_at, ProcessInstance.code, QmsYear)
            .join(QmsYear, QmsYear.id == YearItem.year_id)
            .join(ProcessInstance, ProcessInstance.id == YearItem.instance_id)
            .where(
                YearItem.state == ItemState.RUNNING,
                QmsYear.state == YearState.RUNNING,
                or_(
                    ProcessInstance.state == InstanceState.CANCELLED,
                    ProcessInstance.state == InstanceState.COMPLETED,
                ),
            )
            .order_by(ProcessInstance.ended_at, YearItem.id)
            .limit(1)
            .with_for_update(of=YearItem, skip_locked=True)
        ).first()
        if found is None:
            return False
        item, state, ended_at, code, year = found
        early = item.started_at is not None and item.started_at < year.opened_at
        if state == InstanceState.COMPLETED and early:
            item.state, item.done_on = ItemState.DONE, local_day(ended_at or now)
            _tell(session, item, DONE, {}, ended=item.instance_id, now=now)
            return True
        ended = item.instance_id
        item.state, item.instance_id, item.started_at = ItemState.WAITING, None, None
        if item.starts_on <= local_day(now):
            why = "đã bị hủy" if state == InstanceState.CANCELLED else "đã kết thúc mà chưa xong việc"
            _tell(session, item, LOST, {"ly_do_dung": f"Hồ sơ {code} {why}."}, ended=ended, now=now)
        return True


def item_of(call: OperatorCall) -> YearItem:
    """The item of the call's `ma_viec`, locked; raises YearItemNotFound for another agency's."""
    named = parse_id(str(call.parameters.get("ma_viec") or ""))
    session = cast("Session", call.session)
    row = None if named is None else session.get(YearItem, named, with_for_update=True)
    if row is None or row.agency_id != call.agency:
        raise YearItemNotFound
    return row


def _tell(  # a message to the case of the year
    session: Session,
    item: YearItem,
    name: str,
    carried: dict[str, Value],
    *,
    ended: UUID | None,
    now: datetime,
) -> None:
    sender = Sender(agency=item.agency_id, instance=ended, element=None, person=None, origin=SYSTEM_ORIGIN)
    message = derived_id("year item", name, item.id, ended)
    payload = dump_values(carried)
    add_messages(
        session, [message_row(sender, message, name=name, key=str(item.id), payload=payload, now=now)]
    )
