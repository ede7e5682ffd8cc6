"""What stands in the frame of every page: navigation, person, demo time, the warning about the calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Flask, g, request, url_for
from flask_babel import gettext as _

from engine.queries.incidents import count_open_incidents, watches
from web.system import now, reading, system, today

ENTRIES: Final = (
    ("inbox.inbox", "Hộp việc"),
    ("processes.catalogue", "Khởi tạo"),
    ("instances.listing", "Hồ sơ"),
    ("deadline_calendar.this_month", "Lịch hạn"),
    ("legal_documents.register", "VBQPPL"),
    ("procedures.listing", "Quy trình"),
    ("nonconformities.listing", "Không phù hợp"),
    ("mails.listing", "Thư đã gửi"),
    ("policies.listing", "Quy tắc thời hạn"),
    ("organisation.agencies", "Tổ chức"),
)
CALENDAR_ENTRY: Final = "calendar.page"
INCIDENTS_ENTRY: Final = "operations.incidents"
"""For those who see what may be repaired, with the number of open incidents."""
OF_INCIDENTS: Final = ("operations.incident", "operations.message", "operations.send")
DEMO_ENTRY: Final = ("demo_time.page", "Thời gian")


def init_navigation(app: Flask) -> None:
    """Give every page its frame."""
    app.context_processor(_frame)


def _frame() -> dict[str, object]:
    frame: dict[str, object] = {"home_url": "/", "sign_in_url": url_for("auth.sign_in_form")}
    officer = g.get("officer")
    if officer is None or g.get("viewer") is None:
        return frame
    settings = system().settings
    entries = (*ENTRIES, DEMO_ENTRY) if settings.demo_time else ENTRIES
    room = (request.endpoint or "").partition(".")[0]
    frame |= {
        "navigation": [
            *(
                {"label": _(label), "url": url_for(endpoint), "current": endpoint.partition(".")[0] == room}
                for endpoint, label in entries
            ),
            *_calendar_entry(room),
            *_incidents_entry(),
        ],
        "agency_name": officer.agency_short_name,
        "current_person": officer,
        "sign_out_url": url_for("auth.sign_out"),
        "calendar_feed_url": url_for("deadline_calendar.account"),
        "mail_receiving_url": url_for("mails.receiving"),
        "search_url": url_for("inbox.inbox"),
        "search_text": request.args.get("q", ""),
        "today": today(),
        "calendar_notice": _calendar_notice(),
        "calendar_notice_url": url_for(CALENDAR_ENTRY) if watches(g.viewer) else "",
    }
    if settings.demo_time:
        frame |= {"demo_time": now(), "demo_time_url": url_for("demo_time.page")}
    return frame


def _calendar_entry(room: str) -> tuple[dict[str, object], ...]:
    """For those who look after the office's time: administrators and the ISO secretary."""
    if not watches(g.viewer):
        return ()
    entry = {"label": _("Lịch làm việc"), "url": url_for(CALENDAR_ENTRY)}
    return ({**entry, "current": room == CALENDAR_ENTRY.partition(".")[0]},)


def _incidents_entry() -> tuple[dict[str, object], ...]:
    if not watches(g.viewer):
        return ()
    with reading() as session:
        count = count_open_incidents(session, g.viewer)
    entry = {"label": _("Sự cố"), "url": url_for(INCIDENTS_ENTRY), "count": count}
    return ({**entry, "current": (request.endpoint or "").startswith(OF_INCIDENTS)},)


def _calendar_notice() -> str:
    """A year whose days off are not all decided makes every date that rests on them provisional."""
    calendar = system().surroundings.calendars.calendar_of(g.viewer.agency)
    year = today().year
    for shown in (year, year + 1):
        if calendar.unconfirmed_between(date(shown, 1, 1), date(shown, 12, 31)):
            return str(
                _(
                    "Lịch nghỉ năm %(year)s chưa được xác nhận đầy đủ; hạn rơi vào ngày đó có thể thay đổi.",
                    year=shown,
                )
            )
    return ""
