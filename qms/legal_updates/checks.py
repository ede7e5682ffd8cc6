"""What is refused at its field of P06: a decision of a day to come, or under a number that another has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, cast

from sqlalchemy import extract, select
from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.local_time import day_text, local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.documents.tables import Procedure, ProcedureVersion
from qms.outgoing.kinds import DocumentKind
from qms.outgoing.tables import DocumentNumber

Messages = Mapping[str, Sequence[Message]]
_NUMBER: Final = re.compile(r"^0*(\d+)")


def update_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {"legal_update.approval": approval}


def approval(given: AnswersGiven) -> Messages:
    """The decision was made, and under a number of its own: one decision may change several procedures."""
    day, number = given.answers.get("ngay_quyet_dinh"), str(given.answers.get("so_quyet_dinh") or "").strip()
    if given.answers.get("quyet_dinh_phe_duyet") != "duyet" or not isinstance(day, date):
        return {}
    today = local_day(given.now)
    if day > today:
        return {
            "ngay_quyet_dinh": [
                (
                    f"Ngày quyết định chưa đến; nhập ngày không muộn hơn {day_text(today)}.",
                    f"The day of the decision lies ahead; enter {day_text(today)} or earlier.",
                )
            ]
        }
    used_on = _used_on(cast("Session", given.session), given, number, day)
    if used_on is None:
        return {}
    return {
        "so_quyet_dinh": [
            (
                f"Số {number} năm {day.year} đã dùng cho văn bản ngày {day_text(used_on)}.",
                f"Number {number} of {day.year} was used for a document of {day_text(used_on)}.",
            )
        ]
    }


def _used_on(session: Session, given: AnswersGiven, number: str, day: date) -> date | None:
    """The day of another document under that number and year, of the issued ones or of the catalogue."""
    found = _NUMBER.match(number)
    if found is None:
        return None
    issued = session.scalars(
        select(DocumentNumber.dated_on).where(
            DocumentNumber.agency_id == given.agency,
            DocumentNumber.series == DocumentKind.DECISION.value,
            DocumentNumber.year == day.year,
            DocumentNumber.number == int(found[1]),
        )
    ).first()
    if issued is not None:
        return None if issued == day else issued
    return session.scalars(
        select(ProcedureVersion.decided_on)
        .join(Procedure, Procedure.id == ProcedureVersion.procedure_id)
        .where(
            Procedure.agency_id == given.agency,
            ProcedureVersion.decision_number == number,
            ProcedureVersion.decided_on != day,
            extract("year", ProcedureVersion.decided_on) == day.year,
        )
        .limit(1)
    ).first()
