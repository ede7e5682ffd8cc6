"""Who may audit: the certificates, entered one by one or from a list, and ended with a reason."""

from __future__ import annotations

from typing import Final

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, NotFound, Refusal
from engine.domain.identifiers import parse_id
from engine.domain.refusals import NotAuthorised
from qms.audits.auditors import (
    AddCertificate,
    AuditorUnknown,
    CertificateUnknown,
    EndCertificate,
    add_certificates,
    end_certificate,
    keeps_auditors,
)
from qms.audits.queries import auditors as all_auditors
from qms.audits.queries import colleagues
from qms.legal_time.imported_days import read_calendar_day
from web.audits.room import blueprint
from web.errors import sentence, status_of
from web.paging import lines_of, page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer

PAGE_SIZE: Final = 25


@blueprint.get("/auditors")
def auditors() -> str | Response:
    """The certificates, with who may audit today."""
    page = page_asked()
    with reading() as session:
        place = paging(len(all_auditors(session, viewer(), words=words_asked())), page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".auditors", q=words_asked() or None, page=place.pages))
    return _page()


@blueprint.get("/danh-gia-vien.xlsx")
def auditors_export() -> Response:
    """The certificates as a spreadsheet, in the columns that the import reads."""
    with reading() as session:
        lines = all_auditors(session, viewer(), words=words_asked())
    columns = (
        SheetColumn(label=_("Họ và tên"), width=28),
        SheetColumn(label=_("Đơn vị"), width=32),
        SheetColumn(label=_("Số chứng nhận"), width=20),
        SheetColumn(label=_("Nơi cấp"), width=50),
        SheetColumn(label=_("Từ ngày"), width=13),
        SheetColumn(label=_("Đến hết ngày"), width=13),
    )
    rows = [
        (line.name, line.unit_name, line.certificate, line.issuer, line.first_day, line.last_day)
        for line in lines
    ]
    return workbook_answer("danh-gia-vien.xlsx", Sheet(title=_("Đánh giá viên"), columns=columns, rows=rows))


@blueprint.post("/auditors")
def auditors_add() -> Response | tuple[str, int]:
    """Enter a certificate."""
    require_keeper()
    try:
        add_certificates(system().store, (_typed(),), now())
    except (Invalid, Conflict, NotFound) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã ghi chứng nhận."), "success")
    return redirect(url_for(".auditors"), code=303)


@blueprint.post("/auditors/end")
def auditors_end() -> Response | tuple[str, int]:
    """Let a certificate end."""
    require_keeper()
    certificate = parse_id(request.form.get("certificate", ""))
    try:
        if certificate is None:
            raise CertificateUnknown
        command = EndCertificate(
            viewer=viewer(),
            origin=origin(),
            certificate=certificate,
            last_day=read_calendar_day(request.form.get("ended_on", "")),
            reason=request.form.get("reason", ""),
        )
        end_certificate(system().store, command, now())
    except (Invalid, Conflict, NotFound) as refusal:
        return _page(refusal), status_of(refusal)
    flash(_("Đã ghi ngày kết thúc chứng nhận."), "success")
    return redirect(url_for(".auditors"), code=303)


def require_keeper() -> None:
    """Raise NotAuthorised for who does not keep the certificates."""
    if not keeps_auditors(viewer()):
        raise NotAuthorised("ghi năng lực đánh giá viên", "record the competence of auditors")


def _typed() -> AddCertificate:
    """What was typed; raises DayTextUnreadable and AuditorUnknown."""
    person = parse_id(request.form.get("person", ""))
    if person is None:
        raise AuditorUnknown
    last = request.form.get("last_day", "").strip()
    return AddCertificate(
        viewer=viewer(),
        origin=origin(),
        person=person,
        certificate=request.form.get("number", ""),
        issuer=request.form.get("issuer", ""),
        first_day=read_calendar_day(request.form.get("first_day", "")),
        last_day=read_calendar_day(last) if last else None,
    )


def _page(refusal: Refusal | None = None) -> str:
    words = words_asked()
    with reading() as session:
        lines = all_auditors(session, viewer(), words=words)
        people = colleagues(session, viewer()) if keeps_auditors(viewer()) else ()
    place = paging(len(lines), page_asked(), PAGE_SIZE)
    return render_template(
        "audits/auditors.html",
        lines=lines_of(lines, place.page, PAGE_SIZE),
        certificates=lines,
        paging=place,
        words=words,
        people=people,
        keeps=keeps_auditors(viewer()),
        typed=request.form,
        error=sentence(refusal) if refusal is not None else "",
        today=today(),
    )
