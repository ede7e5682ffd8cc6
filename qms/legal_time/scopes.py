"""For whom a line of legal time holds: one agency, the agencies of a province, or the whole country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A province, an agency, or with neither the whole country."""

    province: str | None = None
    agency: UUID | None = None

    def __post_init__(self) -> None:
        if self.agency is not None and self.province is not None:
            raise ValueError("a scope is a province or an agency, not both")
        if self.province == "":
            raise ValueError("a province has a name")

    def holds_for(self, agency: UUID, province: str) -> bool:
        """Whether an agency that lies in a province (empty: in none) is reached."""
        return self in scopes_of(agency, province)


NATION: Final = Scope()


def scopes_of(agency: UUID, province: str) -> tuple[Scope, ...]:
    """The scopes that hold for an agency, the nearest first."""
    own = Scope(agency=agency)
    return (own, Scope(province=province), NATION) if province else (own, NATION)
