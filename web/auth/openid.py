"""Signing in at an OpenID provider: off to it, back from it, and out there, too."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from flask import current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response

from engine.domain.errors import Refusal
from qms.accounts.linking import OPENID, Arrived, admit, note_refusal
from qms.accounts.outside_refusals import (
    AnswerRefused,
    NobodyHere,
    ProviderUnknown,
    ProviderUnreachable,
    SignInCancelled,
)
from web.auth.cookies import entered
from web.auth.room import blueprint, browser_name, machine_now, page, whole
from web.errors import sentence
from web.system import origin, today

if TYPE_CHECKING:
    from qms.accounts.openid import Begun, OpenIdProvider

_KEY: Final = "quytrinh_openid"
_BEGUN: Final = "openid"
"""Where the page cookie, signed and not readable by scripts, keeps sign-ins on their way."""
_AT_ONCE: Final = 3
"""Tabs of one browser that may be on their way at the same time."""


@blueprint.get("/sign-in/openid/<code>")
def openid_begin(code: str) -> Response:
    """Send the browser to the provider; it takes along what only this browser can bring back."""
    provider = _provider(code)
    now = machine_now()
    try:
        begun = provider.begin(redirect_uri=_callback(code), now=now)
    except ProviderUnreachable as refusal:
        return _refused(code, refusal, refusal.why)
    _keep(code, begun, request.args.get("next", ""))
    return redirect(begun.address)


@blueprint.get("/sign-in/openid/<code>/callback")
def openid_callback(code: str) -> Response:
    """Take the browser back, and open a session for whom the provider recognised."""
    provider = _provider(code)
    now = machine_now()
    try:
        begun, target = _taken(code, request.args.get("state", ""))
        answer = request.args.to_dict()
        arrival = provider.finish(begun, answer, redirect_uri=_callback(code), now=now)
        arrived = Arrived(
            vouching=provider.settings.vouching,
            kind=OPENID,
            arrival=arrival,
            origin=origin(),
            browser=browser_name(),
            method=code,
        )
        signed_in = admit(whole().store, arrived, now, today())
    except NobodyHere as refusal:
        return _not_signed_in(refusal, 403)
    except (AnswerRefused, SignInCancelled, ProviderUnreachable) as refusal:
        return _refused(code, refusal, refusal.why)
    return entered(signed_in, target)


@blueprint.get("/sign-out/openid/<code>")
def openid_farewell(code: str) -> Response:
    """Send a browser that has signed out here to the provider, to sign out there as well."""
    provider = _provider(code)
    back_to = whole().settings.base_url + url_for("auth.sign_in_form")
    try:
        address = provider.farewell(back_to=back_to, now=machine_now())
    except ProviderUnreachable as refusal:
        return _refused(code, refusal, refusal.why)
    return redirect(address or back_to)


def _provider(code: str) -> OpenIdProvider:
    known: dict[str, OpenIdProvider] = current_app.extensions.setdefault(_KEY, {})
    if code not in known:
        for settings in whole().identity.openid:
            if settings.vouching.code == code:
                # Half a second of imports that offices without a provider do not pay for.
                from qms.accounts.openid import OpenIdProvider  # noqa: PLC0415

                known[code] = OpenIdProvider(settings)
                break
        else:
            raise ProviderUnknown(code)
    return known[code]


def _callback(code: str) -> str:
    # From the settings, not from the request: a forged Host must not choose where codes are sent.
    return whole().settings.base_url + url_for("auth.openid_callback", code=code)


def _keep(code: str, begun: Begun, target: str) -> None:
    before = session.get(_BEGUN, {})
    newest = dict(list(before.items())[-(_AT_ONCE - 1) :])
    newest[begun.state] = {
        "code": code,
        "nonce": begun.nonce,
        "verifier": begun.verifier,
        "at": int(begun.at.timestamp()),
        "next": target[:500],
    }
    session[_BEGUN] = newest


def _taken(code: str, state: str) -> tuple[Begun, str]:
    """What this browser began under that state, once; raises AnswerRefused for what it did not begin."""
    from qms.accounts.openid import Begun  # noqa: PLC0415 - as above

    kept: dict[str, dict[str, Any]] = session.get(_BEGUN, {})
    found = kept.get(state)
    if found is None or found["code"] != code:
        raise AnswerRefused("state")
    session[_BEGUN] = {other: begun for other, begun in kept.items() if other != state}
    begun = Begun(
        address="",
        state=state,
        nonce=found["nonce"],
        verifier=found["verifier"],
        at=datetime.fromtimestamp(found["at"], UTC),
    )
    return begun, found["next"]


def _refused(code: str, refusal: Refusal, why: str) -> Response:
    note_refusal(whole().store, code, refusal, why, origin=origin(), now=machine_now())
    return _not_signed_in(refusal, 503 if isinstance(refusal, ProviderUnreachable) else 403)


def _not_signed_in(refusal: Refusal, status: int) -> Response:
    return page("provider_refused.html", status, refusal=sentence(refusal))
