"""The one place where the engine's ports meet their implementations."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from engine.domain.calendar import OfficeHours, WorkingCalendar
from engine.domain.escalation import Ladder, ladder_named
from engine.execution.surroundings import Surroundings
from engine.ports import Clock, RealClock
from engine.store.session import Store
from qms.demo_time.clock import DemoClock
from qms.legal_time.calendar_seed import seed_calendar
from qms.legal_time.deadlines import LegalDeadlines
from qms.legal_time.policies import POLICIES
from qms.legal_updates.beginning import MODEL_KEY, tie_restarted
from qms.legal_updates.operators import LegalUpdateOperators
from qms.organisation.directory import OfficeDirectory
from qms.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system ready to serve: its settings, its database, its engine and its clocks."""

    settings: Settings
    store: Store
    surroundings: Surroundings
    clock: Clock
    """The time of procedures: demo time in a demo."""
    machine_clock: Clock
    """The time of this machine: sign-in and heartbeats go by it."""


class NationalCalendar:
    """One working calendar for every agency, until agencies keep their own."""

    def __init__(self) -> None:
        self._calendar = WorkingCalendar(seed_calendar(), OfficeHours())

    def calendar_of(self, agency: UUID) -> WorkingCalendar:
        """The national calendar."""
        del agency
        return self._calendar


class ShippedLadders:
    """The ladders the product ships with, for every agency."""

    def ladder(self, agency: UUID, code: str) -> Ladder:
        """The ladder of that name; raises UnknownLadder."""
        del agency
        return ladder_named(code)


def surroundings() -> Surroundings:
    """The engine's ports over this office's rooms."""
    calendars = NationalCalendar()
    directory = OfficeDirectory()
    return Surroundings(
        deadlines=LegalDeadlines(POLICIES, calendars.calendar_of),
        calendars=calendars,
        directory=directory,
        operators=LegalUpdateOperators(calendars, directory).by_name(),
        ladders=ShippedLadders(),
        on_restart={MODEL_KEY: tie_restarted},
    )


def open_system(settings: Settings, *, clock: Clock | None = None) -> System:
    """Connect everything; `clock` replaces the clock of procedures in tests and rehearsals."""
    store = Store(settings.database_url)
    machine = RealClock()
    time_of_procedures = clock or (DemoClock(store, machine) if settings.demo_time else machine)
    return System(
        settings=settings,
        store=store,
        surroundings=surroundings(),
        clock=time_of_procedures,
        machine_clock=clock or machine,
    )
