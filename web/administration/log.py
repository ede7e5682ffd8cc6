"""The two logs: sign-ins, and acts of authority; filtered, paged by key, as a file."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Invalid
from engine.domain.local_time import clock_text
from engine.domain.text import normal, storable
from qms.administration.authority import require_administrator
from qms.administration.log import MOST_EXPORTED, LogFilter, LogKind, LogLine, log_kinds, log_lines, log_page
from qms.administration.staff import StaffFilter, staff
from web.administration.room import blueprint, day_typed, id_typed
from web.administration.words import act_details, act_name
from web.errors import sentence, status_of
from web.names import person_name, remember_names
from web.spreadsheet import Sheet, SheetColumn, csv_answer, workbook_answer
from web.system import over_agencies, today, viewer

FIELDS: Final = ("person", "kind", "since", "until", "code")
LARGEST_KEY: Final = 2**62


@blueprint.get("/log/sign-ins", endpoint="sign_ins")
def sign_ins() -> str | tuple[str, int]:
    """Who signed in, from where, and what was refused."""
    return _page(LogKind.SIGN_INS)


@blueprint.get("/log/acts", endpoint="acts")
def acts() -> str | tuple[str, int]:
    """Who did what, old and new value, reason."""
    return _page(LogKind.ACTS)


@blueprint.get("/log/<any(sign_ins, acts):log>.<any(xlsx, csv):kind>")
def log_file(log: str, kind: str) -> Response:
    """The same as a file, at most MOST_EXPORTED lines."""
    require_administrator(viewer())
    wanted = _filter(LogKind(log))
    with over_agencies().store.reading() as session:
        lines = list(log_lines(session, viewer(), wanted))
    remember_names({line.actor for line in lines if line.actor is not None})
    heads = ((_("Lúc"), 18), (_("Ai"), 28), (_("Từ địa chỉ"), 18), (_("Việc"), 36), (_("Chi tiết"), 80))
    rows = [_row(line) for line in lines]
    name = "nhat-ky-dang-nhap" if log == LogKind.SIGN_INS else "nhat-ky-thao-tac"
    if kind == "csv":
        return csv_answer(f"{name}.csv", [label for label, _width in heads], rows)
    columns = [SheetColumn(label=label, width=width) for label, width in heads]
    return workbook_answer(f"{name}.xlsx", Sheet(title=_("Nhật ký"), columns=columns, rows=rows))


def _page(log: LogKind) -> str | tuple[str, int]:
    require_administrator(viewer())
    error, status = "", 200
    try:
        wanted = _filter(log)
    except Invalid as refusal:
        wanted, error, status = LogFilter(log=log), sentence(refusal), status_of(refusal)
    with over_agencies().store.reading() as session:
        found = log_page(session, viewer(), wanted, before=_key(request.args.get("before", "")))
        kinds = log_kinds(session, viewer(), log)
        people = staff(session, viewer(), StaffFilter(agency=viewer().agency), today())
    remember_names({line.actor for line in found.lines if line.actor is not None})
    asked = {key: text for key in FIELDS if (text := request.args.get(key, ""))}
    page = render_template(
        "administration/log.html",
        log=log,
        lines=found.lines,
        asked=asked,
        error=error,
        kinds=[{"value": kind, "label": act_name(kind)} for kind in kinds],
        people=[{"value": str(member.id), "label": member.name} for member in people],
        older="?" + urlencode([*asked.items(), ("before", found.older)]) if found.older else "",
        newest="?" + urlencode(asked) if request.args.get("before") else "",
        filtered="?" + urlencode(asked) if asked else "",
        most=MOST_EXPORTED,
    )
    return page, status


def _filter(log: LogKind) -> LogFilter:
    asked = {key: storable(normal(request.args.get(key, "")))[:100] for key in FIELDS}
    return LogFilter(
        log=log,
        actor=id_typed(asked["person"]),
        kind=asked["kind"],
        first_day=day_typed(asked["since"]),
        last_day=day_typed(asked["until"]),
        code=asked["code"],
    )


def _key(text: str) -> int | None:
    return min(int(text), LARGEST_KEY) if text.isdecimal() and len(text) < 20 else None  # noqa: PLR2004


def who(line: LogLine) -> str:
    """Who did it; the system, or the operator of the server, where nobody was signed in."""
    if line.actor is not None:
        return person_name(line.actor, line.at)
    return str(_("Chưa đăng nhập")) if line.kind.startswith("sign_in") else person_name(None)


blueprint.add_app_template_global(who, "log_actor")
blueprint.add_app_template_global(act_name)
blueprint.add_app_template_global(act_details)


def _row(line: LogLine) -> tuple[str, ...]:
    return (
        clock_text(line.at),
        who(line),
        line.origin,
        act_name(line.kind),
        "; ".join(act_details(line)),
    )
