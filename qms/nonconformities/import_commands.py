"""Loading slips of earlier years into the register, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict
from engine.domain.identifiers import derived_id
from engine.domain.refusals import NotAuthorised
from engine.domain.text import fold
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.nonconformities.importing import ImportedSlip
from qms.nonconformities.rules import SOURCE_NAMES
from qms.nonconformities.slips import search_text
from qms.nonconformities.tables import Nonconformity


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSlips:
    """The good rows of a list; `file` is the list as it was handed in."""

    viewer: Viewer
    origin: str
    slips: Sequence[ImportedSlip]
    file: UUID


class SlipCodeTaken(Conflict):
    """Somebody wrote a slip of that number meanwhile."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Số phiếu {code} vừa có trong sổ. Xin kiểm tra lại tệp.",
            en=f"Slip {code} has come into the register meanwhile. Check the file again.",
        )


def import_slips(store: Store, command: ImportSlips, now: datetime) -> int:
    """Write the slips; how many. Raises NotAuthorised, SlipCodeTaken."""
    viewer = command.viewer
    if not may(viewer, Power.START_PROCESS):
        raise NotAuthorised("nhập sổ không phù hợp", "import slips")
    with store.transaction() as session:
        taken = taken_codes(session, viewer)
        for slip in command.slips:
            if fold(slip.code) in taken:
                raise SlipCodeTaken(slip.code)
            session.add(_row(slip, viewer.agency, now))
        record_audit(
            session,
            "nonconformities.imported",
            actor=Actor(person=viewer.person, origin=command.origin),
            agency=viewer.agency,
            now=now,
            data={"count": len(command.slips), "file": command.file},
        )
    return len(command.slips)


def taken_codes(session: Session, viewer: Viewer) -> frozenset[str]:
    """The codes of the register, folded."""
    rows = session.scalars(select(Nonconformity.code).where(Nonconformity.agency_id == viewer.agency))
    return frozenset(fold(code) for code in rows)


def _row(slip: ImportedSlip, agency: UUID, now: datetime) -> Nonconformity:
    row = Nonconformity(
        id=derived_id("nonconformity imported", agency, fold(slip.code)),
        agency_id=agency,
        code=slip.code,
        source=SOURCE_NAMES[slip.source],
        description=slip.description,
        requirement=slip.requirement,
        state=slip.state,
        found_on=slip.found_on,
        recorded_at=now,
        search_text="",
        severity=slip.severity or "",
        unit_id=slip.unit,
        cause=slip.cause,
        verified_on=slip.verified_on,
        effective=True if slip.verified_on else None,
        closed_on=slip.closed_on,
    )
    row.search_text = search_text(row)
    return row
