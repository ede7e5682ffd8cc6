"""Recording that one person acts in the name of another, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.mandates import MandateForm
from engine.domain.text import one_line
from engine.execution.history import record_audit
from engine.store.session import Store
from qms.delegation import refusals
from qms.delegation.authority import require_delegating
from qms.delegation.parties import away_among, party, standing_with
from qms.delegation.refusals import DelegationNotFound, MandateInvalid, MandateOver, refuse
from qms.delegation.rules import Asked, Scope, day_after, wrong_days, wrong_with
from qms.delegation.tables import Delegation
from qms.organisation.tables import Agency

LIMITED: Final = frozenset({MandateForm.AUTHORISED, MandateForm.ABSENCE})
"""Forms that need a last day."""
SIGNING: Final = (MandateForm.FOR_THE_HEAD, MandateForm.BY_ORDER, MandateForm.AUTHORISED)
"""Forms that are chosen; a substitution comes with its absence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDelegation:
    """A delegation as it was handed in; empty sets delegate everything that the principal holds.

    Days are calendar days in Vietnam, both included; no last day means until revoked (KT. and TL. alone).
    """

    viewer: Viewer
    origin: str
    principal: UUID | None
    delegate: UUID | None
    form: MandateForm | None
    roles: frozenset[str] = frozenset()
    procedures: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()
    first_day: date | None
    last_day: date | None
    decision: str
    decided_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDelegation:
    """A delegation that is to hold no more from this moment on."""

    viewer: Viewer
    origin: str
    delegation: UUID
    reason: str


def delegate(store: Store, command: RecordDelegation, now: datetime) -> UUID:
    """Record it; it opens tasks from its first day, and never backwards. Raises what `checked` raises."""
    with store.transaction() as session:
        lock_register(session, command.viewer.agency)
        asked = checked(session, command, now)
        return keep(session, command.viewer, command.origin, asked, None, now)


def checked(session: Session, command: RecordDelegation, now: datetime) -> Asked:
    """The delegation as it would be recorded; the preview asks too. Raises NotAuthorised, MandateInvalid."""
    if command.form is None or command.form not in SIGNING:
        raise MandateInvalid(
            refusals.FORM_UNKNOWN if command.form is None else refusals.SUBSTITUTE_BY_ABSENCE
        )
    principal = None if command.principal is None else party(session, command.principal)
    if principal is None or principal.agency != command.viewer.agency:
        raise MandateInvalid(refusals.PRINCIPAL_UNKNOWN)
    require_delegating(command.viewer, principal.id)
    receiver = None if command.delegate is None else party(session, command.delegate)
    wrong = wrong_days(command.first_day, command.last_day, limited=command.form in LIMITED)
    if receiver is None:
        wrong.append(refusals.DELEGATE_UNKNOWN)
    refuse(wrong)
    if receiver is None or command.first_day is None:
        raise MandateInvalid(refusals.DELEGATE_UNKNOWN)
    asked = Asked(
        principal=principal,
        delegate=receiver,
        scope=Scope(
            form=command.form,
            roles=command.roles,
            procedures=command.procedures,
            elements=command.elements,
            valid_from=command.first_day,
            valid_to=day_after(command.last_day),
        ),
        decision=one_line(command.decision),
        decided_on=command.decided_on,
    )
    refuse_wrong(session, asked, now)
    return asked


def refuse_wrong(session: Session, asked: Asked, now: datetime) -> None:
    """Hold it against the register; raises MandateInvalid."""
    persons = (asked.principal.id, asked.delegate.id)
    standing = standing_with(session, asked.principal.agency, *persons)
    refuse(wrong_with(asked, standing, away_among(session, asked.delegate.id), local_day(now)))


def revoke(store: Store, command: RevokeDelegation, now: datetime) -> None:
    """End it at this moment; the row stays. By the principal or whoever keeps the register.

    Raises DelegationNotFound, MandateInvalid without a reason, MandateOver.
    """
    reason = one_line(command.reason)
    with store.transaction() as session:
        row = session.scalars(
            select(Delegation)
            .where(Delegation.id == command.delegation, Delegation.agency_id == command.viewer.agency)
            .with_for_update()
        ).one_or_none()
        if row is None:
            raise DelegationNotFound
        require_delegating(command.viewer, row.principal_id)
        refuse([] if reason else [refusals.REASON_MISSING])
        if row.revoked_at is not None or (row.valid_to is not None and row.valid_to <= local_day(now)):
            raise MandateOver
        row.revoked_at, row.revoked_by, row.revoked_reason = now, command.viewer.person, reason
        told = {"delegation": row.id, "reason": reason, "decision": row.decision} | _parties(row)
        _audit(session, "delegation.revoked", command.viewer, command.origin, told, now)


def keep(
    session: Session, viewer: Viewer, origin: str, asked: Asked, absence: UUID | None, now: datetime
) -> UUID:
    """Write the row and its audit row, in a transaction that locked the register."""
    scope = asked.scope
    row = Delegation(
        id=fresh_id(),
        agency_id=asked.principal.agency,
        principal_id=asked.principal.id,
        delegate_id=asked.delegate.id,
        form=scope.form.value,
        absence_id=absence,
        roles=sorted(scope.roles),
        procedures=sorted(scope.procedures),
        elements=sorted(scope.elements),
        valid_from=scope.valid_from,
        valid_to=scope.valid_to,
        decision=asked.decision,
        decided_on=asked.decided_on,
        recorded_at=now,
        recorded_by=viewer.person,
        revoked_at=None,
        revoked_by=None,
        revoked_reason=None,
    )
    session.add(row)
    session.flush()
    _audit(session, "delegation.recorded", viewer, origin, {"delegation": row.id} | _told(row), now)
    return row.id


def end_all_of(session: Session, absence: UUID, viewer: Viewer, reason: str, now: datetime) -> list[UUID]:
    """Revoke the substitutions that came with an absence; returns them."""
    ended = session.scalars(
        update(Delegation)
        .where(Delegation.absence_id == absence, Delegation.revoked_at.is_(None))
        .values(revoked_at=now, revoked_by=viewer.person, revoked_reason=reason)
        .returning(Delegation.id)
    )
    return sorted(ended)


def lock_register(session: Session, agency: UUID) -> None:
    """Two recorders at once wait for each other: neither would see the delegation of the other."""
    session.execute(select(Agency.id).where(Agency.id == agency).with_for_update(key_share=True))


def _parties(row: Delegation) -> dict[str, object]:
    return {"principal": row.principal_id, "delegate": row.delegate_id, "form": row.form}


def _told(row: Delegation) -> dict[str, object]:
    return _parties(row) | {
        "absence": row.absence_id,
        "roles": row.roles,
        "procedures": row.procedures,
        "elements": row.elements,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "decision": row.decision,
        "decided_on": row.decided_on,
    }


def _audit(
    session: Session, kind: str, viewer: Viewer, origin: str, data: Mapping[str, object], now: datetime
) -> None:
    actor = Actor(person=viewer.person, origin=origin)
    record_audit(session, kind, actor=actor, agency=viewer.agency, now=now, data=data)
