"""Administration: people, roles, accounts, units, planned changes, lists to import, and the log."""

from web.administration import accounts, imports, index, log, moves, people, plans, roles, units
from web.administration.room import blueprint

__all__ = [
    "accounts",
    "blueprint",
    "imports",
    "index",
    "log",
    "moves",
    "people",
    "plans",
    "roles",
    "units",
]
