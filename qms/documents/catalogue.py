"""The catalogue of procedures on a day: what an agency's QMS has to cover, in which version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qms.documents.tables import Procedure, ProcedureVersion


class ProcedureLevel(StrEnum):
    """Which level decides; empty while the register does not say."""

    UNSAID = ""
    PROVINCE = "tinh"
    COMMUNE = "xa"
    INTERNAL = "noi_bo"
    """An internal procedure: no administrative one, may be left out of a publication."""


LEVEL_NAMES = {
    ProcedureLevel.UNSAID: ("Chưa ghi", "Not said"),
    ProcedureLevel.PROVINCE: ("Cấp tỉnh", "Province"),
    ProcedureLevel.COMMUNE: ("Cấp xã", "Commune"),
    ProcedureLevel.INTERNAL: ("Nội bộ", "Internal"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """A procedure that the catalogue holds on the day; `version` is empty while none is approved."""

    id: UUID
    code: str
    name: str
    field: str
    version: str
    internal: bool


def catalogue_on(session: Session, agency: UUID, day: date) -> tuple[CatalogueEntry, ...]:
    """The procedures that hold on the day, by code; those withdrawn or not yet in force are left out."""
    versions: dict[UUID, list[ProcedureVersion]] = {}
    for version in session.scalars(
        select(ProcedureVersion)
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(Procedure.agency_id == agency)
        .order_by(ProcedureVersion.effective_on, ProcedureVersion.recorded_at)
    ):
        versions.setdefault(version.procedure_id, []).append(version)
    rows = session.scalars(
        select(Procedure)
        .where(
            Procedure.agency_id == agency,
            or_(Procedure.valid_from.is_(None), Procedure.valid_from <= day),
            or_(Procedure.valid_to.is_(None), Procedure.valid_to > day),
        )
        .order_by(Procedure.code)
    )
    return tuple(
        CatalogueEntry(
            id=row.id,
            code=row.code,
            name=row.name,
            field=row.field,
            version=_in_force(versions.get(row.id, []), day),
            internal=row.level == ProcedureLevel.INTERNAL,
        )
        for row in rows
        if not _withdrawn(versions.get(row.id, []), day)
    )


def _in_force(versions: list[ProcedureVersion], day: date) -> str:
    holding = [
        one.label
        for one in versions
        if one.effective_on <= day and (one.ended_on is None or one.ended_on > day)
    ]
    return holding[-1] if holding else ""


def _withdrawn(versions: list[ProcedureVersion], day: date) -> bool:
    """Whether it had versions and none holds on the day or later: a decision withdrew it."""
    return bool(versions) and all(one.ended_on is not None and one.ended_on <= day for one in versions)
