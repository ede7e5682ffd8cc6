"""Proposals to simplify procedures: the register, the share of the year, the slip."""

from web.simplification import proposing, views
from web.simplification.room import blueprint

__all__ = ["blueprint", "proposing", "views"]
