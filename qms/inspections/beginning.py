"""The Department begins its plan of a year by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import exists, select

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import local_day
from engine.domain.refusals import ModelNotFound, NotAuthorised
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.execution.beginning import begin
from engine.execution.surroundings import Surroundings
from engine.execution.versions_in_force import version_in_force
from engine.store.session import Store
from engine.store.tables import ProcessInstance
from qms.inspections.tables import InspectionPlan
from qms.organisation.tables import Agency

MODEL_KEY: Final = "QMS_P12_KIEM_TRA_SO"
SERIES: Final = "P12"


class NobodyOverseen(Invalid):
    """The agency oversees none."""

    def __init__(self) -> None:
        super().__init__(
            vi="Cơ quan bạn không theo dõi cơ quan nào nên không có kế hoạch kiểm tra.",
            en="Your agency oversees none, so there is nothing to inspect.",
        )


class YearOutOfReach(Invalid):
    """A year that has passed, or is too far."""

    def __init__(self, first: int) -> None:
        super().__init__(
            vi=f"Kế hoạch kiểm tra lập cho năm {first} hoặc {first + 1}.",
            en=f"A plan of inspections is made for {first} or {first + 1}.",
        )


class PlanUnderWay(Conflict):
    """The year has its plan."""

    def __init__(self, year: int) -> None:
        super().__init__(
            vi=f"Kế hoạch kiểm tra năm {year} đang lập hoặc đã ban hành.",
            en=f"The plan of inspections of {year} is under way or issued.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginPlan:
    """The plan of a year of the viewer's Department."""

    viewer: Viewer
    origin: str
    year: int


def keeps_inspections(viewer: Viewer) -> bool:
    """Whether the viewer plans inspections and keeps their register."""
    return may(viewer, Power.KEEP_INSPECTIONS)


def require_keeper(viewer: Viewer) -> None:
    """Refuse (NotAuthorised) whoever does not."""
    if not keeps_inspections(viewer):
        raise NotAuthorised("lập kế hoạch và giữ sổ kiểm tra", "plan inspections and keep their register")


def begin_plan(store: Store, surroundings: Surroundings, command: BeginPlan, now: datetime) -> UUID:
    """Start the case; raises NotAuthorised, NobodyOverseen, YearOutOfReach, PlanUnderWay, ModelNotFound."""
    require_keeper(command.viewer)
    agency, first = command.viewer.agency, local_day(now).year
    if command.year not in {first, first + 1}:
        raise YearOutOfReach(first)
    with store.transaction() as session:
        # The row of the Department is the lock: two who begin at once make one plan.
        session.scalars(select(Agency.id).where(Agency.id == agency).with_for_update(read=False)).one()
        if not session.scalar(select(exists().where(Agency.overseen_by == agency))):
            raise NobodyOverseen
        running = (
            select(InspectionPlan.id)
            .join(ProcessInstance, ProcessInstance.id == InspectionPlan.instance_id, isouter=True)
            .where(
                InspectionPlan.agency_id == agency,
                InspectionPlan.year == command.year,
                (InspectionPlan.state == "da_ban_hanh") | ProcessInstance.state.in_(LIVE_INSTANCE_STATES),
            )
        )
        if session.scalar(running) is not None:
            raise PlanUnderWay(command.year)
        version = version_in_force(session, MODEL_KEY, agency, local_day(now))
        if version is None:
            raise ModelNotFound(MODEL_KEY)
        execution = begin(
            session,
            surroundings,
            version,
            agency=agency,
            series=SERIES,
            variables={"nam": command.year},
            actor=Actor(person=command.viewer.person, origin=command.origin),
            now=now,
        )
        return execution.row.id
