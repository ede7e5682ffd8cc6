"""The book of legal time: calendars, policies and ladders of all agencies at one version.

What holds for an agency is its own line before that of its province before that of the country: day by day,
code by code; of two policies of one scope the one for the procedure goes before the one for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from engine.domain.calendar import CalendarDay, DayKind, OfficeHours, WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, Reckoning
from engine.domain.deadline import Deadline, DeadlinePolicy
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.escalation_seeds import UnknownLadder
from engine.domain.escalation_steps import Ladder
from qms.legal_time.deadlines import PolicyNotInForce, UnknownPolicy, reckoned
from qms.legal_time.edits import Edit
from qms.legal_time.lines import (
    DayLine,
    HoursLine,
    LadderLine,
    Lines,
    PolicyLine,
    amended,
    changed,
)
from qms.legal_time.scopes import NATION, Scope, scopes_of


class LegalTimeBook:
    """One consistent snapshot; behaves as `engine.ports.Deadlines`, `Calendars` and `Ladders`."""

    def __init__(self, *, version: int, lines: Lines, provinces: Mapping[UUID, str]) -> None:
        """`provinces` of all agencies; empty for one that is under the country alone."""
        self._version = version
        self._lines = lines
        self._provinces = provinces
        self._days: defaultdict[Scope, dict[date, CalendarDay]] = defaultdict(dict)
        self._hours: defaultdict[Scope, list[HoursLine]] = defaultdict(list)
        self._policies: defaultdict[str, list[PolicyLine]] = defaultdict(list)
        self._ladders: dict[tuple[str, Scope], Ladder] = {}
        for line in lines.values():
            match line:
                case DayLine():
                    self._days[line.scope][line.day.day] = line.day
                case HoursLine():
                    self._hours[line.scope].append(line)
                case PolicyLine():
                    self._policies[line.policy.code].append(line)
                case LadderLine():
                    self._ladders[line.ladder.code, line.scope] = line.ladder
        self._known_years = frozenset(
            day.day.year for day in self._days.get(NATION, {}).values() if day.confirmed
        )
        self._calendars: dict[tuple[Scope, ...], WorkingCalendar] = {}
        self._calendar_of: dict[UUID, WorkingCalendar] = {}
        self._scopes: dict[UUID, tuple[Scope, ...]] = {}
        self._asked: dict[tuple[str, tuple[Scope, ...]], list[PolicyLine]] = {}

    @property
    def version(self) -> int:
        """The version of legal time that this is."""
        return self._version

    @property
    def lines(self) -> Lines:
        """All lines in force, of all scopes."""
        return self._lines

    @property
    def known_years(self) -> frozenset[int]:
        """The years of which the country's calendar has a confirmed day; all others are unconfirmed whole."""
        return self._known_years

    def knows(self, agency: UUID) -> bool:
        """Whether the agency was there when the book was read; a later one may lie in a province."""
        return agency in self._provinces or self._version == 0  # shipped lines name no province

    def scopes_of(self, agency: UUID) -> tuple[Scope, ...]:
        """The scopes that hold for an agency, the nearest first."""
        scopes = self._scopes.get(agency)
        if scopes is None:
            scopes = self._scopes[agency] = scopes_of(agency, self._provinces.get(agency, ""))
        return scopes

    def calendar_of(self, agency: UUID) -> WorkingCalendar:
        """The working calendar in force for the agency."""
        calendar = self._calendar_of.get(agency)
        if calendar is None:
            calendar = self._calendar_of[agency] = self._calendar(self.scopes_of(agency))
        return calendar

    def calendar_in(self, scope: Scope) -> WorkingCalendar:
        """The calendar of a scope as such: of an agency, of a province, or of the country."""
        if scope.agency is not None:
            return self.calendar_of(scope.agency)
        return self._calendar((scope, NATION) if scope.province else (NATION,))

    def reckon(
        self,
        agency: UUID,
        terms: DeadlineTerms,
        ledger: Sequence[LedgerEntry] = (),
        *,
        procedure: str = "",
    ) -> Reckoning:
        """Dates by stored terms and a clock ledger; `procedure` is the key of the case's model."""
        scopes = self.scopes_of(agency)

        def named(code: str, day: date) -> DeadlinePolicy:
            return self._policy(scopes, code, day, procedure)

        return reckoned(terms, ledger, self.calendar_of(agency), named)

    def by_policy(self, agency: UUID, policy: str, anchor: date | datetime) -> Deadline:
        """Dates by a named policy; raises UnknownPolicy, and Invalid for an impossible anchor."""
        return self.reckon(agency, DeadlineTerms(policy=policy, anchor=anchor)).deadline

    def working_days(self, agency: UUID, days: int, anchor: date | datetime) -> Deadline:
        """Dates `days` working days after the day of `anchor`."""
        return self.reckon(agency, DeadlineTerms(working_days=days, anchor=anchor)).deadline

    def on_date(self, agency: UUID, day: date) -> Deadline:
        """Dates for a fixed day: legal that day, target the working day on or before it."""
        return self.reckon(agency, DeadlineTerms(day=day)).deadline

    def policy(self, agency: UUID, code: str, day: date, *, procedure: str = "") -> DeadlinePolicy:
        """The policy of a code for an anchor on that day; raises UnknownPolicy or PolicyNotInForce."""
        return self._policy(self.scopes_of(agency), code, day, procedure)

    def policies_of(self, agency: UUID) -> tuple[PolicyLine, ...]:
        """All policy lines that hold for an agency: by code, what is asked first stands first."""
        scopes = self.scopes_of(agency)
        return tuple(line for code in sorted(self._policies) for line in self._claims(scopes, code))

    def ladder(self, agency: UUID, code: str) -> Ladder:
        """The ladder in force for the agency; raises UnknownLadder."""
        for scope in self.scopes_of(agency):
            found = self._ladders.get((code, scope))
            if found is not None:
                return found
        raise UnknownLadder(code)

    def ladders_of(self, agency: UUID) -> tuple[Ladder, ...]:
        """The ladders in force for the agency, by code."""
        return tuple(self.ladder(agency, code) for code in self._ladder_codes(agency))

    def with_edits(self, scope: Scope, edits: Iterable[Edit]) -> LegalTimeBook:
        """The book as it would be after a change, at the version after this.

        Raises what cannot be carried out (`lines.amended`), and NoWorkingDay for a calendar on which nobody
        would work any more.
        """
        after = LegalTimeBook(
            version=self._version + 1,
            lines=amended(self._lines, scope, edits),
            provinces=self._provinces,
        )
        after.require_working_days(self)
        return after

    def require_working_days(self, before: LegalTimeBook) -> None:
        """Refuse (NoWorkingDay) calendars without a working day in sight of what changed since `before`."""
        ended, begun = changed(before.lines, self._lines)
        moved = [line for line in (*ended, *begun) if isinstance(line, DayLine | HoursLine)]
        near = sorted({line.day.day if isinstance(line, DayLine) else line.valid_from for line in moved})
        if not near:
            return
        for calendar in self._all_calendars():
            reached = date.min
            for day in near:  # of days that lead to one working day the first is asked
                reached = calendar.first_working_day_from(day) if day > reached else reached
            reached = date.max
            for day in reversed(near):
                reached = calendar.last_working_day_until(day) if day < reached else reached

    def _all_calendars(self) -> Iterator[WorkingCalendar]:
        """Each calendar that differs from the others, once."""
        scopes = {NATION, *self._days, *self._hours}
        yield from (self.calendar_in(scope) for scope in scopes)

    def _calendar(self, scopes: tuple[Scope, ...]) -> WorkingCalendar:
        """Agencies that keep no calendar of their own share the one of their province or of the country."""
        speaking = tuple(scope for scope in scopes if scope in self._days or scope in self._hours)
        calendar = self._calendars.get(speaking)
        if calendar is None:
            calendar = self._made(speaking)
            self._calendars[speaking] = calendar
        return calendar

    def _made(self, scopes: tuple[Scope, ...]) -> WorkingCalendar:
        days: dict[date, CalendarDay] = {}
        for scope in reversed(scopes):
            days.update(self._days.get(scope, {}))
        return WorkingCalendar(
            (day for day in days.values() if day.kind is not DayKind.ORDINARY),
            from_days=self._hours_by_day(scopes),
            known_years=self._known_years,
        )

    def _hours_by_day(self, scopes: tuple[Scope, ...]) -> dict[date, OfficeHours]:
        """From which day on which hours hold: the nearest scope that has begun to keep its own."""
        starts = sorted({line.valid_from for scope in scopes for line in self._hours.get(scope, ())})
        return {start: self._hours_on(scopes, start) for start in starts}

    def _hours_on(self, scopes: tuple[Scope, ...], day: date) -> OfficeHours:
        for scope in scopes:
            begun = [line for line in self._hours.get(scope, ()) if line.valid_from <= day]
            if begun:
                return max(begun, key=lambda line: line.valid_from).hours
        raise AssertionError("a day from which no hours hold")

    def _policy(self, scopes: tuple[Scope, ...], code: str, day: date, procedure: str) -> DeadlinePolicy:
        claims = self._claims(scopes, code)
        if not claims:
            raise UnknownPolicy(code)
        for line in claims:
            if line.procedure in {None, procedure} and line.holds_on(day):
                return line.policy
        raise PolicyNotInForce(code, day)

    def _claims(self, scopes: tuple[Scope, ...], code: str) -> list[PolicyLine]:
        """The lines of a code in the order in which they are asked."""
        claims = self._asked.get((code, scopes))
        if claims is None:
            claims = self._asked[code, scopes] = self._ordered(scopes, code)
        return claims

    def _ordered(self, scopes: tuple[Scope, ...], code: str) -> list[PolicyLine]:
        lines = [line for line in self._policies.get(code, ()) if line.scope in scopes]
        return sorted(
            lines,
            key=lambda line: (
                scopes.index(line.scope),
                line.procedure is None,
                line.procedure or "",
                line.valid_from or date.min,
            ),
        )

    def _ladder_codes(self, agency: UUID) -> list[str]:
        scopes = self.scopes_of(agency)
        return sorted({code for code, scope in self._ladders if scope in scopes})
