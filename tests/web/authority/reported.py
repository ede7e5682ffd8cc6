"""A report of the agency, for the addresses that name one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id
from qms.reports.tables import YearReport
from tests.engine.cases import AGENCY
from tests.office import Office


def reported(office: Office) -> UUID:
    """The report of the year, still with the units."""
    report, year = fresh_id(), office.today.year
    with office.system.store.transaction() as session:
        session.add(
            YearReport(
                id=report,
                agency_id=agency_id(AGENCY),
                year=year,
                kind="BC_NAM",
                title=f"Báo cáo năm {year}",
                addressee="Sở Khoa học và Công nghệ",
                legal_due=date(year, 12, 31),
                target_due=date(year, 12, 31),
                basis="DL-RPT-1Y",
                state="chuan_bi",
                figures={},
                content={},
                edition=1,
                recorded_at=office.now,
            )
        )
    return report
