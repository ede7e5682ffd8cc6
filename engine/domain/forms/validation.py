"""What was submitted against a form: typed values of the case, or a message at each field that fails."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from engine.domain.errors import FieldsInvalid, Invalid
from engine.domain.forms.attachments import AttachedFile, file_refusal
from engine.domain.forms.checks import rule_messages
from engine.domain.forms.conditions import Condition
from engine.domain.forms.entries import (
    TICKED,
    EntryRefused,
    clean_line,
    clean_text,
    read_date,
    read_number,
    submitted_texts,
)
from engine.domain.forms.fields import Field, FieldType, Form, Message, Option, Phrase
from engine.domain.values import Value

_TICKS: Final = frozenset({TICKED, "on"})
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
    """A field as far as it could be read by itself."""

    value: Value
    messages: tuple[Message, ...] = ()


def validate(
    form: Form, submitted: Submitted, case: Mapping[str, Value], *, technical: Collection[str] = ()
) -> dict[str, Value]:
    """The typed values of the visible fields that can be edited, by key.

    Empty answers are None, an unticked box False, no choices or files []. `case` holds the variables
    that options, conditions and date bounds refer to; `technical` names what pages send beside fields
    (the CSRF token). Raises FieldsInvalid with the messages in the order of the form, ForgedField for
    names and shapes that no page sends.
    """
    _refuse_forged(form, submitted, technical)
    entries = {each.key: _entry(each, submitted, case) for each in form.inputs if not each.readonly}
    known = _values_known(form, {key: entry.value for key, entry in entries.items()}, case)
    hidden = hidden_keys(form, known)
    values: dict[str, Value] = {}
    problems: dict[str, list[Message]] = {}
    for each in form.inputs:
        if each.readonly or each.key in hidden:
            continue
        entry = entries[each.key]
        messages = entry.messages or rule_messages(
            each, entry.value, lambda key: None if key in hidden else known(key)
        )
        if messages:
            problems[each.key] = list(messages)
        values[each.key] = entry.value
    if problems:
        raise FieldsInvalid(fields=problems)
    return values


def _refuse_forged(form: Form, submitted: Submitted, technical: Collection[str]) -> None:
    kinds = {each.key: each for each in form.inputs}
    for name, texts in submitted.values.items():
        if name not in kinds:
            if name not in technical:
                raise ForgedField(name)
        elif not kinds[name].readonly and not _fits(kinds[name], texts):
            raise ForgedField(name)
    for name in (*submitted.files, *submitted.refused):
        if name not in kinds or kinds[name].type is not FieldType.FILES:
            raise ForgedField(name)


def _fits(asked: Field, texts: Sequence[str]) -> bool:
    """Whether a page could have sent so many texts for the field."""
    match asked.type:
        case FieldType.CHECKLIST:
            return True
        case FieldType.FILES:
            return not any(texts)
        case _:
            return len(texts) <= 1


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


def default_texts(form: Form, case: Mapping[str, Value]) -> dict[str, list[str]]:
    """What a fresh form is filled with: `defaultKey`'s variable if the case has it, else `defaultValue`.

    Fields that are only read show the case's value of their own key first.
    """
    return {each.key: _first_texts(each, case) for each in form.inputs if each.type is not FieldType.FILES}


def draft_texts(form: Form, submitted: Submitted) -> dict[str, list[str]]:
    """What is worth keeping of a page that is not finished: the texts of the fields that can be edited."""
    keys = {each.key for each in form.inputs if not each.readonly and each.type is not FieldType.FILES}
    return {key: list(texts) for key, texts in submitted.values.items() if key in keys}


def _first_texts(asked: Field, case: Mapping[str, Value]) -> list[str]:
    sources = (asked.key if asked.readonly else None, asked.default_key)
    for name in sources:
        if name is not None and case.get(name) is not None:
            return submitted_texts(case[name])
    return list(asked.default)


def known_values(
    form: Form, texts: Mapping[str, Sequence[str]], case: Mapping[str, Value]
) -> Callable[[str], Value]:
    """The value of each key as conditions see it while the form holds `texts`; the unreadable is null."""
    submitted = Submitted(values=texts)
    entered = {each.key: _entry(each, submitted, case).value for each in form.inputs if not each.readonly}
    return _values_known(form, entered, case)


def _values_known(
    form: Form, entered: Mapping[str, Value], case: Mapping[str, Value]
) -> Callable[[str], Value]:
    shown = {
        each.key: case[each.key] if each.key in case else _read_value(each, _first_texts(each, case), case)
        for each in form.inputs
        if each.readonly
    }
    return lambda key: entered[key] if key in entered else shown.get(key, case.get(key))


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


def _entry(asked: Field, submitted: Submitted, case: Mapping[str, Value]) -> _Entry:
    if asked.type is FieldType.FILES:
        return _files_entry(asked, submitted)
    try:
        return _Entry(value=_read(asked, submitted.values.get(asked.key, ()), case))
    except EntryRefused as refused:
        return _Entry(value=None, messages=((refused.vi, refused.en),))


def _read_value(asked: Field, texts: Sequence[str], case: Mapping[str, Value]) -> Value:
    return _entry(asked, Submitted(values={asked.key: texts}), case).value


def _read(asked: Field, texts: Sequence[str], case: Mapping[str, Value]) -> Value:
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
