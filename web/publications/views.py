"""Publications of the agency: what is published now, each with its proofs, and what changed between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.identifiers import parse_id
from engine.domain.text import fold
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.lists.provenance import taken_over
from qms.publications.import_commands import IMPORTED
from qms.publications.queries import (
    PublicationLine,
    between,
    publication_line,
    publication_lines,
    scope_entries,
)
from qms.publications.rules import PublicationState
from web.paging import lines_of, page_asked, paging, words_asked
from web.publications.words import changes, publication_kinds, publication_states, triggers
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer

blueprint = Blueprint("publications", __name__, url_prefix="/publications", template_folder="templates")
PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The publications, the latest first, and what the one in force covers."""
    page = page_asked()
    with reading() as session:
        every = publication_lines(session, viewer())
        visible = visible_among(session, viewer(), {line.instance for line in every if line.instance})
    found = _asked_for(every)
    place = paging(len(found), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".listing", **_kept(), page=place.pages))
    return render_template(
        "publications/listing.html",
        lines=lines_of(found, page, PAGE_SIZE),
        kept=_kept(),
        paging=place,
        state_options=[{"value": each.value, "label": name} for each, name in publication_states().items()],
        in_force=_in_force(every),
        visible=visible,
        states=publication_states(),
        kinds=publication_kinds(),
        triggers=triggers(),
    )


@blueprint.get("/<uuid:publication>")
def detail(publication: UUID) -> str:
    """One publication: its proofs, its scope, the difference from another one, the chain of its case."""
    asked = parse_id(request.args.get("with", ""))
    with reading() as session:
        line = publication_line(session, viewer(), publication)
        lines = publication_lines(session, viewer())
        entries = scope_entries(session, publication)
        others = [one for one in lines if one.id != publication and one.covered]
        compared = next((one for one in others if one.id == asked), None)
        found = between(session, viewer(), compared.id, publication) if compared else None
        visible = visible_among(session, viewer(), {line.instance} if line.instance else set())
        chain = chain_of(session, viewer(), line.instance) if line.instance else None
        imported = None if line.instance else taken_over(session, viewer(), IMPORTED, publication)
    return render_template(
        "publications/detail.html",
        line=line,
        entries=entries,
        others=others,
        compared=compared,
        difference=found,
        visible=visible,
        chain=chain,
        imported=imported,
        states=publication_states(),
        kinds=publication_kinds(),
        triggers=triggers(),
        changes=changes(),
    )


@blueprint.get("/publications.xlsx")
def export() -> Response:
    """The register, and the scope of the publication in force."""
    with reading() as session:
        every = publication_lines(session, viewer())
        now = _in_force(every)
        entries = scope_entries(session, now.id) if now else ()
    columns = (
        SheetColumn(label=_("Lần"), width=6),
        SheetColumn(label=_("Loại"), width=18),
        SheetColumn(label=_("Lý do"), width=28),
        SheetColumn(label=_("Tình trạng"), width=18),
        SheetColumn(label=_("Tiêu chuẩn"), width=22),
        SheetColumn(label=_("Số thủ tục, quy trình"), width=12),
        SheetColumn(label=_("Quyết định"), width=18),
        SheetColumn(label=_("Ngày quyết định"), width=13),
        SheetColumn(label=_("Sở nhận ngày"), width=13),
        SheetColumn(label=_("Niêm yết ngày"), width=13),
        SheetColumn(label=_("Trang đăng"), width=50),
        SheetColumn(label=_("Ngày công bố"), width=13),
        SheetColumn(label=_("Hồ sơ"), width=16),
    )
    scope_columns = (
        SheetColumn(label=_("Mã"), width=12),
        SheetColumn(label=_("Tên thủ tục, quy trình"), width=60),
        SheetColumn(label=_("Lĩnh vực"), width=24),
        SheetColumn(label=_("Phiên bản"), width=12),
        SheetColumn(label=_("So với lần trước"), width=18),
    )
    names = changes()
    return workbook_answer(
        "so-cong-bo.xlsx",
        Sheet(title=_("Sổ công bố"), columns=columns, rows=[_row(line) for line in _asked_for(every)]),
        Sheet(
            title=_("Phạm vi hiện hành"),
            columns=scope_columns,
            rows=[(one.code, one.name, one.field, one.version, names[one.change]) for one in entries],
        ),
    )


def _in_force(lines: tuple[PublicationLine, ...]) -> PublicationLine | None:
    return next((line for line in lines if line.state is PublicationState.PUBLISHED), None)


def _asked_for(lines: Sequence[PublicationLine]) -> tuple[PublicationLine, ...]:
    """Those in which all words stand, marks ignored, and of the state that is asked for."""
    kept, reasons = _kept(), triggers()
    words = fold(kept["q"] or "").split()
    return tuple(
        line
        for line in lines
        if kept["state"] in {None, line.state.value}
        and all(word in _searched(line, reasons[line.trigger]) for word in words)
    )


def _searched(line: PublicationLine, reason: str) -> str:
    told = (line.ordinal, reason, line.decision_number, line.standard, line.web_address, line.case_code)
    return fold(" ".join(str(one) for one in told))


def _kept() -> dict[str, Any]:
    """What an address filters by."""
    state = request.args.get("state", "")
    return {"q": words_asked() or None, "state": state if state in set(PublicationState) else None}


def _row(line: PublicationLine) -> tuple[CellValue, ...]:
    return (
        line.ordinal,
        publication_kinds()[line.kind],
        triggers()[line.trigger],
        publication_states()[line.state],
        line.standard,
        line.covered,
        line.decision_number,
        line.decided_on,
        line.received_on,
        line.posted_on,
        line.web_address,
        line.published_on,
        line.case_code,
    )
