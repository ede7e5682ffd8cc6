"""Units: the list, and a change by decision: what follows first, then the act or its plan."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text
from qms.administration.abbreviations import SetAbbreviation, abbreviation_of, set_abbreviation
from qms.administration.authority import require_administrator
from qms.administration.planning import plan_change
from qms.administration.refusals import UnitsDoNotFit
from qms.administration.staff import units_on
from qms.administration.unit_list import MoveUnit, move_unit, unit_list
from qms.administration.units import ChangeUnits, NewUnit, UnitBrings, change_units, preview_units
from qms.organisation.rules import SuccessionKind
from web.administration.room import (
    Field,
    Form,
    Part,
    Preview,
    Typed,
    basis,
    blueprint,
    confirmed,
    decision_fields,
    form_page,
    id_typed,
    keeping,
    needed_day,
    preview_page,
    typed,
)
from web.errors import sentence, status_of
from web.names import role_name
from web.system import now, origin, today, viewer

FIELDS: Final = (
    "kind",
    "predecessors",
    "successor",
    "new_code",
    "new_name",
    "other_code",
    "other_name",
    "effective_on",
    "decision",
    "decided_on",
)
FOUND: Final = "found"


@blueprint.get("/units", endpoint="units")
def units_page() -> str:
    """The units of the reader's agency in their order, with those that are no more."""
    return _units()


@blueprint.post("/abbreviation")
def abbreviation() -> Response | tuple[str, int]:
    """How the reader's agency is abbreviated in the symbols of its documents."""
    typed_in = request.form.get("abbreviation", "")
    command = SetAbbreviation(viewer=viewer(), origin=origin(), abbreviation=typed_in)
    try:
        set_abbreviation(keeping(), command, now())
    except Invalid as refusal:
        return _units(typed_in, sentence(refusal)), status_of(refusal)
    flash(_("Đã ghi. Văn bản lấy ký hiệu từ bây giờ dùng chữ viết tắt này."), "success")
    return redirect(url_for(".units"), code=303)


def _units(typed_in: str | None = None, wrong: str = "") -> str:
    require_administrator(viewer())
    with keeping().reading() as session:
        lines = unit_list(session, viewer(), today())
        entered, used = abbreviation_of(session, viewer())
    return render_template(
        "administration/units.html",
        lines=lines,
        today=today(),
        abbreviation=entered if typed_in is None else typed_in,
        abbreviation_used=used,
        wrong=wrong,
    )


@blueprint.post("/units/<uuid:unit>/position")
def position(unit: UUID) -> Response:
    """Move a unit up or down in the lists."""
    command = MoveUnit(viewer=viewer(), origin=origin(), unit=unit, up=request.form.get("up") == "1")
    move_unit(keeping(), command, now())
    return redirect(url_for(".units"), code=303)


@blueprint.get("/units/change")
def unit_change_form() -> str:
    """Which units, which change, from which day, by which decision."""
    require_administrator(viewer())
    values = typed(*FIELDS)
    return form_page(_form(), values | {"effective_on": values["effective_on"] or day_text(today())})


@blueprint.post("/units/change")
def unit_change() -> Response | str | tuple[str, int]:
    """List what follows; once confirmed, do or plan it."""
    require_administrator(viewer())
    values, form = typed(*FIELDS), _form()
    if "again" in request.form:
        return form_page(form, values)
    try:
        command = _command(values)
        if not confirmed():
            with keeping().reading() as session:
                follows = preview_units(session, command)
            return preview_page(form, values, _preview(command, follows))
        if command.effective_on > today():
            plan_change(keeping(), command, now())
            told = _("Đã ghi cho ngày %(day)s; có thể hủy trước ngày đó.", day=day_text(command.effective_on))
        else:
            change_units(keeping(), command, now())
            told = _("Đã ghi thay đổi đơn vị theo %(decision)s.", decision=command.basis.number)
    except (Conflict, Invalid) as refusal:
        return form_page(form, values, refusal), status_of(refusal)
    flash(told, "success")
    return redirect(url_for(".units"), code=303)


def change_names() -> dict[str, str]:
    """The kinds of change of units in words."""
    return {
        FOUND: _("Lập đơn vị mới"),
        SuccessionKind.RENAME: _("Đổi tên"),
        SuccessionKind.MERGE: _("Sáp nhập, hợp nhất"),
        SuccessionKind.SPLIT: _("Chia, tách"),
        SuccessionKind.DISSOLVE: _("Giải thể"),
    }


def _command(values: Typed) -> ChangeUnits:
    kind = values["kind"]
    if kind not in change_names():
        raise UnitsDoNotFit("chưa chọn loại thay đổi", "no kind of change is chosen")
    new = [
        NewUnit(code=values[f"{which}_code"], name=values[f"{which}_name"])
        for which in ("new", "other")
        if values[f"{which}_code"] or values[f"{which}_name"]
    ]
    successor = id_typed(values["successor"])
    return ChangeUnits(
        basis=basis(values),
        agency=viewer().agency,
        kind=None if kind == FOUND else SuccessionKind(kind),
        predecessors=[unit for text in values["predecessors"].split() if (unit := id_typed(text))],
        successors=[successor] if successor else [],
        new=new,
        effective_on=needed_day(values["effective_on"]),
    )


def _preview(command: ChangeUnits, follows: tuple[UnitBrings, ...]) -> Preview:
    early = command.effective_on > today()
    moves = command.kind in {SuccessionKind.MERGE, SuccessionKind.SPLIT}
    day = day_text(command.effective_on)
    return Preview(
        title=_("Những gì đi theo"),
        button=_("Ghi để thực hiện ngày %(day)s", day=day) if early else _("Xác nhận và thực hiện"),
        facts=[
            (_("Loại thay đổi"), change_names()[command.kind or FOUND]),
            (_("Có hiệu lực từ ngày"), day),
            (_("Đơn vị kế thừa"), _successors(command)),
            (_("Quyết định"), command.basis.number),
        ],
        parts=[
            Part(
                title=each.name,
                lines=[
                    _(
                        "%(people)s người, %(tasks)s việc đang mở",
                        people=each.people,
                        tasks=each.open_tasks,
                    ),
                    *(f"{role_name(role)}: {name}" for role, name in each.roles),
                ],
            )
            for each in follows
        ],
        warnings=[_("Người, vai trò và việc đang mở chuyển sang đơn vị kế thừa; văn bản cũ giữ tên cũ.")]
        if moves
        else [],
        danger=command.kind is SuccessionKind.DISSOLVE,
    )


def _successors(command: ChangeUnits) -> str:
    with keeping().reading() as session:
        names = dict(units_on(session, command.agency, today()))
    return ", ".join(
        [*(names.get(each, "") for each in command.successors), *(each.name for each in command.new)]
    )


def _form() -> Form:
    with keeping().reading() as session:
        units = [(str(unit), name) for unit, name in units_on(session, viewer().agency, today())]
    return Form(
        title=_("Ghi thay đổi đơn vị"),
        subtitle=_("Trang sau liệt kê những gì đi theo; chưa có gì thay đổi cho đến khi bạn xác nhận"),
        action=url_for(".unit_change"),
        button=_("Xem những gì đi theo"),
        back=url_for(".units"),
        crumbs=[(_("Đơn vị"), url_for(".units"))],
        fields=[
            Field(name="kind", label=_("Loại thay đổi"), options=list(change_names().items()), required=True),
            Field(
                name="predecessors",
                label=_("Đơn vị trước thay đổi"),
                options=units,
                many=True,
                hint=_("Không đánh dấu khi lập đơn vị mới."),
            ),
            Field(
                name="successor",
                label=_("Đơn vị kế thừa đã có"),
                options=units,
                hint=_("Đơn vị này tiếp nhận người, vai trò và việc đang mở."),
            ),
            Field(name="new_name", label=_("Tên đơn vị mới hoặc tên mới")),
            Field(
                name="new_code",
                label=_("Mã đơn vị mới"),
                narrow=True,
                hint=_("Khi đổi tên, mã giữ nguyên."),
            ),
            Field(name="other_name", label=_("Tên đơn vị mới thứ hai"), hint=_("Chỉ khi chia tách.")),
            Field(name="other_code", label=_("Mã đơn vị mới thứ hai"), narrow=True),
            Field(name="effective_on", label=_("Có hiệu lực từ ngày"), required=True, narrow=True),
            *decision_fields(),
        ],
    )
