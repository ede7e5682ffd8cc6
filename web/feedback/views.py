"""The register of feedback, one of its lines, the figures of satisfaction by month."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from engine.queries.visible import visible_among
from qms.chains.chain import chain_of
from qms.feedback.queries import (
    FeedbackAsked,
    feedback_lines,
    feedback_record,
    received_on,
    satisfaction_by_month,
)
from qms.feedback.rules import Channel, FeedbackState, Kind
from qms.feedback.taking_in import reads_senders
from web.feedback.room import blueprint, channel_names, feedback_state, kind_names, state_names
from web.names import remember_names
from web.paging import words_asked
from web.spreadsheet import CellValue, Sheet, SheetColumn, workbook_answer
from web.system import reading, today, viewer


@blueprint.get("/")
def listing() -> str:
    """The register, the latest first, with the scores of this year's surveys by month."""
    asked = _asked()
    with reading() as session:
        lines = feedback_lines(session, viewer(), today(), asked)
        visible = visible_among(session, viewer(), {line.instance for line in lines if line.instance})
        months = satisfaction_by_month(session, viewer(), today().year)
    return render_template(
        "feedback/listing.html",
        lines=lines,
        asked=asked,
        kept=_kept(asked),
        visible=visible,
        months=months,
        year=today().year,
        states=[{"value": each.value, "label": name} for each, name in state_names().items()],
        kinds=[{"value": each.value, "label": name} for each, name in kind_names().items() if each],
        channels=[{"value": each.value, "label": name} for each, name in channel_names().items()],
        **_words(),
    )


@blueprint.get("/phan-anh.xlsx")
def export() -> Response:
    """The register as far as it is filtered; sender and contact for who reads them alone."""
    with reading() as session:
        lines = feedback_lines(session, viewer(), today(), _asked())
    channels, kinds, senders = channel_names(), kind_names(), reads_senders(viewer())
    columns = [
        SheetColumn(label=_("Mã"), width=16),
        SheetColumn(label=_("Ngày nhận"), width=13),
        SheetColumn(label=_("Kênh"), width=20),
        SheetColumn(label=_("Nội dung"), width=60),
        SheetColumn(label=_("Điểm"), width=8),
        SheetColumn(label=_("Mã hồ sơ"), width=20),
        SheetColumn(label=_("Loại"), width=20),
        SheetColumn(label=_("Đơn vị trả lời"), width=28),
        SheetColumn(label=_("Hạn"), width=13),
        SheetColumn(label=_("Tình trạng"), width=20),
        SheetColumn(label=_("Ngày trả lời"), width=13),
        SheetColumn(label=_("Trả lời"), width=60),
    ]
    if senders:
        columns += [SheetColumn(label=_("Người gửi"), width=28), SheetColumn(label=_("Liên hệ"), width=24)]
    rows: list[tuple[CellValue, ...]] = [
        (
            *(line.code, received_on(line), channels[line.channel], line.content, line.score),
            *(line.dossier, kinds[line.kind], line.unit, line.due_on, feedback_state(line)[0]),
            *(line.answered_on, line.answer),
            *((line.sender, line.contact) if senders else ()),
        )
        for line in lines
    ]
    return workbook_answer("phan-anh.xlsx", Sheet(title=_("Phản ánh, kiến nghị"), columns=columns, rows=rows))


@blueprint.get("/<uuid:feedback>")
def detail(feedback: UUID) -> str:
    """One line with its answer and what followed."""
    with reading() as session:
        line = feedback_record(session, viewer(), feedback, today())
        visible = visible_among(session, viewer(), {line.instance} if line.instance else set())
        chain = chain_of(session, viewer(), line.instance) if line.instance in visible else None
    remember_names({line.answered_by} if line.answered_by else set())
    return render_template("feedback/detail.html", line=line, visible=visible, chain=chain, **_words())


def _asked() -> FeedbackAsked:
    """What the address narrows the list by; what it cannot mean narrows nothing."""
    state, kind = request.args.get("trang_thai", ""), request.args.get("loai", "")
    channel = request.args.get("kenh", "")
    return FeedbackAsked(
        words=words_asked(),
        state=FeedbackState(state) if state in set(FeedbackState) else None,
        kind=Kind(kind) if kind and kind in set(Kind) else None,
        channel=Channel(channel) if channel in set(Channel) else None,
    )


def _kept(asked: FeedbackAsked) -> dict[str, str]:
    pairs = {"q": asked.words, "trang_thai": asked.state, "loai": asked.kind, "kenh": asked.channel}
    return {key: str(value) for key, value in pairs.items() if value}


def _words() -> dict[str, Any]:
    return {"channel_names": channel_names(), "kind_names": kind_names()}
