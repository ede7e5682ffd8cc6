"""The catalogue of procedures with their versions, and lists that change it."""

from web.procedures import importing, views
from web.procedures.room import blueprint

__all__ = ["blueprint", "importing", "views"]
