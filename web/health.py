"""Whether web, worker and timers are well: for machines at /health, for administrators as a page."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, jsonify, render_template
from flask_babel import gettext as _

from engine.domain.authority import Power, may
from engine.domain.errors import Forbidden
from engine.domain.states import MailState
from engine.queries.health import TimerHealth, last_beat, timer_health, worker_alive, workers_seen
from engine.queries.mails import mail_lines
from engine.store.session import StoreUnreachable
from web.system import reading, system, viewer

blueprint = Blueprint("health", __name__)
BAR: Final = 200
"""Length of the longest bar of the histogram."""


class HealthNotYours(Forbidden):
    """The state of the system is for its administrators."""

    def __init__(self) -> None:
        super().__init__(
            vi="Trang tình trạng hệ thống dành cho người quản trị.",
            en="The state of the system is for administrators.",
        )


@blueprint.get("/health")
def health() -> tuple[Response, int]:
    """200 while the database answers; says besides whether a worker went round and timers fire in time."""
    try:
        alive, timers = _looked_at()
    except StoreUnreachable:
        return jsonify(database="down"), 503
    return (
        jsonify(
            database="up",
            worker="up" if alive else "down",
            timers="up" if timers.well else "late",
            timer_lateness=timers.figures(),
        ),
        200,
    )


@blueprint.get("/system")
def page() -> str:
    """The same for people, with what to do about it; raises HealthNotYours."""
    if not may(viewer(), Power.READ_HEALTH):
        raise HealthNotYours
    alive, timers = _looked_at()
    with reading() as session:
        seen = last_beat(session)
        workers = workers_seen(session, system().machine_clock.now())
        _lines, failed_mails = mail_lines(session, viewer(), state=MailState.FAILED, limit=1)
    most = max((band.fired for band in timers.histogram), default=0)
    return render_template(
        "health.html",
        alive=alive,
        seen=seen,
        timers=timers,
        workers=workers,
        failed_mails=failed_mails,
        bands=tuple(
            (_band_name(band.up_to_ms), band.fired, round(BAR * band.fired / most) if most else 0)
            for band in timers.histogram
        ),
        bar=BAR,
        overdue_minutes=system().settings.timer_overdue_minutes,
    )


def _band_name(up_to_ms: int | None) -> str:
    """How late the timers of a band fired; the last band is open."""
    names = {
        1_000: _("đến 1 giây"),
        5_000: _("đến 5 giây"),
        30_000: _("đến 30 giây"),
        60_000: _("đến 1 phút"),
        300_000: _("đến 5 phút"),
        900_000: _("đến 15 phút"),
        3_600_000: _("đến 1 giờ"),
        86_400_000: _("đến 1 ngày"),
    }
    return str(_("hơn 1 ngày") if up_to_ms is None else names[up_to_ms])


def _looked_at() -> tuple[bool, TimerHealth]:
    running = system()
    machine_now = running.machine_clock.now()
    with reading() as session:
        return worker_alive(session, machine_now), timer_health(
            session,
            running.clock.now(),
            machine_now=machine_now,
            overdue_after=running.settings.timer_overdue_after,
        )
