"""The thirteen items of a year, each with what the registers hold of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from qms.evidence import of_improvement, of_publication, of_system
from qms.evidence.items import EvidenceItem
from qms.evidence.lines import EvidenceLine, EvidencePack, EvidenceSection, YearOfEvidence

Gathering: TypeAlias = Callable[[YearOfEvidence], Sequence[EvidenceLine]]
GATHERED: Final[dict[EvidenceItem, Gathering]] = {
    EvidenceItem.SCOPE: of_system.scope,
    EvidenceItem.DISSEMINATION: of_system.dissemination,
    EvidenceItem.COMPLIANCE: of_system.compliance,
    EvidenceItem.PERFORMANCE: of_system.performance,
    EvidenceItem.CHECKS: of_improvement.checks,
    EvidenceItem.COMPLAINTS: of_improvement.complaints,
    EvidenceItem.IMPROVEMENT: of_improvement.improvement,
    EvidenceItem.LEADERSHIP: of_improvement.leadership,
    EvidenceItem.VALIDITY: of_improvement.validity,
    EvidenceItem.PUBLICATION: of_publication.publication,
    EvidenceItem.LEGAL_UPDATES: of_publication.legal_updates,
    EvidenceItem.REPUBLICATION: of_publication.republication,
    EvidenceItem.CONSULTANTS: of_publication.consultants,
}


def gather(session: Session, agency: UUID, year: int, now: datetime) -> EvidencePack:
    """The evidence of a year up to its end or to today; the same registers give the same pack.

    Who may read it is asked by whoever calls.
    """
    asked = YearOfEvidence(
        session=session,
        agency=agency,
        year=year,
        until=min(date(year, 12, 31), local_day(now)),
        now=now,
    )
    return EvidencePack(
        agency=agency,
        year=year,
        until=asked.until,
        sections=tuple(
            EvidenceSection(item=item, lines=tuple(GATHERED[item](asked))) for item in EvidenceItem
        ),
    )
