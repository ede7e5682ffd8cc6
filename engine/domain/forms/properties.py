"""Which properties each kind of field may have, and how they read: rules, options, defaults, file types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from engine.domain.forms.attachments import MEDIA_TYPES
from engine.domain.forms.component import Component
from engine.domain.forms.entries import TICKED, clean_line, clean_text, read_date, submitted_texts
from engine.domain.forms.fields import FieldType, Option, Phrase, Rules
from engine.domain.forms.patterns import LONGEST_MATCHED_TEXT, compile_pattern

LONGEST_LINE: Final = 1_000
LONGEST_TEXT: Final = 20_000
_MOST_FILES: Final = 20
_MOST_OPTIONS: Final = 500
_MOST_MEGABYTES: Final = 100
_MOST_DECIMAL_DIGITS: Final = 10
_MEGABYTE: Final = 1024 * 1024

_EDITOR_PROPERTIES: Final = frozenset(
    {
        "id",
        "layout",
        "schemaVersion",
        "exporter",
        "executionPlatform",
        "executionPlatformVersion",
        "versionTag",
    }
)
"""What the form-js editor writes for itself; read over."""

FORM_PROPERTIES: Final = _EDITOR_PROPERTIES | {"type", "title", "titleEn", "components"}
_EVERY: Final = _EDITOR_PROPERTIES | {"type", "conditional"}
_WORDED: Final = frozenset({"label", "labelEn", "description", "descriptionEn"})
_ENTERED: Final = _WORDED | {"key", "validate", "readonly", "defaultValue", "defaultKey"}
_OWN_PROPERTIES: Final[Mapping[FieldType, frozenset[str]]] = {
    FieldType.TEXTFIELD: _ENTERED,
    FieldType.TEXTAREA: _ENTERED,
    FieldType.NUMBER: _ENTERED | {"decimalDigits"},
    FieldType.DATE: _ENTERED | {"subtype", "dateLabel"},
    FieldType.SELECT: _ENTERED | {"values", "valuesKey"},
    FieldType.RADIO: _ENTERED | {"values", "valuesKey"},
    FieldType.CHECKBOX: _ENTERED,
    FieldType.CHECKLIST: _ENTERED | {"values", "valuesKey"},
    FieldType.FILES: _WORDED | {"key", "validate", "readonly", "accept", "multiple"},
    FieldType.GROUP: _WORDED | {"components"},
    FieldType.TEXT: frozenset({"text", "textEn"}),
    FieldType.SEPARATOR: frozenset(),
}
COMPONENT_PROPERTIES: Final = {kind: _EVERY | own for kind, own in _OWN_PROPERTIES.items()}

_TEXT_RULES: Final = frozenset({"required", "minLength", "maxLength"})
_RULES: Final[Mapping[FieldType, frozenset[str]]] = {
    FieldType.TEXTFIELD: _TEXT_RULES
    | {"pattern", "patternErrorMessage", "patternErrorMessageEn", "notAmong"},
    FieldType.TEXTAREA: _TEXT_RULES,
    FieldType.NUMBER: frozenset({"required", "min", "max"}),
    FieldType.DATE: frozenset({"required", "notBefore", "notAfter"}),
    FieldType.FILES: frozenset({"required", "maxFiles", "maxSizeMb"}),
}
_ONLY_REQUIRED: Final = frozenset({"required"})
_OPTION_PROPERTIES: Final = frozenset({"label", "labelEn", "value"})


def read_rules(component: Component, kind: FieldType) -> Rules:
    """What `validate` and the properties beside it ask of a value."""
    written = component.mapping("validate")
    written.only(_RULES.get(kind, _ONLY_REQUIRED))
    required = written.flag("required")
    match kind:
        case FieldType.TEXTFIELD | FieldType.TEXTAREA:
            return _text_rules(written, kind, required=required)
        case FieldType.NUMBER:
            return _number_rules(component, written, required=required)
        case FieldType.DATE:
            return Rules(
                required=required,
                not_before=_date_bound(written, "notBefore"),
                not_after=_date_bound(written, "notAfter"),
            )
        case FieldType.FILES:
            return _file_rules(component, written, required=required)
        case _:
            return Rules(required=required)


def _text_rules(written: Component, kind: FieldType, *, required: bool) -> Rules:
    source = written.words("pattern")
    pattern = written.attempt(lambda: compile_pattern(source)) if source else None
    longest = LONGEST_TEXT if kind is FieldType.TEXTAREA else LONGEST_LINE
    longest = LONGEST_MATCHED_TEXT if source else longest
    least = written.count("minLength", 0, longest)
    most = written.count("maxLength", 1, longest)
    if least is not None and most is not None and least > most:
        written.wrong("“minLength” lớn hơn “maxLength”.", "“minLength” is greater than “maxLength”.")
    said = written.phrase("patternErrorMessage")
    return Rules(
        required=required,
        min_length=least,
        max_length=most or longest,
        pattern=pattern,
        pattern_message=said if said.vi else None,
        not_among=written.place("notAmong"),
    )


def _number_rules(component: Component, written: Component, *, required: bool) -> Rules:
    least, most = written.number("min"), written.number("max")
    if least is not None and most is not None and least > most:
        written.wrong("“min” lớn hơn “max”.", "“min” is greater than “max”.")
    digits = component.count("decimalDigits", 0, _MOST_DECIMAL_DIGITS)
    return Rules(required=required, minimum=least, maximum=most, decimal_digits=digits)


def _date_bound(written: Component, name: str) -> date | str | None:
    """A day where one is written, else the key of the field or variable that holds it."""
    text = written.words(name)
    if text[:1].isdigit():
        return written.attempt(lambda: read_date(text))
    return written.variable(name)


def _file_rules(component: Component, written: Component, *, required: bool) -> Rules:
    many = written.count("maxFiles", 1, _MOST_FILES)
    megabytes = written.count("maxSizeMb", 1, _MOST_MEGABYTES)
    rules = Rules(required=required, max_files=(many or _MOST_FILES) if component.flag("multiple") else 1)
    if megabytes is None:
        return rules
    return Rules(required=required, max_files=rules.max_files, max_bytes=megabytes * _MEGABYTE)


def read_accept(component: Component) -> tuple[str, ...]:
    """The file name endings taken; every supported one where the form names none."""
    written = component.words("accept")
    if not written:
        return tuple(MEDIA_TYPES)
    endings = tuple(ending.strip().lower() for ending in written.split(","))
    for ending in endings:
        if ending not in MEDIA_TYPES:
            known = ", ".join(MEDIA_TYPES)
            component.wrong(
                f"Loại tệp “{ending}” không được hỗ trợ. Dùng: {known}.",
                f"The file type “{ending}” is not supported. Use: {known}.",
            )
    return endings


def read_options(component: Component) -> tuple[Option, ...]:
    """The options written in the form; none where they come from a variable of the case."""
    written = component.raw.get("values")
    from_case = "valuesKey" in component.raw
    if (written is None) != from_case:
        component.wrong(
            "Cần đúng một trong hai: “values” (các lựa chọn) hoặc “valuesKey” (biến chứa lựa chọn).",
            "Exactly one is needed: “values” (the options) or “valuesKey” (the variable that holds them).",
        )
        return ()
    if from_case:
        return ()
    if not isinstance(written, list) or not 0 < len(written) <= _MOST_OPTIONS:
        component.wrong(
            f"“values” phải có từ 1 đến {_MOST_OPTIONS} lựa chọn.",
            f"“values” must hold 1 to {_MOST_OPTIONS} options.",
        )
        return ()
    options = tuple(_option(component, raw) for raw in written)
    values = [option.value for option in options]
    for value in sorted({value for value in values if values.count(value) > 1}):
        component.wrong(f"Lựa chọn “{value}” bị lặp.", f"The option “{value}” appears twice.")
    return options


def _option(component: Component, raw: object) -> Option:
    if not isinstance(raw, Mapping):
        component.wrong("Mỗi lựa chọn phải là một đối tượng.", "Each option must be an object.")
        return Option(value="", label=Phrase(""))
    option = Component(raw, component.where, component.problems)
    option.only(_OPTION_PROPERTIES)
    value = clean_line(option.words("value"))
    if not value:
        option.wrong("Lựa chọn chưa có “value”.", "An option has no “value”.")
    return Option(value=value, label=option.needed("label"))


def read_default(component: Component, kind: FieldType, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The default value as the texts that a page would submit."""
    if component.raw.get("defaultValue") is None:
        return ()
    match kind:
        case FieldType.CHECKBOX:
            return (TICKED,) if component.flag("defaultValue") else ()
        case FieldType.NUMBER:
            return tuple(submitted_texts(component.number("defaultValue")))
        case FieldType.DATE:
            text = component.words("defaultValue")
            return tuple(submitted_texts(component.attempt(lambda: read_date(text))))
        case FieldType.CHECKLIST:
            return _default_choices(component, component.raw["defaultValue"], options)
        case FieldType.SELECT | FieldType.RADIO:
            return _default_choices(component, [component.raw["defaultValue"]], options)
        case _:
            return (clean_text(component.words("defaultValue")),)


def _default_choices(component: Component, chosen: object, options: tuple[Option, ...]) -> tuple[str, ...]:
    values = frozenset(option.value for option in options)
    if not isinstance(chosen, list) or not all(isinstance(choice, str) for choice in chosen):
        component.wrong("“defaultValue” không phải là lựa chọn.", "“defaultValue” is not an option.")
        return ()
    if options and not values.issuperset(chosen):
        component.wrong(
            "“defaultValue” không nằm trong các lựa chọn.", "“defaultValue” is not among the options."
        )
    return tuple(clean_line(choice) for choice in chosen)
