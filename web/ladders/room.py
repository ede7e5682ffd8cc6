"""The room's blueprint and the words of ladders."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from engine.domain.escalation_steps import (
    Action,
    Audience,
    CountedFrom,
    Ladder,
    NamedRole,
    NewHolder,
    OpenNonconformity,
    RaisePriority,
    Reassign,
    Recipient,
    Standing,
    StartProcess,
    Step,
    StepKind,
    StepUnit,
)
from qms.organisation.roles import ROLE_NAMES, Role
from web.translation import language_of_request

blueprint = Blueprint("ladders", __name__, url_prefix="/ladders", template_folder="templates")
_MINUTES = 60


@blueprint.app_template_global()
def ladder_name(ladder: Ladder) -> str:
    """The name in the language of the page."""
    return ladder.name_en if language_of_request() == "en" else ladder.name_vi


def when(step: Step) -> str:
    """When a step falls, in words."""
    many = abs(step.amount)
    day = _("hạn mục tiêu") if step.from_ is CountedFrom.TARGET else _("hạn pháp lý")
    match step.unit:
        case StepUnit.PERCENT:
            return str(_("khi đã qua %(many)s%% thời gian", many=many))
        case StepUnit.WORKING_MINUTES:
            return _within_the_day(step)
        case StepUnit.WORKING_DAYS if step.amount < 0:
            return str(_("%(many)s ngày làm việc trước %(day)s", many=many, day=day))
        case StepUnit.WORKING_DAYS if step.amount > 0:
            return str(_("%(many)s ngày làm việc sau %(day)s", many=many, day=day))
        case StepUnit.WORKING_DAYS:
            return str(_("đúng %(day)s", day=day))


def _within_the_day(step: Step) -> str:
    minutes = abs(step.amount)
    before, hours = step.amount < 0, minutes // _MINUTES
    if not minutes:
        return str(_("đúng lúc hết hạn"))
    if minutes % _MINUTES:
        if before:
            return str(_("%(many)s phút làm việc trước lúc hết hạn", many=minutes))
        return str(_("%(many)s phút làm việc sau lúc hết hạn", many=minutes))
    if before:
        return str(_("%(many)s giờ làm việc trước lúc hết hạn", many=hours))
    return str(_("%(many)s giờ làm việc sau lúc hết hạn", many=hours))


def kind_name(step: Step) -> str:
    """What kind of telling a step is."""
    return str(_("Nhắc việc") if step.kind is StepKind.REMINDER else _("Báo cáo"))


def recipient_name(recipient: Recipient) -> str:
    """Whom a step tells."""
    if isinstance(recipient, NamedRole):
        names = ROLE_NAMES.get(Role(recipient.role)) if recipient.role in set(Role) else None
        if names is None:
            return recipient.role
        return names[1] if language_of_request() == "en" else names[0]
    names_of = {
        Audience.ASSIGNEE: _("Người được giao việc"),
        Audience.UNIT_HEAD: _("Lãnh đạo phòng"),
        Audience.ISO_SECRETARY: _("Thư ký ISO"),
        Audience.STEERING_HEAD: _("Trưởng Ban Chỉ đạo ISO"),
        Audience.AGENCY_HEAD: _("Lãnh đạo cơ quan"),
        Audience.DEPARTMENT_OFFICER: _("Chuyên viên Sở theo dõi cơ quan"),
    }
    return str(names_of[recipient])


def effects(step: Step) -> list[str]:
    """What a step does besides telling, and when it holds."""
    told = [_deed(action) for action in step.actions]
    if step.every:
        told.append(_("Nhắc lại mỗi %(many)s ngày làm việc", many=step.every))
    if step.only_owed_to_department:
        told.append(_("Chỉ với nghĩa vụ với Sở"))
    if step.holds_for == {Standing.UNCLAIMED}:
        told.append(_("Chỉ khi chưa ai nhận việc"))
    if step.holds_for == {Standing.CLAIMED}:
        told.append(_("Chỉ khi đã có người nhận việc"))
    return told


def _deed(action: Action) -> str:
    match action:
        case Reassign(to=NewHolder.QUEUE):
            return str(_("Trả việc về nhóm"))
        case Reassign():
            return str(_("Chuyển việc cho lãnh đạo phòng"))
        case RaisePriority(to=level):
            return str(_("Nâng mức ưu tiên lên %(level)s", level=level))
        case OpenNonconformity():
            return str(_("Mở phiếu không phù hợp"))
        case StartProcess(key=key):
            return str(_("Khởi tạo quy trình %(key)s", key=key))
