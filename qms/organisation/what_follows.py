"""What a merger or dissolution of an agency touches, listed before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from engine.domain.states import LIVE_INSTANCE_STATES, LIVE_TASK_STATES
from engine.store.tables import ProcessInstance, Task
from qms.documents.tables import LegalDocument, Procedure
from qms.legal_time.tables import CalendarDayLine, DeadlinePolicyLine, EscalationLadderLine, OfficeHoursLine
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit

COMMITTEE: Final = (Role.AGENCY_HEAD, Role.STEERING_HEAD, Role.ISO_SECRETARY)
"""Roles that a new decision has to give again after a merger."""
_OWN_LINES: Final = (CalendarDayLine, OfficeHoursLine, DeadlinePolicyLine, EscalationLadderLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatFollows:
    """What one agency brings along."""

    agency: UUID
    name: str
    committee: tuple[tuple[str, str], ...]
    """(role, person) of the head and the steering committee."""
    people: int
    units: int
    running_cases: int
    open_tasks: int
    procedures: int
    documents: int
    legal_time_lines: int
    """Days, hours, policies and ladders of its own: they stay behind, the successor keeps its own."""
    clashing_units: tuple[str, ...]
    clashing_procedures: tuple[str, ...]
    """Codes that the successor uses too: these get the old agency's code in front."""
    clashing_documents: tuple[str, ...]
    """Documents that both have: the old agency's line stays where it is."""


def what_follows(session: Session, agency: UUID, successor: UUID | None, day: date) -> WhatFollows:
    """What the agency brings to its successor (None: a new one, or none at all) on a day."""
    held = or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day)
    committee = session.execute(
        select(RoleAssignment.role, Person.full_name)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.agency_id == agency, RoleAssignment.role.in_(COMMITTEE), held, Person.active)
        .order_by(RoleAssignment.role, Person.sort_key)
    )
    live = ProcessInstance.state.in_(LIVE_INSTANCE_STATES)
    return WhatFollows(
        agency=agency,
        name=session.scalar(select(Agency.name).where(Agency.id == agency)) or "",
        committee=tuple((role, name) for role, name in committee),
        people=_count(session, Person.agency_id == agency, Person.active.is_(True)),
        units=_count(session, Unit.agency_id == agency, Unit.valid_to.is_(None)),
        running_cases=_count(session, ProcessInstance.agency_id == agency, live),
        open_tasks=_count(session, Task.agency_id == agency, Task.state.in_(LIVE_TASK_STATES)),
        procedures=_count(session, Procedure.agency_id == agency),
        documents=_count(session, LegalDocument.agency_id == agency),
        legal_time_lines=sum(
            _count(session, line.agency_id == agency, line.until_version.is_(None)) for line in _OWN_LINES
        ),
        clashing_units=tuple(clashes(session, Unit.code, Unit.agency_id, agency, successor).values()),
        clashing_procedures=tuple(
            clashes(session, Procedure.code, Procedure.agency_id, agency, successor).values()
        ),
        clashing_documents=tuple(
            clashes(session, LegalDocument.number_key, LegalDocument.agency_id, agency, successor).values()
        ),
    )


def clashes(
    session: Session,
    code: InstrumentedAttribute[str],
    of_agency: InstrumentedAttribute[UUID],
    agency: UUID,
    successor: UUID | None,
) -> Mapping[UUID, str]:
    """The rows of the agency whose code the successor uses too, with their codes."""
    if successor is None:
        return {}
    table: Any = code.class_
    theirs = select(code).where(of_agency == successor)
    rows = session.execute(select(table.id, code).where(of_agency == agency, code.in_(theirs)).order_by(code))
    return {row[0]: row[1] for row in rows}


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).where(*conditions)) or 0
