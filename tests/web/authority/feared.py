"""A risk of the agency, for the addresses that name one."""

from __future__ import annotations

from uuid import UUID

from engine.domain.identifiers import fresh_id
from qms.demo_office.loading import agency_id, unit_id
from qms.risks.tables import Risk
from tests.engine.cases import AGENCY
from tests.office import Office


def feared(office: Office) -> UUID:
    """A grave risk of the year, not acted on yet."""
    risk = fresh_id()
    with office.system.store.transaction() as session:
        session.add(
            Risk(
                id=risk,
                agency_id=agency_id(AGENCY),
                code="RR-01",
                kind="rui_ro",
                year=office.today.year,
                unit_id=unit_id(AGENCY, "P-KT"),
                process_name="Tiếp nhận hồ sơ",
                description="Trả kết quả trễ hạn",
                cause="Thiếu người",
                consequence="Người dân phải chờ",
                likelihood=4,
                severity=3,
                score=12,
                control="",
                state="dang_xu_ly",
                identified_on=office.today,
                recorded_at=office.now,
                search_text="rr-01 tiep nhan ho so tra ket qua tre han",
            )
        )
    return risk
