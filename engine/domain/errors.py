"""Refusals: what the engine and the offices say no to, each in a sentence of Vietnamese and of English."""

from __future__ import annotations


class Refusal(Exception):
    """A request that cannot be carried out; nothing has changed.

    `vi` and `en` are whole sentences fit for the screen: what is wrong and what to do next.
    """

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


class NotFound(Refusal):
    """The thing named does not exist, or not for this viewer."""


class Conflict(Refusal):
    """Somebody or something was faster: the state no longer allows it."""


class Forbidden(Refusal):
    """The person may not do this; an audit row is written where this reaches an entry point."""


class Invalid(Refusal):
    """What was handed in is wrong in itself."""


class FieldsInvalid(Invalid):
    """Form values that do not hold: for each field key its messages, (vi, en)."""

    def __init__(self, *, fields: dict[str, list[tuple[str, str]]]) -> None:
        super().__init__(
            vi="Có thông tin chưa đúng. Xin sửa các mục được đánh dấu.",
            en="Some values are not valid. Please correct the marked fields.",
        )
        self.fields = fields
