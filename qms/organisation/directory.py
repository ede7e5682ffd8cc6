"""Who holds which role on a day, read from the register of roles at the moment of looking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, true
from sqlalchemy.orm import Session

from engine.domain.assignment import Holder, Viewer
from engine.domain.delivery import Delivery
from engine.domain.mandates import EndedMandate, Mandate
from engine.ports import Contact
from engine.store.rows import Statement
from qms.delegation import lookup
from qms.legal_time.tables import MailHours, MailPreference
from qms.mail_preferences.queries import mail_times
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment
from qms.organisation.unit_reach import REACHED, standing_for

_HELD: Final = and_(
    RoleAssignment.valid_from <= bindparam("day"),
    or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > bindparam("day")),
)
_HOLDERS: Final = Statement(
    select(Person.id, REACHED.c.unit)
    .join(RoleAssignment, Person.id == RoleAssignment.person_id)
    .outerjoin(REACHED, true())
    .where(
        _HELD,
        RoleAssignment.agency_id == bindparam("agency"),
        RoleAssignment.role == bindparam("role"),
        Person.active,
        Person.agency_id == RoleAssignment.agency_id,
    )
    .order_by(Person.sort_key, Person.id)
)


class OfficeDirectory:
    """The engine's Directory over the tables of this room."""

    def holders(
        self, session: object, agency: UUID, role: str, unit: UUID | None, day: date
    ) -> tuple[UUID, ...]:
        """The persons who hold the role on that day, by name."""
        found = self.grants(session, agency, role, day)
        return tuple(dict.fromkeys(person for person, held in found if unit is None or held in {None, unit}))

    def grants(
        self, session: object, agency: UUID, role: str, day: date
    ) -> tuple[tuple[UUID, UUID | None], ...]:
        """Who holds the role on that day and in which unit, by name."""
        database = cast("Session", session)
        found = _HOLDERS.run(database, agency=_asked(database, agency, role), role=role, day=day)
        return tuple((person, unit) for person, unit in found)

    def able(self, session: object, agency: UUID, role: str, day: date) -> tuple[Holder, ...]:
        """Who may take tasks of the role on that day, by own right or for somebody else."""
        database = cast("Session", session)
        return lookup.able_on(database, _asked(database, agency, role), role, day)

    def substitutes(self, session: object, agency: UUID, day: date) -> tuple[Holder, ...]:
        """Who stands in for the absent persons of the agency on that day."""
        return lookup.substitutes_on(cast("Session", session), agency, day)

    def mandates(self, session: object, mandates: frozenset[UUID]) -> Mapping[UUID, Mandate]:
        """Mandates as they were recorded."""
        return lookup.mandates_by_id(cast("Session", session), mandates)

    def ended_mandates(self, session: object, person: UUID, day: date) -> tuple[EndedMandate, ...]:
        """By what the person once acted."""
        return lookup.ended_mandates(cast("Session", session), person, day)

    def absent(self, session: object, person: UUID, day: date) -> bool:
        """Whether the person is away on that day."""
        return lookup.absent_on(cast("Session", session), person, day)

    def belonging(self, session: object, persons: frozenset[UUID], unit: UUID, day: date) -> frozenset[UUID]:
        """Those of the persons who belong to the unit or hold a role in it."""
        database = cast("Session", session)
        standing = standing_for(unit)
        own = select(Person.id).where(Person.id.in_(persons), Person.unit_id.in_(standing))
        held = select(RoleAssignment.person_id).where(
            valid_on(day), RoleAssignment.person_id.in_(persons), RoleAssignment.unit_id.in_(standing)
        )
        return frozenset(database.scalars(own.union(held)))

    def units_of(self, session: object, person: UUID, day: date) -> tuple[UUID, ...]:
        """The units in which the person holds a role on that day."""
        database = cast("Session", session)
        statement = (
            select(RoleAssignment.unit_id)
            .distinct()
            .where(valid_on(day), RoleAssignment.person_id == person, RoleAssignment.unit_id.is_not(None))
        )
        return tuple(sorted(unit for unit in database.scalars(statement) if unit is not None))

    def viewer(self, session: object, person: UUID, day: date) -> Viewer | None:
        """The person with the roles held on that day, and those that mandates reach."""
        return lookup.viewer_on(cast("Session", session), person, day)

    def names(self, session: object, persons: frozenset[UUID]) -> Mapping[UUID, str]:
        """The names to show for persons."""
        database = cast("Session", session)
        rows = database.execute(select(Person.id, Person.full_name).where(Person.id.in_(persons)))
        return {row.id: row.full_name for row in rows}

    def members(self, session: object, agency: UUID) -> tuple[UUID, ...]:
        """The active people of the agency, by name."""
        database = cast("Session", session)
        asked = select(Person.id).where(Person.agency_id == agency, Person.active)
        return tuple(database.scalars(asked.order_by(Person.sort_key, Person.id)))

    def contact(self, session: object, person: UUID) -> Contact | None:
        """Where and how to write to a person."""
        database = cast("Session", session)
        found = database.execute(
            select(Person, Agency, MailPreference.delivery, MailHours)
            .join(Agency, Agency.id == Person.agency_id)
            .outerjoin(MailPreference, MailPreference.person_id == Person.id)
            .outerjoin(MailHours, MailHours.agency_id == Agency.id)
            .where(Person.id == person)
        ).one_or_none()
        if found is None or not found[0].active:
            return None
        row, agency, delivery, hours = found
        return Contact(
            person=row.id,
            name=row.full_name,
            title=row.title,
            address=row.email,
            locale=row.locale,
            agency=agency.id,
            agency_name=agency.name,
            agency_contact=agency.contact,
            delivery=Delivery(delivery) if delivery else Delivery.IMMEDIATELY,
            mail_times=mail_times(hours),
        )


def _asked(session: Session, agency: UUID, role: str) -> UUID:
    """Where a role is looked up: that of the department's officer in the agency that oversees."""
    if role != Role.DEPARTMENT_OFFICER:
        return agency
    return session.scalars(select(Agency.overseen_by).where(Agency.id == agency)).one_or_none() or agency


def valid_on(day: date) -> ColumnElement[bool]:
    """The condition that a role is held on the day."""
    return and_(
        RoleAssignment.valid_from <= day,
        or_(RoleAssignment.valid_to.is_(None), RoleAssignment.valid_to > day),
    )
