"""What a page shows of a form: of each field the words, the value as text, the ids and what is wrong with it.

The templates of this room call the globals registered here; they hold the HTML and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from flask import Blueprint
from flask_babel import get_locale

from engine.domain.forms import (
    AttachedFile,
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
    size_text,
    submitted_texts,
)
from engine.domain.text import normal
from engine.domain.values import Value

READ_ONLY: Final = "readonly"

blueprint = Blueprint("forms", __name__, template_folder="templates")
blueprint.app_template_filter("size_text")(size_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option on the page."""

    id: str
    value: str
    label: str
    picked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """An attached file on the page; `size` in bytes."""

    id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One component on the page.

    `kind` is the field type, or "readonly" for a field that is only read. `hide` is the text of the
    attribute data-q-hide, empty where nothing on the page can hide the component. `lines` is the value in
    words, for reading; `texts` what the inputs hold.
    """

    kind: str
    id: str = ""
    name: str = ""
    label: str = ""
    hint: str = ""
    hide: str = ""
    required: bool = False
    errors: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    files: tuple[ShownFile, ...] = ()
    field: Field
    parts: tuple[Shown, ...] = ()

    @property
    def described_by(self) -> str:
        """The ids of hint and error, for aria-describedby."""
        ends = [end for end, there in (("hint", self.hint), ("error", self.errors)) if there]
        return " ".join(f"{self.id}-{end}" for end in ends)

    @property
    def input_mode(self) -> str:
        """The keyboard a phone offers; one without a minus sign only where none is needed."""
        if self.kind == FieldType.DATE:
            return "numeric"
        least = self.field.rules.minimum
        if self.kind != FieldType.NUMBER or least is None or least < 0:
            return ""
        return "numeric" if self.field.rules.decimal_digits == 0 else "decimal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownError:
    """One line of the error summary."""

    target: str
    label: str
    text: str


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
        texts = self._texts(asked)
        picked = {normal(text) for text in texts}
        own_id = field_id(self.prefix, asked.key)
        offered = self.options.get(asked.key) or options_of(asked, self.case)
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
            texts=texts,
            lines=_lines(asked, texts, choices),
            choices=choices,
            files=self._files(asked),
            field=asked,
        )

    def _texts(self, asked: Field) -> tuple[str, ...]:
        if asked.readonly:
            return tuple(default_texts(self.form, self.case).get(asked.key, ()))
        return tuple(self.texts.get(asked.key, ()))

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
        texts={each.key: submitted_texts(given.get(each.key)) for each in form.inputs},
        files={},
        options=options or {},
        errors={},
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
    labels = {each.key: _said(each.label) for each in form.inputs}
    order = [*(key for key in labels if key in errors), *(key for key in errors if key not in labels)]
    return tuple(
        ShownError(
            target=field_id(prefix, key) if key in labels else "",
            label=labels.get(key, ""),
            text=_said(Phrase(*message)),
        )
        for key in order
        for message in errors[key]
    )


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
