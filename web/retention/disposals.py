"""Proposals of disposal: their register, one with its list and minutes, and what is done with it."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from uuid import UUID

from flask import Response as FlaskResponse
from flask import current_app, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.errors import Conflict, Invalid, Refusal
from engine.domain.forms import HEAD_SIZE, media_type_of
from engine.domain.forms.attachments import clean_file_name
from engine.domain.forms.entries import size_text
from qms.records.letterhead import letterhead
from qms.records.typesetting import PrintedRecord, typeset
from qms.retention.carrying_out import CarryOutDisposal, carry_out_disposal
from qms.retention.proposals import (
    ApproveDisposal,
    EndDisposal,
    Minutes,
    approve_disposal,
    reject_disposal,
    withdraw_disposal,
)
from qms.retention.queries import disposal_detail, disposals, minutes_content
from qms.retention.refusals import MinutesTooLarge
from web.errors import status_of
from web.names import remember_names
from web.retention.printing import draft_of_minutes
from web.retention.room import act, blueprint, day_typed, form_values, told, typed
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, reading, system, today, viewer

FILE_POLICY: Final = "default-src 'none'; sandbox"
_AT: Final = "/disposals/<uuid:disposal>"


@blueprint.get("/disposals", endpoint="disposals")
def register() -> str:
    """Every proposal with its state."""
    with reading() as session:
        found = disposals(session, viewer())
    remember_names({person for line in found for person in line.people})
    return render_template("retention/disposals.html", lines=found)


@blueprint.get(_AT, endpoint="disposals_detail")
def detail(disposal: UUID) -> str:
    """One of them."""
    return _page(disposal)


@blueprint.post(f"{_AT}/approval", endpoint="disposals_approve")
def approve(disposal: UUID) -> Response | tuple[str, int]:
    """The head of the agency approves with the signed minutes."""
    try:
        command = ApproveDisposal(act=act(), disposal=disposal, minutes=_minutes())
        approve_disposal(system().store, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(disposal, refusal, act_name="approval"), status_of(refusal)
    flash(_("Đã phê duyệt. Chưa có gì bị hủy cho đến khi có người thực hiện."), "success")
    return redirect(url_for(".disposals_detail", disposal=disposal), code=303)


@blueprint.post(f"{_AT}/<any(rejection, withdrawal):ending>", endpoint="disposals_end")
def end(disposal: UUID, ending: str) -> Response | tuple[str, int]:
    """It comes to nothing."""
    verb = reject_disposal if ending == "rejection" else withdraw_disposal
    try:
        verb(system().store, EndDisposal(act=act(), disposal=disposal), now())
    except (Invalid, Conflict) as refusal:
        return _page(disposal, refusal, act_name=ending), status_of(refusal)
    flash(_("Đã ghi; các hồ sơ trong danh mục có thể được đề nghị lại."), "success")
    return redirect(url_for(".disposals_detail", disposal=disposal), code=303)


@blueprint.post(f"{_AT}/carrying-out", endpoint="disposals_carry_out")
def carry_out(disposal: UUID) -> Response | tuple[str, int]:
    """Destroy what the list names; the box that says so has to be ticked."""
    if request.form.get("sure") != "1":
        return _page(disposal, act_name="carrying_out", unsure=True), 422
    try:
        command = CarryOutDisposal(act=act(), disposal=disposal)
        count = carry_out_disposal(system().store, system().surroundings, command, now())
    except (Invalid, Conflict) as refusal:
        return _page(disposal, refusal, act_name="carrying_out"), status_of(refusal)
    flash(_("Đã tiêu hủy nội dung của %(count)s hồ sơ.", count=count), "success")
    return redirect(url_for(".disposals_detail", disposal=disposal), code=303)


@blueprint.get(f"{_AT}/list.xlsx", endpoint="disposals_list")
def workbook(disposal: UUID) -> Response:
    """The list that belongs to the minutes."""
    with reading() as session:
        line, items = disposal_detail(session, viewer(), disposal)
    heads = (
        (_("STT"), 6),
        (_("Mã hồ sơ"), 18),
        (_("Tên hồ sơ"), 50),
        (_("Loại hồ sơ"), 34),
        (_("Căn cứ"), 40),
        (_("Bắt đầu"), 12),
        (_("Kết thúc"), 12),
        (_("Lưu đến hết"), 12),
        (_("Số tệp"), 8),
        (_("Mã niêm lịch sử"), 66),
    )
    rows = [
        (
            item.position,
            item.code,
            item.title,
            item.class_name,
            item.basis,
            item.started_on,
            item.ended_on,
            item.kept_until,
            item.files,
            item.history_hash,
        )
        for item in items
    ]
    columns = [SheetColumn(label=label, width=width) for label, width in heads]
    name = f"danh-muc-tieu-huy-{line.number.replace('/', '-')}.xlsx"
    return workbook_answer(name, Sheet(title=_("Danh mục"), columns=columns, rows=rows))


@blueprint.get(f"{_AT}/minutes.pdf", endpoint="disposals_draft")
def draft(disposal: UUID) -> FlaskResponse:
    """A draft of the minutes, for the council to complete and sign."""
    with reading() as session:
        line, items = disposal_detail(session, viewer(), disposal)
        head = letterhead(session, viewer().agency)
    pdf = typeset(PrintedRecord.DISPOSAL_MINUTES, draft_of_minutes(line, items, head, now()), now())
    name = f"bien-ban-tieu-huy-{line.number.replace('/', '-')}.pdf"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return FlaskResponse(pdf, mimetype="application/pdf", headers=headers)


@blueprint.get(f"{_AT}/minutes", endpoint="disposals_minutes")
def signed(disposal: UUID) -> Response:
    """The signed minutes as they were handed in."""
    with reading() as session:
        name, media_type, content = minutes_content(session, viewer(), disposal)
    answer = send_file(
        BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, etag=False
    )
    answer.headers["Content-Security-Policy"] = FILE_POLICY
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _minutes() -> Minutes:
    upload = request.files.get("minutes")
    limit = int(current_app.config["FILE_LIMIT"])
    content = upload.read(limit + 1) if upload is not None else b""
    if len(content) > limit:
        raise MinutesTooLarge(size_text(limit))
    name = clean_file_name(upload.filename or "") if upload is not None else ""
    return Minutes(
        number=typed("minutes_number"),
        day=day_typed("minutes_on"),
        council=typed("council"),
        file_name=name,
        media_type=media_type_of(name, content[:HEAD_SIZE]) or "",
        content=content,
    )


def _page(disposal: UUID, refusal: Refusal | None = None, *, act_name: str = "", unsure: bool = False) -> str:
    with reading() as session:
        line, items = disposal_detail(session, viewer(), disposal)
    remember_names(line.people)
    wrong = next(iter(told(refusal).values()), "")
    if unsure:
        wrong = _("Xin đánh dấu ô xác nhận trước khi tiêu hủy.")
    return render_template(
        "retention/disposal.html",
        line=line,
        items=items,
        typed=form_values(),
        errors={act_name: wrong} if act_name else {},
        proposer=line.proposed_by == viewer().person,
        today=today(),
    )
