"""The room's blueprint and the words that its pages share."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from engine.domain.forms.fields import Message
from qms.budget.caps import money
from qms.plans.rules import KIND_NAMES, REPORT_NAMES, ActivityKind, ActivityState, PlanState
from web.translation import language_of_request

blueprint = Blueprint("plans", __name__, url_prefix="/ke-hoach", template_folder="templates")
blueprint.add_app_template_filter(money, "money")


def said(words: Message) -> str:
    """Words of the room in the language of the page."""
    return words[1] if language_of_request() == "en" else words[0]


def plan_states() -> dict[PlanState, tuple[str, str]]:
    """How far an edition is: words and the tone of their chip."""
    return {
        PlanState.DRAFT: (_("Dự thảo"), "open"),
        PlanState.CONSULTED: (_("Đang góp ý, hoàn thiện"), "open"),
        PlanState.SUBMITTED: (_("Đang trình ký"), "open"),
        PlanState.ISSUED: (_("Đang thực hiện"), "done"),
        PlanState.SUPERSEDED: (_("Đã bị thay"), ""),
        PlanState.CANCELLED: (_("Đã hủy"), ""),
    }


def activity_states() -> dict[ActivityState, tuple[str, str]]:
    """Where an activity stands: words and the tone of their chip."""
    return {
        ActivityState.AHEAD: (_("Chưa đến"), ""),
        ActivityState.RUNNING: (_("Đang làm"), "open"),
        ActivityState.DONE: (_("Đã xong"), "done"),
        ActivityState.DROPPED: (_("Không thực hiện"), "warning"),
    }


def kind_names() -> dict[ActivityKind, str]:
    """What an activity is about, in words."""
    return {kind: said(words) for kind, words in KIND_NAMES.items()}


def report_names() -> dict[str, str]:
    """The types of reports, in words."""
    return {kind: said(words) for kind, words in REPORT_NAMES.items()}
