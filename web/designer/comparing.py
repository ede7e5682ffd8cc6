"""“So sánh phiên bản”: two versions or drafts side by side, in colours and in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask import make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.comparison import ChangeKind
from engine.domain.comparison_sentences import Told, grouped, tell
from engine.domain.comparison_words import value_words
from engine.domain.errors import Refusal
from qms.designer.comparing import Comparable, Compared, comparables, compare, counterpart, drawing_of, marks
from web.designer.room import blueprint
from web.errors import audit_refusal, sentence, status_of
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer
from web.translation import language_of_request

SIGNS: Final[Mapping[ChangeKind, str]] = {
    ChangeKind.ADDED: "+",
    ChangeKind.REMOVED: "−",
    ChangeKind.CHANGED: "≠",
    ChangeKind.MOVED: "↔",
}
"""Beside the colour, for whom colours say nothing."""


@blueprint.get("/comparisons", endpoint="comparison")
def page() -> str | tuple[str, int]:
    """The choice of two; with both chosen, how they differ."""
    if not _asked("old") or not _asked("new"):
        return _page()
    try:
        with reading() as session:
            compared = compare(session, viewer(), _asked("old"), _asked("new"))
    except Refusal as refusal:
        audit_refusal(refusal)
        return _page(error=sentence(refusal)), status_of(refusal)
    return _page(compared)


@blueprint.get("/comparisons.xlsx", endpoint="comparison_list")
def as_list() -> Response:
    """The sentences as a workbook."""
    with reading() as session:
        compared = compare(session, viewer(), _asked("old"), _asked("new"))
    language = int(_english())
    rows = [
        [heading[language], _kinds()[each.change.kind], said(each), *_values(each, language)]
        for heading, inside in grouped(tell(compared.comparison))
        for each in inside
    ]
    columns = (
        SheetColumn(label=_("Phần"), width=24),
        SheetColumn(label=_("Thay đổi"), width=12),
        SheetColumn(label=_("Nội dung"), width=70),
        SheetColumn(label=_("Bản cũ"), width=36, typed_as_text=True),
        SheetColumn(label=_("Bản mới"), width=36, typed_as_text=True),
    )
    sheet = Sheet(title=_("So sánh"), columns=columns, rows=rows)
    return workbook_answer(f"so-sanh-{compared.new.key}.xlsx", sheet)


@blueprint.get("/comparisons/drawing", endpoint="comparison_drawing")
def drawing() -> Response:
    """The drawing of a version or draft, for the viewer."""
    with reading() as session:
        content = drawing_of(session, viewer(), _asked("of"))
    answer = make_response(content)
    answer.headers["Content-Type"] = "application/xml; charset=utf-8"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _values(told: Told, language: int) -> list[str]:
    """What was said before and now, as far as it is a value and not the whole of something."""
    change = told.change
    both = (value_words(change.path, change.old), value_words(change.path, change.new))
    return [each[language] for each in both]


def said(told: Told) -> str:
    """A sentence in the language of the page."""
    return told.en if _english() else told.vi


def _asked(name: str) -> str:
    return request.args.get(name, "").replace("\0", "")[:80]


def _english() -> bool:
    return language_of_request() == "en"


def _kinds() -> dict[ChangeKind, str]:
    return {
        ChangeKind.ADDED: _("Thêm mới"),
        ChangeKind.REMOVED: _("Bỏ đi"),
        ChangeKind.CHANGED: _("Được sửa"),
        ChangeKind.MOVED: _("Chuyển chỗ"),
    }


def _label(each: Comparable) -> str:
    if each.number is None:
        return str(_("Bản thảo: %(name)s", name=each.name))
    return str(_("Phiên bản %(number)s: %(name)s", name=each.name, number=each.number))


def _groups(compared: Compared) -> list[tuple[str, list[tuple[Told, str]]]]:
    """Under each heading the sentences, the first of an element with the anchor that its shape leads to."""
    seen: set[str] = set()
    groups = []
    for heading, inside in grouped(tell(compared.comparison)):
        lines = []
        for told in inside:
            element = told.change.new_id or told.change.old_id or ""
            lines.append((told, "" if element in seen else element))
            seen.add(element)
        groups.append((heading[_english()], lines))
    return groups


def _page(compared: Compared | None = None, *, error: str = "") -> str:
    with reading() as session:
        offered = comparables(session, viewer())
    drawn = marks(compared) if compared is not None else ({}, {})
    old, new = _asked("old"), _asked("new")
    return render_template(
        "designer/comparison.html",
        offered=offered,
        label=_label,
        old=old or counterpart(offered, new, older=True),
        new=new or counterpart(offered, old, older=False),
        compared=compared,
        groups=_groups(compared) if compared is not None else [],
        said=said,
        signs=SIGNS,
        kinds=_kinds(),
        drawn=drawn,
        error=error,
    )
