"""The clock of a case or of one of its tasks: its stretches, and the forms that move it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.commands.move_clock import MoveClock, may_move, move_clock
from engine.domain.clock_ledger import ClockEntryKind, LedgerEntry
from engine.domain.clock_refusals import (
    ClockForbidden,
    EntriesOutOfOrder,
    EntryBeforeEvent,
    EntryInFuture,
    EntryYearImpossible,
    ExtensionBackwards,
    ExtensionOfNothing,
    GroundsMissing,
)
from engine.domain.deadline_policy import DeadlineUnit
from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.interventions import InterventionReasonMissing
from engine.domain.local_time import OFFICE_ZONE, local_moment
from engine.queries.clock import ClockView, case_clock, task_clock
from web.errors import sentence, status_of
from web.instances.clock_words import entry_name, kind_names, unit_names, working_time
from web.instances.views import blueprint
from web.system import now, origin, reading, system, viewer

FIELDS: Final = ("day", "hour", "amount", "unit", "until", "authority", "basis", "reason")
LONGEST_AMOUNT: Final = 9
_AT_DAY: Final = (EntriesOutOfOrder, EntryBeforeEvent, EntryInFuture, EntryYearImpossible)


class DayOrHourUnreadable(Invalid):
    """What was typed is no day with an hour."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi ngày dạng dd/mm/yyyy, ví dụ 30/12/2026, và giờ dạng 16:05.",
            en="Please write the day as dd/mm/yyyy, for example 30/12/2026, and the hour as 16:05.",
        )


class UntilUnreadable(Invalid):
    """What was typed is no day until which a deadline could go."""

    def __init__(self) -> None:
        super().__init__(
            vi="Xin ghi ngày dạng dd/mm/yyyy, ví dụ 30/12/2026.",
            en="Please write the day as dd/mm/yyyy, for example 30/12/2026.",
        )


class NoSuchEntry(NotFound):
    """A form that asks for what no clock does."""

    def __init__(self) -> None:
        super().__init__(vi="Không có cách thay đổi đồng hồ này.", en="No clock is moved in this way.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """A form that was refused, with what was typed and the sentence at the field it speaks of."""

    kind: ClockEntryKind
    field: str
    sentence: str


@blueprint.app_template_global()
def clock_words() -> dict[str, object]:
    """What the panel of a clock needs to speak."""
    return {"entry_name": entry_name, "working_time": working_time, "now": now}


@blueprint.get("/<uuid:instance>/clock", endpoint="clock")
def page(instance: UUID) -> str:
    """The clock of a case, or of the task that the address names."""
    return _page(_view(instance, request.args.get("task", "")))


@blueprint.post("/<uuid:instance>/clock", endpoint="enter_clock")
def enter(instance: UUID) -> str | Response | tuple[str, int]:
    """Make the entry that a form asks for."""
    kind, named = _kind(), request.form.get("task", "")
    if not may_move(viewer(), kind):
        raise ClockForbidden
    view = _view(instance, named)
    try:
        command = MoveClock(
            instance=instance, task=view.task, entry=_entry(kind), viewer=viewer(), origin=origin()
        )
        move_clock(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        tried = _Try(kind=kind, field=_field(refusal), sentence=sentence(refusal))
        return _page(view, tried), status_of(refusal)
    flash(_("Đã ghi vào đồng hồ thời hạn: %(what)s.", what=kind_names()[kind]), "success")
    return redirect(url_for(".clock", instance=instance, task=view.task))


def _page(view: ClockView, tried: _Try | None = None) -> str:
    return render_template(
        "instances/clock.html",
        clock=view,
        kinds=_offered(view),
        kind_names=kind_names(),
        units=unit_names(),
        tried=tried,
        typed=_typed(tried),
    )


def _offered(view: ClockView) -> tuple[ClockEntryKind, ...]:
    """What the reader may do to the clock as it stands."""
    if not view.live:
        return ()
    turned = ClockEntryKind.PAUSE if view.paused_since is None else ClockEntryKind.RESUME
    offered = (turned, ClockEntryKind.EXTENSION, ClockEntryKind.RESET)
    return tuple(kind for kind in offered if may_move(viewer(), kind))


def _view(instance: UUID, named: str) -> ClockView:
    task = parse_id(named) if named else None
    with reading() as session:
        surroundings = system().surroundings
        if task is not None:
            return task_clock(session, surroundings, viewer(), instance, task, now())
        return case_clock(session, surroundings, viewer(), instance, now())


def _typed(tried: _Try | None) -> dict[str, str]:
    if tried is not None:
        return {name: request.form.get(name, "") for name in FIELDS}
    local = local_moment(now())
    empty = dict.fromkeys(FIELDS, "")
    return {**empty, "day": f"{local:%d/%m/%Y}", "hour": f"{local:%H:%M}"}


def _kind() -> ClockEntryKind:
    asked = request.form.get("kind", "")
    if asked not in set(ClockEntryKind):
        raise NoSuchEntry
    return ClockEntryKind(asked)


def _entry(kind: ClockEntryKind) -> LedgerEntry:
    entry = LedgerEntry(
        kind=kind,
        at=_moment(),
        authority=request.form.get("authority", ""),
        basis=request.form.get("basis", ""),
        reason=request.form.get("reason", ""),
    )
    if kind is not ClockEntryKind.EXTENSION:
        return entry
    amount, until = request.form.get("amount", "").strip(), request.form.get("until", "").strip()
    if amount and not (amount.isascii() and amount.isdecimal() and len(amount) <= LONGEST_AMOUNT):
        raise ExtensionOfNothing
    return replace(
        entry,
        amount=int(amount) if amount else None,
        unit=_unit() if amount else None,
        until=_day(until) if until else None,
    )


def _unit() -> DeadlineUnit:
    asked = request.form.get("unit", "")
    units = {unit.value: unit for unit in unit_names()}
    if asked not in units:
        raise ExtensionOfNothing
    return units[asked]


def _moment() -> datetime:
    """The day and hour of the form; raises DayOrHourUnreadable."""
    text = f"{request.form.get('day', '').strip()} {request.form.get('hour', '').strip()}"
    try:
        typed = datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=OFFICE_ZONE).astimezone(UTC)
    except (ValueError, OverflowError):
        raise DayOrHourUnreadable from None
    # The minute of now is meant as now: nothing that was entered in this minute lies after it.
    return now() if typed == now().replace(second=0, microsecond=0) else typed


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=OFFICE_ZONE).date()
    except ValueError:
        raise UntilUnreadable from None


def _field(refusal: Refusal) -> str:
    """The field at which the sentence stands; empty: above the form."""
    match refusal:
        case DayOrHourUnreadable():
            return "day"
        case UntilUnreadable() | ExtensionBackwards():
            return "until"
        case ExtensionOfNothing():
            return "amount"
        case GroundsMissing():
            return "basis" if request.form.get("authority", "").strip() else "authority"
        case InterventionReasonMissing():
            return "reason"
        case _:
            return "day" if isinstance(refusal, _AT_DAY) else ""
