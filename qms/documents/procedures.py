"""Versions of procedures: which is in force on a day, and writing the next one under a case's decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.errors import Conflict
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
    labels: tuple[str, ...]
    """The numbers of all versions it ever had, the oldest first."""
    cited: tuple[str, ...]
    """Which of the documents asked about it cites."""


def procedures_in_force(
    session: Session, agency: UUID, day: date, *, cited: frozenset[str]
) -> tuple[ProcedureInForce, ...]:
    """Procedures that are not withdrawn; those that cite one of the number keys first, then by code."""
    versions: dict[UUID, list[ProcedureVersion]] = {}
    for version in session.scalars(
        select(ProcedureVersion)
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(Procedure.agency_id == agency)
        .order_by(ProcedureVersion.effective_on, ProcedureVersion.recorded_at)
    ):
        versions.setdefault(version.procedure_id, []).append(version)
    citing: dict[UUID, list[str]] = {}
    for citation in session.scalars(
        select(Citation)
        .join(Procedure, Procedure.id == Citation.procedure_id)
        .where(Procedure.agency_id == agency, Citation.number_key.in_(cited))
    ):
        citing.setdefault(citation.procedure_id, []).append(citation.number)
    rows = session.scalars(select(Procedure).where(Procedure.agency_id == agency).order_by(Procedure.code))
    found = [
        ProcedureInForce(
            id=row.id,
            code=row.code,
            name=row.name,
            unit=row.unit_id,
            version=_in_force(versions.get(row.id, []), day),
            labels=tuple(version.label for version in versions.get(row.id, [])),
            cited=tuple(sorted(citing.get(row.id, ()))),
        )
        for row in rows
        if not _withdrawn(versions.get(row.id, []), day)
    ]
    return tuple(sorted(found, key=lambda procedure: (not procedure.cited, procedure.code)))


def _in_force(versions: Sequence[ProcedureVersion], day: date) -> str:
    """The number of the latest version that holds on the day; empty when none does."""
    holding = [one.label for one in versions if one.effective_on <= day and not _over(one, day)]
    return holding[-1] if holding else ""


def _withdrawn(versions: Sequence[ProcedureVersion], day: date) -> bool:
    """Whether it had versions and none holds on the day or later."""
    return bool(versions) and all(_over(one, day) for one in versions)


def _over(version: ProcedureVersion, day: date) -> bool:
    return version.ended_on is not None and version.ended_on <= day


class VersionLabelTaken(Conflict):
    """The procedure had a version of that number before."""

    def __init__(self, code: str, label: str) -> None:
        super().__init__(
            vi=f"Thủ tục {code} đã có phiên bản {label}. Phiên bản mới cần một số khác.",
            en=f"Procedure {code} already has a version {label}. The new version needs another number.",
        )
        self.label = label


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
    """End the open versions on the day the new one takes effect, and write it; old ones stay readable.

    Raises VersionLabelTaken.
    """
    _refuse_taken_label(session, new)
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


def _refuse_taken_label(session: Session, new: NewVersion) -> None:
    code = session.scalar(
        select(Procedure.code)
        .join(ProcedureVersion, ProcedureVersion.procedure_id == Procedure.id)
        .where(Procedure.id == new.procedure, ProcedureVersion.label == new.label)
    )
    if code is not None and new.label is not None:
        raise VersionLabelTaken(code, new.label)
