"""What moving means for a case that stands at certain places: what is carried over, what is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from engine.domain import migration_findings as say
from engine.domain.definition import ActivityDefinition
from engine.domain.migration import MigrationFinding, MigrationPlan, same_kind
from engine.domain.values import Value


class Presence(StrEnum):
    """How a case stands at an element."""

    WORK = "work"
    """A task that waits for somebody or an operator, or an event in the flow."""
    INSIDE = "inside"
    """A sub-process or a call that runs."""
    LOOP = "loop"
    """A multi-instance or repeated activity in progress."""
    JOIN = "join"
    """A token that waits at a gateway for the others."""
    BORDER = "border"
    HANDLER = "handler"
    """The start of an event sub-process, waiting beside the flow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One token of a case."""

    element_id: str
    presence: Presence
    via: str | None = None
    """Of a join: the sequence flow by which the token came."""


def check_places(plan: MigrationPlan, places: Iterable[Place]) -> tuple[MigrationFinding, ...]:
    """What each place of the case becomes, one finding for each thing that is not simply carried over."""
    found = [finding for place in dict.fromkeys(places) for finding in _check(plan, place)]
    return tuple(dict.fromkeys(found))


def check_values(plan: MigrationPlan, scopes: Iterable[Mapping[str, Value]]) -> tuple[MigrationFinding, ...]:
    """Variables whose declared type changes and whose present value does not fit the new one."""
    changed = {
        name: kind for name, kind in plan.new.variables.items() if plan.old.variables.get(name) != kind
    }
    seen = dict.fromkeys(
        (name, kind, plan.old.variables.get(name))
        for scope in scopes
        for name, kind in changed.items()
        if not fits(scope.get(name), kind)
    )
    return tuple(say.value_does_not_fit(name, before, kind) for name, kind, before in seen)


_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "text": (str,),
    "number": (int, float, Decimal),
    "decimal": (int, Decimal),
    "date": (date,),
    "datetime": (datetime,),
    "bool": (bool,),
    "list": (list,),
    "record": (dict,),
    "file": (str, dict, list),
}


def fits(value: Value, kind: str) -> bool:
    """Whether a value is of a declared type; nothing is of every type."""
    if value is None or kind not in _TYPES:
        return True
    if isinstance(value, bool):
        return kind == "bool"
    if isinstance(value, datetime):
        return kind == "datetime"
    return isinstance(value, _TYPES[kind])


def _check(plan: MigrationPlan, place: Place) -> Iterator[MigrationFinding]:
    old = plan.old.activities[place.element_id]
    element = plan.element(place.element_id)
    new = plan.new.activities[element] if element else None
    match place.presence:
        case Presence.BORDER:
            if not carried_over(plan, old, new):
                yield say.border_dropped(old, _host(plan, old))
        case Presence.HANDLER:
            if not carried_over(plan, old, new):
                yield say.handler_dropped(old)
        case _:
            yield from _check_standing(plan, place, old, new)


def carried_over(plan: MigrationPlan, old: ActivityDefinition, new: ActivityDefinition | None) -> bool:
    """Whether an event beside the flow goes on waiting: same kind, same host, same level."""
    if new is None or old.kind is not new.kind:
        return False
    return _mapped(plan, old.attached_to) == new.attached_to and _same_level(plan, old, new)


def _check_standing(
    plan: MigrationPlan, place: Place, old: ActivityDefinition, new: ActivityDefinition | None
) -> Iterator[MigrationFinding]:
    if new is None:
        other = plan.new.activities.get(old.element_id)
        yield say.kind_changed(old, other) if other else say.gone(old)
        return
    if not same_kind(old, new):
        yield say.kind_changed(old, new)
        return
    if not _same_level(plan, old, new):
        yield say.moved_level(old, _host_name(plan.new.activities.get(new.parent_id or "")))
    if old.name != new.name or old.element_id != new.element_id:
        yield say.renamed(old, new)
    if place.presence is Presence.JOIN:
        # The other ways in may change as long as a case can still come to stand like this; the runtime asks.
        if place.via not in plan.flows:
            yield say.join_changed(old)
    else:
        yield from _check_loop(old, new)


def _check_loop(old: ActivityDefinition, new: ActivityDefinition) -> Iterator[MigrationFinding]:
    before, after = old.multi_instance, new.multi_instance
    if before is None and after is None:
        return
    if before is None or after is None:
        yield say.loop_changed(old)
    elif before.sequential != after.sequential:
        yield say.loop_order_changed(old)
    elif (before.element_variable, before.output_collection) != (
        after.element_variable,
        after.output_collection,
    ):
        yield say.loop_variables_changed(old)


def _same_level(plan: MigrationPlan, old: ActivityDefinition, new: ActivityDefinition) -> bool:
    return _mapped(plan, old.parent_id) == new.parent_id


def _mapped(plan: MigrationPlan, element: str | None) -> str | None:
    return None if element is None else plan.element(element) or ""


def _host(plan: MigrationPlan, event: ActivityDefinition) -> str:
    return _host_name(plan.old.activities.get(event.attached_to or ""))


def _host_name(host: ActivityDefinition | None) -> str:
    return "" if host is None else host.name or host.element_id
