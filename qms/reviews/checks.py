"""What the forms of a review ask besides their own rules: when, who leads, who came, who does what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text, local_day
from engine.ports import AnswerCheck, AnswersGiven, Calendars, Directory
from qms.organisation.roles import Role
from qms.reviews.answers import day_of, presence, records
from qms.reviews.headship import headship_of
from qms.reviews.rules import Attendance

Found = dict[str, list[Message]]
MEETING: Final = "Hop"
CONFIRMING: Final = "XacNhanHieuLuc"


class ReviewChecks:
    """The checks by the names that the model uses."""

    def __init__(self, calendars: Calendars, directory: Directory) -> None:
        self._calendars = calendars
        self._directory = directory

    def by_name(self) -> Mapping[str, AnswerCheck]:
        """What to register with the engine."""
        return {
            "review.plan": self.plan,
            "review.meeting": self.meeting,
            "review.tasks": self.tasks,
            "review.head": self.head,
        }

    def plan(self, given: AnswersGiven) -> Found:
        """The meeting is on a working day that is not over."""
        day = day_of(given.answers.get("ngay_hop"))
        if day is None:
            return {}
        if day < local_day(given.now):
            return {
                "ngay_hop": [
                    (
                        "Ngày họp đã qua; hãy chọn từ hôm nay trở đi.",
                        "This day is over; choose today or later.",
                    )
                ]
            }
        if not self._calendars.calendar_of(given.agency).is_working(day):
            return {"ngay_hop": [(f"{day_text(day)} là ngày nghỉ.", f"{day_text(day)} is a day off.")]}
        return {}

    def meeting(self, given: AnswersGiven) -> Found:
        """Everybody invited is told of once, the chair was there and is the head or delegated that day."""
        found: Found = {}
        held_on, today = day_of(given.answers.get("ngay_hop_thuc_te")), local_day(given.now)
        if held_on is not None and held_on > today:
            found["ngay_hop_thuc_te"] = [
                ("Ngày họp thực tế chưa đến.", "The day of the meeting has not come yet.")
            ]
        rows = presence(given.answers.get("diem_danh"))
        told = Counter(row.person for row in rows)
        twice = [row.person for row in rows if told[row.person] > 1]
        invited = {parse_id(str(one.get("id"))) for one in records(given.variables.get("nguoi_du_hop"))}
        missing = frozenset(person for person in invited if person is not None and person not in told)
        if twice:
            found["diem_danh"] = [
                ("Một người được điểm danh hai lần.", "One person is listed twice."),
            ]
        elif missing:
            names = ", ".join(sorted(self._directory.names(given.session, missing).values()))
            found["diem_danh"] = [(f"Chưa điểm danh: {names}.", f"Not told whether present: {names}.")]
        present = {row.person for row in rows if row.came is Attendance.PRESENT}
        chair = parse_id(str(given.answers.get("chu_tri") or ""))
        found |= _secretary(given, chair, present)
        if chair is not None and chair not in present:
            found["chu_tri"] = [
                ("Người chủ trì phải có mặt trong điểm danh.", "The chair must be listed as present.")
            ]
        elif chair is not None and held_on is not None:
            right = headship_of(cast("Session", given.session), given.agency, chair, held_on, element=MEETING)
            if right is None:
                found["chu_tri"] = [_not_the_head(day_text(held_on))]
        return found

    def tasks(self, given: AnswersGiven) -> Found:
        """A task is not given to the one person who would have to confirm it."""
        confirming = self._directory.holders(
            given.session, given.agency, Role.STEERING_HEAD, None, local_day(given.now)
        )
        if len(confirming) != 1:
            return {}
        return {
            f"viec_moi__{position}__viec_nguoi": [
                (
                    "Kết quả do Trưởng Ban Chỉ đạo ISO xác nhận, nên không giao việc cho chính người đó.",
                    "The head of the steering committee confirms the result and cannot be given the task.",
                )
            ]
            for position, row in enumerate(records(given.answers.get("viec_moi")), start=1)
            if row.get("viec_nguoi") == str(confirming[0])
        }

    def head(self, given: AnswersGiven) -> Found:
        """Only the head confirms, or who is delegated in writing for this day."""
        today = local_day(given.now)
        session = cast("Session", given.session)
        if headship_of(session, given.agency, given.person, today, element=CONFIRMING) is not None:
            return {}
        return {"hieu_luc": [_not_the_head(day_text(today))]}


def _secretary(given: AnswersGiven, chair: UUID | None, present: AbstractSet[UUID]) -> Found:
    """Minutes are signed by chair and secretary: two people who were there (30/2020/NĐ-CP, Annex III)."""
    secretary = parse_id(str(given.answers.get("thu_ky_hop") or ""))
    if secretary is None:
        return {}
    if secretary == chair:
        return {
            "thu_ky_hop": [
                ("Thư ký cuộc họp phải khác người chủ trì.", "The secretary must not be the chair."),
            ]
        }
    if secretary not in present:
        return {
            "thu_ky_hop": [
                (
                    "Thư ký cuộc họp phải có mặt trong điểm danh.",
                    "The secretary of the meeting must be listed as present.",
                )
            ]
        }
    return {}


def _not_the_head(day: str) -> Message:
    return (
        (
            f"Không phải người đứng đầu và không có ủy quyền bằng văn bản còn hiệu lực ngày {day}. "
            "Người đứng đầu vắng mặt thì phải ghi ủy quyền (KT., TL. hoặc TUQ.) trước."
        ),
        (
            f"Not the head, and without a written delegation in force on {day}. "
            "If the head is away, a delegation (KT., TL. or TUQ.) has to be recorded first."
        ),
    )
