"""The watchdog: a process of its own that mails the administrators when no worker gives a sign of life."""

from __future__ import annotations

import logging
import signal
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Final

from engine.domain.identifiers import derived_id
from engine.domain.local_time import clock_text, local_day
from engine.ports import Contact, Mailer, MailNotDelivered, RealClock
from engine.queries.health import STALE_AFTER, last_beat
from engine.store.session import StoreUnreachable
from qms.bootstrap import System
from qms.watchdog.alarms import DATABASE, NO_WORKER, Alarm, administrators, end_alarm, raise_alarm
from workers import work
from workers.mail.alarm_letters import alarm_letter
from workers.mail.message import parse_sender
from workers.mail.smtp import SmtpMailer, parse_smtp_url

LOOK_SECONDS: Final = 15.0
ASLEEP_AFTER: Final = timedelta(minutes=2)
"""A pause between two looks after which the machine itself is thought to have slept."""
_NEVER: Final = "–"
_log = logging.getLogger(__name__)


class Watchdog:
    """Looks at the signs of life by the machine's clock; any number of them may run.

    What it has to tell goes straight to the mail server: the outbox is what nobody empties.
    """

    def __init__(self, system: System, mailer: Mailer) -> None:
        self._system = system
        self._mailer = mailer
        self._started_at = self._alive_at = self._answered_at = system.machine_clock.now()
        self._looked_at = self._silent_from = self._started_at
        self._people: tuple[Contact, ...] = ()
        self._outage: Alarm | None = None

    def look(self) -> None:
        """One look at workers, timers and the database; tells what there is to tell, once an outage."""
        clock = self._system.machine_clock
        now = clock.now()
        if now - self._looked_at > ASLEEP_AFTER:
            self._silent_from = now
        try:
            self._look(now)
        except StoreUnreachable as refusal:
            _log.warning("database_unreachable", extra={"reason": str(refusal.__cause__)[:200]})
            self._without_database(now)
        else:
            self._database_is_back(now)
        finally:
            self._looked_at = clock.now()

    def _answered(self, now: datetime) -> None:
        """The database answered: after a standstill of it or of this machine workers are given their time.

        Nobody could give a sign of life meanwhile, or fire a timer.
        """
        if now - self._answered_at > ASLEEP_AFTER:
            self._started_at = self._alive_at = now
        self._answered_at = self._silent_from = now

    def _look(self, now: datetime) -> None:
        system, directory = self._system, self._system.surroundings.directory
        with system.store.reading() as session:
            seen = last_beat(session)
            self._people = administrators(session, directory, local_day(now)) or self._people
        self._answered(now)
        if seen is not None:
            self._alive_at = max(self._alive_at, seen)
        if seen is not None and now - seen < STALE_AFTER:
            if end_alarm(system.store, directory, NO_WORKER, now, self._tell):
                _log.info("workers_are_back")
        # A worker that ends in good order takes its sign of life along: the last one seen here counts.
        elif now - self._alive_at >= system.settings.watchdog_after:
            detail = clock_text(seen) if seen else _NEVER
            if raise_alarm(system.store, directory, NO_WORKER, detail, now, self._tell):
                _log.error("no_worker", extra={"last_seen": detail})
        # After a start workers are given the time to fire what fell due while everything stood still.
        if now - self._started_at >= system.settings.timer_overdue_after:
            work.watch_timers(system, system.clock.now())

    def _without_database(self, now: datetime) -> None:
        """The one outage of which nothing can be written down: told once by each watchdog."""
        if self._outage is None and now - self._silent_from >= self._system.settings.watchdog_after:
            alarm = Alarm(
                id=derived_id("alarm", DATABASE, now),
                kind=DATABASE,
                opened_at=now,
                ended_at=None,
                detail=clock_text(self._answered_at),
            )
            if self._tell(alarm, self._people):
                self._outage = alarm

    def _database_is_back(self, now: datetime) -> None:
        if self._outage is None:
            return
        told = self._outage
        ended = Alarm(id=told.id, kind=told.kind, opened_at=told.opened_at, ended_at=now, detail=told.detail)
        if self._tell(ended, self._people):
            self._outage = None

    def _tell(self, alarm: Alarm, people: Sequence[Contact]) -> bool:
        if not people:
            _log.error("nobody_to_tell", extra={"alarm": alarm.kind})
        reached = 0
        for person in people:
            with suppress(_Unreached):
                self._write(alarm, person)
                reached += 1
        return reached > 0

    def _write(self, alarm: Alarm, person: Contact) -> None:
        part = derived_id("alarm letter", alarm.id, "over" if alarm.ended_at else "begun", person.person)
        domain = person.address.rpartition("@")[2]
        letter = alarm_letter(
            alarm,
            person,
            message_id=f"<{part}@quytrinh.{domain}>",
            base_url=self._system.settings.base_url,
        )
        try:
            self._mailer.send(letter)
        except MailNotDelivered as refusal:
            _log.exception("alarm_not_delivered", extra={"person": str(person.person)})
            raise _Unreached from refusal


class _Unreached(Exception):
    """The mail server did not take the letter to one person."""


def run_watchdog(system: System, *, look_seconds: float = LOOK_SECONDS) -> None:
    """Watch until SIGTERM or SIGINT."""
    settings = system.settings
    sender = parse_sender(settings.mail_from, bounce=settings.mail_bounce)
    mailer = SmtpMailer(parse_smtp_url(settings.smtp_url), sender=sender, clock=system.machine_clock)
    watchdog, stopping = Watchdog(system, mailer), Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    _log.info("watchdog_started")
    while not stopping.is_set():
        try:
            watchdog.look()
        except Exception:  # noqa: BLE001 - whatever one look came to, the next one is taken
            _log.exception("look_failed")
        _sign().touch()
        stopping.wait(look_seconds)
    _log.info("watchdog_stopped")


def watchdog_alive() -> bool:
    """Whether a watchdog of this machine looked in the last minute."""
    try:
        looked_at = datetime.fromtimestamp(_sign().stat().st_mtime, UTC)
    except OSError:
        return False
    return RealClock().now() - looked_at < STALE_AFTER + timedelta(seconds=LOOK_SECONDS)


def _sign() -> Path:
    """The file that a look touches; the database may be what is down."""
    return Path(tempfile.gettempdir()) / "quytrinh-watchdog"
