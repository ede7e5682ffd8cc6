"""Keeping, archiving and destroying records: periods, holds, proposals with minutes, archives."""

from web.retention import archives, cases, classes, disposals, holds, listing
from web.retention.room import blueprint

__all__ = ["archives", "blueprint", "cases", "classes", "disposals", "holds", "listing"]
