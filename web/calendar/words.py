"""What kinds of days, states of changes and edits are called on the pages of the calendar."""

from __future__ import annotations

from typing import Final

from flask_babel import gettext as _

from engine.domain.calendar import CalendarDay
from web.calendar.room import blueprint

_MARKS: Final = {"holiday": "L", "off_swapped": "H", "work_swapped": "B", "half_day": "½", "ordinary": "="}


def kind_names() -> dict[str, str]:
    """The kinds of days by their stored names."""
    return {
        "holiday": _("Nghỉ lễ, Tết"),
        "off_swapped": _("Nghỉ hoán đổi"),
        "work_swapped": _("Làm bù"),
        "half_day": _("Làm nửa ngày"),
        "ordinary": _("Như ngày thường của thứ đó"),
    }


@blueprint.app_template_global()
def kind_of_day(kind: str) -> str:
    """A kind in words."""
    return str(kind_names().get(kind, kind))


def mark_of(kind: str) -> str:
    """The sign by which a day is told from others without colour."""
    return _MARKS.get(kind, "")


def state_names() -> dict[str, str]:
    """The states of a change."""
    return {"draft": _("Bản thảo, chưa áp dụng"), "applied": _("Đã áp dụng"), "dropped": _("Đã bỏ")}


@blueprint.app_template_global()
def state_of_change(state: str) -> str:
    """A state in words."""
    return str(state_names().get(state, state))


def listed_in_words(listed: CalendarDay | None) -> str:
    """What a calendar says of a day now; empty where it lists nothing."""
    if listed is None:
        return ""
    kind = kind_of_day(listed.kind.value)
    return f"{kind}: {listed.name}" if listed.name else kind
