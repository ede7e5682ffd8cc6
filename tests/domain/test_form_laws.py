"""Laws of forms: any text is answered, and what was read comes back the same."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from engine.domain.errors import FieldsInvalid
from engine.domain.forms import AttachedFile, ForgedField, Submitted, parse_form, to_submitted, validate
from engine.domain.values import Value

OPTIONS = ["mot", "hai", "Ba bốn"]
FORM = parse_form(
    {
        "type": "default",
        "id": "tat-ca",
        "components": [
            {"type": "textfield", "key": "dong", "label": "Dòng"},
            {"type": "textarea", "key": "doan", "label": "Đoạn"},
            {"type": "number", "key": "so", "label": "Số"},
            {"type": "datetime", "key": "ngay", "label": "Ngày", "validate": {"notBefore": "moc"}},
            {"type": "select", "key": "chon", "label": "Chọn", "valuesKey": "ds"},
            {"type": "checkbox", "key": "co", "label": "Có"},
            {"type": "checklist", "key": "nhieu", "label": "Nhiều", "valuesKey": "ds"},
            {"type": "filepicker", "key": "tep", "label": "Tệp", "multiple": True},
            {
                "type": "textfield",
                "key": "mau",
                "label": "Mẫu",
                "validate": {"pattern": "^[a-z]+-[0-9]+$"},
                "conditional": {"hide": "= so > 5 or co = true"},
            },
        ],
    }
)
KEYS = [field.key for field in FORM.inputs]
CASE: dict[str, Value] = {"ds": list(OPTIONS), "moc": date(2026, 1, 1)}

TEXTS = (
    st.text(max_size=30)
    | st.from_regex(r"[0-9.,/ -]{1,12}", fullmatch=True)
    | st.sampled_from([*OPTIONS, "true"])
)
FILES = st.builds(
    AttachedFile,
    id=st.text(max_size=3),
    name=st.text(max_size=10) | st.sampled_from(["a.pdf", "(Mật).pdf"]),
    size=st.integers(-1, 10**9),
    media_type=st.sampled_from(["application/pdf", ""]),
)


@given(
    values=st.dictionaries(st.sampled_from([*KEYS, "la"]), st.lists(TEXTS, max_size=2)),
    files=st.dictionaries(st.sampled_from(["tep", "dong"]), st.lists(FILES, max_size=2)),
    moc=st.none() | st.text(max_size=3) | st.dates(),
)
@example(values={"so": ["1" * 31]}, files={}, moc=None)
@example(values={"dong": ["\ud800"]}, files={}, moc=None)
def test_any_submission_gives_values_or_an_ordinary_refusal(
    values: dict[str, list[str]], files: dict[str, list[AttachedFile]], moc: Value
) -> None:
    with suppress(FieldsInvalid, ForgedField):
        read = validate(FORM, Submitted(values=values, files=files), {**CASE, "moc": moc})
        assert read.keys() <= set(KEYS)


def lines(text: str) -> str | None:
    """A text as the engine keeps it."""
    seen = (
        sign
        for sign in text
        if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    return unicodedata.normalize("NFC", "".join(seen).replace("\u00a0", " ")).strip() or None


NUMBERS = (
    st.none()
    | st.integers(-(10**25), 10**25)
    | (st.decimals(min_value=-(10**12), max_value=10**12, places=6).filter(lambda number: number % 1 != 0))
)


@given(
    dong=st.text(max_size=60).map(lambda text: lines(text.replace("\n", " "))),
    doan=st.text(max_size=60).map(lines),
    so=NUMBERS,
    ngay=st.none() | st.dates(date(2026, 1, 1), date(2199, 12, 31)),
    chon=st.none() | st.sampled_from(OPTIONS),
    co=st.booleans(),
    nhieu=st.sets(st.sampled_from(OPTIONS)).map(
        lambda chosen: [value for value in OPTIONS if value in chosen]
    ),
)
def test_values_written_to_a_page_and_sent_back_are_equal(**fields: Value) -> None:
    read = validate(FORM, Submitted(values=to_submitted(fields)), CASE)
    assert {key: read[key] for key in fields} == fields
    assert {key: type(read[key]) for key in fields} == {key: type(value) for key, value in fields.items()}


@given(st.text(max_size=40))
def test_cleaning_a_text_twice_is_cleaning_it_once(text: str) -> None:
    once = validate(FORM, Submitted(values={"dong": [text], "doan": [text]}), CASE)
    again = validate(FORM, Submitted(values=to_submitted({key: once[key] for key in ("dong", "doan")})), CASE)
    assert again == once


@given(st.decimals(allow_nan=True, allow_infinity=True) | st.floats() | st.integers())
def test_any_number_of_a_case_can_be_shown(number: Decimal | float) -> None:
    [text] = to_submitted({"so": number})["so"]
    assert text
