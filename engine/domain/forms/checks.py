"""The rules of a field against a value that could be read: required, length, pattern, bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from engine.domain.forms.entries import day_of, number_text
from engine.domain.forms.fields import Field, FieldType, Message, Phrase
from engine.domain.local_time import day_text
from engine.domain.values import Value


def rule_messages(asked: Field, value: Value, value_of: Callable[[str], Value]) -> tuple[Message, ...]:
    """What the field's rules say against a value of its type; `value_of` looks up what bounds it."""
    match value:
        case None | False | []:
            return (_ASKED[asked.type],) if asked.rules.required else ()
        case str() if not asked.type.offers_options:
            return _text_messages(asked, value) or _taken_messages(asked, value, value_of)
        case bool():
            return ()
        case int() | Decimal():
            return _number_messages(asked, value)
        case date():
            return _date_messages(asked, value, value_of)
        case _:
            return ()


_OUT_OF_SHAPE: Final = Phrase("Nội dung chưa đúng định dạng.", "The text is not in the right form.")
_TYPE_IN: Final = ("Hãy nhập nội dung; mục này bắt buộc.", "Enter a text; this field is required.")
_PICK: Final = ("Hãy chọn một mục; mục này bắt buộc.", "Choose one; this field is required.")
_ASKED: Final[Mapping[FieldType, Message]] = {
    FieldType.TEXTFIELD: _TYPE_IN,
    FieldType.TEXTAREA: _TYPE_IN,
    FieldType.NUMBER: ("Hãy nhập một số; mục này bắt buộc.", "Enter a number; this field is required."),
    FieldType.DATE: (
        "Hãy nhập ngày, ví dụ 05/02/2026; mục này bắt buộc.",
        "Enter a date, for example 05/02/2026; this field is required.",
    ),
    FieldType.SELECT: _PICK,
    FieldType.RADIO: _PICK,
    FieldType.CHECKBOX: ("Hãy đánh dấu ô này để tiếp tục.", "Tick this box to continue."),
    FieldType.CHECKLIST: ("Hãy chọn ít nhất một mục.", "Choose at least one."),
    FieldType.RECEIPT: ("Chưa ký nhận; mục này bắt buộc.", "Not signed for; this field is required."),
    FieldType.REFERENCE: (
        "Hãy tìm và chọn một văn bản; mục này bắt buộc.",
        "Search and choose a document; this field is required.",
    ),
    FieldType.FILES: ("Hãy đính kèm tệp; mục này bắt buộc.", "Attach a file; this field is required."),
}


def _text_messages(asked: Field, text: str) -> tuple[Message, ...]:
    rules = asked.rules
    length = len(text)
    if rules.min_length is not None and length < rules.min_length:
        return (
            (
                f"Nhập ít nhất {rules.min_length} ký tự (hiện có {length}).",
                f"Enter at least {rules.min_length} characters (now {length}).",
            ),
        )
    if rules.max_length is not None and length > rules.max_length:
        return (
            (
                f"Nhập không quá {rules.max_length} ký tự (hiện có {length}).",
                f"Enter at most {rules.max_length} characters (now {length}).",
            ),
        )
    if rules.pattern is not None and not rules.pattern.search(text):
        said = rules.pattern_message or _OUT_OF_SHAPE
        return ((said.vi, said.en or said.vi),)
    return ()


def _taken_messages(asked: Field, text: str, value_of: Callable[[str], Value]) -> tuple[Message, ...]:
    if asked.rules.not_among is None:
        return ()
    variable, *parts = asked.rules.not_among.split(".")
    taken = value_of(variable)
    for part in parts:
        taken = taken.get(part) if isinstance(taken, dict) else None
    if not isinstance(taken, list) or text not in taken:
        return ()
    return ((f"“{text}” đã được dùng; hãy nhập nội dung khác.", f"“{text}” is taken; enter another one."),)


def _number_messages(asked: Field, number: int | Decimal) -> tuple[Message, ...]:
    rules = asked.rules
    if rules.minimum is not None and number < rules.minimum:
        least = number_text(rules.minimum)
        return ((f"Nhập số từ {least} trở lên.", f"Enter {least} or more."),)
    if rules.maximum is not None and number > rules.maximum:
        most = number_text(rules.maximum)
        return ((f"Nhập số không quá {most}.", f"Enter {most} or less."),)
    if rules.decimal_digits is not None and _decimal_digits(number) > rules.decimal_digits:
        if rules.decimal_digits == 0:
            return (("Nhập số nguyên, ví dụ 12.", "Enter a whole number, for example 12."),)
        digits = rules.decimal_digits
        return ((f"Nhập không quá {digits} chữ số sau dấu phẩy.", f"Enter at most {digits} decimal digits."),)
    return ()


def _decimal_digits(number: int | Decimal) -> int:
    if isinstance(number, int):
        return 0
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _date_messages(asked: Field, day: date, value_of: Callable[[str], Value]) -> tuple[Message, ...]:
    earliest = _bound(asked.rules.not_before, value_of)
    if earliest is not None and day < earliest:
        first = day_text(earliest)
        return ((f"Nhập ngày từ {first} trở đi.", f"Enter {first} or a later date."),)
    latest = _bound(asked.rules.not_after, value_of)
    if latest is not None and day > latest:
        last = day_text(latest)
        return ((f"Nhập ngày không muộn hơn {last}.", f"Enter {last} or an earlier date."),)
    return ()


def _bound(bound: date | str | None, value_of: Callable[[str], Value]) -> date | None:
    return day_of(value_of(bound)) if isinstance(bound, str) else bound
