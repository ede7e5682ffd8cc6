"""The lists from which forms about controlled documents choose: documents in force, units, procedures."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.values import Value
from qms.controlled_documents.tables import ControlledDocument, ControlledVersion
from qms.controlled_documents.usable import Use, usable
from qms.documents.tables import Procedure
from qms.organisation.tables import Unit


def documents(session: Session, agency: UUID) -> list[Value]:
    """Documents of which a version is in force, by code."""
    rows = session.execute(
        select(
            ControlledDocument.id, ControlledDocument.code, ControlledDocument.name, ControlledVersion.label
        )
        .join(ControlledVersion, ControlledVersion.document_id == ControlledDocument.id)
        .where(ControlledDocument.agency_id == agency, usable(Use.WORK))
        .order_by(ControlledDocument.code)
    )
    return [
        {"value": str(row.id), "label": f"{row.code} {row.name} (lần ban hành {row.label})"} for row in rows
    ]


def units(session: Session, agency: UUID, day: date) -> list[Value]:
    """The units of the day, in the order of the agency's list."""
    rows = session.execute(
        select(Unit.id, Unit.name)
        .where(
            Unit.agency_id == agency,
            or_(Unit.valid_from.is_(None), Unit.valid_from <= day),
            or_(Unit.valid_to.is_(None), Unit.valid_to > day),
        )
        .order_by(Unit.position, Unit.name)
    )
    return [{"value": str(row.id), "label": row.name} for row in rows]


def procedures(session: Session, agency: UUID) -> list[Value]:
    """The procedures of the register by code; the code is the value, as the publication wants it."""
    rows = session.execute(
        select(Procedure.code, Procedure.name).where(Procedure.agency_id == agency).order_by(Procedure.code)
    )
    return [{"value": row.code, "label": f"{row.code} {row.name}"} for row in rows]
