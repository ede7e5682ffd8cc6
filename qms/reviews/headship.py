"""Who may lead and close a review: the head, or whoever the head delegated in writing for that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, literal, or_, select
from sqlalchemy.orm import Session

from engine.domain.mandates import MandateForm
from engine.domain.text import fold
from qms.delegation.lookup import STANDS
from qms.delegation.tables import Delegation
from qms.organisation.directory import valid_on
from qms.organisation.roles import Role
from qms.organisation.tables import Person, RoleAssignment
from qms.reviews.rules import MODEL_KEY

_DEPUTY: Final = "pho "
_WRITTEN: Final = (MandateForm.FOR_THE_HEAD, MandateForm.BY_ORDER, MandateForm.AUTHORISED)
"""Who merely stands in for somebody away was not given the review (30/2020/NĐ-CP, Article 13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headship:
    """By what right somebody leads the review."""

    principal: UUID | None
    """The head in whose name; None: by own right."""
    decision: str
    """The document of the delegation; empty: by own right."""


def heads_on(session: Session, agency: UUID, day: date) -> tuple[UUID, ...]:
    """Who heads the agency on the day: the role of the head by own right, deputies left out."""
    held = (
        select(RoleAssignment.person_id)
        .where(RoleAssignment.agency_id == agency, RoleAssignment.role == Role.AGENCY_HEAD, valid_on(day))
        .scalar_subquery()
    )
    people = session.execute(
        select(Person.id, Person.title).where(Person.id.in_(held), Person.active).order_by(Person.sort_key)
    )
    return tuple(row.id for row in people if not fold(row.title).startswith(_DEPUTY))


def headship_of(session: Session, agency: UUID, person: UUID, day: date, *, element: str) -> Headship | None:
    """The right of a person to act as the head on that day; None where there is none."""
    heads = heads_on(session, agency, day)
    if person in heads:
        return Headship(principal=None, decision="")
    found = session.execute(
        select(Delegation.principal_id, Delegation.decision)
        .where(
            Delegation.agency_id == agency,
            Delegation.delegate_id == person,
            Delegation.principal_id.in_(heads),
            Delegation.form.in_(_WRITTEN),
            STANDS,
            or_(
                func.cardinality(Delegation.roles) == 0,
                literal(Role.AGENCY_HEAD.value) == func.any(Delegation.roles),
            ),
            or_(
                func.cardinality(Delegation.procedures) == 0,
                literal(MODEL_KEY) == func.any(Delegation.procedures),
            ),
            or_(
                func.cardinality(Delegation.elements) == 0, literal(element) == func.any(Delegation.elements)
            ),
        )
        .order_by(Delegation.decided_on, Delegation.id)
        .limit(1),
        {"day": day},
    ).one_or_none()
    return None if found is None else Headship(principal=found.principal_id, decision=found.decision)
