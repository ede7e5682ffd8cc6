"""The procedures of the agency: what is in force, what it rests on, and how it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.domain.local_time import day_text
from engine.queries.visible import visible_among
from qms.documents.catalogue import ProcedureLevel
from qms.documents.catalogue_changes import may_keep_catalogue
from qms.documents.procedure_queries import (
    ProcedureLine,
    Validity,
    procedure_line,
    procedure_lines,
    running_cases,
)
from qms.procedure_prints.of_procedures import printable
from qms.publications.queries import naming
from web.paging import page_asked, paging, words_asked
from web.procedures.room import blueprint, level_names, validity_names
from web.publications.words import changes, publication_states
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer

MOST_CASES: Final = 20
PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The procedures, by code."""
    words, page = words_asked(), page_asked()
    with reading() as session:
        every = procedure_lines(session, viewer(), words=words)
        found = _filtered(every)
        lines = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        cases = {version.instance for line in lines for version in line.versions if version.instance}
        visible = visible_among(session, viewer(), cases)
        prints = printable(session, viewer(), today())
    place = paging(len(found), page, PAGE_SIZE)
    kept: dict[str, Any] = {"q": words or None} | {name: text or None for name, text in _asked().items()}
    if page > place.pages:
        return redirect(url_for(".listing", **kept, page=place.pages))
    return render_template(
        "procedures/listing.html",
        lines=lines,
        kept=kept,
        paging=place,
        words=words,
        visible=visible,
        prints=prints,
        asked=_asked(),
        units=_options((str(line.unit), line.unit_name) for line in every),
        fields=_options((line.field, line.field) for line in every if line.field),
        levels=[{"value": level.value or "none", "label": name} for level, name in level_names().items()],
        validities=[{"value": each.value, "label": name} for each, name in validity_names().items()],
        level_names=level_names(),
        validity_names=validity_names(),
        may_keep=may_keep_catalogue(viewer()),
    )


@blueprint.get("/<uuid:procedure>")
def detail(procedure: UUID) -> str:
    """One procedure: versions, bases, publications that name it, cases that run now."""
    with reading() as session:
        line = procedure_line(session, viewer(), procedure)
        named = naming(session, viewer(), line.code)
        running = running_cases(session, viewer(), procedure, most=MOST_CASES)
        cases = {version.instance for version in line.versions if version.instance}
        visible = visible_among(session, viewer(), cases)
        prints = printable(session, viewer(), today())
    return render_template(
        "procedures/detail.html",
        line=line,
        named=named,
        running=running,
        visible=visible,
        printed=prints.get(line.id),
        level_names=level_names(),
        validity_names=validity_names(),
        states=publication_states(),
        changes=changes(),
    )


@blueprint.get("/procedures.xlsx")
def export() -> Response:
    """The list, as far as it is searched, and all versions, as a spreadsheet."""
    with reading() as session:
        lines = _filtered(procedure_lines(session, viewer(), words=words_asked()))
    columns = (
        SheetColumn(label=_("Mã"), width=12, typed_as_text=True),
        SheetColumn(label=_("Tên thủ tục"), width=50),
        SheetColumn(label=_("Lĩnh vực"), width=24),
        SheetColumn(label=_("Đơn vị"), width=30),
        SheetColumn(label=_("Thời hạn giải quyết"), width=30),
        SheetColumn(label=_("Phiên bản đang áp dụng"), width=14),
        SheetColumn(label=_("Áp dụng từ"), width=13),
        SheetColumn(label=_("Căn cứ pháp lý"), width=50),
        SheetColumn(label=_("Cấp thực hiện"), width=14),
        SheetColumn(label=_("Quyết định công bố"), width=30),
        SheetColumn(label=_("Hiệu lực từ"), width=13),
        SheetColumn(label=_("Hết hiệu lực"), width=13),
    )
    version_columns = (
        SheetColumn(label=_("Mã"), width=12),
        SheetColumn(label=_("Tên thủ tục"), width=50),
        SheetColumn(label=_("Phiên bản cũ"), width=13),
        SheetColumn(label=_("Phiên bản"), width=13),
        SheetColumn(label=_("Áp dụng từ"), width=13),
        SheetColumn(label=_("Hết áp dụng từ"), width=13),
        SheetColumn(label=_("Quyết định"), width=20),
        SheetColumn(label=_("Ngày quyết định"), width=13),
        SheetColumn(label=_("Nội dung thay đổi"), width=50),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    return workbook_answer(
        "quy-trinh.xlsx",
        Sheet(title=_("Quy trình"), columns=columns, rows=[_row(line) for line in lines]),
        Sheet(title=_("Các phiên bản"), columns=version_columns, rows=_version_rows(lines)),
    )


def _asked() -> dict[str, str]:
    """What the list is filtered by, besides words."""
    return {name: request.args.get(name, "") for name in ("unit", "field", "level", "validity")}


def _filtered(lines: tuple[ProcedureLine, ...]) -> tuple[ProcedureLine, ...]:
    asked = _asked()
    unit = parse_id(asked["unit"])
    level = ProcedureLevel("") if asked["level"] == "none" else asked["level"] or None
    held = asked["validity"] if asked["validity"] in set(Validity) else None
    return tuple(
        line
        for line in lines
        if (unit is None or line.unit == unit)
        and (not asked["field"] or line.field == asked["field"])
        and (level is None or line.level == level)
        and (held is None or line.held(today()) == held)
    )


def _options(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    found = dict(pairs)
    return [{"value": key, "label": found[key]} for key in sorted(found, key=lambda one: found[one])]


def _row(line: ProcedureLine) -> tuple[CellValue, ...]:
    version = line.in_force(today())
    withdrawn = line.withdrawn_on(today())
    label = version.label if version else ""
    if withdrawn:
        label = _("Bãi bỏ từ %(day)s", day=day_text(withdrawn))
    citations = "; ".join(" ".join(filter(None, (each.article, each.number))) for each in line.citations)
    since = version.effective_on if version else None
    return (
        line.code,
        line.name,
        line.field,
        line.unit_name,
        line.legal_time,
        label,
        since,
        citations,
        level_names()[line.level] if line.level else "",
        line.decided_by,
        line.valid_from,
        line.valid_to,
    )


def _version_rows(lines: tuple[ProcedureLine, ...]) -> list[tuple[CellValue, ...]]:
    return [
        (
            line.code,
            line.name,
            version.replaces,
            version.label,
            version.effective_on,
            version.ended_on,
            version.decision_number,
            version.decided_on,
            version.summary,
            version.case_code,
        )
        for line in lines
        for version in line.versions
    ]
