"""What the forms of a plan ask besides their own rules: days of the year, whole content, money (A8, A9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms.fields import Message
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import AnswerCheck, AnswersGiven
from qms.plans.answers import amount, lines_of, records, text
from qms.plans.demanded import demanded_of, money_warnings
from qms.plans.rules import ActivityKind, missing_of

Found = dict[str, list[Message]]


def plan_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {"plan.draft": draft, "plan.complete": complete, "plan.money": money_answer}


def draft(given: AnswersGiven) -> Found:
    """Days of the plan's year; a report names its type, an audit whom it visits."""
    year = _year(given)
    found: Found = {}
    for number, row in enumerate(records(given.answers.get("hoat_dong")), start=1):
        for key, message in _wrong_in(row, year).items():
            found[f"hoat_dong__{number}__{key}"] = [message]
    return found


def complete(given: AnswersGiven) -> Found:
    """The same, and nothing is missing; money over a cap has its reason."""
    found = draft(given)
    session, year = cast("Session", given.session), _year(given)
    demanded = demanded_of(session, given.agency, year, local_day(given.now))
    lines = lines_of(given.answers.get("hoat_dong"), demanded.units)
    missing = missing_of(lines, demanded)
    if missing and not found:
        found["hoat_dong"] = list(missing)
    warned = money_warnings(session, given.agency, year, amount(given.answers.get("kinh_phi")))
    if warned and not text(given.answers.get("ly_do_vuot_tran")):
        vi, en = " ".join(one for one, _ in warned), " ".join(one for _, one in warned)
        found["ly_do_vuot_tran"] = [
            (f"{vi} Giảm mức chi, hoặc ghi lý do.", f"{en} Lower the amount, or give the reason."),
        ]
    return found


def money_answer(given: AnswersGiven) -> Found:
    """What passes a cap is not called in order: kept for its reason, or sent back."""
    if given.answers.get("ket_qua_kinh_phi") == "dat" and given.variables.get("canh_bao_kinh_phi"):
        return {
            "ket_qua_kinh_phi": [
                (
                    "Mức chi vượt mức cho phép: chọn giữ nguyên theo lý do đã nêu, hoặc trả lại.",
                    "The amount passes a cap: keep it for the reason given, or send it back.",
                )
            ]
        }
    return {}


def _wrong_in(row: Mapping[str, Value], year: int) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for key in ("hd_tu", "hd_den"):
        day = row.get(key)
        if isinstance(day, date) and day.year != year:
            found[key] = (f"Ngày không thuộc năm {year}.", f"Not a day of {year}.")
    if row.get("hd_loai") == ActivityKind.REPORT and not row.get("hd_bao_cao"):
        found["hd_bao_cao"] = ("Chọn loại báo cáo.", "Choose the type of report.")
    if row.get("hd_loai") == ActivityKind.AUDIT and not row.get("hd_danh_gia"):
        found["hd_danh_gia"] = ("Chọn đơn vị được đánh giá.", "Choose the unit that is audited.")
    return found


def _year(given: AnswersGiven) -> int:
    return int(str(given.variables["nam"]))
