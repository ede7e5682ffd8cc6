"""What fills a form: values as the texts of a page, defaults, and what a button on it changes in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from engine.domain.forms.entries import clean_line, submitted_texts
from engine.domain.forms.fields import Field, FieldType, Form
from engine.domain.forms.handed_in import SEARCH, SEARCHED, receipt_texts, reference_texts
from engine.domain.forms.tables import empty_rows, table_texts, with_row, without_row
from engine.domain.values import Value

ADD_ROW: Final = "__add_row"
"""A button named `<key>__add_row` asks for one more row."""
DROP_ROW: Final = "__drop_row"
"""A button named `<key>__drop_row` takes away the row of its value."""
FIND: Final = "__find"
"""A button named `<key>__find` looks for documents."""
_BUTTONS: Final = (ADD_ROW, DROP_ROW, FIND)
_A_FILE: Final = frozenset({"id", "name", "size"})
Texts = Mapping[str, Sequence[str]]


def to_submitted(values: Mapping[str, Value]) -> dict[str, list[str]]:
    """Typed values as the texts a page would submit, so that a form can be filled with them.

    Files are not texts and come out empty: a page gets them as attachments.
    """
    texts: dict[str, list[str]] = {}
    for key, value in values.items():
        texts.update(_by_shape(key, value))
    return texts


def _by_shape(key: str, value: Value) -> dict[str, list[str]]:
    match value:
        case [dict() as first, *_] if not first.keys() >= _A_FILE:
            return table_texts(key, value)
        case {"register": _, "id": _}:
            return reference_texts(key, value)
        case {"receiver": _}:
            return receipt_texts(key, value)
        case _:
            return {key: submitted_texts(value)}


def texts_of(asked: Field, value: Value) -> dict[str, list[str]]:
    """A value of the field as the texts that its page would submit."""
    match asked.type:
        case FieldType.TABLE:
            return table_texts(asked.key, value)
        case FieldType.RECEIPT:
            return receipt_texts(asked.key, value)
        case FieldType.REFERENCE:
            return reference_texts(asked.key, value)
        case _:
            return {asked.key: submitted_texts(value)}


def default_texts(form: Form, case: Mapping[str, Value]) -> dict[str, list[str]]:
    """What a fresh form is filled with: `defaultKey`'s variable if the case has it, else `defaultValue`.

    Fields that are only read show the case's value of their own key first.
    """
    texts: dict[str, list[str]] = {}
    for each in form.inputs:
        if each.type is not FieldType.FILES:
            texts.update(first_texts(each, case))
    return texts


def first_texts(asked: Field, case: Mapping[str, Value]) -> dict[str, list[str]]:
    """What one field of a fresh form is filled with."""
    for name in (asked.key if asked.readonly else None, asked.default_key):
        if name is not None and case.get(name) is not None:
            return texts_of(asked, case[name])
    if asked.type is FieldType.TABLE:
        return table_texts(asked.key, []) if asked.readonly else empty_rows(asked)
    return {asked.key: list(asked.default)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAgain:
    """A page to be shown again before it is handed in: what it holds, and at which field its reader was."""

    texts: Mapping[str, Sequence[str]]
    field: str


def after_button(form: Form, texts: Texts) -> ShownAgain | None:
    """The page after a button inside the form: a row more or less, or documents found.

    None where no such button was used and no search was left undone, so that what was sent is the answer.
    """
    page: dict[str, Sequence[str]] = {
        name: sent for name, sent in texts.items() if not name.endswith(_BUTTONS)
    }
    at = ""
    for asked in form.inputs:
        changed = None if asked.readonly else _pressed(asked, texts, page)
        if changed is not None:
            page, at = changed, asked.key
    return ShownAgain(texts=page, field=at) if at or len(page) < len(texts) else None


def _pressed(
    asked: Field, texts: Texts, page: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]] | None:
    """The page after a button of the field; None where none of it was pressed."""
    if asked.type is FieldType.TABLE and asked.key + ADD_ROW in texts:
        return with_row(asked, page)
    if asked.type is FieldType.TABLE and asked.key + DROP_ROW in texts:
        return without_row(asked, page, _number(texts[asked.key + DROP_ROW]))
    if asked.type is FieldType.REFERENCE:
        # Enter in the search field reaches the server as if the form were handed in.
        undone = _line(page, SEARCH, asked) != _line(page, SEARCHED, asked)
        if asked.key + FIND in texts or (undone and _line(page, SEARCH, asked)):
            return dict(page)
    return None


def _line(texts: Texts, part: str, asked: Field) -> str:
    return clean_line(next(iter(texts.get(asked.key + part, ())), ""))


def _number(texts: Sequence[str]) -> int:
    text = next(iter(texts), "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("200") else 0
