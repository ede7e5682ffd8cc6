"""Editing a form as its author does: components found, added, moved and taken out of the JSON."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from engine.domain.errors import Conflict
from engine.domain.forms.fields import FieldType
from engine.domain.forms.kinds import COLUMN_KINDS, KINDS, Kind, Property, PropertyKind
from engine.domain.forms.raw_forms import RawForm
from engine.domain.text import fold

Place: TypeAlias = tuple[int, ...]
"""Where a component stands: its number among the components, then among those within it."""

_LONGEST_KEY: Final = 60
_GIVEN_KEY: Final = re.compile(r"(?:truong|cot)(?:_[0-9]+)?")


class ComponentGone(Conflict):
    """The component was moved, renamed or taken out since its page was shown."""

    def __init__(self) -> None:
        super().__init__(
            vi="Trường này vừa được đổi ở nơi khác nên chưa ghi được. Xin chọn lại trường trong danh sách.",
            en="This field was just changed elsewhere, so nothing was saved. Choose it again in the list.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A component where it stands: `where` is how problems name it, `kind` None for one of no known kind."""

    place: Place
    raw: Mapping[str, Any]
    kind: Kind | None
    where: str

    @property
    def holds(self) -> tuple[FieldType, ...]:
        """What may be added within it; nothing for a component that holds no others."""
        return _held_by(self.kind)


def standing(form: Mapping[str, Any]) -> Iterator[Standing]:
    """Every component in the order of the page, what a group or a table holds after it."""
    yield from _standing(form, (), "components", in_table=False)


def at(form: Mapping[str, Any], place: Place) -> Standing | None:
    """The component at a place."""
    return next((each for each in standing(form) if each.place == place), None)


def same_component(form: Mapping[str, Any], place: Place, seen: Mapping[str, Any]) -> Standing:
    """The component that a page showed at the place, by its key wherever it stands now, or by its kind there.

    Raises ComponentGone.
    """
    here = at(form, place)
    key = seen.get("key")
    if isinstance(key, str) and key and not (here is not None and here.raw.get("key") == key):
        found = [each for each in standing(form) if each.raw.get("key") == key]
        here = found[0] if len(found) == 1 else here
    if here is None or here.raw.get("type") != seen.get("type"):
        raise ComponentGone
    return here


def parent_of(form: Mapping[str, Any], place: Place) -> Standing | None:
    """The group or table around it."""
    return at(form, place[:-1]) if len(place) > 1 else None


def offered_at(form: Mapping[str, Any], place: Place) -> tuple[FieldType, ...]:
    """The kinds that may be added beside what stands at the place."""
    parent = parent_of(form, place)
    return tuple(KINDS) if parent is None else parent.holds


def with_added(
    form: Mapping[str, Any], kind: FieldType, label: str, *, beside: Place = (), within: bool = False
) -> tuple[RawForm, Place]:
    """The form with a new component after the one at `beside` (else as the last), or last within it."""
    new = copied(form)
    parent = beside if within else beside[:-1]
    target = _list_at(new, parent)
    allowed = tuple(KINDS) if not parent else _held_by(_kind_at(new, parent))
    if target is None or kind not in allowed:
        raise ComponentGone
    number = len(target) if within or not beside else min(beside[-1] + 1, len(target))
    target.insert(number, _fresh(new, KINDS[kind], label))
    return new, (*parent, number)


def without(form: Mapping[str, Any], place: Place) -> RawForm:
    """The form without the component and all within it; raises ComponentGone."""
    new = copied(form)
    _taken(new, place)
    return new


def moved(form: Mapping[str, Any], place: Place, step: int) -> tuple[RawForm, Place]:
    """The form with the component one line up (-1) or down (1), and where it stands then.

    It goes into a group that it meets and out of the one that it stands in at that one's edge; groups pass
    groups, and columns stay in their table. At the edge of the form nothing moves. Raises ComponentGone.
    """
    new = copied(form)
    component = _taken(new, place)
    target = _target(new, component, place, step)
    siblings = _list_at(new, target[:-1])
    if siblings is None:
        raise ComponentGone
    siblings.insert(target[-1], component)
    return new, target


def slug(label: str) -> str:
    """A key made of the words of a label: “Ngày hiệu lực” gives ngay_hieu_luc."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:_LONGEST_KEY].strip("_")
    return plain if plain[:1].isalpha() else f"truong_{plain}".rstrip("_")


def free_key(form: Mapping[str, Any], wanted: str, *, besides: Place | None = None) -> str:
    """The key wanted, with a number behind it where another component has it."""
    taken = {each.raw.get("key") for each in standing(form) if each.place != besides}
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}_{number}"
    return found


def is_given_key(key: object) -> bool:
    """Whether the key was given by the builder, and not chosen by anybody."""
    return isinstance(key, str) and _GIVEN_KEY.fullmatch(key) is not None


def without_all(form: Mapping[str, Any], places: Iterable[Place]) -> RawForm:
    """The form without these components; what goes with another of them is not looked for again."""
    new = copied(form)
    for place in sorted(places, reverse=True):
        _taken(new, place)
    return new


def _standing(parent: Mapping[str, Any], place: Place, path: str, *, in_table: bool) -> Iterator[Standing]:
    components = parent.get("components")
    for number, raw in enumerate(components if isinstance(components, list) else []):
        if not isinstance(raw, dict):
            continue
        kind = _kind(raw)
        key = raw.get("key")
        own = f"{path}[{number}]"
        yield Standing(
            place=(*place, number),
            raw=raw,
            kind=kind.as_column if kind is not None and in_table else kind,
            where=key if isinstance(key, str) and key else own,
        )
        is_table = kind is not None and kind.type is FieldType.TABLE
        yield from _standing(raw, (*place, number), f"{own}.components", in_table=is_table)


def _kind(raw: Mapping[str, Any]) -> Kind | None:
    try:
        return KINDS[FieldType(raw["type"])]
    except (KeyError, ValueError, TypeError):
        return None


def _held_by(kind: Kind | None) -> tuple[FieldType, ...]:
    kinds = {each.kind for each in kind.properties} if kind is not None else set()
    if PropertyKind.COLUMNS in kinds:
        return COLUMN_KINDS
    return tuple(KINDS) if PropertyKind.COMPONENTS in kinds else ()


def _kind_at(form: Mapping[str, Any], place: Place) -> Kind | None:
    found = at(form, place)
    return None if found is None else found.kind


def _list_at(form: RawForm, place: Place) -> list[Any] | None:
    """The components within what stands at the place."""
    held: Any = form
    for number in place:
        components = held.get("components")
        if not isinstance(components, list) or not 0 <= number < len(components):
            return None
        held = components[number]
        if not isinstance(held, dict):
            return None
    components = held.setdefault("components", [])
    return components if isinstance(components, list) else None


def _taken(form: RawForm, place: Place) -> Any:
    siblings = _list_at(form, place[:-1]) if place else None
    if siblings is None or not 0 <= place[-1] < len(siblings):
        raise ComponentGone
    return siblings.pop(place[-1])


def _is_group(component: object) -> bool:
    return isinstance(component, dict) and component.get("type") == FieldType.GROUP


def _target(form: RawForm, component: Any, place: Place, step: int) -> Place:
    """Where what was just taken out goes, in a form without it."""
    *around, number = place
    siblings = _list_at(form, tuple(around)) or []
    neighbour = number - 1 if step < 0 else number
    if 0 <= neighbour < len(siblings):
        met = siblings[neighbour]
        if _is_group(met) and not _is_group(component):
            inner = met.get("components")
            return (*around, neighbour, len(inner) if step < 0 and isinstance(inner, list) else 0)
        return (*around, number + step)
    parent = at(form, tuple(around)) if around else None
    if parent is not None and _is_group(parent.raw):
        return (*around[:-1], around[-1] + (1 if step > 0 else 0))
    return place


def _fresh(form: Mapping[str, Any], kind: Kind, label: str) -> RawForm:
    """A component with what its kind needs and nothing more."""
    component: RawForm = {"type": kind.type.value}
    for each in kind.properties:
        if each.needed or each.kind is PropertyKind.OPTIONS:
            component[each.name] = _first_value(form, each, label)
    return component


def _first_value(form: Mapping[str, Any], asked: Property, label: str) -> object:
    match asked.kind:
        case PropertyKind.KEY:
            return _numbered_key(form, "truong")
        case PropertyKind.OPTIONS:
            return [{"label": f"Lựa chọn {n}", "value": f"lua_chon_{n}"} for n in (1, 2)]
        case PropertyKind.CHOICES:
            return list(asked.choices)
        case PropertyKind.COLUMNS:
            return [{"type": "textfield", "key": _numbered_key(form, "cot"), "label": "Cột 1"}]
        case PropertyKind.COMPONENTS:
            key = _numbered_key(form, "truong")
            return [{"type": "textfield", "key": key, "label": "Trường mới"}]
        case _:
            return label


def _numbered_key(form: Mapping[str, Any], word: str) -> str:
    taken = {each.raw.get("key") for each in standing(form)}
    return next(key for number in itertools.count(1) if (key := f"{word}_{number}") not in taken)


def copied(form: Mapping[str, Any]) -> RawForm:
    """A form of its own with the same JSON."""
    return copy.deepcopy(dict(form))
