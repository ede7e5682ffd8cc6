"""Which properties each kind of field may have, and how they read: rules, options, defaults, file types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from engine.domain.forms.attachments import MEDIA_TYPES
from engine.domain.forms.component import Component
from engine.domain.forms.entries import TICKED, clean_line, clean_text, read_date, submitted_texts
from engine.domain.forms.fields import FieldType, Option, Phrase, Receiver, Register, Rules, TemplateNote
from engine.domain.forms.kinds import (
    KINDS,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_DECIMAL_DIGITS,
    MOST_FILES,
    MOST_MEGABYTES,
    MOST_OPTIONS,
    MOST_ROWS,
)
from engine.domain.forms.patterns import LONGEST_MATCHED_TEXT, compile_pattern

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

FORM_PROPERTIES: Final = _EDITOR_PROPERTIES | {"type", "title", "titleEn", "template", "components"}
_EVERY: Final = _EDITOR_PROPERTIES | {"type", "conditional"}
_READ_TOO: Final[Mapping[FieldType, frozenset[str]]] = {FieldType.DATE: frozenset({"subtype", "dateLabel"})}
"""What form-js writes with a kind and an author is not asked for."""
_OPTION_PROPERTIES: Final = frozenset({"label", "labelEn", "value"})


def allowed_properties(kind: FieldType, *, column: bool = False) -> frozenset[str]:
    """The names that may stand in a component of the kind, or in a column of it."""
    described = KINDS[kind].as_column if column else KINDS[kind]
    common = _EDITOR_PROPERTIES | {"type"} if column else _EVERY
    return common | described.top_names | _READ_TOO.get(kind, frozenset())


def read_rules(component: Component, kind: FieldType) -> Rules:
    """What `validate` and the properties beside it ask of a value."""
    written = component.mapping("validate")
    written.only(KINDS[kind].rule_names)
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
        case FieldType.TABLE:
            return _row_rules(written, required=required)
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
    digits = component.count("decimalDigits", 0, MOST_DECIMAL_DIGITS)
    return Rules(required=required, minimum=least, maximum=most, decimal_digits=digits)


def _date_bound(written: Component, name: str) -> date | str | None:
    """A day where one is written, else the key of the field or variable that holds it."""
    text = written.words(name)
    if text[:1].isdigit():
        return written.attempt(lambda: read_date(text))
    return written.variable(name)


def _file_rules(component: Component, written: Component, *, required: bool) -> Rules:
    many = written.count("maxFiles", 1, MOST_FILES)
    megabytes = written.count("maxSizeMb", 1, MOST_MEGABYTES)
    rules = Rules(required=required, max_files=(many or MOST_FILES) if component.flag("multiple") else 1)
    if megabytes is None:
        return rules
    return Rules(required=required, max_files=rules.max_files, max_bytes=megabytes * _MEGABYTE)


def _row_rules(written: Component, *, required: bool) -> Rules:
    least = written.count("minRows", 0, MOST_ROWS) or 0
    most = written.count("maxRows", 1, MOST_ROWS) or MOST_ROWS
    if least > most:
        written.wrong("“minRows” lớn hơn “maxRows”.", "“minRows” is greater than “maxRows”.")
    return Rules(required=required, min_rows=max(least, 1) if required else least, max_rows=most)


def read_first_rows(component: Component, rules: Rules) -> int:
    """How many empty rows a fresh table shows: what is written, else as many as are needed, at least one."""
    written = component.count("defaultRepetitions", 0, MOST_ROWS)
    return min(max(1, rules.min_rows) if written is None else written, rules.max_rows)


def read_receiver(component: Component) -> Receiver:
    """Who signs for a receipt; a citizen where nothing is said."""
    written = component.words("receiver") or Receiver.CITIZEN
    if written not in set(Receiver):
        known = ", ".join(Receiver)
        component.wrong(f"“receiver” phải là một trong: {known}.", f"“receiver” must be one of: {known}.")
        return Receiver.CITIZEN
    return Receiver(written)


def read_registers(component: Component) -> tuple[Register, ...]:
    """The registers from which a document may be picked; at least one."""
    written = component.raw.get("registers")
    known = list(Register)
    if not isinstance(written, list) or not written or any(each not in known for each in written):
        shown = ", ".join(Register)
        component.wrong(
            f"“registers” phải là danh sách có ít nhất một trong: {shown}.",
            f"“registers” must be a list of at least one of: {shown}.",
        )
        return ()
    return tuple(Register(each) for each in dict.fromkeys(written))


def read_template(top: Component) -> TemplateNote | None:
    """The version of the registered template that the form notes."""
    if "template" not in top.raw:
        return None
    noted = top.mapping("template")
    noted.only({"code", "valid_from"})
    code, day = clean_line(noted.words("code")), noted.words("valid_from")
    valid_from = noted.attempt(lambda: read_date(day)) if code else None
    if not code:
        noted.wrong("“template” chưa có “code”.", "“template” has no “code”.")
    return TemplateNote(code=code, valid_from=valid_from) if valid_from else None


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
    if not isinstance(written, list) or not 0 < len(written) <= MOST_OPTIONS:
        component.wrong(
            f"“values” phải có từ 1 đến {MOST_OPTIONS} lựa chọn.",
            f"“values” must hold 1 to {MOST_OPTIONS} options.",
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
