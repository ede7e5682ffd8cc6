"""The dates of stored terms by policies and a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, Reckoning, reckon
from engine.domain.deadline import (
    AnchorImpossible,
    Deadline,
    DeadlinePolicy,
    fixed_day_policy,
    working_days_policy,
    working_minutes_policy,
)
from engine.domain.deadline_policy import FIRST_YEAR, LAST_YEAR
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import NotFound

PolicyNamed: TypeAlias = Callable[[str, date], DeadlinePolicy]
"""The policy of a code for an anchor on a day; raises UnknownPolicy or PolicyNotInForce."""


class UnknownPolicy(NotFound):
    """A deadline policy that a model or a person names and nobody has set up."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có quy tắc thời hạn “{code}”. Xin kiểm tra mã hoặc đề nghị quản trị bổ sung.",
            en=f"There is no deadline policy “{code}”. Please check the code or have it added.",
        )
        self.code = code


class PolicyNotInForce(NotFound):
    """A deadline policy that is set up, but not for anchors on that day or not for this procedure."""

    def __init__(self, code: str, day: date) -> None:
        super().__init__(
            vi=f"Quy tắc thời hạn “{code}” không có hiệu lực cho mốc ngày {day:%d/%m/%Y} hoặc cho quy trình "
            "này. Xin đề nghị quản trị bổ sung quy tắc cho thời gian đó.",
            en=f"The deadline policy “{code}” is not in force for an event on {day:%d/%m/%Y} or for this "
            "procedure. Please have a policy for that time added.",
        )
        self.code = code


class LegalDeadlines:
    """Computes legal dates by fixed policies; behaves as `engine.ports.Deadlines`."""

    def __init__(
        self, policies: Iterable[DeadlinePolicy], calendar_of: Callable[[UUID], WorkingCalendar]
    ) -> None:
        self._policies = {policy.code: policy for policy in policies}
        self._calendar_of = calendar_of

    @property
    def version(self) -> int:
        """The version of legal time: always that of the shipped data."""
        return 0

    def reckon(
        self,
        agency: UUID,
        terms: DeadlineTerms,
        ledger: Sequence[LedgerEntry] = (),
        *,
        procedure: str = "",
    ) -> Reckoning:
        """Dates by stored terms and a clock ledger; one policy a code serves all procedures."""
        del procedure
        return reckoned(terms, ledger, self._calendar_of(agency), self._named)

    def policy(self, agency: UUID, code: str, day: date, *, procedure: str = "") -> DeadlinePolicy:
        """The policy of that code; raises UnknownPolicy."""
        del agency, procedure
        return self._named(code, day)

    def by_policy(self, agency: UUID, policy: str, anchor: date | datetime) -> Deadline:
        """Dates by a named policy; raises UnknownPolicy, and Invalid for an impossible anchor."""
        return self.reckon(agency, DeadlineTerms(policy=policy, anchor=anchor)).deadline

    def working_days(self, agency: UUID, days: int, anchor: date | datetime) -> Deadline:
        """Dates `days` working days after the day of `anchor`."""
        return self.reckon(agency, DeadlineTerms(working_days=days, anchor=anchor)).deadline

    def on_date(self, agency: UUID, day: date) -> Deadline:
        """Dates for a fixed day: legal that day, target the working day on or before it."""
        return self.reckon(agency, DeadlineTerms(day=day)).deadline

    def _named(self, code: str, day: date) -> DeadlinePolicy:
        del day
        try:
            return self._policies[code]
        except KeyError:
            raise UnknownPolicy(code) from None


def reckoned(
    terms: DeadlineTerms, ledger: Sequence[LedgerEntry], calendar: WorkingCalendar, named: PolicyNamed
) -> Reckoning:
    """The dates of terms by a ledger and a calendar.

    Where the model itself gives days, hours or a date, the legal basis stays empty: that of its step holds.
    Raises what `named` raises, and Invalid for an impossible anchor, amount or ledger.
    """
    if terms.day is not None:
        found = reckon(fixed_day_policy(terms.day), terms.day, ledger, calendar)
    elif terms.working_days is not None and terms.anchor is not None:
        found = reckon(working_days_policy(terms.working_days), terms.anchor, ledger, calendar)
    elif terms.working_minutes is not None and terms.anchor is not None:
        found = reckon(working_minutes_policy(terms.working_minutes), terms.anchor, ledger, calendar)
    elif terms.policy is not None and terms.anchor is not None:
        policy = named(terms.policy, anchor_day(terms.anchor, calendar))
        return reckon(policy, terms.anchor, ledger, calendar)
    else:
        raise ValueError(f"terms that name nothing to reckon by: {terms}")
    return replace(found, deadline=replace(found.deadline, legal_basis=""))


def anchor_day(anchor: date | datetime, calendar: WorkingCalendar) -> date:
    """The local day of an anchor; raises AnchorImpossible for a year in which nothing is counted."""
    if not FIRST_YEAR <= anchor.year <= LAST_YEAR:
        raise AnchorImpossible(anchor.date() if isinstance(anchor, datetime) else anchor)
    return calendar.local_day(anchor) if isinstance(anchor, datetime) else anchor
