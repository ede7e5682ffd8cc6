"""The register as a list and as a spreadsheet, one line of it, and starting an update from there."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.domain.deadline import Deadline
from engine.domain.errors import Conflict, Invalid
from engine.domain.states import LIVE_INSTANCE_STATES
from engine.queries.visible import visible_among
from qms.documents.commands import may_register
from qms.documents.queries import (
    RegisterLine,
    UpdateStage,
    register_line,
    register_page,
    stage_counts,
)
from qms.documents.relations import relations
from qms.legal_updates.beginning import update_deadline
from qms.legal_updates.commands import StartLegalUpdate, start_legal_update
from web.errors import sentence
from web.legal_documents import words
from web.legal_documents.room import blueprint
from web.paging import page_asked, paging, words_asked
from web.spreadsheet import Sheet, SheetColumn, workbook_answer
from web.system import now, origin, reading, system, today, viewer
from web.wording import day

PAGE_SIZE: Final = 25


@blueprint.get("/")
def register() -> str | Response:
    """The legal documents that the agency follows."""
    asked, stage, page = words_asked(), _stage_asked(), page_asked()
    with reading() as session:
        found = register_page(
            session,
            viewer(),
            today(),
            words=asked,
            stage=stage,
            offset=(page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )
        counts = stage_counts(session, viewer(), today())
        cases = {case.instance for line in found.lines for case in line.cases}
        visible = visible_among(session, viewer(), cases)
    place = paging(found.total, page, PAGE_SIZE)
    if page > place.pages:
        return redirect(url_for(".register", q=asked or None, stage=stage, page=place.pages))
    return render_template(
        "legal_documents/register.html",
        lines=found.lines,
        words=asked,
        stage=stage,
        stages=[{"value": each.value, "label": label} for each, label in stage_names().items()],
        counts={each.value: count for each, count in counts.items()},
        visible=visible,
        may_register=may_register(viewer()),
        paging=place,
    )


@blueprint.get("/register.xlsx")
def register_export() -> Response:
    """The list, as far as it is searched, as a spreadsheet that the import reads again."""
    with reading() as session:
        found = register_page(session, viewer(), today(), words=words_asked(), stage=_stage_asked())
    columns = (
        SheetColumn(label=_("Số ký hiệu"), width=20),
        SheetColumn(label=_("Trích yếu"), width=60),
        SheetColumn(label=_("Cơ quan ban hành"), width=24),
        SheetColumn(label=_("Ngày ký"), width=13),
        SheetColumn(label=_("Ngày hiệu lực"), width=13),
        SheetColumn(label=_("Ngày hết hiệu lực"), width=13),
        SheetColumn(label=_("Lĩnh vực"), width=24),
        SheetColumn(label=_("Thay thế văn bản"), width=22),
        SheetColumn(label=_("Sửa đổi văn bản"), width=22),
        SheetColumn(label=_("Điều khoản chuyển tiếp"), width=30),
        SheetColumn(label=_("Cập nhật"), width=32),
        SheetColumn(label=_("Hạn pháp lý"), width=13),
        SheetColumn(label=_("Phiên bản cũ → mới"), width=40),
    )
    rows = [
        (
            line.number,
            line.title,
            line.issuer,
            line.signed_on,
            line.effective_on,
            line.expires_on,
            line.field,
            line.replaces,
            line.amends,
            line.transition,
            words.update_in_words(line),
            line.cases[0].legal_due if line.cases else None,
            words.changes_in_words(line),
        )
        for line in found.lines
    ]
    return workbook_answer("so-vbqppl.xlsx", Sheet(title=_("Sổ VBQPPL"), columns=columns, rows=rows))


def stage_names() -> dict[UpdateStage, str]:
    """The stages in words."""
    return {
        UpdateStage.OVERDUE: _("Quá hạn cập nhật"),
        UpdateStage.RUNNING: _("Đang cập nhật"),
        UpdateStage.ENDED: _("Đã cập nhật xong"),
        UpdateStage.NOT_STARTED: _("Chưa khởi tạo"),
    }


def _stage_asked() -> UpdateStage | None:
    asked = request.args.get("stage", "")
    return UpdateStage(asked) if asked in set(UpdateStage) else None


@blueprint.get("/<uuid:document>")
def line(document: UUID) -> str:
    """One document with the cases that follow it."""
    with reading() as session:
        found = register_line(session, viewer(), document)
        related = relations(session, viewer(), found)
        visible = visible_among(session, viewer(), {case.instance for case in found.cases})
    return render_template(
        "legal_documents/line.html",
        line=found,
        related=related,
        visible=visible,
        running=next((case for case in found.cases if case.state in LIVE_INSTANCE_STATES), None),
        deadline=_deadline(found),
        may_start=may_register(viewer()),
    )


def _deadline(found: RegisterLine) -> Deadline | None:
    """What the law gives for the document; none where its effective date is missing or impossible."""
    if found.effective_on is None:
        return None
    try:
        return update_deadline(system().surroundings, viewer().agency, found.effective_on)
    except Invalid:
        return None


@blueprint.post("/<uuid:document>/update-case")
def update_case(document: UUID) -> Response:
    """Start following the document, and go to the case."""
    command = StartLegalUpdate(viewer=viewer(), origin=origin(), document=document)
    try:
        instance = start_legal_update(system().store, system().surroundings, command, now())
    except (Conflict, Invalid) as refusal:
        # The line shows why: the case that runs already, or the date that is missing.
        flash(sentence(refusal), "warning")
        return redirect(url_for(".line", document=document))
    flash(started_words(document), "success")
    return redirect(url_for("instances.detail", instance=instance))


def started_words(document: UUID) -> str:
    """That a case was started, with its code and its dates."""
    with reading() as session:
        found = register_line(session, viewer(), document)
    case = found.cases[0]
    return str(
        _(
            "Đã khởi tạo hồ sơ %(code)s cập nhật %(number)s. Hạn pháp lý %(legal)s, hạn mục tiêu %(target)s.",
            code=case.code,
            number=found.number,
            legal=day(case.legal_due),
            target=day(case.target_due),
        )
    )
