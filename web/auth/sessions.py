"""Where somebody is signed in, and signing out from afar."""

from __future__ import annotations

from uuid import UUID

from flask import Response as Page
from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from qms.accounts.policy import limits_of
from qms.accounts.sessions import EndSession, end_session, open_browsers
from web.auth.browser_names import browser_in_words
from web.auth.gate import known_browser
from web.auth.room import blueprint, machine_now, page, whole
from web.system import origin


@blueprint.get("/account/sessions", endpoint="sessions")
def sessions_page() -> Page:
    """The person's signed-in browsers."""
    here = known_browser()
    limits = limits_of(whole().settings)
    with whole().store.reading() as session:
        browsers = open_browsers(session, here.person, machine_now(), limits)
    return page(
        "sessions.html",
        browsers=browsers,
        here=here.id,
        in_words=browser_in_words,
        method_names={"local": _("Mật khẩu"), "ldap": _("Tài khoản chung của cơ quan")},
        idle_minutes=int(limits.idle.total_seconds() // 60),
        longest_hours=int(limits.longest.total_seconds() // 3600),
    )


@blueprint.post("/account/sessions/<uuid:chosen>/end", endpoint="end_session")
def end_one(chosen: UUID) -> Response:
    """Sign one browser out; raises SessionNotFound."""
    return _end(chosen)


@blueprint.post("/account/sessions/end", endpoint="end_others")
def end_others() -> Response:
    """Sign all out but this one."""
    return _end(None)


def _end(chosen: UUID | None) -> Response:
    here = known_browser()
    command = EndSession(person=here.person, origin=origin(), chosen=chosen, here=here.id)
    ended = end_session(whole().store, command, machine_now())
    flash(
        ngettext("Đã kết thúc %(num)s phiên đăng nhập.", "Đã kết thúc %(num)s phiên đăng nhập.", ended),
        "success",
    )
    return redirect(url_for("auth.sessions"))
