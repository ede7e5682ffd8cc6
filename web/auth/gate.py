"""The gate before every page: who is asking, and where to sign in when nobody is."""

from __future__ import annotations

from typing import Final, cast

from flask import Flask, g, redirect, request, url_for
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from qms.accounts.admission import arrival
from qms.accounts.policy import limits_of
from qms.accounts.sessions import KnownBrowser, note_presence
from qms.accounts.standing import Standing, roles_of, standing
from web.auth.addresses import safe_next
from web.auth.cookies import SESSION_COOKIE, token_of_request
from web.auth.expiry import TASK_FORMS, keep_what_was_typed
from web.auth.programs import admit_program, is_program, without_cookies
from web.auth.resending import page_to_send_again
from web.auth.room import blueprint
from web.system import now, over_agencies

__all__ = ["SESSION_COOKIE", "init_gate", "known_browser", "safe_next"]
PUBLIC: Final = frozenset(
    {
        "static",
        "auth.sign_in",
        "auth.sign_in_form",
        "auth.forgotten_form",
        "auth.ask_for_link",
        "auth.link_form",
        "auth.choose_by_link",
        "auth.openid_begin",
        "auth.openid_callback",
        "auth.openid_farewell",
        "deadline_calendar.feed",
        "health.health",
    }
)
PAGE_OF: Final = {
    Standing.CODE: "auth.code_form",
    Standing.PASSWORD: "auth.password_form",
    Standing.FACTOR: "auth.factor",
}
"""Where each standing leads, until it is done."""
OPEN_TO: Final = {
    Standing.CODE: frozenset({"auth.show_code"}),
    Standing.PASSWORD: frozenset({"auth.change_password"}),
    Standing.FACTOR: frozenset({"auth.begin_factor", "auth.confirm_factor"}),
}
"""What else opens before it is done; signing out always does."""
SIGN_OUT: Final = "auth.sign_out"


def init_gate(app: Flask) -> None:
    """Ask every request for its person before its view runs."""
    app.before_request(_admit)
    app.after_request(without_cookies)


def known_browser() -> KnownBrowser:
    """The browser behind this request, also where something still stands between it and the work."""
    return cast("KnownBrowser", g.browser)


def standing_now() -> Standing:
    """What still stands between the person and the work."""
    return cast("Standing", g.standing)


def _admit() -> Response | None:
    g.viewer = None
    g.officer = None
    g.browser = None
    if request.endpoint in {"static", "health.health"}:
        return None
    if is_program():
        return admit_program()
    token = token_of_request()
    browser = _recognised(token) if token else None
    if browser is not None and browser.valid and browser.to_note:
        system = over_agencies()
        note_presence(system.store, token, system.machine_clock.now(), limits_of(system.settings))
    if g.viewer is not None or request.endpoint in PUBLIC:
        return None
    if g.browser is not None:
        return _unfinished(g.standing)
    kept = browser is not None and keep_what_was_typed(browser)
    asked_by_task = request.endpoint in TASK_FORMS
    # What is typed into the pages of this room is secret: no page repeats it.
    repeatable = browser is not None and not asked_by_task and request.blueprint != blueprint.name
    if repeatable and (again := page_to_send_again()) is not None:
        return again
    return redirect(url_for("auth.sign_in_form", next=_wanted("page"), expired=_expired(browser, kept=kept)))


def _unfinished(left: Standing) -> Response | None:
    """Whoever still has something to do before the work is led there and nowhere else."""
    if request.endpoint in OPEN_TO[left] | {PAGE_OF[left], SIGN_OUT}:
        return None
    return redirect(url_for(PAGE_OF[left], next=_wanted("next")))


def _wanted(field: str) -> str:
    """The address that was asked for; a form says to which page it belongs."""
    return request.full_path.rstrip("?") if request.method == "GET" else request.form.get(field, "/")


def _expired(browser: KnownBrowser | None, *, kept: bool) -> str | None:
    if browser is None:
        return None
    return "kept" if kept else "1"


def _recognised(token: str) -> KnownBrowser | None:
    """Whose browser it is; while the sign-in holds and is whole, its person may look and act."""
    system = over_agencies()
    with system.store.reading() as session:
        found = arrival(
            session,
            system.surroundings.directory,
            token,
            system.machine_clock.now(),
            local_day(now()),
            limits_of(system.settings),
        )
    if found is None or found.viewer is None:
        return found.browser if found else None
    g.browser = found.browser
    g.standing = standing(found.browser, roles_of(found.viewer), system.settings.second_factor_roles)
    if g.standing is Standing.FREE:
        g.viewer, g.officer = found.viewer, found.officer
    return found.browser
