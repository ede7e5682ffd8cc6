"""What the forms of P04 ask besides their own rules: awareness for all, everybody told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.training.answers import classes_planned, day_of, people, records
from qms.training.classes import staff_of
from qms.training.rules import CourseKind

Found = dict[str, list[Message]]
_NOT_COME: Message = ("Ngày này chưa đến.", "This day is still to come.")
_PAST: Message = ("Ngày này đã qua.", "This day is over.")


def training_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {
        "training.plan": plan,
        "training.class": described,
        "training.participants": participants,
        "training.attendance": attendance,
        "training.results": tested,
        "training.second_date": second_date,
    }


def plan(given: AnswersGiven) -> Found:
    """The year has awareness for all staff, and its classes are in the year."""
    planned = classes_planned(given.answers.get("lop_du_kien"))
    found: Found = {}
    if not any(one.kind is CourseKind.AWARENESS and one.everybody for one in planned):
        found["lop_du_kien"] = [
            (
                "Thiếu lớp loại “Nhận thức về ISO” có đánh dấu “Toàn thể” (mọi người, mỗi năm).",
                "Awareness for all staff is missing: add such a class and tick “All staff”.",
            )
        ]
    year = given.variables.get("nam")
    for position, row in enumerate(records(given.answers.get("lop_du_kien")), start=1):
        day = day_of(row.get("l_ngay"))
        if day is not None and day.year != year:
            found[f"lop_du_kien__{position}__l_ngay"] = [
                (f"Lớp của kế hoạch năm {year} phải ở trong năm đó.", f"Not a day of {year}.")
            ]
    return found


def described(given: AnswersGiven) -> Found:
    """A class beside the plan is not planned for a day that is over."""
    day = day_of(given.answers.get("ngay_du_kien"))
    return {"ngay_du_kien": [_PAST]} if day is not None and day < local_day(given.now) else {}


def participants(given: AnswersGiven) -> Found:
    """Nobody twice; a class for all names everybody in office."""
    found = _twice(given, "nguoi_hoc", "dd_nguoi")
    day = day_of(given.answers.get("ngay_lop"))
    if day is not None and day < local_day(given.now):
        found["ngay_lop"] = [_PAST]
    if given.variables.get("toan_the") is True:
        named = set(people(given.answers.get("nguoi_hoc")))
        staff = staff_of(cast("Session", given.session), given.agency)
        missing = ", ".join(label.partition(",")[0] for one, label in staff.items() if one not in named)
        if missing:
            found["nguoi_hoc"] = [
                (f"Lớp cho toàn thể còn thiếu: {missing}.", f"A class for all staff; not named: {missing}.")
            ]
    return found


def attendance(given: AnswersGiven) -> Found:
    """Everybody asked is told of once, and the class has been held."""
    if given.answers.get("to_chuc") != "da_to_chuc":
        return {}
    found = _twice(given, "diem_danh", "dd_nguoi")
    day = day_of(given.answers.get("ngay_hoc"))
    if day is not None and day > local_day(given.now):
        found["ngay_hoc"] = [_NOT_COME]
    told = set(people(given.answers.get("diem_danh")))
    asked = people(given.variables.get("diem_danh_mau"))
    staff = staff_of(cast("Session", given.session), given.agency)
    missing = ", ".join(staff[one].partition(",")[0] for one in asked if one not in told and one in staff)
    if missing:
        found["diem_danh"] = [(f"Chưa điểm danh: {missing}.", f"Not told whether present: {missing}.")]
    return found


def tested(given: AnswersGiven) -> Found:
    """Everybody who came has a score or a result; nobody else has."""
    found = _twice(given, "ket_qua", "kq_nguoi")
    came = {parse_id(str(row.get("kq_nguoi"))) for row in records(given.variables.get("ket_qua_mau"))}
    for position, row in enumerate(records(given.answers.get("ket_qua")), start=1):
        if parse_id(str(row.get("kq_nguoi") or "")) not in came:
            found[f"ket_qua__{position}__kq_nguoi"] = [
                ("Người này không có mặt ở lớp.", "This person did not come.")
            ]
        elif row.get("kq_diem") is None and not row.get("kq_dat"):
            found[f"ket_qua__{position}__kq_diem"] = [
                ("Ghi điểm hoặc chọn kết quả.", "Give a score or choose the result.")
            ]
    told = set(people(given.answers.get("ket_qua"), "kq_nguoi"))
    staff = staff_of(cast("Session", given.session), given.agency)
    missing = ", ".join(
        label.partition(",")[0] for one, label in staff.items() if one in came and one not in told
    )
    if missing:
        found["ket_qua"] = [(f"Chưa đánh giá: {missing}.", f"Without a result: {missing}.")]
    held, ends = day_of(given.variables.get("ngay_hoc")), day_of(given.answers.get("han_chung_nhan"))
    if held is not None and ends is not None and ends < held:
        found["han_chung_nhan"] = [
            ("Ngày hết hạn trước ngày học.", "It would end before the class was held.")
        ]
    return found


def second_date(given: AnswersGiven) -> Found:
    """The second date is not over."""
    day = day_of(given.answers.get("ngay_hoc_lai"))
    if given.answers.get("hoc_lai") == "hoc_lai" and day is not None and day < local_day(given.now):
        return {"ngay_hoc_lai": [_PAST]}
    return {}


def _twice(given: AnswersGiven, table: str, column: str) -> Found:
    rows = records(given.answers.get(table))
    told = Counter(str(row.get(column) or "") for row in rows)
    return {
        f"{table}__{position}__{column}": [("Người này đã có ở dòng khác.", "Another row names this person.")]
        for position, row in enumerate(rows, start=1)
        if row.get(column) and told[str(row.get(column))] > 1
    }
