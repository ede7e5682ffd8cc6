"""What was submitted against a form: typed values of the case, or a message at each field that fails."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from engine.domain.errors import FieldsInvalid, Invalid
from engine.domain.forms.attachments import AttachedFile, file_refusal
from engine.domain.forms.checks import rule_messages
from engine.domain.forms.conditions import Condition
from engine.domain.forms.entries import EntryRefused, clean_line
from engine.domain.forms.fields import Field, FieldType, Form, Message
from engine.domain.forms.handed_in import HandedIn, part_names, read_receipt, read_reference, rehearsed
from engine.domain.forms.reading import read_answer
from engine.domain.forms.tables import (
    Row,
    cell_names,
    forged_names,
    read_rows,
    records_of,
    row_count,
    row_messages,
)
from engine.domain.forms.texts import first_texts
from engine.domain.values import Value

_UNSIGNED: Final = rehearsed(datetime.min.replace(tzinfo=UTC))
"""Under which a page that is not handed in yet is read: conditions ask only whether something is there."""
_SHOWN_NAME: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """What a page or a program sent: texts and files by field key.

    `files` holds what is attached after this request, old and new together; `refused` the messages about
    files that were turned away before they were stored.
    """

    values: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[AttachedFile]] = field(default_factory=dict)
    refused: Mapping[str, Sequence[Message]] = field(default_factory=dict)


class ForgedField(Invalid):
    """Something was sent that no page of this form sends."""

    def __init__(self, name: str) -> None:
        shown = clean_line(name)[:_SHOWN_NAME]
        super().__init__(
            vi=f"Mục “{shown}” không có trong biểu mẫu hoặc gửi sai cách. Xin tải lại trang rồi nhập lại.",
            en=f"The field “{shown}” is not in the form or was sent wrongly. Reload the page and try again.",
        )
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A field as far as it could be read by itself.

    `parts` are the messages by the names of its parts, where it has any; `rows` those of a table.
    """

    value: Value
    messages: tuple[Message, ...] = ()
    parts: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A page as it was read: the visible answers, None where one could not be read, and what is wrong."""

    values: dict[str, Value]
    problems: dict[str, list[Message]]


def validate(
    form: Form,
    submitted: Submitted,
    case: Mapping[str, Value],
    *,
    given: HandedIn | None = None,
    technical: Collection[str] = (),
) -> dict[str, Value]:
    """The typed values of the visible fields that can be edited, by key.

    Empty answers are None, an unticked box False, no choices or files []. `case` holds the variables
    that options, conditions and date bounds refer to; `given` who hands it in and when, without which
    nothing can be signed for or referred to; `technical` names what pages send beside fields (the CSRF
    token). Raises FieldsInvalid with the messages in the order of the form, those of a cell or part by its
    name, ForgedField for names and shapes that no page sends.
    """
    found = examine(form, submitted, case, given=given, technical=technical)
    if found.problems:
        raise FieldsInvalid(fields=found.problems)
    return found.values


def examine(
    form: Form,
    submitted: Submitted,
    case: Mapping[str, Value],
    *,
    given: HandedIn | None = None,
    technical: Collection[str] = (),
) -> Examined:
    """As `validate`, with what is wrong beside what was read instead of a refusal; raises ForgedField."""
    _refuse_forged(form, submitted, technical)
    entries = {each.key: _entry(each, submitted, case, given) for each in form.inputs if not each.readonly}
    known = _values_known(form, {key: entry.value for key, entry in entries.items()}, case)
    hidden = hidden_keys(form, known)
    values: dict[str, Value] = {}
    problems: dict[str, list[Message]] = {}
    for each in form.inputs:
        if each.readonly or each.key in hidden:
            continue
        entry = entries[each.key]
        found = _messages(each, entry, submitted, lambda key: None if key in hidden else known(key))
        problems.update({name: list(messages) for name, messages in found.items()})
        values[each.key] = entry.value
    return Examined(values=values, problems=problems)


def _messages(
    asked: Field, entry: _Entry, submitted: Submitted, value_of: Callable[[str], Value]
) -> Mapping[str, tuple[Message, ...]]:
    """What is wrong with a field, by the name of what is wrong."""
    if asked.type is FieldType.TABLE:
        return row_messages(asked, entry.rows, submitted.values, value_of)
    if entry.parts:
        return entry.parts
    messages = entry.messages or rule_messages(asked, entry.value, value_of)
    return {asked.key: messages} if messages else {}


def _refuse_forged(form: Form, submitted: Submitted, technical: Collection[str]) -> None:
    kinds = {each.key: each for each in form.inputs}
    parts = _part_names(form, submitted.values)
    for name, texts in submitted.values.items():
        if name not in kinds:
            if name not in technical and name not in parts:
                raise ForgedField(name)
        elif not kinds[name].readonly and not _fits(kinds[name], texts):
            raise ForgedField(name)
    for each in form.inputs:
        if each.type is FieldType.TABLE and not each.readonly:
            for name in forged_names(each, submitted.values):
                raise ForgedField(name)
    for name in (*submitted.files, *submitted.refused):
        if name not in kinds or kinds[name].type is not FieldType.FILES:
            raise ForgedField(name)


def _part_names(form: Form, texts: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The names that pages of the form send beside its keys."""
    names: set[str] = set()
    for each in form.inputs:
        match each.type:
            case FieldType.TABLE:
                names.update(cell_names(each, row_count(each, texts)))
            case FieldType.RECEIPT | FieldType.REFERENCE:
                names |= part_names(each)
            case _:
                pass
    return frozenset(names)


def _fits(asked: Field, texts: Sequence[str]) -> bool:
    """Whether a page could have sent so many texts for the field."""
    match asked.type:
        case FieldType.CHECKLIST:
            return True
        case FieldType.FILES:
            return not any(texts)
        case _:
            return len(texts) <= 1


def draft_texts(form: Form, submitted: Submitted) -> dict[str, list[str]]:
    """What is worth keeping of a page that is not finished: the texts of the fields that can be edited."""
    open_ones = [each for each in form.inputs if not each.readonly and each.type is not FieldType.FILES]
    keys = {each.key for each in open_ones} | {
        name for name in _part_names(form, submitted.values) if name.split("__")[0] in _keys(open_ones)
    }
    return {key: list(texts) for key, texts in submitted.values.items() if key in keys}


def _keys(fields: Sequence[Field]) -> frozenset[str]:
    return frozenset(each.key for each in fields)


def known_values(
    form: Form, texts: Mapping[str, Sequence[str]], case: Mapping[str, Value]
) -> Callable[[str], Value]:
    """The value of each key as conditions see it while the form holds `texts`; the unreadable is null."""
    submitted = Submitted(values=texts)
    entered = {
        each.key: _entry(each, submitted, case, _UNSIGNED).value for each in form.inputs if not each.readonly
    }
    return _values_known(form, entered, case)


def _values_known(
    form: Form, entered: Mapping[str, Value], case: Mapping[str, Value]
) -> Callable[[str], Value]:
    shown = {
        each.key: case[each.key] if each.key in case else _default_value(each, case)
        for each in form.inputs
        if each.readonly
    }
    return lambda key: entered[key] if key in entered else shown.get(key, case.get(key))


def _default_value(asked: Field, case: Mapping[str, Value]) -> Value:
    return _entry(asked, Submitted(values=first_texts(asked, case)), case, None).value


def hidden_keys(form: Form, value_of: Callable[[str], Value]) -> frozenset[str]:
    """The inputs hidden while the values are these; a hidden field counts as null for all others."""
    guards: dict[str, tuple[Condition, ...]] = {each.key: guarding for each, guarding in form.guarded()}
    settled: dict[str, bool] = {}

    def visible_value(key: str) -> Value:
        return None if key in guards and is_hidden(key) else value_of(key)

    def is_hidden(key: str) -> bool:
        if key not in settled:
            settled[key] = any(guard.holds(visible_value) for guard in guards[key])
        return settled[key]

    return frozenset(key for key in guards if is_hidden(key))


def _entry(asked: Field, submitted: Submitted, case: Mapping[str, Value], given: HandedIn | None) -> _Entry:
    texts = submitted.values
    try:
        match asked.type:
            case FieldType.FILES:
                return _files_entry(asked, submitted)
            case FieldType.TABLE:
                rows = read_rows(asked, texts, case)
                return _Entry(value=records_of(rows), rows=rows)
            case FieldType.RECEIPT:
                value, parts = read_receipt(asked, texts, given)
                return _Entry(value=value, parts=parts)
            case FieldType.REFERENCE:
                return _Entry(value=read_reference(asked, texts, given))
            case _:
                return _Entry(value=read_answer(asked, texts.get(asked.key, ()), case))
    except EntryRefused as refused:
        return _Entry(value=None, messages=((refused.vi, refused.en),))


def _files_entry(asked: Field, submitted: Submitted) -> _Entry:
    files = submitted.files.get(asked.key, ())
    messages = list(submitted.refused.get(asked.key, ()))
    for file in files:
        refusal = file_refusal(asked, name=file.name, size=file.size, media_type=file.media_type)
        if refusal is not None:
            messages.append(refusal)
    most = asked.rules.max_files
    if len(files) > most:
        messages.append((f"Chỉ đính kèm tối đa {most} tệp.", f"Attach at most {most} files."))
    records: list[Value] = [{"id": file.id, "name": file.name, "size": file.size} for file in files]
    return _Entry(value=records, messages=tuple(messages))
