"""Changing the organisation: choose the agencies, see what follows, then do it."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.local_time import day_text
from engine.domain.text import normal
from qms.administration.planning import plan_change
from qms.legal_time.imported_days import read_calendar_day
from qms.organisation.authority import require_organisation
from qms.organisation.commands import AgencyNotFound
from qms.organisation.queries import agency_by_code
from qms.organisation.rules import SuccessionKind
from qms.organisation.succession import NewName, SucceedAgencies, preview_succession, succeed_agencies
from qms.organisation.succession_refusals import DecisionMissing, WrongNumberOfAgencies
from qms.organisation.what_follows import WhatFollows
from web.errors import sentence, status_of
from web.names import role_name
from web.organisation.room import blueprint
from web.system import now, origin, over_agencies, reading, today, viewer

FIELDS: Final = (
    "kind",
    "predecessors",
    "successors",
    "new_code",
    "new_name",
    "new_short_name",
    "effective_on",
    "decision",
    "decided_on",
)
MOST_AGENCIES: Final = 50
LONGEST: Final = 300


@blueprint.get("/change")
def change_form() -> str:
    """Which agencies, which change, from which day, by which decision."""
    _require()
    return _form({name: request.args.get(name, "") for name in FIELDS})


@blueprint.post("/change")
def change() -> Response | tuple[str, int] | str:
    """List what follows; once that was confirmed, do it."""
    _require()
    typed = {name: normal(request.form.get(name, ""))[:LONGEST] for name in FIELDS}
    try:
        command = _command(typed)
        with over_agencies().store.reading() as session:
            follows = preview_succession(session, command)
        if request.form.get("confirmed") != "1":
            return _preview(typed, command, follows)
        if command.effective_on > today():
            plan_change(over_agencies().store, command, now())
            return _planned(command)
        successors = succeed_agencies(over_agencies().store, command, now())
    except (Conflict, Invalid, NotFound) as refusal:
        return _form(typed, refusal), status_of(refusal)
    flash(_("Đã ghi thay đổi tổ chức theo %(decision)s.", decision=command.decision), "success")
    if len(successors) == 1:
        return redirect(url_for(".agency", agency=successors[0]), code=303)
    return redirect(url_for(".agencies"), code=303)


def _planned(command: SucceedAgencies) -> Response:
    day = day_text(command.effective_on)
    flash(_("Đã ghi cho ngày %(day)s; có thể hủy trước ngày đó.", day=day), "success")
    return redirect(url_for("administration.plans"), code=303)


def _require() -> None:
    with reading() as session:
        require_organisation(session, viewer())


def _command(typed: dict[str, str]) -> SucceedAgencies:
    new = NewName(name=typed["new_name"], short_name=typed["new_short_name"], code=typed["new_code"])
    if typed["kind"] not in set(SuccessionKind):
        raise WrongNumberOfAgencies("chưa chọn loại thay đổi", "no kind of change is chosen")
    effective_on = _day(typed["effective_on"])
    if effective_on is None:
        raise DecisionMissing
    return SucceedAgencies(
        viewer=viewer(),
        origin=origin(),
        kind=SuccessionKind(typed["kind"]),
        predecessors=_agencies(typed["predecessors"]),
        successors=_agencies(typed["successors"]),
        new=new if typed["new_name"] or typed["new_code"] else None,
        effective_on=effective_on,
        decision=typed["decision"],
        decided_on=_day(typed["decided_on"]),
    )


def _day(text: str) -> date | None:
    return read_calendar_day(text) if text else None


def _agencies(codes: str) -> list[UUID]:
    """The agencies of codes parted by semicolons; raises AgencyNotFound."""
    found = []
    with reading() as session:
        for code in [part for part in (normal(each) for each in codes.split(";")) if part][:MOST_AGENCIES]:
            agency = agency_by_code(session, code)
            if agency is None:
                raise AgencyNotFound(code)
            found.append(agency)
    return found


def _form(typed: dict[str, str], refusal: Refusal | None = None) -> str:
    return render_template(
        "organisation/change.html", typed=typed, error="" if refusal is None else sentence(refusal)
    )


def _preview(typed: dict[str, str], command: SucceedAgencies, follows: tuple[WhatFollows, ...]) -> str:
    return render_template(
        "organisation/change_preview.html",
        typed=typed,
        command=command,
        follows=follows,
        too_early=command.effective_on > today(),
        role_name=role_name,
    )
