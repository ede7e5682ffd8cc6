"""The calendar of a year, a change with what would follow from it, and its consent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, FieldsInvalid
from engine.domain.identifiers import parse_id
from engine.domain.text import normal, one_line, storable
from qms.legal_time.scopes import NATION
from qms.reports.calendar import (
    CalendarRule,
    OwedReport,
    editions,
    lines_for,
    nearest,
    owed,
    scope_of,
    scopes_of_agency,
)
from qms.reports.calendar_changes import (
    LONGEST_TEXT,
    CalendarPreview,
    ChangeReportingCalendar,
    change_reporting_calendar,
    preview_calendar,
)
from qms.reports.calendar_seeding import DEPARTMENT
from qms.reports.rules import OwedKind
from qms.reports.tables import ReportingCalendarLine
from web.calendar.room import (
    ScopeNotChosen,
    chosen_scope,
    may_change_calendar,
    require_keeper,
    scope_choices,
    scope_in_words,
)
from web.errors import sentence, status_of
from web.reporting_calendar.room import blueprint, rule_words
from web.reports.views import year_asked
from web.reports.words import kind_name
from web.system import now, officer, origin, reading, system, today, viewer
from web.translation import language_of_request

OWED: Final = "phai_gui"
NOT_OWED: Final = "khong_phai_gui"
WIDER: Final = "lich_chung"
_LONGEST_NUMBER: Final = 4


@blueprint.get("/")
def page() -> str:
    """What the agency owes in a year, what it does not, and every edition."""
    year = year_asked(request.args.get("nam", ""))
    with reading() as session:
        agency = viewer().agency
        due = owed(session, agency, year)
        scopes = scopes_of_agency(session, agency)
        free = [line for line in nearest(lines_for(session, agency), scopes, year) if not line.owed]
        history = editions(session, agency)
    return render_template(
        "reporting_calendar/page.html",
        year=year,
        this_year=today().year,
        due=due,
        free=free,
        history=history,
        may_change=may_change_calendar(),
        **_words(),
    )


@blueprint.get("/thay-doi")
def change_form() -> str:
    """The form, filled with the line that holds."""
    require_keeper()
    kind, addressee = request.args.get("loai", ""), request.args.get("noi_nhan", "")
    with reading() as session:
        lines = lines_for(session, viewer().agency)
        scopes = scopes_of_agency(session, viewer().agency)
        there = [
            line
            for line in nearest(lines, scopes, today().year)
            if line.kind == kind and line.addressee == addressee
        ]
    return _form(_filled(kind, addressee, there[0] if there else None))


@blueprint.post("/xem-truoc")
def preview() -> Response | str | tuple[str, int]:
    """What would be owed after the change; nothing is written yet."""
    require_keeper()
    try:
        command = _command()
        with reading() as session:
            shown = preview_calendar(session, command, now())
    except FieldsInvalid as refusal:
        return _form(request.form, refusal), status_of(refusal)
    return _preview(command, shown)


@blueprint.post("/thay-doi")
def change() -> Response | str | tuple[str, int]:
    """Carry the change out, after the preview and with consent."""
    require_keeper()
    try:
        command = _command()
    except FieldsInvalid as refusal:
        return _form(request.form, refusal), status_of(refusal)
    if request.form.get("dong_y") != "1":
        with reading() as session:
            shown = preview_calendar(session, command, now())
        missing = _("Đánh dấu vào ô đồng ý trước khi áp dụng.")
        return _preview(command, shown, missing), 422
    try:
        change_reporting_calendar(system().store, command, now())
    except FieldsInvalid as refusal:
        return _form(request.form, refusal), status_of(refusal)
    except Conflict as refusal:
        with reading() as session:
            shown = preview_calendar(session, command, now())
        return _preview(command, shown, sentence(refusal)), status_of(refusal)
    flash(_("Đã đổi lịch báo cáo từ năm %(year)s.", year=command.year_from), "success")
    return redirect(url_for(".page", nam=command.year_from), code=303)


def _preview(command: ChangeReportingCalendar, shown: CalendarPreview, error: str = "") -> str:
    changed = {_key(one) for one in shown.before} ^ {_key(one) for one in shown.after}
    return render_template(
        "reporting_calendar/preview.html",
        command=command,
        shown=shown,
        changed=changed,
        key_of=_key,
        form=request.form,
        scope_words=scope_in_words(command.scope, officer().agency_short_name),
        seen=[str(one) for one in sorted(shown.replaced)],
        error=error,
        **_words(),
    )


def _key(one: OwedReport) -> tuple[str, str, str]:
    return (one.kind.value, one.addressee, one.legal_due.isoformat())


def _command() -> ChangeReportingCalendar:
    """The change as typed; raises FieldsInvalid for what cannot be read."""
    wrong: dict[str, list[tuple[str, str]]] = {}
    what, kind = request.form.get("what", ""), request.form.get("kind", "")
    if kind not in set(OwedKind):
        wrong["kind"] = [("Xin chọn loại báo cáo.", "Choose the kind of report.")]
    if what not in (OWED, NOT_OWED, WIDER):
        wrong["what"] = [("Xin chọn một cách.", "Choose one way.")]
    year, day, month = (_number(name) for name in ("year_from", "day", "month"))
    if year is None:
        wrong["year_from"] = [("Ghi năm bằng bốn chữ số.", "Write the year with four digits.")]
    if what == OWED and (day is None or month is None):
        wrong["day"] = [("Ghi ngày và tháng bằng số.", "Write day and month as numbers.")]
    scope = NATION
    try:
        scope = chosen_scope()
    except ScopeNotChosen as refusal:
        wrong["scope"] = [(refusal.vi, refusal.en)]
    if wrong:
        raise FieldsInvalid(fields=wrong)
    of, addressee = OwedKind(kind), _text("addressee")
    rule = CalendarRule(
        kind=of,
        addressee=addressee,
        month=month or 12,
        day=day or 31,
        exclusive=request.form.get("exclusive") == "1",
        owed=what == OWED,
        basis=_text("basis"),
    )
    return ChangeReportingCalendar(
        viewer=viewer(),
        origin=origin(),
        scope=scope,
        kind=of,
        addressee=addressee,
        year_from=year or 0,
        rule=None if what == WIDER else rule,
        reason=_text("reason"),
        seen=_seen(),
    )


def _seen() -> frozenset[UUID] | None:
    if "previewed" not in request.form:
        return None
    return frozenset(one for one in map(parse_id, request.form.getlist("seen")) if one is not None)


def _text(name: str) -> str:
    return one_line(storable(normal(request.form.get(name, ""))))[:LONGEST_TEXT]


def _number(name: str) -> int | None:
    text = request.form.get(name, "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def _filled(kind: str, addressee: str, line: ReportingCalendarLine | None) -> dict[str, str]:
    named = addressee or DEPARTMENT
    filled = {"year_from": str(today().year), "kind": kind, "addressee": named, "what": OWED}
    if line is None:
        return filled
    return filled | {
        "what": OWED if line.owed else NOT_OWED,
        "day": str(line.day),
        "month": str(line.month),
        "exclusive": "1" if line.exclusive else "",
        "basis": line.basis,
    }


def _form(filled: Mapping[str, str], refusal: FieldsInvalid | None = None) -> str:
    english = language_of_request() == "en"
    fields = refusal.fields if refusal is not None else {}
    return render_template(
        "reporting_calendar/change.html",
        form=filled,
        errors={key: told[0][1 if english else 0] for key, told in fields.items()},
        scopes=scope_choices(),
        kinds=[{"value": kind.value, "label": kind_name(kind)} for kind in OwedKind],
        ways={
            OWED: _("Phải gửi, theo ngày dưới đây"),
            NOT_OWED: _("Không phải gửi"),
            WIDER: _("Bỏ dòng riêng, theo lịch chung"),
        },
        longest=LONGEST_TEXT,
    )


def _words() -> dict[str, object]:
    name = officer().agency_short_name
    return {
        "kind_name": lambda kind: kind_name(OwedKind(kind)),
        "rule_words": rule_words,
        "scope_words_of": lambda scope: scope_in_words(scope, name),
        "scope_of": scope_of,
    }
