"""The evidence of a year: its thirteen items, and the one file to hand over."""

from web.evidence import department, pages
from web.evidence.room import blueprint

__all__ = ["blueprint", "department", "pages"]
