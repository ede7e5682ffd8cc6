"""The words of reports: kinds, states, and the parts of a report."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.reports.figures import NOTHING, ReportFigure
from qms.reports.rules import KIND_NAMES, OwedKind, ReportKind, ReportState
from web.translation import language_of_request


def kind_name(kind: OwedKind | ReportKind) -> str:
    """The kind in the language of the page."""
    vi, en = KIND_NAMES[kind]
    return en if language_of_request() == "en" else vi


def kind_names() -> dict[ReportKind, str]:
    """The kinds of report in words."""
    return {kind: kind_name(kind) for kind in ReportKind}


def state_names() -> dict[ReportState | None, str]:
    """How far a report is, in words; None: nobody has begun it."""
    return {
        None: _("Chưa lập"),
        ReportState.PREPARED: _("Đơn vị đang đóng góp"),
        ReportState.CONTRIBUTED: _("Đang biên tập"),
        ReportState.SIGNING: _("Đang trình ký"),
        ReportState.SENT: _("Đã gửi, chờ biên nhận"),
        ReportState.RECEIVED: _("Nơi nhận đã nhận"),
        ReportState.MORE_WANTED: _("Đang bổ sung"),
        ReportState.CANCELLED: _("Đã hủy"),
    }


def part_names() -> dict[str, str]:
    """The parts of a report in words."""
    return {
        "tinh_hinh": _("Tình hình thực hiện"),
        "ket_qua": _("Kết quả"),
        "ton_tai": _("Tồn tại, nguyên nhân"),
        "kien_nghi": _("Kiến nghị, phương hướng"),
        "khen_thuong": _("Đề nghị khen thưởng"),
    }


def figure_name(figure: ReportFigure) -> str:
    """The figure in the language of the page."""
    return figure.en if language_of_request() == "en" else figure.vi


def figure_value(figure: ReportFigure) -> str:
    """Its value as it was kept; what no register told is said in the language of the page."""
    return str(_("chưa có dữ liệu")) if figure.value == NOTHING else figure.value
