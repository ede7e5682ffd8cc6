"""The data of a case for reading: labels of its forms, answers by their options, ids left out or named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeAlias
from uuid import UUID

from flask_babel import get_locale
from flask_babel import gettext as _

from engine.domain.definition import ProcessDefinition
from engine.domain.forms import Field, Form, options_of, parse_form
from engine.domain.identifiers import parse_id
from engine.domain.values import Value
from engine.queries.instance import InstanceView
from web import wording
from web.forms.record_words import record_lines
from web.instances.labels import variable_labels
from web.names import person_name, unit_name

_TECHNICAL_COLUMNS: Final = frozenset({"id"})
Record: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A file named in the data."""

    id: UUID
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One variable: its words, or its files, or its rows under the heads of a small table."""

    label: str
    lines: tuple[str, ...] = ()
    files: tuple[CaseFile, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def case_data(view: InstanceView, register_form: Form | None) -> tuple[Fact, ...]:
    """The declared variables that hold something, in the order of the model.

    `register_form` names what a register handed over at the start; without one, only the model's forms speak.
    """
    reader = _Reader(view.definition, view.variables, register_form)
    found = (reader.fact(name) for name in view.definition.variables)
    return tuple(fact for fact in found if fact is not None)


class _Reader:
    """Knows for each variable the field that asks for it, and says values in words."""

    def __init__(
        self, definition: ProcessDefinition, variables: Mapping[str, Value], register_form: Form | None
    ) -> None:
        forms = [parse_form(raw) for raw in definition.forms.values()]
        if register_form is not None:
            forms.append(register_form)
        inputs = [field for form in forms for field in form.inputs]
        self._variables = variables
        # A field to fill in names a variable better than one that only shows it.
        self._fields = {field.key: field for field in sorted(inputs, key=lambda field: not field.readonly)}
        self._labels = variable_labels()
        self._technical = {field.values_key for field in inputs} | {field.default_key for field in inputs}

    def fact(self, name: str) -> Fact | None:
        """The variable in words; None for what is empty or only technical."""
        value = self._variables.get(name)
        if value in (None, "", [], {}) or self._is_technical(name, value):
            return None
        label = self._label(name)
        if isinstance(value, dict):
            said = record_lines(value)
            if said:
                return Fact(label=label, lines=said)
            value = [value]
        field = self._fields.get(name)
        if field is not None and field.columns and isinstance(value, list):
            return self._table(label, field, [item for item in value if isinstance(item, dict)])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return self._records(label, [item for item in value if isinstance(item, dict)])
        lines = self._lines(self._fields.get(name), value)
        return Fact(label=label, lines=lines) if lines else None

    def _is_technical(self, name: str, value: Value) -> bool:
        if isinstance(value, str) and parse_id(value) is not None:
            return True
        return name in self._technical and name not in self._fields and name not in self._labels

    def _label(self, name: str) -> str:
        field = self._fields.get(name)
        if field is not None and name not in self._labels:
            return field.label.said_in(str(get_locale() or "vi"))
        return self._labels.get(name) or name.replace("_", " ").capitalize()

    def _records(self, label: str, records: Sequence[Record]) -> Fact | None:
        files = [file for record in records if (file := _file(record)) is not None]
        if len(files) == len(records):
            return Fact(label=label, files=tuple(files))
        if all(record.keys() >= {"value", "label"} for record in records):
            return Fact(label=label, lines=tuple(str(record["label"]) for record in records))
        names = self._in_order({key for record in records for key in record} - _TECHNICAL_COLUMNS)
        columns = {name: [self._cell(name, record.get(name)) for record in records] for name in names}
        shown = {name: cells for name, cells in columns.items() if any(cells)}
        if not shown:
            return None
        rows = tuple(zip(*shown.values(), strict=True))
        return Fact(label=label, heads=tuple(self._label(name) for name in shown), rows=rows)

    def _table(self, label: str, table: Field, records: Sequence[Record]) -> Fact:
        """The rows of a table under the labels of its columns."""
        language = str(get_locale() or "vi")
        rows = tuple(
            tuple(", ".join(self._lines(column, record.get(column.key))) for column in table.columns)
            for record in records
        )
        heads = tuple(column.label.said_in(language) for column in table.columns)
        return Fact(label=label, heads=heads, rows=rows)

    def _in_order(self, names: set[str]) -> list[str]:
        """The columns as the labels list them; keys without a label come last."""
        return [name for name in self._labels if name in names] + sorted(names - self._labels.keys())

    def _cell(self, name: str, value: Value) -> str:
        return ", ".join(self._lines(self._fields.get(name), value))

    def _lines(self, field: Field | None, value: Value) -> tuple[str, ...]:
        """A value in words: each line of a text, each item of a list."""
        if isinstance(value, list):
            return tuple(line for item in value for line in self._lines(field, item))
        if field is not None and field.type.offers_options:
            said = {option.value: option.label for option in options_of(field, self._variables)}
            if str(value) in said:
                return (said[str(value)].said_in(str(get_locale() or "vi")),)
        words = _words(value)
        return tuple(words.splitlines()) if words else ()


def _file(record: Record) -> CaseFile | None:
    match record:
        case {"id": str(file_id), "name": str(name), "size": int(size)} if parse_id(file_id) is not None:
            return CaseFile(id=UUID(file_id), name=name, size=size)
        case _:
            return None


def _words(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(_("Có") if value else _("Không"))
        case int() | float() | Decimal():
            return wording.number(value)
        case datetime():
            return wording.moment(value)
        case date():
            return wording.day(value)
        case str():
            identifier = parse_id(value)
            return value if identifier is None else unit_name(identifier) or person_name(identifier)
        case _:
            return ""
