"""What is done about one risk: planned, done, judged by somebody else, settled or made a slip."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import Calendars, Directory, OperatorCall
from engine.store.tables import Task
from qms.nonconformities.choices import staff
from qms.nonconformities.rules import Source
from qms.nonconformities.slips import Proposal, enter
from qms.organisation.roles import Role
from qms.organisation.tables import Person
from qms.risks.answers import planned_actions, records, session_of, step_of_scale, told, told_action
from qms.risks.refusals import RiskNotFound
from qms.risks.rules import RiskState, score
from qms.risks.tables import Risk, RiskAction

JUDGING: Final = "P03_XU_LY_RUI_RO/DanhGia"
PLANNING_WORKING_DAYS: Final = 5
_REQUIREMENT: Final = "TCVN ISO 9001:2015, điều 6.1"


class Treating:
    """What asks who judges, and which days are working days."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def begin(self, call: OperatorCall) -> Value:
        """The risk in words, its unit, and who may act: whoever judges the effect may not."""
        session, today = session_of(call), local_day(call.now)
        row = _risk(call)
        judging = {
            str(person)
            for person, _ in self._directory.grants(session, call.agency, Role.ISO_SECRETARY, today)
        }
        return {
            "tom_tat_rui_ro": _in_full(row),
            "loai_rui_ro": row.kind,
            "don_vi_rui_ro": str(row.unit_id),
            "nguoi_thuc_hien_chon": [
                dict(one) for one in records(staff(session, call.agency)) if one["value"] not in judging
            ],
            "hom_nay": today,
            "han_de_xuat": self._calendars.calendar_of(call.agency).add_working_days(
                today, PLANNING_WORKING_DAYS
            ),
        }


def plan(call: OperatorCall) -> Value:
    """Write the actions; who does which until when."""
    session, row = session_of(call), _risk(call)
    before = session.scalar(select(func.count()).where(RiskAction.risk_id == row.id)) or 0
    written = []
    for position, action in enumerate(planned_actions(call.parameters["hanh_dong"]), start=before + 1):
        written.append(
            RiskAction(
                id=derived_id("risk action", row.id, str(position)),
                agency_id=call.agency,
                risk_id=row.id,
                what=action.what,
                owner_id=action.owner,
                due_on=action.due_on,
                result="",
                note="",
            )
        )
    session.add_all(written)
    row.state = RiskState.IN_TREATMENT
    session.flush()
    return {
        "viec_lam": [
            {"ma": str(one.id), "ten": one.what, "nguoi": str(one.owner_id), "han": one.due_on.isoformat()}
            for one in written
        ],
        "nguoi_thuc_hien": [*sorted({str(one.owner_id) for one in written})],
    }


def done(call: OperatorCall) -> Value:
    """Write what each action brought; what is to be judged."""
    session, today = session_of(call), local_day(call.now)
    names = _names(session, call.agency)
    sentences, rows = [], []
    for said in records(call.parameters["cac_ket_qua"]):
        row = _action(session, call.agency, said.get("ma"))
        if row is None:
            continue
        day = said.get("ngay")
        row.done_on = day if isinstance(day, date) else today
        row.result = str(said.get("ket_qua") or "").strip()
        sentences.append(told_action(row, names.get(row.owner_id, "")))
        rows.append(row)
    session.flush()
    return {
        "tom_tat_thuc_hien": "\n".join(sentences),
        "viec_chon": [{"value": str(row.id), "label": row.what} for row in rows],
        "danh_gia_mau": [{"dg_viec": str(row.id), "dg_hieu_luc": None, "dg_ghi_chu": None} for row in rows],
    }


def evaluate(call: OperatorCall) -> Value:
    """Write the judgement of each action and what is left of the risk; what the table has to rank."""
    session, today = session_of(call), local_day(call.now)
    likelihood = step_of_scale(call.parameters["kha_nang_con"])
    severity = step_of_scale(call.parameters["muc_do_con"])
    if likelihood is None or severity is None:
        raise ValueError("the form asks for steps of the scale")
    risk = _risk(call)
    judged_by = _who_judged(session, call, risk)
    effective = True
    for said in records(call.parameters["danh_gia"]):
        row = _action(session, call.agency, said.get("dg_viec"))
        if row is None:
            continue
        row.effective, row.checked_on = said.get("dg_hieu_luc") == "co", today
        row.checked_by = judged_by
        row.residual_likelihood, row.residual_severity = likelihood, severity
        row.note = str(said.get("dg_ghi_chu") or "").strip()
        effective = effective and bool(row.effective)
    session.flush()
    return {
        "hieu_luc": effective,
        "dong": {"ma": str(risk.id), "loai": risk.kind, "diem": score(likelihood, severity)},
    }


def settle(call: OperatorCall) -> Value:
    """The actions worked: the risk is treated."""
    _risk(call).state = RiskState.TREATED
    session_of(call).flush()
    return None


def make_slip(call: OperatorCall) -> Value:
    """The actions did not work and the head wants the cause removed: a slip, which P08 treats."""
    session, row, today = session_of(call), _risk(call), local_day(call.now)
    slip = enter(
        session,
        derived_id("nonconformity", row.id, "risk"),
        call.agency,
        Proposal(
            source=Source.OWN_FINDING,
            description=f"Hành động đối với {told(row)} không hiệu lực.",
            requirement=_REQUIREMENT,
            evidence=str(call.parameters.get("can_cu") or "Đánh giá hiệu lực của hành động."),
            found_on=today,
            unit=row.unit_id,
        ),
        call.now,
    )
    slip.instance_id = call.instance
    row.state = RiskState.CLOSED
    session.flush()
    return {
        "phieu": {
            "phieu_kph": slip.code,
            "nguon": Source.OWN_FINDING.value,
            "don_vi": str(row.unit_id),
            "mo_ta": slip.description,
            "yeu_cau": slip.requirement,
            "bang_chung": slip.evidence,
            "ngay_phat_hien": today,
        }
    }


def _risk(call: OperatorCall) -> Risk:
    key = parse_id(str(call.parameters["ma_rui_ro"]))
    row = session_of(call).get(Risk, key) if key is not None else None
    if row is None or row.agency_id != call.agency:
        raise RiskNotFound
    return row


def _who_judged(session: Session, call: OperatorCall, risk: Risk) -> UUID | None:
    """Who handed the last judgement of this risk in; the tasks of a case bear the risk's code."""
    return session.scalars(
        select(Task.completed_by)
        .where(
            Task.instance_id == call.instance,
            Task.element_id == JUDGING,
            Task.completed_by.is_not(None),
            Task.title.startswith(risk.code, autoescape=True),
        )
        .order_by(Task.completed_at.desc())
        .limit(1)
    ).first()


def _action(session: Session, agency: UUID, named: Value) -> RiskAction | None:
    key = parse_id(str(named or ""))
    row = session.get(RiskAction, key) if key is not None else None
    return row if row is not None and row.agency_id == agency else None


def _names(session: Session, agency: UUID) -> dict[UUID, str]:
    asked = select(Person.id, Person.full_name).where(Person.agency_id == agency)
    return {row.id: row.full_name for row in session.execute(asked)}


def _in_full(row: Risk) -> str:
    parts = (
        told(row),
        f"Nguyên nhân: {row.cause}" if row.cause else "",
        f"Hậu quả: {row.consequence}" if row.consequence else "",
        f"Kiểm soát hiện có: {row.control}" if row.control else "",
    )
    return "\n".join(part for part in parts if part)
