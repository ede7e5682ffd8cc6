"""People: the list with filters and as a file, one person with all that is kept, adding and mending."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.domain.errors import Conflict, Invalid
from engine.domain.local_time import day_text
from qms.administration.authority import require_administrator
from qms.administration.consequences import fixed_to, held_by
from qms.administration.people import EditPerson, EnterPerson, edit_person, enter_new_person
from qms.administration.planning import plans
from qms.administration.roles import last_day
from qms.administration.staff import (
    HasAccount,
    StaffFilter,
    StaffMember,
    StaffRecord,
    staff,
    staff_record,
    units_on,
)
from qms.organisation.roles import Role
from web.administration.room import (
    Field,
    Form,
    basis,
    blueprint,
    day_typed,
    decision_fields,
    form_page,
    id_typed,
    keeping,
    role_options,
    typed,
)
from web.errors import status_of
from web.names import role_name
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, csv_answer, workbook_answer
from web.system import now, today, viewer

PAGE_SIZE: Final = 50
FIELDS: Final = ("full_name", "title", "email", "unit")
blueprint.add_app_template_global(last_day)


@blueprint.get("/people", endpoint="people")
def people_page() -> str | Response:
    """Those whom the reader looks after."""
    page = page_asked()
    wanted = _filter()
    with keeping().reading() as session:
        found = staff(session, viewer(), wanted, today())
        units = units_on(session, viewer().agency, today())
    place = paging(len(found), page, PAGE_SIZE)
    start = (place.page - 1) * PAGE_SIZE
    kept = {key: text for key, text in request.args.items() if key not in {"page", "lang"} and text}
    return render_template(
        "administration/people.html",
        lines=found[start : start + PAGE_SIZE],
        wanted=wanted,
        words=wanted.words,
        # Never as arguments of url_for: the address would choose host and scheme of our own links.
        filtered="?" + urlencode(kept) if kept else "",
        units=[{"value": str(unit), "label": name} for unit, name in units],
        roles=[{"value": value, "label": label} for value, label in role_options()],
        account_names=account_names(),
        paging=place,
        today=today(),
        administers=may(viewer(), Power.ADMINISTER_PEOPLE),
    )


@blueprint.get("/people/list.<any(xlsx, csv):kind>")
def people_file(kind: str) -> Response:
    """The same list as a file."""
    with keeping().reading() as session:
        found = staff(session, viewer(), _filter(), today())
    heads = (
        (_("Họ và tên"), 28),
        (_("Chức vụ"), 24),
        (_("Đơn vị"), 28),
        (_("Cơ quan"), 28),
        (_("Thư điện tử"), 30),
        (_("Vai trò hôm nay"), 40),
        (_("Tên đăng nhập"), 18),
        (_("Tài khoản"), 16),
        (_("Tình trạng"), 14),
    )
    rows = [_row(member) for member in found]
    if kind == "csv":
        return csv_answer("nhan-su.csv", [label for label, _width in heads], rows)
    columns = [SheetColumn(label=label, width=width) for label, width in heads]
    return workbook_answer("nhan-su.xlsx", Sheet(title=_("Nhân sự"), columns=columns, rows=rows))


@blueprint.get("/people/<uuid:person>")
def person(person: UUID) -> str:
    """One person: place, roles by date, account, what is held and what is planned."""
    with keeping().reading() as session:
        found = staff_record(session, viewer(), person)
        mine = found.administered
        waiting = (
            [plan for plan in plans(session, viewer(), waiting_only=True) if person in _persons(plan.change)]
            if mine
            else []
        )
        held = held_by(session, person)
        fixed = fixed_to(session, person)
    return render_template(
        "administration/person.html",
        found=found,
        member=found.member,
        held=held,
        fixed=fixed,
        waiting=waiting,
        today=today(),
        account_names=account_names(),
        is_reader=person == viewer().person,
        same_agency=found.member.agency == viewer().agency,
    )


@blueprint.get("/people/new")
def new_person_form() -> str:
    """Who, where."""
    require_administrator(viewer())
    return form_page(_new_form(), typed(*FIELDS))


@blueprint.post("/people/new")
def new_person() -> Response | tuple[str, int]:
    """Add the person to the reader's agency."""
    require_administrator(viewer())
    values = typed(*FIELDS)
    command = EnterPerson(
        basis=basis({}),
        agency=viewer().agency,
        unit=id_typed(values["unit"]),
        full_name=values["full_name"],
        title=values["title"],
        email=values["email"],
    )
    try:
        added = enter_new_person(keeping(), command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(_new_form(), values, refusal), status_of(refusal)
    flash(_("Đã thêm %(name)s. Tiếp theo: giao vai trò và mở tài khoản.", name=command.full_name), "success")
    return redirect(url_for(".person", person=added), code=303)


@blueprint.get("/people/<uuid:person>/editing")
def editing_form(person: UUID) -> str:
    """What is kept, to be mended."""
    found = administered(person)
    values = {
        "full_name": found.member.name,
        "title": found.member.title,
        "email": found.member.email,
        "renamed_on": "",
        "decision": "",
        "decided_on": "",
    }
    return form_page(_editing_form(found), values)


@blueprint.post("/people/<uuid:person>/editing")
def editing(person: UUID) -> Response | tuple[str, int]:
    """Mend it."""
    found = administered(person)
    values = typed("full_name", "title", "email", "renamed_on", "decision", "decided_on")
    try:
        command = EditPerson(
            basis=basis(values),
            person=person,
            full_name=values["full_name"],
            title=values["title"],
            email=values["email"],
            renamed_on=day_typed(values["renamed_on"]),
        )
        edit_person(keeping(), command, now())
    except (Conflict, Invalid) as refusal:
        return form_page(_editing_form(found), values, refusal), status_of(refusal)
    flash(_("Đã ghi."), "success")
    return redirect(url_for(".person", person=person), code=303)


def administered(person: UUID) -> StaffRecord:
    """The person of a page that changes something; raises NotAuthorised and PersonNotFound."""
    require_administrator(viewer())
    with keeping().reading() as session:
        return staff_record(session, viewer(), person)


def account_names() -> dict[str, str]:
    """Which accounts a list is filtered by, in words."""
    return {
        HasAccount.OPEN: _("Đang mở"),
        HasAccount.CLOSED: _("Đã khóa"),
        HasAccount.NONE: _("Chưa có"),
    }


def account_name(member: StaffMember) -> str:
    """The state of a person's account in words."""
    if member.account_open is None:
        return account_names()[HasAccount.NONE]
    return account_names()[HasAccount.OPEN if member.account_open else HasAccount.CLOSED]


blueprint.add_app_template_global(account_name)


def _persons(change: object) -> tuple[UUID, ...]:
    one = getattr(change, "person", None)
    return (one,) if isinstance(one, UUID) else ()


def _filter() -> StaffFilter:
    asked = request.args
    account, active = asked.get("account", ""), asked.get("active", "1")
    return StaffFilter(
        words=words_asked(),
        unit=id_typed(asked.get("unit", "")),
        role=asked.get("role", "") if asked.get("role", "") in set(Role) else "",
        active={"1": True, "0": False}.get(active),
        account=HasAccount(account) if account in set(HasAccount) else None,
    )


def _row(member: StaffMember) -> tuple[str, ...]:
    roles = "; ".join(
        role_name(role.role)
        + (f" ({role.unit_name})" if role.unit_name else "")
        + f" {day_text(role.valid_from)}"
        for role in member.roles_on(today())
    )
    return (
        member.name,
        member.title,
        member.unit_name,
        member.agency_name,
        member.email,
        roles,
        member.username,
        account_name(member),
        _("đang làm việc") if member.active else _("đã nghỉ"),
    )


def _unit_field(agency: UUID) -> Field:
    with keeping().reading() as session:
        units = units_on(session, agency, today())
    return Field(
        name="unit",
        label=_("Đơn vị"),
        options=[(str(unit), name) for unit, name in units],
        empty=_("Không thuộc đơn vị nào"),
    )


def _name_fields() -> list[Field]:
    return [
        Field(name="full_name", label=_("Họ và tên"), required=True),
        Field(name="title", label=_("Chức vụ"), hint=_("Chức vụ bắt đầu bằng “Phó” là cấp phó.")),
        Field(name="email", label=_("Thư điện tử"), hint=_("Nơi nhận thư nhắc việc.")),
    ]


def _new_form() -> Form:
    return Form(
        title=_("Thêm người"),
        action=url_for(".new_person"),
        button=_("Thêm người"),
        back=url_for(".people"),
        crumbs=[(_("Nhân sự"), url_for(".people"))],
        fields=[*_name_fields(), _unit_field(viewer().agency)],
        notes=[_("Vai trò và tài khoản được cấp ở bước sau, mỗi vai trò theo một quyết định.")],
    )


def _editing_form(found: StaffRecord) -> Form:
    day = Field(
        name="renamed_on",
        label=_("Đổi tên từ ngày"),
        hint=_(
            "Chỉ ghi khi người này đổi tên theo quyết định: việc làm trước ngày đó vẫn ghi tên cũ. "
            "Để trống khi sửa lỗi gõ."
        ),
        narrow=True,
    )
    decision = [
        Field(name=each.name, label=each.label, hint=each.hint, narrow=each.narrow)
        for each in decision_fields()
    ]
    return Form(
        title=_("Sửa thông tin"),
        subtitle=found.member.name,
        action=url_for(".editing", person=found.member.id),
        button=_("Ghi"),
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[*_name_fields(), day, *decision],
    )


def person_crumbs(found: StaffRecord) -> list[tuple[str, str]]:
    """The pages above one of a person."""
    return [
        (_("Nhân sự"), url_for(".people")),
        (found.member.name, url_for(".person", person=found.member.id)),
    ]
