"""What the builder's page shows: lines of the list, entries of the inspector, the preview, what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from engine.domain.definition import Finding
from engine.domain.forms import Comparison, Form, Message, Operator, lint_form
from engine.domain.forms.conditions import ConditionRefused, parse_condition
from engine.domain.forms.editing import Place, Standing, at, standing
from engine.domain.forms.entering import WHOLE, asked_of, shown
from engine.domain.forms.kinds import FORM_PROPERTIES, Property, PropertyKind
from engine.domain.forms.references import mentioning, previewed
from web.form_builder.room import identity, place_text
from web.form_builder.words import choice_words, kind_words, property_hints, property_words
from web.translation import language_of_request

ENTRY: Final = "p."
"""Before the name of a property in what the inspector sends."""
FORM: Final = "form"
_OPPOSITE: Final = {Operator.EQUAL: "!=", Operator.UNEQUAL: "="}
_WIDGETS: Final = {
    PropertyKind.TEXT: "text",
    PropertyKind.OPTIONS: "text",
    PropertyKind.FLAG: "flag",
    PropertyKind.CHOICE: "select",
    PropertyKind.ONE_OPTION: "select",
    PropertyKind.CHOICES: "checks",
    PropertyKind.SOME_OPTIONS: "checks",
    PropertyKind.ENDINGS: "checks",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A component in the list."""

    place: str
    identity: str
    anchor: str
    """What the ids of its elements end in: its key, or its place without one."""
    label: str
    kind: str
    depth: int
    selected: bool
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A property in the inspector; `texts` are what stands in it or what is picked."""

    name: str
    id: str
    label: str
    hint: str
    widget: str
    english: bool
    needed: bool
    texts: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The simple condition “shown only when” of a component, as far as its own condition is one."""

    key: str = ""
    operator: str = "="
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspector:
    """What is asked about one component, or about the form itself."""

    place: str
    identity: str
    title: str
    kind: str
    seen: str
    """The component as the page showed it, so that a save changes what was touched and no more."""
    entries: tuple[Entry, ...]
    english: tuple[Entry, ...]
    errors: tuple[str, ...]
    problems: tuple[str, ...]
    when: When
    when_errors: tuple[str, ...]
    askable: tuple[tuple[str, str], ...]
    mentioned: tuple[str, ...]
    """The labels of what looks at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What came back with an error: the texts by property and the messages."""

    texts: Mapping[str, Sequence[str]] | None
    """None where no property was sent, but the composer of conditions."""
    errors: Mapping[str, Sequence[Message]]
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The three parts of the page."""

    lines: tuple[Line, ...]
    inspector: Inspector
    preview: Form | None
    left_out: tuple[str, ...]
    problems: tuple[str, ...]
    """What is wrong with the form and at no component of it."""


def build(
    raw: Mapping[str, Any],
    selected: Place,
    *,
    typed: Typed | None = None,
    findings: Sequence[Finding] = (),
) -> Built:
    """The page of a form with the component at `selected` in the inspector; () is the form itself."""
    all_standing = tuple(standing(raw))
    chosen = at(raw, selected) if selected else None
    told = _told(raw, all_standing, findings)
    form, left_out = previewed(raw)
    return Built(
        lines=tuple(_line(each, chosen, told.get(each.where, ())) for each in all_standing),
        inspector=_inspector(raw, all_standing, chosen, typed, told),
        preview=form,
        left_out=tuple(called(each) for each in left_out),
        problems=told.get(WHOLE, ()),
    )


def called(standing: Standing) -> str:
    """A component by its label, its text or its kind."""
    for name in ("label", "dateLabel", "text"):
        text = standing.raw.get(name)
        if isinstance(text, str) and text:
            return text
    return _kind_word(standing)


def _told(
    raw: Mapping[str, Any], components: Sequence[Standing], findings: Sequence[Finding]
) -> dict[str, tuple[str, ...]]:
    """What is wrong, by where it is; WHOLE for what is at no component."""
    english = language_of_request() == "en"
    known = {each.where for each in components}
    told: dict[str, tuple[str, ...]] = {}
    for problem in lint_form(raw):
        where = next((part for part in _wheres(problem.where) if part in known), WHOLE)
        told[where] = (*told.get(where, ()), problem.en if english else problem.vi)
    for finding in findings:
        message = finding.message_en if english else finding.message_vi
        named = (each.where for each in components if f"“{each.where}”" in finding.message_vi)
        where = next(named, WHOLE)
        told[where] = (*told.get(where, ()), message)
    return told


def _wheres(where: str) -> tuple[str, ...]:
    """Where a problem may be meant: at a column of a table, or at the table around it."""
    return (where, where.rpartition(".")[2], where.partition(".")[0])


def _kind_word(standing: Standing) -> str:
    if standing.kind is None:
        return str(standing.raw.get("type"))
    return kind_words().get(standing.kind.type, standing.kind.type.value)


def _line(each: Standing, chosen: Standing | None, problems: tuple[str, ...]) -> Line:
    key = each.raw.get("key")
    return Line(
        place=place_text(each.place),
        identity=identity(each),
        anchor=key if isinstance(key, str) and key else place_text(each.place),
        label=called(each),
        kind=_kind_word(each),
        depth=len(each.place) - 1,
        selected=chosen is not None and chosen.place == each.place,
        problems=problems,
    )


def _inspector(
    raw: Mapping[str, Any],
    components: Sequence[Standing],
    chosen: Standing | None,
    typed: Typed | None,
    told: Mapping[str, tuple[str, ...]],
) -> Inspector:
    own: Mapping[str, Any] = raw if chosen is None else chosen.raw
    if chosen is None:
        properties = asked_of(FORM_PROPERTIES)
    else:
        properties = asked_of(chosen.kind.properties) if chosen.kind is not None else ()
    prefix = f"e-{place_text(chosen.place) if chosen is not None else FORM}-"
    entries = [_entry(own, each, name, prefix, typed) for each in properties for name in each.names]
    key = own.get("key") if chosen is not None else None
    seen = {name: value for name, value in own.items() if name != "components"}
    return Inspector(
        place=place_text(chosen.place) if chosen is not None else "",
        identity=identity(chosen) if chosen is not None else "",
        title=called(chosen) if chosen is not None else str(raw.get("title") or raw.get("id") or ""),
        kind=_kind_word(chosen) if chosen is not None else "",
        seen=json.dumps(seen, ensure_ascii=False),
        entries=tuple(each for each in entries if not each.english),
        english=tuple(each for each in entries if each.english),
        errors=_said(typed.errors.get(WHOLE, ())) if typed else (),
        problems=told.get(chosen.where, ()) if chosen is not None else (),
        when=typed.when if typed is not None and typed.when is not None else _when(own),
        when_errors=_said([*typed.errors.get("when", ()), *typed.errors.get("when_value", ())])
        if typed
        else (),
        askable=tuple(
            (str(each.raw.get("key")), called(each))
            for each in components
            if each.kind is not None
            and each.kind.type.may_be_asked
            and each.kind.property_at("key") is not None
            and each.kind.property_at("conditional.hide") is not None  # a column of a table has none
            and (chosen is None or each.place != chosen.place)
        ),
        mentioned=tuple(called(each) for each in mentioning(raw, key)) if isinstance(key, str) else (),
    )


def _entry(own: Mapping[str, Any], asked: Property, name: str, prefix: str, typed: Typed | None) -> Entry:
    english = name != asked.name
    words = property_words()
    texts = shown(own, asked, name)
    if typed is not None and typed.texts is not None:
        texts = tuple(typed.texts.get(name, ()))
    choices = _choices(own, asked)
    widget = _WIDGETS.get(asked.kind, "line")
    return Entry(
        name=f"{ENTRY}{name}",
        id=f"{prefix}{name}",
        label=words.get(asked.name, asked.name),
        hint="" if english else property_hints().get(asked.name, ""),
        widget="line" if widget in {"select", "checks"} and not choices else widget,
        english=english,
        needed=asked.needed and not english,
        texts=texts,
        choices=choices,
        errors=_said(typed.errors.get(name, ())) if typed else (),
    )


def _choices(own: Mapping[str, Any], asked: Property) -> tuple[tuple[str, str], ...]:
    if asked.kind in {PropertyKind.ONE_OPTION, PropertyKind.SOME_OPTIONS}:
        options = own.get("values")
        return tuple(
            (str(each.get("value", "")), str(each.get("label", "")))
            for each in (options if isinstance(options, list) else [])
            if isinstance(each, dict)
        )
    return tuple((value, choice_words().get(value, value)) for value in asked.choices)


def _said(messages: Sequence[Message]) -> tuple[str, ...]:
    english = language_of_request() == "en"
    return tuple(message[1] if english else message[0] for message in messages)


def _when(own: Mapping[str, Any]) -> When:
    conditional = own.get("conditional")
    text = conditional.get("hide") if isinstance(conditional, dict) else None
    try:
        comparisons = parse_condition(text).comparisons if isinstance(text, str) else ()
    except ConditionRefused:
        comparisons = ()
    if len(comparisons) != 1 or comparisons[0].operator not in _OPPOSITE:
        return When()
    return _simple(comparisons[0])


def _simple(comparison: Comparison) -> When:
    literal = comparison.literal
    if isinstance(literal, bool):
        text = "có" if literal else "không"
    else:
        text = "" if literal is None else str(literal)
    return When(key=comparison.key, operator=_OPPOSITE[comparison.operator], text=text)
