"""What the forms of P13 ask besides their own rules: one chair, a secretary, people in office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.committee.answers import day_of, records
from qms.committee.members import members_on, people_in_office
from qms.committee.rules import Seat

Found = dict[str, list[Message]]


def committee_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {"committee.event": event, "committee.proposal": proposal, "committee.hand_over": hand_over}


def event(given: AnswersGiven) -> Found:
    """The change has happened, or happens today."""
    day = day_of(given.answers.get("ngay_su_kien"))
    if day is not None and day > local_day(given.now):
        return {"ngay_su_kien": [("Ngày này chưa đến.", "This day is still to come.")]}
    return {}


def proposal(given: AnswersGiven) -> Found:
    """A committee that can work: of people in office, with one chair and a secretary."""
    if given.answers.get("ket_luan_bcd") == "giu_nguyen":
        return _kept(given)
    found = _people(given)
    rows = records(given.answers.get("thanh_phan"))
    seats = Counter(str(row.get("bcd_vai_tro") or "") for row in rows)
    table: list[Message] = []
    if rows and seats[Seat.CHAIR] != 1:
        table.append(
            (
                f"Phải có đúng một Trưởng ban; danh sách có {seats[Seat.CHAIR]}.",
                f"There must be exactly one chair; the list has {seats[Seat.CHAIR]}.",
            )
        )
    if rows and not seats[Seat.SECRETARY]:
        table.append(("Phải có ít nhất một Thư ký.", "There must be at least one secretary."))
    if table:
        found["thanh_phan"] = table
    day = day_of(given.answers.get("ngay_hieu_luc_bcd"))
    if day is not None and day < local_day(given.now):
        found["ngay_hieu_luc_bcd"] = [
            ("Quyết định không có hiệu lực từ ngày đã qua.", "A decision is not in force from a day past.")
        ]
    return found


def hand_over(given: AnswersGiven) -> Found:
    """Every task that waits for who left goes to one person in office."""
    waiting = {str(one.get("value")): one for one in records(given.variables.get("viec_phai_giao"))}
    rows = records(given.answers.get("ban_giao"))
    told = Counter(str(row.get("bg_viec") or "") for row in rows)
    found: Found = {
        f"ban_giao__{position}__bg_viec": [("Việc này đã có ở dòng khác.", "Another row has this task.")]
        for position, row in enumerate(rows, start=1)
        if told[str(row.get("bg_viec") or "")] > 1
    }
    missing = [str(one.get("label")) for key, one in waiting.items() if key not in told]
    if missing:
        names = "; ".join(missing)
        found["ban_giao"] = [(f"Chưa giao: {names}.", f"Not given to anybody: {names}.")]
    return found


def _people(given: AnswersGiven) -> Found:
    people = people_in_office(cast("Session", given.session), given.agency)
    rows = records(given.answers.get("thanh_phan"))
    told = Counter(str(row.get("bcd_nguoi") or "") for row in rows)
    found: Found = {}
    for position, row in enumerate(rows, start=1):
        person = str(row.get("bcd_nguoi") or "")
        cell = f"thanh_phan__{position}__bcd_nguoi"
        if person and person not in people:
            found[cell] = [
                ("Người này không còn công tác tại cơ quan.", "This person is no longer with the agency.")
            ]
        elif told[person] > 1:
            found[cell] = [("Một người chỉ có một vai trò trong Ban.", "One person has one seat.")]
    return found


def _kept(given: AnswersGiven) -> Found:
    """Nothing is kept that cannot work: who left is no member, and chair and secretary must be there."""
    members = members_on(cast("Session", given.session), given.agency, local_day(given.now))
    left = ", ".join(one.name for one in members if not one.in_office)
    if left:
        return {
            "ket_luan_bcd": [
                (
                    f"Không giữ nguyên được: {left} không còn công tác tại cơ quan.",
                    f"It cannot stay as it is: {left} is no longer with the agency.",
                )
            ]
        }
    seats = {one.seat for one in members}
    if Seat.CHAIR not in seats or Seat.SECRETARY not in seats:
        return {
            "ket_luan_bcd": [
                (
                    "Không giữ nguyên được: Ban Chỉ đạo chưa đủ Trưởng ban và Thư ký.",
                    "It cannot stay as it is: chair or secretary is missing.",
                )
            ]
        }
    return {}
