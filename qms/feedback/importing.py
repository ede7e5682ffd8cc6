"""Taking the scores of surveys over; a poor one is answered like any other feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.identifiers import derived_id
from engine.domain.local_time import OFFICE_ZONE, local_day
from engine.domain.refusals import NotAuthorised
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.feedback.refusals import FeedbackRecordedMeanwhile
from qms.feedback.rules import POOR_SCORE, Channel, FeedbackState
from qms.feedback.tables import Feedback
from qms.feedback.taking_in import Said, begin_answer, enter
from qms.lists.columns import CheckedList, ListColumn
from qms.lists.provenance import record_import
from qms.lists.reading import RowReader, check_list
from qms.organisation.tables import Agency

IMPORTED: Final = "surveys.imported"
_NO_WORDS: Final = "Phiếu khảo sát không có ý kiến bằng lời."
COLUMNS: Final = (
    ListColumn(
        key="paper",
        heading="Mã phiếu",
        hint=("Mỗi phiếu một mã.", "One code for each paper."),
        example="KS-2026-0001",
        needed=True,
    ),
    ListColumn(
        key="day", heading="Ngày", hint=("dd/mm/yyyy.", "dd/mm/yyyy."), example="05/10/2026", needed=True
    ),
    ListColumn(
        key="score",
        heading="Điểm",
        hint=("1 đến 5; 1 và 2 được mở hồ sơ trả lời.", "1 to 5; 1 and 2 are answered."),
        example="4",
        needed=True,
    ),
    ListColumn(
        key="dossier",
        heading="Mã hồ sơ",
        hint=("Hồ sơ được khảo sát.", "The dossier asked about."),
        example="H56.01-261005-0001",
    ),
    ListColumn(
        key="words",
        heading="Ý kiến",
        hint=("Không ghi họ tên, điện thoại.", "No name, no telephone number."),
        example="Chờ lâu.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRow:
    """The answer to a survey."""

    paper: str
    day: date
    score: int
    dossier: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSurveys:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    rows: Sequence[SurveyRow]
    file: UUID


def may_import_surveys(viewer: Viewer) -> bool:
    """Whether the viewer takes the scores of surveys over."""
    return may(viewer, Power.READ_FEEDBACK_SENDERS)


def require_importer(viewer: Viewer) -> None:
    """Raise NotAuthorised for who does not."""
    if not may_import_surveys(viewer):
        raise NotAuthorised("nhập phiếu khảo sát", "import surveys")


def check_surveys(
    session: Session, viewer: Viewer, name: str, content: bytes, today: date
) -> CheckedList[SurveyRow]:
    """A file against the register; raises SheetRefused for no such list."""
    known = frozenset(session.scalars(select(Feedback.id).where(Feedback.agency_id == viewer.agency)))
    papers: set[str] = set()
    return check_list(COLUMNS, name, content, lambda row: _survey(row, viewer.agency, known, papers, today))


def import_surveys(store: Store, surroundings: Surroundings, command: ImportSurveys, now: datetime) -> int:
    """Write all rows or none, and begin the case of each poor score; how many rows.

    Raises NotAuthorised, FeedbackRecordedMeanwhile and ModelNotFound.
    """
    require_importer(command.viewer)
    agency = command.viewer.agency
    actor = Actor(person=command.viewer.person, origin=command.origin)
    with store.transaction() as session:
        session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))
        keys = []
        for survey in command.rows:
            key = _key(agency, survey.paper)
            if session.get(Feedback, key) is not None:
                raise FeedbackRecordedMeanwhile
            row = enter(session, agency, _said(survey, now), now, key=key)
            keys.append(key)
            if survey.score <= POOR_SCORE:
                begin_answer(session, surroundings, row, actor=actor, behaviour=False, now=now)
            else:
                row.state = FeedbackState.NOT_ACCEPTED.value
        session.flush()
        record_import(
            session,
            IMPORTED,
            viewer=command.viewer,
            origin=command.origin,
            file=command.file,
            records=keys,
            count=len(keys),
            now=now,
        )
    return len(keys)


def _said(survey: SurveyRow, now: datetime) -> Said:
    """A list has no hours: noon of its day, or the present moment where that is still to come.

    The office receives what an old poor score says on the day of the list: the days to answer count from now.
    """
    noon = datetime.combine(survey.day, time(12), OFFICE_ZONE)
    received = now if survey.score <= POOR_SCORE else min(noon, now)
    words = survey.words or _NO_WORDS
    told = "" if local_day(received) == survey.day else f" (khảo sát ngày {survey.day:%d/%m/%Y})"
    return Said(
        channel=Channel.SURVEY,
        received_at=received,
        content=f"Phiếu {survey.paper}: {words}{told}",
        dossier=survey.dossier,
        score=survey.score,
    )


def _survey(
    row: RowReader, agency: UUID, known: frozenset[UUID], papers: set[str], today: date
) -> SurveyRow | None:
    paper, day = row.text("paper", most=60), row.day("day")
    score = row.whole("score", least=1, most=5)
    if paper and _key(agency, paper) in known:
        row.wrong("paper", "Phiếu này đã có trong sổ.", "This paper is in the register.")
    elif paper and paper in papers:
        row.wrong("paper", "Phiếu này có ở dòng khác.", "Another row has this paper.")
    papers.add(paper)
    if day is not None and day > today:
        row.wrong("day", "Ngày này chưa đến.", "This day is still to come.")
    if row.problems or not paper or day is None or score is None:
        return None
    return SurveyRow(
        paper=paper,
        day=day,
        score=score,
        dossier=row.text("dossier", most=60),
        words=row.text("words", most=2000),
    )


def _key(agency: UUID, paper: str) -> UUID:
    return derived_id("survey", agency, paper)
