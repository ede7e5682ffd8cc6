"""Which lines of the register of procedures have a published model that can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.store.tables import ModelVersion, ModelWithdrawal
from qms.designer.tables import ModelDraft


def printable(session: Session, viewer: Viewer, today: date) -> Mapping[UUID, UUID]:
    """What of the register of the viewer's agency can be printed: its models by procedure."""
    return models_of_procedures(session, viewer.agency, today)


def models_of_procedures(session: Session, agency: UUID, today: date) -> Mapping[UUID, UUID]:
    """The version in force on the day of the model that was drawn for a procedure, by procedure.

    One that waits for its day, or was withdrawn, is not there.
    """
    rows = session.execute(
        select(ModelDraft.procedure_id, ModelVersion.id)
        .join(ModelVersion, ModelVersion.id == ModelDraft.version_id)
        .outerjoin(ModelWithdrawal, ModelWithdrawal.model_version_id == ModelVersion.id)
        .where(
            ModelDraft.agency_id == agency,
            ModelDraft.procedure_id.is_not(None),
            or_(ModelVersion.effective_from.is_(None), ModelVersion.effective_from <= today),
            or_(ModelWithdrawal.withdrawn_from.is_(None), ModelWithdrawal.withdrawn_from > today),
        )
        .order_by(ModelVersion.version)
    )
    return {procedure: version for procedure, version in rows if procedure is not None}
