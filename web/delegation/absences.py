"""Absences: the list, recording one with its substitutes, one with what it opens, ending it early."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from engine.domain.errors import FieldsInvalid
from qms.delegation.absences import (
    EndAbsence,
    RecordAbsence,
    Substitute,
    checked_absence,
    end_absence,
    record_absence,
)
from qms.delegation.authority import records_absences
from qms.delegation.moving import moving
from qms.delegation.queries import absence_detail, absences, acting_for, colleagues
from qms.delegation.rules import NEVER_DELEGATED
from web.delegation.room import Days, blueprint, person_typed, phase_asked, sentences, typed
from web.names import person_name, remember_names, role_name
from web.paging import page_asked, paging, words_asked
from web.system import now, origin, reading, system, today, viewer

PAGE_SIZE: Final = 50
LINES: Final = 3
"""So many substitutes may be named in one form."""
FIELDS: Final = (
    "person",
    "first_day",
    "last_day",
    "reason",
    "decision",
    "decided_on",
    *(f"{field}_{line}" for line in range(1, LINES + 1) for field in ("substitute", "role")),
)


@blueprint.get("/absences", endpoint="absences")
def absences_page() -> str | Response:
    """The absences of the agency."""
    words, phase, page = words_asked(), phase_asked(), page_asked()
    with reading() as session:
        found = absences(session, viewer(), today(), phase=phase, words=words)
    place = paging(len(found), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".absences", q=words or None, phase=phase, page=place.pages))
    start = (place.page - 1) * PAGE_SIZE
    return render_template(
        "delegation/absences.html",
        lines=found[start : start + PAGE_SIZE],
        words=words,
        phase=phase,
        paging=place,
    )


@blueprint.get("/absences/new", endpoint="new_absence")
def new_absence() -> str:
    """Who is away from when until when, and who acts in the meantime."""
    return _form(_typed(request.args))


@blueprint.post("/absences/new", endpoint="record_absence")
def record() -> Response | str | tuple[str, int]:
    """Tell which tasks the substitutes would see; once that is confirmed, record it."""
    entered = _typed(request.form)
    try:
        command = _command()
        if request.form.get("confirmed") != "1":
            return _preview(entered, command)
        found = record_absence(system().store, command, now())
    except FieldsInvalid as refusal:
        return _form(entered, sentences(refusal)), 422
    flash(_("Đã ghi vắng mặt."), "success")
    return redirect(url_for(".absence", absence=found), code=303)


@blueprint.get("/absences/<uuid:absence>", endpoint="absence")
def detail(absence: UUID) -> str:
    """One absence with its substitutions."""
    return _detail(absence)


@blueprint.post("/absences/<uuid:absence>/ending", endpoint="end_absence")
def ending(absence: UUID) -> Response | tuple[str, int]:
    """End it now: back early, or it does not take place."""
    reason = request.form.get("reason", "")
    command = EndAbsence(viewer=viewer(), origin=origin(), absence=absence, reason=reason)
    try:
        end_absence(system().store, command, now())
    except FieldsInvalid as refusal:
        return _detail(absence, sentences(refusal)), 422
    flash(_("Đã kết thúc đợt vắng mặt; người thay không còn làm thay từ lúc này."), "success")
    return redirect(url_for(".absence", absence=absence), code=303)


def _typed(source: MultiDict[str, str]) -> dict[str, str]:
    entered = {name: source.get(name, "")[:300] for name in FIELDS}
    if not entered["person"]:
        entered["person"] = str(viewer().person)
    return entered


def _command() -> RecordAbsence:
    """What the form says; raises FieldsInvalid at days that are none."""
    days = Days()
    first_day, last_day, decided_on = (days.read(name) for name in ("first_day", "last_day", "decided_on"))
    days.require()
    substitutes = tuple(
        Substitute(person=person, roles=frozenset(filter(None, [typed(f"role_{line}")])))
        for line in range(1, LINES + 1)
        if (person := person_typed(f"substitute_{line}")) is not None
    )
    return RecordAbsence(
        viewer=viewer(),
        origin=origin(),
        person=person_typed("person"),
        first_day=first_day,
        last_day=last_day,
        reason=typed("reason"),
        substitutes=substitutes,
        decision=typed("decision"),
        decided_on=decided_on,
    )


def _for_others() -> bool:
    return records_absences(viewer())


def _form(entered: Mapping[str, str], errors: Mapping[str, str] | None = None) -> str:
    with reading() as session:
        people = colleagues(session, viewer(), today())
    for_others = _for_others()
    held = {role for person in people if for_others or person.id == viewer().person for role in person.roles}
    return render_template(
        "delegation/new_absence.html",
        typed=entered,
        errors=errors or {},
        people=people,
        roles=sorted(held - NEVER_DELEGATED),
        lines=range(1, LINES + 1),
        for_others=for_others,
        role_name=role_name,
    )


def _preview(entered: Mapping[str, str], command: RecordAbsence) -> str:
    with reading() as session:
        asked = checked_absence(session, command, now())
        moves = moving(session, asked.substitutions, today())
        left_alone = acting_for(session, asked.person.id, asked.valid_from, asked.valid_to)
        people = colleagues(session, viewer(), today())
    return render_template(
        "delegation/absence_preview.html",
        typed=entered,
        command=command,
        asked=asked,
        moves=moves,
        left_alone=left_alone,
        past=asked.valid_to <= today(),
        names={person.id: person for person in people},
        role_name=role_name,
    )


def _detail(absence: UUID, errors: Mapping[str, str] | None = None) -> str:
    with reading() as session:
        line, substitutions = absence_detail(session, viewer(), absence, today())
    remember_names({person for person in (line.recorded_by, line.revoked_by) if person})
    return render_template(
        "delegation/absence.html",
        line=line,
        substitutions=substitutions,
        errors=errors or {},
        reason=request.form.get("reason", ""),
        person_name=person_name,
        role_name=role_name,
    )
