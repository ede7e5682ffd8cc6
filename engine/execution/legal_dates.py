"""Giving instances and tasks their two dates, with what they rest on."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from engine.domain.calendar import WorkingCalendar
from engine.domain.clock_ledger import LedgerEntry, Reckoning
from engine.domain.deadline import ON_FIXED_DAY
from engine.domain.deadline_terms import DeadlineTerms, due_on, read_terms
from engine.domain.definition import DeadlineRule, LegalRef
from engine.domain.errors import Invalid
from engine.domain.values import Value
from engine.execution.history import canonical
from engine.execution.surroundings import Surroundings
from engine.store.tables import ProcessInstance, Task


class AnchorMissing(Invalid):
    """A deadline counts from a date that the case does not have."""

    def __init__(self, expression: str) -> None:
        super().__init__(
            vi=f"Chưa có ngày để tính hạn ({expression}). Xin bổ sung ngày này rồi thử lại.",
            en=f"The date from which the deadline counts ({expression}) is missing. Please give it.",
        )


class TermsLost(Invalid):
    """Nobody kept by what a deadline was reckoned, and its model does not tell any more."""

    def __init__(self, policy: str) -> None:
        super().__init__(
            vi=f"Không còn căn cứ để tính lại hạn này (quy tắc “{policy}”); hạn cũ được giữ nguyên.",
            en=f"What this date was reckoned by (policy “{policy}”) is not known any more; it stays.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The dates of a deadline with all that they rest on."""

    terms: DeadlineTerms
    reckoning: Reckoning
    version: int


def compute(
    surroundings: Surroundings,
    agency: UUID,
    rule: DeadlineRule,
    evaluate: Callable[[str], Value],
    now: datetime,
    *,
    ledger: Sequence[LedgerEntry] = (),
    procedure: str = "",
) -> Dated | None:
    """The dates by a rule of the model; None when a fixed date of the rule is not set in this case."""
    calendar = surroundings.calendars.calendar_of(agency) if rule.least_working_days else None
    terms = terms_of(rule, evaluate, now, calendar)
    return dated(surroundings, agency, terms, ledger, procedure=procedure) if terms else None


def dated(
    surroundings: Surroundings,
    agency: UUID,
    terms: DeadlineTerms,
    ledger: Sequence[LedgerEntry] = (),
    *,
    procedure: str = "",
) -> Dated:
    """The dates by terms and a clock ledger, with the version of legal time that gave them."""
    version = surroundings.deadlines.version  # read first: what is stamped too old is only reckoned again
    reckoning = surroundings.deadlines.reckon(agency, terms, ledger, procedure=procedure)
    return Dated(terms=terms, reckoning=reckoning, version=version)


def terms_of(
    rule: DeadlineRule,
    evaluate: Callable[[str], Value],
    now: datetime,
    calendar: WorkingCalendar | None = None,
) -> DeadlineTerms | None:
    """By what a rule of the model is reckoned in this case; without a calendar a date stays as it is."""
    if rule.policy is not None:
        return DeadlineTerms(policy=rule.policy, anchor=_anchor(rule.anchor_expression, evaluate, now))
    if rule.working_days is not None:
        return DeadlineTerms(working_days=rule.working_days, anchor=now)
    if rule.working_minutes is not None:
        return DeadlineTerms(working_minutes=rule.working_minutes, anchor=now)
    day = evaluate(rule.date_expression) if rule.date_expression else None
    if isinstance(day, datetime) or not isinstance(day, date):
        return None
    if calendar is None:
        return DeadlineTerms(day=day)
    return due_on(day, least=rule.least_working_days, now=now, calendar=calendar)


def kept_terms(
    row: ProcessInstance | Task, rule: DeadlineRule | None, evaluate: Callable[[str], Value], came: datetime
) -> DeadlineTerms:
    """By what the dates of a row are reckoned: as kept, else by the rule of its model and when it came.

    Raises TermsLost.
    """
    if row.deadline_terms:
        return read_terms(row.deadline_terms)
    if row.deadline_policy == ON_FIXED_DAY and row.legal_due is not None:
        return DeadlineTerms(day=row.legal_due)
    if rule is None:
        raise TermsLost(row.deadline_policy or "")
    counted_from = row.anchor if isinstance(row, ProcessInstance) else None
    if rule.policy is not None and rule.anchor_expression is not None and counted_from is not None:
        return DeadlineTerms(policy=rule.policy, anchor=counted_from)
    found = terms_of(rule, evaluate, came)
    if found is None:
        raise TermsLost(row.deadline_policy or "")
    return found


def _anchor(expression: str | None, evaluate: Callable[[str], Value], now: datetime) -> date | datetime:
    if expression is None:
        return now
    value = evaluate(expression)
    if not isinstance(value, date):
        raise AnchorMissing(expression)
    return value


def basis_text(references: tuple[LegalRef, ...]) -> str:
    """The legal basis of a step in one line."""
    return "; ".join(" ".join(part for part in (ref.article, ref.doc) if part) for ref in references)


def set_deadline(
    row: ProcessInstance | Task,
    found: Dated | None,
    *,
    references: tuple[LegalRef, ...],
) -> None:
    """Write the two dates and their explanation on the row."""
    basis = found.reckoning.deadline.legal_basis if found else ""
    row.legal_basis = basis_text(references) or basis
    row.explanation = ""
    row.unconfirmed = False
    if found is not None:
        write_dates(row, found)


def write_dates(row: ProcessInstance | Task, found: Dated) -> None:
    """Write the dates, their explanation and what they rest on; the legal basis stays."""
    deadline = found.reckoning.deadline
    paused_since = found.reckoning.paused_since
    row.deadline_policy = deadline.policy
    row.deadline_terms = found.terms.text()
    row.reckoned_by = found.version
    row.clock_paused_at = paused_since
    row.legal_due = deadline.legal_due
    row.target_due = deadline.target_due
    row.overdue_from = None if paused_since else deadline.overdue_from
    row.explanation = canonical_pairs(deadline.explanation)
    row.unconfirmed = deadline.unconfirmed


def canonical_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Explanation sentences as stored text."""
    return canonical({"sentences": [list(pair) for pair in pairs]})


def read_sentences(stored: str) -> tuple[tuple[str, str], ...]:
    """The stored explanation of a deadline, (Vietnamese, English)."""
    pairs = json.loads(stored).get("sentences", []) if stored else []
    return tuple((str(vi), str(en)) for vi, en in pairs)
