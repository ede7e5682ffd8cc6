"""Where this year's objectives start: from last year's and what they came to, else from the usual ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.text import fold
from engine.domain.values import Value
from qms.objectives.answers import as_row
from qms.objectives.indicators import FIGURES
from qms.objectives.rules import Direction, Evaluation, ObjectiveState
from qms.objectives.tables import Measurement, Objective

_USUAL: Final = (
    ("Giải quyết hồ sơ thủ tục hành chính đúng hạn", "ty_le_dung_han", 98, Evaluation.EACH_PERIOD),
    (
        "Cập nhật văn bản quy phạm pháp luật trong 3 tháng",
        "cap_nhat_vbqppl_3_thang",
        100,
        Evaluation.EACH_PERIOD,
    ),
    ("Đề xuất đơn giản hóa thủ tục hành chính", "ty_le_don_gian_hoa", 10, Evaluation.CUMULATIVE),
)
"""What an office without objectives of last year is shown first: content, figure, percent, how judged."""


def agency_rows(session: Session, agency: UUID, year: int) -> list[Value]:
    """The agency's own objectives of last year as rows of this one; the usual ones where there were none."""
    before = [row for row in objectives_of(session, agency, year - 1) if row.unit_id is None]
    if not before:
        return [_usual(*each, year=year) for each in _USUAL]
    known = last_values(session, [row.id for row in before])
    return [as_row(row, year=year, baseline=known.get(row.id), parent=None) for row in before]


def unit_rows(
    session: Session, agency: UUID, year: int, unit: UUID, parents: Mapping[str, str]
) -> list[Value]:
    """A unit's objectives of last year; `parents`: this year's ids by the agency's folded contents."""
    before = objectives_of(session, agency, year - 1)
    contents = {row.id: fold(row.content) for row in before}
    own = [row for row in before if row.unit_id == unit]
    known = last_values(session, [row.id for row in own])
    found: list[Value] = []
    for row in own:
        parent = parents.get(contents.get(row.parent_id, "")) if row.parent_id else None
        found.append(as_row(row, year=year, baseline=known.get(row.id), parent=parent))
    return found


def objectives_of(session: Session, agency: UUID, year: int) -> Sequence[Objective]:
    """The objectives of a year that were not dropped, by code."""
    return session.scalars(
        select(Objective)
        .where(
            Objective.agency_id == agency, Objective.year == year, Objective.state != ObjectiveState.DROPPED
        )
        .order_by(Objective.code)
    ).all()


def last_values(session: Session, objectives: Sequence[UUID]) -> dict[UUID, Decimal]:
    """What each objective last came to."""
    rows = session.execute(
        select(Measurement.objective_id, Measurement.value)
        .where(Measurement.objective_id.in_(objectives), Measurement.value.is_not(None))
        .order_by(Measurement.measured_on, Measurement.period.desc(), Measurement.ordinal)
    )
    return {objective: value for objective, value in rows if value is not None}


def _usual(content: str, code: str, target: int, evaluation: Evaluation, *, year: int) -> dict[str, Value]:
    figure = FIGURES[code]
    return {
        "mt_noi_dung": content,
        "mt_chi_so": figure.vi,
        "mt_cong_thuc": figure.formula,
        "mt_nguon": code,
        "mt_don_vi_tinh": figure.measure_unit,
        "mt_gia_tri_goc": None,
        "mt_chieu": Direction.AT_LEAST.value,
        "mt_chi_tieu": target,
        "mt_thoi_han": date(year, 12, 31),
        "mt_nguoi": None,
        "mt_bien_phap": None,
        "mt_danh_gia": evaluation.value,
    }
