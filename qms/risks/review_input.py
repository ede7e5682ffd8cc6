"""Input e of a management review: what was done about risks and opportunities (ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qms.organisation.tables import Unit
from qms.reviews.figures import InputFigures, Line, Register, table, unknown
from qms.reviews.period import Period
from qms.risks.rules import RiskKind, RiskState
from qms.risks.tables import Risk, RiskAction

_COLUMNS: Final = ("code", "risk", "unit", "score", "risk_state", "actions_effective")


def risk_figures(session: Session, period: Period) -> InputFigures:
    """The risks of the years that the period touches, the gravest first, with their actions."""
    judged = (
        select(
            RiskAction.risk_id,
            func.count().label("planned"),
            func.count().filter(RiskAction.effective.is_(True)).label("effective"),
            func.count().filter(RiskAction.done_on.is_(None)).label("left"),
        )
        .group_by(RiskAction.risk_id)
        .subquery()
    )
    rows = session.execute(
        select(Risk, Unit.name, judged.c.planned, judged.c.effective, judged.c.left)
        .join(Unit, Unit.id == Risk.unit_id)
        .outerjoin(judged, judged.c.risk_id == Risk.id)
        .where(Risk.agency_id == period.agency, Risk.year.between(period.since.year, period.until.year))
        .order_by(Risk.score.desc(), Risk.code)
    ).all()
    if not rows:
        return unknown()
    lines = [
        Line(
            cells=(row.code, row.description, unit, row.score, row.state, f"{effective or 0}/{planned or 0}"),
            register=Register.RISK,
            id=row.id,
        )
        for row, unit, planned, effective, _ in rows
    ]
    risks = [row for row, *_ in rows]
    kinds = {kind: sum(row.kind == kind for row in risks) for kind in RiskKind}
    return InputFigures(
        tables=(table("risks", _COLUMNS, lines),),
        summary=(
            f"{kinds[RiskKind.RISK]} rủi ro, {kinds[RiskKind.OPPORTUNITY]} cơ hội; "
            f"đang xử lý {sum(row.state == RiskState.IN_TREATMENT for row in risks)}, "
            f"đã xử lý {sum(row.state == RiskState.TREATED for row in risks)}; "
            f"hành động chưa xong {sum(left or 0 for *_, left in rows)}."
        ),
    )
