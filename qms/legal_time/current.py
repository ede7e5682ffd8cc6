"""The legal time in force as this process knows it: the book, looked after every few seconds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from threading import Lock
from time import monotonic
from typing import Final
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, Reckoning
from engine.domain.deadline import Deadline, DeadlinePolicy
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.escalation_steps import Ladder
from engine.execution.surroundings import Surroundings
from engine.store.session import Store
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.keeping import load_book, version_in_force

LOOKED_EVERY: Final = 2.0
"""Seconds of machine time after which the version in the database is asked for again."""


class LegalTime:
    """Behaves as `engine.ports.Deadlines`, `Calendars` and `Ladders` by the book in force.

    One thread looks while the others go on with the book they have: a thread inside a transaction never waits
    for a second connection that another thread holds.
    """

    def __init__(self, store: Store, *, looked_every: float = LOOKED_EVERY) -> None:
        """`looked_every` in seconds of machine time; 0 where procedures' time may jump over any wait."""
        self._store = store
        self._looked_every = looked_every
        self._book: LegalTimeBook | None = None
        self._look_at = self._reread_at = 0.0
        self._looking = Lock()

    @property
    def book(self) -> LegalTimeBook:
        """The book in force, at most a few seconds old."""
        book = self._book
        if book is not None and (monotonic() < self._look_at or not self._looking.acquire(blocking=False)):
            return book
        if book is None:
            self._looking.acquire()
        try:
            return self._looked()
        finally:
            self._looking.release()

    def look_again(self) -> None:
        """Look at once, because a verb of this process has changed something; not inside a transaction."""
        with self._looking:
            self._looked()

    @property
    def version(self) -> int:
        """The version of legal time by which dates are computed here now."""
        return self.book.version

    def reckon(
        self,
        agency: UUID,
        terms: DeadlineTerms,
        ledger: Sequence[LedgerEntry] = (),
        *,
        procedure: str = "",
    ) -> Reckoning:
        """Dates by stored terms and a clock ledger."""
        return self._book_for(agency).reckon(agency, terms, ledger, procedure=procedure)

    def policy(self, agency: UUID, code: str, day: date, *, procedure: str = "") -> DeadlinePolicy:
        """The policy of that code for an event on a day."""
        return self._book_for(agency).policy(agency, code, day, procedure=procedure)

    def by_policy(self, agency: UUID, policy: str, anchor: date | datetime) -> Deadline:
        """Dates by a named policy."""
        return self._book_for(agency).by_policy(agency, policy, anchor)

    def working_days(self, agency: UUID, days: int, anchor: date | datetime) -> Deadline:
        """Dates `days` working days after the day of `anchor`."""
        return self._book_for(agency).working_days(agency, days, anchor)

    def on_date(self, agency: UUID, day: date) -> Deadline:
        """Dates for a fixed day."""
        return self._book_for(agency).on_date(agency, day)

    def calendar_of(self, agency: UUID) -> WorkingCalendar:
        """The working calendar in force for the agency."""
        return self._book_for(agency).calendar_of(agency)

    def ladder(self, agency: UUID, code: str) -> Ladder:
        """The ladder in force for the agency; raises UnknownLadder."""
        return self._book_for(agency).ladder(agency, code)

    def _book_for(self, agency: UUID) -> LegalTimeBook:
        """The book; read anew where an agency is asked for that has come since."""
        book = self.book
        if book.knows(agency) or monotonic() < self._reread_at or not self._looking.acquire(blocking=False):
            return book
        try:
            self._reread_at = monotonic() + LOOKED_EVERY
            return self._looked(reread=True)
        finally:
            self._looking.release()

    def _looked(self, *, reread: bool = False) -> LegalTimeBook:
        looked_at = monotonic()
        with self._store.reading() as session:
            book = self._book
            if book is None or reread or version_in_force(session) != book.version:
                book = self._book = load_book(session)
        self._look_at = looked_at + self._looked_every
        return book


def look_again(surroundings: Surroundings) -> None:
    """Let this process see at once what one of its verbs has changed."""
    if isinstance(surroundings.deadlines, LegalTime):
        surroundings.deadlines.look_again()
