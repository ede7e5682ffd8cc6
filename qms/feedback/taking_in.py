"""Taking feedback in: a line of the register and the case that answers it, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.beginning import begin
from engine.execution.number_series import next_number
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from qms.feedback.rules import CASES, MODEL_KEY, SERIES, Channel, FeedbackState, Kind
from qms.feedback.tables import Feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said, by which channel and when; `sender` and `contact` stay in the register."""

    channel: Channel
    received_at: datetime
    content: str
    sender: str = ""
    contact: str = ""
    dossier: str = ""
    score: int | None = None
    about_behaviour: bool = False
    """The case is confidential from its first moment: it names an officer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFeedbackIn:
    """Feedback that somebody of the office received."""

    viewer: Viewer
    origin: str
    said: Said


def takes_feedback_in(viewer: Viewer) -> bool:
    """Whether the viewer enters feedback; everybody who does the work of the office does."""
    return may(viewer, Power.TAKE_FEEDBACK_IN)


def reads_senders(viewer: Viewer) -> bool:
    """Whether the viewer reads who sent feedback and how to reach them."""
    return may(viewer, Power.READ_FEEDBACK_SENDERS)


def take_feedback_in(
    store: Store, surroundings: Surroundings, command: TakeFeedbackIn, now: datetime
) -> UUID:
    """Enter it under the next number of its year and begin its case; the id of the line.

    The ten working days count from the moment it was received. Raises NotAuthorised, FieldsInvalid for a
    moment to come, ModelNotFound.
    """
    if not takes_feedback_in(command.viewer):
        raise NotAuthorised("ghi phản ánh, kiến nghị", "take feedback in")
    if command.said.received_at > now:
        raise FieldsInvalid(fields={"gio_nhan": [("Thời điểm này chưa đến.", "This moment is to come.")]})
    actor = Actor(person=command.viewer.person, origin=command.origin)
    with store.transaction() as session:
        row = enter(session, command.viewer.agency, command.said, now)
        begin_answer(session, surroundings, row, actor=actor, behaviour=command.said.about_behaviour, now=now)
        return row.id


def enter(session: Session, agency: UUID, said: Said, now: datetime, *, key: UUID | None = None) -> Feedback:
    """Write the line."""
    year = local_day(said.received_at).year
    code = f"{SERIES}-{year}-{next_number(session, agency, SERIES, year):04d}"
    row = Feedback(
        id=key or fresh_id(),
        agency_id=agency,
        code=code,
        channel=said.channel.value,
        received_at=said.received_at,
        sender=said.sender,
        contact=said.contact,
        content=said.content,
        score=said.score,
        dossier_code=said.dossier,
        procedure_id=None,
        unit_id=None,
        kind=(Kind.BEHAVIOUR if said.about_behaviour else Kind.UNSORTED).value,
        due_on=None,
        state=FeedbackState.NEW.value,
        answer="",
        answered_on=None,
        answered_by=None,
        founded=None,
        slip_id=None,
        instance_id=None,
        recorded_at=now,
        search_text=fold(f"{code} {said.content} {said.dossier}"),
    )
    session.add(row)
    session.flush()
    return row


def begin_answer(
    session: Session,
    surroundings: Surroundings,
    row: Feedback,
    *,
    actor: Actor,
    behaviour: bool,
    now: datetime,
) -> None:
    """Begin the case of a line; raises ModelNotFound. Sender and contact do not go with it."""
    version = version_in_force(session, MODEL_KEY, row.agency_id, local_day(now))
    if version is None:
        raise ModelNotFound(MODEL_KEY)
    variables: dict[str, Value] = {
        "ma_phan_anh": str(row.id),
        "kenh": row.channel,
        "thoi_diem_nhan": row.received_at,
        "noi_dung_pa": row.content,
        "ma_ho_so_pa": row.dossier_code or None,
        "diem_pa": row.score,
        "ve_hanh_vi": behaviour,
    }
    execution = begin(
        session,
        surroundings,
        version,
        agency=row.agency_id,
        series=CASES,
        variables=variables,
        actor=actor,
        now=now,
        begins_at="BatDau",
    )
    execution.row.confidential = execution.row.confidential or behaviour
    row.instance_id, row.due_on = execution.row.id, execution.row.legal_due
    session.flush()
