"""Accounts: opened for many at once with start passwords shown once, and acts on the account of one."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.text import normal, storable
from qms.accounts.sessions import LOCAL
from qms.administration.accounts import (
    MOST_AT_ONCE,
    AccountAct,
    OpenAccounts,
    StartPassword,
    disable_account,
    enable_account,
    give_start_password,
    open_accounts,
    sign_out_everywhere,
    suggested_username,
    unlock_account,
)
from qms.administration.authority import require_administrator
from qms.administration.staff import HasAccount, StaffFilter, StaffMember, StaffRecord, staff, usernames
from web.administration.people import administered, person_crumbs
from web.administration.room import Field, Form, blueprint, form_page, id_typed, typed
from web.errors import sentence, status_of
from web.system import now, origin, over_agencies, system, today, viewer

ACTS: Final = "any(closing, opening, unlocking, signing_out, start_password)"


@blueprint.get("/accounts", endpoint="accounts")
def accounts_page() -> str:
    """People without an account, each with a user name to be mended."""
    require_administrator(viewer())
    return _accounts_page(_suggested(_without()))


@blueprint.post("/accounts")
def open_many() -> Response | tuple[str, int]:
    """Open the accounts that are ticked; the start passwords are shown once and kept nowhere."""
    require_administrator(viewer())
    names = _suggested(_without()) | {
        person: storable(normal(text))[:80]
        for key, text in request.form.items()
        if key.startswith("username-") and (person := id_typed(key.removeprefix("username-")))
    }
    chosen = [person for text in request.form.getlist("person") if (person := id_typed(text))]
    command = OpenAccounts(
        viewer=viewer(), origin=origin(), usernames=[(person, names.get(person, "")) for person in chosen]
    )
    try:
        opened = open_accounts(over_agencies().store, command, now())
    except (Conflict, Invalid, NotFound) as refusal:
        return _accounts_page(names, refusal), status_of(refusal)
    if not opened:
        return redirect(url_for(".accounts"), code=303)
    return _passwords_page(opened)


@blueprint.get(f"/people/<uuid:person>/account/<{ACTS}:act>")
def account_form(person: UUID, act: str) -> str:
    """What the act does, and the reason it needs."""
    return form_page(_act_form(administered(person), act), {"reason": ""})


@blueprint.post(f"/people/<uuid:person>/account/<{ACTS}:act>")
def account_act(person: UUID, act: str) -> Response | tuple[str, int]:
    """Do it."""
    found = administered(person)
    values = typed("reason")
    command = AccountAct(viewer=viewer(), origin=origin(), person=person, reason=values["reason"])
    store = over_agencies().store
    try:
        match act:
            case "start_password":
                return _passwords_page((give_start_password(store, command, now()),))
            case "closing":
                disable_account(store, command, now())
            case "opening":
                enable_account(store, command, now())
            case "unlocking":
                unlock_account(store, command, now())
            case _:
                sign_out_everywhere(store, command, now())
    except (Conflict, Invalid, NotFound) as refusal:
        return form_page(_act_form(found, act), values, refusal), status_of(refusal)
    flash(_("Đã ghi."), "success")
    return redirect(url_for(".person", person=person), code=303)


@blueprint.app_template_global()
def account_acts(found: StaffRecord) -> list[tuple[str, str]]:
    """What may be done with a person's account: (act, in words)."""
    if found.account is None:
        return []
    acts = []
    if found.account.disabled:
        if found.member.active:
            acts.append("opening")
    else:
        acts += ["closing", "unlocking"]
    if found.account.sessions:
        acts.append("signing_out")
    if found.account.source == LOCAL and found.member.active:
        acts.append("start_password")
    return [(act, _acts()[act][0]) for act in acts]


def _acts() -> dict[str, tuple[str, str]]:
    """(in words, what it does) by act."""
    return {
        "closing": (_("Khóa tài khoản"), _("Người này không đăng nhập được nữa và bị đưa ra ngay.")),
        "opening": (_("Mở lại tài khoản"), _("Người này đăng nhập được bằng mật khẩu cũ.")),
        "unlocking": (
            _("Bỏ chặn đăng nhập"),
            _("Các lần đăng nhập sai được bỏ qua, không phải chờ nữa."),
        ),
        "signing_out": (_("Đăng xuất khỏi mọi máy"), _("Mọi phiên đăng nhập kết thúc ngay.")),
        "start_password": (
            _("Cấp mật khẩu khởi đầu"),
            _("Mật khẩu cũ và mọi phiên kết thúc; mật khẩu mới chỉ dùng để đặt mật khẩu riêng."),
        ),
    }


def _act_form(found: StaffRecord, act: str) -> Form:
    label, told = _acts()[act]
    return Form(
        title=label,
        subtitle=found.member.name,
        action=url_for(".account_act", person=found.member.id, act=act),
        button=label,
        back=url_for(".person", person=found.member.id),
        crumbs=person_crumbs(found),
        fields=[Field(name="reason", label=_("Lý do"), required=True)],
        notes=[told],
    )


def _without() -> tuple[StaffMember, ...]:
    with over_agencies().store.reading() as session:
        wanted = StaffFilter(active=True, account=HasAccount.NONE)
        return staff(session, viewer(), wanted, today())[:MOST_AT_ONCE]


def _suggested(people: tuple[StaffMember, ...]) -> dict[UUID, str]:
    with over_agencies().store.reading() as session:
        taken = set(usernames(session))
    found = {}
    for member in people:
        found[member.id] = suggested_username(member.name, taken)
        taken.add(found[member.id])
    return found


def _accounts_page(names: dict[UUID, str], refusal: Refusal | None = None) -> str:
    chosen = set(request.form.getlist("person")) | {request.args.get("person", "")}
    return render_template(
        "administration/accounts.html",
        lines=_without(),
        names=names,
        chosen=chosen,
        most=MOST_AT_ONCE,
        error="" if refusal is None else sentence(refusal),
    )


def _passwords_page(opened: tuple[StartPassword, ...]) -> Response:
    answer = make_response(
        render_template("administration/passwords.html", opened=opened, address=system().settings.base_url)
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
