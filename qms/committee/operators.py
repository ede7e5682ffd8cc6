"""The service tasks of P13: look at the committee, decide it anew, let roles and tasks go over, close."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from sqlalchemy import select

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Calendars, DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import Task
from qms.committee import handing_over
from qms.committee.answers import check_of, day_of, records, seats_given, session_of, tasks_given
from qms.committee.decision import TITLE, concerned, content
from qms.committee.members import members_on, people_in_office
from qms.committee.rules import PROPOSAL_WORKING_DAYS, WORKING_DAYS, CheckReason, CheckState
from qms.committee.switching import Decided, switch
from qms.committee.tables import CommitteeCheck
from qms.organisation.roles import Role
from qms.years.entering import enter_year, leave_year

HANDING_OVER: Final = "BanGiao"
_CHECK: Final = "ma_ra_soat:text"
_EVENT: Final = ("ly_do:text?", "noi_dung:text?", "nguoi:text?", "ngay_su_kien:date?", "viec_dang_giu:list?")
_SEEN: Final = {
    "anh_huong": "text",
    "han_kien_toan": "date",
    "thanh_phan_hien_tai": "list",
    "nguoi_chon": "list",
    "nguoi_de_xuat": "text",
    "ma_viec_nam": "text",
}


class CommitteeOperators:
    """The operators by the names that the model uses."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {
            "committee.begin": DeclaredOperator(
                work=self.begin,
                parameters=_takes("ma_viec_nam:text?", "nam:number?", *_EVENT),
                variables={
                    **_SEEN,
                    "ma_ra_soat": "text",
                    "han_de_xuat": "date",
                    "ngay_su_kien": "date",
                    "noi_dung": "text",
                },
            ),
            "committee.add_event": DeclaredOperator(
                work=self.add_event,
                parameters=_takes(_CHECK, "ma_viec_nam:text?", *_EVENT),
                variables=_SEEN,
            ),
            "committee.decision": DeclaredOperator(
                work=decision,
                parameters=_takes(
                    _CHECK, "thanh_phan:list", "ngay_hieu_luc_bcd:date?", "can_cu_bo_sung:text?"
                ),
                variables={"trich_yeu_quyet_dinh": "text", "noi_dung_quyet_dinh": "record"},
            ),
            "committee.switch": DeclaredOperator(
                work=carry_out,
                parameters=_takes(_CHECK, "thanh_phan:list", "quyet_dinh:record", "ngay_hieu_luc_bcd:date?"),
                variables={
                    "ngay_ap_dung": "date",
                    "viec_ban_giao": "text",
                    "viec_phai_giao": "list",
                    "ban_giao_mau": "list",
                    "nguoi_chon": "list",
                },
            ),
            "committee.close": DeclaredOperator(
                work=close,
                parameters=_takes(
                    _CHECK,
                    "ma_viec_nam:text",
                    "ket_luan_bcd:text",
                    "ly_do_giu_nguyen:text?",
                    "ban_giao:list?",
                ),
            ),
        }

    def begin(self, call: OperatorCall) -> Value:
        """Enter the look at the committee with its due day; who is concerned and what they hold."""
        session, today, given = session_of(call), local_day(call.now), call.parameters
        event_on = day_of(given.get("ngay_su_kien")) or today
        reason = CheckReason(str(given.get("ly_do") or CheckReason.YEARLY))
        what = str(given.get("noi_dung") or f"Rà soát định kỳ năm {event_on.year}")
        key = derived_id("committee_check", call.instance)
        row = session.get(CommitteeCheck, key)
        if row is None:
            row = CommitteeCheck(
                id=key,
                agency_id=call.agency,
                reason=reason,
                what=what,
                person_id=parse_id(str(given.get("nguoi") or "")),
                event_on=event_on,
                due_on=self._after(call, event_on, WORKING_DAYS),
                state=CheckState.RUNNING,
                ended_on=None,
                instance_id=call.instance,
                document_id=None,
                recorded_at=call.now,
            )
            session.add(row)
            session.flush()
        handing_over.note_held(session, row, given.get("viec_dang_giu"))
        return self._seen(call, row, self._item(call)) | {
            "ma_ra_soat": str(row.id),
            "han_de_xuat": max(today, self._after(call, event_on, PROPOSAL_WORKING_DAYS)),
            "ngay_su_kien": event_on,
            "noi_dung": what,
        }

    def add_event(self, call: OperatorCall) -> Value:
        """Let a further event go into the look that is being prepared: the earlier day sets the due day."""
        session, given = session_of(call), call.parameters
        row = check_of(call)
        event_on = day_of(given.get("ngay_su_kien")) or local_day(call.now)
        what = str(given.get("noi_dung") or f"Rà soát định kỳ năm {event_on.year}")
        if what not in row.what:
            row.what = f"{row.what}; {what}"
        if event_on < row.event_on:
            row.event_on = event_on
            row.due_on = self._after(call, event_on, WORKING_DAYS)
        handing_over.note_held(session, row, given.get("viec_dang_giu"))
        item = self._item(call) if given.get("ma_viec_nam") else str(call.variables["ma_viec_nam"])
        return self._seen(call, row, item)

    def _after(self, call: OperatorCall, day: date, days: int) -> date:
        return self._calendars.calendar_of(call.agency).add_working_days(day, days)

    def _item(self, call: OperatorCall) -> str:
        """The place in the year where the year began it; else an id that nobody waits for."""
        named, year = call.parameters.get("ma_viec_nam"), call.parameters.get("nam")
        if not named:
            return str(derived_id("no item of the year", call.instance))
        place = enter_year(
            session_of(call),
            call,
            process="P13",
            subject="",
            year=int(cast("int", year)) if year is not None else local_day(call.now).year,
            item=parse_id(str(named)),
        )
        return str(place.item)

    def _seen(self, call: OperatorCall, row: CommitteeCheck, item: str) -> dict[str, Value]:
        session, today = session_of(call), local_day(call.now)
        members = members_on(session, call.agency, today)
        if row.person_id is not None and row.event_on > today:
            members = members_on(session, call.agency, row.event_on)
        people = people_in_office(session, call.agency)
        tasks = handing_over.summary(handing_over.rows_of(session, row.id))
        return {
            "anh_huong": concerned(row.what, row.due_on, members, tasks),
            "han_kien_toan": row.due_on,
            "thanh_phan_hien_tai": [
                {"bcd_nguoi": str(one.person), "bcd_chuc_vu": one.post, "bcd_vai_tro": one.seat.value}
                for one in members
                if one.in_office
            ],
            "nguoi_chon": [{"value": one, "label": label} for one, label in people.items()],
            "nguoi_de_xuat": self._proposer(call, today),
            "ma_viec_nam": item,
        }

    def _proposer(self, call: OperatorCall, today: date) -> str | None:
        """Nobody by name while there is a secretary; else the chair, else the head of the agency."""
        for role in (Role.ISO_SECRETARY, Role.STEERING_HEAD, Role.AGENCY_HEAD):
            holders = self._directory.holders(call.session, call.agency, role, None, today)
            if holders:
                return None if role is Role.ISO_SECRETARY else str(holders[0])
        return None


def decision(call: OperatorCall) -> Value:
    """The content of the decision."""
    given = call.parameters
    names = {
        one: label.partition(",")[0] for one, label in people_in_office(session_of(call), call.agency).items()
    }
    bases = [line.strip() for line in str(given.get("can_cu_bo_sung") or "").splitlines() if line.strip()]
    return {
        "trich_yeu_quyet_dinh": TITLE,
        "noi_dung_quyet_dinh": content(
            seats_given(given["thanh_phan"]), names, day_of(given.get("ngay_hieu_luc_bcd")), bases
        ),
    }


def carry_out(call: OperatorCall) -> Value:
    """The new committee from its day on; which tasks of those who left wait for somebody."""
    session, given, row = session_of(call), call.parameters, check_of(call)
    document = cast("Mapping[str, Value]", given["quyet_dinh"])
    decided_on = day_of(document.get("ngay")) or local_day(call.now)
    effective_on = max(decided_on, day_of(given.get("ngay_hieu_luc_bcd")) or decided_on)
    row.document_id = parse_id(str(document.get("id") or ""))
    decided = Decided(
        agency=call.agency,
        seats=seats_given(given["thanh_phan"]),
        effective_on=effective_on,
        number=str(document.get("so_ky_hieu") or ""),
        decided_on=decided_on,
        document=row.document_id,
        instance=call.instance,
    )
    switch(session, decided, call.now)
    waiting = handing_over.look_at_held(session, row, call.now)
    people = people_in_office(session, call.agency)
    return {
        "ngay_ap_dung": effective_on,
        "viec_ban_giao": handing_over.summary(handing_over.rows_of(session, row.id)),
        "viec_phai_giao": [
            {"value": str(one.task_id), "label": f"{one.case_code}: {one.task_name}"} for one in waiting
        ],
        "ban_giao_mau": [{"bg_viec": str(one.task_id), "bg_nguoi": None} for one in waiting],
        "nguoi_chon": [{"value": one, "label": label} for one, label in people.items()],
    }


def close(call: OperatorCall) -> Value:
    """Say what came of it, let a worker pass the tasks on, and leave the year."""
    session, given, row = session_of(call), call.parameters, check_of(call)
    kept = given["ket_luan_bcd"] == CheckState.KEPT
    row.state, row.ended_on = CheckState.KEPT if kept else CheckState.RENEWED, local_day(call.now)
    if kept and given.get("ly_do_giu_nguyen"):
        row.what = f"{row.what}. Giữ nguyên: {given['ly_do_giu_nguyen']}"
    if records(given.get("ban_giao")):
        by = session.scalars(
            select(Task.completed_by)
            .where(Task.instance_id == call.instance, Task.element_id == HANDING_OVER)
            .where(Task.completed_by.is_not(None))
            .order_by(Task.completed_at.desc())
        ).first()
        handing_over.decide(session, row, tasks_given(given["ban_giao"]), by, call.now)
    item = parse_id(str(given["ma_viec_nam"]))
    if item is not None:
        leave_year(session, call.agency, item, call.now)
    return None


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
