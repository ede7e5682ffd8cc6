"""Repeating tables: cells read by their columns, errors at their cells, rows that come and go."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.forms import (
    ForgedField,
    Submitted,
    after_button,
    default_texts,
    draft_texts,
    lint_form,
    to_submitted,
)
from engine.domain.forms.tables import MOST_LETTERS
from engine.domain.values import Value, dump_values, load_values
from tests.domain.form_answers import COLUMNS, answers, of, refused, table


def test_rows_become_records_with_the_types_of_their_columns() -> None:
    values = {
        "giay_to": ["2"],
        "giay_to__1__ten": [" Đơn đề nghị "],
        "giay_to__1__so_luong": ["2"],
        "giay_to__1__tu": ["05/02/2026"],
        "giay_to__1__ban_chinh": ["true"],
        "giay_to__2__ten": ["Bản vẽ"],
        "giay_to__2__loai": ["B"],
    }
    assert answers(of(table()), values)["giay_to"] == [
        {
            "ten": "Đơn đề nghị",
            "so_luong": 2,
            "tu": date(2026, 2, 5),
            "den": None,
            "loai": None,
            "ban_chinh": True,
        },
        {"ten": "Bản vẽ", "so_luong": None, "tu": None, "den": None, "loai": "B", "ban_chinh": False},
    ]


def test_what_is_wrong_is_told_at_its_cell_under_the_number_that_the_page_shows() -> None:
    values = {
        "giay_to": ["3"],
        "giay_to__1__ten": [""],
        "giay_to__2__so_luong": ["0"],
        "giay_to__3__ten": ["Bản vẽ"],
        "giay_to__3__tu": ["05/02/2026"],
        "giay_to__3__den": ["04/02/2026"],
        "giay_to__3__loai": ["C"],
    }
    wrong = refused(of(table()), values)
    assert list(wrong) == [
        "giay_to__2__ten",
        "giay_to__2__so_luong",
        "giay_to__3__den",
        "giay_to__3__loai",
    ]
    assert wrong["giay_to__3__den"] == "Nhập ngày từ 05/02/2026 trở đi."


def test_rows_in_which_nothing_stands_are_no_rows_but_a_ticked_box_is_something() -> None:
    optional = of(table(components=[COLUMNS[5], {**COLUMNS[1]}]))
    values = {"giay_to": ["4"], "giay_to__2__ban_chinh": ["true"], "giay_to__4__so_luong": [" "]}
    assert answers(optional, values)["giay_to"] == [{"ban_chinh": True, "so_luong": None}]


@pytest.mark.parametrize(
    ("rules", "rows", "told"),
    [
        ({"required": True}, 0, "Nhập ít nhất 1 dòng (hiện có 0)."),
        ({"minRows": 2}, 1, "Nhập ít nhất 2 dòng (hiện có 1)."),
        ({"maxRows": 2}, 3, "Nhập không quá 2 dòng (hiện có 3)."),
    ],
)
def test_too_few_and_too_many_rows_are_told_at_the_table(rules: dict[str, Any], rows: int, told: str) -> None:
    values = {"giay_to": [str(rows)]} | {f"giay_to__{n}__ten": ["x"] for n in range(1, rows + 1)}
    assert refused(of(table(validate=rules)), values)["giay_to"] == told


def test_a_table_that_is_too_long_as_a_whole_is_refused() -> None:
    form = of(table(components=[{"type": "textarea", "key": "y", "label": "Ý"}]))
    rows = MOST_LETTERS // 20_000 + 1
    values = {"giay_to": [str(rows)]} | {f"giay_to__{n}__y": ["a" * 20_000] for n in range(1, rows + 1)}
    assert "200.000" in refused(form, values)["giay_to"]


@pytest.mark.parametrize(
    "forged",
    [
        {"giay_to": ["1"], "giay_to__2__ten": ["x"]},
        {"giay_to": ["1"], "giay_to__1__khac": ["x"]},
        {"giay_to": ["1"], "giay_to__1__ten": ["x", "y"]},
        {"giay_to": ["nhiều"]},
        {"giay_to": ["1", "2"]},
        {"bang_khac__1__ten": ["x"]},
    ],
)
def test_cells_that_no_page_of_the_form_sends_are_forged(forged: dict[str, list[str]]) -> None:
    with pytest.raises(ForgedField):
        answers(of(table()), forged)


def test_a_program_need_not_say_how_many_rows_there_are() -> None:
    found = answers(of(table()), {"giay_to__2__ten": ["x"]})["giay_to"]
    assert isinstance(found, list)
    assert len(found) == 1


def test_a_table_that_is_only_read_gives_no_value_and_refuses_nothing() -> None:
    form = of(table(readonly=True))
    shown: list[Value] = [{"ten": "Đơn", "so_luong": 2}]
    assert default_texts(form, {"giay_to": shown})["giay_to__1__so_luong"] == ["2"]
    assert answers(form, {"giay_to": ["1"], "giay_to__1__ten": ["khác"]}, giay_to=shown) == {}


def test_a_fresh_table_shows_as_many_rows_as_are_needed_with_their_defaults() -> None:
    columns = [{"type": "number", "key": "so", "label": "Số", "defaultValue": 1}]
    form = of(table(components=columns, validate={"minRows": 2}))
    assert default_texts(form, {}) == {
        "giay_to": ["2"],
        "giay_to__1__so": ["1"],
        "giay_to__2__so": ["1"],
    }


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "ten": st.text("abcđẽ -", min_size=1, max_size=8).map(lambda t: t.strip() or "x"),
            "so_luong": st.none() | st.integers(1, 10**9),
            "tu": st.none() | st.dates(date(1900, 1, 1), date(2000, 1, 1)),
            "den": st.none() | st.dates(date(2000, 1, 1), date(2199, 1, 1)),
            "loai": st.none() | st.sampled_from(["A", "B"]),
            "ban_chinh": st.booleans(),
        }
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(rows=ROWS)
def test_rows_written_to_a_page_and_sent_back_are_equal(rows: list[Value]) -> None:
    form = of(table())
    read = answers(form, to_submitted({"giay_to": rows}))
    assert read == {"giay_to": rows}
    assert load_values(dump_values(read)) == read
    assert answers(form, default_texts(of(table(defaultKey="truoc")), {"truoc": rows})) == read or not rows


@settings(max_examples=60)
@given(rows=ROWS.filter(bool), at=st.integers(0, 9))
def test_taking_a_row_away_leaves_the_others_as_they_were_in_order(rows: list[Value], at: int) -> None:
    form, number = of(table()), at % len(rows) + 1
    page = {**to_submitted({"giay_to": rows}), "giay_to__drop_row": [str(number)]}
    again = after_button(form, page)
    assert again is not None
    left = [row for place, row in enumerate(rows, start=1) if place != number]
    assert answers(form, again.texts) == {"giay_to": left}


@settings(max_examples=60)
@given(rows=ROWS)
def test_adding_a_row_keeps_what_was_typed_and_taking_it_away_restores_it(
    rows: list[Value],
) -> None:
    form, page = of(table()), to_submitted({"giay_to": rows, "khac": "x"})
    longer = after_button(form, {**page, "giay_to__add_row": ["1"]})
    assert longer is not None
    assert longer.texts["giay_to"] == [str(len(rows) + 1)]
    assert longer.texts["khac"] == ["x"]
    back = after_button(form, {**longer.texts, "giay_to__drop_row": [str(len(rows) + 1)]})
    assert back is not None
    assert {**page, "giay_to": [str(len(rows))]} == back.texts


def test_a_full_table_takes_no_more_rows_and_odd_buttons_change_nothing() -> None:
    form = of(table(validate={"maxRows": 1}))
    page = {"giay_to": ["1"], "giay_to__1__ten": ["x"]}
    for button in ({"giay_to__add_row": ["1"]}, {"giay_to__drop_row": ["9"]}, {"giay_to__drop_row": ["²"]}):
        again = after_button(form, {**page, **button})
        assert again is not None
        assert again.texts == page
    assert after_button(form, page) is None


def test_a_draft_keeps_the_cells_of_open_tables_alone() -> None:
    form = of(table(), table(key="cu", readonly=True))
    sent = {"giay_to": ["1"], "giay_to__1__ten": ["x"], "cu": ["1"], "cu__1__ten": ["y"], "la": ["z"]}
    assert draft_texts(form, Submitted(values=sent)) == {"giay_to": ["1"], "giay_to__1__ten": ["x"]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"components": []}, "Chưa có trường nào"),
        ({"components": [{"type": "radio", "key": "a", "label": "A"}]}, "Cột của bảng"),
        ({"components": [table()]}, "Cột của bảng"),
        ({"components": [COLUMNS[0], COLUMNS[0]]}, "đã dùng"),
        ({"components": [{**COLUMNS[0], "readonly": True}]}, "“readonly” không được hỗ trợ"),
        ({"components": [{**COLUMNS[0], "key": f"c{n}"} for n in range(13)]}, "Nhiều hơn 12 cột"),
        ({"validate": {"minRows": 3, "maxRows": 2}}, "“minRows” lớn hơn"),
        ({"validate": {"maxRows": 201}}, "từ 1 đến 200"),
        ({"path": "giay_to"}, "“path” không được hỗ trợ"),
    ],
)
def test_what_a_table_may_not_be_is_named(change: dict[str, Any], told: str) -> None:
    problems = lint_form({"type": "default", "id": "thu", "components": [table(**change)]})
    assert any(told in problem.vi for problem in problems), problems


def test_tables_that_may_grow_beyond_what_a_page_can_send_are_refused_together() -> None:
    columns = [{**COLUMNS[0], "key": f"c{n}"} for n in range(12)]
    big = [table(key=key, components=columns) for key in ("mot", "hai", "ba")]
    (problem,) = lint_form({"type": "default", "id": "thu", "components": big})
    assert "5000 ô" in problem.vi
    assert not lint_form({"type": "default", "id": "thu", "components": big[:2]})


def test_columns_have_names_of_their_own() -> None:
    name = {"type": "textfield", "key": "ten", "label": "Tên"}
    form = of(name, table(), table(key="khac"))
    assert [each.key for each in form.inputs] == ["ten", "giay_to", "khac"]
    assert not lint_form({"type": "default", "id": "thu", "components": [name, table()]})


def test_conditions_do_not_look_at_tables_and_receipts() -> None:
    asking = {"type": "textfield", "key": "a", "label": "A", "conditional": {"hide": "= giay_to = null"}}
    (problem,) = lint_form({"type": "default", "id": "thu", "components": [table(), asking]})
    assert "không hợp với loại" in problem.vi
