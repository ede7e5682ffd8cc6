"""The cookies of a browser: of its sign-in, and of those who signed in there before."""

from __future__ import annotations

from typing import Final

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from qms.accounts.known_browsers import mark_known, with_mark
from qms.accounts.policy import limits_of
from qms.accounts.sessions import SignedIn, sign_out
from web.auth.addresses import safe_next
from web.system import origin, over_agencies

SESSION_COOKIE: Final = "quytrinh_session"
PAGE_COOKIE: Final = "quytrinh_page"
"""What pages keep in the browser: the CSRF field, messages, sign-ins on their way."""
KNOWN_COOKIE: Final = "quytrinh_known"
_ONE_YEAR: Final = 365 * 24 * 3600


def cookie_name(name: str, *, secure: bool) -> str:
    """The name as browsers guard it over https: no other host of the domain can plant a cookie under it."""
    return f"__Host-{name}" if secure else name


def _session_cookie() -> str:
    return cookie_name(SESSION_COOKIE, secure=over_agencies().settings.secure_cookies)


def token_of_request() -> str:
    """The token that the browser sent; empty for none."""
    return request.cookies.get(_session_cookie(), "")


def entered(signed_in: SignedIn, target: str) -> Response:
    """Whoever has just signed in goes on to `target`; what the browser was signed in with before ends."""
    old = token_of_request()
    if old:
        sign_out(over_agencies().store, old, origin(), over_agencies().machine_clock.now())
    return keep_token(redirect(safe_next(target)), signed_in)


def keep_token(response: Response, signed_in: SignedIn) -> Response:
    """Give the browser the token of its session."""
    settings = over_agencies().settings
    response.set_cookie(
        _session_cookie(),
        signed_in.token,
        max_age=int(limits_of(settings).longest.total_seconds()),
        httponly=True,
        secure=settings.secure_cookies,
        samesite="Lax",
    )
    return response


def drop_token(response: Response) -> Response:
    """Take it away again."""
    secure = over_agencies().settings.secure_cookies
    response.delete_cookie(_session_cookie(), secure=secure, httponly=True, samesite="Lax")
    return response


def mark_of_request(username: str) -> str:
    """The mark by which this browser shows that the name signed in here before; empty for none."""
    return mark_known(over_agencies().settings.secret_key, request.cookies.get(KNOWN_COOKIE, ""), username)


def keep_mark(response: Response, username: str) -> Response:
    """Let the browser be known for the name; only the sign-in page is sent the mark."""
    settings = over_agencies().settings
    response.set_cookie(
        KNOWN_COOKIE,
        with_mark(settings.secret_key, request.cookies.get(KNOWN_COOKIE, ""), username),
        max_age=_ONE_YEAR,
        path=url_for("auth.sign_in"),
        httponly=True,
        secure=settings.secure_cookies,
        samesite="Strict",
    )
    return response
