"""The kinds of component and the properties each may have: one table for reader and builder of forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from engine.domain.forms.fields import FieldType, Receiver, Register

LONGEST_LINE: Final = 1_000
LONGEST_TEXT: Final = 20_000
MOST_FILES: Final = 20
MOST_MEGABYTES: Final = 100
MOST_DECIMAL_DIGITS: Final = 10
MOST_OPTIONS: Final = 500
MOST_COLUMNS: Final = 12
MOST_ROWS: Final = 200


class PropertyKind(StrEnum):
    """What a property holds, and so how it is edited."""

    KEY = "key"
    """The name of the variable that the answer becomes."""
    LINE = "line"
    TEXT = "text"
    FLAG = "flag"
    COUNT = "count"
    """A whole number between `least` and `most`."""
    NUMBER = "number"
    DAY = "day"
    """A day as dd/mm/yyyy or YYYY-MM-DD."""
    BOUND = "bound"
    """A day, or the key of a field or variable that holds one."""
    PATTERN = "pattern"
    VARIABLE = "variable"
    PLACE = "place"
    """A variable, or a part of the record in it: `thu_tuc.phien_ban`."""
    CONDITION = "condition"
    OPTIONS = "options"
    """A list of {value, label, labelEn}."""
    CHOICE = "choice"
    """One of `choices`."""
    CHOICES = "choices"
    """A list of at least one of `choices`."""
    ENDINGS = "endings"
    """Endings of file names, `.pdf,.docx`; those known are `choices`."""
    ONE_OPTION = "one_option"
    """The value of one of the field's options."""
    SOME_OPTIONS = "some_options"
    """A list of values of the field's options."""
    COMPONENTS = "components"
    """A list of components of any kind."""
    COLUMNS = "columns"
    """A list of components of the kinds in COLUMN_KINDS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of a component. `name` is its place in the JSON: `label`, `validate.maxLength`.

    `english` says that `<name>En` may stand beside it with the English words.
    """

    name: str
    kind: PropertyKind
    needed: bool = False
    english: bool = False
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The places in the JSON that belong to it."""
        return (self.name, f"{self.name}En") if self.english else (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of component with its properties in the order in which an author is asked for them."""

    type: FieldType
    properties: tuple[Property, ...]

    def property_at(self, name: str) -> Property | None:
        """The property that a place of the JSON belongs to, None where none does."""
        return next((each for each in self.properties if name in each.names), None)

    @property
    def top_names(self) -> frozenset[str]:
        """The names that may stand in the component itself."""
        return frozenset(place.partition(".")[0] for each in self.properties for place in each.names)

    @property
    def rule_names(self) -> frozenset[str]:
        """The names that may stand in its `validate`."""
        return frozenset(
            place.removeprefix("validate.")
            for each in self.properties
            for place in each.names
            if place.startswith("validate.")
        )

    @property
    def as_column(self) -> Kind:
        """The kind as a column of a table: what a row cannot have is left out."""
        kept = tuple(each for each in self.properties if each.name not in _NOT_IN_COLUMNS)
        return Kind(type=self.type, properties=kept)


COLUMN_KINDS: Final = (
    FieldType.TEXTFIELD,
    FieldType.TEXTAREA,
    FieldType.NUMBER,
    FieldType.DATE,
    FieldType.SELECT,
    FieldType.CHECKBOX,
)
"""What a column of a table may be."""
_NOT_IN_COLUMNS: Final = frozenset({"readonly", "defaultKey", "conditional.hide", "description"})

_KEY: Final = Property(name="key", kind=PropertyKind.KEY, needed=True)
_LABEL: Final = Property(name="label", kind=PropertyKind.LINE, needed=True, english=True)
_HINT: Final = Property(name="description", kind=PropertyKind.TEXT, english=True)
_REQUIRED: Final = Property(name="validate.required", kind=PropertyKind.FLAG)
_READONLY: Final = Property(name="readonly", kind=PropertyKind.FLAG)
_FROM_CASE: Final = Property(name="defaultKey", kind=PropertyKind.VARIABLE)
_HIDE: Final = Property(name="conditional.hide", kind=PropertyKind.CONDITION)
_OPTIONS: Final = Property(name="values", kind=PropertyKind.OPTIONS, most=MOST_OPTIONS)
_OPTIONS_OF_CASE: Final = Property(name="valuesKey", kind=PropertyKind.VARIABLE)


def _lengths(most: int) -> tuple[Property, ...]:
    return (
        Property(name="validate.minLength", kind=PropertyKind.COUNT, least=0, most=most),
        Property(name="validate.maxLength", kind=PropertyKind.COUNT, least=1, most=most),
    )


def _entered(kind: FieldType, default: PropertyKind | None, *own: Property) -> Kind:
    """A kind that an officer fills in."""
    given = (Property(name="defaultValue", kind=default),) if default else ()
    properties = (_LABEL, _KEY, _HINT, _REQUIRED, *own, *given, _FROM_CASE, _READONLY, _HIDE)
    return Kind(type=kind, properties=properties)


_ALL: Final = (
    _entered(
        FieldType.TEXTFIELD,
        PropertyKind.LINE,
        *_lengths(LONGEST_LINE),
        Property(name="validate.pattern", kind=PropertyKind.PATTERN),
        Property(name="validate.patternErrorMessage", kind=PropertyKind.LINE, english=True),
        Property(name="validate.notAmong", kind=PropertyKind.PLACE),
    ),
    _entered(FieldType.TEXTAREA, PropertyKind.TEXT, *_lengths(LONGEST_TEXT)),
    _entered(
        FieldType.NUMBER,
        PropertyKind.NUMBER,
        Property(name="validate.min", kind=PropertyKind.NUMBER),
        Property(name="validate.max", kind=PropertyKind.NUMBER),
        Property(name="decimalDigits", kind=PropertyKind.COUNT, least=0, most=MOST_DECIMAL_DIGITS),
    ),
    _entered(
        FieldType.DATE,
        PropertyKind.DAY,
        Property(name="validate.notBefore", kind=PropertyKind.BOUND),
        Property(name="validate.notAfter", kind=PropertyKind.BOUND),
    ),
    _entered(FieldType.SELECT, PropertyKind.ONE_OPTION, _OPTIONS, _OPTIONS_OF_CASE),
    _entered(FieldType.RADIO, PropertyKind.ONE_OPTION, _OPTIONS, _OPTIONS_OF_CASE),
    _entered(FieldType.CHECKBOX, PropertyKind.FLAG),
    _entered(FieldType.CHECKLIST, PropertyKind.SOME_OPTIONS, _OPTIONS, _OPTIONS_OF_CASE),
    Kind(
        type=FieldType.FILES,
        properties=(
            _LABEL,
            _KEY,
            _HINT,
            _REQUIRED,
            Property(
                name="accept",
                kind=PropertyKind.ENDINGS,
                choices=(".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg"),
            ),
            Property(name="multiple", kind=PropertyKind.FLAG),
            Property(name="validate.maxFiles", kind=PropertyKind.COUNT, least=1, most=MOST_FILES),
            Property(name="validate.maxSizeMb", kind=PropertyKind.COUNT, least=1, most=MOST_MEGABYTES),
            _READONLY,
            _HIDE,
        ),
    ),
    _entered(
        FieldType.TABLE,
        None,
        Property(name="components", kind=PropertyKind.COLUMNS, needed=True, least=1, most=MOST_COLUMNS),
        Property(name="validate.minRows", kind=PropertyKind.COUNT, least=0, most=MOST_ROWS),
        Property(name="validate.maxRows", kind=PropertyKind.COUNT, least=1, most=MOST_ROWS),
        Property(name="defaultRepetitions", kind=PropertyKind.COUNT, least=0, most=MOST_ROWS),
    ),
    Kind(
        type=FieldType.RECEIPT,
        properties=(
            _LABEL,
            _KEY,
            _HINT,
            _REQUIRED,
            Property(name="receiver", kind=PropertyKind.CHOICE, choices=tuple(Receiver)),
            Property(name="paperNumber", kind=PropertyKind.FLAG),
            _READONLY,
            _HIDE,
        ),
    ),
    _entered(
        FieldType.REFERENCE,
        None,
        Property(name="registers", kind=PropertyKind.CHOICES, needed=True, choices=tuple(Register)),
    ),
    Kind(
        type=FieldType.GROUP,
        properties=(
            _LABEL,
            _HINT,
            Property(name="components", kind=PropertyKind.COMPONENTS, needed=True),
            _HIDE,
        ),
    ),
    Kind(
        type=FieldType.TEXT,
        properties=(Property(name="text", kind=PropertyKind.TEXT, needed=True, english=True), _HIDE),
    ),
    Kind(type=FieldType.SEPARATOR, properties=(_HIDE,)),
)
KINDS: Final[Mapping[FieldType, Kind]] = {kind.type: kind for kind in _ALL}
"""Every kind, in the order in which a builder offers them."""
FORM_PROPERTIES: Final = (
    Property(name="id", kind=PropertyKind.LINE, needed=True),
    Property(name="title", kind=PropertyKind.LINE, english=True),
    Property(name="template.code", kind=PropertyKind.LINE),
    Property(name="template.valid_from", kind=PropertyKind.DAY),
)
"""What stands at the top of a form beside its components."""
