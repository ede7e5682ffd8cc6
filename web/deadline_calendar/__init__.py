"""Deadlines by day: the agency's month and year, and the private calendar of each officer."""

from web.deadline_calendar import account, feed, views
from web.deadline_calendar.room import blueprint

__all__ = ["account", "blueprint", "feed", "views"]
