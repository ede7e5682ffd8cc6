"""The service tasks of P16: enter, sort, write the letter, record the answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import clock_text, day_text, local_day
from engine.domain.values import Value
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.tables import ProcessInstance, Task
from qms.committee.members import people_in_office
from qms.feedback.refusals import FeedbackNotFound
from qms.feedback.rules import CHANNEL_NAMES, Channel, FeedbackState, Kind
from qms.feedback.tables import Feedback
from qms.feedback.taking_in import Said, enter
from qms.nonconformities.rules import Source
from qms.nonconformities.slips import Proposal
from qms.nonconformities.slips import enter as enter_slip
from qms.organisation.queries import unit_names

REPLY: Final = "GuiTraLoi"
_REQUIREMENT: Final = "TCVN ISO 9001:2015, điều 8.2.1 và 9.1.2"
_LEAST_SCORE, _BEST_SCORE = 1, 5


def feedback_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        "feedback.begin": DeclaredOperator(
            work=begin,
            parameters=_takes(
                "ma_phan_anh:text?",
                "kenh:text?",
                "thoi_diem_nhan:datetime",
                "noi_dung_pa:text?",
                "ma_ho_so_pa:text?",
                "diem_pa:number?",
                "ve_hanh_vi:bool?",
            ),
            variables={
                **dict.fromkeys(("ma_phan_anh", "tom_tat_pa"), "text"),
                **dict.fromkeys(("don_vi_chon", "nguoi_chon"), "list"),
            },
        ),
        "feedback.classify": DeclaredOperator(
            work=classify,
            parameters=_takes(
                "ma_phan_anh:text", "thu_ly:text", "loai_pa:text?", "don_vi_pa:text?", "ma_ho_so_pa:text?"
            ),
        ),
        "feedback.letter": DeclaredOperator(
            work=letter,
            parameters=_takes("ma_phan_anh:text", "noi_dung_tra_loi:text"),
            variables={"trich_yeu_tra_loi": "text", "noi_dung_van_ban": "record"},
        ),
        "feedback.close": DeclaredOperator(
            work=close,
            parameters=_takes(
                "ma_phan_anh:text",
                "thu_ly:text",
                "ket_luan_pa:text?",
                "noi_dung_tra_loi:text?",
                "ly_do_khong_thu_ly:text?",
                "ngay_tra_loi:date",
                "nguoi_bi_phan_anh:text?",
            ),
            variables={"co_co_so": "bool", "phieu_pa": "record"},
        ),
    }


def begin(call: OperatorCall) -> Value:
    """The line of the register, entered here where a message told of it; what the forms choose from."""
    session = cast("Session", call.session)
    named = call.parameters.get("ma_phan_anh")
    row = _row(call) if named else _entered(call)
    case = session.get_one(ProcessInstance, call.instance)
    if call.parameters.get("ve_hanh_vi"):
        case.confidential, row.kind = True, Kind.BEHAVIOUR.value
    row.instance_id, row.due_on = call.instance, case.legal_due
    session.flush()
    received = f"{day_text(local_day(row.received_at))} {clock_text(row.received_at)}"
    told = f"{row.code}, {CHANNEL_NAMES[Channel(row.channel)]}, nhận {received}"
    units = sorted(unit_names(session, call.agency).items(), key=lambda each: each[1])
    return {
        "ma_phan_anh": str(row.id),
        "tom_tat_pa": told,
        "don_vi_chon": [{"value": str(key), "label": name} for key, name in units],
        "nguoi_chon": [
            {"value": key, "label": name} for key, name in people_in_office(session, call.agency).items()
        ],
    }


def classify(call: OperatorCall) -> Value:
    """Kind, unit and dossier; what is about behaviour is closed to all who have no part in it."""
    session, given, row = cast("Session", call.session), call.parameters, _row(call)
    if given["thu_ly"] == "co":
        row.kind = Kind(str(given.get("loai_pa") or "")).value
        row.unit_id = parse_id(str(given.get("don_vi_pa") or ""))
        row.state = FeedbackState.BEING_ANSWERED.value
    else:
        row.state = FeedbackState.AWAITING_APPROVAL.value
    row.dossier_code = str(given.get("ma_ho_so_pa") or "")
    if row.kind == Kind.BEHAVIOUR:
        # Never opened again here: that is a decision of the head of the agency.
        session.get_one(ProcessInstance, call.instance).confidential = True
    return None


def letter(call: OperatorCall) -> Value:
    """The letter; name and address of the sender stand in the register alone."""
    row = _row(call)
    said = str(call.parameters["noi_dung_tra_loi"])
    received = day_text(local_day(row.received_at))
    return {
        "trich_yeu_tra_loi": f"Trả lời phản ánh, kiến nghị {row.code}",
        "noi_dung_van_ban": {
            "kinh_gui": [f"Ông (Bà) gửi phản ánh, kiến nghị số {row.code}"],
            "doan": [
                f"Ngày {received}, cơ quan nhận được phản ánh, kiến nghị số {row.code}.",
                "Sau khi xem xét, cơ quan trả lời như sau:",
                *(line.strip() for line in said.splitlines() if line.strip()),
            ],
            "noi_nhan": ["Như trên", "Lưu: VT"],
        },
    }


def close(call: OperatorCall) -> Value:
    """The answer with its day; what was right becomes a slip, which P08 then treats."""
    session, given, row = cast("Session", call.session), call.parameters, _row(call)
    accepted = given["thu_ly"] == "co"
    row.state = (FeedbackState.ANSWERED if accepted else FeedbackState.NOT_ACCEPTED).value
    row.answer = str(given.get("noi_dung_tra_loi" if accepted else "ly_do_khong_thu_ly") or "")
    row.answered_on = cast("date", given["ngay_tra_loi"])
    row.answered_by = _who_replied(session, call.instance)
    founded = accepted and given.get("ket_luan_pa") in ("dung", "mot_phan")
    row.founded = founded if accepted else None
    told = _slip(session, call, row) if founded else None
    session.flush()
    return {"co_co_so": founded, "phieu_pa": told}


def _slip(session: Session, call: OperatorCall, row: Feedback) -> Value:
    """Its words name nobody: who reads the slip need not be let into the case."""
    proposal = Proposal(
        source=Source.COMPLAINT,
        description=f"Phản ánh, kiến nghị {row.code} được kết luận là đúng hoặc đúng một phần.",
        requirement=_REQUIREMENT,
        evidence=f"Kết quả xác minh trong hồ sơ của {row.code}.",
        found_on=local_day(call.now),
        unit=row.unit_id,
    )
    slip = enter_slip(session, derived_id("nonconformity", row.id), call.agency, proposal, call.now)
    slip.instance_id = call.instance
    session.flush()
    row.slip_id = slip.id
    person = call.parameters.get("nguoi_bi_phan_anh")
    return {
        "phieu_kph": slip.code,
        "nguon": Source.COMPLAINT.value,
        "don_vi": str(row.unit_id) if row.unit_id else None,
        "mo_ta": slip.description,
        "yeu_cau": slip.requirement,
        "bang_chung": slip.evidence,
        "ngay_phat_hien": local_day(call.now),
        "nguoi_lien_quan": [{"id": str(person)}] if person else [],
    }


def _entered(call: OperatorCall) -> Feedback:
    """The line of what a message told of; the same line at every retry."""
    session, given = cast("Session", call.session), call.parameters
    key = derived_id("feedback", call.instance)
    known = session.get(Feedback, key)
    if known is not None:
        return known
    channel = str(given.get("kenh") or "")
    said = Said(
        channel=Channel(channel) if channel in set(Channel) else Channel.PORTAL,
        received_at=cast("datetime", given["thoi_diem_nhan"]),
        content=str(given.get("noi_dung_pa") or ""),
        dossier=str(given.get("ma_ho_so_pa") or ""),
        score=_score(given.get("diem_pa")),
        about_behaviour=bool(given.get("ve_hanh_vi")),
    )
    return enter(session, call.agency, said, call.now, key=key)


def _score(value: Value) -> int | None:
    score = int(str(value)) if value is not None and str(value).isdecimal() else None
    return score if score is not None and _LEAST_SCORE <= score <= _BEST_SCORE else None


def _row(call: OperatorCall) -> Feedback:
    """The line of the case, locked; raises FeedbackNotFound for one of another case."""
    named = parse_id(str(call.parameters["ma_phan_anh"]))
    row = None if named is None else cast("Session", call.session).get(Feedback, named, with_for_update=True)
    if row is None or row.agency_id != call.agency or row.instance_id not in (None, call.instance):
        raise FeedbackNotFound
    return row


def _who_replied(session: Session, case: UUID) -> UUID | None:
    return session.scalars(
        select(Task.completed_by)
        .where(Task.instance_id == case, Task.element_id == REPLY, Task.completed_by.is_not(None))
        .order_by(Task.completed_at.desc())
    ).first()


def _takes(*described: str) -> Mapping[str, Parameter]:
    """Parameters written as name:type, with ? where the operator does without."""
    pairs = (each.removesuffix("?").split(":") for each in described)
    return {
        name: Parameter(type=kind, required=not text.endswith("?"))
        for (name, kind), text in zip(pairs, described, strict=True)
    }
