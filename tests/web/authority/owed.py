"""A year of the agency with something that it owes, for the addresses that name one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id
from qms.years.tables import QmsYear, YearItem
from tests.engine.cases import AGENCY
from tests.office import Office


def owed(office: Office) -> UUID:
    """The estimate of the year, which nobody has begun."""
    year, item, today = fresh_id(), fresh_id(), office.today
    with office.system.store.transaction() as session:
        session.add(
            QmsYear(
                id=year,
                agency_id=agency_id(AGENCY),
                year=today.year,
                state="dang_chay",
                opened_at=office.now,
            )
        )
        session.flush()
        session.add(
            YearItem(
                id=item,
                agency_id=agency_id(AGENCY),
                year_id=year,
                process="P15",
                subject="",
                name="Dự toán kinh phí năm sau",
                starts_on=date(today.year, 7, 1),
                target_due=date(today.year, 9, 28),
                basis="116/2015/TT-BTC",
                state="cho",
                reason="",
            )
        )
    return item
