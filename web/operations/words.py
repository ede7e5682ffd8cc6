"""What states, types and ends of incidents are called on the pages of operations."""

from __future__ import annotations

from flask_babel import gettext as _

from engine.domain.definition import ActivityKind
from engine.domain.interventions import Resolution
from engine.domain.values import Value
from engine.domain.variable_types import VariableType, write_value
from engine.queries.interventions import CaseForRepair, StandingPlace, Step
from web.operations.room import blueprint


def type_names() -> dict[VariableType, str]:
    """The types of variables."""
    return {
        VariableType.TEXT: _("Văn bản"),
        VariableType.NUMBER: _("Số"),
        VariableType.DECIMAL: _("Số thập phân"),
        VariableType.DATE: _("Ngày"),
        VariableType.DATETIME: _("Ngày giờ"),
        VariableType.BOOL: _("Có/không"),
        VariableType.LIST: _("Danh sách (JSON)"),
        VariableType.RECORD: _("Bản ghi (JSON)"),
        VariableType.FILE: _("Tệp (JSON)"),
    }


@blueprint.app_template_global()
def resolution_in_words(how: Resolution) -> str:
    """How an incident ended."""
    words = {
        Resolution.PASSED: _("Hồ sơ đã đi qua"),
        Resolution.ANSWERED: _("Trả lời thay"),
        Resolution.SKIPPED: _("Bỏ qua bước"),
        Resolution.CLOSED: _("Đóng, không cần xử lý"),
        Resolution.CANCELLED: _("Hủy hồ sơ"),
    }
    return str(words[how])


@blueprint.app_template_global()
def step_in_words(step: Step) -> str:
    """A step with what tells it from its siblings."""
    return f"{step.name} – {step.title}" if step.title else step.name


@blueprint.app_template_global()
def holds_others(view: CaseForRepair, place: StandingPlace) -> bool:
    """Whether a place is that of a whole sub-process or loop, with other places inside."""
    activity = view.definition.activities.get(place.step.element)
    if activity is None:
        return False
    return activity.multi_instance is not None or activity.kind in {
        ActivityKind.SUB_PROCESS,
        ActivityKind.CALL_ACTIVITY,
    }


@blueprint.app_template_filter()
def as_typed(value: Value) -> str:
    """A value as one would type it."""
    return write_value(value)
