"""The words of risks and opportunities: kinds, states, steps of the scale."""

from __future__ import annotations

from flask_babel import gettext as _

from qms.risks.rules import RiskKind, RiskState


def kind_names() -> dict[RiskKind, str]:
    """Risk or opportunity, in words."""
    return {RiskKind.RISK: _("Rủi ro"), RiskKind.OPPORTUNITY: _("Cơ hội")}


def state_names() -> dict[RiskState, str]:
    """How far it is, in words."""
    return {
        RiskState.IDENTIFIED: _("Chấp nhận"),
        RiskState.WATCHED: _("Theo dõi"),
        RiskState.IN_TREATMENT: _("Đang xử lý"),
        RiskState.TREATED: _("Đã xử lý"),
        RiskState.CLOSED: _("Đã đóng"),
    }


TONES = {
    RiskState.IDENTIFIED: "",
    RiskState.WATCHED: "warning",
    RiskState.IN_TREATMENT: "open",
    RiskState.TREATED: "done",
    RiskState.CLOSED: "",
}
"""The tone of the chip of a state; its words say the same."""


def likelihood_names() -> dict[int, str]:
    """The steps of likelihood."""
    return {
        1: _("Hiếm khi"),
        2: _("Ít khi"),
        3: _("Có thể"),
        4: _("Dễ xảy ra"),
        5: _("Gần như chắc chắn"),
    }


def severity_names() -> dict[int, str]:
    """The steps of severity."""
    return {1: _("Không đáng kể"), 2: _("Nhỏ"), 3: _("Vừa"), 4: _("Lớn"), 5: _("Nghiêm trọng")}
