"""The reporting calendar: what is owed to whom and when, by year."""

from web.reporting_calendar.room import blueprint
from web.reporting_calendar.views import page as page

__all__ = ["blueprint"]
