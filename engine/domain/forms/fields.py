"""A form of a model: its fields as they were written, checked and frozen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from engine.domain.forms.conditions import Condition

Message: TypeAlias = tuple[str, str]
"""A sentence in Vietnamese and in English."""


class FieldType(StrEnum):
    """The kinds of component; the names are those of the form-js schema where it has the component.

    `receipt` and `reference` are ours; what each kind may have stands in `kinds`.
    """

    TEXTFIELD = "textfield"
    TEXTAREA = "textarea"
    NUMBER = "number"
    DATE = "datetime"
    SELECT = "select"
    RADIO = "radio"
    CHECKBOX = "checkbox"
    CHECKLIST = "checklist"
    FILES = "filepicker"
    TABLE = "dynamiclist"
    RECEIPT = "receipt"
    REFERENCE = "reference"
    GROUP = "group"
    TEXT = "text"
    SEPARATOR = "separator"

    @property
    def takes_input(self) -> bool:
        """Whether an officer fills it in."""
        return self not in {FieldType.GROUP, FieldType.TEXT, FieldType.SEPARATOR}

    @property
    def may_be_asked(self) -> bool:
        """Whether conditions may look at the answer."""
        return self not in {FieldType.CHECKLIST, FieldType.FILES, FieldType.TABLE, FieldType.RECEIPT}

    @property
    def offers_options(self) -> bool:
        """Whether the answer is picked from options."""
        return self in {FieldType.SELECT, FieldType.RADIO, FieldType.CHECKLIST}


class Receiver(StrEnum):
    """Who signs for a receipt: the officer by the account, or the citizen by name before the officer."""

    CITIZEN = "citizen"
    OFFICER = "officer"
    EITHER = "either"


class Register(StrEnum):
    """Where a document that a form refers to is kept."""

    LEGAL_DOCUMENT = "legal_document"
    PROCEDURE = "procedure"
    CASE_FILE = "case_file"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a model: Vietnamese always, English where the author gave it."""

    vi: str
    en: str = ""

    def said_in(self, language: str) -> str:
        """The words for a screen in `language` ("vi", "en", "en_GB", …)."""
        return self.en if self.en and language.startswith("en") else self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that may be picked."""

    value: str
    label: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a value must satisfy. A date bound is a day, or the key of the field or variable that holds it.

    `not_among` is the place of a list of texts that are taken: a variable, or a part of a record in one.
    """

    required: bool = False
    min_length: int | None = None
    max_length: int | None = None
    pattern: re.Pattern[str] | None = None
    pattern_message: Phrase | None = None
    not_among: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimal_digits: int | None = None
    not_before: date | str | None = None
    not_after: date | str | None = None
    max_files: int = 1
    max_bytes: int = 20 * 1024 * 1024
    min_rows: int = 0
    max_rows: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One component. `default` holds texts as a page would submit them; display components have no key."""

    type: FieldType
    key: str = ""
    label: Phrase = Phrase("")
    description: Phrase | None = None
    rules: Rules = Rules()
    options: tuple[Option, ...] = ()
    values_key: str | None = None
    default: tuple[str, ...] = ()
    default_key: str | None = None
    accept: tuple[str, ...] = ()
    readonly: bool = False
    hide: Condition | None = None
    text: Phrase = Phrase("")
    components: tuple[Field, ...] = ()
    columns: tuple[Field, ...] = ()
    """What each row of a table holds."""
    first_rows: int = 1
    """How many empty rows a fresh table shows."""
    receiver: Receiver = Receiver.CITIZEN
    paper_number: bool = False
    """Whether a receipt also asks for the number of an identity paper."""
    registers: tuple[Register, ...] = ()
    """From where a document may be picked."""

    @property
    def multiple(self) -> bool:
        """Whether several files may be attached."""
        return self.rules.max_files > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateNote:
    """Which version of which registered template a form was made from."""

    code: str
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form as a task shows it."""

    id: str
    title: Phrase
    components: tuple[Field, ...]
    template: TemplateNote | None = None

    @property
    def inputs(self) -> tuple[Field, ...]:
        """The fields that are filled in, groups opened, in the order of the page."""
        return tuple(field for field, _ in self.guarded())

    def guarded(self) -> Iterator[tuple[Field, tuple[Condition, ...]]]:
        """Each input with the conditions that hide it: its own and those of the groups around it."""
        yield from _guarded(self.components, ())


def _guarded(
    components: tuple[Field, ...], around: tuple[Condition, ...]
) -> Iterator[tuple[Field, tuple[Condition, ...]]]:
    for field in components:
        guards = around if field.hide is None else (*around, field.hide)
        if field.type is FieldType.GROUP:
            yield from _guarded(field.components, guards)
        elif field.type.takes_input:
            yield field, guards
