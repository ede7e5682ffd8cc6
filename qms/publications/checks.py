"""What the office asks of answers in P10 that no rule of a form can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.local_time import local_day
from engine.ports import AnswerCheck, AnswersGiven
from qms.documents.catalogue import catalogue_on
from qms.publications.scope import scope_problems
from qms.publications.web_addresses import address_problem

Found = Mapping[str, Sequence[Message]]


def publication_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {
        "publication.scope": check_scope,
        "publication.posting": check_posting,
        "publication.web": check_web,
    }


def check_scope(given: AnswersGiven) -> Found:
    """Every code known, once, approved, and no administrative procedure left out."""
    catalogue = catalogue_on(cast("Session", given.session), given.agency, local_day(given.now))
    problems = scope_problems(str(given.answers.get("pham_vi") or ""), catalogue)
    return {"pham_vi": problems} if problems else {}


def check_posting(given: AnswersGiven) -> Found:
    """Posted between the day of the decision and today."""
    return _day_in_time(given, "ngay_niem_yet")


def check_web(given: AnswersGiven) -> Found:
    """An address that can be a public page, put there between the day of the decision and today."""
    found = dict(_day_in_time(given, "ngay_dang_web"))
    problem = address_problem(str(given.answers.get("dia_chi_web") or ""))
    if problem is not None:
        found["dia_chi_web"] = [problem]
    return found


def _day_in_time(given: AnswersGiven, key: str) -> dict[str, Sequence[Message]]:
    day = given.answers.get(key)
    if not isinstance(day, date):
        return {}
    if day > local_day(given.now):
        return {key: [("Ngày này chưa đến.", "This day is still to come.")]}
    decision = given.variables.get("van_ban")
    signed = decision.get("ngay") if isinstance(decision, dict) else None
    if isinstance(signed, date) and day < signed:
        return {
            key: [
                (
                    f"Trước ngày ký quyết định ({signed:%d/%m/%Y}).",
                    f"Before the day of the decision ({signed:%d/%m/%Y}).",
                )
            ]
        }
    return {}
