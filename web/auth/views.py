"""Signing in with a local account, and out."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from qms.accounts.sessions import sign_out
from qms.accounts.signing_in import LONGEST_NAME, SignIn
from qms.accounts.throttling import TooManySignIns
from qms.demo_office.loading import DEMO_PASSWORD
from qms.settings import Environment
from web.auth.cookies import drop_token, entered, keep_mark, mark_of_request, token_of_request
from web.auth.directories import sign_in_by_password
from web.auth.providers import left_provider, provider_buttons
from web.auth.room import blueprint, browser_name, machine_now, whole
from web.errors import sentence
from web.system import origin

DEMO_ACCOUNTS = (
    ("thuky", "Thư ký ISO"),
    ("camtien", "Chuyên viên Phòng Kinh tế"),
    ("truongkt", "Trưởng Phòng Kinh tế"),
    ("phapche", "Pháp chế"),
    ("chanhvp", "Chánh Văn phòng"),
    ("quantri", "Quản trị hệ thống"),
    ("quantriso", "Quản trị Sở KH&CN"),
)


@blueprint.get("/sign-in")
def sign_in_form() -> str:
    """The sign-in page."""
    return _page()


@blueprint.post("/sign-in", endpoint="sign_in")
def open_session() -> Response | tuple[str, int]:
    """Open a session and go where the person wanted to go."""
    username = request.form.get("username", "")[:LONGEST_NAME]
    command = SignIn(
        username=username,
        password=request.form.get("password", ""),
        origin=origin(),
        browser=browser_name(),
        known=mark_of_request(username),
    )
    try:
        signed_in = sign_in_by_password(command)
    except Refusal as refusal:
        return _page(refusal=sentence(refusal), username=command.username), status_of_refused(refusal)
    return keep_mark(entered(signed_in, request.form.get("next", "")), username)


@blueprint.post("/sign-out", endpoint="sign_out")
def close_session() -> Response:
    """End the session of this browser."""
    left = left_provider() or None
    sign_out(whole().store, token_of_request(), origin(), machine_now())
    session.clear()
    flash(_("Bạn đã đăng xuất."), "success")
    return drop_token(redirect(url_for("auth.sign_in_form", left=left)))


def status_of_refused(refusal: Refusal) -> int:
    """How a page of this room answers what was refused: 429 where the next try has to wait."""
    return 429 if isinstance(refusal, TooManySignIns) else 422


def _page(*, refusal: str = "", username: str = "") -> str:
    demo = whole().settings.environment is Environment.DEMO
    return render_template(
        "auth/sign_in.html",
        refusal=refusal,
        username=username or request.args.get("as", ""),
        next=request.values.get("next", ""),
        expired=request.args.get("expired", ""),
        providers=provider_buttons(),
        left=request.args.get("left", ""),
        demo_accounts=DEMO_ACCOUNTS if demo else (),
        demo_password=DEMO_PASSWORD if demo else "",
    )
