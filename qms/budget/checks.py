"""What the forms of the budget ask besides their own rules: reasons for what passes a cap, days gone by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms.fields import Message
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.budget.answers import asked_of, estimate_of, text, totals_of
from qms.budget.caps import LineKind, warnings_of
from qms.organisation.tables import Agency

Found = dict[str, list[Message]]


def budget_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {
        "budget.estimate": estimate,
        "budget.opinion": opinion,
        "budget.approval": approval,
        "budget.settlement": settlement,
    }


def estimate(given: AnswersGiven) -> Found:
    """A line of a kind that is warned of is kept with a reason alone, never silently (A9, C3, C4)."""
    session, lines = cast("Session", given.session), estimate_of(given.answers.get("dong_du_toan"))
    year = int(str(given.variables["nam_ngan_sach"]))
    asked = asked_of(session.get_one(Agency, given.agency), given.answers.get("loai_co_quan"), year)
    told: dict[LineKind, list[Message]] = {}
    for one in warnings_of(totals_of(lines), asked):
        told.setdefault(one.kind, []).append(one.message)
    return {
        f"dong_du_toan__{number}__dt_ly_do": [
            (
                f"{' '.join(vi for vi, _ in told[line.kind])} Sửa dòng này, hoặc ghi lý do giữ.",
                f"{' '.join(en for _, en in told[line.kind])} Change the line, or say why it is kept.",
            )
        ]
        for number, line in enumerate(lines, start=1)
        if line.kind in told and not line.reason
    }


def opinion(given: AnswersGiven) -> Found:
    """What is warned of is not called in order."""
    if given.answers.get("ket_qua_du_toan") == "dat" and given.variables.get("canh_bao_du_toan"):
        return {
            "ket_qua_du_toan": [
                (
                    "Dự toán có cảnh báo: chọn giữ theo lý do đã nêu, hoặc trả lại.",
                    "The estimate is warned of: keep it for the reasons given, or send it back.",
                )
            ]
        }
    return {}


def approval(given: AnswersGiven) -> Found:
    """Nothing is approved on a day to come."""
    return _not_ahead(given, "ngay_duyet")


def settlement(given: AnswersGiven) -> Found:
    """Nor settled; and the words say something."""
    found = _not_ahead(given, "ngay_chot")
    if not text(given.answers.get("noi_dung_quyet_toan")):
        found["noi_dung_quyet_toan"] = [("Ghi nội dung quyết toán.", "Say how it was settled.")]
    return found


def _not_ahead(given: AnswersGiven, key: str) -> Found:
    day = given.answers.get(key)
    if isinstance(day, date) and day > local_day(given.now):
        return {key: [("Ngày này chưa đến.", "This day has not come yet.")]}
    return {}
