"""The page on which a person says how to be told, and an administrator when the agency's mails rest."""

from __future__ import annotations

from datetime import time

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.authority import Power, may
from engine.domain.delivery import DIGEST_AT, Delivery, MailTimes
from engine.domain.errors import Invalid
from qms.mail_preferences.commands import ChooseDelivery, SetMailHours, choose_delivery, set_mail_hours
from qms.mail_preferences.hours import read_hour
from qms.mail_preferences.queries import delivery_of, times_of
from web.errors import sentence, status_of
from web.mails.room import blueprint
from web.system import now, officer, origin, reading, system, viewer

FIELDS = ("quiet_from", "quiet_until", "digest_at")


@blueprint.get("/receiving", endpoint="receiving")
def page() -> str:
    """How the viewer is told now; nothing is changed by coming here from a mail."""
    return _page()


@blueprint.post("/receiving", endpoint="choose")
def choose() -> Response | tuple[str, int]:
    """Keep the viewer's choice."""
    command = ChooseDelivery(viewer=viewer(), origin=origin(), delivery=request.form.get("delivery", ""))
    try:
        choose_delivery(system().store, command, now())
    except Invalid as refusal:
        return _page(delivery_error=sentence(refusal)), status_of(refusal)
    flash(_("Đã lưu cách nhận thư của bạn."), "success")
    return redirect(url_for(".receiving"))


@blueprint.post("/receiving/hours", endpoint="set_hours")
def set_hours() -> Response | tuple[str, int]:
    """Keep the hours of the agency's mails."""
    try:
        quiet_from, quiet_until, digest_at = (read_hour(request.form.get(name, "")) for name in FIELDS)
        times = MailTimes(quiet_from=quiet_from, quiet_until=quiet_until, digest_at=digest_at or DIGEST_AT)
        set_mail_hours(system().store, SetMailHours(viewer=viewer(), origin=origin(), times=times), now())
    except Invalid as refusal:
        typed = {name: request.form.get(name, "") for name in FIELDS}
        return _page(hours_error=sentence(refusal), typed=typed), status_of(refusal)
    flash(_("Đã lưu giờ gửi thư của cơ quan."), "success")
    return redirect(url_for(".receiving"))


def _page(*, delivery_error: str = "", hours_error: str = "", typed: dict[str, str] | None = None) -> str:
    with reading() as session:
        chosen = delivery_of(session, viewer().person)
        times = times_of(session, viewer().agency)
    return render_template(
        "mails/receiving.html",
        chosen=chosen,
        choices=_choices(times),
        address=officer().email,
        quiet=_quiet(times),
        may_set_hours=may(viewer(), Power.SET_MAIL_HOURS),
        hours=typed
        or {
            "quiet_from": _clock(times.quiet_from),
            "quiet_until": _clock(times.quiet_until),
            "digest_at": _clock(times.digest_at),
        },
        delivery_error=delivery_error,
        hours_error=hours_error,
    )


def _choices(times: MailTimes) -> tuple[tuple[Delivery, str, str], ...]:
    """Each way of being told with its name and what it means."""
    digest = _clock(times.digest_at)
    return (
        (
            Delivery.IMMEDIATELY,
            _("Gửi ngay"),
            _("Mỗi việc mới, mỗi lần nhắc được báo trong khoảng một phút."),
        ),
        (
            Delivery.DIGEST,
            _("Gộp mỗi ngày một thư"),
            _("Mọi thông báo trong ngày được gộp vào một thư lúc %(clock)s.", clock=digest),
        ),
        (Delivery.NONE, _("Không nhận thư"), _("Việc mới và nhắc việc chỉ hiện trong hộp việc.")),
    )


def _quiet(times: MailTimes) -> str:
    if times.quiet_from is None or times.quiet_until is None:
        return ""
    return str(
        _(
            "Cơ quan không gửi thư từ %(start)s đến %(end)s; thư trong lúc đó được gửi khi hết giờ nghỉ.",
            start=_clock(times.quiet_from),
            end=_clock(times.quiet_until),
        )
    )


def _clock(hour: time | None) -> str:
    return f"{hour:%H:%M}" if hour is not None else ""
