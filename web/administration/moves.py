"""A person moves to another unit or agency, leaves, or comes back; a day to come is planned."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, NotFound
from engine.domain.local_time import day_text
from qms.administration.authority import administers
from qms.administration.consequences import MovingTasks, fixed_to, held_by, when_roles_end
from qms.administration.living import require_living_unit
from qms.administration.places import (
    PersonLeaves,
    PersonReturns,
    TransferPerson,
    checked_leaving,
    checked_transfer,
    person_leaves,
    person_returns,
    transfer_person,
)
from qms.administration.planning import plan_change
from qms.administration.staff import StaffRecord, units_on
from qms.organisation.commands import AgencyNotFound
from qms.organisation.queries import agency_by_code
from qms.organisation.tables import RoleAssignment
from web.administration.people import administered, person_crumbs
from web.administration.roles import role_end_parts
from web.administration.room import (
    Field,
    Form,
    Part,
    Preview,
    basis,
    blueprint,
    confirmed,
    decision_fields,
    form_page,
    id_typed,
    needed_day,
    preview_page,
    tasks_part,
    typed,
)
from web.errors import status_of
from web.names import role_name
from web.system import now, over_agencies, today, viewer

TRANSFER = ("effective_on", "unit", "agency", "title", "kept", "decision", "decided_on")
LEAVING = ("effective_on", "decision", "decided_on")
RETURN = ("unit", "title", "decision")


@blueprint.get("/people/<uuid:person>/transfer")
def transfer_form(person: UUID) -> str:
    """Where to, from when, which roles stay."""
    found = administered(person)
    values = dict.fromkeys(TRANSFER, "") | {
        "effective_on": day_text(today()),
        "title": found.member.title,
    }
    return form_page(_transfer_form(found), values)


@blueprint.post("/people/<uuid:person>/transfer")
def transfer(person: UUID) -> Response | str | tuple[str, int]:
    """Show what follows; once confirmed, move, or plan the move."""
    found = administered(person)
    values, form = typed(*TRANSFER), _transfer_form(found)
    if "again" in request.form:
        return form_page(form, values)
    try:
        command = TransferPerson(
            basis=basis(values),
            person=person,
            agency=_agency(values["agency"], found.member.agency),
            unit=id_typed(values["unit"]) if not values["agency"] else None,
            title=values["title"],
            effective_on=needed_day(values["effective_on"]),
            kept=frozenset(filter(None, map(id_typed, values["kept"].split()))),
        )
        if not confirmed():
            return preview_page(form, values, _transfer_preview(found, command))
        _do(command)
    except (Conflict, Invalid, NotFound) as refusal:
        return form_page(form, values, refusal), status_of(refusal)
    gone = command.agency != found.member.agency and command.effective_on <= today()
    return redirect(url_for(".people"), code=303) if gone else _back(person)


@blueprint.get("/people/<uuid:person>/leaving")
def leaving_form(person: UUID) -> str:
    """From when, by which decision."""
    found = administered(person)
    return form_page(_leaving_form(found), dict.fromkeys(LEAVING, ""))


@blueprint.post("/people/<uuid:person>/leaving")
def leaving(person: UUID) -> Response | str | tuple[str, int]:
    """Show what follows; once confirmed, end everything, or plan it."""
    found = administered(person)
    values, form = typed(*LEAVING), _leaving_form(found)
    if "again" in request.form:
        return form_page(form, values)
    try:
        command = PersonLeaves(
            basis=basis(values), person=person, effective_on=needed_day(values["effective_on"])
        )
        if not confirmed():
            return preview_page(form, values, _leaving_preview(found, command))
        _do(command)
    except (Conflict, Invalid) as refusal:
        return form_page(form, values, refusal), status_of(refusal)
    return _back(person)


@blueprint.get("/people/<uuid:person>/return")
def return_form(person: UUID) -> str:
    """Where the person comes back to."""
    found = administered(person)
    values = {"unit": str(found.member.unit or ""), "title": found.member.title, "decision": ""}
    return form_page(_return_form(found), values)


@blueprint.post("/people/<uuid:person>/return", endpoint="come_back")
def come_back(person: UUID) -> Response | tuple[str, int]:
    """Record that the person is in office again."""
    found = administered(person)
    values = typed(*RETURN)
    try:
        command = PersonReturns(
            basis=basis(values), person=person, unit=id_typed(values["unit"]), title=values["title"]
        )
        person_returns(over_agencies().store, command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(_return_form(found), values, refusal), status_of(refusal)
    flash(_("Đã ghi trở lại. Vai trò được giao lại theo quyết định; tài khoản mở lại riêng."), "success")
    return redirect(url_for(".person", person=person), code=303)


def _do(command: TransferPerson | PersonLeaves) -> None:
    store = over_agencies().store
    if command.effective_on > today():
        plan_change(store, command, now())
        flash(
            _("Đã ghi cho ngày %(day)s; có thể hủy trước ngày đó.", day=day_text(command.effective_on)),
            "success",
        )
        return
    if isinstance(command, TransferPerson):
        transfer_person(store, command, now())
        flash(_("Đã chuyển công tác."), "success")
    else:
        person_leaves(store, command, now())
        flash(_("Đã ghi nghỉ việc; việc đang giữ trở về hàng chờ trong vòng một phút."), "success")


def _back(person: UUID) -> Response:
    return redirect(url_for(".person", person=person), code=303)


def _agency(code: str, own: UUID) -> UUID:
    if not code:
        return own
    with over_agencies().store.reading() as session:
        found = agency_by_code(session, code)
    if found is None:
        raise AgencyNotFound(code)
    return found


def _transfer_preview(found: StaffRecord, command: TransferPerson) -> Preview:
    with over_agencies().store.transaction() as session:  # asks as the verb does, under the same locks
        row = checked_transfer(session, command, now())
        leaves = command.agency != row.agency_id
        unit = (
            require_living_unit(session, command.agency, command.unit, command.effective_on).name
            if command.unit
            else ""
        )
        ending = [
            session.get_one(RoleAssignment, role.id)
            for role in found.member.roles
            if role.id not in command.kept and (role.valid_to is None or role.valid_to > command.effective_on)
        ]
        ends = when_roles_end(session, row.id, ending, command.effective_on)
        fixed = fixed_to(session, row.id)
        received = administers(session, viewer(), command.agency)
    facts = [
        (_("Người"), found.member.name),
        (_("Từ ngày"), day_text(command.effective_on)),
        (_("Cơ quan"), request.form.get("agency", "") or found.member.agency_name),
        (_("Đơn vị"), unit),
        (_("Chức vụ"), command.title),
        (_("Quyết định"), command.basis.number),
    ]
    warnings = []
    if leaves:
        warnings.append(_("Chuyển sang cơ quan khác: tài khoản bị khóa, mọi phiên đăng nhập kết thúc."))
        if not received:
            warnings.append(_("Người quản trị của cơ quan mới mở lại tài khoản và giao vai trò."))
    return Preview(
        title=_("Chuyển công tác"),
        button=_button(command),
        facts=facts,
        parts=[*role_end_parts(ends, command.effective_on), _fixed(fixed)],
        warnings=warnings,
    )


def _leaving_preview(found: StaffRecord, command: PersonLeaves) -> Preview:
    with over_agencies().store.transaction() as session:
        row = checked_leaving(session, command, now())
        ending = [
            session.get_one(RoleAssignment, role.id)
            for role in found.member.roles
            if role.valid_to is None or role.valid_to > command.effective_on
        ]
        ends = when_roles_end(session, row.id, ending, command.effective_on)
        held, fixed = held_by(session, row.id), fixed_to(session, row.id)
    return Preview(
        title=_("Ghi nghỉ việc"),
        button=_button(command),
        facts=[
            (_("Người"), found.member.name),
            (_("Ngày đầu tiên không còn làm việc"), day_text(command.effective_on)),
            (_("Quyết định"), command.basis.number),
        ],
        parts=[
            *role_end_parts(ends, command.effective_on),
            tasks_part(_("Việc đang giữ cần bàn giao"), held, _("Không giữ việc nào.")),
            _fixed(fixed),
        ],
        warnings=[_("Tài khoản bị khóa, mọi phiên đăng nhập và mã truy cập kết thúc.")],
        danger=True,
    )


def _fixed(fixed: MovingTasks) -> Part:
    part = tasks_part(_("Việc giao đích danh"), fixed, _("Không có."))
    warning = _("Việc giao đích danh không tự chuyển cho ai: cần giao lại từng việc.") if fixed.total else ""
    return Part(title=part.title, lines=part.lines, none=part.none, warning=warning)


def _button(command: TransferPerson | PersonLeaves) -> str:
    if command.effective_on > today():
        return str(_("Ghi để thực hiện ngày %(day)s", day=day_text(command.effective_on)))
    return str(_("Xác nhận và thực hiện"))


def _unit_field(found: StaffRecord) -> Field:
    with over_agencies().store.reading() as session:
        units = units_on(session, found.member.agency, today())
    return Field(
        name="unit",
        label=_("Đơn vị"),
        options=[(str(unit), name) for unit, name in units],
        empty=_("Không thuộc đơn vị nào"),
    )


def _transfer_form(found: StaffRecord) -> Form:
    roles = [
        (str(role.id), role_name(role.role) + (f" · {role.unit_name}" if role.unit_name else ""))
        for role in found.member.roles
        if role.valid_to is None or role.valid_to > today()
    ]
    return Form(
        title=_("Chuyển công tác"),
        subtitle=found.member.name,
        action=url_for(".transfer", person=found.member.id),
        button=_("Xem những gì đi theo"),
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[
            Field(
                name="effective_on",
                label=_("Từ ngày"),
                required=True,
                narrow=True,
                hint=_("Ví dụ 01/12/2026."),
            ),
            _unit_field(found),
            Field(
                name="agency",
                label=_("Mã cơ quan mới"),
                narrow=True,
                hint=_("Chỉ ghi khi chuyển sang cơ quan khác; khi đó mọi vai trò kết thúc."),
            ),
            Field(name="title", label=_("Chức vụ mới")),
            Field(
                name="kept",
                label=_("Vai trò giữ nguyên"),
                hint=_("Vai trò không đánh dấu kết thúc vào ngày chuyển."),
                options=roles,
                many=True,
            ),
            *decision_fields(),
        ],
    )


def _leaving_form(found: StaffRecord) -> Form:
    return Form(
        title=_("Ghi nghỉ việc"),
        subtitle=found.member.name,
        action=url_for(".leaving", person=found.member.id),
        button=_("Xem những gì đi theo"),
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[
            Field(
                name="effective_on",
                label=_("Ngày đầu tiên không còn làm việc"),
                required=True,
                narrow=True,
                hint=_("Ngày chưa đến được ghi lại và thực hiện vào ngày đó."),
            ),
            *decision_fields(),
        ],
    )


def _return_form(found: StaffRecord) -> Form:
    return Form(
        title=_("Ghi trở lại"),
        subtitle=found.member.name,
        action=url_for(".come_back", person=found.member.id),
        button=_("Ghi trở lại"),
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[
            _unit_field(found),
            Field(name="title", label=_("Chức vụ")),
            *decision_fields(dated=False),
        ],
    )
