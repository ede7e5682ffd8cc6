"""One raw component of a form: typed looks at its properties, every problem noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar

from engine.domain.errors import Invalid
from engine.domain.forms.entries import clean_text
from engine.domain.forms.fields import Phrase

_LONGEST_WORDS: Final = 2_000
_LONGEST_NUMBER: Final = 25
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_PLACE: Final = re.compile(rf"{_VARIABLE.pattern}(\.{_VARIABLE.pattern}){{0,3}}")
_Read = TypeVar("_Read")


class Problem(NamedTuple):
    """One thing wrong with a form: at which field, in both languages."""

    where: str
    vi: str
    en: str


class Component:
    """A raw mapping at a place; what is wrong with it goes to a list shared by the whole form."""

    def __init__(self, raw: Mapping[str, object], where: str, problems: list[Problem]) -> None:
        self.raw = raw
        self.where = where
        self.problems = problems

    def wrong(self, vi: str, en: str) -> None:
        self.problems.append(Problem(self.where, vi, en))

    def only(self, allowed: Iterable[str]) -> None:
        for name in sorted(str(name) for name in self.raw.keys() - frozenset(allowed)):
            self.wrong(f"Thuộc tính “{name}” không được hỗ trợ.", f"The property “{name}” is not supported.")

    def words(self, name: str) -> str:
        """A text property in NFC; nothing where it is absent."""
        value = self.raw.get(name, "")
        if not isinstance(value, str) or len(value) > _LONGEST_WORDS:
            self.wrong(
                f"“{name}” phải là chữ, không quá {_LONGEST_WORDS} ký tự.",
                f"“{name}” must be text of at most {_LONGEST_WORDS} characters.",
            )
            return ""
        return clean_text(value)

    def phrase(self, name: str) -> Phrase:
        return Phrase(self.words(name), self.words(f"{name}En"))

    def flag(self, name: str) -> bool:
        value = self.raw.get(name, False)
        if not isinstance(value, bool):
            self.wrong(f"“{name}” phải là true hoặc false.", f"“{name}” must be true or false.")
            return False
        return value

    def count(self, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None where it is absent or wrong."""
        value = self.raw.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.wrong(
                f"“{name}” phải là số nguyên từ {least} đến {most}.",
                f"“{name}” must be a whole number from {least} to {most}.",
            )
            return None
        return value

    def number(self, name: str) -> Decimal | None:
        value = self.raw.get(name)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            number = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
            if number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER:
                return number
        self.wrong(f"“{name}” phải là số.", f"“{name}” must be a number.")
        return None

    def variable(self, name: str) -> str | None:
        value = self.raw.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
            self.wrong(f"“{name}” phải là tên biến.", f"“{name}” must be the name of a variable.")
            return None
        return value

    def place(self, name: str) -> str | None:
        """A variable, or a part of a record in it: `thu_tuc.phien_ban`."""
        value = self.raw.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not _PLACE.fullmatch(value):
            self.wrong(
                f"“{name}” phải là tên biến hoặc tên biến.phần.",
                f"“{name}” must be the name of a variable or variable.part.",
            )
            return None
        return value

    def mapping(self, name: str) -> Component:
        value = self.raw.get(name, {})
        if not isinstance(value, Mapping):
            self.wrong(f"“{name}” phải là một đối tượng.", f"“{name}” must be an object.")
            value = {}
        return Component(value, self.where, self.problems)

    def components(self) -> Sequence[object]:
        value = self.raw.get("components")
        if not isinstance(value, list) or not value:
            self.wrong("Chưa có trường nào.", "There are no fields.")
            return ()
        return value

    def needed(self, name: str) -> Phrase:
        """Words that must be there."""
        phrase = self.phrase(name)
        if not phrase.vi:
            self.wrong(f"Chưa có “{name}”.", f"“{name}” is missing.")
        return phrase

    def optional(self, name: str) -> Phrase | None:
        """Words that may be there."""
        phrase = self.phrase(name)
        return phrase if phrase.vi else None

    def attempt(self, read: Callable[[], _Read]) -> _Read | None:
        """What `read` gives, or None with its refusal noted."""
        try:
            return read()
        except Invalid as refused:
            self.wrong(refused.vi, refused.en)
            return None
