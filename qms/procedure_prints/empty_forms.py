"""A form as an empty sheet to fill in by hand: what is printed in the place of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from engine.domain.forms import Field, FieldType, Form, FormRefused, parse_form
from engine.domain.local_time import day_text

_BLANKS: Final[Mapping[FieldType, str]] = {
    FieldType.TEXTFIELD: "line",
    FieldType.TEXTAREA: "lines",
    FieldType.NUMBER: "line",
    FieldType.DATE: "day",
    FieldType.SELECT: "options",
    FieldType.RADIO: "options",
    FieldType.CHECKLIST: "options",
    FieldType.CHECKBOX: "box",
    FieldType.FILES: "files",
    FieldType.TABLE: "table",
    FieldType.RECEIPT: "receipt",
    FieldType.REFERENCE: "reference",
    FieldType.GROUP: "group",
    FieldType.TEXT: "text",
    FieldType.SEPARATOR: "rule",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """One place of a form to fill in."""

    kind: str
    """As the template draws it: line, lines, day, options, box, files, table, …"""
    label: str
    required: bool = False
    options: tuple[str, ...] = ()
    """Of a choice its answers, of a table the heads of its columns."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyForm:
    """A form as it is printed."""

    key: str
    title: str
    code: str
    """Of the registered template; the key of the form where it comes from none."""
    version: str
    """From which day the template holds; empty where it comes from none."""
    blanks: tuple[Blank, ...]


def empty_form(key: str, raw: Mapping[str, object]) -> EmptyForm:
    """The sheet; of a form that cannot be read only its title."""
    try:
        form = parse_form(raw)
    except FormRefused:
        return EmptyForm(key=key, title=str(raw.get("title") or key), code=key, version="", blanks=())
    return EmptyForm(
        key=key,
        title=form.title.vi or key,
        code=key if form.template is None else form.template.code,
        version="" if form.template is None else f"áp dụng từ {day_text(form.template.valid_from)}",
        blanks=tuple(_blanks(form)),
    )


def _blanks(form: Form) -> Iterator[Blank]:
    for field in form.components:
        yield from _of_field(field)


def _of_field(field: Field) -> Iterator[Blank]:
    offered = tuple(option.label.vi for option in field.options)
    if field.type is FieldType.TABLE:
        offered = tuple(column.label.vi for column in field.columns)
    yield Blank(
        kind=_BLANKS.get(field.type, "line"),
        label=field.text.vi if field.type is FieldType.TEXT else field.label.vi,
        required=field.rules.required,
        options=offered,
        note=_note(field),
    )
    for inner in field.components:
        yield from _of_field(inner)


def _note(field: Field) -> str:
    said = ["chỉ đọc"] if field.readonly else []
    if field.hide is not None:
        said.append("tùy trường hợp")
    if field.values_key is not None:
        said.append("chọn trong danh sách của hồ sơ")
    return "; ".join(said)
