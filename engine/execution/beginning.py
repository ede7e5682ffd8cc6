"""Beginning a case: its row, its deadline and its first steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.assignment import Actor
from engine.domain.audit import FIRST_HASH
from engine.domain.identifiers import fresh_id
from engine.domain.local_time import local_day
from engine.domain.states import InstanceState
from engine.domain.text import fold
from engine.domain.values import Value, dump_values
from engine.execution import ladders, legal_dates
from engine.execution.instances import Execution
from engine.execution.number_series import next_number
from engine.execution.surroundings import Surroundings
from engine.runtime import CompiledModel, RunningProcess, compile_expression, with_calendar
from engine.store.tables import ModelVersion, ProcessInstance

LEGAL_DUE: Final = "han_phap_ly"
TARGET_DUE: Final = "han_muc_tieu"
OVERDUE_FROM: Final = "qua_han_luc"
"""The variables in which a model finds the deadline of its own instance."""
Occasion: TypeAlias = Callable[[Execution], None]
"""Tells a case that begins what it begins on, before its first steps are written."""


def begin(  # noqa: PLR0913 - what a case begins with, each by its name
    session: Session,
    surroundings: Surroundings,
    version: ModelVersion,
    *,
    agency: UUID,
    series: str,
    variables: Mapping[str, Value],
    actor: Actor,
    now: datetime,
    begins_at: str | None = None,
    occasion: Occasion | None = None,
    instance: UUID | None = None,
) -> Execution:
    """Start an instance of a published version and save it; the caller may add notices before committing.

    Of several start events, `begins_at` names the one that happened; `occasion` tells of it before the first
    steps are told. `instance` is the id of a case that follows from something, so that it begins once.

    The deadline of the instance is computed first, so that the model finds its dates in the variables
    han_phap_ly, han_muc_tieu and qua_han_luc.
    """
    model = surroundings.models.compiled(session, version.id)
    definition = model.definition
    row = _new_row(session, version, instance, agency=agency, series=series, actor=actor, now=now)
    row.personal, row.confidential = definition.personal, definition.confidential
    known = dict(variables)
    calendar = partial(surroundings.calendars.calendar_of, agency)

    def evaluate(expression: str) -> Value:
        return compile_expression(expression).evaluate(with_calendar(known.get, calendar))

    found = None
    if definition.deadline is not None:
        found = legal_dates.compute(
            surroundings, agency, definition.deadline, evaluate, now, procedure=definition.process_id
        )
    legal_dates.set_deadline(row, found, references=definition.legal_basis)
    if found is not None:
        deadline = found.reckoning.deadline
        row.anchor = deadline.anchor
        known |= {
            LEGAL_DUE: deadline.legal_due,
            TARGET_DUE: deadline.target_due,
            OVERDUE_FROM: deadline.overdue_from,
        }
    title = evaluate(definition.title_expression) if definition.title_expression else None
    row.title = title if isinstance(title, str) else definition.name
    row.search_text = fold(f"{row.code} {row.title}")
    ladders.arm(row, definition.escalation, surroundings, now)
    execution = _start(session, surroundings, row, model, known, actor, now, begins_at)
    if occasion is not None:
        occasion(execution)
    execution.save()
    return execution


def _start(
    session: Session,
    surroundings: Surroundings,
    row: ProcessInstance,
    model: CompiledModel,
    variables: Mapping[str, Value],
    actor: Actor,
    now: datetime,
    begins_at: str | None,
) -> Execution:
    process = RunningProcess.start(
        model,
        variables=variables,
        now=now,
        calendar=partial(surroundings.calendars.calendar_of, row.agency_id),
        begins_at=begins_at,
    )
    execution = Execution(session, surroundings, row, process, model.definition, actor, now, shadowed=None)
    execution.record(
        "instance.started",
        data={
            "model": model.definition.process_id,
            "bundle": model.definition.bundle_hash,
            "title": row.title,
            "anchor": row.anchor,
            "legal_due": row.legal_due,
            "target_due": row.target_due,
            "variables": dump_values(dict(variables)).decode(),
        },
    )
    return execution


def _new_row(
    session: Session,
    version: ModelVersion,
    instance: UUID | None,
    *,
    agency: UUID,
    series: str,
    actor: Actor,
    now: datetime,
) -> ProcessInstance:
    year = local_day(now).year
    number = next_number(session, agency, series, year)
    return ProcessInstance(
        id=instance or fresh_id(),
        agency_id=agency,
        model_version_id=version.id,
        code=f"{series}-{year}-{number:04d}",
        state=InstanceState.RUNNING,
        revision=0,
        started_at=now,
        started_by=actor.person,
        history_sequence=0,
        history_hash=FIRST_HASH,
        open_incidents=0,
        hops=0,
    )
