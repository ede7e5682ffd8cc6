"""Putting a measurement right: a further line with its reason; what stood before stays to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.assignment import Actor, Viewer
from engine.domain.authority import Power, may
from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Message
from engine.domain.identifiers import derived_id
from engine.domain.local_time import local_day
from engine.domain.refusals import NotAuthorised
from engine.domain.values import Value, dump_values
from engine.execution.history import record_audit
from engine.execution.messages import Sender, add_messages, message_row
from engine.store.session import Store
from qms.nonconformities.rules import Source
from qms.nonconformities.slips import enter
from qms.objectives.measuring import aim_of
from qms.objectives.recording import next_ordinal, open_slip, slip_proposal
from qms.objectives.refusals import NothingToCorrect, ObjectiveNotFound
from qms.objectives.rules import (
    PERIOD_NAMES,
    ObjectiveState,
    Period,
    Verdict,
    standing,
    value_problem,
    verdict,
)
from qms.objectives.tables import Measurement, Objective

CORRECTED: Final = "objectives.corrected"
LEAST_REASON: Final = 5
OPEN_SLIP: Final = "P08_mo_phieu"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMeasurement:
    """The value that should have stood for a quarter, and why."""

    viewer: Viewer
    origin: str
    objective: UUID
    period: Period
    value: Decimal
    reason: str


def may_correct(viewer: Viewer) -> bool:
    """Whether the viewer puts measurements right: who begins processes does."""
    return may(viewer, Power.START_PROCESS)


def correct_measurement(store: Store, command: CorrectMeasurement, now: datetime) -> Measurement:
    """Write a further line of the period, with its verdict; an unmet one begins a slip unless one is open.

    Raises NotAuthorised, ObjectiveNotFound, FieldsInvalid, NothingToCorrect.
    """
    if not may_correct(command.viewer):
        raise NotAuthorised("sửa số đo mục tiêu chất lượng", "correct a measurement of an objective")
    with store.transaction() as session:
        row = session.scalars(
            select(Objective).where(Objective.id == command.objective).with_for_update()
        ).first()
        if row is None or row.agency_id != command.viewer.agency:
            raise ObjectiveNotFound
        _require_sound(row, command)
        ordinal = next_ordinal(session, row.id, command.period)
        if ordinal == 1 or command.period is Period.YEAR:
            raise NothingToCorrect(row.code)
        line = _further_line(row, command, ordinal, now)
        session.add(line)
        if line.verdict == Verdict.UNMET:
            line.slip_id = _slip(session, command, row, line, now)
        _follow(session, row, line)
        actor = Actor(person=command.viewer.person, origin=command.origin)
        said = {"objective": row.code, "period": command.period.value, "value": str(line.value)}
        record_audit(
            session,
            CORRECTED,
            actor=actor,
            agency=row.agency_id,
            now=now,
            data={**said, "reason": command.reason},
        )
    return line


def _require_sound(row: Objective, command: CorrectMeasurement) -> None:
    found: dict[str, list[Message]] = {}
    wrong = value_problem(command.value, row.measure_unit)
    if wrong is not None:
        found["value"] = [wrong]
    if len(command.reason.strip()) < LEAST_REASON:
        found["reason"] = [("Phải nêu lý do sửa.", "The reason has to be given.")]
    if found:
        raise FieldsInvalid(fields=found)


def _further_line(row: Objective, command: CorrectMeasurement, ordinal: int, now: datetime) -> Measurement:
    at = standing(aim_of(row), command.value, row.year, command.period)
    return Measurement(
        id=derived_id("measurement", row.id, command.period, str(ordinal)),
        agency_id=row.agency_id,
        objective_id=row.id,
        period=command.period.value,
        ordinal=ordinal,
        measured_on=local_day(now),
        value=command.value,
        verdict=verdict(at).value,
        analysis=command.reason.strip(),
        automatic=False,
        person_id=command.viewer.person,
        instance_id=row.instance_id,
        recorded_at=now,
    )


def _follow(session: Session, row: Objective, line: Measurement) -> None:
    """A year that is summed up is summed up anew by a correction of its last quarter: a further line too."""
    if row.state not in (ObjectiveState.MET, ObjectiveState.UNMET):
        return
    later = select(Measurement.id).where(
        Measurement.objective_id == row.id,
        Measurement.period > line.period,
        Measurement.period != Period.YEAR,
    )
    if session.scalar(later.limit(1)) is not None:
        return
    row.state = ObjectiveState.MET if line.verdict == Verdict.MET else ObjectiveState.UNMET
    ordinal = next_ordinal(session, row.id, Period.YEAR)
    session.add(
        Measurement(
            id=derived_id("measurement", row.id, Period.YEAR, str(ordinal)),
            agency_id=row.agency_id,
            objective_id=row.id,
            period=Period.YEAR.value,
            ordinal=ordinal,
            measured_on=line.measured_on,
            value=line.value,
            verdict=line.verdict,
            analysis=line.analysis,
            automatic=False,
            person_id=line.person_id,
            instance_id=row.instance_id,
            recorded_at=line.recorded_at,
        )
    )


def _slip(
    session: Session, command: CorrectMeasurement, row: Objective, line: Measurement, now: datetime
) -> UUID:
    still = open_slip(session, row.id)
    if still is not None:
        return still.id
    name = f"{PERIOD_NAMES[command.period]} năm {row.year}"
    proposal = slip_proposal(row, line.value, local_day(now), name)
    slip = enter(session, derived_id("nonconformity", line.id), row.agency_id, proposal, now)
    slip.instance_id = row.instance_id
    payload: dict[str, Value] = {
        "phieu_kph": slip.code,
        "nguon": Source.OBJECTIVE.value,
        "don_vi": str(row.unit_id) if row.unit_id else None,
        "mo_ta": slip.description,
        "yeu_cau": slip.requirement,
        "bang_chung": slip.evidence,
        "ngay_phat_hien": local_day(now),
    }
    sender = Sender(
        agency=row.agency_id,
        instance=row.instance_id,
        element=None,
        person=command.viewer.person,
        origin=command.origin,
    )
    key = derived_id("objective slip", line.id)
    add_messages(
        session,
        [message_row(sender, key, name=OPEN_SLIP, key=None, payload=dump_values(payload), now=now)],
    )
    return slip.id
