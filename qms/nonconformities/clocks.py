"""The clock of a slip's source: when what it asks for was done, and whether that was too late."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Date, case, cast, func, select

from engine.domain.local_time import OFFICE_ZONE
from qms.nonconformities.rules import ENDED, SOURCE_NAMES, Source
from qms.nonconformities.tables import Nonconformity
from qms.outgoing.tables import Dispatch

REPORT: Final = "BC_KHAC_PHUC"
"""What is sent to the Department after its inspection."""


def met_on() -> ColumnElement[date | None]:
    """The day on which a slip did what its clock asks for; null until then.

    After an inspection the first report to the Department (26/2014/TT-BKHCN); else the verification that its
    actions helped (19/2014/QĐ-TTg, Article 4: the re-audit). The slip itself stays open 90 days more, to see
    whether it comes again. Without either it is the day on which it ended.
    """
    reported = (
        select(func.min(cast(func.timezone(OFFICE_ZONE.key, Dispatch.sent_at), Date)))
        .where(
            Dispatch.agency_id == Nonconformity.agency_id,
            Dispatch.instance_id == Nonconformity.case_id,
            Dispatch.deliverable == REPORT,
        )
        .correlate(Nonconformity)
        .scalar_subquery()
    )
    return case(
        (
            Nonconformity.source == SOURCE_NAMES[Source.INSPECTION],
            func.coalesce(reported, Nonconformity.closed_on),
        ),
        (
            Nonconformity.effective.is_(True),
            func.coalesce(Nonconformity.verified_on, Nonconformity.closed_on),
        ),
        else_=Nonconformity.closed_on,
    )


def late(row: Nonconformity, met: date | None, today: date) -> bool:
    """Whether an open slip did not, or not in time, do what its clock asks for."""
    return row.state not in ENDED and row.due_on is not None and row.due_on < (met or today)
