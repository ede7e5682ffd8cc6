"""What stands of a form on a page: of each component the words, the texts, the ids and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.forms import Field, FieldType


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
    words, for reading; `texts` what the inputs hold. `parts` are the components of a group and what a receipt
    or a reference asks beside its key, `rows` those of a table.
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
    rows: tuple[ShownRow, ...] = ()

    @property
    def described_by(self) -> str:
        """The ids of hint and error, for aria-describedby."""
        ends = [end for end, there in (("hint", self.hint), ("error", self.errors)) if there]
        return " ".join(f"{self.id}-{end}" for end in ends)

    @property
    def is_full(self) -> bool:
        """Whether no row may be added."""
        return len(self.rows) >= self.field.rules.max_rows

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
class ShownRow:
    """One row of a table on the page."""

    number: int
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownError:
    """One line of the error summary."""

    target: str
    label: str
    text: str
