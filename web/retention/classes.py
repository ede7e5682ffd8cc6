"""The table of periods, and a new version of a class for the own agency."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from qms.retention.classes import SetRetention, class_page, set_retention
from web.errors import status_of
from web.retention.room import act, blueprint, day_typed, form_values, told, typed, year_count
from web.system import now, reading, system, today, viewer


@blueprint.get("/classes", endpoint="classes")
def classes() -> str:
    """Every class that holds today, and those that held before."""
    return _page()


@blueprint.post("/classes", endpoint="classes_set")
def enter() -> Response | tuple[str, int]:
    """Enter a version."""
    try:
        years = year_count("years")
        command = SetRetention(
            act=act(),
            code=typed("code"),
            name=typed("name"),
            models=request.form.getlist("models"),
            years=None if request.form.get("for_ever") else years or 0,
            basis=typed("basis"),
            confirmed=request.form.get("confirmed") == "1",
            valid_from=day_typed("valid_from") or today(),
        )
        set_retention(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã ghi thời hạn lưu; các hồ sơ theo thời hạn mới từ ngày có hiệu lực."), "success")
    return redirect(url_for(".classes"), code=303)


def _page(refusal: Refusal | None = None) -> str:
    with reading() as session:
        found = class_page(session, viewer(), today())
    code = request.args.get("code", "")
    old = next((line for line in found.present if line.code == code), None)
    entered = form_values() if refusal else {}
    if old is not None and not entered:
        entered = {
            "code": old.code,
            "name": old.name,
            "years": "" if old.years is None else str(old.years),
            "for_ever": "" if old.years else "1",
            "basis": old.basis,
            "confirmed": "1" if old.confirmed else "",
        }
    chosen = request.form.getlist("models") if refusal else sorted(old.models) if old else []
    return render_template(
        "retention/classes.html",
        present=found.present,
        past=[line for line in found.versions if line not in found.present],
        models=found.models,
        names=dict(found.models),
        typed=entered,
        chosen=chosen,
        errors=told(refusal),
        today=today(),
    )
