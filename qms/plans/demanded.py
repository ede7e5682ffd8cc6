"""What a plan of the year must hold by the registers, and what its money passes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.domain.forms.fields import Message
from qms.audits.units import units_on
from qms.budget.caps import Asked, LineKind, class_of, warnings_of
from qms.organisation.tables import Agency
from qms.plans.rules import REPORT_NAMES, Demanded
from qms.years.tables import QmsYear, YearItem

REPORT_PROCESS: Final = "P11"
_USUAL_REPORTS: Final = ("BC_NAM",)


def demanded_of(session: Session, agency: UUID, year: int, today: date) -> Demanded:
    """The living units, and the reports that the year of the agency owes (its calendar is data, C1)."""
    units = {unit.id: unit.name for unit in units_on(session, agency, today)}
    return Demanded(units=units, reports=_reports(session, agency, year))


def money_warnings(session: Session, agency: UUID, year: int, amount: int | None) -> tuple[Message, ...]:
    """Which caps of routine maintenance the money of a plan passes, with their basis (A9)."""
    row = session.get_one(Agency, agency)
    asked = asked_of(row, year)
    totals: Mapping[LineKind, int] = {LineKind.MAINTENANCE: amount or 0}
    return tuple(one.message for one in warnings_of(totals, asked))


def asked_of(agency: Agency, year: int) -> Asked:
    """Whose caps are asked for."""
    return Asked(agency=agency.code, province=agency.province, agency_class=class_of(agency.name), year=year)


def _reports(session: Session, agency: UUID, year: int) -> tuple[str, ...]:
    """The reports of the year as it was opened; before it is, the yearly report that all owe."""
    found = tuple(
        session.scalars(
            select(YearItem.subject)
            .join(QmsYear, QmsYear.id == YearItem.year_id)
            .where(
                YearItem.agency_id == agency,
                QmsYear.year == year,
                YearItem.process == REPORT_PROCESS,
                YearItem.state != "khong_ap_dung",
            )
            .order_by(YearItem.starts_on, YearItem.subject)
        )
    )
    return tuple(one for one in found if one in REPORT_NAMES) or _USUAL_REPORTS
