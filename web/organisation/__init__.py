"""The organisation: agencies, units and people by date, and how it changes."""

from web.organisation import powers, views, wizard
from web.organisation.room import blueprint

__all__ = ["blueprint", "powers", "views", "wizard"]
