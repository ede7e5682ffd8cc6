"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from typing import Final

from flask import Blueprint
from flask_babel import gettext as _

from engine.domain.calendar import DayKind
from engine.queries.deadline_calendar import Standing

blueprint = Blueprint("deadline_calendar", __name__, template_folder="templates")
TONES: Final = {
    Standing.OPEN: "open",
    Standing.TARGET_MISSED: "soon",
    Standing.LATE: "late",
    Standing.PAUSED: "warning",
    Standing.DONE: "done",
    Standing.DONE_LATE: "danger",
}
"""Tones of `ui.chip`; the words say the same."""


def standing_names() -> dict[Standing, str]:
    """How a deadline stands, in words."""
    return {
        Standing.OPEN: _("Đang làm"),
        Standing.TARGET_MISSED: _("Trễ mục tiêu"),
        Standing.LATE: _("Quá hạn"),
        Standing.PAUSED: _("Đồng hồ dừng"),
        Standing.DONE: _("Đã xong"),
        Standing.DONE_LATE: _("Xong sau hạn"),
    }


def day_kind_names() -> dict[DayKind, str]:
    """Why a day differs, in words."""
    return {
        DayKind.HOLIDAY: _("Nghỉ lễ"),
        DayKind.OFF_SWAPPED: _("Nghỉ hoán đổi"),
        DayKind.WORK_SWAPPED: _("Làm bù"),
        DayKind.HALF_DAY: _("Làm nửa ngày"),
        DayKind.ORDINARY: _("Như ngày thường"),
    }
