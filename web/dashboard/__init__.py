"""The dashboard of the heads: what is late, how punctual the office is, how whole the year."""

from web.dashboard.views import blueprint

__all__ = ["blueprint"]
