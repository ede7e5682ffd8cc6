"""Who verified a slip, whether that person could, and its closing, which waits for that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.identifiers import derived_id, parse_id
from engine.domain.local_time import local_day
from engine.domain.states import TaskState
from engine.domain.values import Value
from engine.ports import Directory, OperatorCall
from engine.store.tables import Task
from qms.nonconformities.involved import VERIFYING, involved_in
from qms.nonconformities.rules import (
    RECURRENCE_DAYS,
    NonconformityState,
    VerificationMissing,
    VerifierNotIndependent,
    VerifierOfTheUnit,
)
from qms.nonconformities.slips import day_of, locked_slip, text_of


def verify(directory: Directory, call: OperatorCall) -> Value:
    """Hold who verified and what it came to; where the re-audit (P07) concluded, that is the verification.

    Raises VerifierNotIndependent and VerifierOfTheUnit.
    """
    session, given = cast("Session", call.session), call.parameters
    row = locked_slip(session, call.agency, given["ma_phieu"])
    auditor = parse_id(text_of(given, "nguoi_danh_gia_lai"))
    who = (auditor,) if auditor is not None else verifier_of(session, call.instance)
    if not who or {str(person) for person in who} & _kept_out(session, call, auditor):
        raise VerifierNotIndependent(row.code)
    day = day_of(given, "ngay_xac_minh") or local_day(call.now)
    if row.unit_id is not None and belongs(session, directory, who, row.unit_id, day):
        raise VerifierOfTheUnit(row.code)
    row.verified_by, row.verified_on = who[0], day
    row.effective = given.get("ket_qua_xac_minh") == "dat"
    return {
        "ngay_kiem_tra_tai_dien": day + timedelta(days=RECURRENCE_DAYS),
        "ma_yeu_cau": str(derived_id("P05_yeu_cau", row.id)),
    }


def close(call: OperatorCall) -> Value:
    """Close the slip; raises VerificationMissing without the verification of another person."""
    session = cast("Session", call.session)
    row = locked_slip(session, call.agency, call.parameters["ma_phieu"])
    auditor = parse_id(text_of(call.variables, "nguoi_danh_gia_lai"))
    kept_out = _kept_out(session, call, auditor)
    if row.verified_by is None or not row.effective or str(row.verified_by) in kept_out:
        raise VerificationMissing(row.code)
    row.state, row.closed_on = NonconformityState.CLOSED, local_day(call.now)
    return {"ngay_dong": row.closed_on}


def verifier_of(session: Session, instance: UUID) -> tuple[UUID, ...]:
    """Who completed the last verification, then in whose name; empty while there is none."""
    row = session.execute(
        select(Task.completed_by, Task.completed_for)
        .where(
            Task.instance_id == instance,
            Task.element_id.in_(VERIFYING),
            Task.state == TaskState.COMPLETED,
        )
        .order_by(Task.completed_at.desc())
        .limit(1)
    ).first()
    return tuple(person for person in row if person is not None) if row is not None else ()


def belongs(session: Session, directory: Directory, persons: tuple[UUID, ...], unit: UUID, day: date) -> bool:
    """Whether one of them belongs to the unit of the slip, or holds a role in it, on the day."""
    return bool(directory.belonging(session, frozenset(persons), unit, day))


def _kept_out(session: Session, call: OperatorCall, auditor: UUID | None) -> frozenset[str]:
    """Who took part. The team that found it may audit it again: it had no part in what was done about it."""
    variables: Mapping[str, Value] = call.variables
    if auditor is not None:
        variables = {key: value for key, value in variables.items() if key != "nguoi_lien_quan"}
    return involved_in(session, call.instance, variables)
