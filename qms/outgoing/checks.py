"""What the shared models ask of answers that no rule of a form can say: a content, a day that has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from engine.domain.forms import Message
from engine.domain.local_time import local_day
from engine.domain.values import Value
from engine.ports import AnswerCheck, AnswersGiven
from qms.outgoing.kinds import DocumentKind

Messages = Mapping[str, Sequence[Message]]
_WITHOUT_TEXT: Final = ("bang", "phu_luc", "khung")
"""What a caller may give instead of text: tables, annexes, the boxes of a slip."""


def outgoing_checks() -> Mapping[str, AnswerCheck]:
    """What to register with the engine."""
    return {"outgoing.draft": check_draft, "dispatch.proof": check_proof}


def check_draft(given: AnswersGiven) -> Messages:
    """What is submitted has a content, and a letter says to whom it goes (30/2020/NĐ-CP, Annex I)."""
    told = given.variables
    if told.get("viec_soan") != "trinh":
        return {}
    found: dict[str, Sequence[Message]] = {}
    if told.get("loai_van_ban") == DocumentKind.LETTER and not told.get("kinh_gui_soan"):
        found["kinh_gui_soan"] = [
            ("Công văn phải ghi nơi kính gửi.", "A letter has to say to whom it is addressed.")
        ]
    if not (told.get("doan_soan") or told.get("dieu_soan") or _given_otherwise(told.get("noi_dung"))):
        found["doan_soan"] = [
            (
                "Văn bản chưa có nội dung: ghi nội dung hoặc ít nhất một điều, mục.",
                "The document says nothing yet: write its body or at least one article.",
            )
        ]
    return found


def check_proof(given: AnswersGiven) -> Messages:
    """Nothing is received on a day to come."""
    day = given.answers.get("ngay_nhan")
    if isinstance(day, date) and day > local_day(given.now):
        return {"ngay_nhan": [("Ngày này chưa đến.", "This day is still to come.")]}
    return {}


def _given_otherwise(content: Value) -> bool:
    return isinstance(content, dict) and any(content.get(name) for name in _WITHOUT_TEXT)
