"""Who may take a task: roles held in units, matched at the moment of looking, and in whose name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.mandates import EndedMandate, Mandate, MandateForm

SYSTEM_ORIGIN = "system"
_EVERYTHING: Final = 1_000_000
"""How wide an empty scope counts: wider than any that is written out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One role that a person holds today; `unit` None means in the whole agency."""

    role: str
    unit: UUID | None

    def covers(self, role: str | None, unit: UUID | None) -> bool:
        """Whether it opens what waits for the role, in the unit if one is named."""
        return self.role == role and (unit is None or self.unit is None or self.unit == unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class MandatedGrant:
    """One role that somebody else holds today and in whose name one may act by a mandate."""

    role: str
    unit: UUID | None
    mandate: Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """The person who looks or acts, with the roles held on that day in one agency.

    `grants` are held by own right; what is reached in the names of others stands apart, and opens tasks only.
    """

    person: UUID
    agency: UUID
    grants: tuple[Grant, ...]
    mandated: tuple[MandatedGrant, ...] = ()
    substitutes: tuple[Mandate, ...] = ()
    """Of the absent: reach also tasks bound to the principal in person and what the principal has claimed."""

    def holds(self, role: str, unit: UUID | None = None) -> bool:
        """Whether one of the own grants covers the role, in the unit if one is named."""
        return any(grant.covers(role, unit) for grant in self.grants)

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        """The mandates of today, each once, the one that goes first first."""
        found = {one.mandate.id: one.mandate for one in self.mandated}
        found |= {mandate.id: mandate for mandate in self.substitutes}
        return tuple(sorted(found.values(), key=precedence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Whom a task waits for: one person, or the holders of a role, in a unit if one is named.

    The rest says which mandates reach it: without `procedure` and `element` only unlimited ones do.
    """

    role: str | None
    unit: UUID | None
    person: UUID | None
    procedure: str = ""
    """The key of the case's model."""
    element: str = ""
    in_person: bool = False
    """Whether nobody may do it in another's name."""
    claimed_by: UUID | None = None
    claimed_by_mandate: UUID | None = None
    """The mandate by which it is claimed, where by one."""

    def include(self, viewer: Viewer) -> bool:
        """Whether the viewer may take the task, by own right or in another's name."""
        return right_of(viewer, self) is not None

    def include_of_own_right(self, viewer: Viewer) -> bool:
        """Whether the viewer may take the task in the own name."""
        if self.person is not None:
            return self.person == viewer.person
        return self.role is not None and viewer.holds(self.role, self.unit)

    def reached_by(self, mandate: Mandate) -> bool:
        """Whether the scope of a mandate reaches the task, whatever its principal holds."""
        of_role = not mandate.roles or self.role in mandate.roles
        return not self.in_person and of_role and mandate.covers(self.procedure, self.element)


ASKED_COLUMNS: Final = (
    *("role", "unit", "person", "procedure", "element", "in_person", "claimed_by", "claimed_by_mandate"),
)
"""The names of Candidates in the order in which queries read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """By what a person works on a task: by own right, or by a mandate of somebody else."""

    mandate: Mandate | None = None

    @property
    def principal(self) -> UUID | None:
        """In whose name, where not in the own."""
        return self.mandate.principal if self.mandate else None

    def told(self) -> dict[str, object]:
        """What an event says of it; nothing where somebody acts in the own name."""
        if self.mandate is None:
            return {}
        return {
            "on_behalf_of": self.mandate.principal,
            "form": str(self.mandate.form),
            "decision": self.mandate.decision,
            "decided_on": self.mandate.decided_on,
            "mandate": self.mandate.id,
        }

    def takes_over_from(self, holder: UUID | None) -> bool:
        """Whether it opens what the holder has claimed: a substitute goes on with the work of who is away."""
        found = self.mandate
        return found is not None and found.form is MandateForm.ABSENCE and found.principal == holder


OWN_RIGHT: Final = Right()


def right_of(viewer: Viewer, task: Candidates) -> Right | None:
    """By what right the viewer may work on the task; None where by none.

    What is held by a mandate stays held by it; what an absent person has claimed is taken over from that
    person. Else own right goes first, then the mandate of the narrowest scope, then the earliest decision.
    """
    reaching = reaching_mandates(viewer, task)
    if task.claimed_by == viewer.person:
        preferred = [mandate for mandate in reaching if mandate.id == task.claimed_by_mandate]
    else:
        preferred = [
            mandate for mandate in reaching if Right(mandate=mandate).takes_over_from(task.claimed_by)
        ]
    if preferred:
        return Right(mandate=preferred[0])
    if task.include_of_own_right(viewer):
        return OWN_RIGHT
    return Right(mandate=reaching[0]) if reaching else None


def reaching_mandates(viewer: Viewer, task: Candidates) -> tuple[Mandate, ...]:
    """The mandates by which the viewer may work on the task, the one that goes first first."""
    if task.person is not None:
        named: Iterable[Mandate] = (one for one in viewer.substitutes if one.principal == task.person)
    else:
        named = (
            one.mandate
            for one in viewer.mandated
            if Grant(role=one.role, unit=one.unit).covers(task.role, task.unit)
        )
    found = {mandate.id: mandate for mandate in named if task.reached_by(mandate)}
    return tuple(sorted(found.values(), key=precedence))


def once_reached(ended: EndedMandate, task: Candidates) -> bool:
    """Whether a mandate would open the task, were it in force and did its principal hold all he ever held."""
    mandate = ended.mandate
    if not task.reached_by(mandate):
        return False
    if task.person is not None:
        return mandate.form is MandateForm.ABSENCE and mandate.principal == task.person
    return any(Grant(role=role, unit=unit).covers(task.role, task.unit) for role, unit in ended.roles)


def precedence(mandate: Mandate) -> tuple[int, int, int, date, str, str]:
    """Sorts mandates: the narrowest scope first (tasks, procedures, roles), then the earliest decision."""
    return (
        len(mandate.elements) or _EVERYTHING,
        len(mandate.procedures) or _EVERYTHING,
        len(mandate.roles) or _EVERYTHING,
        mandate.decided_on or mandate.valid_from,
        mandate.decision,
        str(mandate.id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who may take tasks of a role: who holds it, or by a mandate who acts for one who does.

    Of the substitute of an absent person it says for whom (`mandate`); `unit` None: everywhere.
    """

    person: UUID
    unit: UUID | None
    mandate: Mandate | None = None

    def may_take(self, task: Candidates) -> bool:
        """Whether the task of that role is open to the person."""
        if task.unit is not None and self.unit not in {None, task.unit}:
            return False
        return self.mandate is None or task.reached_by(self.mandate)


def able_among(
    holders: Iterable[Holder], substitutes: Iterable[Holder], task: Candidates
) -> tuple[UUID, ...]:
    """Who may take the task, each once: of a role the holders, of a person that one and the substitutes."""
    if task.person is not None:
        standing_in = (
            one.person
            for one in substitutes
            if one.mandate is not None and one.mandate.principal == task.person and one.may_take(task)
        )
        return tuple(dict.fromkeys((task.person, *standing_in)))
    if task.role is None:
        return ()
    return tuple(dict.fromkeys(one.person for one in holders if one.may_take(task)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something: a person from somewhere, or the system."""

    person: UUID | None
    origin: str

    @classmethod
    def system(cls) -> Actor:
        """The engine itself: timers, jobs, escalation."""
        return cls(person=None, origin=SYSTEM_ORIGIN)
