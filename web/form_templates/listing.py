"""The register as a list and as a spreadsheet, with the published models whose forms hold no longer."""

from __future__ import annotations

from typing import Any, Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Invalid
from engine.domain.text import one_line, storable
from qms.form_templates.acting import keeps_own
from qms.form_templates.queries import FormTemplateLine, WantedTemplates, form_templates
from qms.form_templates.rules import TemplateStanding, form_key
from qms.form_templates.uses import FormUse, form_uses
from qms.legal_time.imported_days import read_calendar_day
from web.errors import sentence
from web.form_templates.room import (
    LONGEST,
    blueprint,
    may_keep_common,
    models_on_dead_forms,
    scope_in_words,
    template_standings,
)
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/", endpoint="listing")
def listing() -> str | Response:
    """The versions that are asked for."""
    wanted, page = _wanted(), page_asked()
    every, uses = _found(wanted)
    place = paging(len(every), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_kept(wanted), page=place.pages))
    lines = every[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return render_template(
        "form_templates/listing.html",
        lines=lines,
        kept=_kept(wanted),
        paging=place,
        uses={line.id: uses_of(line, uses) for line in lines},
        wanted=wanted,
        day_text=_line("day"),
        standings=[{"value": one.value, "label": said[0]} for one, said in template_standings().items()],
        dead=models_on_dead_forms(),
        may_add=keeps_own(viewer()) or may_keep_common(),
    )


@blueprint.get("/register.xlsx", endpoint="export")
def export() -> Response:
    """The list, as far as it is searched, as a spreadsheet."""
    wanted = _wanted()
    lines, uses = _found(wanted)
    words = template_standings()
    columns = (
        SheetColumn(label=_("Mã biểu mẫu"), width=14, typed_as_text=True),
        SheetColumn(label=_("Tên biểu mẫu"), width=48),
        SheetColumn(label=_("Căn cứ"), width=48),
        SheetColumn(label=_("Từ ngày"), width=13),
        SheetColumn(label=_("Đến trước ngày"), width=13),
        SheetColumn(label=_("Tình trạng"), width=24),
        SheetColumn(label=_("Phạm vi"), width=14),
        SheetColumn(label=_("Đang dùng trong"), width=48),
    )
    rows = [
        (
            line.code,
            line.name,
            line.legal_basis,
            line.valid_from,
            line.valid_to,
            words[line.standing(wanted.day)][0],
            scope_in_words(line),
            "; ".join(_use_in_words(use) for use in uses_of(line, uses)),
        )
        for line in lines
    ]
    return workbook_answer("so-bieu-mau.xlsx", Sheet(title=_("Sổ biểu mẫu"), columns=columns, rows=rows))


def uses_of(line: FormTemplateLine, uses: tuple[FormUse, ...]) -> list[FormUse]:
    """Where the version is used."""
    return [
        use
        for use in uses
        if (known := use.judged.noted.known) is not None
        and (known.own, form_key(known.code), known.valid_from)
        == (line.own, form_key(line.code), line.valid_from)
    ]


def _use_in_words(use: FormUse) -> str:
    if use.version is None:
        return str(_("Bản thảo %(name)s", name=use.name))
    return str(_("%(name)s, phiên bản %(number)s", name=use.name, number=use.version))


def _found(wanted: WantedTemplates) -> tuple[list[FormTemplateLine], tuple[FormUse, ...]]:
    with reading() as session:
        lines = form_templates(session, viewer().agency, wanted)
        return list(lines), form_uses(session, viewer(), today())


def _wanted() -> WantedTemplates:
    """What the address asks for; a day that cannot be read is told, and today stands in its place."""
    asked, day = request.args.get("standing", ""), today()
    try:
        day = read_calendar_day(_line("day")) if _line("day") else day
    except Invalid as refusal:
        flash(sentence(refusal), "warning")
    return WantedTemplates(
        day=day,
        code=_line("code"),
        words=words_asked(),
        standing=TemplateStanding(asked) if asked in set(TemplateStanding) else None,
    )


def _kept(wanted: WantedTemplates) -> dict[str, Any]:
    """The filter as it stands in an address."""
    return {
        "q": wanted.words or None,
        "code": wanted.code or None,
        "day": _line("day") or None,
        "standing": wanted.standing.value if wanted.standing else None,
    }


def _line(name: str) -> str:
    return one_line(storable(request.args.get(name, "")))[:LONGEST]
