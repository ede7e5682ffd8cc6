"""Who reads the dashboard, and how far: the whole agency, or the own units."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from engine.domain.assignment import Viewer
from engine.domain.authority import UNIT_HEAD, Power, may, may_for_some
from engine.domain.refusals import NotAuthorised


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose work is shown."""

    units: frozenset[UUID] | None
    """None: of the whole agency."""

    @property
    def whole(self) -> bool:
        """Whether the whole agency is shown."""
        return self.units is None


def reads_dashboard(viewer: Viewer) -> bool:
    """Whether there is a dashboard for the viewer."""
    return may_for_some(viewer, Power.READ_DASHBOARD)


def scope_of(viewer: Viewer) -> Scope:
    """How far the viewer sees; raises NotAuthorised for whom it is not."""
    if may(viewer, Power.READ_DASHBOARD):
        return Scope(units=None)
    units = {grant.unit for grant in viewer.grants if grant.role == UNIT_HEAD}
    if not units:
        raise _refused()
    # A head of units that is named for none in particular heads them all.
    return Scope(units=None if None in units else frozenset(unit for unit in units if unit is not None))


def whole_agency(viewer: Viewer) -> Scope:
    """For what is the agency's alone; raises NotAuthorised for heads of units, too."""
    scope = scope_of(viewer)
    if not scope.whole:
        raise _refused()
    return scope


def _refused() -> NotAuthorised:
    return NotAuthorised("xem phần này của bảng điều hành", "read this part of the dashboard")
