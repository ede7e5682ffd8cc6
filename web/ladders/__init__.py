"""The escalation ladders in force: steps in words, the dates of a sample, the entry of another."""

from web.ladders import views
from web.ladders.room import blueprint

__all__ = ["blueprint", "views"]
