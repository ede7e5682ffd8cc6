"""Outlines the files of a bundle that are no drawing and no table: forms, scenarios, called versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from engine.domain.bundle import CALLED_FOLDER, FORMS_FOLDER
from engine.domain.model_outline import Part, Subject

SCENARIOS_FOLDER: Final = "scenarios/"
_DEEPEST: Final = 30
_OF_THE_FIELD: Final = frozenset({"key", "label", "components", "layout"})
_OPTIONS: Final = "values"


def form_id(key: str) -> str:
    """The id of the part that is a form."""
    return f"form:{key}"


def outline_file(path: str, content: bytes) -> tuple[tuple[Part, ...], dict[str, tuple[str, ...]]]:
    """The parts of a file by its place in the bundle, and in which order they stand."""
    name = PurePosixPath(path).stem
    if path.startswith(FORMS_FOLDER) and path.endswith(".json"):
        form = _read(content)
        if form is not None:
            return _outline_form(name, form)
        return (_as_a_whole(form_id(name), Subject.FORM, name, content),), {}
    if path.startswith(SCENARIOS_FOLDER):
        return (_as_a_whole(f"scenario:{name}", Subject.SCENARIO, name, content),), {}
    if path.startswith(CALLED_FOLDER):
        called = path.removeprefix(CALLED_FOLDER)
        return (_as_a_whole(f"called:{called}", Subject.CALLED, called.split("/")[0], content),), {}
    return (_as_a_whole(f"file:{path}", Subject.FILE, path, content),), {}


def _as_a_whole(part_id: str, subject: Subject, name: str, content: bytes) -> Part:
    """A file of which only is said whether it is the same."""
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Part(id=part_id, subject=subject, kind=subject.value, name=name, facts={"content": digest})


def _read(content: bytes) -> Mapping[str, object] | None:
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _outline_form(
    key: str, form: Mapping[str, object]
) -> tuple[tuple[Part, ...], dict[str, tuple[str, ...]]]:
    own = {name: value for name, value in form.items() if name not in {"id", "title", "components"}}
    title = form.get("title")
    whole = Part(
        id=form_id(key),
        subject=Subject.FORM,
        kind="form",
        name=title if isinstance(title, str) and title else key,
        facts=dict(_flat(own, "")),
    )
    fields = tuple(_fields(form.get("components"), within=whole.id))
    orders: dict[str, tuple[str, ...]] = {}
    for each in fields:
        orders[each.within] = (*orders.get(each.within, ()), each.id)
    return (whole, *fields), orders


def _fields(components: object, *, within: str, depth: int = 0) -> Iterator[Part]:
    seen: dict[str, int] = {}
    for component in components if isinstance(components, list) and depth < _DEEPEST else ():
        if not isinstance(component, dict):
            continue
        kind = str(component.get("type", ""))
        # What is only read has no key: its id, else its number among its like.
        key = str(component.get("key") or component.get("id") or f"~{kind}")
        number = seen[key] = seen.get(key, 0) + 1
        part_id = f"{within}/{key}" if number == 1 else f"{within}/{key}#{number}"
        said = {name: value for name, value in component.items() if name not in _OF_THE_FIELD}
        yield Part(
            id=part_id,
            subject=Subject.FIELD,
            kind=kind,
            name=str(component.get("label") or component.get("text") or key)[:120],
            within=within,
            facts=dict(_flat(said, "")),
        )
        yield from _fields(component.get("components"), within=part_id, depth=depth + 1)


def _flat(value: object, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    match value:
        case dict() if depth < _DEEPEST:
            for name, inner in value.items():
                yield from _flat(inner, f"{path}.{name}" if path else str(name), depth + 1)
        case list() if path.endswith(_OPTIONS) and all(isinstance(each, dict) for each in value):
            yield from _options(value, path)
        case str():
            yield path, value
        case _:
            yield path, json.dumps(value, ensure_ascii=False, sort_keys=True)


def _options(options: list[dict[str, object]], path: str) -> Iterator[tuple[str, str]]:
    keys = [str(option.get("value", "")) for option in options]
    for key, option in zip(keys, options, strict=True):
        for name, inner in option.items():
            if name != "value":
                tail = "" if name == "label" else f".{name}"
                yield from _flat(inner, f"{path}[{key}]{tail}", 1)
    yield f"{path}.order", ", ".join(keys)
