"""What officers submit becomes typed values, or a message at the field that fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import (
    AttachedFile,
    ForgedField,
    Form,
    Submitted,
    default_texts,
    hidden_keys,
    known_values,
    parse_form,
    to_submitted,
    validate,
)
from engine.domain.values import Value

YES_NO = [{"label": "Có", "value": "co"}, {"label": "Không", "value": "khong"}]
PDF = AttachedFile(id="f1", name="Dự thảo.pdf", size=1200, media_type="application/pdf")


def form_of(*components: Mapping[str, object]) -> Form:
    return parse_form({"type": "default", "id": "thu", "title": "Thử", "components": list(components)})


def field(kind: str, key: str = "muc", **others: object) -> dict[str, object]:
    return {"type": kind, "key": key, "label": "Mục", **others}


def answer(
    form: Form,
    values: Mapping[str, Sequence[str]],
    case: Mapping[str, Value] | None = None,
    files: Mapping[str, Sequence[AttachedFile]] | None = None,
) -> dict[str, Value]:
    return validate(form, Submitted(values=values, files=files or {}), case or {})


def complaints(
    form: Form,
    values: Mapping[str, Sequence[str]],
    case: Mapping[str, Value] | None = None,
    files: Mapping[str, Sequence[AttachedFile]] | None = None,
) -> dict[str, list[str]]:
    with pytest.raises(FieldsInvalid) as refused:
        answer(form, values, case, files)
    return {key: [vi for vi, _ in messages] for key, messages in refused.value.fields.items()}


def test_each_kind_of_field_gives_its_own_type() -> None:
    form = form_of(
        field("textfield", "ten"),
        field("textarea", "y_kien"),
        field("number", "so"),
        field("datetime", "ngay"),
        field("select", "loai", values=YES_NO),
        field("radio", "ket_luan", values=YES_NO),
        field("checkbox", "cam_ket"),
        field("checklist", "cac_muc", values=YES_NO),
        field("filepicker", "tep"),
    )
    values = answer(
        form,
        {
            "ten": ["  Nguyễn Văn\tA "],
            "y_kien": ["dòng một\r\ndòng hai\r\n"],
            "so": ["1.234,5"],
            "ngay": ["5/2/2026"],
            "loai": ["co"],
            "ket_luan": ["khong"],
            "cam_ket": ["true"],
            "cac_muc": ["khong", "co"],
        },
        files={"tep": [PDF]},
    )
    assert values == {
        "ten": "Nguyễn Văn A",
        "y_kien": "dòng một\ndòng hai",
        "so": Decimal("1234.5"),
        "ngay": date(2026, 2, 5),
        "loai": "co",
        "ket_luan": "khong",
        "cam_ket": True,
        "cac_muc": ["co", "khong"],
        "tep": [{"id": "f1", "name": "Dự thảo.pdf", "size": 1200}],
    }


def test_what_is_left_empty_is_null_false_or_an_empty_list() -> None:
    form = form_of(
        field("textfield", "ten"),
        field("number", "so"),
        field("checkbox", "cam_ket"),
        field("checklist", "cac_muc", values=YES_NO),
        field("filepicker", "tep"),
    )
    assert answer(form, {"ten": ["   "], "so": [""]}) == {
        "ten": None,
        "so": None,
        "cam_ket": False,
        "cac_muc": [],
        "tep": [],
    }


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("1.234", 1234),
        ("1.234.567", 1_234_567),
        ("1.234,50", Decimal("1234.5")),
        ("1234,5", Decimal("1234.5")),
        ("1234.5", Decimal("1234.5")),
        ("0.125", Decimal("0.125")),
        ("1234.567", Decimal("1234.567")),
        ("-3", -3),
        ("3,0", 3),
        ("1 234", 1234),
    ],
)
def test_numbers_are_read_in_vietnamese_and_in_plain_form(written: str, meant: int | Decimal) -> None:
    value = answer(form_of(field("number")), {"muc": [written]})["muc"]
    assert (value, type(value)) == (meant, type(meant))


@pytest.mark.parametrize("written", ["mười", "1,234.5", "1.23.456", "--1", "1e5", "NaN", "٣", "9" * 40, "1,"])
def test_what_is_no_number_is_answered_with_an_example(written: str) -> None:
    assert complaints(form_of(field("number")), {"muc": [written]}) == {
        "muc": ["Nhập một số, ví dụ 1.234,5 hoặc 1234,5."]
    }


@pytest.mark.parametrize("written", ["05/02/2026", "5/2/2026", "5-2-2026", "5.2.2026", "2026-02-05"])
def test_dates_are_read_day_first_or_in_iso_form(written: str) -> None:
    assert answer(form_of(field("datetime")), {"muc": [written]}) == {"muc": date(2026, 2, 5)}


@pytest.mark.parametrize(
    "written", ["02/2026", "5/2/26", "hôm nay", "31/02/2026", "05/13/2026", "05/02/0206"]
)
def test_what_is_no_date_is_answered_with_an_example(written: str) -> None:
    [message] = complaints(form_of(field("datetime")), {"muc": [written]})["muc"]
    assert message.endswith("Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2026.")


def test_text_is_composed_and_freed_of_invisible_signs() -> None:
    decomposed = "Đie\u0302\u0300u"
    assert answer(form_of(field("textfield")), {"muc": [f"\ufeff{decomposed}\u200b 4\u202e\x00"]}) == {
        "muc": "Điều 4"
    }


@pytest.mark.parametrize(
    ("component", "case"),
    [
        (field("textfield", validate={"required": True}), {}),
        (field("textarea", validate={"required": True}), {}),
        (field("number", validate={"required": True}), {}),
        (field("datetime", validate={"required": True}), {}),
        (field("select", values=YES_NO, validate={"required": True}), {}),
        (field("radio", values=YES_NO, validate={"required": True}), {}),
        (field("checkbox", validate={"required": True}), {}),
        (field("checklist", valuesKey="ds", validate={"required": True}), {"ds": ["a"]}),
        (field("filepicker", validate={"required": True}), {}),
    ],
)
def test_a_required_field_of_any_kind_may_not_stay_empty(
    component: Mapping[str, object], case: Mapping[str, Value]
) -> None:
    assert len(complaints(form_of(component), {}, case)["muc"]) == 1


def test_lengths_are_counted_in_letters_as_people_see_them() -> None:
    form = form_of(field("textfield", validate={"minLength": 3, "maxLength": 5}))
    assert answer(form, {"muc": ["e\u0302\u0301" * 5]}) == {"muc": "ế" * 5}
    assert complaints(form, {"muc": ["ế" * 6]}) == {"muc": ["Nhập không quá 5 ký tự (hiện có 6)."]}
    assert complaints(form, {"muc": ["ab"]}) == {"muc": ["Nhập ít nhất 3 ký tự (hiện có 2)."]}


def test_a_pattern_speaks_with_the_message_of_the_form() -> None:
    rules = {"pattern": "^[0-9]+/QĐ-UBND$", "patternErrorMessage": "Ví dụ: 474/QĐ-UBND."}
    form = form_of(field("textfield", validate=rules))
    assert answer(form, {"muc": ["474/QĐ-UBND"]}) == {"muc": "474/QĐ-UBND"}
    assert complaints(form, {"muc": ["474"]}) == {"muc": ["Ví dụ: 474/QĐ-UBND."]}


def test_numbers_keep_within_their_bounds_and_digits() -> None:
    form = form_of(field("number", decimalDigits=0, validate={"min": 1, "max": 1000}))
    assert answer(form, {"muc": ["1.000"]}) == {"muc": 1000}
    assert complaints(form, {"muc": ["0"]}) == {"muc": ["Nhập số từ 1 trở lên."]}
    assert complaints(form, {"muc": ["1.001"]}) == {"muc": ["Nhập số không quá 1.000."]}
    assert complaints(form, {"muc": ["1,5"]}) == {"muc": ["Nhập số nguyên, ví dụ 12."]}


def test_a_date_may_not_lie_before_a_date_of_the_case() -> None:
    form = form_of(field("datetime", validate={"notBefore": "ngay_hieu_luc", "notAfter": "2026-12-31"}))
    case: dict[str, Value] = {"ngay_hieu_luc": date(2026, 7, 1)}
    assert answer(form, {"muc": ["01/07/2026"]}, case) == {"muc": date(2026, 7, 1)}
    assert complaints(form, {"muc": ["30/06/2026"]}, case) == {"muc": ["Nhập ngày từ 01/07/2026 trở đi."]}
    assert complaints(form, {"muc": ["01/01/2027"]}, case) == {
        "muc": ["Nhập ngày không muộn hơn 31/12/2026."]
    }
    assert answer(form, {"muc": ["30/06/2026"]}) == {"muc": date(2026, 6, 30)}


def test_a_moment_of_the_case_bounds_a_date_by_its_day_in_vietnam() -> None:
    form = form_of(field("datetime", validate={"notBefore": "tu_luc"}))
    case: dict[str, Value] = {"tu_luc": datetime(2026, 6, 30, 17, 30, tzinfo=UTC)}
    assert complaints(form, {"muc": ["30/06/2026"]}, case) == {"muc": ["Nhập ngày từ 01/07/2026 trở đi."]}


def test_a_date_may_not_lie_before_another_field() -> None:
    form = form_of(field("datetime", "tu"), field("datetime", "den", validate={"notBefore": "tu"}))
    assert complaints(form, {"tu": ["02/02/2026"], "den": ["01/02/2026"]}) == {
        "den": ["Nhập ngày từ 02/02/2026 trở đi."]
    }


def test_a_choice_that_was_not_offered_is_refused_at_the_field() -> None:
    for kind in ("select", "radio", "checklist"):
        form = form_of(field(kind, values=YES_NO))
        assert complaints(form, {"muc": ["khac"]}) == {
            "muc": ["Mục đã chọn không nằm trong các lựa chọn. Hãy chọn lại."]
        }


def test_options_come_from_the_case() -> None:
    form = form_of(field("checklist", valuesKey="de_xuat"))
    case: dict[str, Value] = {
        "de_xuat": [
            {"label": "Cấp giấy phép xây dựng", "value": "GPXD", "don_vi": "P1"},
            {"label": "Khai sinh", "value": "KS"},
            "khác",
            17,
            {"label": "không có mã"},
        ]
    }
    assert answer(form, {"muc": ["khác", "GPXD"]}, case) == {"muc": ["GPXD", "khác"]}
    assert "muc" in complaints(form, {"muc": ["GPXD"]}, {"de_xuat": "không phải danh sách"})


def test_a_hidden_field_is_neither_demanded_nor_kept() -> None:
    form = form_of(
        field("radio", "ket_luan", values=YES_NO),
        field(
            "textarea", "ly_do", validate={"required": True}, conditional={"hide": '= ket_luan != "khong"'}
        ),
    )
    assert answer(form, {"ket_luan": ["co"], "ly_do": ["lạc"]}) == {"ket_luan": "co"}
    assert set(complaints(form, {"ket_luan": ["khong"]})) == {"ly_do"}
    assert answer(form, {"ket_luan": ["khong"], "ly_do": ["vì"]}) == {"ket_luan": "khong", "ly_do": "vì"}


def test_a_field_hidden_by_a_hidden_field_counts_it_as_empty() -> None:
    form = form_of(
        field("checkbox", "a"),
        field("textfield", "b", conditional={"hide": "= a = false"}),
        field("textfield", "c", conditional={"hide": "= b = null"}),
        field("textfield", "d", conditional={"hide": "= c != null"}),
    )
    assert answer(form, {"b": ["x"], "c": ["y"], "d": ["z"]}) == {"a": False, "d": "z"}
    assert answer(form, {"a": ["true"], "b": ["x"], "c": ["y"], "d": ["z"]}) == {
        "a": True,
        "b": "x",
        "c": "y",
    }


def test_a_hidden_group_takes_its_fields_along() -> None:
    inner = field("textfield", "so_quyet_dinh", validate={"required": True})
    group = {
        "type": "group",
        "label": "Quyết định",
        "components": [inner],
        "conditional": {"hide": '= cap = "xa" and lan > 1'},
    }
    form = form_of(group)
    assert answer(form, {}, {"cap": "xa", "lan": 2}) == {}
    assert set(complaints(form, {}, {"cap": "xa", "lan": 1})) == {"so_quyet_dinh"}


def test_and_binds_tighter_than_or() -> None:
    hide = {"hide": '= a = "1" or b = "1" and c = "1"'}
    form = form_of(field("textfield", "x", conditional=hide))
    hidden = {
        bits: hidden_keys(form, dict(zip("abc", bits, strict=True)).get) == {"x"}
        for bits in ("100", "010", "001", "011", "000")
    }
    assert hidden == {"100": True, "010": False, "001": False, "011": True, "000": False}


def test_a_condition_tells_true_from_one_and_text_from_numbers() -> None:
    form = form_of(field("textfield", "x", conditional={"hide": "= co = 1"}))
    assert hidden_keys(form, {"co": True}.get) == frozenset()
    assert hidden_keys(form, {"co": "1"}.get) == frozenset()
    assert hidden_keys(form, {"co": Decimal("1.0")}.get) == {"x"}


def test_a_number_that_cannot_be_read_counts_as_null_in_conditions() -> None:
    form = form_of(field("number", "so"), field("textfield", "x", conditional={"hide": "= so = null"}))
    assert hidden_keys(form, known_values(form, {"so": ["năm"]}, {})) == {"x"}
    assert hidden_keys(form, known_values(form, {"so": ["5"]}, {})) == frozenset()


def test_a_field_that_is_only_read_ignores_what_is_sent() -> None:
    form = form_of(
        field("textfield", "so_ky_hieu", readonly=True),
        field("textfield", "x", conditional={"hide": '= so_ky_hieu = "1"'}),
    )
    sent = {"so_ky_hieu": ["2", "3"], "x": ["y"]}
    assert answer(form, sent, {"so_ky_hieu": "1"}) == {}
    assert answer(form, sent, {"so_ky_hieu": "0"}) == {"x": "y"}


@pytest.mark.parametrize(
    "submitted",
    [
        Submitted(values={"la": ["x"]}),
        Submitted(values={"muc": ["x", "y"]}),
        Submitted(values={"tep": ["Dự thảo.pdf"]}),
        Submitted(values={}, files={"muc": [PDF]}),
        Submitted(values={}, files={"la": [PDF]}),
    ],
)
def test_what_no_page_sends_is_refused(submitted: Submitted) -> None:
    form = form_of(field("textfield"), field("filepicker", "tep"))
    with pytest.raises(ForgedField):
        validate(form, submitted, {})


def test_technical_names_are_let_through_and_not_kept() -> None:
    form = form_of(field("textfield"))
    values = validate(
        form, Submitted(values={"muc": ["x"], "csrf_token": ["…"]}), {}, technical={"csrf_token"}
    )
    assert values == {"muc": "x"}


def test_every_failing_field_is_told_in_the_order_of_the_form() -> None:
    required = {"required": True}
    form = form_of(*(field("textfield", key, validate=required) for key in ("c", "a", "b")))
    with pytest.raises(FieldsInvalid) as refused:
        answer(form, {"a": ["có"]})
    assert list(refused.value.fields) == ["c", "b"]
    assert all(vi and en for messages in refused.value.fields.values() for vi, en in messages)


def test_a_fresh_form_is_filled_from_the_case_where_it_says_so() -> None:
    form = form_of(
        field("checklist", "chon", valuesKey="tat_ca", defaultKey="de_xuat"),
        field("datetime", "ngay", defaultValue="2026-07-01"),
        field("number", "so", defaultValue=1234.5),
        field("checkbox", "cam_ket", defaultValue=True),
        field("radio", "y", values=YES_NO, defaultValue="co"),
        field("textfield", "so_hieu", readonly=True, defaultValue="chưa có"),
        field("textfield", "khong"),
    )
    case: dict[str, Value] = {
        "tat_ca": ["a", "b"],
        "de_xuat": ["b"],
        "so_hieu": "217/2026/NĐ-CP",
        "khong": "cũ",
    }
    assert default_texts(form, case) == {
        "chon": ["b"],
        "ngay": ["01/07/2026"],
        "so": ["1.234,5"],
        "cam_ket": ["true"],
        "y": ["co"],
        "so_hieu": ["217/2026/NĐ-CP"],
        "khong": [],
    }
    assert default_texts(form, {})["so_hieu"] == ["chưa có"]


def test_typed_values_are_written_as_pages_submit_them() -> None:
    values: dict[str, Value] = {
        "ngay": date(2026, 2, 5),
        "luc": datetime(2026, 2, 5, 1, 30, tzinfo=UTC),
        "so": -1234567,
        "le": Decimal("0.50"),
        "co": True,
        "khong": False,
        "trong": None,
        "muc": ["a", "b"],
        "tep": [{"id": "f1", "name": "a.pdf", "size": 3}],
        "lon": 10**5000,
    }
    texts = to_submitted(values)
    assert len(texts.pop("lon")[0]) >= 5000
    assert texts == {
        "ngay": ["05/02/2026"],
        "luc": ["05/02/2026 08:30"],
        "so": ["-1.234.567"],
        "le": ["0,50"],
        "co": ["true"],
        "khong": [],
        "trong": [],
        "muc": ["a", "b"],
        "tep": [],
    }
