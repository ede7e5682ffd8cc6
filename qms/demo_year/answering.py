"""What is typed into a form: what stands there, what the book says, else what fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeAlias
from uuid import UUID

from engine.domain.forms import (
    CellName,
    Field,
    FieldType,
    Form,
    default_texts,
    hidden_keys,
    known_values,
    number_text,
    options_of,
    row_count,
)
from engine.domain.values import Value

Texts: TypeAlias = "dict[str, list[str]]"
_TICKED: Final = "true"
_PLAIN: Final = "Đã thực hiện đúng quy định, có hồ sơ kèm theo."
_REFUSALS: Final = (
    "tra_lai",
    "khong",
    "chua",
    "tu_choi",
    "huy",
    "bo_",
    "vang",
    "khac",
    "dinh_chinh",
    "yeu_cau",
)
_YES_OR_NO: Final = {"co", "khong"}
_TERM: Final = timedelta(days=14)
"""What is promised for a day to come."""
_PASSES: Final = 4
"""An answer may bring further fields to sight; forms are not deeper than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form in somebody's hands."""

    form: Form
    case: Mapping[str, Value]
    element: str
    chance: int
    """A number that follows from the step: what differs from one to the next hangs on it."""
    person: UUID
    today: date
    again: int = 0
    """How often it was refused before."""


Said: TypeAlias = "str | Sequence[str] | Sequence[Mapping[str, str]] | None"
Answer: TypeAlias = "Said | Callable[[Asked], Said]"
"""A text, several, rows of a table, or None to leave it empty; or what reckons them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is handed in: texts as typed, and the fields that want a file."""

    texts: Mapping[str, Sequence[str]]
    files: tuple[Field, ...]


def answer(asked: Asked, book: Mapping[str, Answer]) -> Answers:
    """Fill the form in: an entry of the book by the field's key goes before what stands in the fresh form."""
    open_fields = [each for each in asked.form.inputs if not each.readonly]
    keys = {each.key for each in open_fields}
    texts: Texts = {
        name: list(sent)
        for name, sent in default_texts(asked.form, asked.case).items()
        if name.partition("__")[0] in keys
    }
    for each in open_fields:
        if each.key in book and each.type is not FieldType.FILES:
            _put(each, _said(book[each.key], asked), texts)
    hidden: frozenset[str] = frozenset()
    for _ in range(_PASSES):
        hidden = frozenset(hidden_keys(asked.form, known_values(asked.form, texts, asked.case)))
        before = {name: list(sent) for name, sent in texts.items()}
        for each in open_fields:
            if each.type is not FieldType.FILES and each.key not in hidden and each.key not in book:
                _fill(each, asked, texts)
        if texts == before:
            break
    files = tuple(
        each
        for each in open_fields
        if each.type is FieldType.FILES
        and each.key not in hidden
        and (each.rules.required or book.get(each.key))
    )
    return Answers(texts=texts, files=files)


def rows(key: str, records: Sequence[Mapping[str, str]]) -> Texts:
    """A repeating table as a page sends it."""
    texts: Texts = {key: [str(len(records))]}
    for number, record in enumerate(records, start=1):
        for column, value in record.items():
            texts[str(CellName(key, number, column))] = [value] if value else []
    return texts


def _said(entry: Answer, asked: Asked) -> Said:
    return entry(asked) if callable(entry) else entry


def _put(field: Field, said: Said, texts: Texts) -> None:
    if field.type is FieldType.TABLE:
        for name in [name for name in texts if name.partition("__")[0] == field.key]:
            del texts[name]
        texts.update(rows(field.key, [one for one in said or () if isinstance(one, Mapping)]))
    elif said is None:
        texts[field.key] = []
    else:
        texts[field.key] = [said] if isinstance(said, str) else [str(one) for one in said]


def _fill(field: Field, asked: Asked, texts: Texts) -> None:
    if field.type is FieldType.TABLE:
        _fill_table(field, asked, texts)
    elif field.type is FieldType.RECEIPT:
        texts.setdefault(field.key, [_TICKED])
    elif not any(text.strip() for text in texts.get(field.key, ())) and field.rules.required:
        texts[field.key] = _fresh(field, asked)


def _fill_table(field: Field, asked: Asked, texts: Texts) -> None:
    wanted = max(field.rules.min_rows, 1 if field.rules.required else 0)
    there = row_count(field, texts)
    filled = any(
        text.strip() for name, sent in texts.items() if name.startswith(f"{field.key}__") for text in sent
    )
    if not filled and not wanted:
        texts[field.key] = ["0"]
        return
    count = max(there, wanted)
    texts[field.key] = [str(count)]
    for number in range(1, count + 1):
        for column in field.columns:
            name = str(CellName(field.key, number, column.key))
            if not any(text.strip() for text in texts.get(name, ())):
                texts[name] = _fresh(column, asked) if column.rules.required else []


def _fresh(field: Field, asked: Asked) -> list[str]:
    match field.type:
        case FieldType.CHECKBOX:
            return [_TICKED]
        case FieldType.NUMBER:
            return [number_text(field.rules.minimum if field.rules.minimum is not None else Decimal(1))]
        case FieldType.DATE:
            return [f"{_day(field, asked):%d/%m/%Y}"]
        case FieldType.SELECT | FieldType.RADIO:
            return _picked(field, asked)
        case FieldType.CHECKLIST:
            return [option.value for option in options_of(field, asked.case)]
        case _:
            return [_text(field, asked)]


def _picked(field: Field, asked: Asked) -> list[str]:
    """The first answer that lets work go on; another one when the form came back."""
    options = [option.value for option in options_of(field, asked.case)]
    if set(options) == _YES_OR_NO:  # a question whose usual answer stands first
        willing = options[:1]
    else:
        willing = [one for one in options if not one.startswith(_REFUSALS)] or options
    return [willing[asked.again % len(willing)]] if willing else []


def _day(field: Field, asked: Asked) -> date:
    earliest, latest = _bound(field.rules.not_before, asked), _bound(field.rules.not_after, asked)
    day = asked.today + _TERM if field.key.startswith("han") or "_han" in field.key else asked.today
    if earliest is not None and day < earliest:
        day = earliest
    if latest is not None and day > latest:
        day = latest
    return day


def _bound(bound: date | str | None, asked: Asked) -> date | None:
    value = asked.case.get(bound) if isinstance(bound, str) else bound
    return value if isinstance(value, date) else None


def _text(field: Field, asked: Asked) -> str:
    text = f"{field.label.vi.rstrip(':')}: {_PLAIN}" if field.type is FieldType.TEXTAREA else _PLAIN
    if asked.again:
        text = f"{text} (lần {asked.again + 1})"
    most = field.rules.max_length
    least = field.rules.min_length or 0
    while len(text) < least:
        text = f"{text} {_PLAIN}"
    return text[:most] if most is not None else text
