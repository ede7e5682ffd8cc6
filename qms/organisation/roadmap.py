"""What the annexes say, counted over the agencies that live on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from qms.organisation.annexes import Annex
from qms.organisation.rules import Subject, SuccessionKind
from qms.organisation.tables import Agency, AnnexRow, Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCounts:
    """How many agencies of the list sent what."""

    year: int
    listed: int
    plans: int
    objectives: int
    both: int
    neither: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapYear:
    """One year of the roadmap: how many living agencies are to be ready by then."""

    year: int
    listed: int
    """Lines of the annex, whatever became of their agencies."""
    agencies: int
    """Living agencies that carry these lines; each counts once, in its first year."""
    percent: Decimal
    """Of all living agencies of the roadmap, with one decimal."""


def plan_counts(session: Session, year: int) -> PlanCounts:
    """The head of the list of a year: plans 13/32, objectives 8/32."""
    sent = select(AnnexRow.plan_sent, AnnexRow.objectives_sent)
    rows = session.execute(sent.where(AnnexRow.annex == Annex.PLAN, AnnexRow.year == year)).all()
    return PlanCounts(
        year=year,
        listed=len(rows),
        plans=sum(row.plan_sent for row in rows),
        objectives=sum(row.objectives_sent for row in rows),
        both=sum(row.plan_sent and row.objectives_sent for row in rows),
        neither=sum(not row.plan_sent and not row.objectives_sent for row in rows),
    )


def plan_years(session: Session) -> tuple[int, ...]:
    """The years of which a list is kept, the latest first."""
    years = select(AnnexRow.year).where(AnnexRow.annex == Annex.PLAN).distinct()
    return tuple(session.scalars(years.order_by(AnnexRow.year.desc())))


def roadmap(session: Session, day: date) -> tuple[RoadmapYear, ...]:
    """The roadmap on a day: a line of an agency that is no more counts for the successor that lives."""
    rows = session.execute(
        select(AnnexRow.agency_id, AnnexRow.year).where(AnnexRow.annex == Annex.ROADMAP)
    ).all()
    living = set(session.scalars(select(Agency.id).where(alive_on(day))))
    links = _followers(session, day)
    first: dict[UUID, int] = {}
    for row in rows:
        for carrier in living_successors(row.agency_id, links, living):
            first[carrier] = min(first.get(carrier, row.year), row.year)
    listed = Counter(row.year for row in rows)
    carried = Counter(first.values())
    return tuple(
        RoadmapYear(
            year=year,
            listed=listed[year],
            agencies=carried[year],
            percent=_percent(carried[year], len(first)),
        )
        for year in sorted(listed)
    )


def alive_on(day: date) -> ColumnElement[bool]:
    """The condition that an agency is there on the day."""
    return or_(Agency.valid_from.is_(None), Agency.valid_from <= day) & or_(
        Agency.valid_to.is_(None), Agency.valid_to > day
    )


def living_successors(
    agency: UUID, links: Mapping[UUID, frozenset[UUID]], living: set[UUID]
) -> frozenset[UUID]:
    """Who carries on what the agency had to do: itself while it lives, else those who follow it."""
    found: set[UUID] = set()
    seen: set[UUID] = set()
    waiting = [agency]
    while waiting:
        each = waiting.pop()
        if each in living:
            found.add(each)
        elif each not in seen:
            seen.add(each)
            waiting += links.get(each, frozenset())
    return frozenset(found)


def _followers(session: Session, day: date) -> dict[UUID, frozenset[UUID]]:
    links: dict[UUID, set[UUID]] = {}
    for predecessor, successor in session.execute(
        select(Succession.predecessor_id, Succession.successor_id).where(
            Succession.subject == Subject.AGENCY,
            Succession.kind.in_((SuccessionKind.MERGE, SuccessionKind.SPLIT)),
            Succession.effective_on <= day,
        )
    ):
        if successor is not None:
            links.setdefault(predecessor, set()).add(successor)
    return {predecessor: frozenset(after) for predecessor, after in links.items()}


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1")) if whole else Decimal(0)
