"""Holds what is written to the types that the model declares for its variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.domain.errors import FieldsInvalid, Invalid
from engine.domain.values import Value
from engine.domain.variable_types import VariableType, is_of, type_of

_WORDS_VI: Final[Mapping[VariableType, str]] = {
    VariableType.TEXT: "chữ",
    VariableType.NUMBER: "số",
    VariableType.DECIMAL: "số",
    VariableType.DATE: "ngày",
    VariableType.DATETIME: "thời điểm",
    VariableType.BOOL: "đúng/sai",
    VariableType.LIST: "danh sách",
    VariableType.RECORD: "bản ghi",
    VariableType.FILE: "tệp",
}


class ValuesMistyped(FieldsInvalid):
    """Values that are not of the types that the model declares for their variables."""

    def __init__(self, messages: Mapping[str, tuple[str, str]]) -> None:
        # Around the sentence of forms: who hands these in may see no form.
        Invalid.__init__(
            self,
            vi=" ".join(vi for vi, _ in messages.values()),
            en=" ".join(en for _, en in messages.values()),
        )
        self.fields = {name: [message] for name, message in messages.items()}


def mistyped(declared: Mapping[str, str], values: Mapping[str, Value]) -> dict[str, tuple[str, str]]:
    """What is to be said of the values that are of another type than their variable, by name."""
    return {
        name: _sentence(name, VariableType(kind), value)
        for name, value in values.items()
        if (kind := declared.get(name)) is not None and not is_of(value, VariableType(kind))
    }


def require_types(declared: Mapping[str, str], values: Mapping[str, Value]) -> None:
    """Raise ValuesMistyped unless every value is of the type of its variable; null always is."""
    wrong = mistyped(declared, values)
    if wrong:
        raise ValuesMistyped(wrong)


def _sentence(name: str, kind: VariableType, value: Value) -> tuple[str, str]:
    found = type_of(value)
    return (
        f"Biến “{name}” khai báo kiểu {_WORDS_VI[kind]}, không nhận giá trị kiểu {_WORDS_VI[found]}.",
        f"The variable “{name}” is declared as {kind} and does not take a value of type {found}.",
    )
