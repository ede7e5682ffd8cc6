"""The words of a year: states, standings, parts, and where its entries come from."""

from __future__ import annotations

from typing import Final

from flask_babel import get_locale
from flask_babel import gettext as _

from qms.years.calendar import EntryKind
from qms.years.completeness import YearPart
from qms.years.rules import Standing, YearState

TONES: Final = {
    Standing.AHEAD: "",
    Standing.DUE: "open",
    Standing.LATE: "late",
    Standing.DONE: "done",
    Standing.DONE_LATE: "warning",
    Standing.WAIVED: "",
}


def year_state_names() -> dict[YearState, str]:
    """Whether a year is under way, in words."""
    return {YearState.RUNNING: _("Đang chạy"), YearState.CLOSED: _("Đã đóng")}


def standing_names() -> dict[Standing, str]:
    """How something stands, in words."""
    return {
        Standing.AHEAD: _("Chưa đến"),
        Standing.DUE: _("Đang làm"),
        Standing.LATE: _("Quá hạn"),
        Standing.DONE: _("Đã xong"),
        Standing.DONE_LATE: _("Xong muộn"),
        Standing.WAIVED: _("Không áp dụng"),
    }


def part_names() -> dict[YearPart, str]:
    """The parts of a year in words."""
    return {
        YearPart.PLAN: _("Kế hoạch năm"),
        YearPart.OBJECTIVES: _("Mục tiêu chất lượng"),
        YearPart.AUDIT: _("Đánh giá nội bộ mọi đơn vị"),
        YearPart.REAUDIT: _("Đánh giá lại"),
        YearPart.REVIEW: _("Xem xét của lãnh đạo"),
        YearPart.REPORT: _("Báo cáo"),
    }


def kind_names() -> dict[EntryKind, str]:
    """The registers that entries of the calendar come from, in words."""
    return {
        EntryKind.ITEM: _("Việc của năm"),
        EntryKind.ACTIVITY: _("Kế hoạch năm"),
        EntryKind.MEASUREMENT: _("Đo mục tiêu"),
        EntryKind.AUDIT: _("Đánh giá nội bộ"),
        EntryKind.REAUDIT: _("Đánh giá lại"),
        EntryKind.REVIEW: _("Xem xét của lãnh đạo"),
        EntryKind.INSPECTION: _("Kiểm tra của Sở"),
        EntryKind.DOCUMENT: _("Rà soát tài liệu"),
    }


def said(sentence: tuple[str, str]) -> str:
    """A sentence that the rooms keep in both languages, in the reader's."""
    return sentence[1] if str(get_locale() or "vi") == "en" else sentence[0]
