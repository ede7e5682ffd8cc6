"""The engine's port for legal dates, answered from the policies and the calendar of each agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, Reckoning
from engine.domain.deadline import (
    Deadline,
    DeadlinePolicy,
    compute_deadline,
    fixed_day_deadline,
    working_days_deadline,
)
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import NotFound


class UnknownPolicy(NotFound):
    """A deadline policy that a model or a person names and nobody has set up."""

    def __init__(self, code: str) -> None:
        super().__init__(
            vi=f"Không có quy tắc thời hạn “{code}”. Xin kiểm tra mã hoặc đề nghị quản trị bổ sung.",
            en=f"There is no deadline policy “{code}”. Please check the code or have it added.",
        )
        self.code = code


class LegalDeadlines:
    """Computes legal dates; behaves as `engine.ports.Deadlines`."""

    def __init__(
        self, policies: Iterable[DeadlinePolicy], calendar_of: Callable[[UUID], WorkingCalendar]
    ) -> None:
        self._policies = {policy.code: policy for policy in policies}
        self._calendar_of = calendar_of

    @property
    def version(self) -> int:
        """The version of legal time."""
        return 0

    def reckon(
        self,
        agency: UUID,
        terms: DeadlineTerms,
        ledger: Sequence[LedgerEntry] = (),
        *,
        procedure: str = "",
    ) -> Reckoning:
        """Dates by stored terms and a clock ledger."""
        del procedure, ledger
        if terms.day is not None:
            deadline = self.on_date(agency, terms.day)
        elif terms.working_days is not None and terms.anchor is not None:
            deadline = self.working_days(agency, terms.working_days, terms.anchor)
        else:
            assert terms.policy is not None
            assert terms.anchor is not None
            deadline = self.by_policy(agency, terms.policy, terms.anchor)
        return Reckoning(deadline=deadline, paused_since=None)

    def by_policy(self, agency: UUID, policy: str, anchor: date | datetime) -> Deadline:
        """Dates by a named policy; raises UnknownPolicy, and Invalid for an impossible anchor."""
        try:
            named = self._policies[policy]
        except KeyError:
            raise UnknownPolicy(policy) from None
        return compute_deadline(named, anchor, self._calendar_of(agency))

    def working_days(self, agency: UUID, days: int, anchor: date | datetime) -> Deadline:
        """Dates `days` working days after the day of `anchor`."""
        return working_days_deadline(days, anchor, self._calendar_of(agency))

    def on_date(self, agency: UUID, day: date) -> Deadline:
        """Dates for a fixed day: legal that day, target the working day on or before it."""
        return fixed_day_deadline(day, self._calendar_of(agency))
