"""The review of documents in force: when its day comes a case begins, and what it decides (7.5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.deadline import add_months
from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.ports import DeclaredOperator, OperatorCall, Parameter, ServiceOperator
from engine.store.session import Store
from engine.store.tables import StoredFile
from qms.controlled_documents import lifecycle
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion

MODEL_KEY: Final = "QMS_P05_RA_SOAT"
SERIES: Final = "P05"


def begin_next_review(store: Store, surroundings: Surroundings, now: datetime) -> bool:
    """Begin the review of one document whose day has come; whether there was one.

    Its next day is moved on in the same transaction and the case's id follows from document and day: however
    many workers look, one case begins. Where no such process is published, the day alone moves on.
    """
    today = local_day(now)
    with store.transaction() as session:
        row = session.scalars(
            select(ControlledDocument)
            .where(ControlledDocument.next_review_on <= today)
            .order_by(ControlledDocument.next_review_on, ControlledDocument.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if row is None or row.next_review_on is None:
            return False
        due, version = row.next_review_on, lifecycle.in_force(session, row.id)
        row.next_review_on = add_months(max(due, today), row.review_months) if version else None
        model = version_in_force(session, MODEL_KEY, row.agency_id, today)
        if version is not None and model is not None:
            begin(
                session,
                surroundings,
                model,
                agency=row.agency_id,
                series=SERIES,
                variables={
                    "tai_lieu": str(row.id),
                    "ten_tai_lieu": f"{row.code} {row.name}",
                    "lan_ban_hanh": version.label,
                    "co_hieu_luc_tu": version.effective_on,
                    "don_vi_chu_tri": str(row.unit_id) if row.unit_id else None,
                    "tep_tai_lieu": _text_of(session, version),
                },
                actor=Actor.system(),
                now=now,
                instance=derived_id("document review", row.id, due.isoformat()),
            )
        return True


def _text_of(session: Session, version: ControlledVersion) -> Value:
    """The file to look through; a document taken over from paper may have none."""
    file = session.get(StoredFile, version.file_id) if version.file_id else None
    return [{"id": str(file.id), "name": file.name, "size": file.size}] if file else []


def review_operators() -> Mapping[str, ServiceOperator]:
    """What to register with the engine."""
    return {
        "document.reviewed": DeclaredOperator(
            work=reviewed,
            parameters={"tai_lieu": Parameter(type="text")},
            variables={"ngay_ra_soat": "date"},
        )
    }


def reviewed(call: OperatorCall) -> Value:
    """It was looked through and stays: the next review counts from today."""
    session = cast("Session", call.session)
    document = lifecycle.locked_document(session, call.agency, parse_id(str(call.parameters["tai_lieu"])))
    if lifecycle.in_force(session, document.id) is not None:
        document.next_review_on = add_months(local_day(call.now), document.review_months)
    return {"ngay_ra_soat": document.next_review_on}
