"""Input c2 of a management review: how far the objectives were met (ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qms.objectives.answers import number_text
from qms.objectives.drafting import told
from qms.objectives.recording import latest_lines
from qms.objectives.rules import PERIOD_NAMES, ObjectiveState, Period, Verdict
from qms.objectives.tables import Objective
from qms.organisation.tables import Unit
from qms.reviews.figures import InputFigures, Line, Register, table, unknown
from qms.reviews.period import Period as Reviewed

_COLUMNS: Final = ("code", "objective", "unit", "measured", "measured_in", "objective_verdict")


def objective_figures(session: Session, period: Reviewed) -> InputFigures:
    """The issued objectives of the years that the period touches, each with its last measurement."""
    rows = session.execute(
        select(Objective, Unit.name)
        .outerjoin(Unit, Unit.id == Objective.unit_id)
        .where(
            Objective.agency_id == period.agency,
            Objective.year.between(period.since.year, period.until.year),
            Objective.state.in_((ObjectiveState.ISSUED, ObjectiveState.MET, ObjectiveState.UNMET)),
        )
        .order_by(Objective.year, Objective.code)
    ).all()
    if not rows:
        return unknown()
    latest = latest_lines(session, [row.id for row, _ in rows])
    verdicts: Counter[str] = Counter()
    lines = []
    for row, unit in rows:
        last = latest.get(row.id)
        verdict = last.verdict if last else Verdict.NO_FIGURE
        verdicts[verdict] += 1
        value = f"{number_text(last.value)} {row.measure_unit}" if last and last.value is not None else ""
        measured_in = PERIOD_NAMES[Period(last.period)] if last else ""
        lines.append(
            Line(
                cells=(row.code, told(row), unit or "", value, measured_in, verdict),
                register=Register.OBJECTIVE,
                id=row.id,
            )
        )
    return InputFigures(
        tables=(table("objectives", _COLUMNS, lines),),
        summary=(
            f"{len(rows)} mục tiêu: đạt {verdicts[Verdict.MET]}, nguy cơ {verdicts[Verdict.AT_RISK]}, "
            f"không đạt {verdicts[Verdict.UNMET]}, chưa có số liệu {verdicts[Verdict.NO_FIGURE]}."
        ),
    )
