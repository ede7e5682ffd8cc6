"""The engine's port for legal dates, answered from the policies and the calendar of each agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.deadline import (
    Deadline,
    DeadlinePolicy,
    compute_deadline,
    fixed_day_deadline,
    working_days_deadline,
)
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
