"""The gate before every page: who is asking, and where to sign in when nobody is."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, g, redirect, request, url_for
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from qms.accounts.commands import KnownBrowser, note_presence, recognise
from qms.organisation.queries import officer
from web.auth.expiry import TASK_FORMS, keep_what_was_typed
from web.auth.resending import page_to_send_again
from web.system import now, system

SESSION_COOKIE: Final = "quytrinh_session"
PUBLIC: Final = frozenset(
    {"static", "auth.sign_in", "auth.sign_in_form", "deadline_calendar.feed", "health.health"}
)


def init_gate(app: Flask) -> None:
    """Ask every request for its person before its view runs."""
    app.before_request(_admit)


def safe_next(target: str) -> str:
    """`target` if it leads to a page of this site, else the inbox: no open redirect."""
    parts = urlsplit(target)
    inside = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.netloc
    return target if inside and "\\" not in target and target.isprintable() else url_for("inbox.inbox")


def _admit() -> Response | None:
    g.viewer = None
    g.officer = None
    if request.endpoint in {"static", "health.health"}:
        return None
    token = request.cookies.get(SESSION_COOKIE, "")
    browser = _recognised(token) if token else None
    if g.viewer is not None and browser is not None and browser.to_note:
        note_presence(system().store, token, system().machine_clock.now())
    if g.viewer is not None or request.endpoint in PUBLIC:
        return None
    kept = browser is not None and keep_what_was_typed(browser.person)
    asked_by_task = request.endpoint in TASK_FORMS
    if browser is not None and not asked_by_task and (again := page_to_send_again()) is not None:
        return again
    target = request.full_path.rstrip("?") if request.method == "GET" else request.form.get("page", "/")
    return redirect(url_for("auth.sign_in_form", next=target, expired=_expired(browser, kept=kept)))


def _expired(browser: KnownBrowser | None, *, kept: bool) -> str | None:
    if browser is None:
        return None
    return "kept" if kept else "1"


def _recognised(token: str) -> KnownBrowser | None:
    """Whose browser it is; while the sign-in holds, its person may look and act."""
    with system().store.reading() as session:
        browser = recognise(session, token, system().machine_clock.now())
        if browser is not None and browser.valid:
            g.viewer = system().surroundings.directory.viewer(session, browser.person, local_day(now()))
            g.officer = officer(session, browser.person)
    return browser
