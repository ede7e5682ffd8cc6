"""The form by which an expense is entered, and what it comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Form, parse_form
from engine.domain.forms.fields import Message
from engine.domain.identifiers import parse_id
from engine.domain.values import Value

_FILE = Path(__file__).parent / "forms" / "khoan-chi.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseEntry:
    """An expense as it is entered; `amount` in đồng."""

    spent_on: date
    what: str
    line: UUID | None
    amount: int
    voucher: str
    contractor: str
    licence: str
    file: UUID | None


@cache
def expense_form() -> Form:
    """The form, read once."""
    return parse_form(json.loads(_FILE.read_text(encoding="utf-8")))


def entry_from_form(values: Mapping[str, Value], *, year: int, today: date) -> ExpenseEntry:
    """The entry of a valid form; raises FieldsInvalid for another year, a day to come, no licence (OB-66)."""
    day, files = values["ngay_chi"], values.get("tep")
    if not isinstance(day, date):
        raise TypeError(day)
    contractor, licence = str(values.get("don_vi_nhan") or ""), str(values.get("giay_xac_nhan") or "")
    wrong: dict[str, list[Message]] = {}
    if day > today:
        wrong["ngay_chi"] = [("Ngày chi chưa đến.", "This day has not come yet.")]
    elif day.year != year:
        wrong["ngay_chi"] = [(f"Ngày chi không thuộc năm {year}.", f"Not a day of {year}.")]
    if contractor and not licence:
        wrong["giay_xac_nhan"] = [
            (
                "Ghi số Giấy xác nhận: chỉ thuê tổ chức tư vấn, đào tạo được cấp Giấy xác nhận.",
                "Give the licence: only licensed consultants and trainers are hired.",
            )
        ]
    if wrong:
        raise FieldsInvalid(fields=wrong)
    first = files[0] if isinstance(files, list) and files else None
    return ExpenseEntry(
        spent_on=day,
        what=str(values["noi_dung"]),
        line=parse_id(str(values.get("dong") or "")),
        amount=int(str(values["so_tien"])),
        voucher=str(values["chung_tu"]),
        contractor=contractor,
        licence=licence,
        file=parse_id(str(first.get("id"))) if isinstance(first, dict) else None,
    )
