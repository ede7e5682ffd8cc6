"""The worker process: APScheduler keeps time, each tick is one line, the truth is in the database."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable
from threading import Event
from types import FrameType
from typing import Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from engine.commands.beat import beat, leave
from engine.commands.fire_next_timer import fire_next_timer
from engine.commands.keep_lateness import keep_lateness
from engine.commands.recompute_deadlines import recompute_next_batch
from engine.commands.seal_day import seal_next_day
from engine.store.session import StoreUnreachable
from qms.bootstrap import System
from qms.demo_time.commands import step_demo_time
from qms.settings import Settings
from workers import work
from workers.mail.account_links import LinkingMailer
from workers.mail.message import Sender, parse_sender
from workers.mail.smtp import SmtpMailer, parse_smtp_url
from workers.mail.writer import OfficeLetters
from workers.turns import Turns

TICK_SECONDS: Final = 1.0
TIMER_TICK_SECONDS: Final = 0.25
"""A look for due timers is one search of an index; how often it is taken is how late a timer fires."""
BEAT_SECONDS: Final = 10.0
MOST_TICKS: Final = 12
"""A thread for each tick and more: none may keep the sign of life waiting."""
CLAIMS_SECONDS: Final = 60.0
"""Roles end at midnight; within a minute the tasks of whoever left are with the others."""
SEAL_SECONDS: Final = 60.0
_log = logging.getLogger(__name__)


class Worker:
    """Ticks over one system; any number of workers may run on one database."""

    def __init__(self, system: System) -> None:
        settings = system.settings
        self._system = system
        self._letters = OfficeLetters(settings.base_url)
        self._mailer = SmtpMailer(
            parse_smtp_url(settings.smtp_url), sender=sender_of(settings), clock=system.clock
        )
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        self._started_at = system.machine_clock.now()
        self.stopping = Event()
        self.turns = Turns(system.machine_clock)

    def advance_processes(self) -> None:
        """Jobs, timers, ladders and letters; in demo time also the next step of the clock."""
        try:
            while self._going() and work.next_step(self._system, self._system.clock.now()):
                pass
        finally:  # whatever holds up the cases, their deadlines are told
            now = self._system.clock.now()
            work.climb_ladders(self._system, now, going=self._going)
            work.write_letters(self._system, self._letters, now, going=self._going)
            work.watch_timers(self._system, now)  # after all that is due was tried

    def fire_timers(self) -> None:
        """Every timer that is due, at the moment at which it is looked at."""
        store, surroundings, clock = self._system.store, self._system.surroundings, self._system.clock
        while self._going() and fire_next_timer(store, surroundings, clock.now()):
            pass

    def recompute_deadlines(self) -> None:
        """Open deadlines after a change of legal time, beside everything else."""
        store, surroundings, clock = self._system.store, self._system.surroundings, self._system.clock
        while self._going() and recompute_next_batch(store, surroundings, clock.now()):
            pass

    def send_mails(self) -> None:
        """The outbox, over one connection."""
        with self._mailer.session() as session:
            mailer = LinkingMailer(session, self._system.settings.secret_key)
            work.send_mails(self._system, mailer, self._system.clock.now(), going=self._going)

    def carry_out_plans(self) -> None:
        """Changes of the organisation whose day has come."""
        work.carry_out_plans(self._system, self._system.clock.now(), going=self._going)
        work.bring_into_force(self._system, self._system.clock.now(), going=self._going)
        work.begin_reviews(self._system, self._system.clock.now(), going=self._going)
        work.keep_years(self._system, self._system.clock.now(), going=self._going)
        work.pass_tasks_on(self._system, self._system.clock.now(), going=self._going)

    def make_evidence_packs(self) -> None:
        """Evidence packs that were asked for."""
        work.make_evidence_packs(self._system, self._system.clock.now(), going=self._going)

    def release_lost_claims(self) -> None:
        """Tasks of people who lost their role."""
        work.release_lost_claims(self._system, self._system.clock.now(), going=self._going)

    def _going(self) -> bool:
        self.turns.step()
        return not self.stopping.is_set()

    def seal_days(self) -> None:
        """A root for each day that is over; after a time without workers each missing day gets its own."""
        while self._going() and seal_next_day(self._system.store, self._system.clock.now()):
            pass

    def travel(self) -> None:
        """In demo time: from due moment to due moment, each with all its work and mails."""
        while self._going():
            self.carry_out_plans()
            self.recompute_deadlines()
            self.release_lost_claims()
            self.advance_processes()
            self.send_mails()
            self.seal_days()
            self.make_evidence_packs()
            if not step_demo_time(self._system.store, self._system.clock.now()):
                return

    def beat(self) -> None:
        """The sign of life, and how late timers fired since the last one; none while a turn hangs."""
        store, now = self._system.store, self._system.machine_clock.now()
        if self.turns.hang():
            _log.error("worker_hangs", extra={"worker": self._name})
            return
        beat(store, self._name, started_at=self._started_at, now=now)
        keep_lateness(store, self._name, self._system.surroundings.lateness, now)

    def _turn(self, tick: Callable[[], None]) -> Callable[[], None]:
        def turn() -> None:
            with self.turns.turn():
                tick()

        return turn

    def run(self) -> None:
        """Tick until `stopping` is set; what is being done is finished first."""
        scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(MOST_TICKS)},
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
            timezone="UTC",
        )
        ticks: list[tuple[Callable[[], None], float]] = [(self.beat, BEAT_SECONDS)]
        if self._system.settings.demo_time:
            ticks.append((self.travel, TICK_SECONDS))
        else:
            ticks += [
                (self.fire_timers, TIMER_TICK_SECONDS),
                (self.advance_processes, TICK_SECONDS),
                (self.carry_out_plans, TICK_SECONDS),
                (self.recompute_deadlines, TICK_SECONDS),
                (self.send_mails, TICK_SECONDS),
                (self.release_lost_claims, CLAIMS_SECONDS),
                (self.seal_days, SEAL_SECONDS),
                (self.make_evidence_packs, TICK_SECONDS),
            ]
        for tick, seconds in ticks:
            scheduler.add_job(_patient(self._turn(tick)), "interval", seconds=seconds, id=tick.__name__)
        _patient(self.beat)()
        scheduler.start()
        _log.info("worker_started", extra={"worker": self._name})
        self.stopping.wait()
        scheduler.shutdown(wait=True)
        _patient(self.beat)()
        _patient(lambda: leave(self._system.store, self._name))()
        _log.info("worker_stopped", extra={"worker": self._name})


def _patient(tick: Callable[[], None]) -> Callable[[], None]:
    """The tick, which waits for its next turn when the database is down."""

    def turn() -> None:
        try:
            tick()
        except StoreUnreachable as refusal:
            _log.warning("database_unreachable", extra={"reason": str(refusal.__cause__)[:200]})
        except Exception:
            _log.exception("tick_failed")

    return turn


def sender_of(settings: Settings) -> Sender:
    """In whose name mails go out; raises SenderInvalid."""
    return parse_sender(
        settings.mail_from, bounce=settings.mail_bounce, preferences_url=settings.preferences_url
    )


def run_worker(system: System) -> None:
    """Work until SIGTERM or SIGINT."""
    worker = Worker(system)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        worker.stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    worker.run()
