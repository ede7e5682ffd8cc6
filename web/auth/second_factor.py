"""The second factor: its code at sign-in, setting it up, recovery codes, taking it away."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

import segno
from flask import flash, redirect, request, url_for
from flask_babel import gettext as _

from engine.domain.errors import Refusal
from qms.accounts.second_factors import (
    FactorToConfirm,
    ShowCode,
    begin_factor,
    confirm_factor,
    factor_state,
    factor_to_confirm,
    remove_factor,
    renew_codes,
    show_code,
)
from qms.accounts.standing import Standing, roles_of
from web.auth.addresses import safe_next
from web.auth.cookies import entered, keep_token, token_of_request
from web.auth.gate import known_browser, standing_now
from web.auth.room import blueprint, cipher, machine_now, page, whole
from web.auth.views import status_of_refused
from web.errors import sentence
from web.system import origin, today

if TYPE_CHECKING:
    from flask import Response as Page
    from werkzeug.wrappers import Response


@blueprint.get("/sign-in/code")
def code_form() -> Response:
    """The page that asks for the code of the authenticator."""
    if standing_now() is not Standing.CODE:
        return redirect(url_for("inbox.inbox"))
    return page("code.html", next=request.args.get("next", ""), refusal="")


@blueprint.post("/sign-in/code", endpoint="show_code")
def take_code() -> Response:
    """Take the code and go where the person wanted to go."""
    if standing_now() is not Standing.CODE:
        return redirect(url_for("inbox.inbox"))
    target = request.form.get("next", "")
    try:
        signed_in = show_code(whole().store, _typed(), cipher(), machine_now())
    except Refusal as refusal:
        return page("code.html", status_of_refused(refusal), next=target, refusal=sentence(refusal))
    return entered(signed_in, target)


@blueprint.get("/account/second-factor", endpoint="factor")
def factor_page() -> Page:
    """How it stands with the second factor, and the next step."""
    return _factor_page()


@blueprint.post("/account/second-factor/beginning", endpoint="begin_factor")
def begin() -> Response:
    """Make a secret and show it."""
    begin_factor(whole().store, known_browser().person, cipher(), machine_now())
    return redirect(url_for("auth.factor", next=request.form.get("next") or None))


@blueprint.post("/account/second-factor/confirmation", endpoint="confirm_factor")
def confirm() -> Response:
    """Take the first code; the recovery codes are shown on this answer and never again."""
    try:
        confirmed = confirm_factor(whole().store, _typed(), cipher(), machine_now())
    except Refusal as refusal:
        return _factor_page(sentence(refusal), status_of_refused(refusal))
    target = safe_next(request.form.get("next", ""))
    answer = page("recovery_codes.html", codes=confirmed.codes, next=target, first=True)
    return keep_token(answer, confirmed.signed_in)


@blueprint.post("/account/second-factor/codes", endpoint="renew_codes")
def renew() -> Response:
    """Ten fresh recovery codes for a code of the authenticator."""
    try:
        codes = renew_codes(whole().store, _typed(), cipher(), machine_now())
    except Refusal as refusal:
        return _factor_page(sentence(refusal), status_of_refused(refusal))
    return page("recovery_codes.html", codes=codes, next="", first=False)


@blueprint.post("/account/second-factor/removal", endpoint="remove_factor")
def remove() -> Response:
    """Take the second factor away where the role allows it."""
    try:
        remove_factor(whole().store, _typed(), cipher(), machine_now(), obligatory=_obligatory())
    except Refusal as refusal:
        return _factor_page(sentence(refusal), status_of_refused(refusal))
    flash(_("Đã gỡ bỏ xác thực hai lớp."), "success")
    return redirect(url_for("auth.factor"))


def _typed() -> ShowCode:
    return ShowCode(
        person=known_browser().person,
        token=token_of_request(),
        code=request.form.get("code", ""),
        origin=origin(),
    )


def _obligatory() -> bool:
    with whole().store.reading() as session:
        viewer = whole().surroundings.directory.viewer(session, known_browser().person, today())
    obliging = whole().settings.second_factor_roles
    return viewer is not None and not roles_of(viewer).isdisjoint(obliging)


def _factor_page(refusal: str = "", status: int = 200) -> Page:
    with whole().store.reading() as session:
        state = factor_state(session, known_browser().person)
        waiting = factor_to_confirm(session, known_browser().person, cipher())
    return page(
        "second_factor.html",
        status,
        state=state,
        waiting=waiting,
        picture=_picture(waiting) if waiting else "",
        must=standing_now() is Standing.FACTOR,
        obligatory=_obligatory(),
        refusal=refusal,
        next=request.values.get("next", ""),
    )


def _picture(waiting: FactorToConfirm) -> str:
    """The QR code as an image within the page: no second request carries the secret."""
    drawn = BytesIO()
    segno.make(waiting.address, error="m").save(drawn, kind="svg", scale=5, border=4, light="#fff")
    return f"data:image/svg+xml;base64,{b64encode(drawn.getvalue()).decode()}"
