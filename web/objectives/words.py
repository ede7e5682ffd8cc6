"""The words of objectives: states, verdicts, periods."""

from __future__ import annotations

from flask_babel import get_locale
from flask_babel import gettext as _

from qms.objectives.indicators import FIGURES
from qms.objectives.rules import Direction, Evaluation, ObjectiveState, Period, Source, Verdict


def state_names() -> dict[ObjectiveState, str]:
    """How far an objective is, in words."""
    return {
        ObjectiveState.DRAFT: _("Dự thảo"),
        ObjectiveState.ISSUED: _("Đã ban hành"),
        ObjectiveState.MET: _("Đạt"),
        ObjectiveState.UNMET: _("Không đạt"),
        ObjectiveState.DROPPED: _("Đã bỏ"),
    }


def verdict_names() -> dict[Verdict, str]:
    """What a measurement comes to, in words."""
    return {
        Verdict.MET: _("Đạt"),
        Verdict.AT_RISK: _("Nguy cơ"),
        Verdict.UNMET: _("Không đạt"),
        Verdict.NO_FIGURE: _("Chưa có số liệu"),
    }


TONES = {
    Verdict.MET: "done",
    Verdict.AT_RISK: "warning",
    Verdict.UNMET: "late",
    Verdict.NO_FIGURE: "",
}
"""The tone of the chip of a verdict; its words say the same."""


def period_names() -> dict[Period, str]:
    """The periods in words."""
    return {
        Period.Q1: _("Quý I"),
        Period.Q2: _("Quý II"),
        Period.Q3: _("Quý III"),
        Period.Q4: _("Quý IV"),
        Period.YEAR: _("Cả năm"),
    }


def direction_signs() -> dict[Direction, str]:
    """Whether more is better or less, as a sign."""
    return {Direction.AT_LEAST: "≥", Direction.AT_MOST: "≤"}


def evaluation_names() -> dict[Evaluation, str]:
    """How an objective is judged, in words."""
    return {Evaluation.EACH_PERIOD: _("Từng kỳ"), Evaluation.CUMULATIVE: _("Lũy kế đến hạn")}


def source_names() -> dict[Source, str]:
    """Who measures, in words."""
    return {Source.SYSTEM: _("Hệ thống tính"), Source.PEOPLE: _("Nhập tay")}


def figure_name(code: str) -> str:
    """The figure of the system by which an objective is measured; empty for none."""
    figure = FIGURES.get(code)
    if figure is None:
        return ""
    return figure.en if str(get_locale() or "vi") == "en" else figure.vi
