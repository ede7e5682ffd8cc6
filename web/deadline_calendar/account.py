"""The page on which an officer makes the private calendar address, sees it once, and revokes it."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from qms.calendar_feeds.commands import MakeFeed, RevokeFeed, feed_state, make_feed, revoke_feed
from web.deadline_calendar.room import blueprint
from web.system import now, origin, reading, system, viewer
from web.translation import LANGUAGES, language_of_request


@blueprint.get("/account/calendar", endpoint="account")
def account_page() -> str:
    """Whether there is an address, since when, and when it was last read."""
    return _page()


@blueprint.post("/account/calendar", endpoint="make")
def make() -> str:
    """Make an address and show it: this page alone ever does."""
    token = make_feed(system().store, MakeFeed(viewer=viewer(), origin=origin()), now())
    language = language_of_request()
    path = url_for(".feed", token=token, lang=None if language == LANGUAGES[0] else language)
    return _page(f"{system().settings.base_url.rstrip('/')}{path}")


@blueprint.post("/account/calendar/revocation", endpoint="revoke")
def revoke() -> Response:
    """Close the address."""
    if revoke_feed(system().store, RevokeFeed(viewer=viewer(), origin=origin()), now()):
        flash(_("Đã thu hồi địa chỉ lịch; từ giờ không ai đọc được lịch qua địa chỉ đó."), "success")
    return redirect(url_for(".account"))


def _page(address: str = "") -> str:
    with reading() as session:
        state = feed_state(session, viewer().person)
    return render_template(
        "deadline_calendar/account.html",
        state=state,
        address=address,
        program_address=address.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1),
    )
