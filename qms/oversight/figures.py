"""The figures of agencies on a day: what was handed in, what is open, late and done in time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    DateTime,
    Subquery,
    Text,
    Uuid,
    and_,
    column,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    table,
    true,
    union,
)
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.local_time import OFFICE_ZONE
from engine.domain.states import InstanceState
from engine.store.tables import ProcessInstance
from qms.documents.tables import Procedure, ProcedureVersion
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity
from qms.organisation.annexes import Annex
from qms.organisation.tables import AnnexRow
from qms.oversight.agencies import OverseenAgency, agencies_open_to, siblings_of

FEWEST_FOR_AN_AVERAGE: Final = 3
"""Of fewer agencies an average would tell what one of them did."""
OF_CASES: Final = ("id", "agency_id", "state", "started_at", "ended_at", "legal_due", "overdue_from")
_OVERSEEN: Final = table(
    "overseen_case",
    column("id", Uuid),
    column("agency_id", Uuid),
    column("state", Text),
    column("started_at", DateTime(timezone=True)),
    column("ended_at", DateTime(timezone=True)),
    column("legal_due", Date),
    column("overdue_from", DateTime(timezone=True)),
)
"""A view: behind the second wall the rows themselves are not there (ADR 0013)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def percent(self) -> Decimal | None:
        """With one decimal; None of nothing."""
        return (Decimal(100 * self.part) / self.whole).quantize(Decimal("0.1")) if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyFigures:
    """One agency on a day."""

    agency: OverseenAgency
    plan: bool | None
    """Whether the plan of the year was sent; None where no list names the agency."""
    objectives: bool | None
    updates_open: int
    updates_late: int
    """Of the open ones."""
    updates: Share
    """Closed in time, of those closed in the year."""
    nonconformities_open: int
    nonconformities: int
    procedures: Share
    """With a version in force, of all."""
    cases: Share
    """Of all kinds, done in time of those done in the year that had a date: counts alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Average:
    """What the agencies under the same Department come to together, without names."""

    agencies: int
    updates: Share
    procedures: Share
    cases: Share


def figures_on(session: Session, viewer: Viewer, day: date) -> tuple[AgencyFigures, ...]:
    """The agencies open to the viewer with their figures; five questions, however many agencies."""
    agencies = agencies_open_to(session, viewer, day)
    ids = [agency.id for agency in agencies]
    sent, updates = _sent(session, ids, day.year), _updates(session, ids, day)
    found, procedures = _found(session, ids, day), _procedures(session, ids, day)
    cases = _punctuality(session, ids, day)
    nothing, none_found = _Updates(), (0, 0)
    return tuple(
        AgencyFigures(
            agency=agency,
            plan=sent.get(agency.id, (None, None))[0],
            objectives=sent.get(agency.id, (None, None))[1],
            updates_open=updates.get(agency.id, nothing).open,
            updates_late=updates.get(agency.id, nothing).late,
            updates=updates.get(agency.id, nothing).closed,
            nonconformities_open=found.get(agency.id, none_found)[0],
            nonconformities=found.get(agency.id, none_found)[1],
            procedures=procedures.get(agency.id, Share()),
            cases=cases.get(agency.id, Share()),
        )
        for agency in agencies
    )


def average_beside(session: Session, viewer: Viewer, day: date) -> Average | None:
    """Of all agencies under the Department that oversees the viewer's; None of too few to hide one.

    To be asked before the second wall: others' rows are not there behind it.
    """
    agencies = siblings_of(session, viewer, day)
    if len(agencies) < FEWEST_FOR_AN_AVERAGE:
        return None
    updates = [one.closed for one in _updates(session, agencies, day).values()]
    return Average(
        agencies=len(agencies),
        updates=_together(updates),
        procedures=_together(_procedures(session, agencies, day).values()),
        cases=_together(_punctuality(session, agencies, day).values()),
    )


def reported_cases(agencies: Collection[UUID]) -> Subquery:
    """Cases of the agencies that are nobody's dossier and not confidential, from either side of the wall."""
    own = select(*(getattr(ProcessInstance, name) for name in OF_CASES)).where(
        ~ProcessInstance.personal, ~ProcessInstance.confidential, ProcessInstance.agency_id.in_(agencies)
    )
    overseen = select(*_OVERSEEN.c).where(_OVERSEEN.c.agency_id.in_(agencies))
    return union(own, overseen).subquery("reported")


def end_of(day: date) -> datetime:
    """The first moment after a day of the office."""
    return datetime.combine(day + timedelta(days=1), time.min, OFFICE_ZONE)


def in_force_on(day: date) -> ColumnElement[bool]:
    """The condition that a version is in force on a day."""
    ended = ProcedureVersion.ended_on
    return and_(ProcedureVersion.effective_on <= day, or_(ended.is_(None), ended > day))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Updates:
    open: int = 0
    late: int = 0
    closed: Share = Share()


def _together(shares: Iterable[Share]) -> Share:
    found = list(shares)
    return Share(part=sum(share.part for share in found), whole=sum(share.whole for share in found))


def _sent(session: Session, agencies: Collection[UUID], year: int) -> dict[UUID, tuple[bool, bool]]:
    asked = select(AnnexRow.agency_id, AnnexRow.plan_sent, AnnexRow.objectives_sent).where(
        AnnexRow.annex == Annex.PLAN, AnnexRow.year == year, AnnexRow.agency_id.in_(agencies)
    )
    return {agency: (plan, objectives) for agency, plan, objectives in session.execute(asked)}


def _updates(session: Session, agencies: Collection[UUID], day: date) -> dict[UUID, _Updates]:
    """As they stood at the end of the day; closed ones of the year until then."""
    reported, until, since = reported_cases(agencies), end_of(day), _new_year(day)
    ended = func.coalesce(reported.c.ended_at < literal(until), false())
    closed = and_(ended, reported.c.state == InstanceState.COMPLETED, reported.c.ended_at >= since)
    late = and_(~ended, reported.c.overdue_from < until)
    in_time = and_(closed, func.coalesce(reported.c.ended_at < reported.c.overdue_from, true()))
    rows = session.execute(
        select(
            reported.c.agency_id,
            *(func.count().filter(condition) for condition in (~ended, late, closed, in_time)),
        )
        .join(LegalUpdate, LegalUpdate.instance_id == reported.c.id)
        .where(reported.c.started_at < until)
        .group_by(reported.c.agency_id)
    )
    return {
        agency: _Updates(open=open_, late=late_, closed=Share(part=timely, whole=whole))
        for agency, open_, late_, whole, timely in rows
    }


def _found(session: Session, agencies: Collection[UUID], day: date) -> dict[UUID, tuple[int, int]]:
    """(open today, all found until the day): the register keeps no day of closing."""
    open_ = func.count().filter(Nonconformity.state != NonconformityState.CLOSED)
    rows = session.execute(
        select(Nonconformity.agency_id, open_, func.count())
        .where(Nonconformity.agency_id.in_(agencies), Nonconformity.found_on <= day)
        .group_by(Nonconformity.agency_id)
    )
    return {agency: (waiting, whole) for agency, waiting, whole in rows}


def _procedures(session: Session, agencies: Collection[UUID], day: date) -> dict[UUID, Share]:
    current = exists().where(ProcedureVersion.procedure_id == Procedure.id, in_force_on(day))
    rows = session.execute(
        select(Procedure.agency_id, func.count().filter(current), func.count())
        .where(Procedure.agency_id.in_(agencies))
        .group_by(Procedure.agency_id)
    )
    return {agency: Share(part=part, whole=whole) for agency, part, whole in rows}


def _punctuality(session: Session, agencies: Collection[UUID], day: date) -> dict[UUID, Share]:
    """Counts of all cases but confidential ones; of overseen agencies the database tells counts alone."""
    since, until = _new_year(day), end_of(day)
    own = (
        select(
            ProcessInstance.agency_id,
            func.count(),
            func.count().filter(ProcessInstance.ended_at < ProcessInstance.overdue_from),
        )
        .where(
            ProcessInstance.agency_id.in_(agencies),
            ~ProcessInstance.confidential,
            ProcessInstance.state == InstanceState.COMPLETED,
            ProcessInstance.overdue_from.is_not(None),
            ProcessInstance.ended_at >= since,
            ProcessInstance.ended_at < until,
        )
        .group_by(ProcessInstance.agency_id)
    )
    told = func.overseen_punctuality(since, until).table_valued(
        column("agency_id", Uuid), column("ended", BigInteger), column("in_time", BigInteger)
    )
    overseen = select(told.c.agency_id, told.c.ended, told.c.in_time).where(told.c.agency_id.in_(agencies))
    rows = session.execute(union(own, overseen))
    return {agency: Share(part=timely, whole=ended) for agency, ended, timely in rows}


def _new_year(day: date) -> datetime:
    return datetime(day.year, 1, 1, tzinfo=OFFICE_ZONE)
