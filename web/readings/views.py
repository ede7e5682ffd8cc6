"""“Phổ biến”: what was given to read to whom, until when, and who has not confirmed it."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.local_time import local_day
from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.controlled_documents.readings import (
    EXCUSED,
    LATE,
    READ,
    WAITING,
    readers_of,
    rounds_page,
    subjects_of,
)
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import reading, viewer

blueprint = Blueprint("readings", __name__, url_prefix="/pho-bien", template_folder="templates")
PAGE_SIZE: Final = 25


@blueprint.get("/")
def listing() -> str | Response:
    """The rounds, the latest first."""
    words, page, waiting = words_asked(), page_asked(), _waiting_asked()
    with reading() as session:
        found = rounds_page(
            session, viewer(), words=words, waiting=waiting, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
        )
        visible = visible_among(session, viewer(), {each.instance for each in found.rounds})
    shown = {None: "", True: "cho", False: "xong"}[waiting]
    place = paging(found.total, page, PAGE_SIZE)
    kept: dict[str, Any] = {"q": words or None, "cho": shown or None}
    if page > place.pages:
        return redirect(url_for(".listing", **kept, page=place.pages))
    return render_template(
        "readings/listing.html",
        rounds=found.rounds,
        words=words,
        waiting=shown,
        kept=kept,
        standings=[
            {"value": "cho", "label": _("Còn người chưa đọc")},
            {"value": "xong", "label": _("Đã xong")},
        ],
        visible=visible,
        paging=place,
    )


@blueprint.get("/<uuid:instance>")
def detail(instance: UUID) -> str:
    """Who had to read one thing of a case, the first if none is named; those first who have not."""
    with reading() as session:
        subjects = subjects_of(session, viewer(), instance)
        subject = request.args.get("tai_lieu") or next(iter(subjects), "")
        readers = readers_of(session, viewer(), instance, subject)
        visible = bool(visible_among(session, viewer(), {instance}))
        chain = chain_of(session, viewer(), instance) if visible else None
    if not readers:
        abort(404)
    return render_template(
        "readings/detail.html",
        readers=readers,
        subject=subject,
        instance=instance,
        visible=visible,
        chain=chain,
        states=state_names(),
    )


@blueprint.get("/pho-bien.xlsx")
def export() -> Response:
    """Everybody of the filtered rounds, a row each."""
    with reading() as session:
        found = rounds_page(session, viewer(), words=words_asked(), waiting=_waiting_asked())
        people = [
            (each, reader)
            for each in found.rounds
            for reader in readers_of(session, viewer(), each.instance, each.subject)
        ]
    columns = (
        SheetColumn(label=_("Tài liệu"), width=50),
        SheetColumn(label=_("Hồ sơ"), width=16),
        SheetColumn(label=_("Ngày giao"), width=13),
        SheetColumn(label=_("Hạn đọc"), width=13),
        SheetColumn(label=_("Người phải đọc"), width=26),
        SheetColumn(label=_("Đơn vị"), width=30),
        SheetColumn(label=_("Kết quả"), width=18),
        SheetColumn(label=_("Ngày xác nhận"), width=13),
        SheetColumn(label=_("Ghi chú"), width=40),
    )
    names = state_names()
    rows = [
        (
            each.subject,
            each.case_code,
            local_day(each.given_at),
            each.due_on,
            reader.name,
            reader.unit,
            names[reader.state],
            local_day(reader.confirmed_at) if reader.confirmed_at else None,
            reader.note,
        )
        for each, reader in people
    ]
    return workbook_answer("so-pho-bien.xlsx", Sheet(title=_("Sổ phổ biến"), columns=columns, rows=rows))


@blueprint.app_template_global("reading_url")
def reading_url(instance: UUID, subject: str) -> str:
    """The page of one round."""
    return url_for("readings.detail", instance=instance, tai_lieu=subject)


def state_names() -> dict[str, str]:
    """How it stands with one reader, in words."""
    return {
        READ: _("Đã đọc"),
        LATE: _("Quá hạn, chưa đọc"),
        EXCUSED: _("Được miễn"),
        WAITING: _("Chưa đọc"),
    }


def _waiting_asked() -> bool | None:
    return {"cho": True, "xong": False}.get(request.args.get("cho", ""))
