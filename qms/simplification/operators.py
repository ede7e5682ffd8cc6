"""The service tasks of P14: look at the share, enter, decide, send, hear, apply, measure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.deadline import add_months
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, Directory, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance, Task
from qms.simplification.contents import letter, short, summary
from qms.simplification.recording import (
    ProposalGiven,
    enter,
    in_scope,
    reviewers,
    share_of,
    share_said,
    title_of,
)
from qms.simplification.refusals import ProposalNotFound
from qms.simplification.rules import MEASURED_AFTER_MONTHS, PROCESS, Competence, Kind, ProposalState
from qms.simplification.tables import Simplification
from qms.years.entering import enter_year, leave_year

SLIP: Final = "DeXuat"
MEASURE_WORDS: Final = {"dat": "Đạt", "dat_mot_phan": "Đạt một phần", "khong_dat": "Không đạt"}
_PROPOSAL: Final = "ma_de_xuat:text"
_SLIP: Final = (
    "thu_tuc:text",
    "noi_dung_cat_giam:list",
    "hien_tai:text",
    "de_xuat:text",
    "chi_phi_tiet_kiem:number?",
    "gio_tiet_kiem:number?",
    "ly_do_de_xuat:text",
    "tham_quyen:text",
)
_ANSWER: Final = (
    "ket_qua_tra_loi:text",
    "so_tra_loi:text?",
    "ngay_tra_loi:date?",
    "ngay_ap_dung:date?",
    "noi_dung_tra_loi:text?",
)
_MEASURE: Final = ("ket_qua_do:text", "gio_thuc_te:number?", "chi_phi_thuc_te:number?", "nhan_xet_do:text")


class SimplificationOperators:
    """The operators by the names that the model uses."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def by_name(self) -> Mapping[str, ServiceOperator]:
        """What to register with the engine."""
        return {
            "simplification.look": DeclaredOperator(
                work=look,
                parameters=_takes("ma_viec_nam:text?", "nam:number?"),
                variables={
                    "can_de_xuat": "bool",
                    "ma_viec_nam": "text",
                    "chi_tieu_dgh": "text",
                    "thu_tuc_chon": "list",
                },
            ),
            "simplification.propose": DeclaredOperator(
                work=self.propose,
                parameters=_takes("nguoi_de_xuat:text?", "ma_viec_nam:text?", *_SLIP),
                variables={
                    "ma_de_xuat": "text",
                    "ma_viec_nam": "text",
                    "nguoi_de_xuat": "text",
                    "tom_tat_ngan": "text",
                    "tom_tat_de_xuat": "text",
                    "don_vi_tham_dinh": "text",
                    "nguoi_tham_dinh": "text",
                    "don_vi_phu_trach": "text",
                },
            ),
            "simplification.decide": DeclaredOperator(
                work=decide,
                parameters=_takes(
                    _PROPOSAL, "ket_luan_dgh:text", "ly_do_ket_luan:text?", "ma_viec_nam:text?"
                ),
                variables={
                    "duoc_dong_y": "bool",
                    "trich_yeu_kien_nghi": "text",
                    "noi_dung_kien_nghi": "record",
                },
            ),
            "simplification.sent": DeclaredOperator(
                work=sent, parameters=_takes(_PROPOSAL, "van_ban:record")
            ),
            "simplification.answered": DeclaredOperator(
                work=answered,
                parameters=_takes(_PROPOSAL, *_ANSWER),
                variables={"duoc_chap_thuan": "bool", "ngay_ap_dung": "date"},
            ),
            "simplification.apply": DeclaredOperator(
                work=applied,
                parameters=_takes(_PROPOSAL, "ngay_ap_dung:date"),
                variables={"ngay_do_luong": "date"},
            ),
            "simplification.measured": DeclaredOperator(
                work=measured, parameters=_takes(_PROPOSAL, *_MEASURE)
            ),
        }

    def propose(self, call: OperatorCall) -> Value:
        """Enter the proposal with its number; who gives an opinion on it."""
        session, given = _session(call), call.parameters
        by = parse_id(str(given.get("nguoi_de_xuat") or "")) or _who_filled_in(session, call.instance)
        key = derived_id("simplification", call.instance)
        row = enter(session, call.agency, key, slip_of(given), call.now, by=by, instance=call.instance)
        looks = reviewers(session, self._directory, call.agency, row.unit_id, by, local_day(call.now))
        title = title_of(session, row)
        return {
            "ma_de_xuat": str(row.id),
            "ma_viec_nam": str(given.get("ma_viec_nam") or derived_id("no item of the year", call.instance)),
            "nguoi_de_xuat": str(by) if by else None,
            "tom_tat_ngan": short(row, title),
            "tom_tat_de_xuat": summary(row, title),
            "don_vi_tham_dinh": str(looks.unit) if looks.unit else None,
            "nguoi_tham_dinh": str(looks.person) if looks.person else None,
            "don_vi_phu_trach": str(row.unit_id) if row.unit_id else None,
        }


def look(call: OperatorCall) -> Value:
    """The share of the year; begun by the year, the case is over at once where one in ten is reached."""
    session, today = _session(call), local_day(call.now)
    named, asked = call.parameters.get("ma_viec_nam"), call.parameters.get("nam")
    year = int(cast("int", asked)) if asked is not None else today.year
    share = share_of(session, call.agency, year, today)
    needed = not (named and share.reached)
    item = derived_id("no item of the year", call.instance)
    if named:
        place = enter_year(session, call, process=PROCESS, subject="", year=year, item=parse_id(str(named)))
        item = place.item
        if not needed:
            leave_year(session, call.agency, item, call.now)
    return {
        "can_de_xuat": needed,
        "ma_viec_nam": str(item),
        "chi_tieu_dgh": share_said(share),
        "thu_tuc_chon": [
            {"value": str(key), "label": label}
            for key, label in in_scope(session, call.agency, today).items()
        ],
    }


def decide(call: OperatorCall) -> Value:
    """The head agrees or not; the year has had its proposal either way."""
    session, given, row = _session(call), call.parameters, _proposal(call)
    agreed = given["ket_luan_dgh"] == ProposalState.AGREED
    row.state = ProposalState.AGREED if agreed else ProposalState.NOT_AGREED
    row.answer = "" if agreed else str(given.get("ly_do_ket_luan") or "")
    row.answered_on = None if agreed else local_day(call.now)
    item = parse_id(str(given.get("ma_viec_nam") or ""))
    if item is not None:
        leave_year(session, call.agency, item, call.now)
    title, content = letter(row, title_of(session, row))
    return {"duoc_dong_y": agreed, "trich_yeu_kien_nghi": title, "noi_dung_kien_nghi": content}


def sent(call: OperatorCall) -> Value:
    """The letter is signed and on its way to who decides."""
    row = _proposal(call)
    document = cast("Mapping[str, Value]", call.parameters["van_ban"])
    row.state, row.document_id = ProposalState.SENT, parse_id(str(document.get("id") or ""))
    return None


def answered(call: OperatorCall) -> Value:
    """What who decides has answered, or what came of P05."""
    given, row = call.parameters, _proposal(call)
    approved = given["ket_qua_tra_loi"] == "chap_thuan"
    row.state = ProposalState.APPROVED if approved else ProposalState.REFUSED
    row.answered_on = _day(given.get("ngay_tra_loi")) or local_day(call.now)
    number, said = given.get("so_tra_loi"), str(given.get("noi_dung_tra_loi") or "")
    row.answer = f"Số {number}: {said}" if number else said
    from_day = (_day(given.get("ngay_ap_dung")) or row.answered_on) if approved else None
    return {"duoc_chap_thuan": approved, "ngay_ap_dung": from_day}


def applied(call: OperatorCall) -> Value:
    """It applies from its day on; half a year later it is measured."""
    row, day = _proposal(call), cast("date", call.parameters["ngay_ap_dung"])
    row.state, row.applied_on = ProposalState.APPLIED, day
    return {"ngay_do_luong": add_months(day, MEASURED_AFTER_MONTHS)}


def measured(call: OperatorCall) -> Value:
    """What it has really brought."""
    given, row = call.parameters, _proposal(call)
    found = [MEASURE_WORDS.get(str(given["ket_qua_do"]), "")]
    if given.get("gio_thuc_te") is not None:
        found.append(f"{given['gio_thuc_te']} giờ làm việc/hồ sơ")
    if given.get("chi_phi_thuc_te") is not None:
        found.append(f"{given['chi_phi_thuc_te']} đồng/năm")
    row.state, row.measured_on = ProposalState.MEASURED, local_day(call.now)
    row.measured = "; ".join(found) + f". {given['nhan_xet_do']}"
    return None


def slip_of(given: Mapping[str, Value]) -> ProposalGiven:
    """The proposal as the slip says it."""
    cost, hours = given.get("chi_phi_tiet_kiem"), given.get("gio_tiet_kiem")
    kinds = cast("list[Value]", given["noi_dung_cat_giam"])
    return ProposalGiven(
        procedure=UUID(str(given["thu_tuc"])),
        kinds=tuple(Kind(str(kind)) for kind in kinds),
        current=str(given["hien_tai"]),
        proposed=str(given["de_xuat"]),
        saved_cost=None if cost is None else int(cast("int", cost)),
        saved_hours=None if hours is None else Decimal(str(hours)),
        reason=str(given["ly_do_de_xuat"]),
        competence=Competence(str(given["tham_quyen"])),
    )


def _who_filled_in(session: Session, instance: UUID) -> UUID | None:
    """Who handed in the slip, else who began the case."""
    by = session.scalars(
        select(Task.completed_by)
        .where(Task.instance_id == instance, Task.element_id == SLIP, Task.completed_by.is_not(None))
        .order_by(Task.completed_at.desc())
    ).first()
    return by or session.scalar(select(ProcessInstance.started_by).where(ProcessInstance.id == instance))


def _proposal(call: OperatorCall) -> Simplification:
    """The proposal of the call's `ma_de_xuat`, locked; raises ProposalNotFound for one of another case."""
    named = parse_id(str(call.parameters.get("ma_de_xuat") or ""))
    row = None if named is None else _session(call).get(Simplification, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id != call.instance:
        raise ProposalNotFound
    return row


def _session(call: OperatorCall) -> Session:
    return cast("Session", call.session)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
