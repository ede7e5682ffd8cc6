"""What the forms of P03 ask besides their own rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from engine.domain.forms import Message
from engine.domain.text import fold
from engine.ports import AnswerCheck, AnswersGiven
from qms.risks.answers import records

Found: TypeAlias = dict[str, list[Message]]


def risk_checks() -> Mapping[str, AnswerCheck]:
    """The checks by the names that the model uses."""
    return {"risk.identify": identify, "risk.actions": actions, "risk.judgement": judgement}


def identify(given: AnswersGiven) -> Found:
    """Risks, or the word that there are none and why; never both, never neither, none twice."""
    found: Found = {}
    rows = records(given.answers.get("rui_ro"))
    none = given.answers.get("khong_co") is True
    if none and rows:
        found["khong_co"] = [
            (
                "Bảng đã có dòng: bỏ dấu này hoặc bỏ các dòng.",
                "The table has rows: untick this or remove them.",
            )
        ]
    if not none and not rows:
        found["rui_ro"] = [
            (
                "Ghi ít nhất một rủi ro hoặc cơ hội, hoặc xác nhận là không có và nêu lý do.",
                "Enter at least one risk or opportunity, or confirm that there is none, with the reason.",
            )
        ]
    seen: set[tuple[str, str]] = set()
    for position, row in enumerate(rows, start=1):
        key = (str(row.get("rr_loai")), fold(str(row.get("rr_mo_ta") or "")))
        if key in seen:
            found[f"rui_ro__{position}__rr_mo_ta"] = [
                ("Nội dung này đã có ở dòng trên.", "This already stands above.")
            ]
        seen.add(key)
    return found


def actions(given: AnswersGiven) -> Found:
    """Each action ends on a day to come, and nobody does the same twice."""
    found: Found = {}
    seen: set[str] = set()
    today = given.variables.get("hom_nay")
    for position, row in enumerate(records(given.answers.get("hanh_dong")), start=1):
        due_on = row.get("hd_han")
        if isinstance(due_on, date) and isinstance(today, date) and due_on < today:
            found[f"hanh_dong__{position}__hd_han"] = [
                ("Thời hạn không được ở trước ngày giao.", "The date lies before the day it is given.")
            ]
        what = fold(str(row.get("hd_noi_dung") or ""))
        if what in seen:
            found[f"hanh_dong__{position}__hd_noi_dung"] = [
                ("Hành động này đã có ở dòng trên.", "This action already stands above.")
            ]
        seen.add(what)
    return found


def judgement(given: AnswersGiven) -> Found:
    """Every action is judged once; what did not work says why."""
    found: Found = {}
    rows = records(given.answers.get("danh_gia"))
    asked = {str(one["value"]) for one in records(given.variables.get("viec_chon"))}
    told = Counter(str(row.get("dg_viec")) for row in rows)
    if any(count > 1 for count in told.values()):
        found["danh_gia"] = [("Một hành động được nêu hai lần.", "One action is listed twice.")]
    elif asked - set(told):
        found["danh_gia"] = [
            ("Mỗi hành động phải được đánh giá một lần.", "Each action has to be judged once.")
        ]
    for position, row in enumerate(rows, start=1):
        if row.get("dg_hieu_luc") == "khong" and not str(row.get("dg_ghi_chu") or "").strip():
            found[f"danh_gia__{position}__dg_ghi_chu"] = [
                ("Không hiệu lực thì phải nêu lý do.", "Where it did not work, say why.")
            ]
    return found
