"""The row of a slip: found, opened, told in words, searched for repetitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.domain.text import fold
from engine.domain.values import Value
from engine.execution.number_series import next_number
from engine.store.tables import ProcessInstance
from qms.audits.tables import AuditFinding
from qms.nonconformities.rules import (
    ENDED,
    SOURCE_NAMES,
    NonconformityState,
    Severity,
    SlipAlreadyTreated,
    SlipEnded,
    SlipNotFound,
    Source,
    year_before,
)
from qms.nonconformities.tables import Nonconformity

SERIES: Final = "KPH"
_MOST_ALIKE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Part 1 of a slip, as a form, a message or a list gave it."""

    source: Source
    description: str
    requirement: str
    evidence: str
    found_on: date
    severity: Severity | None = None
    unit: UUID | None = None
    procedure: UUID | None = None
    reissue_of: UUID | None = None


def locked_slip(session: Session, agency: UUID, named: object) -> Nonconformity:
    """The slip of the agency by its id or code, locked; raises SlipNotFound."""
    text = str(named or "").strip()
    row = session.scalars(
        select(Nonconformity)
        .where(
            Nonconformity.agency_id == agency,
            or_(Nonconformity.id == parse_id(text), Nonconformity.code == text),
        )
        .with_for_update()
    ).first()
    if row is None:
        raise SlipNotFound(text)
    return row


def enter(session: Session, key: UUID, agency: UUID, proposal: Proposal, now: datetime) -> Nonconformity:
    """Write a proposed slip under the next number of its year; with a known key nothing is written twice."""
    known = session.get(Nonconformity, key)
    if known is not None:
        return known
    row = Nonconformity(
        id=key,
        agency_id=agency,
        code=_free_code(session, agency, proposal.found_on.year),
        source=SOURCE_NAMES[proposal.source],
        description=proposal.description,
        requirement=proposal.requirement,
        state=NonconformityState.PROPOSED,
        found_on=proposal.found_on,
        recorded_at=now,
        search_text="",
        severity=proposal.severity or "",
        unit_id=proposal.unit,
        procedure_id=proposal.procedure,
        evidence=proposal.evidence,
        reissue_of=proposal.reissue_of,
    )
    row.search_text = search_text(row)
    session.add(row)
    session.flush()
    return row


def _free_code(session: Session, agency: UUID, year: int) -> str:
    """The next number of the year that no imported slip bears."""
    while True:
        code = f"KPH-{year}-{next_number(session, agency, SERIES, year):03d}"
        taken = select(Nonconformity.id).where(Nonconformity.agency_id == agency, Nonconformity.code == code)
        if session.scalar(taken) is None:
            return code


def take_over(session: Session, row: Nonconformity, case: UUID) -> None:
    """Let the case treat the slip; raises SlipEnded, SlipAlreadyTreated."""
    if row.state in ENDED:
        raise SlipEnded(row.code)
    if row.case_id is not None and row.case_id != case:
        other = session.get_one(ProcessInstance, row.case_id)
        if other.state in LIVE_INSTANCE_STATES:
            raise SlipAlreadyTreated(row.code, other.code)
    row.case_id = case


def search_text(row: Nonconformity) -> str:
    """What the register searches."""
    return fold(f"{row.code} {row.source} {row.description} {row.requirement} {row.cause}")


def slips_alike(
    session: Session, row: Nonconformity, procedure: UUID | None, cause_code: str = ""
) -> list[Nonconformity]:
    """Other slips of the procedure (and of that kind of cause) found within the twelve months before it."""
    if procedure is None:
        return []
    statement = (
        select(Nonconformity)
        .where(
            Nonconformity.agency_id == row.agency_id,
            Nonconformity.id != row.id,
            Nonconformity.procedure_id == procedure,
            Nonconformity.found_on >= year_before(row.found_on),
            Nonconformity.found_on <= row.found_on,
        )
        .order_by(Nonconformity.found_on.desc(), Nonconformity.code.desc())
        .limit(_MOST_ALIKE)
    )
    if cause_code:
        statement = statement.where(Nonconformity.cause_code == cause_code)
    return list(session.scalars(statement))


def audit_of(session: Session, agency: UUID, finding: object) -> tuple[AuditFinding | None, UUID | None]:
    """The finding and its audit; neither where it is not one of the agency's."""
    key = parse_id(str(finding or ""))
    row = session.get(AuditFinding, key) if key else None
    if row is None or row.agency_id != agency:
        return None, None
    return row, row.audit_id


def slip_key(instance: UUID) -> UUID:
    """The id of the slip that a case writes itself."""
    return derived_id("nonconformity", instance, "P08")


def text_of(values: Mapping[str, Value], key: str) -> str:
    """A value as text; nothing is the empty text."""
    return str(values.get(key) or "").strip()


def day_of(values: Mapping[str, Value], key: str) -> date | None:
    """A value as a day."""
    value = values.get(key)
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
