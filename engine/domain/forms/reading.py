"""One answer read by itself: the text of a simple field as a value, and what it may be picked from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from engine.domain.forms.entries import TICKED, EntryRefused, clean_line, clean_text, read_date, read_number
from engine.domain.forms.fields import Field, FieldType, Option, Phrase
from engine.domain.values import Value

_TICKS: Final = frozenset({TICKED, "on"})


def read_answer(asked: Field, texts: Sequence[str], case: Mapping[str, Value]) -> Value:
    """The value of a field that is one variable of text, number, day, tick or choice; raises EntryRefused."""
    if asked.type is FieldType.CHECKLIST:
        return [*_chosen(asked, texts, case)]
    written = texts[0] if texts else ""
    text = clean_text(written) if asked.type is FieldType.TEXTAREA else clean_line(written)
    if asked.type is FieldType.CHECKBOX:
        return _ticked(text)
    if not text:
        return None
    match asked.type:
        case FieldType.NUMBER:
            return read_number(text)
        case FieldType.DATE:
            return read_date(text)
        case FieldType.SELECT | FieldType.RADIO:
            return _chosen(asked, [text], case)[0]
        case _:
            return text


def options_of(asked: Field, case: Mapping[str, Value]) -> tuple[Option, ...]:
    """The options offered: those of the form, or the records {label, value} in the case's variable."""
    if asked.values_key is None:
        return asked.options
    records = case.get(asked.values_key)
    found: dict[str, Option] = {}
    for record in records if isinstance(records, list) else []:
        option = _option_of(record)
        if option is not None:
            found.setdefault(option.value, option)
    return tuple(found.values())


def _option_of(record: Value) -> Option | None:
    match record:
        case str():
            value, label, english = record, record, ""
        case {"value": str() | int() as raw, "label": str(label), **others}:
            value, english = str(raw), str(others.get("labelEn") or "")
        case _:
            return None
    value = clean_line(value)
    return Option(value=value, label=Phrase(clean_line(label), clean_line(english))) if value else None


def _ticked(text: str) -> bool:
    if text in _TICKS:
        return True
    if text:
        raise EntryRefused(vi="Hãy đánh dấu hoặc bỏ trống ô này.", en="Tick this box or leave it empty.")
    return False


def _chosen(asked: Field, texts: Sequence[str], case: Mapping[str, Value]) -> list[str]:
    """The picked values in the order of the options."""
    picked = {clean_line(text) for text in texts} - {""}
    offered = [option.value for option in options_of(asked, case)]
    if not picked <= set(offered):
        raise EntryRefused(
            vi="Mục đã chọn không nằm trong các lựa chọn. Hãy chọn lại.",
            en="What was chosen is not among the options. Choose again.",
        )
    return [value for value in offered if value in picked]
