"""What the forms of P14 ask besides their own rules: a procedure in scope, a change, days that have come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from sqlalchemy.orm import Session

from engine.domain.forms import Message
from engine.domain.identifiers import parse_id
from engine.domain.local_time import local_day
from engine.domain.text import fold
from engine.ports import AnswerCheck, AnswersGiven
from qms.simplification.recording import in_scope

NOT_IN_SCOPE: Final[Message] = (
    "Thủ tục này không còn trong danh mục.",
    "This procedure is no longer in the catalogue.",
)
NO_CHANGE: Final[Message] = (
    "Đề xuất giống hiện tại: chưa có gì được đơn giản hóa.",
    "The proposal is what holds now: nothing is made simpler.",
)


def simplification_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {"simplification.proposal": proposal, "simplification.answer": answer}


def proposal(given: AnswersGiven) -> dict[str, list[Message]]:
    """A procedure of the catalogue, and something that changes."""
    found: dict[str, list[Message]] = {}
    procedure = parse_id(str(given.answers.get("thu_tuc") or ""))
    scope = in_scope(cast("Session", given.session), given.agency, local_day(given.now))
    if procedure is not None and procedure not in scope:
        found["thu_tuc"] = [NOT_IN_SCOPE]
    if changes_nothing(str(given.answers.get("hien_tai") or ""), str(given.answers.get("de_xuat") or "")):
        found["de_xuat"] = [NO_CHANGE]
    return found


def answer(given: AnswersGiven) -> dict[str, list[Message]]:
    """The paper that answers is of a day that has come."""
    day = given.answers.get("ngay_tra_loi")
    if isinstance(day, date) and day > local_day(given.now):
        return {"ngay_tra_loi": [("Ngày này chưa đến.", "This day is still to come.")]}
    return {}


def changes_nothing(current: str, proposed: str) -> bool:
    """Whether both say the same, but for marks, case and blanks."""
    said = fold(proposed).split()
    return bool(said) and said == fold(current).split()
