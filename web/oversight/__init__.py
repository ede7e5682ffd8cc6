"""What the Department sees of the agencies that it oversees, and each agency of itself."""

from web.oversight.views import blueprint

__all__ = ["blueprint"]
