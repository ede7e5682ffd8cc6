"""Moving running cases to another version of their model."""

from web.migrations.views import blueprint

__all__ = ["blueprint"]
