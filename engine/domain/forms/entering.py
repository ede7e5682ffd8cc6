"""Properties of a form's components as an author types them: shown as texts, and read back into the JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from engine.domain.errors import FieldsInvalid, Invalid
from engine.domain.forms.conditions import Literal, Operator, parse_condition
from engine.domain.forms.editing import (
    Place,
    at,
    copied,
    free_key,
    is_given_key,
    same_component,
    slug,
    standing,
)
from engine.domain.forms.entries import TICKED, clean_line, clean_text, number_text, read_date, read_number
from engine.domain.forms.fields import FieldType, Message
from engine.domain.forms.kinds import FORM_PROPERTIES, Property, PropertyKind
from engine.domain.forms.option_lines import options_text, read_options_text
from engine.domain.forms.patterns import compile_pattern
from engine.domain.forms.raw_forms import RawForm
from engine.domain.forms.references import new_problems, with_references
from engine.domain.local_time import day_text

Texts = Mapping[str, Sequence[str]]
"""What was typed, by the name of the property."""
WHOLE: Final = ""
"""Where a message stands that belongs to no one property."""
_ABSENT: Final = object()
_LISTS: Final = frozenset({PropertyKind.COMPONENTS, PropertyKind.COLUMNS})
_OPPOSITES: Final = {Operator.EQUAL: Operator.UNEQUAL, Operator.UNEQUAL: Operator.EQUAL}


def asked_of(properties: Iterable[Property]) -> tuple[Property, ...]:
    """The properties that are typed in; what holds other components is edited as a list."""
    return tuple(each for each in properties if each.kind not in _LISTS)


def shown(raw: Mapping[str, Any], asked: Property, name: str) -> tuple[str, ...]:
    """What stands in the entry of a property: one text, the values picked, or nothing."""
    value = _value_at(raw, name)
    if value is None:
        return ()
    match asked.kind, value:
        case PropertyKind.FLAG, bool():
            return (TICKED,) if value else ()
        case PropertyKind.ENDINGS, str():
            return tuple(ending.strip().lower() for ending in value.split(",") if ending.strip())
        case ((PropertyKind.CHOICES | PropertyKind.SOME_OPTIONS), list()):
            return tuple(text for each in value if (text := _plain(each)))
        case PropertyKind.OPTIONS, list():
            return (options_text(value),)
        case ((PropertyKind.DAY | PropertyKind.BOUND), str()):
            return (_day_shown(value),)
        case _:
            return (_plain(value),) if _plain(value) else ()


def changed(form: Mapping[str, Any], place: Place, seen: Mapping[str, Any], texts: Texts) -> RawForm:
    """The form with what the author changed of a component since the page showed it as `seen`.

    What was not touched stays as it is now, so that a page that is behind takes nothing back. A key that the
    builder gave follows the first label; conditions and bounds follow a key that changes. Raises
    ComponentGone, and FieldsInvalid with the messages by property (WHOLE: of no one property).
    """
    here = same_component(form, place, seen)
    properties = asked_of(here.kind.properties) if here.kind is not None else ()
    values = _values(properties, seen, texts)
    before = str(here.raw.get("key") or "")
    if "label" in values and "key" not in values and is_given_key(before):
        values["key"] = free_key(form, slug(str(values["label"])), besides=here.place)

    def outcome(only: Iterable[str]) -> RawForm:
        new = _with_values(form, here.place, {name: values[name] for name in only})
        after = at(new, here.place)
        key = str(after.raw.get("key") or "") if after is not None else ""
        return with_references(new, before, key) if before and key and key != before else new

    _refuse_problems(form, outcome, values)
    return outcome(values)


def form_changed(form: Mapping[str, Any], seen: Mapping[str, Any], texts: Texts) -> RawForm:
    """The form with what the author changed of its own properties; raises FieldsInvalid."""
    values = _values(FORM_PROPERTIES, seen, texts)

    def outcome(only: Iterable[str]) -> RawForm:
        return _with_values(form, (), {name: values[name] for name in only})

    _refuse_problems(form, outcome, values)
    return outcome(values)


def shown_when(form: Mapping[str, Any], key: str, operator: str, text: str) -> str:
    """The condition that hides a component unless the field is what was said; empty where no field is named.

    Raises FieldsInvalid where no such field is there or the text is no answer of it.
    """
    if not key:
        return ""
    asked = next((each for each in standing(form) if each.raw.get("key") == key and each.kind), None)
    if asked is None or asked.kind is None or operator not in _OPPOSITES:
        raise _wrong("when", "Hãy chọn trường trong danh sách.", "Choose a field of the list.")
    literal = _literal(asked.kind.type, clean_line(text))
    written = f"{literal:f}" if isinstance(literal, Decimal) else json.dumps(literal, ensure_ascii=False)
    condition = f"= {key} {_OPPOSITES[Operator(operator)].value} {written}"
    parse_condition(condition)
    return condition


def _values(properties: Iterable[Property], seen: Mapping[str, Any], texts: Texts) -> dict[str, object]:
    """The values of the properties that are typed otherwise than they were shown."""
    values: dict[str, object] = {}
    wrong: dict[str, list[Message]] = {}
    for asked in asked_of(properties):
        for name in asked.names:
            given = _tidy(texts.get(name, ()))
            if given == _tidy(shown(seen, asked, name)):
                continue
            try:
                values[name] = _entered(asked, given)
            except Invalid as refused:
                wrong[name] = [(refused.vi, refused.en)]
    if wrong:
        raise FieldsInvalid(fields=wrong)
    return values


def _tidy(texts: Sequence[str]) -> tuple[str, ...]:
    tidy = (clean_text(text) for text in texts)
    return tuple(text for text in tidy if text)


def _entered(asked: Property, texts: tuple[str, ...]) -> object:
    """The value of what was typed, _ABSENT for nothing; raises Invalid."""
    if not texts:
        return _ABSENT
    match asked.kind:
        case PropertyKind.CHOICES | PropertyKind.SOME_OPTIONS:
            return list(texts)
        case PropertyKind.ENDINGS:
            return ",".join(texts)
        case PropertyKind.OPTIONS:
            return read_options_text(texts[0])
        case PropertyKind.TEXT:
            return texts[0]
        case _:
            line = clean_line(texts[0])
            reader = _READERS.get(asked.kind)
            return line if reader is None else reader(asked, line)


def _bound(_asked: Property, text: str) -> str:
    return read_date(text).isoformat() if text[:1].isdigit() else text


def _checked_condition(_asked: Property, text: str) -> str:
    parse_condition(text)
    return text


def _checked_pattern(_asked: Property, text: str) -> str:
    compile_pattern(text)
    return text


def _count(asked: Property, text: str) -> int:
    number = read_number(text)
    least, most = asked.least or 0, asked.most
    if not isinstance(number, int) or number < least or (most is not None and number > most):
        bounds = f"{least}–{number_text(most)}" if most is not None else f"≥ {least}"
        raise Invalid(vi=f"Nhập số nguyên trong khoảng {bounds}.", en=f"Enter a whole number in {bounds}.")
    return number


def _number(_asked: Property, text: str) -> int | float:
    number = read_number(text)
    if isinstance(number, int):
        return number
    if Decimal(repr(float(number))) != number:
        raise Invalid(vi="Số có quá nhiều chữ số.", en="The number has too many digits.")
    return float(number)


_READERS: Final[Mapping[PropertyKind, Callable[[Property, str], object]]] = {
    PropertyKind.FLAG: lambda _asked, _text: True,
    PropertyKind.COUNT: _count,
    PropertyKind.NUMBER: _number,
    PropertyKind.DAY: lambda _asked, text: read_date(text).isoformat(),
    PropertyKind.BOUND: _bound,
    PropertyKind.CONDITION: _checked_condition,
    PropertyKind.PATTERN: _checked_pattern,
}


def _literal(kind: FieldType, text: str) -> Literal:
    if not text:
        return None
    match kind:
        case FieldType.CHECKBOX:
            if text.lower() not in {"có", "không", "true", "false"}:
                raise _wrong("when_value", "Ô đánh dấu: ghi có hoặc không.", "Of a box: write true or false.")
            return text.lower() in {"có", "true"}
        case FieldType.NUMBER:
            try:
                return Decimal(read_number(text))
            except Invalid as refused:
                raise _wrong("when_value", refused.vi, refused.en) from None
        case _:
            return text


def _wrong(name: str, vi: str, en: str) -> FieldsInvalid:
    return FieldsInvalid(fields={name: [(vi, en)]})


def _with_values(form: Mapping[str, Any], place: Place, values: Mapping[str, object]) -> RawForm:
    new: RawForm = copied(form)
    found = at(new, place)
    raw: Any = found.raw if found is not None else new
    for name, value in values.items():
        _put(raw, name, value)
    return new


def _put(raw: RawForm, name: str, value: object) -> None:
    """Set or take away the property at a place of the JSON; an object left empty goes with it."""
    outer, _dot, inner = name.partition(".")
    if not inner:
        if value is _ABSENT:
            raw.pop(outer, None)
        else:
            raw[outer] = value
        return
    held = raw.get(outer)
    if not isinstance(held, dict):
        held = raw[outer] = {}
    _put(held, inner, value)
    if not held:
        del raw[outer]


def _refuse_problems(
    form: Mapping[str, Any], outcome: Callable[[Iterable[str]], RawForm], values: Mapping[str, object]
) -> None:
    """Refuse changes that bring a new problem, at the property that brings it if one alone does."""
    problems = new_problems(form, outcome(values))
    if not problems:
        return
    wrong: dict[str, list[Message]] = {}
    for name in values:
        alone = new_problems(form, outcome([name]))
        if alone and any(each.vi == problem.vi for each in alone for problem in problems):
            wrong[name] = [(each.vi, each.en) for each in alone]
    raise FieldsInvalid(fields=wrong or {WHOLE: [(each.vi, each.en) for each in problems]})


def _value_at(raw: Mapping[str, Any], name: str) -> Any:
    held: Any = raw
    for part in name.split("."):
        held = held.get(part) if isinstance(held, Mapping) else None
    return held


def _plain(value: object) -> str:
    match value:
        case str():
            return value
        case bool():
            return TICKED if value else ""
        case int() | float():
            return number_text(value)
        case None:
            return ""
        case _:
            return json.dumps(value, ensure_ascii=False)


def _day_shown(text: str) -> str:
    try:
        return day_text(read_date(text)) if text[:1].isdigit() else text
    except Invalid:
        return text
