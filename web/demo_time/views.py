"""The demo's clock: its present moment, where it is sent, and what happened on the way."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from engine.domain.deadline import add_months
from engine.domain.errors import Invalid
from engine.domain.forms.entries import EntryRefused, read_date
from engine.domain.local_time import OFFICE_ZONE
from engine.queries.health import worker_alive
from engine.queries.instances import instance_lines
from engine.queries.mails import mail_lines, sent_since
from qms.demo_time.commands import head_for, journey
from web.errors import sentence
from web.system import now, reading, system, today, viewer

blueprint = Blueprint("demo_time", __name__, url_prefix="/demo-time", template_folder="templates")
OPENING: Final = time(8)
SHOWN: Final = 20
_DAYS: Final = {"1-day": 1, "1-week": 7}
_MONTHS: Final = {"1-month": 1, "3-months": 3}


@blueprint.get("/")
def page() -> str:
    """The clock with its buttons, or the journey under way, and the latest that happened."""
    return _page()


@blueprint.get("/progress")
def progress() -> Response:
    """What the open page asks every 2 s on a journey; on arrival the browser loads the page anew."""
    if journey(system().store).heading_for is None:
        arrived = Response(status=204)
        arrived.headers["HX-Refresh"] = "true"
        return arrived
    return make_response(render_template("demo_time/progress.html", **_journey()))


@blueprint.post("/", endpoint="move")
def send_clock() -> AnyResponse | tuple[str, int]:
    """Send the clock to a day (its 08:00) or a number of days or months ahead (the same hour)."""
    typed = request.form.get("day", "")
    try:
        head_for(system().store, _goal(request.form.get("step", ""), typed), now())
    except Invalid as refusal:
        return _page(refusal=sentence(refusal), typed=typed), 422
    return redirect(url_for("demo_time.page", since=now().isoformat()))


def _goal(step: str, typed: str) -> datetime:
    if step in _DAYS:
        return now() + timedelta(days=_DAYS[step])
    if step in _MONTHS:
        local = now().astimezone(OFFICE_ZONE)
        return datetime.combine(add_months(local.date(), _MONTHS[step]), local.timetz())
    if not typed.strip():
        raise EntryRefused(
            vi="Nhập ngày cần tới, ví dụ 01/03/2027.", en="Enter the day to go to, for example 01/03/2027."
        )
    return datetime.combine(read_date(typed), OPENING, OFFICE_ZONE)


def _page(*, refusal: str = "", typed: str = "") -> str:
    with reading() as session:
        mails, _total = mail_lines(session, viewer(), limit=SHOWN)
        late, _count = instance_lines(session, viewer(), late_at=now(), limit=SHOWN)
        worker = worker_alive(session, system().machine_clock.now())
    return render_template(
        "demo_time/page.html",
        **_journey(),
        mails=mails,
        late=late,
        worker=worker,
        refusal=refusal,
        typed=typed,
        today=today(),
    )


def _journey() -> dict[str, object]:
    """Where the clock is heading, and how many mails went out since it set off."""
    since = _since()
    sent = None
    if since is not None:
        with reading() as session:
            sent = sent_since(session, viewer(), since)
    return {
        "moment_now": now(),
        "heading_for": journey(system().store).heading_for,
        "since": since,
        "sent": sent,
        "progress_url": url_for("demo_time.progress", since=since.isoformat() if since else None),
    }


def _since() -> datetime | None:
    """When the journey began, as the page's own address says."""
    try:
        since = datetime.fromisoformat(request.args.get("since", "").replace(" ", "+"))
    except ValueError:
        return None
    return since if since.tzinfo is not None else None
