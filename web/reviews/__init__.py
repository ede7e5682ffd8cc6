"""Management reviews and what they decided."""

from web.reviews.views import blueprint

__all__ = ["blueprint"]
