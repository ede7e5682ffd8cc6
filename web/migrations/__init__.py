"""Moving running cases to another version of their model."""

from web.migrations import proposals as proposals  # its addresses belong to the blueprint
from web.migrations.views import blueprint

__all__ = ["blueprint"]
