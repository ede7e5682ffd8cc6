"""Values of a case as the room of objectives reads and writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, cast
from uuid import UUID

from sqlalchemy.orm import Session

from engine.domain.identifiers import parse_id
from engine.domain.text import one_line
from engine.domain.values import Value
from engine.ports import OperatorCall
from qms.objectives.indicators import FIGURES
from qms.objectives.rules import Direction, Evaluation, Source
from qms.objectives.tables import Objective

BY_HAND: Final = "nhap_tay"
"""The choice among the figures of the system that says: people measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRow:
    """A row of the table of objectives; the form has asked for number, unit and day."""

    content: str
    indicator: str
    formula: str
    figure: str
    measure_unit: str
    baseline: Decimal | None
    direction: Direction
    target: Decimal
    due_on: date
    owner: UUID | None
    means: str
    evaluation: Evaluation
    parent: UUID | None

    @property
    def source(self) -> Source:
        """Who measures it."""
        return Source.SYSTEM if self.figure else Source.PEOPLE


def session_of(call: OperatorCall) -> Session:
    """The session of the transaction."""
    return cast("Session", call.session)


def year_of(call: OperatorCall) -> int:
    """The year whose objectives the case makes."""
    return int(cast("int", call.parameters["nam"]))


def records(value: Value) -> list[Mapping[str, Value]]:
    """The records of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def number_of(value: Value) -> Decimal | None:
    """A number, exactly; None where there is none."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def whole_or_decimal(value: Decimal | None) -> Value:
    """A number as cases hold it, without noughts at its end."""
    if value is None:
        return None
    shown = value.normalize()
    return int(shown) if shown == shown.to_integral_value() else Decimal(format(shown, "f"))


def number_text(value: Decimal | None) -> str:
    """A number as people in Vietnam read it: 1.234,5."""
    if value is None:
        return "chưa có"
    shown = format(value.normalize(), ",f")
    return shown.translate(str.maketrans(",.", ".,"))


def objective_rows(value: Value) -> tuple[ObjectiveRow, ...]:
    """The rows of a table of objectives."""
    found = ((row, number_of(row.get("mt_chi_tieu")), row.get("mt_thoi_han")) for row in records(value))
    return tuple(
        ObjectiveRow(
            content=one_line(str(row.get("mt_noi_dung") or "")),
            indicator=one_line(str(row.get("mt_chi_so") or "")),
            formula=one_line(str(row.get("mt_cong_thuc") or "")),
            figure=figure_of(row),
            measure_unit=one_line(str(row.get("mt_don_vi_tinh") or "")),
            baseline=number_of(row.get("mt_gia_tri_goc")),
            direction=Direction(str(row.get("mt_chieu") or Direction.AT_LEAST)),
            target=target,
            due_on=due_on,
            owner=parse_id(str(row.get("mt_nguoi") or "")),
            means=str(row.get("mt_bien_phap") or "").strip(),
            evaluation=Evaluation(str(row.get("mt_danh_gia") or Evaluation.EACH_PERIOD)),
            parent=parse_id(str(row.get("mt_cha") or "")),
        )
        for row, target, due_on in found
        if target is not None and isinstance(due_on, date)
    )


def figure_of(row: Mapping[str, Value]) -> str:
    """The figure of the system by which a row is measured; empty where people measure."""
    asked = str(row.get("mt_nguon") or "")
    return asked if asked in FIGURES else ""


def as_row(row: Objective, *, year: int, baseline: Decimal | None, parent: str | None) -> dict[str, Value]:
    """An objective of an earlier year as a row of this year's table; its owner is asked anew where gone."""
    found: dict[str, Value] = {
        "mt_noi_dung": row.content,
        "mt_chi_so": row.indicator,
        "mt_cong_thuc": row.formula or None,
        "mt_don_vi_tinh": row.measure_unit,
        "mt_gia_tri_goc": whole_or_decimal(baseline),
        "mt_chieu": row.direction,
        "mt_chi_tieu": whole_or_decimal(row.target),
        "mt_thoi_han": moved(row.due_on, year),
        "mt_nguoi": str(row.owner_id) if row.owner_id else None,
        "mt_bien_phap": row.means or None,
        "mt_danh_gia": row.evaluation or Evaluation.EACH_PERIOD,
    }
    if row.unit_id is None:
        found["mt_nguon"] = row.figure or BY_HAND
    else:
        found["mt_cha"] = parent
    return found


def moved(day: date, year: int) -> date:
    """The same day of another year; the last of February where there is no 29th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
