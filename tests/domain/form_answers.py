"""What tests of form fields share: a table, who hands in, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Form, HandedIn, ReferencedDocument, Register, Submitted, parse_form, validate
from engine.domain.values import Value

NOW = datetime(2026, 11, 22, 3, 5, tzinfo=UTC)
LAW = "00000000-0000-0000-0000-000000000217"
COLUMNS: list[dict[str, Any]] = [
    {"type": "textfield", "key": "ten", "label": "Tên giấy tờ", "validate": {"required": True}},
    {"type": "number", "key": "so_luong", "label": "Số bản", "validate": {"min": 1}, "decimalDigits": 0},
    {"type": "datetime", "key": "tu", "label": "Từ ngày"},
    {"type": "datetime", "key": "den", "label": "Đến ngày", "validate": {"notBefore": "tu"}},
    {"type": "select", "key": "loai", "label": "Loại", "valuesKey": "cac_loai"},
    {"type": "checkbox", "key": "ban_chinh", "label": "Bản chính"},
]
CASE: dict[str, Value] = {"cac_loai": ["A", "B"]}


def table(**more: Any) -> dict[str, Any]:
    return {"type": "dynamiclist", "key": "giay_to", "label": "Giấy tờ", "components": COLUMNS, **more}


def of(*components: Mapping[str, Any], **top: Any) -> Form:
    return parse_form({"type": "default", "id": "thu", "components": list(components), **top})


def handed_in() -> HandedIn:
    def document(register: Register, number: str) -> ReferencedDocument | None:
        known = register is Register.LEGAL_DOCUMENT and number == LAW
        return (
            ReferencedDocument(register=register, id=number, label="217/2026/NĐ-CP", version="bản 1")
            if known
            else None
        )

    return HandedIn(at=NOW, account="can-bo", name=lambda: "Nguyễn Thị Cán Bộ", document=document)


def answers(form: Form, values: Mapping[str, Sequence[str]], **case: Value) -> dict[str, Value]:
    return validate(form, Submitted(values=values), {**CASE, **case}, given=handed_in())


def refused(form: Form, values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    with pytest.raises(FieldsInvalid) as refusal:
        answers(form, values)
    return {name: messages[0][0] for name, messages in refusal.value.fields.items()}
