"""Cases counted by procedure: received, done in time and late, open, suspended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.local_time import local_day, start_of_day
from engine.domain.states import InstanceState
from engine.store.tables import ModelVersion, ProcessInstance
from qms.reviews.figures import InputFigures, Line, Register, table, unknown

_OF_THE_SYSTEM: Final = ("QMS_", "CHUNG_")
"""Keys of the models that run the quality management system itself."""


class Standing(StrEnum):
    """How a case stood at the end of the last day of the period."""

    IN_TIME = "dung_han"
    LATE = "tre_han"
    OPEN = "trong_han"
    OPEN_LATE = "qua_han"
    SUSPENDED = "tam_dung"
    CANCELLED = "huy"


def office_cases(session: Session, agency: UUID, since: date, until: date) -> InputFigures:
    """The procedures for citizens and organisations, and whatever else the office runs (input c3)."""
    return _figures(session, agency, since, until, system=False)


def of_the_system(key: str) -> bool:
    """Whether a model of this key runs the quality management system itself."""
    return key.startswith(_OF_THE_SYSTEM)


def system_cases(session: Session, agency: UUID, since: date, until: date) -> InputFigures:
    """The processes of the quality management system (input c5)."""
    return _figures(session, agency, since, until, system=True)


def _figures(session: Session, agency: UUID, since: date, until: date, *, system: bool) -> InputFigures:
    rows = [row for row in cases_between(session, agency, since, until) if of_the_system(row.key) == system]
    if not rows:
        return unknown()
    end = start_of_day(until + timedelta(days=1))
    standings = [(row, standing_at(row, end)) for row in rows]
    counted = Counter((row.name, standing) for row, standing in standings)
    received = Counter(row.name for row in rows if local_day(row.started_at) >= since)
    lines = (
        Line(cells=(name, received[name], *(counted[name, standing] for standing in Standing)))
        for name in sorted({row.name for row in rows})
    )
    sums = Counter(standing for _, standing in standings)
    return InputFigures(
        tables=(
            table("procedures", ("procedure", "received", *Standing), lines),
            table("cases", ("code", "procedure", "started_on", "due_on", "standing"), _lines(standings)),
        ),
        summary=(
            f"Tiếp nhận {received.total()}; giải quyết đúng hạn {sums[Standing.IN_TIME]}, "
            f"trễ hạn {sums[Standing.LATE]}; đang giải quyết trong hạn {sums[Standing.OPEN]}, "
            f"quá hạn {sums[Standing.OPEN_LATE]}; tạm dừng {sums[Standing.SUSPENDED]}; "
            f"hủy {sums[Standing.CANCELLED]}."
        ),
    )


def cases_between(session: Session, agency: UUID, since: date, until: date) -> Sequence[Any]:
    """Cases that were open on some day of the period."""
    return session.execute(
        select(
            ProcessInstance.id,
            ProcessInstance.code,
            ProcessInstance.state,
            ProcessInstance.started_at,
            ProcessInstance.ended_at,
            ProcessInstance.legal_due,
            ProcessInstance.overdue_from,
            ProcessInstance.clock_paused_at,
            ProcessInstance.confidential,
            ModelVersion.key,
            ModelVersion.name,
        )
        .join(ModelVersion, ModelVersion.id == ProcessInstance.model_version_id)
        .where(
            ProcessInstance.agency_id == agency,
            ProcessInstance.started_at < start_of_day(until + timedelta(days=1)),
            ProcessInstance.ended_at.is_(None) | (ProcessInstance.ended_at >= start_of_day(since)),
        )
        .order_by(ProcessInstance.started_at, ProcessInstance.code)
    ).all()


def standing_at(row: Any, end: datetime) -> Standing:
    """How a case of `cases_between` stood at a moment."""
    if row.state == InstanceState.CANCELLED:
        return Standing.CANCELLED
    if row.ended_at is not None and row.ended_at < end:
        late = row.overdue_from is not None and row.ended_at >= row.overdue_from
        return Standing.LATE if late else Standing.IN_TIME
    if row.state == InstanceState.SUSPENDED or row.clock_paused_at is not None:
        return Standing.SUSPENDED
    late = row.overdue_from is not None and row.overdue_from < end
    return Standing.OPEN_LATE if late else Standing.OPEN


def _lines(standings: Iterable[tuple[Any, Standing]]) -> Iterable[Line]:
    """The cases behind the numbers; of a confidential one only that it is there."""
    return (
        Line(
            cells=(
                "" if row.confidential else row.code,
                row.name,
                local_day(row.started_at),
                row.legal_due,
                standing,
            ),
            register=None if row.confidential else Register.CASE,
            id=None if row.confidential else row.id,
        )
        for row, standing in standings
    )
