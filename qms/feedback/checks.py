"""What the forms of P16 ask besides their own rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven, Directory
from qms.feedback.rules import Kind
from qms.organisation.roles import Role

Found = dict[str, list[Message]]


def feedback_checks(directory: Directory) -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""

    def classified(given: AnswersGiven) -> Found:
        return unit_answers(given, directory)

    return {"feedback.classified": classified, "feedback.replied": replied}


def unit_answers(given: AnswersGiven, directory: Directory) -> Found:
    """Somebody of the unit other than the person complained of can answer: its head, of behaviour."""
    unit = parse_id(str(given.answers.get("don_vi_pa") or ""))
    if given.answers.get("thu_ly") != "co" or unit is None:
        return {}
    behaviour = given.answers.get("loai_pa") == Kind.BEHAVIOUR
    role = Role.UNIT_HEAD if behaviour else Role.OFFICER
    holders = directory.holders(given.session, given.agency, role, unit, local_day(given.now))
    person = parse_id(str(given.answers.get("nguoi_bi_phan_anh") or ""))
    if any(one != person for one in holders):
        return {}
    who = ("lãnh đạo", "a head") if behaviour else ("chuyên viên", "an officer")
    return {
        "don_vi_pa": [
            (
                f"Đơn vị này không có {who[0]} nào khác người bị phản ánh để trả lời; chọn đơn vị khác.",
                f"This unit has not {who[1]} besides the person concerned; choose another one.",
            )
        ]
    }


def replied(given: AnswersGiven) -> Found:
    """Answered between the day it was received and today."""
    day, received = given.answers.get("ngay_tra_loi"), given.variables.get("thoi_diem_nhan")
    if not isinstance(day, date):
        return {}
    if day > local_day(given.now):
        return {"ngay_tra_loi": [("Ngày này chưa đến.", "This day is still to come.")]}
    if isinstance(received, datetime) and day < local_day(received):
        return {"ngay_tra_loi": [("Trước ngày nhận phản ánh.", "Before the day it was received.")]}
    return {}
