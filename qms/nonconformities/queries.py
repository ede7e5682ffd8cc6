"""Reading the register of nonconformities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.text import fold
from engine.store.tables import ProcessInstance
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityLine:
    """One nonconformity and the case in which it was found."""

    id: UUID
    code: str
    source: str
    description: str
    requirement: str
    state: NonconformityState
    found_on: date
    instance: UUID | None
    case_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NonconformityPage:
    """One page of lines and how many there are in all."""

    lines: tuple[NonconformityLine, ...]
    total: int


def nonconformity_page(
    session: Session,
    viewer: Viewer,
    *,
    words: str = "",
    state: NonconformityState | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> NonconformityPage:
    """The nonconformities of the viewer's agency in which all words occur, the latest first."""
    conditions = [
        Nonconformity.agency_id == viewer.agency,
        *(Nonconformity.search_text.contains(word, autoescape=True) for word in fold(words).split()),
    ]
    if state is not None:
        conditions.append(Nonconformity.state == state)
    total = session.scalar(select(func.count()).select_from(Nonconformity).where(*conditions)) or 0
    rows = session.execute(
        select(Nonconformity, ProcessInstance.code)
        .outerjoin(ProcessInstance, ProcessInstance.id == Nonconformity.instance_id)
        .where(*conditions)
        .order_by(Nonconformity.found_on.desc(), Nonconformity.code.desc())
        .offset(offset)
        .limit(limit)
    )
    return NonconformityPage(lines=tuple(_line(row, code) for row, code in rows), total=total)


def _line(row: Nonconformity, case_code: str | None) -> NonconformityLine:
    return NonconformityLine(
        id=row.id,
        code=row.code,
        source=row.source,
        description=row.description,
        requirement=row.requirement,
        state=NonconformityState(row.state),
        found_on=row.found_on,
        instance=row.instance_id,
        case_code=case_code or "",
    )
