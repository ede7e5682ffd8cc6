"""Beginning the treatment of a nonconformity: a new slip by anybody, or one that stands in the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.domain.values import Value
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from qms.nonconformities.operators import MODEL_KEY
from qms.nonconformities.rules import ENDED, SlipNotFound, source_of
from qms.nonconformities.slips import take_over
from qms.nonconformities.tables import Nonconformity

CASES: Final = "P08"
STARTER: Final = "nguoi_khoi_tao"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSlip:
    """Whoever saw something that does not conform; everybody of the agency may (ISO 9001:2015, 10.2.1)."""

    viewer: Viewer
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatSlip:
    """A slip of the register that no case treats yet."""

    viewer: Viewer
    origin: str
    slip: UUID


def propose_slip(store: Store, surroundings: Surroundings, command: ProposeSlip, now: datetime) -> UUID:
    """Begin a case whose first step is the proposal, done by whoever begins it; raises ModelNotFound."""
    with store.transaction() as session:
        variables: dict[str, Value] = {STARTER: str(command.viewer.person)}
        return _begin(session, surroundings, command.viewer, command.origin, variables, now)


def treat_slip(store: Store, surroundings: Surroundings, command: TreatSlip, now: datetime) -> UUID:
    """Begin the case of a slip that a ladder, an import or a hand entered.

    Raises NotAuthorised, SlipNotFound, SlipEnded, SlipAlreadyTreated, ModelNotFound.
    """
    if not may(command.viewer, Power.START_PROCESS):
        raise NotAuthorised("mở xử lý phiếu không phù hợp", "begin the treatment of a slip")
    with store.transaction() as session:
        row = session.get(Nonconformity, command.slip, with_for_update=True)
        if row is None or row.agency_id != command.viewer.agency:
            raise SlipNotFound
        case = _begin(session, surroundings, command.viewer, command.origin, _told(row, command), now)
        take_over(session, row, case)
        return case


def _told(row: Nonconformity, command: TreatSlip) -> dict[str, Value]:
    return {
        STARTER: str(command.viewer.person),
        "phieu_kph": row.code,
        "nguon": str(source_of(row.source)),
        "mo_ta": row.description,
        "yeu_cau": row.requirement,
        "bang_chung": row.evidence or row.description,
        "don_vi": str(row.unit_id) if row.unit_id else None,
        "thu_tuc": str(row.procedure_id) if row.procedure_id else None,
        "muc_do": row.severity or None,
        "ngay_phat_hien": row.found_on,
    }


def _begin(
    session: Session,
    surroundings: Surroundings,
    viewer: Viewer,
    origin: str,
    variables: dict[str, Value],
    now: datetime,
) -> UUID:
    version = version_in_force(session, MODEL_KEY, viewer.agency, local_day(now))
    if version is None:
        raise ModelNotFound(MODEL_KEY)
    execution = begin(
        session,
        surroundings,
        version,
        agency=viewer.agency,
        series=CASES,
        variables=variables,
        actor=Actor(person=viewer.person, origin=origin),
        now=now,
    )
    return execution.row.id


def tie_restarted(session: object, ended: UUID, begun: UUID) -> None:
    """Let the case that replaces an ended one treat the same slip, unless that has ended."""
    rows = cast("Session", session).scalars(
        select(Nonconformity)
        .where(Nonconformity.case_id == ended, Nonconformity.state.not_in(ENDED))
        .with_for_update()
    )
    for row in rows:
        row.case_id = begun
