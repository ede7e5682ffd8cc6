"""Signing in with a local account, and out."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from qms.accounts.commands import LONGEST, SignIn, TooManySignIns, sign_in, sign_out
from qms.demo_office.loading import DEMO_PASSWORD
from qms.settings import Environment
from web.auth.gate import SESSION_COOKIE, safe_next
from web.errors import sentence
from web.system import origin, system

blueprint = Blueprint("auth", __name__, template_folder="templates")
DEMO_ACCOUNTS = (
    ("thuky", "Thư ký ISO"),
    ("camtien", "Chuyên viên Phòng Kinh tế"),
    ("truongkt", "Trưởng Phòng Kinh tế"),
    ("phapche", "Pháp chế"),
    ("chanhvp", "Chánh Văn phòng"),
    ("quantri", "Quản trị hệ thống"),
)


@blueprint.get("/sign-in")
def sign_in_form() -> str:
    """The sign-in page."""
    return _page()


@blueprint.post("/sign-in", endpoint="sign_in")
def open_session() -> Response | tuple[str, int]:
    """Open a session and go where the person wanted to go."""
    store = system().store
    command = SignIn(
        username=request.form.get("username", "").replace("\0", ""),
        password=request.form.get("password", ""),
        origin=origin(),
    )
    try:
        signed_in = sign_in(store, command, system().machine_clock.now())
    except Refusal as refusal:
        status = 429 if isinstance(refusal, TooManySignIns) else 422
        return _page(refusal=sentence(refusal), username=command.username), status
    old = request.cookies.get(SESSION_COOKIE)
    if old:
        sign_out(store, old, origin(), system().machine_clock.now())
    response = redirect(safe_next(request.form.get("next", "")))
    response.set_cookie(
        SESSION_COOKIE,
        signed_in.token,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        secure=system().settings.secure_cookies,
        samesite="Lax",
    )
    return response


@blueprint.post("/sign-out", endpoint="sign_out")
def close_session() -> Response:
    """End the session of this browser."""
    sign_out(system().store, request.cookies.get(SESSION_COOKIE, ""), origin(), system().machine_clock.now())
    session.clear()
    flash(_("Bạn đã đăng xuất."), "success")
    response = redirect(url_for("auth.sign_in_form"))
    response.delete_cookie(SESSION_COOKIE)
    return response


def _page(*, refusal: str = "", username: str = "") -> str:
    demo = system().settings.environment is Environment.DEMO
    return render_template(
        "auth/sign_in.html",
        refusal=refusal,
        username=username or request.args.get("as", ""),
        next=request.values.get("next", ""),
        expired=request.args.get("expired", ""),
        demo_accounts=DEMO_ACCOUNTS if demo else (),
        demo_password=DEMO_PASSWORD if demo else "",
    )
