"""The variables that a table of a draft may read: declared, filled in a form, or brought by a step."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from engine.domain.bundle import FORMS_FOLDER, MODEL_FILE
from engine.domain.variable_types import VariableType
from engine.execution.surroundings import Surroundings
from engine.ports import DeclaredOperator

_DECLARED: Final = re.compile(rb"<gov:variable\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb'\b([A-Za-z]+)="([^"]*)"')
_BROUGHT: Final = re.compile(
    rb'\b(?:result|variable|target|keep|elementVariable|outputCollection|resultVariable)="([^"]+)"'
)
_OPERATOR: Final = re.compile(rb'<gov:operator\b[^>]*\bname="([^"]+)"')
_OF_FIELD: Final = {
    "number": VariableType.NUMBER,
    "checkbox": VariableType.BOOL,
    "datetime": VariableType.DATE,
    "checklist": VariableType.LIST,
    "dynamiclist": VariableType.LIST,
    "filepicker": VariableType.FILE,
    "receipt": VariableType.RECORD,
    "reference": VariableType.RECORD,
}
_TYPED_BY_HAND: Final = {"textfield", "textarea", "select", "radio"}


def known_variables(files: Mapping[str, bytes], surroundings: Surroundings) -> dict[str, str]:
    """Each name with its type, empty where only the name is known; what the drawing declares goes first."""
    drawing = files.get(MODEL_FILE, b"")
    known: dict[str, str] = {}
    for attributes in _DECLARED.findall(drawing):
        given = {
            name.decode(): text.decode(errors="replace") for name, text in _ATTRIBUTE.findall(attributes)
        }
        if given.get("name"):
            known[given["name"]] = given.get("type", "")
    for name, kind in _filled_in(files):
        known.setdefault(name, kind)
    for found in _OPERATOR.findall(drawing):
        operator = surroundings.operators.get(found.decode(errors="replace"))
        for name in operator.variables if isinstance(operator, DeclaredOperator) else ():
            known.setdefault(name, "")
    for found in _BROUGHT.findall(drawing):
        known.setdefault(found.decode(errors="replace"), "")
    return known


def _filled_in(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path in sorted(files):
        if path.startswith(FORMS_FOLDER):
            try:
                form = json.loads(files[path])
            except (ValueError, RecursionError):
                continue
            yield from _fields(form.get("components") if isinstance(form, dict) else None)


def _fields(components: Any) -> Iterator[tuple[str, str]]:
    for one in components if isinstance(components, list) else []:
        if isinstance(one, dict):
            if isinstance(one.get("key"), str):
                yield one["key"], _type_of(one.get("type"))
            if one.get("type") != "dynamiclist":  # the columns of a table are parts of its rows
                yield from _fields(one.get("components"))


def _type_of(field: object) -> str:
    if not isinstance(field, str):
        return ""
    if field in _TYPED_BY_HAND:
        return VariableType.TEXT.value
    return _OF_FIELD[field].value if field in _OF_FIELD else ""
