"""A letter of the Department that gives the same task to many agencies: one letter each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import derived_id
from engine.domain.local_time import day_text, local_day
from engine.domain.refusals import NotAuthorised
from engine.domain.text import one_line
from engine.domain.values import Value
from engine.store.session import Store
from qms.exchange.posting import Letter, LetterSender, post_letter
from qms.exchange.refusals import LetterIncomplete, NobodyChosen
from qms.organisation.roadmap import alive_on
from qms.organisation.tables import Agency
from qms.oversight.figures import figures_on

LETTER_FILE: Final = "cong_van_so"
"""The variable in which the agency's case finds the letter."""
LONGEST_SUBJECT: Final = 500
LONGEST_NUMBER: Final = 60


class AssignedTask(StrEnum):
    """What the Department asks for."""

    PLAN = "KE_HOACH"
    REPORT = "BC_DOT_XUAT"


MESSAGES: Final = {
    AssignedTask.PLAN: "So_giao_ke_hoach",
    AssignedTask.REPORT: "So_yeu_cau_bao_cao",
}
"""What starts in the agency: P01 and P11."""
TASK_NAMES: Final = {
    AssignedTask.PLAN: ("Lập kế hoạch duy trì, cải tiến HTQLCL", "Make the plan of the year"),
    AssignedTask.REPORT: ("Báo cáo đột xuất", "Report when asked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignByLetter:
    """One letter to each of the agencies; `file` is the signed letter, kept before."""

    viewer: Viewer
    origin: str
    task: AssignedTask
    year: int
    due_on: date | None
    number: str
    dated_on: date
    subject: str
    file: UUID | None
    agencies: Sequence[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """An agency that may be written to."""

    id: UUID
    name: str
    late: bool
    """Owes a plan for the year, and has not sent it."""


def assigns(viewer: Viewer) -> bool:
    """Whether the viewer gives tasks to agencies by letter."""
    return may(viewer, Power.ASSIGN_BY_LETTER)


def require_assigner(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever does not."""
    if not assigns(viewer):
        raise NotAuthorised("gửi công văn giao việc", "give tasks by letter")


def addressees(session: Session, viewer: Viewer, day: date) -> tuple[Addressee, ...]:
    """The living agencies that the viewer's oversees: who is late with the plan first, then by name."""
    require_assigner(viewer)
    owing = {line.agency.id for line in figures_on(session, viewer, day) if line.plan is False}
    rows = session.execute(
        select(Agency.id, Agency.name).where(Agency.overseen_by == viewer.agency, alive_on(day))
    )
    found = [Addressee(id=key, name=name, late=key in owing) for key, name in rows]
    return tuple(sorted(found, key=lambda one: (not one.late, one.name)))


def require_complete(command: AssignByLetter, now: datetime) -> None:
    """Refuse a letter without agencies, number, subject, or with a date that cannot be kept."""
    if not command.agencies:
        raise NobodyChosen
    if not one_line(command.number) or not one_line(command.subject):
        raise LetterIncomplete(
            "Ghi số, ký hiệu và trích yếu của công văn.", "Give number and subject of the letter."
        )
    if command.dated_on > local_day(now):
        raise LetterIncomplete(
            "Ngày công văn không được ở tương lai.", "The day of the letter must not lie in the future."
        )
    if command.task is AssignedTask.REPORT and command.due_on is None:
        raise LetterIncomplete(
            "Báo cáo đột xuất phải có hạn gửi.", "A report when asked needs the day by which it is sent."
        )
    if command.due_on is not None and command.due_on < local_day(now):
        raise LetterIncomplete(
            f"Hạn {day_text(command.due_on)} đã qua.", f"The day {day_text(command.due_on)} has passed."
        )


def assign_by_letter(store: Store, command: AssignByLetter, now: datetime) -> tuple[UUID, ...]:
    """Write one letter for each agency; the same letter sent twice is written once.

    Raises NotAuthorised, NobodyChosen, LetterIncomplete and what `post_letter` refuses.
    """
    require_assigner(command.viewer)
    require_complete(command, now)
    sender = LetterSender(agency=command.viewer.agency, person=command.viewer.person, origin=command.origin)
    # The number names a letter within its year and Department: a confirmation pressed twice sends it once.
    token = derived_id(
        "assignment", command.viewer.agency, command.task, one_line(command.number), command.dated_on
    )
    with store.transaction() as session:
        name = session.get_one(Agency, command.viewer.agency).name
        return tuple(
            post_letter(session, sender, _letter(command, token, agency, name), now)
            for agency in dict.fromkeys(command.agencies)
        )


def _letter(command: AssignByLetter, token: UUID, agency: UUID, sender: str) -> Letter:
    return Letter(
        token=token,
        to_agency=agency,
        name=MESSAGES[command.task],
        payload=_payload(command, sender),
        subject=_subject(command),
        file=command.file,
        file_as=LETTER_FILE,
    )


def _payload(command: AssignByLetter, sender: str) -> dict[str, Value]:
    if command.task is AssignedTask.REPORT:
        return {
            "nam": command.year,
            "han_yeu_cau": command.due_on,
            "van_ban_yeu_cau": f"{one_line(command.number)} ngày {day_text(command.dated_on)}",
            "noi_dung_yeu_cau": one_line(command.subject)[:LONGEST_SUBJECT],
            "noi_nhan_yeu_cau": sender,
        }
    return {
        "ma_viec_nam": None,
        "nam": command.year,
        "chu_de": "",
        "han_viec_nam": command.due_on,
        "so_cong_van": one_line(command.number)[:LONGEST_NUMBER],
        "ngay_cong_van": command.dated_on,
        "trich_yeu_cong_van": one_line(command.subject)[:LONGEST_SUBJECT],
    }


def _subject(command: AssignByLetter) -> str:
    number, subject = one_line(command.number)[:LONGEST_NUMBER], one_line(command.subject)[:LONGEST_SUBJECT]
    return f"Công văn số {number} ngày {day_text(command.dated_on)}: {subject}"
