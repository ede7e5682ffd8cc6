"""What stands in the frame of every page: navigation, person, demo time, the warning about the calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask import Flask, g, request, url_for
from flask_babel import gettext as _

from engine.domain.authority import Power, may
from engine.queries.incidents import count_open_incidents, watches
from qms.administration.authority import reads_people
from qms.dashboard.scope import reads_dashboard
from qms.evidence.authority import reads_evidence
from qms.exchange.queries import reads_letters
from qms.oversight.agencies import oversees
from qms.retention.authority import reads_retention
from web.system import now, reading, system, today

ENTRIES: Final = (
    ("inbox.inbox", "Hộp việc"),
    ("processes.catalogue", "Khởi tạo"),
    ("instances.listing", "Hồ sơ"),
    ("deadline_calendar.this_month", "Lịch hạn"),
    ("legal_documents.register", "VBQPPL"),
    ("procedures.listing", "Quy trình"),
    ("designer.models", "Soạn quy trình"),
)
SYSTEM_GROUPS: Final = (
    (
        "Chu trình năm",
        (
            ("years.listing", "Năm HTQLCL"),
            ("plans.listing", "Kế hoạch năm"),
            ("objectives.listing", "Mục tiêu chất lượng"),
            ("risks.listing", "Rủi ro và cơ hội"),
            ("reports.listing", "Báo cáo"),
            ("reviews.listing", "Xem xét của lãnh đạo"),
            ("publications.listing", "Công bố"),
            ("training.listing", "Đào tạo"),
            ("committee.listing", "Ban Chỉ đạo ISO"),
            ("budget.listing", "Kinh phí"),
        ),
    ),
    (
        "Tài liệu",
        (
            ("controlled_documents.listing", "Tài liệu nội bộ"),
            ("form_templates.listing", "Sổ biểu mẫu"),
            ("readings.listing", "Phổ biến"),
        ),
    ),
    (
        "Đánh giá và cải tiến",
        (
            ("audits.listing", "Đánh giá nội bộ"),
            ("nonconformities.listing", "Không phù hợp"),
            ("inspections.listing", "Kiểm tra của Sở"),
            ("simplification.listing", "Đơn giản hóa thủ tục"),
            ("feedback.listing", "Phản ánh, kiến nghị"),
        ),
    ),
    (
        "Văn bản, minh chứng",
        (
            ("outgoing.listing", "Văn bản đi"),
            ("signatures.listing", "Chữ ký"),
            ("dispatches.sent", "Gửi nhận"),
        ),
    ),
)
"""The registers of the management system, by what they are about, in the menu “Hệ thống quản lý”.

A register more is a line more here; a group is a column on the desk and a heading on the phone.
"""
KEPT_APART: Final = (
    ("mails.listing", "Thư đã gửi"),
    ("policies.listing", "Quy tắc thời hạn"),
    ("organisation.agencies", "Tổ chức"),
    ("delegation.register", "Ủy quyền"),
)
"""In the menu “Quản lý”, with what only some people look after: the row stays one line."""
ADMINISTRATION_ENTRY: Final = "administration.index"
RETENTION_ENTRY: Final = "retention.due"
OVERSIGHT_ENTRY: Final = "oversight.page"
EVIDENCE_ENTRY: Final = "evidence.page"
LETTERS_ENTRY: Final = "exchange.listing"
CALENDAR_ENTRY: Final = "calendar.page"
DASHBOARD_ENTRY: Final = "dashboard.page"
INCIDENTS_ENTRY: Final = "operations.incidents"
"""For those who see what may be repaired, with the number of open incidents."""
OF_DESIGNER: Final = ("form_builder", "decision_builder", "procedure_tables")
OF_INCIDENTS: Final = ("operations.incident", "operations.message", "operations.send")
ACCOUNT_PAGES: Final = (
    ("auth.password_form", "Đổi mật khẩu"),
    ("auth.factor", "Xác thực hai lớp"),
    ("auth.sessions", "Phiên đăng nhập"),
    ("auth.tokens", "Mã truy cập"),
)
"""What everybody looks after for themselves, in the menu of the person."""
DEMO_ENTRY: Final = ("demo_time.page", "Thời gian")


def init_navigation(app: Flask) -> None:
    """Give every page its frame."""
    app.context_processor(_frame)


def _frame() -> dict[str, object]:
    # Whoever is between password and work signs out there, and has no use for another sign-in.
    signing_in = "" if g.get("browser") is not None else url_for("auth.sign_in_form")
    frame: dict[str, object] = {"home_url": "/", "sign_in_url": signing_in}
    officer = g.get("officer")
    if officer is None or g.get("viewer") is None:
        return frame
    settings = system().settings
    kept_apart = (*KEPT_APART, DEMO_ENTRY) if settings.demo_time else KEPT_APART
    room = (request.endpoint or "").partition(".")[0]
    room = "designer" if room in OF_DESIGNER else room
    frame |= {
        "navigation": [
            *_entries(ENTRIES, room),
            *_incidents_entry(),
            _system_menu(room),
            _menu(
                _("Quản lý"),
                (
                    *_entries(kept_apart, room),
                    *_retention_entry(room),
                    *_oversight_entry(room),
                    *_calendar_entry(room),
                    *_administration_entry(room),
                ),
            ),
        ],
        "agency_name": officer.agency_short_name,
        "current_person": officer,
        "sign_out_url": url_for("auth.sign_out"),
        "calendar_feed_url": url_for("deadline_calendar.account"),
        "mail_receiving_url": url_for("mails.receiving"),
        "account_pages": [{"label": _(label), "url": url_for(page)} for page, label in ACCOUNT_PAGES],
        "search_url": url_for("inbox.inbox"),
        "search_text": request.args.get("q", ""),
        "today": today(),
        "calendar_notice": _calendar_notice(),
        "calendar_notice_url": url_for(CALENDAR_ENTRY) if watches(g.viewer) else "",
    }
    if settings.demo_time:
        frame |= {"demo_time": now(), "demo_time_url": url_for("demo_time.page")}
    return frame


def _entries(entries: tuple[tuple[str, str], ...], room: str) -> list[dict[str, object]]:
    return [
        {"label": _(label), "url": url_for(endpoint), "current": endpoint.partition(".")[0] == room}
        for endpoint, label in entries
    ]


def _menu(label: str, entries: tuple[dict[str, object], ...]) -> dict[str, object]:
    """What opens under one word; the word says that the page shown is in it."""
    current = any(entry["current"] for entry in entries)
    return {"label": label, "entries": entries, "current": current}


def _system_menu(room: str) -> dict[str, object]:
    """The registers under their headings; the dashboard stands first, the evidence pack last."""
    groups = [(_(label), _entries(entries, room)) for label, entries in SYSTEM_GROUPS]
    groups[0][1][:0] = _dashboard_entry(room)
    groups[-1][1].extend((*_letters_entry(room), *_evidence_entry(room)))
    every = tuple(entry for _label, entries in groups for entry in entries)
    shown = [{"label": label, "entries": entries} for label, entries in groups]
    return {**_menu(_("Hệ thống quản lý"), every), "groups": shown}


def _retention_entry(room: str) -> tuple[dict[str, object], ...]:
    """For those who look after records, and the head who decides on them."""
    if not reads_retention(g.viewer):
        return ()
    entry = {"label": _("Lưu trữ"), "url": url_for(RETENTION_ENTRY)}
    return ({**entry, "current": room == RETENTION_ENTRY.partition(".")[0]},)


def _dashboard_entry(room: str) -> tuple[dict[str, object], ...]:
    """For the heads and the secretary."""
    if not reads_dashboard(g.viewer):
        return ()
    entry = {"label": _("Bảng điều hành"), "url": url_for(DASHBOARD_ENTRY)}
    return ({**entry, "current": room == DASHBOARD_ENTRY.partition(".")[0]},)


def _letters_entry(room: str) -> tuple[dict[str, object], ...]:
    """For those who answer for what comes from the Department, and who write for it."""
    if not reads_letters(g.viewer):
        return ()
    entry = {"label": _("Thư giữa các cơ quan"), "url": url_for(LETTERS_ENTRY)}
    return ({**entry, "current": room == LETTERS_ENTRY.partition(".")[0]},)


def _evidence_entry(room: str) -> tuple[dict[str, object], ...]:
    """For those who hand the evidence to an inspection."""
    if not reads_evidence(g.viewer):
        return ()
    entry = {"label": _("Bộ hồ sơ minh chứng"), "url": url_for(EVIDENCE_ENTRY)}
    return ({**entry, "current": room == EVIDENCE_ENTRY.partition(".")[0]},)


def _oversight_entry(room: str) -> tuple[dict[str, object], ...]:
    """For those of a Department who watch over other agencies."""
    if not may(g.viewer, Power.OVERSEE):
        return ()
    with reading() as session:
        if not oversees(session, g.viewer):
            return ()
    entry = {"label": _("Theo dõi"), "url": url_for(OVERSIGHT_ENTRY)}
    return ({**entry, "current": room == OVERSIGHT_ENTRY.partition(".")[0]},)


def _administration_entry(room: str) -> tuple[dict[str, object], ...]:
    """For administrators; the ISO secretary finds the people there."""
    if not reads_people(g.viewer):
        return ()
    entry = {"label": _("Quản trị"), "url": url_for(ADMINISTRATION_ENTRY)}
    return ({**entry, "current": room == ADMINISTRATION_ENTRY.partition(".")[0]},)


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
