"""Moving a token and changing a variable: a form, then what it would do, then the act."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.change_variables import ChangeVariables, change_variables
from engine.commands.move_token import MoveToken, move_token
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.interventions import ScopeGone, VariableNameUnfit
from engine.domain.moves import PlaceGone
from engine.domain.text import normal
from engine.domain.values import Value
from engine.domain.variable_types import ValueUnreadable, VariableType, read_value, type_of, write_value
from engine.execution.interventions import reason_of
from engine.queries.interventions import (
    CaseForRepair,
    Effect,
    ScopeView,
    StandingPlace,
    preview_change,
    preview_move,
)
from web.errors import sentence, status_of
from web.names import state_names
from web.operations.room import at_reason, blueprint, case, intervention, require_administrator
from web.operations.words import type_names
from web.system import now, reading, system, viewer

BEHIND = "behind:"
AT = "at:"
NOWHERE = "nowhere"
"""The step is only cancelled. It has a name of its own so that a form sent half-filled cancels nothing."""


class TargetNotChosen(Invalid):
    """Nobody said where the case is to go on."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin chọn nơi chuyển đến, hoặc chọn chỉ hủy bước này.",
            en="Choose where the case is to go on, or to cancel only this step.",
        )


@blueprint.get("/cases/<uuid:instance>/move", endpoint="move_form")
def move_form(instance: UUID) -> str:
    """Where the token of a place is to go."""
    require_administrator()
    return _move_form(case(instance))


@blueprint.post("/cases/<uuid:instance>/move", endpoint="move")
def move(instance: UUID) -> str | Response | tuple[str, int]:
    """Tell what the move would do; once that is confirmed, do it."""
    require_administrator()
    view, asked = case(instance), request.form.get("target", "")
    place = request.form.get("place", "")
    try:
        target, after = _target(asked)
        reason_of(intervention())
        with reading() as session:
            effect = preview_move(
                session,
                system().surroundings,
                viewer(),
                instance,
                place=place,
                target=target,
                after=after,
                now=now(),
            )
        if "confirmed" in request.form:
            command = MoveToken(
                instance=instance, place=place, target=target, after=after, intervention=intervention()
            )
            move_token(system().store, system().surroundings, command, now())
            flash(_("Đã chuyển bước."), "success")
            return redirect(url_for(".case", instance=instance))
    except (Invalid, Conflict) as refusal:
        return _move_form(view, refusal), status_of(refusal)
    fields = {"place": place, "target": asked}
    return _confirm(view, effect, _("Chuyển bước"), url_for(".move", instance=instance), fields)


@blueprint.get("/cases/<uuid:instance>/variables", endpoint="variable_form")
def variable_form(instance: UUID) -> str:
    """The value that a variable is to have."""
    require_administrator()
    return _variable_form(case(instance))


@blueprint.post("/cases/<uuid:instance>/variables", endpoint="change_variable")
def change_variable(instance: UUID) -> str | Response | tuple[str, int]:
    """Tell what the change would do; once that is confirmed, do it."""
    require_administrator()
    view = case(instance)
    scope, name = request.form.get("scope", ""), normal(request.form.get("name", ""))
    try:
        reason_of(intervention())
        values: dict[str, Value] = {name: read_value(request.form.get("value", ""), _asked_type(view, name))}
        with reading() as session:
            effect = preview_change(
                session, system().surroundings, viewer(), instance, values=values, scope=scope, now=now()
            )
        if "confirmed" in request.form:
            command = ChangeVariables(
                instance=instance, values=values, scope=scope, intervention=intervention()
            )
            change_variables(system().store, system().surroundings, command, now())
            flash(_("Đã sửa dữ liệu."), "success")
            return redirect(url_for(".case", instance=instance))
    except (Invalid, Conflict) as refusal:
        return _variable_form(view, refusal), status_of(refusal)
    fields = {key: request.form.get(key, "") for key in ("scope", "name", "type", "value")}
    changed = _Change(name=name, old=(effect.old or {}).get(name), new=values[name])
    action = url_for(".change_variable", instance=instance)
    return _confirm(view, effect, _("Sửa dữ liệu"), action, fields, changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A variable with what it holds and what it is to hold."""

    name: str
    old: Value
    new: Value


def _confirm(
    view: CaseForRepair,
    effect: Effect,
    title: str,
    action: str,
    fields: dict[str, str],
    change: _Change | None = None,
) -> str:
    return render_template(
        "operations/confirm.html",
        view=view,
        effect=effect,
        title=title,
        action=action,
        fields={**fields, "reason": request.form.get("reason", "")},
        change=change,
        back=url_for(".case", instance=view.id),
        state_names=state_names(),
    )


def _move_form(view: CaseForRepair, refusal: Refusal | None = None) -> str:
    place = _place(view, request.values.get("place", ""))
    activities = view.definition.activities
    names = {
        target.element_id: activities[target.element_id].name or target.element_id
        for target in place.targets
        if target.element_id in activities
    }
    at = {target.element_id for target in place.targets if target.at}
    behind = {target.element_id for target in place.targets if target.behind}
    order = [element for element in view.definition.order if element in names]
    order += [element for element in names if element not in order]
    return render_template(
        "operations/move.html",
        view=view,
        place=place,
        at=[(element, names[element]) for element in order if element in at],
        behind=[(element, names[element]) for element in order if element in behind],
        **_form(view, refusal, ("target", "reason")),
    )


def _target(asked: str) -> tuple[str | None, bool]:
    """The element, and whether the case goes on behind it; raises TargetNotChosen."""
    if asked == NOWHERE:
        return None, False
    kind = next((kind for kind in (AT, BEHIND) if asked.startswith(kind) and asked != kind), None)
    if kind is None:
        raise TargetNotChosen
    return asked.removeprefix(kind), kind == BEHIND


def _place(view: CaseForRepair, wanted: str) -> StandingPlace:
    for place in view.places:
        if place.id == wanted:
            return place
    raise PlaceGone


def _variable_form(view: CaseForRepair, refusal: Refusal | None = None) -> str:
    scope, name = _scope(view, request.values.get("scope", "")), request.values.get("name", "")
    known = scope.scope.variables
    typed = request.form.get("type")
    kind = VariableType(typed) if typed in set(VariableType) else _known_type(view, scope, name)
    return render_template(
        "operations/variable.html",
        view=view,
        scope=scope,
        name=name,
        known=name in known,
        current=known.get(name),
        declared=name in view.definition.variables,
        kind=kind,
        kinds=type_names(),
        value=request.form.get("value", write_value(known.get(name))),
        **_form(view, refusal, ("name", "value", "reason")),
    )


def _form(view: CaseForRepair, refusal: Refusal | None, fields: tuple[str, ...]) -> dict[str, object]:
    """What a form shows of the last try: the reason typed, and the refusal at the field it speaks of."""
    errors = dict.fromkeys(fields, "")
    if refusal is not None:
        errors[_field(refusal, fields)] = sentence(refusal)
    return {
        "reason": request.form.get("reason", ""),
        "errors": errors,
        "state_names": state_names(),
        "back": url_for(".case", instance=view.id),
    }


def _field(refusal: Refusal, fields: tuple[str, ...]) -> str:
    if at_reason(refusal):
        return "reason"
    if isinstance(refusal, VariableNameUnfit):
        return "name"
    return fields[-2]


def _scope(view: CaseForRepair, wanted: str) -> ScopeView:
    for each in view.scopes:
        if each.scope.id == wanted:
            return each
    raise ScopeGone


def _known_type(view: CaseForRepair, scope: ScopeView, name: str) -> VariableType:
    declared = view.definition.variables.get(name)
    return VariableType(declared) if declared else type_of(scope.scope.variables.get(name))


def _asked_type(view: CaseForRepair, name: str) -> VariableType:
    """The declared type, else the one chosen; raises ValueUnreadable where none is."""
    asked = view.definition.variables.get(name) or request.form.get("type", "")
    if asked not in set(VariableType):
        raise ValueUnreadable(vi="Xin chọn kiểu dữ liệu.", en="Choose a type.")
    return VariableType(asked)
