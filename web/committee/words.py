"""The words of the steering committee: seats, reasons, what came of a look at it."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.committee.rules import CheckReason, CheckState, HandOverState, Seat


def seat_names() -> dict[Seat, str]:
    """The seats in words."""
    return {
        Seat.CHAIR: _("Trưởng ban"),
        Seat.DEPUTY: _("Phó Trưởng ban"),
        Seat.MEMBER: _("Thành viên"),
        Seat.SECRETARY: _("Thư ký"),
    }


def reason_names() -> dict[CheckReason, str]:
    """Why the committee was looked at, in words."""
    return {
        CheckReason.PEOPLE: _("Thay đổi nhân sự"),
        CheckReason.ORGANISATION: _("Thay đổi tổ chức"),
        CheckReason.YEARLY: _("Rà soát định kỳ"),
        CheckReason.OTHER: _("Lý do khác"),
    }


def state_names() -> dict[CheckState, str]:
    """What came of it, in words."""
    return {
        CheckState.RUNNING: _("Đang xử lý"),
        CheckState.KEPT: _("Giữ nguyên"),
        CheckState.RENEWED: _("Đã kiện toàn"),
        CheckState.CANCELLED: _("Đã hủy"),
    }


def hand_over_names() -> dict[HandOverState, str]:
    """Where a task of who left is, in words."""
    return {
        HandOverState.HELD: _("Còn đang giữ"),
        HandOverState.BACK: _("Đã trở về nhóm"),
        HandOverState.TO_GO: _("Chờ chuyển"),
        HandOverState.GIVEN: _("Đã chuyển"),
        HandOverState.REFUSED: _("Không chuyển được"),
        HandOverState.OVER: _("Đã kết thúc"),
    }
