"""What people were called when: old acts show the name of their day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import fresh_id
from qms.organisation.rules import Subject
from qms.organisation.succession_refusals import NotAliveThen
from qms.organisation.tables import OrganisationVersion, Person
from qms.organisation.versions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class NameOfDay:
    """A name from a day (None: from the first) until a day (excluded; None: still)."""

    name: str
    valid_from: date | None
    valid_to: date | None
    decision: str

    def holds_on(self, day: date) -> bool:
        """Whether it was the name on the day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


def rename_from(session: Session, person: Person, name: str, decision: Decision) -> None:
    """Record a new name from the day of the decision on; what it was before stays. Raises NotAliveThen."""
    version = OrganisationVersion
    last = session.scalars(
        select(version).where(
            version.subject_id == person.id, version.valid_to.is_(None), version.superseded_at.is_(None)
        )
    ).one_or_none()
    begun = last.valid_from if last is not None else None
    if begun is not None and begun >= decision.effective_on:
        raise NotAliveThen(person.full_name, decision.effective_on)
    if last is not None:
        last.superseded_at = decision.entered_at
    session.add_all(
        (
            _version(
                person,
                person.full_name,
                begun,
                decision.effective_on,
                decision,
                last.decision if last is not None else "",
            ),
            _version(person, name, decision.effective_on, None, decision, decision.number),
        )
    )
    session.flush()


def names_by_day(session: Session, persons: Iterable[UUID]) -> Mapping[UUID, tuple[NameOfDay, ...]]:
    """The names of those who ever changed theirs, the latest first."""
    rows = session.scalars(
        select(OrganisationVersion)
        .where(OrganisationVersion.subject == Subject.PERSON)
        .where(OrganisationVersion.subject_id.in_(tuple(persons)))
        .where(OrganisationVersion.superseded_at.is_(None))
        .order_by(OrganisationVersion.subject_id, OrganisationVersion.valid_from.desc().nulls_last())
    )
    return {
        person: tuple(
            NameOfDay(name=row.name, valid_from=row.valid_from, valid_to=row.valid_to, decision=row.decision)
            for row in group
        )
        for person, group in groupby(rows, key=lambda row: row.subject_id)
    }


def name_of_day(names: Iterable[NameOfDay], day: date, otherwise: str) -> str:
    """The name on the day among those by date; `otherwise` where none is kept."""
    return next((each.name for each in names if each.holds_on(day)), otherwise)


def _version(
    person: Person, name: str, begin: date | None, end: date | None, decision: Decision, number: str
) -> OrganisationVersion:
    return OrganisationVersion(
        id=fresh_id(),
        subject=Subject.PERSON,
        subject_id=person.id,
        name=name,
        short_name="",
        province="",
        valid_from=begin,
        valid_to=end,
        decision=number,
        decided_on=decision.signed_on if number == decision.number else None,
        recorded_at=decision.entered_at,
        recorded_by=decision.entered_by,
    )
