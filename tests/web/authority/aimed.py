"""A quality objective of the agency, for the addresses that name one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id
from qms.objectives.tables import Objective
from tests.engine.cases import AGENCY
from tests.office import Office


def aimed(office: Office) -> UUID:
    """The first objective of the year, not measured yet."""
    objective = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            Objective(
                id=objective,
                agency_id=agency_id(AGENCY),
                year=office.today.year,
                code="MT-01",
                content="Giải quyết hồ sơ đúng hạn",
                indicator="Tỷ lệ hồ sơ đúng hạn",
                formula="",
                source="nhap_tay",
                figure="",
                measure_unit="%",
                target=Decimal(98),
                direction=">=",
                due_on=date(office.today.year, 12, 31),
                means="",
                evaluation="theo_ky",
                state="da_ban_hanh",
                recorded_at=office.now,
                search_text="",
            )
        )
    return objective
