"""The working calendar: the year as it counts, and every change of it drafted, looked at and applied."""

from web.calendar import changes, confirmation, days, hours, importing, year
from web.calendar.room import blueprint

__all__ = ["blueprint", "changes", "confirmation", "days", "hours", "importing", "year"]
