"""An officer's deadlines as an iCalendar file, under a private address and without signing in."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from flask import Response, request, url_for
from flask_babel import gettext as _
from icalendar import Calendar, Event

from engine.domain.local_time import local_day
from engine.queries.deadline_calendar import DatedWork, DatedWorks, Standing, officer_deadlines
from qms.calendar_feeds.commands import CalendarFeedUnknown, feed_reader, note_reading
from qms.organisation.queries import officer
from web.deadline_calendar.room import blueprint, standing_names
from web.errors import sentence
from web.system import now, system
from web.wording import day, weekday

_ASK_AGAIN: Final = timedelta(hours=1)
_ONE_DAY: Final = timedelta(days=1)
_MARKED: Final = frozenset({Standing.LATE, Standing.PAUSED, Standing.TARGET_MISSED})


@blueprint.get("/calendar/<token>.ics", endpoint="feed")
def feed_file(token: str) -> Response:
    """The calendar of whoever the address belongs to; 404 in the same words for every other address."""
    try:
        owner, works = _read(token)
    except CalendarFeedUnknown as refusal:
        return Response(sentence(refusal), status=404, mimetype="text/plain")
    response = Response(calendar_file(works, owner, now()), mimetype="text/calendar")
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Disposition"] = 'inline; filename="han-cong-viec.ics"'
    response.set_etag(_mark(works, owner), weak=True)
    response.make_conditional(request)
    return response


def _read(token: str) -> tuple[str, DatedWorks]:
    """The owner's name and deadlines; raises CalendarFeedUnknown."""
    with system().store.reading() as session:
        reader = feed_reader(session, token, now())
        viewer = system().surroundings.directory.viewer(session, reader.person, local_day(now()))
        owner = officer(session, reader.person)
        if viewer is None or owner is None:
            raise CalendarFeedUnknown
    with system().store.behind(viewer).reading() as session:
        works = officer_deadlines(session, system().surroundings, viewer, now(), local_day(now()))
    if reader.to_note:
        note_reading(system().store, token, now())
    return owner.name, works


def calendar_file(works: DatedWorks, owner: str, written_at: datetime) -> bytes:
    """The deadlines as whole days without alarms: the ladders of the office do the reminding."""
    calendar = Calendar()
    calendar.add("prodid", "-//Quytrinh//Han cong viec//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = _("Hạn công việc của %(name)s", name=owner)
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    calendar.add("refresh-interval", _ASK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for work in works.lines:
        calendar.add_component(_event(work, written_at))
    return bytes(calendar.to_ical())


def _event(work: DatedWork, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{work.task or work.instance}@quytrinh")
    event.add("dtstamp", written_at)
    event.add("dtstart", work.day)
    event.add("dtend", work.day + _ONE_DAY)
    event.add("summary", _summary(work))
    event.add("description", "\n".join(_told(work)))
    event.add("url", _address(work))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _summary(work: DatedWork) -> str:
    named = (
        _("Hạn: %(task)s – %(code)s", task=work.work, code=work.case_code)
        if work.task
        else _("Hạn của hồ sơ %(code)s", code=work.case_code)
    )
    return f"[{standing_names()[work.standing]}] {named}" if work.standing in _MARKED else named


def _told(work: DatedWork) -> list[str]:
    lines = [_("Hồ sơ %(code)s: %(title)s", code=work.case_code, title=work.case_title)]
    if work.target_due:
        lines.append(
            _("Hạn mục tiêu: %(weekday)s %(day)s", weekday=weekday(work.target_due), day=day(work.target_due))
        )
    if work.legal_due:
        lines.append(
            _("Hạn pháp lý: %(weekday)s %(day)s", weekday=weekday(work.legal_due), day=day(work.legal_due))
        )
    if work.standing is Standing.PAUSED:
        lines.append(_("Đồng hồ đang tạm dừng: hạn sẽ lùi lại cho đến khi chạy tiếp."))
    if work.unconfirmed:
        lines.append(_("Hạn này dựa vào ngày nghỉ chưa được xác nhận và có thể thay đổi."))
    return [*lines, _address(work)]


def _address(work: DatedWork) -> str:
    path = (
        url_for("inbox.task", task=work.task)
        if work.task
        else url_for("instances.detail", instance=work.instance)
    )
    return f"{system().settings.base_url.rstrip('/')}{path}"


def _mark(works: DatedWorks, owner: str) -> str:
    """The same for the same deadlines in the same language, whenever they are asked for."""
    said = [owner, *(line for work in works.lines for line in (str(work.day), _summary(work), *_told(work)))]
    return sha256("\0".join(said).encode()).hexdigest()[:32]
