"""The words of the dashboard."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.dashboard.open_slips import Age
from qms.dashboard.punctuality import Kind, Result
from qms.obligations.standing import State


def kind_names() -> dict[Kind, str]:
    """What cases are about, in words."""
    return {
        Kind.OFFICE: _("Thủ tục, công việc của cơ quan"),
        Kind.SYSTEM: _("Quy trình của hệ thống quản lý"),
    }


def result_names() -> dict[Result, str]:
    """How cases ended, in words."""
    return {
        Result.IN_TIME: _("Đúng hạn"),
        Result.LATE: _("Trễ hạn"),
        Result.UNDATED: _("Không có hạn"),
    }


RESULT_TONES = {Result.IN_TIME: "done", Result.LATE: "late", Result.UNDATED: ""}


def age_names() -> dict[Age, str]:
    """How old a slip is, in words."""
    return {
        Age.MONTH: _("Đến 30 ngày"),
        Age.TWO_MONTHS: _("31 đến 60 ngày"),
        Age.QUARTER: _("61 đến 90 ngày"),
        Age.OLDER: _("Trên 90 ngày"),
    }


def obligation_names() -> dict[State, str]:
    """How an obligation stands, in words."""
    return {
        State.OPEN: _("Còn nợ"),
        State.LATE: _("Đã làm, muộn"),
        State.DISCHARGED: _("Đã làm"),
        State.NOT_ARISEN: _("Không phát sinh"),
        State.NOT_OURS: _("Của cơ quan khác"),
    }


OBLIGATION_TONES = {
    State.OPEN: "late",
    State.LATE: "warning",
    State.DISCHARGED: "done",
    State.NOT_ARISEN: "",
    State.NOT_OURS: "",
}
