"""Editing a form: what is not touched stays as it was, and what was done can be taken back."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import lint_form, parse_form
from engine.domain.forms.editing import (
    ComponentGone,
    at,
    moved,
    same_component,
    slug,
    standing,
    with_added,
    without,
)
from engine.domain.forms.entering import (
    WHOLE,
    asked_of,
    changed,
    form_changed,
    shown,
    shown_when,
)
from engine.domain.forms.fields import FieldType
from engine.domain.forms.importing import imported
from engine.domain.forms.kinds import KINDS
from engine.domain.forms.option_lines import options_text, read_options_text
from engine.domain.forms.raw_forms import FormTooLarge, FormUnreadable, read_raw, written
from engine.domain.forms.references import mentioning, previewed, with_references

QUICK = settings(max_examples=40, deadline=None)


def form() -> dict[str, Any]:
    """A form with a group, a condition, a bound, and a property that no builder knows."""
    return {
        "type": "default",
        "id": "phieu",
        "schemaVersion": 16,
        "components": [
            {
                "type": "radio",
                "key": "ket_luan",
                "label": "Kết luận",
                "values": [_option("co"), _option("ko")],
            },
            {
                "type": "group",
                "label": "Chi tiết",
                "components": [
                    {"type": "datetime", "key": "ngay", "label": "Ngày", "layout": {"row": "R1"}},
                    {
                        "type": "datetime",
                        "key": "den_ngay",
                        "label": "Đến ngày",
                        "validate": {"notBefore": "ngay"},
                        "conditional": {"hide": '= ket_luan != "co"'},
                    },
                ],
            },
            {"type": "textfield", "key": "ghi_chu", "label": "Ghi chú"},
        ],
    }


def _option(value: str) -> dict[str, str]:
    return {"label": value.upper(), "value": value}


PLACES = [(0,), (1,), (1, 0), (1, 1), (2,)]


@QUICK
@given(place=st.sampled_from([each for each in PLACES if each != (1,)]), step=st.sampled_from([-1, 1]))
def test_a_move_and_the_move_back_leave_the_form_as_it_was(place: tuple[int, ...], step: int) -> None:
    before = form()
    after, target = moved(before, place, step)
    assert before == form(), "the form that was given is not changed"
    found = at(after, target)
    assert found is not None
    assert found.raw == at(before, place).raw  # type: ignore[union-attr]
    if target != place:
        assert moved(after, target, -step) == (before, place)


@QUICK
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([-1, 1])), max_size=12))
def test_no_series_of_moves_loses_or_doubles_a_component(steps: list[tuple[int, int]]) -> None:
    raw = form()
    for number, step in steps:
        places = [each.place for each in standing(raw)]
        raw, _target = moved(raw, places[number % len(places)], step)
    assert sorted(str(each.raw.get("key")) for each in standing(raw)) == sorted(
        str(each.raw.get("key")) for each in standing(form())
    )
    assert raw["schemaVersion"] == 16


@QUICK
@given(place=st.sampled_from([(), *PLACES]), kind=st.sampled_from(list(FieldType)))
def test_what_is_added_can_be_used_at_once_and_taken_out_again(
    place: tuple[int, ...], kind: FieldType
) -> None:
    after, target = with_added(form(), kind, "Mới", beside=place)
    assert lint_form(after) == ()
    assert without(after, target) == form()


def test_a_field_is_added_within_a_group_and_a_column_within_a_table_only_of_its_kinds() -> None:
    grown, target = with_added(form(), FieldType.TABLE, "Bảng", beside=(1,), within=True)
    assert target == (1, 2)
    column, where = with_added(grown, FieldType.NUMBER, "Số", beside=target, within=True)
    assert lint_form(column) == ()
    assert at(column, where).kind == KINDS[FieldType.NUMBER].as_column  # type: ignore[union-attr]
    with pytest.raises(ComponentGone):
        with_added(grown, FieldType.GROUP, "Nhóm", beside=target, within=True)
    assert moved(column, where, 1)[1] == where, "a column does not leave its table"


def test_a_button_of_a_page_that_is_behind_means_the_same_component_or_none() -> None:
    seen = {"type": "textfield", "key": "ghi_chu"}
    up, _place = moved(form(), (2,), -1)
    assert same_component(up, (2,), seen).place == (1, 2)
    with pytest.raises(ComponentGone):
        same_component(without(form(), (2,)), (2,), seen)
    with pytest.raises(ComponentGone):
        same_component(form(), (0,), {"type": "group"})


def test_a_changed_key_is_followed_by_conditions_and_bounds() -> None:
    raw = form()
    seen = raw["components"][0]
    after = changed(raw, (0,), seen, _texts(raw, (0,)) | {"key": ["y_kien"]})
    assert at(after, (1, 1)).raw["conditional"]["hide"] == '= y_kien != "co"'  # type: ignore[union-attr]
    assert [each.raw["key"] for each in mentioning(after, "y_kien")] == ["den_ngay"]
    renamed = with_references(raw, "ngay", "tu_ngay")
    assert at(renamed, (1, 1)).raw["validate"]["notBefore"] == "tu_ngay"  # type: ignore[union-attr]


def _texts(raw: dict[str, Any], place: tuple[int, ...]) -> dict[str, list[str]]:
    """What the inspector sends of a component that nobody touched."""
    here = at(raw, place)
    assert here is not None
    assert here.kind is not None
    return {
        name: list(shown(here.raw, each, name))
        for each in asked_of(here.kind.properties)
        for name in each.names
    }


@QUICK
@given(place=st.sampled_from(PLACES))
def test_what_is_sent_as_it_was_shown_changes_nothing(place: tuple[int, ...]) -> None:
    raw = form()
    seen = at(raw, place).raw  # type: ignore[union-attr]
    assert changed(raw, place, seen, _texts(raw, place)) == form()


def test_a_page_that_is_behind_changes_what_was_touched_and_takes_nothing_back() -> None:
    raw = form()
    seen = dict(raw["components"][2])
    meanwhile = changed(raw, (2,), seen, _texts(raw, (2,)) | {"description": ["Ngắn gọn"]})
    after = changed(meanwhile, (2,), seen, _texts(raw, (2,)) | {"validate.maxLength": ["1.000"]})
    assert after["components"][2] == seen | {"description": "Ngắn gọn", "validate": {"maxLength": 1000}}
    bare = changed(after, (2,), after["components"][2], {"label": ["Ghi chú"], "key": ["ghi_chu"]})
    assert bare["components"][2] == seen, "an object left empty goes with its last property"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("key", "Ghi chú"),
        ("key", "ket_luan"),
        ("label", ""),
        ("validate.maxLength", "nhiều"),
        ("validate.maxLength", "0"),
        ("validate.pattern", "(a+)+$"),
        ("conditional.hide", "ket_luan co"),
        ("conditional.hide", "= ghi_chu = 1"),
    ],
)
def test_what_cannot_be_is_told_at_its_property_and_not_saved(name: str, text: str) -> None:
    raw = form()
    with pytest.raises(FieldsInvalid) as refused:
        changed(raw, (2,), raw["components"][2], _texts(raw, (2,)) | {name: [text]})
    assert list(refused.value.fields) == [name]


def test_two_bounds_that_only_together_are_wrong_are_told_of_the_whole_field() -> None:
    raw = form()
    typed = _texts(raw, (2,)) | {"validate.minLength": ["9"], "validate.maxLength": ["3"]}
    with pytest.raises(FieldsInvalid) as refused:
        changed(raw, (2,), raw["components"][2], typed)
    assert list(refused.value.fields) == [WHOLE]


def test_the_key_that_the_builder_gave_follows_the_label_and_a_chosen_one_does_not() -> None:
    raw, place = with_added(form(), FieldType.DATE, "Ngày", beside=(2,))
    seen = at(raw, place).raw  # type: ignore[union-attr]
    named = changed(raw, place, seen, _texts(raw, place) | {"label": ["Ngày"]})
    assert at(named, place).raw["key"] == "truong_1", "nothing was typed"  # type: ignore[union-attr]
    named = changed(raw, place, seen, _texts(raw, place) | {"label": ["Đến ngày"]})
    assert at(named, place).raw["key"] == "den_ngay_2"  # type: ignore[union-attr]
    again = changed(named, place, at(named, place).raw, _texts(named, place) | {"label": ["Khác"]})  # type: ignore[union-attr]
    assert at(again, place).raw["key"] == "den_ngay_2"  # type: ignore[union-attr]
    assert (slug("Ngày hiệu lực"), slug("3 ngày"), slug("!")) == ("ngay_hieu_luc", "truong_3_ngay", "truong")


def test_days_are_kept_as_iso_and_numbers_as_numbers() -> None:
    raw = form()
    place = (1, 0)
    seen = at(raw, place).raw  # type: ignore[union-attr]
    after = changed(raw, place, seen, _texts(raw, place) | {"defaultValue": ["5/2/2026"]})
    assert at(after, place).raw["defaultValue"] == "2026-02-05"  # type: ignore[union-attr]
    assert _texts(after, place)["defaultValue"] == ["05/02/2026"]
    topped = form_changed(raw, raw, {"id": ["phieu"], "title": ["Phiếu thẩm định"]})
    assert (topped["title"], topped["components"]) == ("Phiếu thẩm định", raw["components"])


def test_shown_when_writes_the_condition_that_hides() -> None:
    raw = form()
    assert shown_when(raw, "ket_luan", "=", "co") == '= ket_luan != "co"'
    assert shown_when(raw, "ngay", "!=", "") == "= ngay = null"
    assert shown_when(raw, "", "=", "co") == ""
    with_box, _ = with_added(raw, FieldType.CHECKBOX, "Có mặt")
    assert shown_when(with_box, "truong_1", "=", "có") == "= truong_1 != true"
    for key, value in (("khong_co", "x"), ("truong_1", "x")):
        with pytest.raises(FieldsInvalid):
            shown_when(with_box, key, "=", value)


LABELS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text.replace("\\", "/"))
)


@QUICK
@example(options=[{"label": "a", "value": "b|"}])
@given(st.lists(st.fixed_dictionaries({"label": LABELS, "value": LABELS}), min_size=1, max_size=5))
def test_options_come_back_from_their_lines(options: list[dict[str, str]]) -> None:
    assert read_options_text(options_text(options)) == options


def test_an_option_without_a_value_gets_one_of_its_label() -> None:
    assert read_options_text("Đồng ý\n\nĐồng ý\nKhác | khac | Other") == [
        {"label": "Đồng ý", "value": "dong_y"},
        {"label": "Đồng ý", "value": "dong_y_2"},
        {"label": "Khác", "value": "khac", "labelEn": "Other"},
    ]
    with pytest.raises(Exception, match="a \\| b"):
        read_options_text("a | b | c | d")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@QUICK
@given(st.dictionaries(st.text(max_size=6), JSON, max_size=3), st.lists(JSON, max_size=4))
def test_no_form_however_odd_breaks_reading_preview_or_import(top: dict[str, Any], parts: list[Any]) -> None:
    raw = read_raw(written({**top, "components": parts}))
    assert read_raw(written(raw)) == raw
    previewed(raw)
    cleaned, _told = imported(raw)
    assert all(each.kind is not None for each in standing(cleaned))


def test_a_file_that_is_no_form_is_refused() -> None:
    for content in (b"", b"[]", b"{}", b'{"components": 3}', b"[" * 100_000):
        with pytest.raises(FormUnreadable):
            read_raw(content)
    wide: dict[str, Any]
    for wide in ({"components": [{}] * 401}, {"components": [], "x": json.loads("[" * 99 + "]" * 99)}):
        with pytest.raises(FormTooLarge):
            read_raw(json.dumps(wide).encode())
    assert read_raw(written({"components": [], "title": "\ud800"}))["title"] == "\ud800"


def test_the_preview_leaves_out_what_cannot_be_shown_and_says_what() -> None:
    raw = form()
    raw["components"][1]["components"][0]["key"] = "Ngày"
    raw["components"].append({"type": "button", "label": "Gửi"})
    shown_form, left = previewed(raw)
    assert shown_form is not None
    assert [each.key for each in shown_form.inputs] == ["ket_luan", "den_ngay", "ghi_chu"]
    assert [each.raw["label"] for each in left] == ["Ngày", "Gửi"]
    assert previewed({"id": "x", "components": []})[0] is None


def test_a_form_of_another_tool_is_made_ours_and_each_change_is_told() -> None:
    foreign = {
        "type": "default",
        "id": "Form_1",
        "exporter": {"name": "form-js"},
        "schemaVersion": 16,
        "sở_thích": 1,
        "components": [
            {"type": "textfield", "key": "applicantName", "label": "Name", "id": "Field_1", "appearance": {}},
            {"type": "number", "key": "age", "label": "Age", "validate": {"min": 1, "pattern": "x"}},
            {"type": "image", "source": "x"},
            {
                "type": "textarea",
                "key": "note",
                "label": "Note",
                "conditional": {"hide": '=applicantName = "An"'},
                "readonly": "=x",
            },
            {"type": "group", "label": "G", "path": "g", "components": [{"type": "button", "label": "B"}]},
        ],
    }
    untouched = json.loads(json.dumps(foreign))
    ours, told = imported(foreign)
    assert foreign == untouched
    said = " ".join(each.en for each in told)
    for part in ("sở_thích", "appearance", "validate.pattern", "image", "readonly", "path", "applicant_name"):
        assert part in said
    assert ours["components"][2]["conditional"]["hide"] == '= applicant_name = "An"'
    ours["components"].pop()  # the group is empty now, which the lint says
    assert parse_form(ours).inputs[1].rules.minimum == 1
