"""Texts in exported spreadsheets: never a formula, always what XML can hold."""

from __future__ import annotations

import io
from datetime import date

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from web.spreadsheet import LONGEST_CELL, Sheet, SheetColumn, harmless, workbook_answer


@pytest.mark.parametrize("text", ["=1+1", "+84 276", "-5", "@SUM(A1)", " =1", "\t=1", "\r\n@x", "＝1"])
def test_what_a_spreadsheet_program_could_calculate_is_quoted(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["217/2026/NĐ-CP", "a = b", "", "Điều 4 - khoản 1", "(1)"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(max_size=50))
def test_no_text_at_all_begins_a_formula(text: str) -> None:
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@"))


def test_any_text_survives_the_way_into_a_workbook_and_back() -> None:
    texts = ["\x00\x0bnul", "\ud800 half", "dòng 1\ndòng 2", "x" * (LONGEST_CELL + 5), "=1"]
    sheet = Sheet(
        title="Sổ",
        columns=[SheetColumn(label="=A", width=10), SheetColumn(label="Ngày", width=10)],
        rows=[(text, date(2026, 7, 1)) for text in texts],
    )
    with Flask(__name__).test_request_context("/"):
        answer = workbook_answer("a.xlsx", sheet)
        answer.direct_passthrough = False
        rows = list(load_workbook(io.BytesIO(answer.get_data())).worksheets[0].iter_rows(values_only=True))

    assert rows[0] == ("'=A", "Ngày")
    assert [row[0] for row in rows[1:]] == ["nul", " half", texts[2], "x" * LONGEST_CELL, "'=1"]
