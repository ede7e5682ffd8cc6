"""What people were given to read, and who has not confirmed it."""

from web.readings.views import blueprint

__all__ = ["blueprint"]
