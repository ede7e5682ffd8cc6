"""A text that the case lists as taken is refused, wherever the list stands."""

from __future__ import annotations

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import Form, Submitted, parse_form, validate
from engine.domain.values import Value


def asking(place: str) -> Form:
    """A form with one text that must differ from those at that place."""
    component = {"type": "textfield", "key": "so", "label": "Số", "validate": {"notAmong": place}}
    return parse_form({"type": "default", "id": "phieu", "title": "Phiếu", "components": [component]})


def answered(place: str, text: str, case: dict[str, Value]) -> Value:
    return validate(asking(place), Submitted(values={"so": [text]}), case)["so"]


@pytest.mark.parametrize(
    ("place", "case"),
    [
        ("da_dung", {"da_dung": ["01", "02"]}),
        ("thu_tuc.cac_phien_ban", {"thu_tuc": {"cac_phien_ban": ["02"]}}),
    ],
)
def test_a_taken_text_is_refused_and_another_one_is_not(place: str, case: dict[str, Value]) -> None:
    with pytest.raises(FieldsInvalid) as refused:
        answered(place, " 02 ", case)
    assert refused.value.fields == {
        "so": [("“02” đã được dùng; hãy nhập nội dung khác.", "“02” is taken; enter another one.")]
    }
    assert answered(place, "03", case) == "03"


@pytest.mark.parametrize(
    "case",
    [{}, {"thu_tuc": None}, {"thu_tuc": {"cac_phien_ban": "01"}}, {"thu_tuc": ["01"]}, {"thu_tuc": "01"}],
)
def test_where_nothing_is_listed_nothing_is_taken(case: dict[str, Value]) -> None:
    assert answered("thu_tuc.cac_phien_ban", "01", case) == "01"
