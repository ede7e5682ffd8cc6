"""The room's blueprint and the words of policies."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

from engine.domain.deadline_policy import DeadlinePolicy, DeadlineUnit, Roll
from engine.domain.local_time import day_text
from qms.legal_time.book import LegalTimeBook
from qms.legal_time.keeping import load_book
from qms.legal_time.lines import PolicyLine
from web.system import reading
from web.translation import language_of_request

blueprint = Blueprint("policies", __name__, url_prefix="/policies", template_folder="templates")


def book() -> LegalTimeBook:
    """Legal time as it is in force at this moment."""
    with reading() as session:
        return load_book(session)


def unit_names() -> dict[DeadlineUnit, str]:
    """What a policy counts, in words."""
    return {
        DeadlineUnit.WORKING_DAY: _("Ngày làm việc"),
        DeadlineUnit.HOUR: _("Số giờ làm việc"),
        DeadlineUnit.CALENDAR_DAY: _("Ngày theo lịch"),
        DeadlineUnit.MONTH: _("Tháng"),
        DeadlineUnit.FIXED_DATE: _("Ngày cố định"),
        DeadlineUnit.SAME_DAY_CUTOFF: _("Trong ngày"),
    }


def roll_names() -> dict[Roll, str]:
    """What becomes of a period that ends on a day off, in words."""
    return {
        Roll.FORWARD: _("Chuyển tới ngày làm việc tiếp theo"),
        Roll.BACKWARD: _("Lùi về ngày làm việc trước đó"),
        Roll.NONE: _("Giữ nguyên"),
    }


@blueprint.app_template_global()
def policy_name(policy: DeadlinePolicy) -> str:
    """The name in the language of the page."""
    return policy.name_en if language_of_request() == "en" else policy.name_vi


@blueprint.app_template_global()
def policy_rule(policy: DeadlinePolicy) -> str:
    """How it counts, in few words."""
    amount = policy.amount
    match policy.unit:
        case DeadlineUnit.WORKING_DAY if amount < 0:
            return str(_("%(many)s ngày làm việc trước đó", many=-amount))
        case DeadlineUnit.WORKING_DAY:
            return str(_("%(many)s ngày làm việc", many=amount))
        case DeadlineUnit.HOUR:
            return str(_("%(many)s giờ làm việc", many=amount))
        case DeadlineUnit.CALENDAR_DAY:
            return str(_("%(many)s ngày theo lịch", many=amount))
        case DeadlineUnit.MONTH:
            return str(_("%(many)s tháng", many=amount))
        case DeadlineUnit.SAME_DAY_CUTOFF:
            return _same_day(policy)
        case DeadlineUnit.FIXED_DATE:
            year = f"/{policy.year}" if policy.year else ""
            date_text = f"{policy.day:02}/{policy.month:02}{year}"
            return str(
                _("trước ngày %(date)s", date=date_text)
                if policy.exclusive
                else _("ngày %(date)s", date=date_text)
            )


def _same_day(policy: DeadlinePolicy) -> str:
    if policy.amount:
        return str(_("cuối ngày làm việc thứ %(many)s sau ngày nhận", many=policy.amount))
    return str(_("trong ngày nhận"))


def validity(line: PolicyLine) -> str:
    """For which anchors a line holds, in words."""
    since = day_text(line.valid_from) if line.valid_from else ""
    until = day_text(line.valid_to) if line.valid_to else ""
    if since and until:
        return str(_("từ %(first)s đến hết %(last)s", first=since, last=until))
    if since:
        return str(_("từ %(day)s", day=since))
    return str(_("đến hết %(day)s", day=until) if until else _("không giới hạn"))
