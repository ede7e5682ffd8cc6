"""Versions of procedures: which is in force on a day, and writing the next one under a case's decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id
from qms.documents.tables import Citation, Procedure, ProcedureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureInForce:
    """A procedure with the version in force on the day asked for; `version` is empty when there is none."""

    id: UUID
    code: str
    name: str
    unit: UUID
    version: str
    cited: tuple[str, ...]
    """Which of the documents asked about it cites."""


def procedures_in_force(
    session: Session, agency: UUID, day: date, *, cited: frozenset[str]
) -> tuple[ProcedureInForce, ...]:
    """All procedures of the agency; those that cite one of the number keys come first, then by code."""
    labels = {
        row.procedure_id: row.label
        for row in session.execute(
            select(ProcedureVersion.procedure_id, ProcedureVersion.label)
            .where(
                ProcedureVersion.effective_on <= day,
                or_(ProcedureVersion.ended_on.is_(None), ProcedureVersion.ended_on > day),
            )
            .order_by(ProcedureVersion.effective_on, ProcedureVersion.recorded_at)
        )
    }
    citing: dict[UUID, list[str]] = {}
    for citation in session.scalars(select(Citation).where(Citation.number_key.in_(cited))):
        citing.setdefault(citation.procedure_id, []).append(citation.number)
    rows = session.scalars(select(Procedure).where(Procedure.agency_id == agency).order_by(Procedure.code))
    found = [
        ProcedureInForce(
            id=row.id,
            code=row.code,
            name=row.name,
            unit=row.unit_id,
            version=labels.get(row.id, ""),
            cited=tuple(sorted(citing.get(row.id, ()))),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda procedure: (not procedure.cited, procedure.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVersion:
    """What a decision says of the next version; `label` None withdraws the procedure."""

    procedure: UUID
    label: str | None
    effective_on: date
    summary: str
    decision_number: str
    decided_on: date | None
    instance: UUID


def write_version(session: Session, new: NewVersion, now: datetime) -> None:
    """End the open versions on the day the new one takes effect, and write it; old ones stay readable."""
    open_versions = session.scalars(
        select(ProcedureVersion).where(
            ProcedureVersion.procedure_id == new.procedure, ProcedureVersion.ended_on.is_(None)
        )
    )
    for version in open_versions:
        version.ended_on = max(new.effective_on, version.effective_on)
    if new.label is not None:
        session.add(
            ProcedureVersion(
                id=derived_id("procedure version", new.procedure, new.label),
                procedure_id=new.procedure,
                label=new.label,
                effective_on=new.effective_on,
                summary=new.summary,
                decision_number=new.decision_number,
                decided_on=new.decided_on,
                instance_id=new.instance,
                recorded_at=now,
            )
        )
    session.flush()
