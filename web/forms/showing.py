"""What a page shows of a form: fields to fill in, values to read, and the lines of the error summary.

The templates of this room call the globals registered here; they hold the HTML and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from flask import Blueprint
from flask_babel import get_locale
from flask_babel import gettext as _

from engine.domain.forms import (
    AttachedFile,
    CellName,
    Field,
    FieldType,
    Form,
    Message,
    Option,
    Phrase,
    default_texts,
    hidden_keys,
    known_values,
    options_of,
    read_cell_name,
    row_count,
    size_text,
    texts_of,
)
from engine.domain.text import normal
from engine.domain.values import Value
from web.forms.parts import parts_of, signers
from web.forms.record_words import receipt_lines, reference_lines
from web.forms.shown import Choice, Shown, ShownError, ShownFile, ShownRow

READ_ONLY: Final = "readonly"
_WITH_BUTTONS: Final = frozenset({FieldType.TABLE, FieldType.REFERENCE})

blueprint = Blueprint("forms", __name__, template_folder="templates")
blueprint.app_template_filter("size_text")(size_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A form with everything that stands in it."""

    form: Form
    case: Mapping[str, Value]
    texts: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[AttachedFile]]
    options: Mapping[str, Sequence[Option]]
    errors: Mapping[str, Sequence[Message]]
    prefix: str = ""
    recorded: bool = False
    """Whether `case` holds what was handed in, so that records are told from there."""

    def components(self, fields: tuple[Field, ...]) -> tuple[Shown, ...]:
        """What may come to sight on this page; what cannot is left out altogether."""
        open_keys = frozenset(each.key for each in self.form.inputs if not each.readonly)
        value_of = known_values(self.form, self.texts, self.case)
        shown = []
        for each in fields:
            left = each.hide.given(lambda key: key not in open_keys, value_of) if each.hide else False
            if left is not True:
                shown.append(self._component(each, left.written(self.prefix) if left else ""))
        return tuple(shown)

    def _component(self, asked: Field, hide: str) -> Shown:
        if asked.type.takes_input:
            return self._input(asked, hide)
        return Shown(
            kind=asked.type,
            label=_said(asked.label),
            hint=_said(asked.description),
            hide=hide,
            lines=tuple(_said(asked.text).splitlines()),
            parts=self.components(asked.components),
            field=asked,
        )

    def _input(self, asked: Field, hide: str) -> Shown:
        texts = self._texts(asked).get(asked.key, ())
        picked = {normal(text) for text in texts}
        own_id = field_id(self.prefix, asked.key)
        offered = self.options.get(asked.key) or options_of(asked, self.case) or signers(asked)
        choices = tuple(
            Choice(
                id=own_id if number == 1 else f"{own_id}-{number}",
                value=option.value,
                label=_said(option.label),
                picked=option.value in picked,
            )
            for number, option in enumerate(offered, start=1)
        )
        return Shown(
            kind=READ_ONLY if asked.readonly else asked.type,
            id=own_id,
            name=self.prefix + asked.key,
            label=_said(asked.label),
            hint=_said(asked.description),
            hide=hide,
            required=asked.rules.required,
            errors=tuple(_said(Phrase(*message)) for message in self.errors.get(asked.key, ())),
            texts=tuple(texts),
            lines=self._lines(asked, texts, choices),
            choices=choices,
            files=self._files(asked),
            field=asked,
            parts=tuple(self._input(part, "") for part in parts_of(asked)),
            rows=self._rows(asked),
        )

    def _texts(self, asked: Field) -> Mapping[str, Sequence[str]]:
        return default_texts(self.form, self.case) if asked.readonly else self.texts

    def _rows(self, asked: Field) -> tuple[ShownRow, ...]:
        """The rows of a table; their cells are shown as fields of their own, named by where they stand."""
        if asked.type is not FieldType.TABLE:
            return ()
        texts = self._texts(asked)
        page = replace(self, texts=texts)
        numbers = range(1, row_count(asked, texts) + 1)
        return tuple(ShownRow(number=number, cells=page.cells(asked, number)) for number in numbers)

    def cells(self, table: Field, number: int) -> tuple[Shown, ...]:
        """The cells of one row."""
        named = ((str(CellName(table.key, number, each.key)), each) for each in table.columns)
        return tuple(self._input(replace(column, key=name), "") for name, column in named)

    def _lines(self, asked: Field, texts: Sequence[str], choices: Sequence[Choice]) -> tuple[str, ...]:
        """The value in words."""
        record = self.case.get(asked.key) if self.recorded or asked.readonly else None
        match asked.type:
            case FieldType.TABLE:
                return ()
            case FieldType.RECEIPT if isinstance(record, dict):
                return receipt_lines(record)
            case FieldType.REFERENCE if isinstance(record, dict):
                return reference_lines(record)
            case FieldType.RECEIPT:
                return tuple(
                    text for part in parts_of(asked) for text in self.texts.get(part.key, ()) if text
                )
            case _:
                return _lines(asked, texts, choices)

    def _files(self, asked: Field) -> tuple[ShownFile, ...]:
        if asked.key in self.files:
            return tuple(
                ShownFile(id=file.id, name=file.name, size=file.size) for file in self.files[asked.key]
            )
        return _recorded_files(self.case.get(asked.key)) if asked.readonly else ()


@blueprint.app_template_global("form_fields")
def form_fields(
    form: Form,
    *,
    values: Mapping[str, Sequence[str]] | None = None,
    errors: Mapping[str, Sequence[Message]] | None = None,
    attachments: Mapping[str, Sequence[AttachedFile]] | None = None,
    options: Mapping[str, Sequence[Option]] | None = None,
    prefix: str = "",
    case: Mapping[str, Value] | None = None,
) -> tuple[Shown, ...]:
    """The components to fill in. `values` are texts as submitted; without them the form's defaults stand."""
    case = case or {}
    page = _Page(
        form=form,
        case=case,
        texts=default_texts(form, case) if values is None else values,
        files=attachments or {},
        options=options or {},
        errors=errors or {},
        prefix=prefix,
    )
    return page.components(form.components)


@blueprint.app_template_global("form_has_buttons")
def form_has_buttons(form: Form) -> bool:
    """Whether buttons stand within the fields: rows to add, documents to find."""
    return any(each.type in _WITH_BUTTONS and not each.readonly for each in form.inputs)


@blueprint.app_template_global("form_rows")
def form_rows(
    form: Form,
    *,
    values: Mapping[str, Value],
    options: Mapping[str, Sequence[Option]] | None = None,
    case: Mapping[str, Value] | None = None,
) -> tuple[Shown, ...]:
    """The fields to read, `values` typed as the engine keeps them; what was hidden is left out."""
    given = {**(case or {}), **values}
    page = _Page(
        form=form,
        case=given,
        texts={
            name: texts for each in form.inputs for name, texts in texts_of(each, given.get(each.key)).items()
        },
        files={},
        options=options or {},
        errors={},
        recorded=True,
    )
    hidden = hidden_keys(form, given.get)
    return _rows(page.components(form.components), hidden, given)


@blueprint.app_template_global("draft_rows")
def draft_rows(
    form: Form,
    *,
    values: Mapping[str, Sequence[str]] | None = None,
    attachments: Mapping[str, Sequence[AttachedFile]] | None = None,
    options: Mapping[str, Sequence[Option]] | None = None,
    case: Mapping[str, Value] | None = None,
) -> tuple[Shown, ...]:
    """The fields to read while they hold texts: a draft, or a task that is somebody else's."""
    case = case or {}
    texts = default_texts(form, case) if values is None else values
    page = _Page(form=form, case=case, texts=texts, files=attachments or {}, options=options or {}, errors={})
    hidden = hidden_keys(form, known_values(form, texts, case))
    return _rows(page.components(form.components), hidden, {})


@blueprint.app_template_global("form_errors")
def form_errors(
    form: Form, errors: Mapping[str, Sequence[Message]], prefix: str = ""
) -> tuple[ShownError, ...]:
    """The lines of the error summary in the order of the form; messages at no field of it come last."""
    labels = {name: label for each in form.inputs for name, label in _labels(each, errors)}
    order = [*labels, *(key for key in errors if key not in labels)]
    return tuple(
        ShownError(
            target=field_id(prefix, key) if key in labels else "",
            label=labels.get(key, ""),
            text=_said(Phrase(*message)),
        )
        for key in order
        for message in errors[key]
    )


def _labels(asked: Field, errors: Mapping[str, Sequence[Message]]) -> Iterator[tuple[str, str]]:
    """The names of the field under which something is wrong, each with its label."""
    label = _said(asked.label)
    if asked.key in errors:
        yield asked.key, label
    for part in parts_of(asked):
        if part.key in errors:
            yield part.key, f"{label} – {_said(part.label)}"
    if asked.type is not FieldType.TABLE:
        return
    columns = {each.key: _said(each.label) for each in asked.columns}
    cells = ((name, cell) for name in errors if (cell := read_cell_name(name)) and cell.table == asked.key)
    for name, cell in cells:
        said = _("dòng %(row)s, %(column)s", row=cell.row, column=columns.get(cell.column, cell.column))
        yield name, f"{label} – {said}"


def field_id(prefix: str, key: str) -> str:
    """The id of a field's first input, where links to the field lead."""
    return f"{prefix}field-{key}"


def _said(phrase: Phrase | None) -> str:
    return phrase.said_in(str(get_locale() or "vi")) if phrase else ""


def _lines(asked: Field, texts: Sequence[str], choices: Sequence[Choice]) -> tuple[str, ...]:
    """The value in words: options by their labels, and as sent where they are no longer offered."""
    if not asked.type.offers_options:
        return tuple(line for text in texts for line in text.splitlines())
    labels = {choice.value: choice.label for choice in choices}
    return tuple(labels.get(normal(text), text) for text in texts if text)


def _rows(shown: Sequence[Shown], hidden: frozenset[str], given: Mapping[str, Value]) -> tuple[Shown, ...]:
    """The inputs that are not hidden, groups kept where something of them is left."""
    rows = []
    for each in shown:
        if each.kind == FieldType.GROUP:
            parts = _rows(each.parts, hidden, given)
            rows.extend([replace(each, parts=parts)] if parts else [])
        elif each.field.type.takes_input and each.field.key not in hidden:
            rows.append(replace(each, files=each.files or _recorded_files(given.get(each.field.key))))
    return tuple(rows)


def _recorded_files(value: Value) -> tuple[ShownFile, ...]:
    """The files of a value that `validate` gave."""
    files = []
    for record in value if isinstance(value, list) else []:
        match record:
            case {"id": str(file_id), "name": str(name), "size": int(size)}:
                files.append(ShownFile(id=file_id, name=name, size=size))
            case _:
                pass
    return tuple(files)
