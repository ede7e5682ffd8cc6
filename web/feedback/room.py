"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, url_for
from flask_babel import gettext as _

from qms.feedback.importing import may_import_surveys
from qms.feedback.queries import FeedbackLine
from qms.feedback.rules import Channel, FeedbackState, Kind
from qms.feedback.taking_in import reads_senders, takes_feedback_in
from web.system import viewer

blueprint = Blueprint("feedback", __name__, url_prefix="/phan-anh", template_folder="templates")
TONES: Final = {
    FeedbackState.NEW: "warning",
    FeedbackState.ANSWERED: "done",
    FeedbackState.NOT_ACCEPTED: "",
}
"""Colours of the chips; what is not named is under way."""


def channel_names() -> dict[Channel, str]:
    """The channels in words."""
    return {
        Channel.IN_PERSON: _("Trực tiếp"),
        Channel.PORTAL: _("Cổng thông tin, dịch vụ công"),
        Channel.HOTLINE: _("Đường dây nóng"),
        Channel.SURVEY: _("Phiếu khảo sát"),
        Channel.LETTER: _("Văn bản, thư"),
    }


def kind_names() -> dict[Kind, str]:
    """What it is about, in words."""
    return {
        Kind.UNSORTED: _("Chưa phân loại"),
        Kind.BEHAVIOUR: _("Hành vi, thái độ"),
        Kind.DELAY: _("Quá hạn"),
        Kind.RULES: _("Quy định, thủ tục"),
        Kind.OTHER: _("Khác"),
    }


def state_names() -> dict[FeedbackState, str]:
    """The states in words."""
    return {
        FeedbackState.NEW: _("Mới nhận"),
        FeedbackState.BEING_ANSWERED: _("Đang trả lời"),
        FeedbackState.AWAITING_APPROVAL: _("Chờ duyệt không thụ lý"),
        FeedbackState.ANSWERED: _("Đã trả lời"),
        FeedbackState.NOT_ACCEPTED: _("Không thụ lý"),
    }


@blueprint.app_template_global()
def feedback_state(line: FeedbackLine) -> tuple[str, str]:
    """Words and colour of a chip."""
    if line.cancelled:
        return _("Đã hủy"), ""
    if line.score_only:
        return _("Ghi điểm"), ""
    return state_names()[line.state], TONES.get(line.state, "open")


@blueprint.app_template_global("takes_feedback_in")
def reader_takes_in() -> bool:
    """Whether the reader enters feedback."""
    return takes_feedback_in(viewer())


@blueprint.app_template_global("reads_feedback_senders")
def reader_sees_senders() -> bool:
    """Whether the reader sees who sent it."""
    return reads_senders(viewer())


@blueprint.app_template_global("may_import_surveys")
def reader_imports() -> bool:
    """Whether the reader takes surveys over."""
    return may_import_surveys(viewer())


def home() -> dict[str, str]:
    """The first step of the breadcrumbs."""
    return {"label": _("Phản ánh, kiến nghị"), "url": url_for("feedback.listing")}
