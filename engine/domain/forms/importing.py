"""A form drawn by another tool, made one of ours: what does not fit is taken out and told."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.domain.forms.editing import free_key, slug, standing
from engine.domain.forms.fields import FieldType
from engine.domain.forms.kinds import KINDS, Kind
from engine.domain.forms.parsing import lint_form
from engine.domain.forms.raw_forms import RawForm
from engine.domain.forms.references import with_references

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NESTED: Final = ("validate", "conditional")
_PARTS: Final = frozenset({"type", "components"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that was taken out or written otherwise: at which field, in both languages."""

    where: str
    vi: str
    en: str


def imported(raw: Mapping[str, Any]) -> tuple[RawForm, tuple[Changed, ...]]:
    """The form as the subset can say it, and all that was changed; what still is wrong the lint says."""
    told: list[Changed] = []
    form: RawForm = copy.deepcopy(dict(raw))
    form["components"] = list(_kept(form.get("components"), told))
    if form.get("type") != "default":
        form["type"] = "default"
    probe: RawForm = {**form, "components": [_FILLER]}
    _without_refused(form, probe, probe, "form", told)
    return _with_our_keys(form, told), tuple(told)


_FILLER: Final = {"type": "text", "text": "x"}


def _kept(components: object, told: list[Changed]) -> Iterable[RawForm]:
    for raw in components if isinstance(components, list) else []:
        kind = raw.get("type") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or kind not in set(FieldType):
            name = _called(raw)
            told.append(
                Changed(
                    where=name,
                    vi=f"Bỏ thành phần loại “{kind}”: không được hỗ trợ.",
                    en=f"A component of type “{kind}” was left out: it is not supported.",
                )
            )
            continue
        component = {name: value for name, value in raw.items() if name != "components"}
        if _has(KINDS[FieldType(kind)], "components"):
            component["components"] = list(_kept(raw.get("components"), told))
        elif "components" in raw:
            component["components"] = raw["components"]
        probe = _alone(component)
        _without_refused(component, probe, probe["components"][0], _called(raw), told)
        yield component


def _alone(component: RawForm) -> RawForm:
    """A form of the one component, what it holds put aside."""
    own = dict(component)
    if "components" in own and _has(KINDS[FieldType(component["type"])], "components"):
        own["components"] = [{"type": "textfield", "key": "x", "label": "x"}]
    return {"type": "default", "id": "x", "components": [own]}


def _without_refused(own: RawForm, probe: RawForm, target: RawForm, name: str, told: list[Changed]) -> None:
    """Take away each property without which less stands against the probe, a form around the target."""
    for prop in [each for each in own if each not in _PARTS]:
        nested = own[prop]
        if prop in _NESTED and isinstance(nested, dict):
            for inner in [each for each in nested if _better(probe, target, prop, each)]:
                del nested[inner]
                told.append(_dropped(name, f"{prop}.{inner}"))
            if nested:
                continue
        elif _better(probe, target, prop):
            told.append(_dropped(name, prop))
        else:
            continue
        own.pop(prop, None)
        target.pop(prop, None)


def _has(kind: Kind, name: str) -> bool:
    return any(each.name == name for each in kind.properties)


def _better(probe: RawForm, target: RawForm, prop: str, inner: str = "") -> bool:
    """Whether less is wrong without the property."""
    before = len(lint_form(probe))
    if not before:
        return False
    kept = target[prop]
    if inner:
        target[prop] = {name: value for name, value in kept.items() if name != inner}
    else:
        del target[prop]
    better = len(lint_form(probe)) < before
    target[prop] = kept
    return better


def _dropped(where: str, prop: str) -> Changed:
    return Changed(where=where, vi=f"Bỏ thuộc tính “{prop}”.", en=f"The property “{prop}” was left out.")


def _called(raw: object) -> str:
    if not isinstance(raw, dict):
        return "?"
    return str(raw.get("label") or raw.get("key") or raw.get("id") or raw.get("type") or "?")[:80]


def _with_our_keys(form: RawForm, told: list[Changed]) -> RawForm:
    """Keys in small letters with underscores, as variables are written here; conditions follow."""
    for each in list(standing(form)):
        old = each.raw.get("key")
        if each.kind is None or not _has(each.kind, "key") or not isinstance(old, str):
            continue
        new = slug(_HUMP.sub("_", old))
        if new == old:
            continue
        new = free_key(form, new, besides=each.place)
        raw: Any = each.raw
        raw["key"] = new
        told.append(
            Changed(
                where=_called(raw),
                vi=f"Mã trường “{old}” đổi thành “{new}”.",
                en=f"The key “{old}” became “{new}”.",
            )
        )
        form["components"] = with_references(form, old, new)["components"]
    return form
