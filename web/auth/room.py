"""The blueprint of this room and what its pages share."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, make_response, render_template, request

from qms.accounts.keys import FactorCipher
from qms.bootstrap import System
from web.system import over_agencies

blueprint = Blueprint("auth", __name__, template_folder="templates")


def whole() -> System:
    """The system before the second wall: who somebody is, is asked over all agencies."""
    return over_agencies()


def machine_now() -> datetime:
    """The time of this machine, by which sign-in goes."""
    return over_agencies().machine_clock.now()


def cipher() -> FactorCipher:
    """Reads the secrets of second factors."""
    return FactorCipher(over_agencies().settings.secret_key)


def browser_name() -> str:
    """What the browser says it is."""
    return request.headers.get("User-Agent", "")


def page(template: str, status: int = 200, **shown: object) -> Response:
    """A page that no other site learns the address of."""
    response = make_response(render_template(f"auth/{template}", **shown), status)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response
