"""Recording that somebody is away and who acts in the meantime; ending it early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.mandates import MandateForm
from engine.domain.text import normal, one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.delegation import refusals
from qms.delegation.authority import require_absence
from qms.delegation.commands import end_all_of, keep, lock_register, refuse_wrong
from qms.delegation.parties import away_among, party
from qms.delegation.refusals import AbsenceNotFound, MandateInvalid, MandateOver, refuse
from qms.delegation.rules import Asked, Party, Scope, day_after, wrong_days
from qms.delegation.tables import Absence
from qms.organisation.rules import overlap
from qms.organisation.tables import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """Who acts in the meantime, for these roles; none named: for all."""

    person: UUID
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAbsence:
    """An absence as it was handed in; days in Vietnam, both included.

    Substitutes need the number of the decision or written assignment. An absence that is past already is
    recorded without: nobody acts backwards.
    """

    viewer: Viewer
    origin: str
    person: UUID | None
    first_day: date | None
    last_day: date | None
    reason: str
    substitutes: tuple[Substitute, ...] = ()
    decision: str = ""
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAbsence:
    """An absence that ends at this moment: the person is back, or it does not take place."""

    viewer: Viewer
    origin: str
    absence: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedAbsence:
    """An absence as it would be recorded, with its substitutions."""

    person: Party
    valid_from: date
    valid_to: date
    substitutions: tuple[Asked, ...]


def record_absence(store: Store, command: RecordAbsence, now: datetime) -> UUID:
    """Record it with its substitutions; raises what `checked_absence` raises."""
    viewer = command.viewer
    with store.transaction() as session:
        lock_register(session, viewer.agency)
        asked = checked_absence(session, command, now)
        row = Absence(
            id=fresh_id(),
            agency_id=asked.person.agency,
            person_id=asked.person.id,
            valid_from=asked.valid_from,
            valid_to=asked.valid_to,
            reason=normal(command.reason),
            recorded_at=now,
            recorded_by=viewer.person,
            revoked_at=None,
            revoked_by=None,
            revoked_reason=None,
        )
        session.add(row)
        session.flush()
        told = {"absence": row.id, "person": row.person_id, "valid_from": row.valid_from}
        _audit(session, "absence.recorded", command, told | {"valid_to": row.valid_to}, now)
        for each in asked.substitutions:
            # One after the other: two lines for the same substitute and role meet here.
            refuse_wrong(session, each, now)
            keep(session, viewer, command.origin, each, row.id, now)
        return row.id


def checked_absence(session: Session, command: RecordAbsence, now: datetime) -> CheckedAbsence:
    """The absence as it would be recorded; the preview asks too. Raises NotAuthorised, MandateInvalid."""
    away = None if command.person is None else party(session, command.person)
    if away is None or away.agency != command.viewer.agency or not away.active:
        raise MandateInvalid(refusals.ABSENT_PERSON_UNKNOWN)
    require_absence(command.viewer, away.id, away.unit)
    refuse(wrong_days(command.first_day, command.last_day, limited=True))
    end = day_after(command.last_day)
    if command.first_day is None or end is None:
        raise MandateInvalid(refusals.END_MISSING)
    if any(
        overlap(command.first_day, end, each.valid_from, each.valid_to)
        for each in away_among(session, away.id)
    ):
        raise MandateInvalid(refusals.ABSENCE_REPEATED)
    substitutions = tuple(
        _substitution(session, command, away, each, command.first_day, end) for each in command.substitutes
    )
    for asked in substitutions:
        refuse_wrong(session, asked, now)
    _refuse_twice(substitutions)
    return CheckedAbsence(
        person=away, valid_from=command.first_day, valid_to=end, substitutions=substitutions
    )


def end_absence(store: Store, command: EndAbsence, now: datetime) -> None:
    """End it and its substitutions at this moment; the rows stay.

    Raises AbsenceNotFound, NotAuthorised, MandateInvalid without a reason, MandateOver.
    """
    reason, viewer = one_line(command.reason), command.viewer
    with store.transaction() as session:
        row = session.scalars(
            select(Absence)
            .where(Absence.id == command.absence, Absence.agency_id == viewer.agency)
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise AbsenceNotFound
        person = session.get_one(Person, row.person_id)
        require_absence(viewer, person.id, person.unit_id)
        refuse([] if reason else [refusals.REASON_MISSING])
        if row.revoked_at is not None or row.valid_to <= local_day(now):
            raise MandateOver
        row.revoked_at, row.revoked_by, row.revoked_reason = now, viewer.person, reason
        ended = end_all_of(session, row.id, viewer, reason, now)
        told = {"absence": row.id, "person": row.person_id, "delegations": ended, "reason": reason}
        _audit(session, "absence.ended", command, told, now)


def _substitution(
    session: Session, command: RecordAbsence, away: Party, substitute: Substitute, begin: date, end: date
) -> Asked:
    found = party(session, substitute.person)
    if found is None:
        raise MandateInvalid(refusals.DELEGATE_UNKNOWN)
    return Asked(
        principal=away,
        delegate=found,
        scope=Scope(form=MandateForm.ABSENCE, roles=substitute.roles, valid_from=begin, valid_to=end),
        decision=one_line(command.decision),
        decided_on=command.decided_on,
    )


def _refuse_twice(substitutions: tuple[Asked, ...]) -> None:
    for place, one in enumerate(substitutions):
        for other in substitutions[place + 1 :]:
            if one.delegate.id == other.delegate.id and one.scope.meets(other.scope):
                raise MandateInvalid(refusals.OVERLAPPING)


def _audit(
    session: Session,
    kind: str,
    command: RecordAbsence | EndAbsence,
    data: dict[str, object],
    now: datetime,
) -> None:
    actor = Actor(person=command.viewer.person, origin=command.origin)
    record_audit(session, kind, actor=actor, agency=command.viewer.agency, now=now, data=data)
