"""The words of training: kinds, states, presence, competences."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.training.rules import Came, CompetenceState, CourseKind, CourseSource, CourseState, Effect


def kind_names() -> dict[str, str]:
    """What a class is about, in words."""
    return {
        CourseKind.AWARENESS: _("Nhận thức về ISO"),
        CourseKind.DOCUMENTS: _("Xây dựng tài liệu"),
        CourseKind.AUDIT: _("Đánh giá nội bộ"),
        CourseKind.EXPERT: _("Chuyên gia đánh giá"),
        CourseKind.SKILLS: _("Nghiệp vụ"),
    }


def kind_name(kind: str) -> str:
    """A kind in words; one of the office's own stands as it was written."""
    return kind_names().get(kind, kind)


def state_names() -> dict[CourseState, str]:
    """How far a class is, in words."""
    return {
        CourseState.PLANNED: _("Trong kế hoạch"),
        CourseState.HELD: _("Đã tổ chức"),
        CourseState.ASSESSED: _("Đã đánh giá"),
        CourseState.EFFECT_SEEN: _("Đã xem hiệu lực"),
        CourseState.CANCELLED: _("Đã hủy"),
    }


def source_names() -> dict[CourseSource, str]:
    """Who holds it, in words."""
    return {
        CourseSource.OWN: _("Tự tổ chức"),
        CourseSource.DEPARTMENT: _("Sở mở lớp"),
        CourseSource.OUTSIDE: _("Thuê ngoài"),
    }


def came_names() -> dict[str, str]:
    """Whether somebody came, in words."""
    return {
        "": _("chưa điểm danh"),
        Came.PRESENT: _("có mặt"),
        Came.EXCUSED: _("vắng có lý do"),
        Came.ABSENT: _("vắng"),
    }


def effect_names() -> dict[str, str]:
    """The effect after 90 days, in words."""
    return {
        "": _("chưa đánh giá"),
        Effect.YES: _("Có hiệu lực"),
        Effect.IN_PART: _("Hiệu lực một phần"),
        Effect.NO: _("Không hiệu lực"),
    }


def standing_names() -> dict[CompetenceState, str]:
    """How somebody stands with a competence, in words."""
    return {
        CompetenceState.HELD: _("còn hiệu lực"),
        CompetenceState.EXPIRING: _("sắp hết hạn"),
        CompetenceState.EXPIRED: _("đã hết hạn"),
        CompetenceState.LACKING: _("chưa có"),
    }
