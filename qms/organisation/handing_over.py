"""Handing everything of an agency over to its successor: people, roles, cases, registers, files."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.identifiers import derived_id
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.execution.history import HistoryWriter
from engine.store.tables import (
    EventSubscription,
    Incident,
    InstanceMigration,
    Mail,
    Message,
    Notification,
    NumberSeries,
    ProcessInstance,
    StoredFile,
    Task,
)
from qms.delegation.tables import Absence, Delegation
from qms.documents.tables import LegalDocument, Procedure
from qms.legal_updates.tables import LegalUpdate
from qms.nonconformities.tables import Nonconformity
from qms.organisation.heads import has_head
from qms.organisation.roles import Role
from qms.organisation.rules import is_deputy
from qms.organisation.tables import Agency, Person, RoleAssignment, Unit
from qms.organisation.versions import Decision
from qms.organisation.what_follows import clashes

SUCCEEDED: Final = "instance.agency_succeeded"
_IN_CUSTODY: Final = (
    ProcessInstance,
    Task,
    EventSubscription,
    Message,
    Incident,
    InstanceMigration,
    Notification,
    Mail,
    StoredFile,
    LegalUpdate,
    Nonconformity,
    Absence,
    Delegation,
)
"""Whoever succeeds keeps these; what is lent by roles that are given again goes on too.

The append-only records of a case say for ever who received it.
"""


def lock_cases(session: Session, agency: UUID) -> list[ProcessInstance]:
    """The running cases of the agency, locked: taken before anything else, as everywhere."""
    statement = (
        select(ProcessInstance)
        .where(ProcessInstance.agency_id == agency, ProcessInstance.state.in_(LIVE_INSTANCE_STATES))
        .order_by(ProcessInstance.id)
        .with_for_update()
    )
    return list(session.scalars(statement))


def hand_over(
    session: Session,
    agency: Agency,
    successor: Agency,
    cases: list[ProcessInstance],
    decision: Decision,
    actor: Actor,
) -> dict[str, int]:
    """Give all that the agency keeps to the successor; returns how much of what."""
    for case in cases:
        history = HistoryWriter(case, actor, decision.entered_at)
        history.record(SUCCEEDED, data=_told(agency, successor, decision))
        history.append(session)
    _rename_clashes(session, agency, successor)
    moved = {table.__tablename__: _moved(session, table, agency, successor) for table in (*_IN_CUSTODY, Unit)}
    moved["procedure"] = _moved(session, Procedure, agency, successor)
    doubled = clashes(session, LegalDocument.number_key, LegalDocument.agency_id, agency.id, successor.id)
    moved["legal_document"] = _moved(session, LegalDocument, agency, successor, but=tuple(doubled))
    moved["role_assignment"] = _roles(session, agency, successor, decision)
    moved["person"] = _moved(session, Person, agency, successor)
    _series(session, agency, successor)
    for link in (Agency.overseen_by, Agency.parent_id):
        others = update(Agency).where(link == agency.id, Agency.id != successor.id)
        session.execute(others.values({link: successor.id}))
        session.execute(
            update(Agency).where(link == agency.id, Agency.id == successor.id).values({link: None})
        )
    return {name: count for name, count in moved.items() if count}


def _told(agency: Agency, successor: Agency, decision: Decision) -> dict[str, object]:
    return {
        "from": agency.id,
        "from_name": agency.name,
        "to": successor.id,
        "to_name": successor.name,
        "decision": decision.number,
        "decided_on": decision.signed_on,
        "effective_on": decision.effective_on,
    }


def _moved(
    session: Session, table: type[Any], agency: Agency, successor: Agency, but: tuple[UUID, ...] = ()
) -> int:
    statement = update(table).where(table.agency_id == agency.id).values(agency_id=successor.id)
    if but:
        statement = statement.where(table.id.not_in(but))
    return len(session.execute(statement.returning(table.agency_id)).all())


def _rename_clashes(session: Session, agency: Agency, successor: Agency) -> None:
    """A code that both use gets the old agency's code in front: nothing is lost, nothing is mixed up."""
    tables: tuple[type[Any], ...] = (Unit, Procedure)
    for table in tables:
        for row in clashes(session, table.code, table.agency_id, agency.id, successor.id):
            session.execute(update(table).where(table.id == row).values(code=f"{agency.code}/" + table.code))


def _roles(session: Session, agency: Agency, successor: Agency, decision: Decision) -> int:
    """End each role with the day, and give it again in the successor; a second head is not made."""
    day = decision.effective_on
    rows = session.execute(
        select(RoleAssignment, Person.title)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.agency_id == agency.id)
        .where(or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day))
        .order_by(RoleAssignment.id)
        .with_for_update(of=RoleAssignment)
    ).all()
    given = 0
    for held, title in rows:
        heads = held.role == Role.AGENCY_HEAD and not is_deputy(title)
        stays = not heads or not has_head(session, successor.id, None, Role.AGENCY_HEAD, day)
        if held.valid_from >= day and stays:
            held.agency_id = successor.id
            given += 1
            session.flush()
            continue
        if stays:
            session.add(_again(held, successor, decision))
            given += 1
        if held.valid_from < day:
            held.valid_to = day
        session.flush()
    return given


def _again(held: RoleAssignment, successor: Agency, decision: Decision) -> RoleAssignment:
    return RoleAssignment(
        id=derived_id("role-succeeded", held.id, successor.id),
        agency_id=successor.id,
        unit_id=held.unit_id,
        person_id=held.person_id,
        role=held.role,
        valid_from=decision.effective_on,
        valid_to=held.valid_to,
        decision=decision.number,
    )


def _series(session: Session, agency: Agency, successor: Agency) -> None:
    """The successor counts on from the higher number: no code of a case is given twice."""
    rows = session.scalars(select(NumberSeries).where(NumberSeries.agency_id == agency.id)).all()
    for row in rows:
        statement = insert(NumberSeries).values(
            agency_id=successor.id, series=row.series, year=row.year, last=row.last
        )
        session.execute(
            statement.on_conflict_do_update(
                index_elements=["agency_id", "series", "year"],
                set_={"last": func.greatest(NumberSeries.last, statement.excluded.last)},
            )
        )
