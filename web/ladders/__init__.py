"""The escalation ladders in force: steps in words, the dates of a sample, the entry of another."""

from web.ladders import entry, views
from web.ladders.room import blueprint

__all__ = ["blueprint", "entry", "views"]
