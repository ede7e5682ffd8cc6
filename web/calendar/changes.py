"""A change of legal time: what it enters, what would follow from it, and applying or dropping it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.queries.deadline_changes import ChangedDate, ReckoningView, changes_of_reckoning, reckoning_of
from qms.legal_time.authority import scopes_open_to
from qms.legal_time.calendar_lines import ChangeLine, change_line, ground_of
from qms.legal_time.changes import DRAFT, ApplyChange, ChangeNotFound, DropChange, apply_change, drop_change
from qms.legal_time.edits import Edit, SetDay, SetHours, read_edits
from qms.legal_time.preview import Preview, preview_change
from qms.legal_time.sentences import told_edit
from web.calendar.hours import hours_text
from web.calendar.room import blueprint, require_keeper, require_reader, scope_in_words
from web.errors import sentence, status_of
from web.system import now, origin, over_agencies, reading, system, viewer
from web.translation import language_of_request

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAGE: Final = 50
TITLED: Final = 2
"""How many edits a title names."""
LONGEST_PAGE_NUMBER: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Effect:
    """What would follow from a draft, or why it cannot be applied any more."""

    own: Preview | None = None
    whole: Preview | None = None
    """Over all agencies that the change reaches."""
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Followed:
    """How far the dates have been reckoned anew, and those that moved."""

    job: ReckoningView
    rows: tuple[ChangedDate, ...]


@blueprint.get("/changes/<uuid:change>")
def change(change: UUID) -> str:
    """The change with what follows from it."""
    require_reader()
    return _change_page(change)


@blueprint.post("/changes/<uuid:change>/application")
def apply(change: UUID) -> Response | tuple[str, int]:
    """Make it hold; the deadlines are recomputed by the workers."""
    require_keeper()
    command = ApplyChange(viewer=viewer(), origin=origin(), change=change)
    try:
        version = apply_change(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _change_page(change, refusal), status_of(refusal)
    flash(
        _("Đã áp dụng: lịch phiên bản %(version)s. Các hạn được tính lại ngay sau đây.", version=version),
        "success",
    )
    return redirect(url_for(".change", change=change), code=303)


@blueprint.post("/changes/<uuid:change>/dropping")
def drop(change: UUID) -> Response | tuple[str, int]:
    """Leave it; nothing has changed."""
    require_keeper()
    try:
        drop_change(
            system().store,
            system().surroundings,
            DropChange(viewer=viewer(), origin=origin(), change=change),
            now(),
        )
    except (Invalid, Conflict) as refusal:
        return _change_page(change, refusal), status_of(refusal)
    flash(_("Đã bỏ bản thảo; lịch không thay đổi."), "success")
    return redirect(url_for(".page"), code=303)


@blueprint.app_template_global()
def change_title(change: ChangeLine) -> str:
    """The title in the language of the page: titles are kept in Vietnamese, so in English what is entered."""
    if language_of_request() != "en":
        return change.title or str(_("Không có tên"))
    edits = read_edits(change.edits)
    told = "; ".join(edit_told(edit) for edit in edits[:TITLED])
    return f"{told}; … ({len(edits)})" if len(edits) > TITLED else told


def edit_told(edit: Edit) -> str:
    """What an edit enters with its basis, in the language of the page."""
    told = told_edit(edit)[1 if language_of_request() == "en" else 0]
    match edit:
        case SetDay() if edit.name:
            return f"{told} – {edit.name}"
        case SetHours():
            days = (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))
            week = zip(days, edit.week, strict=True)
            return f"{told}: " + "; ".join(f"{day} {hours_text(hours) or _('nghỉ')}" for day, hours in week)
        case _:
            return told


def _change_page(change: UUID, refusal: Refusal | None = None) -> str:
    with reading() as session:
        here = ground_of(session, viewer().agency)
        open_scopes = scopes_open_to(session, viewer())
        found = change_line(session, here, change, drafts_of=open_scopes)
        if found is None:
            raise ChangeNotFound(change)
        decides = found.scope in open_scopes
        edits = read_edits(found.edits)
        effect = _effect(session, found) if found.state == DRAFT else None
        followed = _followed(session, found)
    return render_template(
        "calendar/change.html",
        change=found,
        edits=[edit_told(edit) for edit in edits],
        scope=scope_in_words(found.scope, here.short_name),
        decides=decides,
        effect=effect,
        followed=followed,
        page=_offset() // PAGE + 1,
        per_page=PAGE,
        error="" if refusal is None else sentence(refusal),
    )


def _effect(session: Session, found: ChangeLine) -> _Effect:
    """What would follow from a draft: counts over all whom it reaches, rows of the own agency alone."""
    agency, start = viewer().agency, _offset()
    try:
        own = preview_change(session, found.id, now=now(), agency=agency, offset=start, limit=PAGE)
        if found.scope.agency is not None:
            return _Effect(own=own, whole=own)
        with over_agencies().store.reading() as whole:
            return _Effect(own=own, whole=preview_change(whole, found.id, now=now(), limit=0))
    except Refusal as refusal:
        return _Effect(refused=sentence(refusal))


def _followed(session: Session, found: ChangeLine) -> _Followed | None:
    """What has followed from an applied change in the own agency."""
    if found.version is None:
        return None
    agency = viewer().agency
    job = reckoning_of(session, found.version, agency=agency)
    if job is None:
        return None
    rows = changes_of_reckoning(session, job.id, agency=agency, offset=_offset(), limit=PAGE)
    return _Followed(job=job, rows=rows)


def _offset() -> int:
    """Where the page of the list begins; what is no page is the first."""
    asked = request.args.get("page", "1")
    page = int(asked) if asked.isdecimal() and len(asked) < LONGEST_PAGE_NUMBER else 1
    return (max(page, 1) - 1) * PAGE
