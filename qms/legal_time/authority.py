"""Who may change legal time for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Viewer
from engine.domain.authority import Power, may
from engine.domain.refusals import NotAuthorised
from qms.legal_time.scopes import NATION, Scope
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Agency, Person, RoleAssignment


def scopes_open_to(session: Session, viewer: Viewer) -> tuple[Scope, ...]:
    """For whom the viewer may change legal time, the nearest first; empty: for nobody.

    An administrator for the own agency; of an agency that no other oversees also for its province and for the
    whole country.
    """
    if not may(viewer, Power.ADMINISTER_TIME):
        return ()
    own = Scope(agency=viewer.agency)
    agency = session.execute(
        select(Agency.province, Agency.overseen_by).where(Agency.id == viewer.agency)
    ).one()
    if agency.overseen_by is not None:
        return (own,)
    return (own, Scope(province=agency.province), NATION) if agency.province else (own, NATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keepers:
    """Those who settle what holds for the province and the country of an agency."""

    agency: str
    people: tuple[str, ...]
    """Empty where its agency has no administrator: then the operator does, at the command line."""


def common_keepers(session: Session, agency: UUID, day: date) -> Keepers:
    """The administrators, on a day, of the agency that stands above all that oversee this one."""
    passed: set[UUID] = set()
    while True:
        passed.add(agency)
        row = session.execute(select(Agency.short_name, Agency.overseen_by).where(Agency.id == agency)).one()
        if row.overseen_by is None or row.overseen_by in passed:
            break
        agency = row.overseen_by
    people = session.scalars(
        select(Person.full_name)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(
            RoleAssignment.agency_id == agency,
            RoleAssignment.role == Role.ADMINISTRATOR,
            valid_on(day),
            Person.active,
        )
        .distinct()
        .order_by(Person.full_name)
    )
    return Keepers(agency=row.short_name, people=tuple(people))


def require_scope(session: Session, viewer: Viewer | None, scope: Scope) -> None:
    """Refuse (NotAuthorised) whoever may not; None is the operator at the command line, who may."""
    if viewer is None or scope in scopes_open_to(session, viewer):
        return
    if scope.agency is not None:
        raise NotAuthorised("thay đổi lịch và thời hạn của cơ quan này", "change this agency's legal time")
    raise NotAuthorised(
        "thay đổi lịch và thời hạn dùng chung cho tỉnh hoặc cả nước",
        "change the legal time of a province or of the whole country",
    )
