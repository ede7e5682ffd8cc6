"""A whole simulated year on a moved clock: the workers' rounds and the people at their desks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from engine.commands.deploy_model import DeployModel, deploy_model
from engine.domain.assignment import Actor
from engine.domain.bundle import read_bundle
from engine.domain.local_time import OFFICE_ZONE
from engine.ports import MovableClock, OutgoingMail
from qms.bootstrap import System
from qms.catalogue.shipped import shipped_models
from qms.demo_office.loading import agency_id, load_demo_office
from qms.demo_year.happenings import AGENCY, Happening, happenings
from qms.demo_year.officers import Officers
from qms.demo_year.staff import FOLDER
from workers import work
from workers.mail.writer import OfficeLetters

YEAR: Final = 2026
VISITS: Final = (time(7, 45), time(10, 0), time(14, 0), time(16, 30))
"""When the clock stops on a working day; on a day off only at the first."""


@dataclass
class Postbox:
    """A mail server that takes every mail."""

    taken: int = 0

    def send(self, mail: OutgoingMail) -> str:
        """Take the mail."""
        self.taken += 1
        return f"250 OK {mail.message_id}"


@dataclass(kw_only=True)
class Walk:
    """The year under way."""

    system: System
    clock: MovableClock
    officers: Officers
    letters: OfficeLetters
    postbox: Postbox = field(default_factory=Postbox)
    failed: list[str] = field(default_factory=list)
    """Happenings that were refused, and why."""

    def day(self, day: date, happening: Sequence[Happening]) -> None:
        """One day of the calendar."""
        working = self.system.surroundings.calendars.calendar_of(agency_id(AGENCY)).is_working(day)
        for visit in VISITS if working else VISITS[:1]:
            self.clock.move_to(_at(day, visit))
            self._round()
            if not working:
                continue
            if visit == VISITS[1]:
                for one in happening:
                    self._happens(one)
            self.officers.look(self.clock.now())
            while self.officers.work(self.clock.now()):
                work.run_processes(self.system, self.clock.now())
                self.officers.look(self.clock.now())

    def _round(self) -> None:
        work.do_all(self.system, self.letters, self.postbox, self.clock.now())

    def _happens(self, one: Happening) -> None:
        refused = one.do(self.system, self.clock.now())
        if refused:
            self.failed.append(f"{one.day:%d/%m/%Y} {one.what}: {refused}")
        work.run_processes(self.system, self.clock.now())


def days_of(year: int, until: date | None = None) -> Iterator[date]:
    """From 02/01 on."""
    day, last = date(year, 1, 2), until or date(year, 12, 31)
    while day <= last:
        yield day
        day += timedelta(days=1)


def prepare_year(system: System, now: datetime) -> None:
    """The office, and the models that ship with the product."""
    load_demo_office(system.store, now, folder=FOLDER)
    for folder in shipped_models():
        command = DeployModel(bundle=read_bundle(folder), actor=Actor.system())
        deploy_model(system.store, system.surroundings, command, now)


def first_moment(year: int = YEAR) -> datetime:
    """When the story begins: the office is set up the day before."""
    return _at(date(year, 1, 1), time(8, 0))


def walk_year(
    system: System,
    clock: MovableClock,
    *,
    until: date | None = None,
    told: Callable[[date], None] = lambda _day: None,
) -> Walk:
    """Live through the year; `told` hears of every day."""
    walk = Walk(
        system=system,
        clock=clock,
        officers=Officers(system=system),
        letters=OfficeLetters(system.settings.base_url),
    )
    script = happenings(YEAR)
    for day in days_of(YEAR, until):
        told(day)
        walk.day(day, [one for one in script if one.day == day])
    return walk


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, OFFICE_ZONE).astimezone(UTC)
