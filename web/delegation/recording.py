"""Recording a delegation: a form, then which open tasks it would open to whom, then the act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from engine.domain.errors import FieldsInvalid
from engine.domain.mandates import MandateForm
from qms.delegation.authority import keeps_delegations
from qms.delegation.commands import SIGNING, RecordDelegation, checked, delegate
from qms.delegation.moving import moving
from qms.delegation.queries import Choice, colleagues
from qms.delegation.rules import NEVER_DELEGATED
from web.delegation.room import Days, Model, blueprint, models, person_typed, sentences, typed
from web.names import role_name
from web.system import now, origin, reading, system, today, viewer

FIELDS: Final = ("principal", "delegate", "form", "first_day", "last_day", "decision", "decided_on")
LISTS: Final = ("roles", "procedures", "elements")
MOST_CHOSEN: Final = 200
BETWEEN: Final = "/"
"""Between a model's key and an element's id: the form sends both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form."""

    fields: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]


@blueprint.get("/new", endpoint="new")
def new() -> str:
    """Who, to whom, what, from when until when, by which decision."""
    return _form(_typed(request.args))


@blueprint.post("/new")
def record() -> Response | str | tuple[str, int]:
    """Tell what the delegation opens; once that is confirmed, record it."""
    entered = _typed(request.form)
    try:
        command = _command()
        if request.form.get("confirmed") != "1":
            return _preview(entered, command)
        found = delegate(system().store, command, now())
    except FieldsInvalid as refusal:
        return _form(entered, sentences(refusal)), 422
    flash(_("Đã ghi ủy quyền."), "success")
    return redirect(url_for(".detail", delegation=found), code=303)


def _typed(source: MultiDict[str, str]) -> Typed:
    fields = {name: source.get(name, "")[:300] for name in FIELDS}
    if not keeps_delegations(viewer()):
        fields["principal"] = str(viewer().person)
    return Typed(fields=fields, lists={name: source.getlist(name)[:MOST_CHOSEN] for name in LISTS})


def _command() -> RecordDelegation:
    """What the form says; raises FieldsInvalid at days that are none."""
    days = Days()
    first_day, last_day, decided_on = (days.read(name) for name in ("first_day", "last_day", "decided_on"))
    days.require()
    form = typed("form")
    procedures, elements = _scope()
    own = None if keeps_delegations(viewer()) else viewer().person
    return RecordDelegation(
        viewer=viewer(),
        origin=origin(),
        principal=own or person_typed("principal"),
        delegate=person_typed("delegate"),
        form=MandateForm(form) if form in set(MandateForm) else None,
        roles=frozenset(request.form.getlist("roles")[:MOST_CHOSEN]),
        procedures=procedures,
        elements=elements,
        first_day=first_day,
        last_day=last_day,
        decision=typed("decision"),
        decided_on=decided_on,
    )


def _scope() -> tuple[frozenset[str], frozenset[str]]:
    """The models and tasks chosen.

    Where single tasks are chosen in one model, all of those of a model chosen whole are named too: a scope
    that names tasks reaches no other.
    """
    known = {model.key: {element for element, _name in model.tasks} for model in models()}
    whole = {key for key in request.form.getlist("procedures") if key in known}
    single = {
        (key, element)
        for key, _between, element in (
            chosen.partition(BETWEEN) for chosen in request.form.getlist("elements")[:MOST_CHOSEN]
        )
        if element in known.get(key, ())
    }
    if not single:
        return frozenset(whole), frozenset()
    elements = {element for _key, element in single} | {each for key in whole for each in known[key]}
    return frozenset(whole | {key for key, _element in single}), frozenset(elements)


def _form(entered: Typed, errors: Mapping[str, str] | None = None) -> str:
    with reading() as session:
        people = colleagues(session, viewer(), today())
    return render_template(
        "delegation/new.html",
        typed=entered.fields,
        chosen=entered.lists,
        errors=errors or {},
        people=people,
        roles=_roles(people, entered.fields["principal"]),
        signing=SIGNING,
        models=models(),
        keeper=keeps_delegations(viewer()),
        role_name=role_name,
    )


def _roles(people: Sequence[Choice], principal: str) -> list[str]:
    """The roles offered: those of the principal, where one is chosen already, else of everybody."""
    held = {
        role
        for person in people
        if keeps_delegations(viewer()) or str(person.id) == principal
        for role in person.roles
    }
    return sorted(held - NEVER_DELEGATED)


def _preview(entered: Typed, command: RecordDelegation) -> str:
    with reading() as session:
        asked = checked(session, command, now())
        moves = moving(session, [asked], today())
        people = colleagues(session, viewer(), today())

    return render_template(
        "delegation/preview.html",
        typed=entered.fields,
        chosen=entered.lists,
        command=command,
        asked=asked,
        moves=moves,
        names={person.id: person for person in people},
        models={model.key: model.name for model in models()},
        tasks=_task_names(models()),
        role_name=role_name,
    )


def _task_names(known: Sequence[Model]) -> dict[str, str]:
    return {element: name for model in known for element, name in model.tasks}
