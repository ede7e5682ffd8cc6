"""The cookie of a signed-in browser."""

from __future__ import annotations

from typing import Final

from flask import redirect, request
from werkzeug.wrappers import Response

from qms.accounts.policy import limits_of
from qms.accounts.sessions import SignedIn, sign_out
from web.auth.addresses import safe_next
from web.system import origin, over_agencies

SESSION_COOKIE: Final = "quytrinh_session"


def token_of_request() -> str:
    """The token that the browser sent; empty for none."""
    return request.cookies.get(SESSION_COOKIE, "")


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
        SESSION_COOKIE,
        signed_in.token,
        max_age=int(limits_of(settings).longest.total_seconds()),
        httponly=True,
        secure=settings.secure_cookies,
        samesite="Lax",
    )
    return response


def drop_token(response: Response) -> Response:
    """Take it away again."""
    response.delete_cookie(SESSION_COOKIE)
    return response
