"""Starting a P06 case for a registered document, inside the transaction of the verb that asks for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.deadline import Deadline
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.values import Value
from engine.execution.beginning import begin
from engine.execution.instances import Execution
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.tables import ProcessInstance
from qms.documents.tables import LegalDocument
from qms.legal_updates.milestones import milestones, starts_tight
from qms.legal_updates.tables import LegalUpdate
from qms.organisation.roles import Role

MODEL_KEY: Final = "QMS_P06_CAP_NHAT_VBQPPL"
SERIES: Final = "P06"
POLICY: Final = "DL-LEGAL-3M"


class UpdateAlreadyRunning(Conflict):
    """The document is being followed already."""

    def __init__(self, number: str, code: str) -> None:
        super().__init__(
            vi=f"Văn bản {number} đang được cập nhật trong hồ sơ {code}.",
            en=f"Document {number} is already being followed in case {code}.",
        )
        self.code = code


class EffectiveDateUnknown(Invalid):
    """Without an effective date no deadline can be counted."""

    def __init__(self, number: str) -> None:
        super().__init__(
            vi=f"Văn bản {number} chưa có ngày có hiệu lực nên chưa tính được hạn cập nhật.",
            en=f"Document {number} has no effective date yet, so no deadline can be counted.",
        )


def update_deadline(surroundings: Surroundings, agency: UUID, effective_on: date) -> Deadline:
    """By when a document with this effective date must be followed; raises AnchorImpossible."""
    terms = DeadlineTerms(policy=POLICY, anchor=effective_on)
    return surroundings.deadlines.reckon(agency, terms, procedure=MODEL_KEY).deadline


def begin_legal_update(
    session: Session, surroundings: Surroundings, document: LegalDocument, *, actor: Actor, now: datetime
) -> UUID:
    """Start the case; its deadline counts from the document's effective date.

    The secretary is told at once (M05); with fewer than 30 days left the steering head too (step E2).
    """
    effective_on = document.effective_on
    if effective_on is None:
        raise EffectiveDateUnknown(document.number)
    _refuse_second(session, document)
    version = version_in_force(session, MODEL_KEY, document.agency_id, local_day(now))
    if version is None:
        raise ModelNotFound(MODEL_KEY)
    execution = begin(
        session,
        surroundings,
        version,
        agency=document.agency_id,
        series=SERIES,
        variables=_variables(surroundings, document, effective_on, now),
        actor=actor,
        now=now,
    )
    session.add(
        LegalUpdate(instance_id=execution.row.id, agency_id=document.agency_id, legal_document_id=document.id)
    )
    _tell(execution, document)
    return execution.row.id


def tie_restarted(session: object, ended: UUID, begun: UUID) -> None:
    """Let the case that replaces an ended one follow the same document; raises UpdateAlreadyRunning."""
    open_session = cast("Session", session)
    followed = open_session.get(LegalUpdate, ended)
    if followed is None:
        return
    document = open_session.get_one(LegalDocument, followed.legal_document_id, with_for_update=True)
    _refuse_second(open_session, document)
    open_session.add(
        LegalUpdate(
            instance_id=begun, agency_id=followed.agency_id, legal_document_id=followed.legal_document_id
        )
    )


def _refuse_second(session: Session, document: LegalDocument) -> None:
    running = session.scalars(
        select(ProcessInstance.code)
        .join(LegalUpdate, LegalUpdate.instance_id == ProcessInstance.id)
        .where(LegalUpdate.legal_document_id == document.id, ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
    ).first()
    if running is not None:
        raise UpdateAlreadyRunning(document.number, running)


def _variables(
    surroundings: Surroundings, document: LegalDocument, effective_on: date, now: datetime
) -> dict[str, Value]:
    today = local_day(now)
    deadline = update_deadline(surroundings, document.agency_id, effective_on)
    dates = milestones(
        registered_on=today,
        effective_on=effective_on,
        target_due=deadline.target_due,
        calendar=surroundings.calendars.calendar_of(document.agency_id),
    )
    return {
        "vbqppl": str(document.id),
        "so_ky_hieu": document.number,
        "trich_yeu": document.title,
        "co_quan_ban_hanh": document.issuer,
        "linh_vuc": document.field,
        "ngay_ky": document.signed_on,
        "ngay_hieu_luc": effective_on,
        "ngay_het_hieu_luc": document.expires_on,
        "dieu_khoan_chuyen_tiep": document.transition,
        "moc_sang_loc": dates.screening,
        "moc_danh_gia": dates.assessment,
        "moc_du_thao": dates.drafts,
        "moc_phe_duyet": dates.submission,
    }


def _tell(execution: Execution, document: LegalDocument) -> None:
    holders = execution.surroundings.directory.holders
    day = local_day(execution.now)
    row = execution.row
    secretaries = holders(execution.session, document.agency_id, Role.ISO_SECRETARY, None, day)
    execution.notify(secretaries, "M05")
    if (
        row.legal_due is not None
        and day <= row.legal_due
        and starts_tight(today=day, legal_due=row.legal_due)
    ):
        heads = holders(execution.session, document.agency_id, Role.STEERING_HEAD, None, day)
        execution.notify((*secretaries, *heads), "M04", step="E2")
        row.ladder_done = f"{row.ladder_done} E2@{day.isoformat()}".strip()
        execution.record(
            "escalation.told", data={"step": "E2", "why": "fewer than 30 days left at the start"}
        )
        execution.save_history()
