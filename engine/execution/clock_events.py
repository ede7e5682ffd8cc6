"""What a model tells of a case: the policy of its deadline decides what that does to the clock."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry, effect_of, paused_by
from engine.domain.deadline_terms import DeadlineTerms
from engine.domain.errors import NotFound
from engine.domain.identifiers import derived_id
from engine.execution import ladders, legal_dates
from engine.execution.clock import kept_terms, move, policy_in_force
from engine.execution.clock_rows import ledger_of, paused_alone, read_ledger
from engine.execution.instances import Execution
from engine.execution.recipients import open_tasks
from engine.store.tables import Task

NOTED: Final = "clock.noted"
"""An event that did nothing to the clock."""
PUT_UNDER: Final = "term.begun"
MET: Final = "term.met"


@dataclass(frozen=True, slots=True)
class ClockOfCase:
    """The clock as an operator has it; behaves as `engine.domain.case_clock.CaseClock`."""

    execution: Execution
    key: UUID
    """Of the run of the service task."""

    def happened(self, event: str, *, basis: str = "", reason: str = "") -> ClockEntryKind | None:
        """Tell of an event; what it does to the clock, None where it is only noted."""
        execution = self.execution
        kind = self._effect(event)
        if kind is None:
            kind = self._move_tasks(event, basis=basis, reason=reason)
            if kind is not None:
                return kind
            told = {"event": event, "basis": basis, "reason": reason}
            execution.record(NOTED, data={name: text for name, text in told.items() if text})
            return None
        entry = LedgerEntry(kind=kind, at=execution.now, event=event, basis=basis, reason=reason)
        move(execution, entry, by_person=False, key=derived_id("clock", self.key, event))
        return kind

    def put_under(self, policy: str, anchor: date, *, owed_to_department: bool = False) -> None:
        """Give the case a deadline that came to be known on its way; not where it has one."""
        execution, row = self.execution, self.execution.row
        if row.legal_due is not None:
            return
        terms = DeadlineTerms(policy=policy, anchor=anchor)
        found = legal_dates.dated(
            execution.surroundings, row.agency_id, terms, procedure=execution.definition.process_id
        )
        legal_dates.write_dates(row, found)
        row.anchor = found.reckoning.deadline.anchor
        rule = execution.definition.escalation
        if rule is not None:
            rule = replace(rule, owed_to_department=rule.owed_to_department or owed_to_department)
        ladders.arm(row, rule, execution.surroundings, execution.now)
        told = {"policy": policy, "anchor": anchor, "legal_due": row.legal_due, "target_due": row.target_due}
        execution.record(PUT_UNDER, data=told)

    def met(self, policy: str) -> None:
        """The deadline was met: its days stay in the history, the case goes on without."""
        execution, row = self.execution, self.execution.row
        if row.deadline_policy != policy or row.legal_due is None:
            return
        execution.record(MET, data={"policy": policy, "legal_due": row.legal_due})
        row.deadline_policy, row.deadline_terms = None, None
        row.legal_due, row.target_due, row.overdue_from = None, None, None
        row.explanation, row.unconfirmed = "", False
        ladders.arm(row, None, execution.surroundings, execution.now)

    def _move_tasks(self, event: str, *, basis: str, reason: str) -> ClockEntryKind | None:
        """Move the clocks of open tasks whose own policies follow an event that their case does not."""
        execution, found = self.execution, None
        for task in open_tasks(execution.session, execution.row):
            kind = self._effect_on(task, event)
            if kind is not None:
                entry = LedgerEntry(kind=kind, at=execution.now, event=event, basis=basis, reason=reason)
                key = derived_id("clock", self.key, event, task.id)
                move(execution, entry, task, by_person=False, key=key)
                found = found or kind
        return found

    def _effect_on(self, task: Task, event: str) -> ClockEntryKind | None:
        execution, kind = self.execution, None
        if task.legal_due is None:
            return None
        with suppress(NotFound):  # a policy that is gone follows nothing
            policy = policy_in_force(execution, task, kept_terms(execution, task))
            kind = effect_of(policy, event) if policy is not None else None
        rows = read_ledger(execution.session, execution.row.id) if execution.row.clock_entries else ()
        stands = paused_by(ledger_of(rows, task)) is not None
        idle = {ClockEntryKind.PAUSE: stands, ClockEntryKind.RESUME: not paused_alone(rows, task)}
        return None if kind is None or idle.get(kind, False) else kind

    def _effect(self, event: str) -> ClockEntryKind | None:
        """What the event does; to stop what stands still, or to start what runs, is nothing."""
        execution, row = self.execution, self.execution.row
        if row.legal_due is None:
            return None
        policy = policy_in_force(execution, row, kept_terms(execution, row))
        kind = effect_of(policy, event) if policy is not None else None
        rows = read_ledger(execution.session, row.id) if row.clock_entries else ()
        stands = paused_by(ledger_of(rows, None)) is not None
        idle = {ClockEntryKind.PAUSE: stands, ClockEntryKind.RESUME: not stands}
        return None if kind is None or idle.get(kind, False) else kind
