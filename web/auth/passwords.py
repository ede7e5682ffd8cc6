"""Changing a password, and choosing a new one from behind a link that came by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _

from engine.domain.errors import Refusal
from qms.accounts.password_changes import ChangePassword, change_password
from qms.accounts.password_resets import (
    AskForLink,
    ChooseByLink,
    LinkUseless,
    ask_for_link,
    choose_by_link,
    link_holds,
)
from qms.accounts.policy import rules_of
from qms.accounts.signing_in import LONGEST_NAME
from web.auth.addresses import safe_next
from web.auth.cookies import keep_token, token_of_request
from web.auth.gate import known_browser
from web.auth.room import blueprint, machine_now, page, whole
from web.auth.views import status_of_refused
from web.errors import sentence
from web.system import now, origin

if TYPE_CHECKING:
    from flask import Response as Page
    from werkzeug.wrappers import Response


@blueprint.get("/account/password", endpoint="password_form")
def password_form() -> Page:
    """The form for a new password."""
    return _password_page()


@blueprint.post("/account/password", endpoint="change_password")
def change() -> Response:
    """Take the new password; every other browser of the person is signed out."""
    command = ChangePassword(
        person=known_browser().person,
        token=token_of_request(),
        old=request.form.get("password", ""),
        new=request.form.get("new_password", ""),
        repeated=request.form.get("repeated_password", ""),
        origin=origin(),
    )
    try:
        signed_in = change_password(whole().store, command, machine_now(), rules_of(whole().settings))
    except Refusal as refusal:
        return _password_page(sentence(refusal), status_of_refused(refusal))
    flash(_("Đã đổi mật khẩu; các trình duyệt khác của bạn đã được đăng xuất."), "success")
    return keep_token(redirect(safe_next(request.form.get("next", ""))), signed_in)


@blueprint.get("/password/forgotten", endpoint="forgotten_form")
def forgotten() -> Page:
    """The form that asks for a link."""
    return page("forgotten.html", asked=False)


@blueprint.post("/password/forgotten", endpoint="ask_for_link")
def ask() -> Page:
    """Whoever is named, the answer is the same."""
    system = whole()
    command = AskForLink(
        name=request.form.get("name", "")[:LONGEST_NAME],
        origin=origin(),
        page=system.settings.base_url + url_for("auth.link_form"),
        secret_key=system.settings.secret_key,
    )
    ask_for_link(system.store, command, machine_now(), office_now=now())
    return page("forgotten.html", asked=True)


@blueprint.get("/password/choice", endpoint="link_form")
def choice() -> Page:
    """The form behind the link; looking at it uses nothing up."""
    return _choice_page(request.args.get("token", ""))


@blueprint.post("/password/choice", endpoint="choose_by_link")
def choose() -> Response:
    """Take the new password; the person signs in with it next."""
    command = ChooseByLink(
        token=request.form.get("token", ""),
        new=request.form.get("new_password", ""),
        repeated=request.form.get("repeated_password", ""),
        origin=origin(),
    )
    try:
        choose_by_link(
            whole().store, command, machine_now(), office_now=now(), rules=rules_of(whole().settings)
        )
    except LinkUseless:
        return _choice_page(command.token)
    except Refusal as refusal:
        return _choice_page(command.token, sentence(refusal))
    flash(_("Đã đặt mật khẩu mới. Xin đăng nhập bằng mật khẩu mới."), "success")
    return redirect(url_for("auth.sign_in_form"))


def _password_page(refusal: str = "", status: int = 200) -> Page:
    return page(
        "password.html",
        status,
        refusal=refusal,
        must=known_browser().must_change_password,
        next=request.values.get("next", ""),
    )


def _choice_page(token: str, refusal: str = "") -> Page:
    with whole().store.reading() as session:
        holds = link_holds(session, token, machine_now())
    status = 422 if refusal or not holds else 200
    return page("choice.html", status, token=token, holds=holds, refusal=refusal)
