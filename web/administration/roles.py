"""Giving and ending roles: the form, what it moves, then the act."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text
from qms.administration.authority import require_administrator
from qms.administration.consequences import RoleEnds, waiting_for, when_roles_end
from qms.administration.refusals import RoleNotFound
from qms.administration.roles import (
    EndRole,
    GrantRole,
    end_role,
    ended,
    grant_role,
    granted_to,
    last_day,
)
from qms.administration.staff import StaffRecord, units_on
from qms.organisation.rules import UNIT_ROLES
from qms.organisation.tables import RoleAssignment
from web.administration.people import administered, person_crumbs
from web.administration.room import (
    Field,
    Form,
    Part,
    Preview,
    basis,
    blueprint,
    confirmed,
    day_after,
    decision_fields,
    form_page,
    id_typed,
    keeping,
    needed_day,
    preview_page,
    role_options,
    tasks_part,
    typed,
)
from web.errors import status_of
from web.names import role_name
from web.system import now, today, viewer

GRANT: tuple[str, ...] = ("role", "unit", "valid_from", "last_day", "decision")
END: tuple[str, ...] = ("last_day", "decision")


@blueprint.get("/people/<uuid:person>/roles/new")
def grant_form(person: UUID) -> str:
    """Which role, where, from when, by which decision."""
    found = administered(person)
    values = typed(*GRANT) | {"valid_from": request.args.get("valid_from", "") or day_text(today())}
    return form_page(_grant_form(found), values | {"unit": str(found.member.unit or "")})


@blueprint.post("/people/<uuid:person>/roles/new")
def grant(person: UUID) -> Response | str | tuple[str, int]:
    """Show which open tasks come along; once confirmed, give the role."""
    found = administered(person)
    values, form = typed(*GRANT), _grant_form(found)
    if "again" in request.form:
        return form_page(form, values)
    try:
        command = GrantRole(
            basis=basis(values),
            person=person,
            role=values["role"],
            unit=id_typed(values["unit"]),
            valid_from=needed_day(values["valid_from"]),
            valid_to=day_after(values["last_day"]),
        )
        if not confirmed():
            return preview_page(form, values, _grant_preview(found, command))
        grant_role(keeping(), command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(form, values, refusal), status_of(refusal)
    flash(_("Đã giao vai trò %(role)s.", role=role_name(command.role)), "success")
    return redirect(url_for(".person", person=person), code=303)


@blueprint.get("/roles/<uuid:role>/end")
def end_form(role: UUID) -> str:
    """Until when, by which decision."""
    held, found = _held(role)
    return form_page(_end_form(held, found), {"last_day": day_text(today()), "decision": ""})


@blueprint.post("/roles/<uuid:role>/end")
def end(role: UUID) -> Response | str | tuple[str, int]:
    """Show what goes back; once confirmed, end the role."""
    held, found = _held(role)
    values, form = typed(*END), _end_form(held, found)
    if "again" in request.form:
        return form_page(form, values)
    try:
        end_day = day_after(values["last_day"])
        command = EndRole(
            basis=basis(values),
            assignment=role,
            valid_to=end_day if end_day is not None else needed_day(""),
        )
        if not confirmed():
            return preview_page(form, values, _end_preview(command))
        end_role(keeping(), command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(form, values, refusal), status_of(refusal)
    flash(_("Đã ghi ngày thôi giữ vai trò %(role)s.", role=role_name(held.role)), "success")
    return redirect(url_for(".person", person=held.person_id), code=303)


def role_end_parts(ends: tuple[RoleEnds, ...], day: date) -> list[Part]:
    """What follows from the end of roles, a part each."""
    return [_end_part(each, day) for each in ends]


def _end_part(each: RoleEnds, day: date) -> Part:
    part = tasks_part(
        _("%(role)s: việc trở về hàng chờ", role=role_name(each.role)),
        each.returned,
        _("Không có việc nào đang giữ theo vai trò này."),
    )
    if each.others:
        lines = [*part.lines, _("Người khác giữ vai trò này: %(names)s", names=", ".join(each.others))]
        return Part(title=part.title, lines=lines)
    warning = _(
        "Từ ngày %(day)s không còn ai giữ vai trò này ở đơn vị; "
        "%(count)s việc đang mở sẽ không ai nhận được.",
        day=day_text(day),
        count=each.waiting + each.returned.total,
    )
    return Part(title=part.title, lines=part.lines, none=part.none, warning=warning)


def _grant_preview(found: StaffRecord, command: GrantRole) -> Preview:
    with keeping().transaction() as session:  # asks as the verb does, under the same locks
        person = granted_to(session, command)
        tasks = waiting_for(session, person.agency_id, command.role, command.unit)
    until = last_day(command.valid_to)
    return Preview(
        title=_("Giao vai trò"),
        button=_("Giao vai trò"),
        facts=[
            (_("Người"), found.member.name),
            (_("Vai trò"), role_name(command.role)),
            (_("Đơn vị"), _unit_label(found, command.unit)),
            (_("Từ ngày"), day_text(command.valid_from)),
            (_("Đến hết ngày"), day_text(until) if until else _("không thời hạn")),
            (_("Quyết định"), command.basis.number),
        ],
        parts=[
            tasks_part(
                _("Việc đang mở người này sẽ thấy"), tasks, _("Hiện không có việc nào chờ vai trò này.")
            )
        ],
        warnings=[] if command.unit else [_("Không chọn đơn vị: vai trò có hiệu lực trong toàn cơ quan.")],
    )


def _end_preview(command: EndRole) -> Preview:
    with keeping().transaction() as session:
        row, person = ended(session, command, now())
        ends = when_roles_end(session, person.id, [row], command.valid_to)
        facts = [
            (_("Người"), person.full_name),
            (_("Vai trò"), role_name(row.role)),
            (_("Từ ngày"), day_text(row.valid_from)),
        ]
    until = last_day(command.valid_to)
    return Preview(
        title=_("Kết thúc vai trò"),
        button=_("Kết thúc vai trò"),
        facts=[
            *facts,
            (_("Đến hết ngày"), day_text(until) if until else ""),
            (_("Quyết định"), command.basis.number),
        ],
        parts=role_end_parts(ends, command.valid_to),
        danger=True,
    )


def _held(role: UUID) -> tuple[RoleAssignment, StaffRecord]:
    require_administrator(viewer())
    with keeping().reading() as session:
        row = session.get(RoleAssignment, role)
    if row is None:
        raise RoleNotFound
    return row, administered(row.person_id)


def _unit_label(found: StaffRecord, unit: UUID | None) -> str:
    if unit is None:
        return str(_("toàn cơ quan"))
    with keeping().reading() as session:
        return dict(units_on(session, found.member.agency, today())).get(unit, "")


def _grant_form(found: StaffRecord) -> Form:
    with keeping().reading() as session:
        units = units_on(session, found.member.agency, today())
    of_units = ", ".join(role_name(role) for role in UNIT_ROLES)
    return Form(
        title=_("Giao vai trò"),
        subtitle=found.member.name,
        action=url_for(".grant", person=found.member.id),
        button=_("Xem những gì đi theo"),
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[
            Field(name="role", label=_("Vai trò"), options=role_options(), required=True),
            Field(
                name="unit",
                label=_("Đơn vị"),
                options=[(str(unit), name) for unit, name in units],
                empty=_("Toàn cơ quan"),
                hint=_("Bắt buộc với: %(roles)s.", roles=of_units),
            ),
            Field(
                name="valid_from", label=_("Từ ngày"), required=True, narrow=True, hint=_("Ví dụ 01/12/2026.")
            ),
            Field(
                name="last_day",
                label=_("Đến hết ngày"),
                narrow=True,
                hint=_("Để trống khi không có thời hạn."),
            ),
            *decision_fields(dated=False),
        ],
    )


def _end_form(held: RoleAssignment, found: StaffRecord) -> Form:
    return Form(
        title=_("Kết thúc vai trò"),
        subtitle=f"{found.member.name} · {role_name(held.role)}",
        action=url_for(".end", role=held.id),
        button=_("Xem những gì đi theo"),
        back=url_for(".person", person=held.person_id),
        crumbs=person_crumbs(found),
        fields=[
            Field(
                name="last_day",
                label=_("Ngày cuối còn giữ"),
                required=True,
                narrow=True,
                hint=_("Vai trò chưa bắt đầu được rút lại khi ghi ngày trước ngày bắt đầu."),
            ),
            *decision_fields(dated=False),
        ],
    )
