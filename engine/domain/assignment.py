"""Who may take a task: roles held in units, matched at the moment of looking."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

SYSTEM_ORIGIN = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One role that a person holds today; `unit` None means in the whole agency."""

    role: str
    unit: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """The person who looks or acts, with the roles held on that day in one agency."""

    person: UUID
    agency: UUID
    grants: tuple[Grant, ...]

    def holds(self, role: str, unit: UUID | None = None) -> bool:
        """Whether one of the grants covers the role, in the unit if one is named."""
        return any(
            grant.role == role and (unit is None or grant.unit is None or grant.unit == unit)
            for grant in self.grants
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Whom a task waits for: one person, or the holders of a role, in a unit if one is named."""

    role: str | None
    unit: UUID | None
    person: UUID | None

    def include(self, viewer: Viewer) -> bool:
        """Whether the viewer may take the task."""
        if self.person is not None:
            return self.person == viewer.person
        return self.role is not None and viewer.holds(self.role, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something: a person from somewhere, or the system."""

    person: UUID | None
    origin: str

    @classmethod
    def system(cls) -> Actor:
        """The engine itself: timers, jobs, escalation."""
        return cls(person=None, origin=SYSTEM_ORIGIN)
