"""Which delegations and substitutions an office may have (Nghị định 30/2020/NĐ-CP, Điều 13), purely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from engine.domain.mandates import MandateForm
from qms.delegation import refusals
from qms.delegation.refusals import Wrong
from qms.organisation.roles import ROLE_NAMES, Role
from qms.organisation.rules import FIRST_DAY, LAST_DAY, is_deputy, overlap

NEVER_DELEGATED: Final = frozenset({Role.ADMINISTRATOR})
HEADS: Final = frozenset({Role.AGENCY_HEAD, Role.UNIT_HEAD, Role.STEERING_HEAD, Role.ONE_STOP_HEAD})
"""Who leads something, and so may have a deputy sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role that somebody holds by own right, in days; the end is not included."""

    role: str
    unit: UUID | None
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person as far as delegating goes."""

    id: UUID
    agency: UUID
    unit: UUID | None
    title: str
    active: bool
    held: tuple[Held, ...] = ()

    def roles_in(self, begin: date, end: date | None) -> frozenset[str]:
        """What the person holds on at least one day of the period."""
        return frozenset(
            each.role for each in self.held if overlap(begin, end, each.valid_from, each.valid_to)
        )

    def units_led_in(self, begin: date, end: date | None) -> frozenset[UUID | None]:
        """The units that the person leads or helps to lead."""
        return frozenset(
            each.unit
            for each in self.held
            if each.role == Role.UNIT_HEAD and overlap(begin, end, each.valid_from, each.valid_to)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is delegated from when until when; empty sets are everything, the end is not included."""

    form: MandateForm
    roles: frozenset[str] = frozenset()
    procedures: frozenset[str] = frozenset()
    elements: frozenset[str] = frozenset()
    valid_from: date
    valid_to: date | None

    def meets(self, other: Scope) -> bool:
        """Whether one task on one day may lie in both."""
        return overlap(self.valid_from, self.valid_to, other.valid_from, other.valid_to) and all(
            not own or not theirs or own & theirs
            for own, theirs in (
                (self.roles, other.roles),
                (self.procedures, other.procedures),
                (self.elements, other.elements),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A delegation that is recorded and not revoked."""

    principal: UUID
    delegate: UUID
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An absence that is recorded and not ended early."""

    person: UUID
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A delegation as it is to be recorded."""

    principal: Party
    delegate: Party
    scope: Scope
    decision: str
    decided_on: date | None


def day_after(last_day: date | None) -> date | None:
    """The first day on which it holds no more; pages and forms speak of the last day."""
    return None if last_day is None else last_day + timedelta(days=1)


def wrong_days(first_day: date | None, last_day: date | None, *, limited: bool) -> list[Wrong]:
    """What is wrong with the days as they were typed."""
    if first_day is None:
        return [refusals.day_missing("first_day")]
    for field, day in (("first_day", first_day), ("last_day", last_day)):
        if day is not None and not FIRST_DAY <= day < LAST_DAY:
            return [refusals.day_outside(field, FIRST_DAY, LAST_DAY)]
    if last_day is None:
        return [refusals.END_MISSING] if limited else []
    return [refusals.END_REVERSED] if last_day < first_day else []


def wrong_with(asked: Asked, standing: Iterable[Standing], away: Iterable[Away], today: date) -> list[Wrong]:
    """Everything that forbids the delegation, at its field."""
    principal, delegate, scope = asked.principal, asked.delegate, asked.scope
    if principal.id == delegate.id:
        return [refusals.ONESELF]
    found = [*_about_decision(asked, today), *_about_roles(asked, tuple(standing))]
    if scope.valid_to is not None and scope.valid_to <= today:
        found.append(refusals.ALL_PAST)
    if delegate.agency != principal.agency:
        return [*found, refusals.DELEGATE_UNKNOWN]
    if not delegate.active:
        return [*found, refusals.DELEGATE_LEFT]
    found += _about_form(asked)
    return [*found, *_about_others(asked, tuple(standing), away)]


def _about_decision(asked: Asked, today: date) -> Iterator[Wrong]:
    if not asked.decision:
        yield refusals.DECISION_MISSING
    if asked.decided_on is not None and asked.decided_on > today:
        yield refusals.DECISION_TO_COME


def _about_roles(asked: Asked, standing: Sequence[Standing]) -> Iterator[Wrong]:
    scope, principal = asked.scope, asked.principal
    own = principal.roles_in(scope.valid_from, scope.valid_to)
    if not principal.active or (not own - NEVER_DELEGATED and not scope.roles):
        yield refusals.NO_AUTHORITY
        return
    received = [each.scope for each in standing if each.delegate == principal.id]
    for role in sorted(scope.roles):
        vi, en = ROLE_NAMES[Role(role)] if role in set(Role) else (role, role)
        if role in NEVER_DELEGATED:
            yield refusals.role_not_delegated(vi, en)
        elif role not in own:
            by_mandate = any(
                (not each.roles or role in each.roles)
                and overlap(scope.valid_from, scope.valid_to, each.valid_from, each.valid_to)
                for each in received
            )
            yield refusals.role_received(vi, en) if by_mandate else refusals.role_not_held(vi, en)


def _about_form(asked: Asked) -> Iterator[Wrong]:
    scope, delegate = asked.scope, asked.delegate
    own = asked.principal.roles_in(scope.valid_from, scope.valid_to)
    deputy = is_deputy(asked.principal.title)
    match scope.form:
        case MandateForm.FOR_THE_HEAD:
            if not own & HEADS or (deputy and Role.STEERING_HEAD not in own):
                yield refusals.NOT_A_HEAD
            if not is_deputy(delegate.title):
                yield refusals.NOT_A_DEPUTY
            elif own & HEADS == {Role.UNIT_HEAD} and delegate.unit not in _led(asked):
                yield refusals.OTHER_UNIT
        case MandateForm.BY_ORDER:
            if Role.AGENCY_HEAD not in own or deputy:
                yield refusals.NOT_THE_AGENCY_HEAD
            if Role.UNIT_HEAD not in delegate.roles_in(scope.valid_from, scope.valid_to):
                yield refusals.NOT_A_UNIT_HEAD
        case MandateForm.AUTHORISED | MandateForm.ABSENCE:
            if scope.valid_to is None:
                yield refusals.END_MISSING


def _led(asked: Asked) -> frozenset[UUID | None]:
    return asked.principal.units_led_in(asked.scope.valid_from, asked.scope.valid_to)


def _about_others(asked: Asked, standing: Sequence[Standing], away: Iterable[Away]) -> Iterator[Wrong]:
    principal, delegate, scope = asked.principal.id, asked.delegate.id, asked.scope
    if any(
        (each.principal, each.delegate) == (principal, delegate) and each.scope.meets(scope)
        for each in standing
    ):
        yield refusals.OVERLAPPING
    if scope.form is not MandateForm.ABSENCE:
        return
    if any(
        each.person == delegate and overlap(scope.valid_from, scope.valid_to, each.valid_from, each.valid_to)
        for each in away
    ):
        yield refusals.SUBSTITUTE_AWAY
    if any(
        (each.principal, each.delegate) == (delegate, principal)
        and each.scope.form is MandateForm.ABSENCE
        and overlap(scope.valid_from, scope.valid_to, each.scope.valid_from, each.scope.valid_to)
        for each in standing
    ):
        yield refusals.CIRCLE
