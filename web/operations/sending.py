"""Sending a message or a signal by hand: a form, then who would receive it, then the act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.broadcast_signal import BroadcastSignal, broadcast_signal
from engine.commands.publish_message import PublishMessage, publish_message
from engine.domain.errors import Invalid, Refusal
from engine.domain.interventions import VariableNameUnfit
from engine.domain.messages import (
    KEPT_FOR,
    LONGEST_KEPT,
    CorrelationKeyInvalid,
    EventKind,
    KeptTooLong,
    MessageNameInvalid,
    correlation_key,
    event_name,
)
from engine.domain.text import normal
from engine.domain.values import Value
from engine.domain.variable_types import ValueUnreadable, VariableType, read_value
from engine.execution.interventions import reason_of
from engine.execution.variables import require_name
from engine.queries.messages import Reception, event_names, preview_event
from web.errors import sentence, status_of
from web.operations.room import blueprint, intervention, require_administrator
from web.operations.words import type_names
from web.system import now, origin, reading, system, viewer

ROWS: Final = 3
"""How many empty lines for values a form has; “more lines” gives as many again."""
MOST_ROWS: Final = 60
_AT: Final[Mapping[type[Refusal], str]] = {
    MessageNameInvalid: "name",
    CorrelationKeyInvalid: "key",
    KeptTooLong: "days",
    ValueUnreadable: "values",
    VariableNameUnfit: "values",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One value as typed."""

    name: str
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is to be sent, as it was understood."""

    kind: EventKind
    name: str
    key: str | None
    keep: timedelta
    payload: Mapping[str, Value]
    reason: str


@blueprint.get("/messages/new", endpoint="send_form")
def send_form() -> str:
    """What to send to whom."""
    require_administrator()
    return _form()


@blueprint.post("/messages", endpoint="send")
def send() -> str | Response | tuple[str, int]:
    """Tell who would receive it; once that is confirmed, send it."""
    require_administrator()
    if "more" in request.form:
        return _form()
    try:
        asked = _asked()
        if "confirmed" in request.form:
            _send(asked)
            return redirect(url_for(".messages"))
    except Invalid as refusal:
        return _form(refusal), status_of(refusal)
    with reading() as session:
        reception = preview_event(
            session, system().surroundings, viewer(), asked.kind, asked.name, asked.key, now()
        )
    return _confirm(asked, reception)


def _asked() -> _Asked:
    kind = EventKind(request.form["kind"]) if request.form.get("kind") in set(EventKind) else None
    is_signal = kind is EventKind.SIGNAL
    typed = request.form.get("key", "")
    key = None if is_signal or not normal(typed) else correlation_key(typed)
    name = event_name(request.form.get("name", ""))
    if not is_signal and normal(typed) and key is None:
        raise CorrelationKeyInvalid
    return _Asked(
        kind=kind or EventKind.MESSAGE,
        name=name,
        key=key,
        keep=KEPT_FOR if is_signal else _keep(request.form.get("days", "")),
        payload=_payload(),
        reason=reason_of(intervention()),
    )


def _keep(days: str) -> timedelta:
    if not days.isdecimal() or not 0 < int(days[:5]) <= LONGEST_KEPT.days:
        raise KeptTooLong
    return timedelta(days=int(days[:5]))


def _payload() -> dict[str, Value]:
    values: dict[str, Value] = {}
    for line in _lines():
        if not line.name and not line.value.strip():
            continue
        require_name(line.name)
        if line.type not in set(VariableType):
            raise ValueUnreadable(vi="Xin chọn kiểu dữ liệu.", en="Choose a type.")
        values[line.name] = read_value(line.value, VariableType(line.type))
    return values


def _lines() -> list[_Line]:
    """The values of the form, as typed."""
    columns = (request.form.getlist(f"value_{part}") for part in ("name", "type", "text"))
    return [
        _Line(name=normal(name), type=kind, value=text)
        for name, kind, text in list(zip(*columns, strict=False))[:MOST_ROWS]
    ]


def _send(asked: _Asked) -> None:
    store, agency = system().store, viewer().agency
    if asked.kind is EventKind.SIGNAL:
        signal = BroadcastSignal(
            agency=agency,
            viewer=viewer(),
            origin=origin(),
            name=asked.name,
            payload=asked.payload,
            reason=asked.reason,
        )
        thrown = broadcast_signal(store, signal, now())
        flash(_("Đã phát tín hiệu; số nơi nhận: %(many)s.", many=thrown.receivers), "success")
        return
    message = PublishMessage(
        agency=agency,
        viewer=viewer(),
        origin=origin(),
        name=asked.name,
        key=asked.key,
        payload=asked.payload,
        # The same page sent twice, by a slow network or a nervous hand, is one message.
        reference=request.form.get("reference", ""),
        keep=asked.keep,
        reason=asked.reason,
    )
    publish_message(store, message, now())
    flash(_("Đã gửi thông điệp; hệ thống giao ngay cho nơi nhận."), "success")


def _confirm(asked: _Asked, reception: Reception) -> str:
    return render_template(
        "operations/send_confirm.html",
        asked=asked,
        is_signal=asked.kind is EventKind.SIGNAL,
        reception=reception,
        until=now() + asked.keep,
        fields=[
            (name, value)
            for name, value in request.form.items(multi=True)
            if name not in {"csrf_token", "confirmed", "more", "reference"}
        ],
        reference=f"page {viewer().person} {now().isoformat()}",
        action=url_for(".send"),
        back=url_for(".messages"),
    )


def _form(refusal: Invalid | None = None) -> str:
    errors = dict.fromkeys(("name", "key", "days", "values", "reason"), "")
    if refusal is not None:
        errors[_AT.get(type(refusal), "reason")] = sentence(refusal)
    filled = [line for line in _lines() if line.name or line.value]
    with reading() as session:
        names = event_names(session, viewer())
    return render_template(
        "operations/send.html",
        form=request.form,
        names=names,
        lines=(filled + [_Line(name="", type=VariableType.TEXT.value, value="")] * ROWS)[:MOST_ROWS],
        kinds=type_names(),
        days=request.form.get("days", str(KEPT_FOR.days)),
        errors=errors,
        reason=request.form.get("reason", ""),
        action=url_for(".send"),
        back=url_for(".messages"),
    )
