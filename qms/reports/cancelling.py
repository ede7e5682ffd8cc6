"""What follows when the case of a report is cancelled: the register says so, and another may be made."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.execution.cancelled_cases import CancelledCase
from qms.reports.rules import ReportState
from qms.reports.tables import YearReport


def give_report_up(session: object, cancelled: CancelledCase) -> None:
    """A report that went out stays sent; one that did not is given up."""
    row = (
        cast("Session", session)
        .scalars(select(YearReport).where(YearReport.instance_id == cancelled.instance).with_for_update())
        .one_or_none()
    )
    if row is not None and row.submitted_at is None:
        row.state = ReportState.CANCELLED
