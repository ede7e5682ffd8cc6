"""The room's blueprint, and how an address or a button names a component of a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from flask import Blueprint

from engine.domain.forms.editing import Place, Standing

blueprint = Blueprint("form_builder", __name__, url_prefix="/designer", template_folder="templates")
_DEEPEST: Final = 12
_MANY_DIGITS: Final = 4


def place_text(place: Place) -> str:
    """A place as an address names it: 0.2 is the third within the first."""
    return ".".join(str(number) for number in place)


def read_place(text: str) -> Place:
    """The place that a text names; the form itself where it names none."""
    parts = text.split(".")
    if len(parts) > _DEEPEST or not all(
        part.isascii() and part.isdigit() and len(part) <= _MANY_DIGITS for part in parts
    ):
        return ()
    return tuple(int(part) for part in parts)


def identity(standing: Standing) -> str:
    """A component as a button names it: place, kind and key, so that no other is meant once it has moved."""
    key = standing.raw.get("key")
    return f"{place_text(standing.place)}/{standing.raw.get('type')}/{key if isinstance(key, str) else ''}"


def read_identity(text: str) -> tuple[Place, Mapping[str, Any]]:
    """The place that a button named, and what stood there."""
    place, _slash, rest = text.partition("/")
    kind, _slash, key = rest.partition("/")
    return read_place(place), {"type": kind, **({"key": key} if key else {})}
