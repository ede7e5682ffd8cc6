"""Opening a year: once, by hand or by the calendar on its first working day, with all that it owes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.domain.assignment import SYSTEM_ORIGIN
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.messages import EventKind
from engine.domain.states import InstanceState
from engine.domain.values import dump_values
from engine.execution.messages import Sender, add_messages, message_row, starts_on
from engine.ports import Calendars
from engine.store.session import Store
from engine.store.tables import ProcessInstance
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment
from qms.years.begun import begun_case
from qms.years.entering import ItemState
from qms.years.owing import Owed, opening_day
from qms.years.rules import START, YearState
from qms.years.tables import QmsYear, YearItem

JANUARY: Final = 1
"""The month in which the calendar opens a year: a worker that was down on the first day catches up."""


def open_year_of(
    session: Session, agency: UUID, year: int, *, apart_from: UUID | None = None
) -> QmsYear | None:
    """The year as another case than `apart_from` opened it; None where that case was cancelled."""
    return session.scalars(
        select(QmsYear)
        .outerjoin(ProcessInstance, ProcessInstance.id == QmsYear.instance_id)
        .where(
            QmsYear.agency_id == agency,
            QmsYear.year == year,
            or_(QmsYear.instance_id.is_(None), QmsYear.instance_id != apart_from)
            if apart_from is not None
            else QmsYear.id.is_not(None),
            or_(
                QmsYear.state == YearState.CLOSED,
                ProcessInstance.id.is_(None),
                ProcessInstance.state != InstanceState.CANCELLED,
            ),
        )
    ).first()


def open_year(
    session: Session,
    agency: UUID,
    year: int,
    owed: Iterable[Owed],
    *,
    instance: UUID,
    opened_by: UUID | None,
    now: datetime,
) -> QmsYear | None:
    """Enter the year and what it owes; None where another case has opened it.

    A year whose case was cancelled is taken over with its items as they stand.
    """
    # One at a time opens a year of an agency.
    session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))
    if open_year_of(session, agency, year, apart_from=instance) is not None:
        return None
    key = derived_id("qms year", agency, year)
    session.execute(
        insert(QmsYear)
        .values(
            id=key,
            agency_id=agency,
            year=year,
            state=YearState.RUNNING,
            instance_id=instance,
            opened_at=now,
            opened_by=opened_by,
        )
        .on_conflict_do_update(index_elements=["agency_id", "year"], set_={"instance_id": instance})
    )
    row = session.scalars(
        select(QmsYear).where(QmsYear.agency_id == agency, QmsYear.year == year).with_for_update()
    ).one()
    session.refresh(row)
    for one in owed:
        _enter(session, row, one)
    return row


def _enter(session: Session, row: QmsYear, owed: Owed) -> None:
    begun = begun_case(session, row.agency_id, row.year, owed.process, owed.subject)
    state = ItemState.WAITING
    if begun is not None:
        state = ItemState.RUNNING if begun.done_on is None else ItemState.DONE
    session.execute(
        insert(YearItem)
        .values(
            id=derived_id("item of the year", row.id, owed.process, owed.subject),
            agency_id=row.agency_id,
            year_id=row.id,
            process=owed.process,
            subject=owed.subject,
            name=owed.name,
            starts_on=owed.starts_on,
            legal_due=owed.legal_due,
            target_due=owed.target_due,
            basis=owed.basis,
            state=state,
            instance_id=begun.instance if begun else None,
            started_at=begun.started_at if begun else None,
            done_on=begun.done_on if begun else None,
            reason="",
        )
        .on_conflict_do_nothing(index_elements=["year_id", "process", "subject"])
    )


def open_years(store: Store, calendars: Calendars, now: datetime) -> int:
    """Ask for the year of every agency with an ISO secretary on its first working day; how many were asked.

    The message's id follows from agency and year: however many workers look, one case begins. What a worker
    missed is asked for until the end of January; later a year is opened by hand.
    """
    today = local_day(now)
    if today.month != JANUARY:
        return 0
    with store.transaction() as session:
        asked = [
            agency
            for agency in _unopened(session, today)
            if opening_day(calendars.calendar_of(agency), today.year) <= today
            and starts_on(session, EventKind.MESSAGE, START, agency, today)
        ]
        add_messages(session, [_message(agency, today.year, now) for agency in asked])
    return len(asked)


def _unopened(session: Session, today: date) -> list[UUID]:
    kept = (
        select(RoleAssignment.agency_id)
        .join(Person, Person.id == RoleAssignment.person_id)
        .where(RoleAssignment.role == Role.ISO_SECRETARY, valid_on(today), Person.active)
    )
    opened = exists().where(QmsYear.agency_id == Agency.id, QmsYear.year == today.year)
    return list(
        session.scalars(
            select(Agency.id)
            .where(
                Agency.id.in_(kept),
                ~opened,
                or_(Agency.valid_from.is_(None), Agency.valid_from <= today),
                or_(Agency.valid_to.is_(None), Agency.valid_to > today),
            )
            .order_by(Agency.id)
        )
    )


def _message(agency: UUID, year: int, now: datetime) -> dict[str, object]:
    sender = Sender(agency=agency, instance=None, element=None, person=None, origin=SYSTEM_ORIGIN)
    payload = dump_values({"nam": str(year)})
    return message_row(
        sender, derived_id("calendar opens", agency, year), name=START, key=None, payload=payload, now=now
    )
