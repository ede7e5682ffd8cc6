"""Security headers of every answer: what a page may load, who may frame it, what may be kept of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from flask import Flask, Response, g, request

P = ParamSpec("P")
R = TypeVar("R")

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
LETTER_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox"
)
_FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ONE_YEAR: Final = "max-age=31536000"


def with_style_attributes(view: Callable[P, R]) -> Callable[P, R]:
    """Allow `style=` attributes on the answer of this view.

    Only for the process and decision-table designers: their library (min-dom) writes markup with style
    attributes. Style sheets and scripts stay limited to our own files there too.
    """

    @wraps(view)
    def allowing(*args: P.args, **kwargs: P.kwargs) -> R:
        g.style_attributes = True
        return view(*args, **kwargs)

    return allowing


def frame_for_letter(response: Response) -> Response:
    """A mail's HTML as its own page may frame it: no script, no picture, no address but its own styles."""
    response.headers["Content-Security-Policy"] = LETTER_POLICY
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def init_headers(app: Flask) -> None:
    """Put the headers on every answer of the application, refusals and files included."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    there = {name.lower() for name, _ in response.headers}
    wanted = {**_FIXED, "Content-Security-Policy": _policy()}
    if request.is_secure:
        wanted["Strict-Transport-Security"] = _ONE_YEAR
    if response.mimetype in {"text/html", "application/json"}:
        wanted["Cache-Control"] = "no-store"  # office computers are shared; pages name people
    for name, value in wanted.items():
        if name.lower() not in there:
            response.headers.add(name, value)
    return response


def _policy() -> str:
    if g.get("style_attributes", default=False):
        return f"{CONTENT_SECURITY_POLICY}; style-src-attr 'unsafe-inline'"
    return CONTENT_SECURITY_POLICY
