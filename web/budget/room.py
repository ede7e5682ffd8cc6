"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from qms.budget.caps import KIND_NAMES, LineKind, WarningCode
from qms.budget.rules import BudgetState, Spent
from web.translation import language_of_request

blueprint = Blueprint("budget", __name__, url_prefix="/kinh-phi", template_folder="templates")


def budget_states() -> dict[BudgetState, tuple[str, str]]:
    """How far the money of a year is: words and the tone of their chip."""
    return {
        BudgetState.ESTIMATED: (_("Đang lập dự toán"), "open"),
        BudgetState.SUBMITTED: (_("Đang trình ký, gửi"), "open"),
        BudgetState.SENT: (_("Đã gửi"), "open"),
        BudgetState.APPROVED: (_("Đã được duyệt"), "done"),
        BudgetState.SETTLED: (_("Đã quyết toán"), "done"),
        BudgetState.CANCELLED: (_("Đã hủy"), ""),
    }


def spent_words() -> dict[Spent, tuple[str, str]]:
    """How much is spent: words and the tone of their chip."""
    return {
        Spent.WITHIN: ("", ""),
        Spent.NEARLY: (_("Đã chi quá 80 %"), "warning"),
        Spent.OVER: (_("Đã chi quá mức được duyệt"), "late"),
    }


def kind_names() -> dict[LineKind, str]:
    """What money is spent on, in words."""
    english = language_of_request() == "en"
    return {kind: words[1] if english else words[0] for kind, words in KIND_NAMES.items()}


def warning_names() -> dict[str, str]:
    """Why a line was warned of, in words."""
    return {
        WarningCode.LEGAL_CAP: _("Vượt mức tối đa của Thông tư 116/2015/TT-BTC"),
        WarningCode.LOCAL_CAP: _("Vượt mức của địa phương"),
        WarningCode.CERTIFICATION: _("Cơ quan không tự thuê tổ chức chứng nhận (Điều 4, Điều 8)"),
    }
