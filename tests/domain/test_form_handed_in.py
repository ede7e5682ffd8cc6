"""A receipt signed at a moment, a document found in a register, and the template that a form notes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import (
    ForgedField,
    Submitted,
    TemplateNote,
    after_button,
    lint_form,
    to_submitted,
    validate,
)
from engine.domain.values import Value
from tests.domain.form_answers import LAW, NOW, answers, of, refused, table

RECEIPT = {"type": "receipt", "key": "ky", "label": "Ký nhận", "paperNumber": True}


def test_a_citizens_receipt_keeps_name_paper_moment_and_the_account_that_confirms() -> None:
    sent = {"ky": ["citizen"], "ky__name": [" Trần Văn A "], "ky__paper": ["079012345678"]}
    assert answers(of(RECEIPT), sent)["ky"] == {
        "receiver": "citizen",
        "name": "Trần Văn A",
        "paper": "079012345678",
        "at": NOW,
        "account": "can-bo",
    }


def test_an_officers_receipt_takes_the_name_of_the_account_whatever_was_typed() -> None:
    form = of({**RECEIPT, "receiver": "either"})
    signed = answers(form, {"ky": ["officer"], "ky__name": ["Người khác"]})["ky"]
    assert isinstance(signed, dict)
    assert (signed["name"], signed["account"], signed["paper"]) == ("Nguyễn Thị Cán Bộ", "can-bo", None)


def test_the_moment_of_a_receipt_is_never_what_a_page_says() -> None:
    with pytest.raises(ForgedField):
        answers(of(RECEIPT), {"ky": ["citizen"], "ky__name": ["A"], "ky__at": ["2020-01-01"]})


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"ky": ["citizen"]}, "ky__name"),
        ({"ky": [""], "ky__name": ["Trần Văn A"]}, "ky"),
        ({"ky": ["officer"], "ky__name": ["A"]}, "ky"),
        ({"ky": ["citizen"], "ky__name": ["A" * 201]}, "ky__name"),
        ({"ky": ["citizen"], "ky__name": ["A"], "ky__paper": ["1" * 51]}, "ky__paper"),
        ({}, "ky"),
    ],
)
def test_half_a_receipt_is_refused_at_what_is_missing(sent: dict[str, list[str]], wrong: str) -> None:
    assert list(refused(of({**RECEIPT, "validate": {"required": True}}), sent)) == [wrong]


def test_nothing_is_signed_where_nobody_is_known_to_hand_it_in() -> None:
    sent = Submitted(values={"ky": ["citizen"], "ky__name": ["A"]})
    with pytest.raises(FieldsInvalid):
        validate(of(RECEIPT), sent, {})


def test_an_optional_receipt_may_stay_unsigned() -> None:
    assert answers(of(RECEIPT), {"ky__name": [""], "ky__paper": [""]}) == {"ky": None}


# References

LAWS = {
    "type": "reference",
    "key": "can_cu",
    "label": "Căn cứ",
    "registers": ["legal_document", "case_file"],
    "validate": {"required": True},
}


def test_a_reference_is_what_the_register_says_now_not_what_the_page_says() -> None:
    assert answers(of(LAWS), {"can_cu": [f"legal_document:{LAW}"], "can_cu__search": ["217"]})["can_cu"] == {
        "register": "legal_document",
        "id": LAW,
        "label": "217/2026/NĐ-CP",
        "version": "bản 1",
    }


@pytest.mark.parametrize(
    "sent", ["legal_document:khac", f"procedure:{LAW}", f"case_file:{LAW}", LAW, "legal_document"]
)
def test_a_document_that_the_registers_of_the_field_do_not_hold_is_refused(sent: str) -> None:
    assert "không còn tìm thấy" in refused(of(LAWS), {"can_cu": [sent]})["can_cu"].lower()


def test_a_search_that_was_not_carried_out_comes_before_handing_in() -> None:
    form = of(LAWS)
    undone = {"can_cu": [""], "can_cu__search": ["217"], "can_cu__searched": [""]}
    again = after_button(form, undone)
    assert again is not None
    assert again.field == "can_cu"
    assert after_button(form, {**undone, "can_cu__searched": ["217"]}) is None
    assert after_button(form, {**undone, "can_cu__searched": ["217"], "can_cu__find": ["1"]}) is not None


def test_a_reference_may_be_asked_whether_something_was_picked() -> None:
    why = {
        "type": "textfield",
        "key": "vi_sao",
        "label": "Vì sao",
        "conditional": {"hide": "= can_cu != null"},
    }
    form = of({**LAWS, "validate": {}}, why)
    assert "vi_sao" not in answers(form, {"can_cu": [f"legal_document:{LAW}"]})
    assert "vi_sao" in answers(form, {"can_cu": [""]})


@pytest.mark.parametrize("registers", [None, [], ["kho"], "legal_document", [["legal_document"]]])
def test_a_reference_names_its_registers(registers: object) -> None:
    problems = lint_form({"type": "default", "id": "x", "components": [{**LAWS, "registers": registers}]})
    assert any("registers" in problem.vi for problem in problems)


def test_records_of_a_script_fill_the_form_as_a_page_would() -> None:
    form = of(table(), RECEIPT, LAWS)
    script: dict[str, Value] = {
        "giay_to": [{"ten": "Đơn", "so_luong": Decimal(2)}],
        "ky": {"receiver": "citizen", "name": "A"},
        "can_cu": {"register": "legal_document", "id": LAW},
    }
    read = answers(form, to_submitted(script))
    assert isinstance(read["giay_to"], list)
    assert read["can_cu"] is not None
    assert read["ky"] is not None


# The top of a form


def test_a_form_notes_the_version_of_its_template() -> None:
    form = of(table(), template={"code": "Mẫu 05", "valid_from": "2025-10-15"})
    assert form.template == TemplateNote(code="Mẫu 05", valid_from=date(2025, 10, 15))
    assert of(table()).template is None


@pytest.mark.parametrize(
    "template",
    [
        {},
        {"code": "Mẫu 05"},
        {"code": "Mẫu 05", "valid_from": "x"},
        {"valid_from": "2025-10-15"},
        {"code": "Mẫu 05", "valid_from": "2025-10-15", "x": 1},
        "Mẫu 05",
        7,
    ],
)
def test_half_a_note_of_a_template_is_a_problem(template: object) -> None:
    assert lint_form({"type": "default", "id": "x", "template": template, "components": [table()]})
