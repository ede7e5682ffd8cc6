"""Values of a case as the room of risks reads and writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.text import one_line
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.risks.rules import SCALE, RiskKind
from qms.risks.tables import Risk, RiskAction


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRow:
    """A row of a unit's table; the form has asked for what is needed."""

    kind: RiskKind
    process_name: str
    procedure: UUID | None
    description: str
    cause: str
    consequence: str
    likelihood: int
    severity: int
    control: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """What somebody is to do about a risk."""

    what: str
    owner: UUID
    due_on: date


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def year_of(call: OperatorCall) -> int:
    """The year in whose register the case writes."""
    return int(cast("int", call.parameters["nam"]))


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def step_of_scale(value: Value) -> int | None:
    """A step of the scale, 1 to 5; None for anything else."""
    text = str(value if value is not None else "")
    return int(text) if text.isascii() and text.isdigit() and int(text) in SCALE else None


def risk_rows(value: Value) -> tuple[RiskRow, ...]:
    """The rows of a table of risks and opportunities."""
    found = []
    for row in records(value):
        likelihood, severity = step_of_scale(row.get("rr_kha_nang")), step_of_scale(row.get("rr_muc_do"))
        if likelihood is None or severity is None:
            continue
        found.append(
            RiskRow(
                kind=RiskKind(str(row.get("rr_loai") or RiskKind.RISK)),
                process_name=one_line(str(row.get("rr_qua_trinh") or "")),
                procedure=parse_id(str(row.get("rr_thu_tuc") or "")),
                description=one_line(str(row.get("rr_mo_ta") or "")),
                cause=str(row.get("rr_nguyen_nhan") or "").strip(),
                consequence=str(row.get("rr_hau_qua") or "").strip(),
                likelihood=likelihood,
                severity=severity,
                control=str(row.get("rr_kiem_soat") or "").strip(),
            )
        )
    return tuple(found)


def as_row(row: Risk) -> Value:
    """A risk of an earlier year as a row of this year's table."""
    return {
        "rr_loai": row.kind,
        "rr_qua_trinh": row.process_name,
        "rr_thu_tuc": str(row.procedure_id) if row.procedure_id else None,
        "rr_mo_ta": row.description,
        "rr_nguyen_nhan": row.cause or None,
        "rr_hau_qua": row.consequence or None,
        "rr_kha_nang": str(row.likelihood),
        "rr_muc_do": str(row.severity),
        "rr_kiem_soat": row.control or None,
    }


def planned_actions(value: Value) -> tuple[PlannedAction, ...]:
    """The rows of a table of actions."""
    found = (
        (
            one_line(str(row.get("hd_noi_dung") or "")),
            parse_id(str(row.get("hd_nguoi") or "")),
            row.get("hd_han"),
        )
        for row in records(value)
    )
    return tuple(
        PlannedAction(what=what, owner=owner, due_on=due_on)
        for what, owner, due_on in found
        if owner is not None and isinstance(due_on, date)
    )


def told(row: Risk) -> str:
    """A risk in one line."""
    return (
        f"{row.code} {row.process_name}: {row.description} "
        f"(khả năng {row.likelihood} × mức độ {row.severity} = {row.score} điểm)"
    )


def told_action(row: RiskAction, owner: str) -> str:
    """An action with what it brought, in one line."""
    done = f"xong {row.done_on:%d/%m/%Y}" if row.done_on else "chưa xong"
    return f"{row.what} – {owner}, hạn {row.due_on:%d/%m/%Y}, {done}. {row.result}".strip()
