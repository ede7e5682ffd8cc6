"""Entering one day, or several that a file or the published holidays propose and a person ticked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from engine.domain.calendar import DayKind
from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.text import normal, storable
from qms.legal_time.edits import BasisMissing, Edit, RemoveDay, SetDay
from qms.legal_time.imported_days import (
    LONGEST_BASIS,
    LONGEST_NAME,
    BadLine,
    DayTextUnreadable,
    Written,
    checked,
    read_calendar_day,
)
from web.calendar.room import (
    ScopeNotChosen,
    blueprint,
    chosen_scope,
    drafted,
    require_keeper,
    scope_choices,
    shown_draft,
)
from web.calendar.words import kind_names
from web.errors import sentence, status_of

REMOVAL: Final = "removal"
"""Among the kinds of the form: the own line about the day goes."""
MOST_LINES: Final = 2_000


class KindNotChosen(Invalid):
    """Nobody said what the day is to be."""

    def __init__(self) -> None:
        super().__init__(vi="Xin chọn loại ngày.", en="Choose the kind of day.")


class TextTooLong(Invalid):
    """A name or a basis that is longer than a line of a calendar."""

    def __init__(self) -> None:
        super().__init__(
            vi=f"Tên dài hơn {LONGEST_NAME} hoặc căn cứ dài hơn {LONGEST_BASIS} ký tự.",
            en=f"The name is longer than {LONGEST_NAME} or the basis than {LONGEST_BASIS} characters.",
        )


class NothingTicked(Invalid):
    """A list of which nobody took a line."""

    def __init__(self) -> None:
        super().__init__(vi="Xin đánh dấu ít nhất một ngày.", en="Tick at least one day.")


class LineUnreadable(Invalid):
    """A line that does not come back as it was shown."""

    def __init__(self, line: BadLine) -> None:
        super().__init__(
            vi=f"Dòng {line.line}: " + " ".join(vi for vi, _en in line.problems),
            en=f"Line {line.line}: " + " ".join(en for _vi, en in line.problems),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A day that is proposed, with what the calendar says of it now."""

    edit: SetDay
    now: str
    """In words; empty where the calendar lists nothing."""
    ticked: bool


_AT: Final = {
    DayTextUnreadable: "day",
    KindNotChosen: "kind",
    BasisMissing: "basis",
    TextTooLong: "basis",
    ScopeNotChosen: "scope",
}


@blueprint.get("/days/new")
def day_form() -> str:
    """What day becomes what."""
    require_keeper()
    return _day_form()


@blueprint.post("/days")
def draft_day() -> Response | tuple[str, int]:
    """Keep the day as a draft."""
    require_keeper()
    try:
        edit = _edit()
        return shown_draft(drafted(chosen_scope(), "", [edit]))
    except (Invalid, Conflict) as refusal:
        return _day_form(refusal), status_of(refusal)


@blueprint.post("/days/chosen")
def draft_days() -> Response | tuple[str, int]:
    """Keep the ticked lines of a list as one draft."""
    require_keeper()
    try:
        edits = ticked_days()
        count = len(edits)
        title = normal(storable(request.form.get("title", ""))) or ngettext(
            "Nhập %(num)d ngày vào lịch làm việc", "Nhập %(num)d ngày vào lịch làm việc", count
        )
        return shown_draft(drafted(chosen_scope(), title, edits))
    except (Invalid, Conflict) as refusal:
        return _returned(refusal), status_of(refusal)


def ticked_days() -> list[SetDay]:
    """The ticked lines as they came back; raises NothingTicked and LineUnreadable."""
    columns = (request.form.getlist(name) for name in ("day", "kind", "name", "basis", "confirmed"))
    lines = list(zip(*columns, strict=False))[:MOST_LINES]
    ticked = {
        int(text) for text in request.form.getlist("take") if text.isdecimal() and len(text) <= len("2000")
    }
    written = [
        (number, Written(day=day, kind=kind, name=name, basis=basis, confirmed=confirmed))
        for number, (day, kind, name, basis, confirmed) in enumerate(lines, start=1)
        if number in ticked
    ]
    if not written:
        raise NothingTicked
    found = checked(written, basis="", confirmed=False)
    if found.bad:
        raise LineUnreadable(found.bad[0])
    return [each.edit for each in found.good]


def _returned(refusal: Refusal) -> str:
    """The list again, every line as it was, with what is wrong."""
    columns = (request.form.getlist(name) for name in ("day", "kind", "name", "basis", "confirmed"))
    taken = set(request.form.getlist("take"))
    lines = list(zip(*columns, strict=False))[:MOST_LINES]
    written = [
        (number, Written(day=day, kind=kind, name=name, basis=basis, confirmed=confirmed))
        for number, (day, kind, name, basis, confirmed) in enumerate(lines, start=1)
    ]
    found = checked(written, basis="", confirmed=False)
    choices = [Choice(edit=each.edit, now="", ticked=str(each.line) in taken) for each in found.good]
    return choice_page(
        choices,
        found.bad,
        title=request.form.get("title", ""),
        heading=_("Chọn ngày để nhập"),
        refusal=refusal,
    )


def choice_page(
    choices: list[Choice],
    bad: tuple[BadLine, ...],
    *,
    title: str,
    heading: str,
    note: str = "",
    refusal: Refusal | None = None,
) -> str:
    """A list of days to tick, with the lines that are none."""
    return render_template(
        "calendar/choice.html",
        heading=heading,
        note=note,
        title=title,
        choices=choices,
        bad=bad,
        scopes=scope_choices(),
        scope=request.form.get("scope", ""),
        error="" if refusal is None else sentence(refusal),
    )


def _edit() -> Edit:
    day = read_calendar_day(request.form.get("day", ""))
    kind = request.form.get("kind", "")
    if kind == REMOVAL:
        return RemoveDay(day=day)
    if kind not in {each.value for each in DayKind}:
        raise KindNotChosen
    name, basis = (" ".join(storable(normal(request.form.get(key, ""))).split()) for key in ("name", "basis"))
    if len(name) > LONGEST_NAME or len(basis) > LONGEST_BASIS:
        raise TextTooLong
    confirmed = "confirmed" in request.form
    return SetDay(day=day, kind=DayKind(kind), name=name, basis=basis, confirmed=confirmed)


def _day_form(refusal: Refusal | None = None) -> str:
    errors = dict.fromkeys(("day", "kind", "name", "basis", "scope"), "")
    elsewhere = ""
    if refusal is not None:
        field = _AT.get(type(refusal), "")
        if field:
            errors[field] = sentence(refusal)
        else:
            elsewhere = sentence(refusal)
    return render_template(
        "calendar/day.html",
        form=request.form if request.method == "POST" else request.args,
        confirmed="confirmed" in request.form
        or (request.method == "GET" and request.args.get("confirmed") != "0"),
        kinds=kind_names() | {REMOVAL: _("Bỏ dòng riêng, theo lịch cấp trên")},
        scopes=scope_choices(),
        errors=errors,
        error=elsewhere,
    )
