"""A form of a model is read strictly: whatever is wrong with it is named, and all at once."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.forms import (
    ConditionRefused,
    FieldType,
    FormRefused,
    lint_form,
    parse_condition,
    parse_form,
)

YES_NO = [{"label": "Có", "value": "co"}, {"label": "Không", "value": "khong"}]


def raw_form(*components: object) -> dict[str, object]:
    return {"type": "default", "id": "thu", "title": "Thử", "components": list(components)}


def field(kind: str, key: str = "muc", **others: object) -> dict[str, object]:
    return {"type": kind, "key": key, "label": "Mục", **others}


def test_a_sound_form_is_read_with_both_languages() -> None:
    form = parse_form(
        {
            "type": "default",
            "id": "sang-loc",
            "title": "Sàng lọc",
            "titleEn": "Screening",
            "schemaVersion": 19,
            "components": [
                {"type": "text", "text": "Đọc kỹ văn bản.", "textEn": "Read the document."},
                {"type": "separator"},
                {
                    "type": "group",
                    "label": "Kết luận",
                    "components": [
                        field("radio", "ket_luan", labelEn="Result", values=YES_NO),
                        field("filepicker", "tep", multiple=True, accept=".pdf, .docx"),
                    ],
                },
            ],
        }
    )
    result, files = form.inputs
    assert (form.title.said_in("en_GB"), form.title.said_in("vi")) == ("Screening", "Sàng lọc")
    assert (result.label.said_in("en"), result.options[0].label.said_in("en")) == ("Result", "Có")
    assert (files.type, files.accept, files.multiple) == (FieldType.FILES, (".pdf", ".docx"), True)


@pytest.mark.parametrize(
    ("component", "said"),
    [
        ({"type": "button", "label": "Gửi"}, "Loại trường “button” không được hỗ trợ."),
        ({"type": ["textfield"]}, "Loại trường “['textfield']” không được hỗ trợ."),
        ("textfield", "components[0] phải là một đối tượng."),
        (field("textfield", ""), "Mã trường gồm chữ thường"),
        (field("textfield", "Số hiệu"), "Mã trường gồm chữ thường"),
        (field("textfield", "a__remove"), "Mã trường gồm chữ thường"),
        (field("textfield", "csrf_token"), "Mã trường gồm chữ thường"),
        ({"type": "textfield", "key": "a"}, "Chưa có “label”."),
        (field("textfield", label=5), "“label” phải là chữ"),
        (field("textfield", requird=True), "Thuộc tính “requird” không được hỗ trợ."),
        (field("textfield", validate={"min": 3}), "Thuộc tính “min” không được hỗ trợ."),
        (field("textfield", validate=[]), "“validate” phải là một đối tượng."),
        (field("textfield", validate={"required": "yes"}), "“required” phải là true hoặc false."),
        (field("textfield", validate={"maxLength": 0}), "“maxLength” phải là số nguyên từ 1 đến"),
        (field("textfield", validate={"minLength": 5, "maxLength": 2}), "“minLength” lớn hơn “maxLength”."),
        (field("textfield", validate={"pattern": "(a"}), "viết sai"),
        (field("textfield", validate={"pattern": "a", "maxLength": 500}), "“maxLength” phải là số nguyên"),
        (field("number", validate={"min": "1"}), "“min” phải là số."),
        (field("number", validate={"min": 2, "max": 1}), "“min” lớn hơn “max”."),
        (field("number", defaultValue=float("inf")), "“defaultValue” phải là số."),
        (field("datetime", subtype="time"), "Chỉ hỗ trợ “subtype”: “date”."),
        (field("datetime", validate={"notBefore": "31/02/2026"}), "Lịch không có ngày 31/02/2026."),
        (field("datetime", validate={"notBefore": "= x"}), "“notBefore” phải là tên biến."),
        (field("textfield", validate={"notAmong": "a..b"}), "“notAmong” phải là tên biến hoặc"),
        (field("textarea", validate={"notAmong": "a"}), "“notAmong”"),
        (field("datetime", defaultValue="mai"), "Nhập ngày theo dạng"),
        (field("select"), "Cần đúng một trong hai"),
        (field("radio", values=YES_NO, valuesKey="ds"), "Cần đúng một trong hai"),
        (field("checklist", values=[]), "“values” phải có từ 1 đến"),
        (field("radio", values=[*YES_NO, YES_NO[0]]), "Lựa chọn “co” bị lặp."),
        (field("radio", values=[{"label": "Có"}]), "Lựa chọn chưa có “value”."),
        (field("radio", values=[{"value": "co"}]), "Chưa có “label”."),
        (field("radio", values=YES_NO, defaultValue="khac"), "“defaultValue” không nằm trong các lựa chọn."),
        (field("checklist", values=YES_NO, defaultValue="co"), "“defaultValue” không phải là lựa chọn."),
        (field("filepicker", accept=".exe"), "Loại tệp “.exe” không được hỗ trợ."),
        (field("filepicker", validate={"maxSizeMb": 0}), "“maxSizeMb” phải là số nguyên"),
        ({"type": "text"}, "Chưa có “text”."),
        ({"type": "group", "label": "Nhóm", "components": []}, "Chưa có trường nào."),
        (field("textfield", conditional={"hide": "=a+1"}), "Điều kiện “=a+1” không đọc được."),
        (field("textfield", conditional={"hide": '="a" = a'}), "không đọc được"),
        (field("textfield", conditional={"hide": '= a = "x" or'}), "không đọc được"),
        (field("textfield", conditional={"hide": '= a = "\\x"'}), "không đọc được"),
        (field("textfield", conditional={"show": "= a = 1"}), "Thuộc tính “show” không được hỗ trợ."),
        (field("textfield", conditional={"hide": '= muc = "1"'}), "phụ thuộc vào chính nó"),
    ],
)
def test_what_is_wrong_with_a_field_is_named(component: object, said: str) -> None:
    problems = lint_form(raw_form(component))
    assert any(said in problem.vi for problem in problems), problems
    assert all(problem.en for problem in problems)
    with pytest.raises(FormRefused) as refused:
        parse_form(raw_form(component))
    assert refused.value.problems == problems


def test_all_problems_are_told_at_once_and_where() -> None:
    problems = lint_form(
        raw_form(field("textfield", "a"), field("textfield", "a"), {"type": "button"}, field("radio", "b"))
    )
    assert [problem.where for problem in problems] == ["a", "components[2]", "b"]


def test_a_form_without_id_or_fields_is_refused() -> None:
    assert {problem.en for problem in lint_form({})} == {"The form has no “id”.", "There are no fields."}


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        (field("radio", "a", values=YES_NO), "= a > 1"),
        (field("radio", "a", values=YES_NO), "= a = true"),
        (field("number", "a"), '= a = "1"'),
        (field("checkbox", "a"), '= a = "true"'),
        (field("datetime", "a"), '= a = "2026-01-01"'),
        (field("checklist", "a", values=YES_NO), '= a = "co"'),
        (field("filepicker", "a"), "= a = null"),
    ],
)
def test_a_condition_must_fit_the_kind_of_field_it_looks_at(
    asked: Mapping[str, object], condition: str
) -> None:
    [problem] = lint_form(raw_form(asked, field("textfield", "b", conditional={"hide": condition})))
    assert "does not fit" in problem.en


def test_conditions_that_wait_for_each_other_are_refused() -> None:
    group = {
        "type": "group",
        "label": "Nhóm",
        "components": [field("textfield", "b")],
        "conditional": {"hide": "= a = null"},
    }
    problems = lint_form(raw_form(field("textfield", "a", conditional={"hide": "= b = null"}), group))
    assert {problem.where for problem in problems} == {"a", "b"}


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "^(a|a)*$",
        "^(a|aa)+$",
        "^(.*)(.*)(.*)(.*)$",
        "^(a{0,50}){0,50}$",
        "^((a?)?){40}b$",
        ".*.*.*=",
    ],
)
def test_a_pattern_that_may_explode_is_refused(pattern: str) -> None:
    [problem] = lint_form(raw_form(field("textfield", validate={"pattern": pattern})))
    assert "có thể chạy rất lâu" in problem.vi


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a)\1",
        "(?=a)b",
        "(?P<x>a)",
        "(?i)a",
        "[[:alpha:]]",
        "[a--b]",
        r"\Aa",
        "a++",
        "a{,3}",
        "*a",
        "a" * 201,
        "[]",
    ],
)
def test_a_pattern_outside_the_subset_is_refused(pattern: str) -> None:
    assert len(lint_form(raw_form(field("textfield", validate={"pattern": pattern})))) == 1


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[0-9]+/[0-9]{4}/[A-ZĐ]+-[A-ZĐ]{1,10}$",
        r"^[0-9]{1,5}/[0-9]{4}/[A-ZĐ]{1,10}(-[A-ZĐ]{1,10}){0,2}$",
        r"^(?:0|\+84)[35789][0-9]{8}$",
        r"^[\w.-]{1,60}@[\w-]{1,60}$",
        r"^\d{1,3}(\.\d{1,2}){0,3}$",
        r"[0-9]",
    ],
)
def test_patterns_of_everyday_office_numbers_are_taken(pattern: str) -> None:
    assert lint_form(raw_form(field("textfield", validate={"pattern": pattern}))) == ()


PIECES = st.sampled_from(["a", "b", ".", "[ab]", r"\w", "(a|b)", "(?:ab)", "a?", "^", "$", "(a|ab)"])
REPEATS = st.sampled_from(["", "", "*", "+", "?", "{0,9}", "{2}", "+?"])


@given(
    pieces=st.lists(st.tuples(PIECES, REPEATS), min_size=1, max_size=8),
    text=st.sampled_from(["a" * 200, "ab" * 100, "a" * 199 + "!", "ba" * 99 + "!!"]),
)
def test_no_pattern_that_is_taken_holds_a_worker(pieces: list[tuple[str, str]], text: str) -> None:
    pattern = "".join(piece + repeat for piece, repeat in pieces) + "!$"
    raw = raw_form(field("textfield", validate={"pattern": pattern}))
    if lint_form(raw):
        return
    compiled = parse_form(raw).inputs[0].rules.pattern
    assert compiled is not None
    began = time.process_time()
    compiled.search(text)
    assert time.process_time() - began < 3


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=8)
        | st.sampled_from(list(FieldType)),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "type",
                        "key",
                        "label",
                        "validate",
                        "values",
                        "components",
                        "conditional",
                        "hide",
                        "pattern",
                        "valuesKey",
                        "accept",
                        "defaultValue",
                        "min",
                        "maxLength",
                        "notBefore",
                        "label",
                        "value",
                        "id",
                    ]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_either_a_form_or_refused_with_reasons(raw: object) -> None:
    whole = raw if isinstance(raw, dict) else raw_form(raw)
    problems = lint_form(whole)
    if not problems:
        parse_form(whole)
    assert all(problem.where and problem.vi and problem.en for problem in problems)


LITERALS = st.none() | st.booleans() | st.integers(-999, 999).map(str) | st.text(max_size=12)


@given(
    st.text(max_size=40)
    | st.lists(st.tuples(st.sampled_from("abc"), LITERALS), min_size=1, max_size=4).map(repr)
)
def test_a_condition_that_is_read_can_be_written_and_read_again(text: str) -> None:
    with suppress(ConditionRefused):
        condition = parse_condition(f"= {text}")
        assert parse_condition("= " + condition.written()) == condition


def test_a_condition_is_written_for_the_page_and_read_again() -> None:
    condition = parse_condition('=a="x \\"y\\"" and b>=1.50 or c!=null or d=true or e<0.00000001')
    assert (
        condition.written("k-")
        == 'k-a = "x \\"y\\"" and k-b >= 1.50 or k-c != null or k-d = true or k-e < 0.00000001'
    )
    assert parse_condition("=" + condition.written()) == condition


def test_a_condition_is_shortened_by_what_is_known_already() -> None:
    condition = parse_condition('= a = "1" and b = "1" or c = "1"')

    def left(**known: str) -> object:
        given_known = condition.given(known.__contains__, known.get)
        return given_known if isinstance(given_known, bool) else given_known.written()

    assert left(a="1") == 'b = "1" or c = "1"'
    assert left(a="0") == 'c = "1"'
    assert left(a="0", c="0") is False
    assert left(c="1") is True
