"""The lines of measurement: written with their verdicts, slips begun, the year summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import day_text, local_day
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.nonconformities.rules import ENDED, Source
from qms.nonconformities.slips import Proposal, enter
from qms.nonconformities.tables import Nonconformity
from qms.objectives.answers import number_of, number_text, records, session_of, year_of
from qms.objectives.drafting import of_case
from qms.objectives.measuring import period_of
from qms.objectives.rules import PERIOD_NAMES, Direction, ObjectiveState, Period, Verdict
from qms.objectives.tables import Measurement, Objective

_REQUIREMENT: Final = "TCVN ISO 9001:2015, điều 6.2 và 9.1.3"


def record(call: OperatorCall) -> Value:
    """Write the period's line of each objective; an unmet one begins a slip unless its last is open."""
    session, year, period = session_of(call), year_of(call), period_of(call)
    verdicts = {
        str(row.get("ma")): Verdict(str(row.get("ket_qua")))
        for row in records(call.parameters["ds_xep_loai"])
    }
    opened: list[Value] = []
    known = {row.id: row for row in of_case(session, call.agency, call.instance)}
    for said in records(call.parameters["ds_do"]):
        key = parse_id(str(said.get("ma")))
        row = known.get(key) if key is not None else None
        if row is None:
            continue
        line = _line(call, row, period, said, verdicts[str(row.id)])
        if session.get(Measurement, line.id) is None:
            session.add(line)
        if line.verdict == Verdict.UNMET:
            slip, begun = _slip(session, call, row, line, year)
            line.slip_id = slip.id
            opened += [_told_p08(slip, row, call)] if begun else []
    session.flush()
    return {"phieu_mo": opened, "tom_tat_do": _summary(session, call, period)}


def summary(call: OperatorCall) -> Value:
    """The line of the year for each objective: what it last came to; met or not where there is a figure."""
    session, year = session_of(call), year_of(call)
    rows = of_case(session, call.agency, call.instance)
    latest = latest_lines(session, [row.id for row in rows])
    counted = dict.fromkeys(Verdict, 0)
    for row in rows:
        last = latest.get(row.id)
        verdict = Verdict(last.verdict) if last else Verdict.NO_FIGURE
        counted[verdict] += 1
        key = derived_id("measurement", row.id, Period.YEAR)
        if session.get(Measurement, key) is None:
            session.add(_of_the_year(call, row, key, last, verdict))
        if verdict is Verdict.MET:
            row.state = ObjectiveState.MET
        elif verdict in (Verdict.UNMET, Verdict.AT_RISK):
            row.state = ObjectiveState.UNMET
    session.flush()
    return {
        "tom_tat_nam": f"Năm {year}: {len(rows)} mục tiêu; đạt {counted[Verdict.MET]}, "
        f"không đạt {counted[Verdict.UNMET] + counted[Verdict.AT_RISK]}, "
        f"chưa có số liệu {counted[Verdict.NO_FIGURE]}."
    }


def latest_lines(session: Session, objectives: Sequence[UUID]) -> Mapping[UUID, Measurement]:
    """The last line of the last quarter of each; corrections count, the line of the year does not."""
    rows = session.scalars(
        select(Measurement)
        .where(Measurement.objective_id.in_(objectives), Measurement.period != Period.YEAR)
        .order_by(Measurement.period, Measurement.ordinal)
    )
    return {row.objective_id: row for row in rows}


def next_ordinal(session: Session, objective: UUID, period: Period) -> int:
    """One more than the lines that the objective has in the period."""
    last = session.scalar(
        select(func.max(Measurement.ordinal)).where(
            Measurement.objective_id == objective, Measurement.period == period
        )
    )
    return (last or 0) + 1


def slip_proposal(row: Objective, value: Decimal | None, found_on: date, period_name: str) -> Proposal:
    """The slip of an objective that was not met."""
    sign = "≥" if row.direction == Direction.AT_LEAST else "≤"
    return Proposal(
        source=Source.OBJECTIVE,
        description=(
            f"Mục tiêu {row.code} “{row.content}” không đạt ở {period_name}: {row.indicator} "
            f"{number_text(value)} so với chỉ tiêu {sign} {number_text(row.target)} {row.measure_unit}."
        ),
        requirement=_REQUIREMENT,
        evidence=f"Số đo {period_name}, ghi ngày {day_text(found_on)}.",
        found_on=found_on,
        unit=row.unit_id,
    )


def open_slip(session: Session, objective: UUID) -> Nonconformity | None:
    """The slip of an earlier period that has not ended."""
    return session.scalars(
        select(Nonconformity)
        .join(Measurement, Measurement.slip_id == Nonconformity.id)
        .where(Measurement.objective_id == objective, Nonconformity.state.not_in(ENDED))
    ).first()


def _line(
    call: OperatorCall, row: Objective, period: Period, said: Mapping[str, Value], verdict: Verdict
) -> Measurement:
    return Measurement(
        id=derived_id("measurement", row.id, period),
        agency_id=call.agency,
        objective_id=row.id,
        period=period.value,
        ordinal=1,
        measured_on=local_day(call.now),
        value=number_of(said.get("gia_tri")),
        verdict=verdict.value,
        analysis=str(said.get("phan_tich") or ""),
        automatic=bool(row.figure),
        person_id=None,
        instance_id=call.instance,
        recorded_at=call.now,
    )


def _of_the_year(
    call: OperatorCall, row: Objective, key: UUID, last: Measurement | None, verdict: Verdict
) -> Measurement:
    return Measurement(
        id=key,
        agency_id=call.agency,
        objective_id=row.id,
        period=Period.YEAR.value,
        ordinal=1,
        measured_on=local_day(call.now),
        value=last.value if last else None,
        verdict=verdict.value,
        analysis="",
        automatic=True,
        person_id=None,
        instance_id=call.instance,
        recorded_at=call.now,
    )


def _slip(
    session: Session, call: OperatorCall, row: Objective, line: Measurement, year: int
) -> tuple[Nonconformity, bool]:
    """The slip that is still open for the objective, else a new one; and whether it was begun now."""
    still = open_slip(session, row.id)
    if still is not None:
        return still, False
    name = f"{PERIOD_NAMES[Period(line.period)]} năm {year}"
    proposal = slip_proposal(row, line.value, local_day(call.now), name)
    slip = enter(session, derived_id("nonconformity", line.id), call.agency, proposal, call.now)
    slip.instance_id = call.instance
    return slip, True


def _told_p08(slip: Nonconformity, row: Objective, call: OperatorCall) -> Value:
    return {
        "phieu_kph": slip.code,
        "nguon": Source.OBJECTIVE.value,
        "don_vi": str(row.unit_id) if row.unit_id else None,
        "mo_ta": slip.description,
        "yeu_cau": slip.requirement,
        "bang_chung": slip.evidence,
        "ngay_phat_hien": local_day(call.now),
    }


def _summary(session: Session, call: OperatorCall, period: Period) -> str:
    rows = session.execute(
        select(Measurement.verdict, func.count())
        .where(Measurement.instance_id == call.instance, Measurement.period == period)
        .group_by(Measurement.verdict)
    )
    counted = {Verdict(verdict): count for verdict, count in rows}
    return (
        f"{PERIOD_NAMES[period].capitalize()}: đạt {counted.get(Verdict.MET, 0)}, "
        f"nguy cơ {counted.get(Verdict.AT_RISK, 0)}, không đạt {counted.get(Verdict.UNMET, 0)}, "
        f"chưa có số liệu {counted.get(Verdict.NO_FIGURE, 0)}."
    )
