"""What an escalation ladder does in the office's registers: late work becomes a nonconformity."""

from __future__ import annotations

from datetime import datetime
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.execution.number_series import next_number
from engine.ports import LateWork
from qms.nonconformities.rules import NonconformityState
from qms.nonconformities.tables import Nonconformity

SOURCE_LATE: Final = "quá hạn xử lý công việc"
_QUALITY_MANAGEMENT: Final = "ISO 9001:2015, 8.1 và 8.5.1"


def open_nonconformity(session: object, late: LateWork, now: datetime) -> str:
    """Propose a nonconformity about late work; its code, the same one however often it is asked."""
    database = cast("Session", session)
    known = database.get(Nonconformity, late.id)
    if known is not None:
        return known.code
    day = local_day(now)
    code = f"KPH-{day.year}-{next_number(database, late.agency, 'KPH', day.year):03d}"
    what = (
        f"Việc “{late.task_name}” của hồ sơ {late.case_code}" if late.task_name else f"Hồ sơ {late.case_code}"
    )
    due = f", hạn pháp lý {late.legal_due:%d/%m/%Y}" if late.legal_due else ""
    description = f"{what} chưa hoàn thành đúng hạn{due}."
    database.add(
        Nonconformity(
            id=late.id,
            agency_id=late.agency,
            code=code,
            source=SOURCE_LATE,
            description=description,
            requirement=late.legal_basis or _QUALITY_MANAGEMENT,
            state=NonconformityState.PROPOSED,
            instance_id=late.instance,
            found_on=day,
            recorded_at=now,
            search_text=fold(f"{code} {SOURCE_LATE} {description}"),
        )
    )
    database.flush()
    return code
