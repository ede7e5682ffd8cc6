"""Operations: administrators repair running cases; incidents are listed for them and the ISO secretary."""

from web.operations import cases, changes, incidents
from web.operations.room import blueprint

__all__ = ["blueprint", "cases", "changes", "incidents"]
