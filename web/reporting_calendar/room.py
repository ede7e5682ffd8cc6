"""The room's blueprint, and the words of a line of the calendar."""

from __future__ import annotations

from flask import Blueprint
from flask_babel import gettext as _

blueprint = Blueprint("reporting_calendar", __name__, url_prefix="/lich-bao-cao", template_folder="templates")


def rule_words(day: int, month: int, *, exclusive: bool) -> str:
    """The day as papers say it: “trước ngày 15/08” or “ngày 31/12”."""
    date_text = f"{day:02}/{month:02}"
    return str(
        _("trước ngày %(date)s", date=date_text)
        if exclusive
        else _("chậm nhất ngày %(date)s", date=date_text)
    )
