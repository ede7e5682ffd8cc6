"""What the forms of a report ask besides their own rules: the year, a second report, one that is not out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.reports.opening import another_of
from qms.reports.rules import FIRST_YEAR, ReportKind, ReportState
from qms.reports.tables import YearReport

Found = Mapping[str, list[Message]]
NOTHING: Final[Found] = {}


def report_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {"report.choice": check_choice, "report.late": check_late}


def check_choice(given: AnswersGiven) -> Found:
    """The year is one of which reports are made, the day is not over, and the report is not there yet."""
    year, today = int(str(given.answers["nam_bao_cao"])), local_day(given.now)
    if not FIRST_YEAR <= year <= today.year:
        return {
            "nam_bao_cao": [
                (
                    f"Chọn năm từ {FIRST_YEAR} đến {today.year}.",
                    f"Choose a year from {FIRST_YEAR} to {today.year}.",
                )
            ]
        }
    kind = ReportKind(str(given.answers["chu_de"]))
    day = given.answers.get("han_yeu_cau")
    if kind is ReportKind.AD_HOC and isinstance(day, date) and day < today:
        return {"han_yeu_cau": [("Ngày này đã qua.", "This day is over.")]}
    there = another_of(cast("Session", given.session), given.agency, kind, year)
    if there is not None:
        return {
            "chu_de": [
                (
                    f"“{there.title}” đã có trong sổ báo cáo.",
                    f"“{there.title}” stands in the register of reports already.",
                )
            ]
        }
    return NOTHING


def check_late(given: AnswersGiven) -> Found:
    """Why it was late is told once it has gone out; until then the report is to be chased."""
    named = parse_id(str(given.variables.get("ma_bao_cao") or ""))
    report = cast("Session", given.session).get(YearReport, named) if named is not None else None
    if report is None or report.state in (ReportState.SENT, ReportState.RECEIVED):
        return NOTHING
    return {
        "ly_do_cham": [
            (
                "Báo cáo chưa gửi. Xin đôn đốc ký và gửi; ghi lý do sau khi đã gửi.",
                "The report has not gone out. Have it signed and sent, then say why it was late.",
            )
        ]
    }
