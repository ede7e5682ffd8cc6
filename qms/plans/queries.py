"""Reading plans with their editions, activities and opinions, each for the viewer's own agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.store.tables import ProcessInstance, StoredFile
from qms.organisation.tables import Unit
from qms.outgoing.kinds import written
from qms.outgoing.tables import OutgoingDocument
from qms.plans.following import FOLLOWED, Standing, held_in, standing_of
from qms.plans.refusals import PlanNotFound
from qms.plans.rules import ActivityKind, ActivityState, PlanState
from qms.plans.tables import PlanActivity, PlanOpinion, YearPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEdition:
    """An edition with the count of its activities; `budget` in đồng."""

    id: UUID
    year: int
    edition: int
    state: PlanState
    budget: int | None
    instance: UUID | None
    case_code: str
    document: UUID | None
    number: str
    dated_on: date | None
    activities: int
    done: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRecord:
    """An activity and where it stands."""

    id: UUID
    plan: UUID
    ordinal: int
    kind: ActivityKind
    subject: str
    what: str
    unit: UUID | None
    unit_name: str
    partners: str
    audited: tuple[str, ...]
    starts_on: date
    ends_on: date
    product: str
    result: str
    standing: Standing

    @property
    def followed(self) -> bool:
        """Whether its register says when it is done."""
        return self.kind in FOLLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRecord:
    """What a unit said of the draft."""

    unit: str
    opinion: str
    objectives: str
    training_need: str
    silent: bool
    person: UUID | None
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """All that the register says of one edition."""

    edition: PlanEdition
    content: dict[str, Any]
    budget_source: str
    letter: tuple[UUID, str] | None
    carried_from: PlanEdition | None
    others: tuple[PlanEdition, ...]
    activities: tuple[ActivityRecord, ...]
    opinions: tuple[OpinionRecord, ...]


def plan_editions(
    session: Session,
    viewer: Viewer,
    today: date,
    *,
    words: str = "",
    state: PlanState | None = None,
    year: int | None = None,
) -> tuple[PlanEdition, ...]:
    """The editions of the viewer's agency in which all words occur, the latest first."""
    rows = session.execute(
        select(YearPlan, ProcessInstance.code, ProcessInstance.state, OutgoingDocument)
        .outerjoin(ProcessInstance, ProcessInstance.id == YearPlan.instance_id)
        .outerjoin(OutgoingDocument, OutgoingDocument.id == YearPlan.document_id)
        .where(YearPlan.agency_id == viewer.agency)
        .order_by(YearPlan.year.desc(), YearPlan.edition.desc())
    ).all()
    lines = _activities(session, viewer, today, {row.YearPlan.id: row.YearPlan.year for row in rows})
    asked = fold(words).split()
    found = tuple(
        _edition(plan, code, case, document, lines.get(plan.id, ())) for plan, code, case, document in rows
    )
    return tuple(
        one
        for one in found
        if (state is None or one.state is state)
        and (year is None or one.year == year)
        and all(word in _searched(one, lines.get(one.id, ())) for word in asked)
    )


def plan_record(session: Session, viewer: Viewer, plan: UUID, today: date) -> PlanRecord:
    """One edition; raises PlanNotFound for what is not of the viewer's agency."""
    every = {one.id: one for one in plan_editions(session, viewer, today)}
    row = session.get(YearPlan, plan)
    if row is None or plan not in every:
        raise PlanNotFound
    edition = every[plan]
    letter = session.get(StoredFile, row.letter_id) if row.letter_id else None
    return PlanRecord(
        edition=edition,
        content=row.content,
        budget_source=row.budget_source,
        letter=(letter.id, letter.name) if letter is not None else None,
        carried_from=every.get(row.carried_from) if row.carried_from else None,
        others=tuple(one for one in every.values() if one.year == edition.year and one.id != plan),
        activities=_activities(session, viewer, today, {plan: edition.year}).get(plan, ()),
        opinions=_opinions(session, plan),
    )


def activity_record(session: Session, viewer: Viewer, activity: UUID, today: date) -> ActivityRecord:
    """One activity; raises PlanNotFound."""
    row = session.get(PlanActivity, activity)
    plan = session.get(YearPlan, row.plan_id) if row is not None else None
    if row is None or plan is None or row.agency_id != viewer.agency:
        raise PlanNotFound
    found = _activities(session, viewer, today, {plan.id: plan.year})[plan.id]
    return next(one for one in found if one.id == activity)


def _activities(
    session: Session, viewer: Viewer, today: date, years: dict[UUID, int]
) -> dict[UUID, tuple[ActivityRecord, ...]]:
    rows = session.scalars(
        select(PlanActivity)
        .where(PlanActivity.agency_id == viewer.agency, PlanActivity.plan_id.in_(years))
        .order_by(PlanActivity.plan_id, PlanActivity.ordinal)
    )
    names = {
        unit.id: unit.name
        for unit in session.execute(
            select(Unit.id, Unit.name)
            .where(Unit.agency_id == viewer.agency)
            .order_by(Unit.position, Unit.name)
        )
    }
    held = {year: held_in(session, viewer.agency, year) for year in set(years.values())}
    found: dict[UUID, tuple[ActivityRecord, ...]] = {}
    for row in rows:
        standing = standing_of(row, held[years[row.plan_id]], today)
        found[row.plan_id] = (*found.get(row.plan_id, ()), _activity(row, names, standing))
    return found


def _activity(row: PlanActivity, names: dict[UUID, str], standing: Standing) -> ActivityRecord:
    audited = {str(one) for one in row.audited_units}
    return ActivityRecord(
        id=row.id,
        plan=row.plan_id,
        ordinal=row.ordinal,
        kind=ActivityKind(row.kind),
        subject=row.subject,
        what=row.what,
        unit=row.unit_id,
        unit_name=names.get(row.unit_id, "") if row.unit_id else "",
        partners=row.partners,
        audited=tuple(name for unit, name in names.items() if str(unit) in audited),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        product=row.product,
        result=row.result,
        standing=standing,
    )


def _edition(
    plan: YearPlan,
    code: str | None,
    case: str | None,
    document: OutgoingDocument | None,
    lines: tuple[ActivityRecord, ...],
) -> PlanEdition:
    issued = plan.state in (PlanState.ISSUED, PlanState.SUPERSEDED)
    ended = case == InstanceState.CANCELLED and not issued
    number = written(document.number, document.symbol) if document and document.number else ""
    return PlanEdition(
        id=plan.id,
        year=plan.year,
        edition=plan.edition,
        state=PlanState.CANCELLED if ended else PlanState(plan.state),
        budget=plan.budget,
        instance=plan.instance_id,
        case_code=code or "",
        document=plan.document_id,
        number=number,
        dated_on=document.dated_on if document else None,
        activities=len(lines),
        done=sum(one.standing.state is ActivityState.DONE for one in lines),
        late=sum(one.standing.late for one in lines) if plan.state == PlanState.ISSUED else 0,
    )


def _searched(one: PlanEdition, lines: tuple[ActivityRecord, ...]) -> str:
    texts = " ".join(f"{line.what} {line.unit_name}" for line in lines)
    return fold(f"năm {one.year} bản {one.edition} {one.number} {one.case_code} {texts}")


def _opinions(session: Session, plan: UUID) -> tuple[OpinionRecord, ...]:
    rows = session.execute(
        select(PlanOpinion, Unit.name)
        .join(Unit, Unit.id == PlanOpinion.unit_id)
        .where(PlanOpinion.plan_id == plan)
        .order_by(Unit.position, Unit.name)
    )
    return tuple(
        OpinionRecord(
            unit=name,
            opinion=row.opinion,
            objectives=row.objectives,
            training_need=row.training_need,
            silent=row.silent,
            person=row.person_id,
            given_on=row.given_on,
        )
        for row, name in rows
    )
