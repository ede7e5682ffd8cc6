"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, url_for
from flask_babel import gettext as _

from engine.domain.authority import Power, may
from qms.nonconformities.rules import NonconformityState, Severity, Source
from web.system import viewer

blueprint = Blueprint("nonconformities", __name__, url_prefix="/nonconformities", template_folder="templates")
TONES: Final = {
    NonconformityState.PROPOSED: "warning",
    NonconformityState.CLOSED: "done",
    NonconformityState.CARRIED_OVER: "",
}
"""Colours of the chips; what is not named is under way."""


def state_names() -> dict[NonconformityState, str]:
    """The states as officers say them."""
    return {
        NonconformityState.PROPOSED: _("Đề xuất"),
        NonconformityState.ANALYSIS: _("Phân tích"),
        NonconformityState.AWAITING_APPROVAL: _("Chờ phê duyệt"),
        NonconformityState.IN_PROGRESS: _("Đang thực hiện"),
        NonconformityState.BEING_VERIFIED: _("Đang xác minh"),
        NonconformityState.CLOSED: _("Đã đóng"),
        NonconformityState.CARRIED_OVER: _("Chuyển tiếp"),
    }


def source_names() -> dict[Source, str]:
    """The sources in words."""
    return {
        Source.AUDIT: _("Đánh giá nội bộ"),
        Source.INSPECTION: _("Kiểm tra của Sở KH&CN"),
        Source.OBJECTIVE: _("Mục tiêu chất lượng không đạt"),
        Source.LATE_CASE: _("Hồ sơ quá hạn, sai sót"),
        Source.COMPLAINT: _("Phản ánh, kiến nghị"),
        Source.LATE_LEGAL_UPDATE: _("Quá hạn cập nhật VBQPPL"),
        Source.OWN_FINDING: _("Tự phát hiện"),
    }


def severity_names() -> dict[str, str]:
    """How grave, in words; nothing where it is not said yet."""
    return {Severity.MINOR: _("Nhẹ"), Severity.MAJOR: _("Nặng"), "": ""}


def method_names() -> dict[str, str]:
    """Ways of looking for a cause in words."""
    return {"5_tai_sao": _("5 tại sao"), "xuong_ca": _("Xương cá"), "khac": _("Cách khác")}


def cause_names() -> dict[str, str]:
    """Kinds of cause in words."""
    return {
        "tai_lieu": _("Quy trình, tài liệu thiếu hoặc lạc hậu"),
        "phan_cong": _("Phân công, phối hợp chưa rõ"),
        "nang_luc": _("Năng lực, đào tạo"),
        "nguon_luc": _("Nguồn lực, thiết bị, phần mềm"),
        "giam_sat": _("Kiểm tra, giám sát"),
        "ben_ngoai": _("Thông tin từ bên ngoài"),
        "khac": _("Nguyên nhân khác"),
        "": "",
    }


@blueprint.app_template_global()
def slip_tone(state: NonconformityState) -> str:
    """The colour of a slip's chip."""
    return TONES.get(state, "open")


def may_treat() -> bool:
    """Whether the reader begins the treatment of slips of the register, and imports them."""
    return may(viewer(), Power.START_PROCESS)


def home() -> dict[str, str]:
    """The first step of the breadcrumbs."""
    return {"label": _("Không phù hợp"), "url": url_for("nonconformities.listing")}
