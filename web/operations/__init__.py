"""Operations: administrators repair running cases; incidents are listed for them and the ISO secretary."""

from web.operations import cases, changes, closed_cases, incidents, messages, sending
from web.operations.room import blueprint

__all__ = ["blueprint", "cases", "changes", "closed_cases", "incidents", "messages", "sending"]
